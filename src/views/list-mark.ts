import { partyOf } from '../core/derive'
import { KIND_PATHS, type MarkFill, markFill } from '../core/marks'
import type { Kind, StoryEvent } from '../core/types'
import { h, svg } from './dom'
import type { Says } from './list-lines'

const CROSS = 'M-7.5,7.5L7.5,-7.5'
/** A dash is unreadable on a small shape: it is drawn larger, as on the timeline. */
const DASHED_SCALE = 1.12

/** A mark alone, in the colour of the party around it. */
export function drawMark(kind: Kind, fill: MarkFill, sizePx: number): SVGSVGElement {
  const shape = svg('path', {
    class: 'shape',
    d: KIND_PATHS[kind],
    transform: fill === 'dashed' ? `scale(${DASHED_SCALE})` : null,
  })
  const cross = fill === 'crossed' ? [svg('path', { class: 'cross', d: CROSS })] : []
  const doubt = fill === 'question' ? [svg('text', { 'text-anchor': 'middle', y: 3.5, 'font-size': 10 })] : []
  for (const text of doubt) text.textContent = '?'
  const grid = { viewBox: '-9 -9 18 18', width: sizePx * 1.125, height: sizePx * 1.125, 'aria-hidden': 'true' }
  return svg('svg', { class: 'mark', 'data-fill': fill, ...grid }, shape, ...cross, ...doubt)
}

/** The event's mark with its party's letter beside it, named for those who cannot see it. */
export function eventMark({ story, words }: Says, event: StoryEvent, sizePx = 15): HTMLElement {
  const id = partyOf(event)
  const party = id ? story.parties.get(id) : undefined
  const names = [words.list.capital(words.list.kinds[event.kind]), ...(party ? [party.name.value] : [])]
  const letter = party ? h('span', { class: 'letter', 'aria-hidden': 'true' }, party.letter) : null
  return h(
    'span',
    { class: 'event-mark', role: 'img', 'aria-label': names.join(', ') },
    drawMark(event.kind, markFill(event), sizePx),
    letter,
  )
}
