import type { PlaceShape } from '../core/handout'
import { notDrawn, numberedStory, numberRanges } from '../core/handout-time'
import type { AppState } from '../state/state'
import { h, svg } from './dom'
import type { DrawHandoutMap } from './handout-map'
import type { Sheet } from './handout-part'
import { placeSign } from './handout-sign'
import { flatten } from './picture-flat'
import type { DrawTimelinePicture } from './picture-timeline'
import { createMeasure } from './timeline-measure'
import type { ViewContext } from './view'

/** Width of paper in px, and how much larger type and marks are in large print: their smallest text, 12 px, is 9 pt on paper, or 18. */
const PAPER_PX = 680
const LARGE = 2
const MAP_PX = 354
const SHAPES: readonly PlaceShape[] = ['happened', 'planned', 'seat', 'area']

/** Ids of a drawing are its own: the page draws the same with the same ones. */
function ownIds(drawing: SVGSVGElement, prefix: string): SVGSVGElement {
  for (const node of drawing.querySelectorAll('*')) {
    if (node.id !== '') node.id = prefix + node.id
    for (const { name, value } of node.attributes) {
      if (value.includes('url(#')) node.setAttribute(name, value.replaceAll('url(#', `url(#${prefix}`))
    }
  }
  return drawing
}

/** A drawing as paper has it: light, at rest, as wide as the sheet. */
function framed(element: SVGGElement, widthPx: number, heightPx: number, name: string): SVGSVGElement {
  const root = svg('svg', { viewBox: `0 0 ${widthPx} ${Math.ceil(heightPx)}`, role: 'img' }, element)
  const drawing = ownIds(flatten(root), 'handout-')
  drawing.setAttribute('class', 'handout-drawing')
  drawing.setAttribute('role', 'img')
  drawing.setAttribute('aria-label', name)
  return drawing
}

/** A figure that a narrow screen scrolls: on paper it is as wide as the sheet. */
const figure = (name: string, drawing: Element, notes: readonly (Node | string)[]): HTMLElement =>
  h(
    'figure',
    { class: 'handout-figure' },
    h('div', { class: 'handout-stage', role: 'group', tabindex: 0, 'aria-label': name }, drawing),
    h('figcaption', {}, ...notes),
  )

const sentence = (text: string): HTMLElement => h('p', { class: 'handout-note' }, text)

/** The map with its key; a sentence where there is none. */
export async function mapFigure(sheet: Sheet, draw: DrawHandoutMap): Promise<HTMLElement> {
  const { view, handout, says, blanks, isLarge } = sheet
  const size = { widthPx: PAPER_PX, heightPx: MAP_PX }
  const scale = isLarge ? LARGE : 1
  const subject = { places: handout.places, vessels: handout.vessels, isNamed: !blanks.has('places'), scale }
  const map = await draw(view.story, subject, size)
  if (map === null) return sentence(says.noMap)
  const used = new Set(handout.places.map(({ shape }) => shape))
  const key = [
    ...SHAPES.filter((shape) => used.has(shape)).map((shape) => [placeSign(shape, null), says.mapKey[shape]] as const),
    ...(handout.vessels.length > 0 ? [[h('b', { class: 'handout-letter' }, 'A'), says.mapKey.ship] as const] : []),
    ...(map.hasSeas ? [[h('span', { class: 'handout-hatch' }), says.mapKey.sea] as const] : []),
  ]
  const notes = [
    ...(map.away.length > 0 ? [says.away(map.away.join(', '))] : []),
    ...(map.cutDegrees === null ? [] : [says.mapCut(view.format.count(map.cutDegrees))]),
    says.mapCredit,
  ]
  const told = handout.places.map(({ number, name }) => (name ? `${number} ${name.value}` : String(number))).join(', ')
  const drawing = framed(map.element, size.widthPx, size.heightPx, says.mapOf(told))
  const entries = key.map(([sign, text]) => h('li', {}, sign, text))
  return figure(says.map, drawing, [h('ul', { class: 'handout-key-row' }, ...entries), sentence(notes.join(' '))])
}

/** What the strip shows is decided by the sheet alone: no filter, no open event, no mode of the page. */
const stateFor = (sheet: Sheet, state: AppState): AppState => ({
  ...state,
  brush: null,
  known: null,
  byMap: 'off',
  area: null,
  search: '',
  parties: new Set(),
  topics: new Set(),
  kinds: new Set(),
  statuses: new Set(),
  selected: null,
  claim: null,
  hovered: null,
  pointed: null,
  playing: false,
  measure: null,
  mode: 'explore',
  // Rows named by places would tell them.
  laneBy: sheet.blanks.has('places') && state.laneBy === 'place' ? 'party' : state.laneBy,
})

/** The strip of time, numbers for titles; without marks where dates are asked for. */
export function timeFigure(sheet: Sheet, context: ViewContext, state: AppState, draw: DrawTimelinePicture | null): HTMLElement {
  const { view, handout, says, blanks } = sheet
  if (draw === null) return sentence(says.noTime)
  const widthPx = PAPER_PX / (sheet.isLarge ? LARGE : 1)
  const family = getComputedStyle(document.documentElement).getPropertyValue('--sans').trim() || 'sans-serif'
  const story = numberedStory(view, handout, blanks)
  const { measure } = createMeasure(family)
  const picture = draw({ ...context, story }, stateFor(sheet, state), {
    measure,
    widthPx,
    lanesPx: 0,
    unfold: true,
    isTitled: true,
  })
  const span = view.format.interval(state.domain)
  const { undated, outside } = notDrawn(view.events, handout, state.domain)
  const isEmpty = blanks.has('dates')
  const notes = isEmpty
    ? [says.timeEmpty(span)]
    : [
        says.timeSpan(span),
        ...(outside.length > 0 ? [says.outside(numberRanges(outside))] : []),
        ...(undated.length > 0 ? [says.undated(numberRanges(undated))] : []),
        says.soft,
      ]
  const drawing = framed(picture.element, widthPx, picture.heightPx, says.timeOf(span))
  const made = figure(says.time, drawing, [sentence(notes.join(' '))])
  if (isEmpty) made.classList.add('is-empty')
  return made
}
