import { dayStart, fromWall, toWall } from './axis-levels'
import type { Instant } from './types'

/** What the now-line is moved by. */
export type LineUnit = 'day' | 'hour' | 'minute'

const SIZE_MS: Readonly<Record<LineUnit, number>> = { day: 86_400_000, hour: 3_600_000, minute: 60_000 }

/** True for the last millisecond of a day, which is the day's end: 24:00 rather than 23:59. */
export const isDayEnd = (at: Instant, zone: string): boolean => dayStart(at + 1, zone) === at + 1

/** A midnight is the end of the day before it: of two names for one instant the one that says what has passed. */
const asEnd = (edge: Instant, zone: string): Instant => (dayStart(edge, zone) === edge ? edge - 1 : edge)
const asEdge = (at: Instant, zone: string): Instant => (isDayEnd(at, zone) ? at + 1 : at)

/** The next end of a day, or full hour or minute of the zone's clock, after `at` or before it; `count` of them on. */
export function stepLine(at: Instant, zone: string, unit: LineUnit, count: number): Instant {
  const size = SIZE_MS[unit]
  const wall = toWall(asEdge(at, zone), zone)
  const from = count > 0 ? Math.floor(wall / size) : Math.ceil(wall / size)
  return asEnd(fromWall((from + count) * size, zone), zone)
}

/** The end of a day, or full hour or minute, that is nearest to `at`. */
export function snapLine(at: Instant, zone: string, unit: LineUnit): Instant {
  const size = SIZE_MS[unit]
  return asEnd(fromWall(Math.round(toWall(at, zone) / size) * size, zone), zone)
}

/** The finest unit that a pointer can aim at, where a day is `dayPx` wide. */
export function pointerUnit(dayPx: number): LineUnit {
  const leastPx = 1.5
  if (dayPx / 1440 >= leastPx) return 'minute'
  return dayPx / 24 >= leastPx ? 'hour' : 'day'
}

/** Date and time of day for a field: `2026-02-26` and `21:00`; the end of a day is 23:59 there. Null for years that no field holds. */
export function toFields(at: Instant, zone: string): { readonly date: string; readonly time: string } | null {
  // The end of a day elsewhere is a millisecond before a full minute here.
  const minute = (at + 1) % SIZE_MS.minute === 0 && !isDayEnd(at, zone) ? at + 1 : at
  const text = new Date(toWall(minute, zone)).toISOString()
  return /^\d{4}-/.test(text) ? { date: text.slice(0, 10), time: text.slice(11, 16) } : null
}

/** The instant of two fields; 23:59 means the end of the day. Null where they hold no date and time of day. */
export function fromFields(date: string, time: string, zone: string): Instant | null {
  const wall = Date.parse(`${date}T${time}Z`)
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^\d\d:\d\d$/.test(time) || Number.isNaN(wall)) return null
  return time === '23:59' ? dayStart(fromWall(wall, zone), zone, 1) - 1 : fromWall(wall, zone)
}
