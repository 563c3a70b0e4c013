import { tzOffset } from '@date-fns/tz/tzOffset'
import type { Interval } from './interval'
import { zonedInstant } from './zone'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Wall-clock time of `instant` in `zone`, as the epoch ms that a clock in UTC would show. */
export const toWall = (instant: number, zone: string): number => instant + (tzOffset(zone, new Date(instant)) || 0) * MINUTE

/** The instant at which the clock of `zone` shows `wall`; where it skips that time, the instant of the change. */
export function fromWall(wall: number, zone: string): number {
  const date = new Date(wall)
  const time = {
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
  }
  return zonedInstant({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), ...time }, zone)
}

/** First instant of the day, in `zone`, that holds `instant`; `days` later where given. */
export const dayStart = (instant: number, zone: string, days = 0): number =>
  fromWall(Math.floor(toWall(instant, zone) / DAY) * DAY + days * DAY, zone)

/** Not `Date.UTC`, which reads years 0 to 99 as 1900 to 1999. */
const utc = (year: number, month: number): number => new Date(0).setUTCFullYear(year, month, 1)

/** The midnight or, for `hour` and `minute`, the full hour or minute of the zone's clock that is nearest to `instant`. */
export function nearestEdge(instant: number, zone: string, unit: Unit): number {
  const size = unit === 'hour' ? HOUR : unit === 'minute' ? MINUTE : DAY
  return fromWall(Math.round(toWall(instant, zone) / size) * size, zone)
}

/** `count` days, hours or minutes of the zone's clock after an edge. */
export function stepEdge(edge: number, zone: string, unit: Unit, count: number): number {
  const size = unit === 'hour' ? HOUR : unit === 'minute' ? MINUTE : DAY
  return fromWall(toWall(edge, zone) + count * size, zone)
}

export type Unit = 'minute' | 'hour' | 'day' | 'month' | 'year'

/** One way to divide time: a tick every `step` units, or at some weekdays only. */
export interface Level {
  readonly unit: Unit
  readonly step: number
  readonly stepMs: number
  readonly weekdays: readonly number[] | null
  /** The larger unit that the second row of labels names. */
  readonly major: Unit | null
}

const level = (
  unit: Unit,
  step: number,
  unitMs: number,
  major: Unit | null,
  weekdays: readonly number[] | null = null,
): Level => ({
  unit,
  step,
  stepMs: step * unitMs,
  weekdays,
  major,
})

const YEARS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000]

/** From minutes to millennia, finest first. Half weeks are Mondays and Thursdays. */
export const LEVELS: readonly Level[] = [
  ...[1, 5, 15, 30].map((step) => level('minute', step, MINUTE, 'day')),
  ...[1, 3, 6, 12].map((step) => level('hour', step, HOUR, 'day')),
  level('day', 1, DAY, 'month'),
  level('day', 3, DAY, 'month', [1, 4]),
  level('day', 7, DAY, 'month', [1]),
  ...[1, 3].map((step) => level('month', step, 30.4 * DAY, 'year')),
  ...YEARS.map((step) => level('year', step, 365.25 * DAY, null)),
]

const yearOf = (wall: number): number => new Date(wall).getUTCFullYear()

/** Start of the unit that holds `wall`, in multiples of `step`. */
export function floorWall(wall: number, unit: Unit, step = 1): number {
  if (unit === 'year') return utc(Math.floor(yearOf(wall) / step) * step, 0)
  if (unit === 'month') {
    const date = new Date(wall)
    return utc(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / step) * step)
  }
  const size = unit === 'day' ? DAY : step * (unit === 'hour' ? HOUR : MINUTE)
  return Math.floor(wall / size) * size
}

function nextWall(wall: number, unit: Unit, step: number): number {
  if (unit === 'year') return utc(yearOf(wall) + step, 0)
  if (unit === 'month') return utc(yearOf(wall), new Date(wall).getUTCMonth() + step)
  return wall + (unit === 'day' ? DAY : step * (unit === 'hour' ? HOUR : MINUTE))
}

/** The span that JavaScript dates can hold, less a year of margin. */
const CALENDAR: Interval = [-8.6e15, 8.6e15]

/** Ticks of a unit in `domain`: wall times and instants, the first at or before the domain's start, at most 3,000. */
export function ticksOf(domain: Interval, zone: string, unit: Unit, step = 1, weekdays: readonly number[] | null = null): Tick[] {
  const ticks: Tick[] = []
  const start = Math.max(domain[0], CALENDAR[0])
  const end = Math.min(domain[1], CALENDAR[1])
  let wall = floorWall(toWall(start, zone), unit, step)
  // A floor before the first day of the calendar is no date.
  if (Number.isNaN(wall)) wall = utc(Math.ceil(yearOf(start) / step) * step, 0)
  for (let count = 0; count < 3000; count++) {
    const at = fromWall(wall, zone)
    if (!(at <= end)) break
    const last = ticks.at(-1)
    if (!weekdays || weekdays.includes(new Date(wall).getUTCDay())) if (!last || at > last.at) ticks.push({ wall, at })
    wall = nextWall(wall, unit, step)
  }
  return ticks
}

export interface Tick {
  readonly wall: number
  readonly at: number
}
