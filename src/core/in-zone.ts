import { fromWall, toWall } from './axis-levels'
import type { When } from './types'

/**
 * The same time as the clock of another zone has it: a time of day is the same instant, a day or more the same days of the calendar
 * there. Its text names no other zone.
 */
export function inZone(when: When, timeZone: string): When {
  if (when.timeZone === timeZone && !/[+-]\d\d:\d\d/.test(when.edtf)) return when
  const isInstant = (precision: When['startPrecision']): boolean => precision === 'instant'
  const moved = (at: number, precision: When['startPrecision']): number =>
    isInstant(precision) || !Number.isFinite(at) ? at : fromWall(toWall(at, when.timeZone), timeZone)
  const [from, to] = when.extent
  return {
    ...when,
    extent: [moved(from, when.startPrecision), moved(to, when.endPrecision)],
    edtf: when.edtf.replace(/\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d(?::?\d\d)?)/g, utcText),
    timeZone,
  }
}

/** A date-time with an offset, to the minute, as UTC has it. */
const utcText = (text: string): string => new Date(text).toISOString().replace(/:00\.000Z$/, 'Z')
