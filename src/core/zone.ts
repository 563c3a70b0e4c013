import { tzOffset } from '@date-fns/tz/tzOffset'
import type { Instant } from './types'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** Date and time of day on a calendar (proleptic Gregorian), of no zone yet. Year 0 is 1 BC; month and day count from 1. */
export interface CalendarTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour?: number
  readonly minute?: number
  readonly second?: number
  readonly millisecond?: number
}

/** True for IANA names such as `Europe/Zurich` and for `UTC`. */
export function isTimeZone(name: string): boolean {
  // @date-fns/tz 1.5.0 finds `constructor` and the like in its caches.
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{1,63}$/.test(name) || name in Object.prototype) return false
  return !Number.isNaN(tzOffset(name, new Date(0)))
}

/** Epoch ms as if the calendar's time were UTC. Fields may overflow: month 13 is next January. */
export function utcInstant({ year, month, day, hour = 0, minute = 0, second = 0, millisecond = 0 }: CalendarTime): Instant {
  // Date.UTC takes years 0 to 99 for 1900 to 1999.
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getTime() + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond
}

function offsetMs(timeZone: string, instant: Instant): number {
  const minutes = tzOffset(timeZone, new Date(instant))
  // @date-fns/tz 1.5.0 reads offsets between -01:00 and 0, such as London's before 1847, as positive.
  return (minutes > 0 && minutes < 60 && !isAheadOfUtc(timeZone, instant) ? -minutes : minutes) * MINUTE_MS
}

function isAheadOfUtc(timeZone: string, instant: Instant): boolean {
  const name = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).format(instant)
  return !name.includes('GMT-')
}

/** Offsets at UTC midnights by zone and day: asking `Intl` is by far the dearest part of reading a long file. */
const midnightOffsets = new Map<string, Map<number, number>>()
const MAX_MIDNIGHTS = 20_000

function midnightOffsetMs(timeZone: string, day: number): number {
  let offsets = midnightOffsets.get(timeZone)
  if (offsets === undefined || offsets.size > MAX_MIDNIGHTS) {
    offsets = new Map()
    midnightOffsets.set(timeZone, offsets)
  }
  const known = offsets.get(day)
  if (known !== undefined) return known
  const offset = offsetMs(timeZone, day * DAY_MS)
  offsets.set(day, offset)
  return offset
}

/**
 * Epoch ms of a calendar's time in a zone. A time that the clock skips is the instant of the jump;
 * one that it shows twice is the first. Fields may overflow as in `utcInstant`.
 */
export function zonedInstant(time: CalendarTime, timeZone: string): Instant {
  const local = utcInstant(time)
  if (timeZone === 'UTC') return local
  const day = Math.floor(local / DAY_MS)
  // No zone is a whole day from UTC, so these two lie before and after the time on every clock.
  const before = midnightOffsetMs(timeZone, day - 1)
  const after = midnightOffsetMs(timeZone, day + 2)
  if (before === after || offsetMs(timeZone, local - before) === before) return local - before
  return offsetMs(timeZone, local - after) === after ? local - after : local - before
}
