import { toWall } from './axis-levels'
import { anchor } from './refine'
import type { Instant, When } from './types'

/** A date on the calendar as far as it is given; month and day count from 1. Year 0 is 1 BC. */
export interface CalendarDay {
  readonly year: number
  readonly month: number | null
  readonly day: number | null
}

/** The day that the clocks of a zone show at an instant. `zone`: IANA name. */
export function calendarDay(instant: Instant, zone: string): CalendarDay & { readonly month: number; readonly day: number } {
  const date = new Date(toWall(instant, zone))
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** The start of a time, no finer than it is given: of `2026-11` no day, of a season or a decade the year alone. */
export function dayOfWhen(when: When): CalendarDay {
  const at = anchor(when)
  const precision = at === when.extent[0] ? when.startPrecision : when.endPrecision
  const { year, month, day } = calendarDay(at, when.timeZone)
  if (precision === 'instant' || precision === 'day') return { year, month, day }
  return { year, month: precision === 'month' ? month : null, day: null }
}

const digits = (value: number, length: number): string => String(value).padStart(length, '0')

/** `2026-11-22`, `2026-11` or `2026`; a year before 0 or after 9999 as ISO 8601 expands it. */
export function isoDay({ year, month, day }: CalendarDay): string {
  const isPlain = year >= 0 && year <= 9999
  const sign = isPlain ? '' : year < 0 ? '-' : '+'
  const parts = [sign + digits(Math.abs(year), isPlain ? 4 : 6), month, day].filter((part) => part !== null)
  return parts.map((part) => (typeof part === 'number' ? digits(part, 2) : part)).join('-')
}
