import { type Axis, formatWall } from '../core/axis'
import { nearestEdge, stepEdge, toWall, type Unit } from '../core/axis-levels'
import { type Interval, sameInterval } from '../core/interval'
import type { LineUnit } from '../core/now-line'
import { reach, setBrush } from '../state/actions'
import type { AppState } from '../state/state'
import { svg, writeAttributes } from './dom'
import { axisHeight } from './timeline-axis'
import { createHandle, followDrag } from './timeline-handle'
import type { Scene } from './timeline-scene'
import type { ViewContext } from './view'

export interface Brush {
  readonly element: SVGGElement
  draw(scene: Scene, state: AppState): void
}

/** Height of the filter's band on the axis. */
const BAND_PX = 19

type Plot = () => { readonly left: number; readonly widthPx: number }

/** What the handles step by: days, or hours and minutes where the window shows each of them. */
export const stepUnit = ({ unit, step }: Axis): LineUnit => (unit === 'minute' || (unit === 'hour' && step <= 3) ? unit : 'day')

/** A day in words for a slider; with the time of day where the steps are finer. */
export function edgeText(instant: number, zone: string, locale: string, unit: Unit): string {
  const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  return formatWall(toWall(instant, zone), locale, unit === 'day' ? day : { ...day, hour: '2-digit', minute: '2-digit' })
}

/**
 * The time filter on the axis: drag over the dates draws it, a click moves the nearer end, two sliders move them by keys.
 * Ends stand on midnights; the last instant of the filter is 1 ms before its end's.
 */
export function createBrush({ story, store, words }: ViewContext, plot: Plot, signal: AbortSignal): Brush {
  const zone = story.timeZone
  const says = words.timeline
  let unit: Unit = 'day'
  const bounds = reach(story)
  const instantAt = (clientX: number) => {
    const { left, widthPx } = plot()
    const { domain } = store.state
    return domain[0] + ((clientX - left) / widthPx) * (domain[1] - domain[0])
  }
  const edges = (): Interval | null => (store.state.brush ? [store.state.brush[0], store.state.brush[1] + 1] : null)
  const put = (start: number, end: number) => {
    const next: Interval = [start, end - 1]
    if (!sameInterval(next, store.state.brush)) store.set(setBrush(story, next))
  }
  const handle = (side: 0 | 1) =>
    createHandle(
      {
        label: side === 0 ? says.brushStart : says.brushEnd,
        read: () => {
          const [start, end] = edges() ?? store.state.domain
          const [least, greatest] =
            side === 0 ? [bounds[0], stepEdge(end, zone, unit, -1)] : [stepEdge(start, zone, unit, 1), bounds[1]]
          const at = side === 0 ? start : end
          return { at, least, greatest, text: edgeText(side === 0 ? at : at - 1, zone, words.locale, unit) }
        },
        step: (at, count, page) => nearestEdge(stepEdge(at, zone, page ? 'day' : unit, page ? 7 * count : count), zone, unit),
        fromPointer: (clientX) => nearestEdge(instantAt(clientX), zone, unit),
        move: (at) => {
          const [start, end] = edges() ?? store.state.domain
          if (side === 0) put(at, end)
          else put(start, at)
        },
      },
      signal,
      // Left of its line: right of it stands the number of the day.
      -5.5,
    )
  const handles = [handle(0), handle(1)]
  const track = svg('rect', { class: 'track', y: 0 })
  const band = svg('rect', { class: 'band' })
  const lines = [svg('line'), svg('line')]
  const element = svg('g', { class: 'brush' }, track, band, ...lines, ...handles.map((one) => one.element))

  const dayAround = (instant: number): Interval => {
    const near = nearestEdge(instant, zone, unit)
    return near <= instant ? [near, stepEdge(near, zone, unit, 1)] : [stepEdge(near, zone, unit, -1), near]
  }
  followDrag<{ brush: Interval | null; from: Interval }>(track, signal, {
    start: (event) => ({ brush: store.state.brush, from: dayAround(instantAt(event.clientX)) }),
    move: (clientX, { from }) => {
      const to = dayAround(instantAt(clientX))
      put(Math.min(from[0], to[0]), Math.max(from[1], to[1]))
    },
    abort: ({ brush }) => store.set(setBrush(story, brush)),
    end: (event, _, moved) => {
      const now = edges()
      if (moved || !now) return
      const at = nearestEdge(instantAt(event.clientX), zone, unit)
      if (Math.abs(at - now[0]) <= Math.abs(at - now[1])) put(Math.min(at, stepEdge(now[1], zone, unit, -1)), now[1])
      else put(now[0], Math.max(at, stepEdge(now[0], zone, unit, 1)))
    },
  })

  return {
    element,
    draw: (scene, state) => {
      unit = stepUnit(scene.axis)
      const top = axisHeight(scene)
      const bandPx = BAND_PX * scene.scale
      writeAttributes(track, { width: scene.plotPx, height: top })
      const on = state.brush !== null
      for (const part of [band, ...lines, ...handles.map((one) => one.element)]) part.toggleAttribute('hidden', !on)
      if (!state.brush) return
      const xs = state.brush.map((edge, side) => scene.toX(edge + side))
      const clamped = xs.map((x) => Math.min(Math.max(x, 0), scene.plotPx))
      const [x0 = 0, x1 = 0] = clamped
      writeAttributes(band, { x: x0, width: x1 - x0, y: top - bandPx, height: bandPx })
      handles.forEach((one, side) => {
        const x = clamped[side] ?? 0
        const line = lines[side]
        if (line) writeAttributes(line, { transform: `translate(${x},0)`, y1: top - bandPx, y2: top + scene.lanesPx })
        one.place(x, top - bandPx / 2)
      })
    },
  }
}
