import { type AxisLabel, besideLine, clearOf, formatWall } from '../core/axis'
import { clockTime } from '../core/clocks'
import { clamp, contains } from '../core/interval'
import { isDayEnd, type LineUnit, pointerUnit, snapLine, stepLine } from '../core/now-line'
import { zoneName } from '../core/zone-name'
import { reach } from '../state/actions'
import type { AppState } from '../state/state'
import { keepEqual, svg, writeAttributes } from './dom'
import { AXIS_PX, axisHeight } from './timeline-axis'
import { stepUnit } from './timeline-brush'
import { createHandle } from './timeline-handle'
import { type Measure, TYPE_PX } from './timeline-measure'
import type { Scene } from './timeline-scene'
import type { ViewContext } from './view'

export interface NowLine {
  /** Under the marks. */
  readonly line: SVGGElement
  /** Over them. */
  readonly handle: SVGGElement
  /** The scene with the names of its axis clear of the line. */
  clear(scene: Scene, state: AppState): Scene
  draw(scene: Scene, state: AppState): void
}

export interface NowPort {
  /** Instant under a pointer. */
  instantAt(clientX: number): number
  move(at: number): void
  /** A press on the handle that moves nothing. */
  press(): void
}

const DAY_MS = 86_400_000
/** Height of what takes a press: the axis alone where the handle of a filter stands under it. */
const HIT_PX = { fine: 24, coarse: 44, beside: 22 }
const PIN_PX = 5
const PIN = 'M-5,0.5H5V7L0,12.5L-5,7Z'
/** Where the line is out of the window: an arrow that points to it. */
const AWAY_PX = 14
const AWAY = { earlier: 'M10,0.5V12.5L1,6.5Z', later: 'M-10,0.5V12.5L-1,6.5Z' }

const crisp = (x: number): number => Math.round(x) + 0.5

/** The now-line, its label where that keeps clear of the names above the axis, and a slider on top of it. */
export function createNowLine(
  { story, store, words }: ViewContext,
  port: NowPort,
  measure: Measure,
  coarse: boolean,
  signal: AbortSignal,
): NowLine {
  const says = words.player
  const zone = story.timeZone
  const place = zoneName(story, zone)
  const [least, greatest] = reach(story)
  let unit: LineUnit = 'day'
  let dayPx = 1

  const inWords = (instant: number): string => {
    const { text, wall } = clockTime(instant, zone, words.locale)
    const day = formatWall(wall, words.locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
    const told = says.lineAt(day, isDayEnd(instant, zone) ? says.dayEnd : text, place)
    return contains(store.state.domain, instant) ? told : says.outside(told)
  }
  const hit = svg('rect', { class: 'hit' })
  const pin = svg('path', { class: 'box' })
  const { element: handle, place: put } = createHandle(
    {
      label: says.line,
      read: () => ({ at: store.state.instant, least, greatest, text: inWords(store.state.instant) }),
      step: (at, count, page) => stepLine(at, zone, page ? 'day' : unit, page ? 7 * count : count),
      fromPointer: (clientX) => {
        const { domain } = store.state
        return clamp(snapLine(clamp(port.instantAt(clientX), domain), zone, pointerUnit(dayPx)), domain)
      },
      move: port.move,
    },
    signal,
    0,
    [hit, pin],
  )
  handle.classList.add('now-handle')
  let pressedAt = 0
  handle.addEventListener(
    'pointerdown',
    () => {
      pressedAt = store.state.instant
    },
    { signal },
  )
  handle.addEventListener('click', () => store.state.instant === pressedAt && port.press(), { signal })

  const line = svg('g', { class: 'now' })
  const label = (instant: number): string => {
    const { text, wall } = clockTime(instant, zone, words.locale)
    const day = formatWall(wall, words.locale, { weekday: 'short', day: 'numeric', month: 'short' })
    return isDayEnd(instant, zone) ? words.timeline.shownUntil(day) : words.timeline.shownAt(day, text)
  }
  /** A filter's end so near that the two handles share the axis between them. */
  const isBesideFilter = ({ toX }: Scene, { brush, instant }: AppState): boolean =>
    brush?.some((edge) => Math.abs(toX(edge) - toX(instant)) < (coarse ? 44 : 24)) ?? false

  function drawLine(scene: Scene, instant: number, x: number, taken: readonly AxisLabel[]): void {
    const parts: Element[] = [
      svg('line', { x1: crisp(x), x2: crisp(x), y1: scene.narrow ? 0 : 2, y2: axisHeight(scene) + scene.lanesPx }),
    ]
    const text = label(instant)
    const widthPx = measure(text, 600, TYPE_PX * scene.scale) + PIN_PX
    const left = scene.narrow ? null : besideLine(x, widthPx, taken, scene.plotPx)
    if (left !== null) {
      const element = svg('text', { x: left < x ? left : left + PIN_PX, y: AXIS_PX.major * scene.scale })
      element.textContent = text
      parts.push(element)
    }
    keepEqual(line, parts)
  }

  return {
    line,
    handle,
    clear: (scene, { domain, instant }) => {
      const { axis, plotPx } = scene
      const isSeen = contains(domain, instant)
      const x = clamp(scene.toX(instant), [0, plotPx])
      const minor = isSeen ? clearOf(axis.minor, x, 4, plotPx) : axis.minor
      return { ...scene, axis: { ...axis, minor, major: clearOf(axis.major, x, isSeen ? PIN_PX + 4 : AWAY_PX, plotPx) } }
    },
    draw: (scene, state) => {
      unit = stepUnit(scene.axis)
      const { domain, instant } = state
      dayPx = (scene.plotPx * DAY_MS) / (domain[1] - domain[0])
      const at = scene.toX(instant)
      const away = contains(domain, instant) ? null : instant < domain[0] ? 'earlier' : 'later'
      // At the very end of the window the line would be cut.
      const x = clamp(at, [away ? 0 : 1, scene.plotPx - (away ? 0 : 2)])
      if (away) line.replaceChildren()
      else drawLine(scene, instant, x, scene.axis.major)
      handle.classList.toggle('away', away !== null)
      writeAttributes(pin, { d: away ? AWAY[away] : PIN, transform: `scale(${scene.scale})` })
      const widthPx = coarse ? 44 : 24
      const hitX = away === 'earlier' ? -4 : away === 'later' ? 4 - widthPx : -widthPx / 2
      const height = isBesideFilter(scene, state) ? HIT_PX.beside : HIT_PX[coarse ? 'coarse' : 'fine']
      writeAttributes(hit, { x: hitX, width: widthPx, height })
      put(away ? x : crisp(x), 0)
    },
  }
}
