import { bisectLeft, bisectRight } from 'd3-array'
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
  /** Whole years before the break, or null where all fits on one scale. */
  readonly history: Interval | null
  readonly main: Interval
  /** Where the main part begins, px. */
  readonly mainX: number
  readonly toX: (instant: number) => number
  readonly toInstant: (x: number) => number
}

/** Space kept free at either end for the handles of the window. */
const END_PX = 14

/** Start of the year that holds `instant`. */
const yearOf = (instant: number, zone: string): number => fromWall(floorWall(toWall(instant, zone), 'year'), zone)

/** Lays out the strip: a break where the years before the opening's year are longer than half of what follows. */
export function overviewOf({ extent, opening, timeZone, widthPx, historyPx }: OverviewOptions): Overview {
  const end = Math.max(extent[1], opening[1])
  const year = yearOf(opening[0], timeZone)
  const broken = extent[0] < year - (end - year) / 2
  const main: Interval = [broken ? year : Math.min(extent[0], opening[0]), end]
  const history: Interval | null = broken ? [yearOf(extent[0], timeZone), year] : null
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

/**
 * Events by hour, day, week, month or year, whichever is the finest that can be seen in the part of the strip: the years before the
 * break and the days after it have each their own. `instants` are sorted.
 */
export function densityOf({ history, main, toX }: Overview, instants: readonly number[], timeZone: string): DensityBin[] {
  const early = history ? densityIn([history[0], main[0] - 1], toX, instants, timeZone) : []
  return [...early, ...densityIn(main, toX, instants, timeZone)]
}

function densityIn(part: Interval, toX: Overview['toX'], instants: readonly number[], timeZone: string): DensityBin[] {
  const pxPerMs = (toX(part[1]) - toX(part[0])) / (part[1] - part[0])
  const level = LEVELS.find(
    ({ unit, step, stepMs, weekdays }) =>
      unit !== 'minute' &&
      (step === 1 || unit === 'year' || (weekdays?.length === 1 && step === 7)) &&
      stepMs * pxPerMs >= LEAST_BAR_PX,
  )
  if (!level) return []
  const ticks = ticksOf(part, timeZone, level.unit, level.step, level.weekdays)
  const first = ticks[0]
  const edges = ticks.map((tick) => Math.max(tick.at, part[0]))
  if (!first || first.at > part[0]) edges.unshift(part[0])
  const end = bisectRight(instants, part[1])
  return edges.flatMap((edge, index) => {
    const next = edges[index + 1]
    const count = (next === undefined ? end : bisectLeft(instants, next)) - bisectLeft(instants, edge)
    if (count === 0) return []
    const x1 = next === undefined ? Math.min(toX(edge) + level.stepMs * pxPerMs, toX(part[1])) : toX(next)
    return [{ x0: toX(edge), x1, count }]
  })
}
