import { bisectLeft } from 'd3-array'
import { floorWall, fromWall, LEVELS, ticksOf, toWall } from './axis-levels'
import { clamp, type Interval } from './interval'

export interface OverviewOptions {
  /** Least and greatest time of the story. */
  readonly extent: Interval
  readonly opening: Interval
  /** IANA name: years and days begin at its midnight. */
  readonly timeZone: string
  readonly widthPx: number
  /** Room for the years before the break, px. */
  readonly historyPx: number
}

/** The whole story on one strip. Years long before the opening are squashed into a stretch of their own, so that days stay visible. */
export interface Overview {
  /** What lies before the break, or null where all fits on one scale. */
  readonly history: Interval | null
  readonly main: Interval
  /** Where the main part begins, px. */
  readonly mainX: number
  readonly toX: (instant: number) => number
  readonly toInstant: (x: number) => number
}

/** Space kept free at either end for the handles of the window. */
const END_PX = 14

/** Lays out the strip: a break where the years before the opening's year are longer than half of what follows. */
export function overviewOf({ extent, opening, timeZone, widthPx, historyPx }: OverviewOptions): Overview {
  const end = Math.max(extent[1], opening[1])
  const year = fromWall(floorWall(toWall(opening[0], timeZone), 'year'), timeZone)
  const broken = extent[0] < year - (end - year) / 2
  const main: Interval = [broken ? year : Math.min(extent[0], opening[0]), end]
  const history: Interval | null = broken ? [extent[0], year] : null
  const mainX = broken ? Math.min(historyPx, widthPx / 2) : END_PX
  const mainEnd = Math.max(widthPx - END_PX, mainX + 1)
  const line = (from: Interval, to: Interval) => (value: number) =>
    to[0] + (clamp(value, from) - from[0]) * ((to[1] - to[0]) / Math.max(from[1] - from[0], Number.MIN_VALUE))
  const px: Interval = [mainX, mainEnd]
  const historyEnds: Interval = [END_PX / 2, Math.max(mainX - 2 * END_PX, END_PX)]
  return {
    history,
    main,
    mainX,
    toX: (instant) => (history && instant < main[0] ? line(history, historyEnds)(instant) : line(main, px)(instant)),
    toInstant: (x) => (history && x < mainX - END_PX ? line(historyEnds, history)(x) : line(px, main)(x)),
  }
}

export interface DensityBin {
  readonly x0: number
  readonly x1: number
  readonly count: number
}

/** Narrower bars would be a grey blur. */
const LEAST_BAR_PX = 7

/** Events of the main part by hour, day, week, month or year, whichever is the finest that can be seen. `instants` are sorted. */
export function densityOf(overview: Overview, instants: readonly number[], timeZone: string): DensityBin[] {
  const { main, toX } = overview
  const pxPerMs = (toX(main[1]) - toX(main[0])) / (main[1] - main[0])
  const level = LEVELS.find(
    ({ unit, step, stepMs, weekdays }) =>
      unit !== 'minute' &&
      (step === 1 || unit === 'year' || (weekdays?.length === 1 && step === 7)) &&
      stepMs * pxPerMs >= LEAST_BAR_PX,
  )
  if (!level) return []
  const ticks = ticksOf(main, timeZone, level.unit, level.step, level.weekdays)
  const first = ticks[0]
  const edges = ticks.map((tick) => tick.at)
  if (!first || first.at > main[0]) edges.unshift(main[0])
  return edges.flatMap((edge, index) => {
    const next = edges[index + 1] ?? Number.POSITIVE_INFINITY
    const count = bisectLeft(instants, next) - bisectLeft(instants, edge)
    if (count === 0) return []
    const x1 = Number.isFinite(next) ? toX(next) : Math.min(toX(edge) + level.stepMs * pxPerMs, toX(main[1]))
    return [{ x0: toX(edge), x1, count }]
  })
}
