import { isAddition, matchingEvents } from '../core/derive'
import { KIND_PATHS, type MarkFill } from '../core/marks'
import { KINDS, type Kind } from '../core/types'
import type { PictureWords } from '../core/words/share-words'
import type { AppState } from '../state/state'
import { svg } from './dom'
import { FACES, type KeyEntry } from './picture-frame'
import type { TimelinePicture } from './picture-timeline'
import { shapeOf } from './timeline-marks'
import type { ViewContext } from './view'

const MARK_PX = 14
const SOFT_PX = 30

const shape = (kind: Kind, fill: MarkFill): SVGElement => svg('g', { class: 'timeline' }, shapeOf({ fill, event: { kind } }, 6))

function letter(text: string, party: string): SVGElement {
  const node = svg('text', {
    'text-anchor': 'middle',
    y: 4.5,
    'font-family': 'var(--sans)',
    'font-size': FACES.key.px,
    'font-weight': 700,
    fill: 'var(--party)',
  })
  node.textContent = text
  return svg('g', { 'data-party': party }, node)
}

/** A bar with soft ends, by the masks of the timeline that is drawn beside it. */
const soft = (): SVGElement =>
  svg(
    'g',
    { class: 'timeline' },
    svg('rect', { class: 'body firm', x: -SOFT_PX / 2, y: -5.5, width: SOFT_PX, height: 11, mask: 'url(#timeline-mask-both)' }),
  )

/** What the marks of a timeline mean: only what is drawn. */
export function timelineKey(
  { story, words }: ViewContext,
  state: AppState,
  { fills, hasDoubt }: TimelinePicture,
  says: PictureWords,
): readonly KeyEntry[] {
  const events = matchingEvents(story, state)
  const kinds = new Set(events.map(({ kind }) => kind))
  const parties = new Set(events.flatMap((event) => event.parties))
  const hasOthers = events.some((event) => isAddition(story, event) || event.additions !== null)
  const mark = (swatch: SVGElement, text: string, widthPx = MARK_PX): KeyEntry => ({ swatch, text, widthPx })
  const [sample = 'talks'] = KINDS.filter((kind) => kinds.has(kind))
  return [
    ...KINDS.filter((kind) => kind in KIND_PATHS && kinds.has(kind)).map((kind) =>
      mark(shape(kind, 'solid'), words.list.capital(words.list.kinds[kind])),
    ),
    ...(fills.has('hollow') ? [mark(shape(sample, 'hollow'), says.key.planned)] : []),
    ...(fills.has('dashed') ? [mark(shape(sample, 'dashed'), says.key.shaky)] : []),
    ...(hasDoubt ? [mark(soft(), says.key.soft, SOFT_PX)] : []),
    ...[...story.parties.values()]
      .filter(({ id }) => parties.has(id))
      .map(({ id, letter: sign, short }) => mark(letter(sign, id), short.value)),
    ...(hasOthers ? [mark(letter(words.timeline.plus, ''), says.key.others)] : []),
  ]
}
