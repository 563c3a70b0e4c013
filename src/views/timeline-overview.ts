import { select } from 'd3-selection'
import { type AxisLabel, axisOf, formatWall } from '../core/axis'
import { nearestEdge, stepEdge, toWall } from '../core/axis-levels'
import { anchor, shownEvents } from '../core/derive'
import type { Interval } from '../core/interval'
import { memoLast } from '../core/memo'
import { type DensityBin, densityOf, type Overview, overviewOf } from '../core/overview'
import type { Story } from '../core/story-types'
import type { StoryEvent } from '../core/types'
import { goTo, reach, setDomain } from '../state/actions'
import type { AppState } from '../state/state'
import { h, svg } from './dom'
import { edgeText } from './timeline-brush'
import { createHandle, followDrag } from './timeline-handle'
import { datedOf } from './timeline-items'
import type { Measure } from './timeline-measure'
import type { Scene } from './timeline-scene'
import type { ViewContext } from './view'

const HEIGHT_PX = 40
const BARS_PX = 26
const BREAK_PX = 34

const anchorsOf = memoLast((events: readonly StoryEvent[]): readonly number[] =>
  datedOf(events)
    .map((event) => anchor(event.when))
    .sort((a, b) => a - b),
)

/** Years of the part before the break. */
function yearsOf(story: Story, [start, end]: Interval, locale: string, join: (from: string, to: string) => string): string {
  const year = (instant: number) => formatWall(toWall(instant, story.timeZone), locale, { year: 'numeric' })
  return join(year(start), year(end - 1))
}

export interface OverviewStrip {
  readonly element: HTMLElement
  draw(scene: Scene, state: AppState): void
}

/** The whole story on 40 px: how many events when, and the window as a frame with two handles. */
export function createOverview({ story, store, words }: ViewContext, measure: Measure, signal: AbortSignal): OverviewStrip {
  const says = words.timeline
  const zone = story.timeZone
  let overview: Overview | null = null
  const years = h('button', { type: 'button', class: 'years' })
  const name = h('span', { class: 'whole' }, says.whole)
  const bars = svg('g', { class: 'bars' })
  const labels = svg('g', { class: 'labels', 'aria-hidden': 'true' })
  const gap = svg('path', { class: 'break' })
  const brush = svg('rect', { class: 'band', y: 0, height: HEIGHT_PX })
  const now = svg('line', { class: 'now', y1: 2, y2: HEIGHT_PX - 1 })
  const frame = svg('rect', { class: 'frame', y: 1.75, height: HEIGHT_PX - 3.5 })
  const ground = svg('rect', { class: 'ground', height: HEIGHT_PX })
  const picture = svg('svg', { class: 'strip', height: HEIGHT_PX })
  const element = h('div', { class: 'overview' }, name, picture, years)

  const instantAt = (clientX: number) => overview?.toInstant(clientX - picture.getBoundingClientRect().left) ?? 0
  const show = (domain: Interval) => store.set(setDomain(story, domain))
  const handle = (side: 0 | 1) =>
    createHandle(
      {
        label: side === 0 ? says.windowStart : says.windowEnd,
        read: () => {
          const { domain } = store.state
          const [least, greatest] = reach(story)
          const hour = 3_600_000
          const limits = side === 0 ? [least, domain[1] - hour] : [domain[0] + hour, greatest]
          return {
            at: domain[side],
            least: limits[0] ?? least,
            greatest: limits[1] ?? greatest,
            text: edgeText(domain[side], zone, words.locale, 'day'),
          }
        },
        step: (at, count, page) => stepEdge(nearestEdge(at, zone, 'day'), zone, 'day', page ? 7 * count : count),
        fromPointer: instantAt,
        move: (at) => show(side === 0 ? [at, store.state.domain[1]] : [store.state.domain[0], at]),
      },
      signal,
    )
  const handles = [handle(0), handle(1)]
  picture.append(bars, labels, gap, brush, now, ground, frame, ...handles.map((one) => one.element))

  const centre = (at: number) => {
    const [start, end] = store.state.domain
    show([at - (end - start) / 2, at + (end - start) / 2])
  }
  for (const [part, inFrame] of [
    [ground, false],
    [frame, true],
  ] as const) {
    followDrag<{ domain: Interval; at: number }>(part, signal, {
      start: (event) => ({ domain: store.state.domain, at: instantAt(event.clientX) }),
      move: (clientX, { domain, at }) => (inFrame ? show(shift(domain, instantAt(clientX) - at)) : centre(instantAt(clientX))),
      abort: ({ domain }) => show(domain),
      end: (event, _, moved) => {
        if (!moved && !inFrame) centre(instantAt(event.clientX))
      },
    })
  }
  years.addEventListener('click', () => overview?.history && store.set(goTo(story, store.state, overview.history)), { signal })

  const base = { extent: story.extent, opening: story.opening, timeZone: zone }
  const { history } = overviewOf({ ...base, widthPx: 1000, historyPx: 0 })
  const span = history ? yearsOf(story, history, words.locale, says.years) : ''
  years.hidden = history === null
  years.textContent = `${span} ›`
  years.setAttribute('aria-label', says.yearsLabel(span))
  const layOut = memoLast((widthPx: number, historyPx: number): Overview => overviewOf({ ...base, widthPx, historyPx }))
  /** Bars and names change with the layers and the width, not with the window. */
  const drawStill = memoLast((whole: Overview, plotPx: number, events: readonly StoryEvent[]): void => {
    drawBars(bars, densityOf(whole, anchorsOf(events), zone))
    const { major } = axisOf({
      domain: whole.main,
      widthPx: plotPx - whole.mainX - 14,
      locale: words.locale,
      timeZone: zone,
      measure: (text) => measure(text, 400, 12),
      // Clear of a handle at the start of the strip.
      insetPx: 10,
    })
    drawNames(labels, major, whole.mainX)
    gap.setAttribute('d', whole.history ? `M${whole.mainX - 14},8l4,5l-8,6l8,6l-8,6l4,5` : '')
  })

  return {
    element,
    draw: (scene, state) => {
      const whole = layOut(scene.plotPx, history ? measure(`${span} ›`, 600) + BREAK_PX + 28 : 0)
      overview = whole
      const { plotPx } = scene
      name.style.setProperty('inline-size', `${scene.plotX - 12}px`)
      name.hidden = scene.narrow
      picture.style.setProperty('inset-inline-start', `${scene.plotX}px`)
      years.style.setProperty('inset-inline-start', `${scene.plotX}px`)
      picture.setAttribute('width', String(plotPx))
      ground.setAttribute('width', String(plotPx))
      drawStill(whole, plotPx, shownEvents(story, state))
      place(brush, state.brush && [whole.toX(state.brush[0]), whole.toX(state.brush[1])])
      const x = Math.round(whole.toX(state.instant)) + 0.5
      now.setAttribute('x1', String(x))
      now.setAttribute('x2', String(x))
      const window: Interval = [whole.toX(state.domain[0]), whole.toX(state.domain[1])]
      const ends: Interval = [Math.max(window[0], 7), Math.min(Math.max(window[1], window[0] + 14), plotPx - 7)]
      place(frame, ends)
      for (const [side, one] of handles.entries()) one.place(ends[side] ?? 0, HEIGHT_PX / 2)
    },
  }
}

const shift = ([start, end]: Interval, by: number): Interval => [start + by, end + by]

function place(rect: SVGRectElement, ends: Interval | null): void {
  rect.toggleAttribute('hidden', ends === null)
  if (!ends) return
  rect.setAttribute('x', String(ends[0]))
  rect.setAttribute('width', String(Math.max(ends[1] - ends[0], 1)))
}

function drawBars(layer: SVGGElement, bins: readonly DensityBin[]): void {
  const most = Math.max(1, ...bins.map((bin) => bin.count))
  const heightOf = (bin: DensityBin) => Math.max(3, (bin.count / most) * BARS_PX)
  select(layer)
    .selectAll<SVGRectElement, DensityBin>('rect')
    .data(bins)
    .join('rect')
    .attr('x', (bin) => bin.x0 + 0.5)
    .attr('width', (bin) => Math.max(bin.x1 - bin.x0 - 1.5, 1))
    .attr('y', (bin) => HEIGHT_PX - 5 - heightOf(bin))
    .attr('height', heightOf)
}

function drawNames(layer: SVGGElement, names: readonly AxisLabel[], offsetPx: number): void {
  select(layer)
    .selectAll<SVGTextElement, AxisLabel>('text')
    .data(names, (label) => label.at)
    .join('text')
    .attr('x', (label) => offsetPx + label.x)
    .attr('y', 13)
    .text((label) => label.text)
}
