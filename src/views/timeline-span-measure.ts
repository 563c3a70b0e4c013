import { contains, type Interval } from '../core/interval'
import { beginning } from '../core/measure'
import type { Words } from '../core/words/words'
import type { AppState } from '../state/state'
import { svg } from './dom'
import { type Dated, endsOf } from './measure-ends'
import { shortLength } from './measure-length'
import type { Measure } from './timeline-measure'
import type { Scene } from './timeline-scene'
import type { ViewContext } from './view'

export interface SpanMeasure {
  /** Under the marks; px from the top of the lanes. */
  readonly element: SVGGElement
  /** Height of the row under the lanes; 0 while no time is measured. */
  height(state: AppState): number
  draw(scene: Scene, state: AppState): void
}

const ROW_PX = 22
const MIDDLE_PX = 11
const TICK_PX = 6
const SOFT_PX = 8
const GAP_PX = 8
const ARROW_PX = 7
/** How far an end reaches of which nobody says where it begins. */
const FADE_PX = 48

/** An end as it is drawn, px. */
interface End {
  readonly x: number
  /** Over how much it may lie; null for a clock time. */
  readonly soft: Interval | null
  /** Where its line comes from. */
  readonly y: number
  /** Out of the window: on which side. */
  readonly away: 'earlier' | 'later' | null
}

const crisp = (x: number): number => Math.round(x) + 0.5

function endOf(scene: Scene, event: Dated): End {
  const { toX, plotPx, lanes, rowPx } = scene
  const begins = beginning(event.when)
  const known = begins.map((instant) => (Number.isFinite(instant) ? toX(instant) : null))
  const last = known[1] ?? (known[0] ?? 0) + FADE_PX
  const first = known[0] ?? last - FADE_PX
  const mark = scene.marks.find((one) => one.event.id === event.id)
  const isExact = last - first < 1
  // The mark of a range stands in its middle, but measured is from its beginning.
  const inside = mark && mark.span.markX >= first && mark.span.markX <= last
  const x = isExact ? first : inside ? mark.span.markX : (first + last) / 2
  const lane = lanes[scene.laneIndexOf(event)]
  return {
    x,
    soft: isExact ? null : [first, last],
    y: mark ? mark.y + scene.radiusPx + 2 : (lane?.y ?? 0) + rowPx / 2,
    away: contains([0, plotPx], x) ? null : x < 0 ? 'earlier' : 'later',
  }
}

const line = (name: string, x1: number, x2: number, y1: number, y2: number): SVGLineElement =>
  svg('line', { class: name, x1, x2, y1, y2 })

/** One end in the row: a tick for a clock time, a soft block where only the day is known, an arrow where it is out of the window. */
function endParts({ x, soft, y, away }: End, { plotPx, lanesPx }: Scene): SVGElement[] {
  const middle = lanesPx + MIDDLE_PX
  if (away) {
    const [tip, back] = away === 'earlier' ? [0, ARROW_PX] : [plotPx, plotPx - ARROW_PX]
    return [svg('path', { class: 'arrow', d: `M${tip},${middle}L${back},${middle - 5}V${middle + 5}Z` })]
  }
  const drop = line('drop', crisp(x), crisp(x), y, lanesPx + (soft ? MIDDLE_PX - SOFT_PX / 2 : MIDDLE_PX - TICK_PX))
  if (!soft) return [drop, line('tick', crisp(x), crisp(x), middle - TICK_PX, middle + TICK_PX)]
  const [from, to] = [Math.max(soft[0], -GAP_PX), Math.min(soft[1], plotPx)]
  const box = { x: from, width: Math.max(to - from, 3), y: middle - SOFT_PX / 2, height: SOFT_PX }
  return [drop, svg('rect', { class: 'soft', ...box }), svg('circle', { class: 'point', cx: crisp(x), cy: middle, r: 2 })]
}

/** Left edge of the label: in the middle of what is seen, else right of it, else left. */
function labelX([from, to]: Interval, solid: Interval, widthPx: number, plotPx: number): number {
  if (solid[1] - solid[0] >= widthPx + 2 * GAP_PX) return (solid[0] + solid[1] - widthPx) / 2
  if (to + GAP_PX + widthPx <= plotPx) return to + GAP_PX
  return Math.max(from - GAP_PX - widthPx, 0)
}

/** What a press on a mark does, for those who press it by a key. */
export const marksHelp = ({ timeline, measure }: Words, state: AppState): string =>
  state.measure?.kind === 'time' ? measure.marksHelp : timeline.marksHelp

/** The measured time in a row of its own under the lanes, where it collides with nothing: a line from end to end with what it comes to. */
export function createSpanMeasure({ story, words }: ViewContext, measure: Measure): SpanMeasure {
  const says = words.measure
  const element = svg('g', { class: 'measured', 'aria-hidden': 'true' })
  const height = (state: AppState): number => (state.measure?.kind === 'time' ? ROW_PX : 0)

  const text = (content: string, x: number, scene: Scene, name: string, anchor = 'start'): SVGTextElement => {
    const made = svg('text', { class: name, x, y: scene.lanesPx + MIDDLE_PX, dy: '0.34em', 'text-anchor': anchor })
    made.textContent = content
    return made
  }
  function rowOf(scene: Scene, events: readonly Dated[]): SVGElement[] {
    const { plotPx, lanesPx } = scene
    const ends = events.map((event) => endOf(scene, event)).sort((a, b) => a.x - b.x)
    const [first, last = first] = ends
    const [a, b = a] = events
    if (!first || !last || !a || !b) return [text(says.pressTwo, 0, scene, 'hint')]
    const inside = (x: number): number => Math.min(Math.max(x, 0), plotPx)
    const edge = (end: End, side: 0 | 1): number => inside(end.away ? end.x : (end.soft?.[side] ?? end.x))
    const whole: Interval = [edge(first, 0) + (first.away ? ARROW_PX : 0), edge(last, 1) - (last.away ? ARROW_PX : 0)]
    const solid: Interval = [edge(first, 1) + (first.away ? ARROW_PX : 0), edge(last, 0) - (last.away ? ARROW_PX : 0)]
    const isOneSide = first.away !== null && first.away === last.away
    const label = events.length < 2 ? says.fromHere : shortLength({ story, words }, a, b)
    const widthPx = measure(label, 600)
    const isSaid = events.every(({ when }) => beginning(when).every(Number.isFinite))
    const x = labelX(isOneSide && first.away === 'earlier' ? [ARROW_PX, ARROW_PX] : whole, solid, widthPx, plotPx)
    const middle = lanesPx + MIDDLE_PX
    const plate = svg('rect', { class: 'plate', x: x - 4, width: widthPx + 8, y: middle - 9, height: 18 })
    const across =
      isOneSide || events.length < 2
        ? []
        : [line(isSaid ? 'line' : 'line open', inside(first.x), inside(last.x), crisp(middle), crisp(middle))]
    return [...across, ...ends.flatMap((end) => endParts(end, scene)), plate, text(label, x, scene, 'length')]
  }

  return {
    element,
    height,
    draw(scene, state) {
      const ends = endsOf(story, state)
      if (ends === null) return element.replaceChildren()
      const events = ends.filter((event) => event !== null)
      element.replaceChildren(text(says.row, -12, scene, 'name', 'end'), ...rowOf(scene, events))
    },
  }
}
