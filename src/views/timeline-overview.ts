import { type AxisLabel, axisOf, formatWall } from '../core/axis'
import { nearestEdge, stepEdge, toWall, type Unit } from '../core/axis-levels'
import { isKnownBy, shownEvents } from '../core/derive'
import type { Interval } from '../core/interval'
import { memoLast } from '../core/memo'
import { densityOf, type Overview, overviewOf } from '../core/overview'
import type { Story } from '../core/story-types'
import type { Instant, StoryEvent } from '../core/types'
import { goTo, reach, setDomain } from '../state/actions'
import type { AppState } from '../state/state'
import { dateMarks } from './date-alone'
import { h, svg, writeAttributes } from './dom'
import { edgeText } from './timeline-brush'
import { createHandle, followDrag } from './timeline-handle'
import type { Measure } from './timeline-measure'
import { anchorsOf, drawBars, drawNames, earlyAnchors, place, placeTargets } from './timeline-overview-draw'
import type { Scene } from './timeline-scene'
import type { ViewContext } from './view'

const HEIGHT_PX = { fine: 40, coarse: 44 }
/** The years before the break, with the break, by the width of the strip. */
const HISTORY_PX = (plotPx: number): number => (plotPx >= 800 ? 124 : plotPx >= 480 ? 100 : 72)
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

export interface OverviewStrip {
  readonly element: HTMLElement
  draw(scene: Scene, state: AppState): void
}

/** Where the years before the break are gone to: the author's chapter of them, else the years themselves. */
function historyWindow({ chapters }: Story, history: Interval): Interval {
  const covers = ({ window }: { window: Interval }) =>
    window[0] <= history[0] && window[1] <= history[1] && window[1] > history[1] - DAY_MS
  return chapters.find(covers)?.window ?? history
}

/** What the sliders of the window step by: hours where it is short, months where it stands in the years before the break. */
function stepOf({ history, main }: Overview, [start, end]: Interval, at: number): { unit: Unit; count: number; page: number } {
  if (history && at < main[0]) return { unit: 'day', count: 30, page: 365 }
  return end - start < 3 * DAY_MS ? { unit: 'hour', count: 1, page: 24 } : { unit: 'day', count: 1, page: 7 }
}

/** The whole story on one strip: how many events when, and the window as a frame with two handles. Its years before the break stand apart. */
export function createOverview({ story, store, words }: ViewContext, measure: Measure, signal: AbortSignal): OverviewStrip {
  const says = words.timeline
  const zone = story.timeZone
  const coarse = typeof matchMedia === 'function' && matchMedia('(pointer: coarse)').matches
  const heightPx = coarse ? HEIGHT_PX.coarse : HEIGHT_PX.fine
  const base = { extent: story.extent, opening: story.opening, timeZone: zone }
  let overview = overviewOf({ ...base, widthPx: 1000, historyPx: HISTORY_PX(1000) })
  const { history } = overview
  const past = history && historyWindow(story, history)
  const years = h('button', { type: 'button', class: 'years', hidden: past === null })
  const name = h('span', { class: 'whole', id: 'timeline-whole' }, says.whole)
  const bars = svg('g', { class: 'bars' })
  const labels = svg('g', { class: 'labels', 'aria-hidden': 'true', lang: dateMarks(words).lang })
  const gap = svg('path', { class: 'break' })
  const brush = svg('rect', { class: 'band', y: 0, height: heightPx })
  const now = svg('line', { class: 'now', y1: 2, y2: heightPx - 1 })
  const frame = svg('rect', { class: 'frame', y: 1.75, height: heightPx - 3.5 })
  const ground = svg('rect', { class: 'ground', height: heightPx })
  const picture = svg('svg', { class: 'strip', height: heightPx })
  const titles = h('span', { class: 'titles' }, name, years)
  const element = h('div', { class: 'overview', role: 'group', 'aria-labelledby': name.id }, titles, picture)

  const instantAt = (clientX: number): Instant => overview.toInstant(clientX - picture.getBoundingClientRect().left)
  const show = (domain: Interval) => store.set(setDomain(story, domain))
  const handle = (side: 0 | 1) =>
    createHandle(
      {
        label: side === 0 ? says.windowStart : says.windowEnd,
        read: () => {
          const { domain } = store.state
          const [least, greatest] = reach(story)
          const limits: Interval = side === 0 ? [least, domain[1] - HOUR_MS] : [domain[0] + HOUR_MS, greatest]
          const { unit } = stepOf(overview, domain, domain[side])
          // A window that ends at a midnight ends with the day before.
          const text = edgeText(side === 1 && unit === 'day' ? domain[1] - 1 : domain[side], zone, words.locale, unit)
          return { at: domain[side], least: limits[0], greatest: limits[1], text }
        },
        step: (at, count, page) => {
          const step = stepOf(overview, store.state.domain, at)
          return stepEdge(nearestEdge(at, zone, step.unit), zone, step.unit, count * (page ? step.page : step.count))
        },
        fromPointer: instantAt,
        move: (at) => show(side === 0 ? [at, store.state.domain[1]] : [store.state.domain[0], at]),
      },
      signal,
    )
  const handles = [handle(0), handle(1)]
  picture.append(bars, labels, gap, brush, now, ground, frame, ...handles.map((one) => one.element))

  const goPast = () => past && store.set(goTo(story, store.state, past))
  /** From the days into the years and back the window changes its length: years of days and days of years show nothing. */
  const goAt = (at: Instant) => {
    if (past && at < overview.main[0]) return goPast()
    const [start, end] = store.state.domain
    const { opening } = story
    const length = start < overview.main[0] ? Math.min(end - start, opening[1] - opening[0]) : end - start
    show([at - length / 2, at + length / 2])
  }
  followDrag<{ domain: Interval; at: number }>(frame, signal, {
    start: (event) => ({ domain: store.state.domain, at: instantAt(event.clientX) }),
    move: (clientX, { domain, at }) => show(shift(domain, instantAt(clientX) - at)),
    abort: ({ domain }) => show(domain),
  })
  followDrag<Interval>(ground, signal, {
    start: () => store.state.domain,
    move: (clientX) => goAt(instantAt(clientX)),
    abort: show,
    end: (event, _, moved) => {
      if (!moved) goAt(instantAt(event.clientX))
    },
  })
  years.addEventListener('click', goPast, { signal })
  if (history) {
    const year = (instant: Instant) => formatWall(toWall(instant, zone), words.locale, { year: 'numeric' })
    const span = says.years(year(story.extent[0]), year(history[1] - 1))
    years.textContent = span
    years.setAttribute('aria-label', says.yearsLabel(span))
  }

  const layOut = memoLast((widthPx: number): Overview => overviewOf({ ...base, widthPx, historyPx: HISTORY_PX(widthPx) }))
  const early = earlyAnchors(story, history)
  let names: readonly AxisLabel[] = []
  /** Bars and names change with the layers and the width, not with the window. */
  const drawStill = memoLast((whole: Overview, plotPx: number, events: readonly StoryEvent[], known: Instant | null): void => {
    const days = anchorsOf(events.filter((event) => isKnownBy(story, event, known))).filter((at) => at >= whole.main[0])
    drawBars(bars, densityOf(whole, [...early(known), ...days], zone), heightPx)
    const { unit, minor, major } = axisOf({
      domain: whole.main,
      widthPx: plotPx - whole.mainX - 14,
      locale: words.dateLocale,
      timeZone: zone,
      measure: (text) => measure(text, 400, 12),
      // Clear of a handle at the start of the strip.
      insetPx: 10,
    })
    names = (unit === 'month' ? minor : major).map((label) => ({ ...label, x: label.x + whole.mainX }))
    gap.setAttribute('d', whole.history ? `M${whole.mainX - 14},${heightPx / 2 - 12}l4,5l-8,6l8,6l-8,6l4,5` : '')
  })

  return {
    element,
    draw: (scene, state) => {
      const { plotPx } = scene
      const whole = layOut(plotPx)
      overview = whole
      titles.style.setProperty('inline-size', `${scene.plotX - 12}px`)
      picture.style.setProperty('inset-inline-start', `${scene.plotX}px`)
      for (const part of [picture, ground]) writeAttributes(part, { width: plotPx })
      drawStill(whole, plotPx, shownEvents(story, state), state.known)
      place(brush, state.brush && [whole.toX(state.brush[0]), whole.toX(state.brush[1])])
      const x = Math.round(whole.toX(state.instant)) + 0.5
      writeAttributes(now, { x1: x, x2: x })
      const window: Interval = [whole.toX(state.domain[0]), whole.toX(state.domain[1])]
      const ends: Interval = [Math.max(window[0], 7), Math.min(Math.max(window[1], window[0] + 14), plotPx - 7)]
      place(frame, ends)
      drawNames(labels, names, ends)
      for (const [side, one] of handles.entries()) one.place(ends[side] ?? 0, heightPx / 2)
      placeTargets(
        handles.map((one) => one.element),
        ends,
        plotPx,
        coarse ? 44 : 24,
      )
    },
  }
}

const shift = ([start, end]: Interval, by: number): Interval => [start + by, end + by]
