import { formatWall } from './axis'
import { dayStart, toWall } from './axis-levels'
import type { Story } from './story-types'
import type { Instant, When } from './types'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** What a clock shows: the time of day, and a wall time on the day that it belongs to, for a date beside it. */
export interface Reading {
  readonly text: string
  readonly wall: number
}

/** The time of day in a zone, of 24 hours. The last millisecond of a day is its end, 24:00, not a minute before. */
export function clockTime(instant: Instant, zone: string, locale: string): Reading {
  const end = instant + 1
  const isEnd = end % MINUTE_MS === 0
  const at = isEnd ? end : instant
  const midnight = isEnd && dayStart(end, zone) === end
  const text = formatWall(toWall(at, zone), locale, { hour: '2-digit', minute: '2-digit', hourCycle: midnight ? 'h24' : 'h23' })
  return { text, wall: toWall(midnight ? instant : at, zone) }
}

/** True where two readings belong to one day of the calendar. */
export const isSameDay = (a: Reading, b: Reading): boolean => Math.floor(a.wall / DAY_MS) === Math.floor(b.wall / DAY_MS)

export interface Clock {
  /** IANA name. */
  readonly zone: string
  /** `own`: the reader's, beside the story's. `shared`: one of the story's that shows the reader's time as well. */
  readonly reader: 'own' | 'shared' | null
}

/**
 * The story's clocks, and the reader's own where none of them shows the same time at every one of `instants`. `readerZone` is an IANA
 * name, or null where the reader's zone is not known.
 */
export function clocksFor(story: Story, readerZone: string | null, instants: readonly Instant[]): readonly Clock[] {
  const agrees = (zone: string) => instants.every((instant) => toWall(instant, zone) === toWall(instant, readerZone ?? zone))
  const shared = readerZone === null ? undefined : story.clocks.find((zone) => zone === readerZone || agrees(zone))
  const clocks = story.clocks.map((zone): Clock => ({ zone, reader: zone === shared ? 'shared' : null }))
  return readerZone === null || shared !== undefined ? clocks : [...clocks, { zone: readerZone, reader: 'own' }]
}

/** A clock time that is known of a time, and what it is of it. */
export interface Moment {
  readonly at: Instant
  readonly edge: 'at' | 'from' | 'until'
}

/** The clock times that are known of a time, at most two; none of a day, which has no midnight of its own. */
export function momentsOf(when: When | null): readonly Moment[] {
  if (when === null) return []
  const { extent, start, end, startPrecision, endPrecision, interval } = when
  const from: Moment[] =
    start === 'known' && startPrecision === 'instant' ? [{ at: extent[0], edge: interval ? 'from' : 'at' }] : []
  const until = interval && end === 'known' && endPrecision === 'instant' && extent[1] !== from[0]?.at
  return until ? [...from, { at: extent[1], edge: 'until' }] : from
}

/** True where the clock times of a time are only about right. */
export const isAbout = ({ approximate, qualifier }: When): boolean => approximate || qualifier === '~' || qualifier === '%'
