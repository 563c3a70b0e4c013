import { type CommonScale, daysApart, lengthOf, type Round, scaleOf } from '../core/compare'
import { partyOf } from '../core/derive'
import { KIND_PATHS, markFill } from '../core/marks'
import type { Span } from '../core/span'
import type { When } from '../core/types'
import type { CompareSays } from './compare-says'
import { bdi, h, svg } from './dom'
import { shortDate } from './list-lines'
import { spanDefs, spanParts } from './span-drawing'
import type { View } from './view'

const ROW_PX = 32
const AXIS_PX = 22
const RADIUS_PX = 7.5
const TICK_PX = 56
/** Room for half of the first label and for a mark at the left edge. */
const SIDE_PX = 20
/** Where nothing is laid out yet. */
const WIDTH_PX = 640
/** Of the ids of the drawing. */
const PREFIX = 'compare'

const plotOf = (widthPx: number): number => Math.max(widthPx - 2 * SIDE_PX, 80)

/** A clock time with its doubt; null where it is known to the day only. */
function startTime({ compare, format }: CompareSays, when: When): string | null {
  if (when.startPrecision !== 'instant' || when.start !== 'known') return null
  const time = format.time(when.extent[0], when.timeZone)
  return when.approximate ? compare.lengths.about(time) : time
}

/** "from about 10:00; end not reported": how long it took, as far as it is known. */
export function lengthText(says: CompareSays, when: When): string {
  const { compare, format } = says
  const { form, days, ms } = lengthOf(when)
  const { lengths } = compare
  const length = ms === null ? lengths.days(days, format.count(days)) : format.duration(ms)
  const texts: Readonly<Record<typeof form, () => string>> = {
    moment: () => lengths.moment(startTime(says, when) ?? ''),
    day: () => lengths.day,
    lasting: () => lengths.lasting(length),
    within: () => lengths.within(length),
    'no-end': () => lengths.noEnd(startTime(says, when)),
    'going-on': () => lengths.goingOn,
    'no-start': () => lengths.noStart,
  }
  return texts[form]()
}

/** "9 days apart", in words that hold no more than is known. */
export function apartText({ compare, format }: CompareSays, [a, b]: readonly (Round | null)[]): string {
  if (!a || !b) return compare.notChosen
  const apart = daysApart(a.event.when, b.event.when)
  if (apart === null) return compare.apartUnknown
  const [least, most] = apart.days
  return compare.apart(least, most, format.count(least), format.count(most), apart.about)
}

function markAt({ event }: Round, x: number): SVGGElement {
  const d = KIND_PATHS[event.kind]
  const at = { transform: `translate(${x.toFixed(2)},0)`, 'data-fill': markFill(event) }
  return svg('g', { class: 'compare-mark', ...at }, svg('path', { class: 'halo', d }), svg('path', { class: 'outline', d }))
}

type Line = readonly SVGElement[]

/** One strip of the scale: `line` in the plot, with the lines of the ticks through it. */
function strip(
  { length, ticks }: CommonScale,
  widthPx: number,
  heightPx: number,
  line: Line,
  defs: SVGElement[] = [],
): SVGSVGElement {
  const plotPx = plotOf(widthPx)
  const lines = ticks.map((tick) => {
    const x = Math.round((tick / length) * plotPx) + 0.5
    return svg('line', { class: 'tick', x1: x, x2: x, y2: heightPx })
  })
  const size = { width: widthPx, height: heightPx, viewBox: `0 0 ${widthPx} ${heightPx}` }
  const plot = svg('g', { transform: `translate(${SIDE_PX},0)` }, ...lines, ...line)
  return svg('svg', { class: 'compare-strip', ...size, 'aria-hidden': 'true' }, ...defs, plot)
}

/** On a scale of hours the mark in the middle of a day would look like noon. */
const isTimed = ({ unit }: CommonScale, { form }: Span): boolean => unit === 'day' || (form !== 'day' && form !== 'within')

function drawRound(round: Round, span: Span, scale: CommonScale): SVGGElement {
  const widthPx = Math.max(span.x1 - span.x0, 1)
  const parts = spanParts({ span, hatched: false }, widthPx, ROW_PX, PREFIX)
  const body = svg('g', { transform: `translate(${span.x0.toFixed(2)},0)` }, ...parts)
  const { event } = round
  const at = { transform: `translate(0,${ROW_PX / 2})`, 'data-party': partyOf(event), 'data-status': event.status }
  return svg('g', at, body, ...(isTimed(scale, span) ? [markAt(round, span.markX)] : []))
}

/** The names of the ticks: an hour stands at its line, a day after the line where it begins. */
function labels({ compare, format }: CompareSays, { unit, length, ticks }: CommonScale, plotPx: number): Line {
  return ticks
    .filter((tick) => unit === 'hour' || tick < length)
    .map((tick) => {
      const x = (tick / length) * plotPx
      const anchored = unit === 'hour' ? 'middle' : 'start'
      const text = svg('text', { x: unit === 'hour' ? x : x + 4, y: 17, 'text-anchor': anchored })
      text.textContent = unit === 'hour' ? compare.hour(tick) : compare.day(format.count(tick + 1))
      return text
    })
}

export interface Scale extends Pick<View, 'destroy'> {
  readonly element: HTMLElement
  show(rounds: readonly (Round | null)[]): void
}

/** Both rounds on one scale of hours or days, drawn as far as they are known, with the same in words. */
export function createScale(says: CompareSays): Scale {
  const { compare } = says
  const apart = h('p', { class: 'compare-apart', role: 'status' })
  const lines = [0, 1].map(() => ({ text: h('p'), plot: h('div', { class: 'compare-plot' }) }))
  const axis = h('div', { class: 'compare-axis' })
  const note = h('figcaption')
  const list = h('ol', {}, ...lines.map(({ text, plot }) => h('li', {}, text, plot)))
  const figure = h('figure', { class: 'compare-scale', 'aria-label': compare.scale }, list, axis, note)
  let rounds: readonly (Round | null)[] = []
  let widthPx = WIDTH_PX
  const draw = (): void => {
    const whens = rounds.map((round) => round?.event.when ?? null)
    const plotPx = plotOf(widthPx)
    const scale = scaleOf(whens, { widthPx: plotPx, radiusPx: RADIUS_PX, pageEnd: says.story.now, tickPx: TICK_PX })
    lines.forEach(({ plot }, index) => {
      const [round, span] = [rounds[index], scale.spans[index]]
      plot.replaceChildren(strip(scale, widthPx, ROW_PX, round && span ? [drawRound(round, span, scale)] : []))
    })
    axis.replaceChildren(strip(scale, widthPx, AXIS_PX, labels(says, scale, plotPx), [spanDefs(PREFIX)]))
    note.textContent = compare.scaleNote[scale.unit]
  }
  const observer = onWidth(axis, (width) => {
    if (width === widthPx) return
    widthPx = width
    draw()
  })
  return {
    element: h('div', {}, apart, figure),
    show(next) {
      rounds = next
      apart.textContent = apartText(says, rounds)
      lines.forEach(({ text }, index) => {
        text.replaceChildren(...lineOf(says, rounds[index] ?? null))
      })
      draw()
    },
    destroy: () => observer?.disconnect(),
  }
}

/** When and where, then how long. */
function lineOf(says: CompareSays, round: Round | null): (Node | string)[] {
  if (round === null) return [says.compare.notChosen]
  const { event } = round
  const place = event.where ? says.story.places.get(event.where.place) : undefined
  const name = h('b', {}, shortDate(says, event), ...(place ? [', ', bdi(place.short)] : []))
  const status = event.status === 'happened' ? '' : `, ${says.words.list.statuses[event.status]}`
  return [name, `${status}: ${lengthText(says, event.when)}`]
}

function onWidth(element: Element, then: (widthPx: number) => void): ResizeObserver | null {
  if (typeof ResizeObserver === 'undefined') return null
  const observer = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0)
    // A closed dialog has no width.
    if (width > 0) then(width)
  })
  observer.observe(element)
  return observer
}
