import { dayStart, toWall } from './axis-levels'
import { distanceKm, KM_PER_NAUTICAL_MILE } from './geo'
import type { Interval } from './interval'
import type { Story } from './story-types'
import type { Instant, PlaceId, Position, Precision, When } from './types'
import { zonedInstant } from './zone'

const DAY_MS = 86_400_000
const MONTHS: Readonly<Record<Exclude<Precision, 'instant' | 'day'>, number>> = {
  month: 1,
  season: 3,
  year: 12,
  decade: 120,
  century: 1200,
}

/** The point from which distances to a place are measured; null for an area and a country, which have no one point. */
function measuringPoint(story: Story, id: PlaceId): Position | null {
  const place = story.places.get(id)
  if (place?.geometry?.type !== 'Point' || place.precision === 'area' || place.precision === 'country') return null
  const [longitude = 0, latitude = 0] = place.geometry.coordinates
  return [longitude, latitude]
}

/** True where distances can be measured to it: an area has no one point. */
export const isMeasurable = (story: Story, id: PlaceId): boolean => measuringPoint(story, id) !== null

/** Along the great circle; not rounded. */
export interface Distance {
  readonly km: number
  readonly nauticalMiles: number
}

/**
 * The shortest way over a sphere with the Earth's mean radius (R1 of the IUGG, 6371.0088 km): haversine of the central angle. The
 * Earth is no sphere, which makes at most 0.6 %. Null where one of them has no point.
 */
export function distanceBetween(story: Story, from: PlaceId, to: PlaceId): Distance | null {
  const [a, b] = [measuringPoint(story, from), measuringPoint(story, to)]
  if (a === null || b === null) return null
  const km = distanceKm(a, b)
  return { km, nauticalMiles: km / KM_PER_NAUTICAL_MILE }
}

/** Number of the day on the calendar of a zone, infinite where the instant is. */
const dayNumber = (instant: Instant, zone: string): number =>
  Number.isFinite(instant) ? Math.floor(toWall(instant, zone) / DAY_MS) : instant

/** The last instant of the first unit of a range: of the day, month or year with which it begins. */
function firstUnitEnd({ extent: [start], startPrecision, timeZone }: When): Instant {
  if (startPrecision === 'instant') return start
  if (startPrecision === 'day') return dayStart(start, timeZone, 1) - 1
  const date = new Date(toWall(start, timeZone))
  const month = date.getUTCMonth() + 1 + MONTHS[startPrecision]
  return zonedInstant({ year: date.getUTCFullYear(), month, day: 1 }, timeZone) - 1
}

/**
 * Between which instants it began. A range that lasts throughout begins in its first day, month or year; of a time within which
 * something happened, every instant may be its beginning. Infinite where nobody says since when.
 */
export function beginning(when: When): Interval {
  const [start, end] = when.extent
  if (when.start !== 'known' || !Number.isFinite(start)) return [-Infinity, end]
  if (when.occurs === 'within' || !when.interval) return [start, end]
  return [start, Math.min(firstUnitEnd(when), end)]
}

/** From the one to the other; negative where the other comes first, infinite where nobody says. Of two infinities: nothing is known. */
const spread = (a: Interval, b: Interval): Interval => [b[0] - a[1], b[1] - a[0]]

/** The least and the most of a spread, whichever comes first. */
export function eitherWay([least, most]: Interval): Interval {
  const nearest = least <= 0 && most >= 0 ? 0 : Math.min(Math.abs(least), Math.abs(most))
  return [nearest, Math.max(Math.abs(least), Math.abs(most))]
}

const isClocked = (when: When): boolean => when.start === 'known' && when.startPrecision === 'instant'
const isAbout = (when: When): boolean => when.approximate || when.qualifier === '~' || when.qualifier === '%'
const isUncertain = (when: When): boolean => when.qualifier === '?' || when.qualifier === '%'
/** It goes on after it has begun, by the file's own words. */
const isLasting = (when: When): boolean => when.interval && when.occurs === 'throughout' && when.start === 'known'

const isOneDay = ([first, last]: Interval): boolean => first === last

/** The time between two times, with the doubt of both kept. Hours are hours that passed, days are days of each one's own calendar. */
export interface TimeBetween {
  /** Between any moment of the one and any of the other: no two are nearer. 0 where they touch. */
  readonly leastMs: number
  /** No two are farther apart. Infinite where an end is open or not known. */
  readonly mostMs: number
  /** From beginning to beginning, from `a` to `b`: negative where `b` comes first, infinite where a beginning is not known. */
  readonly beginMs: Interval
  readonly beginDays: Interval
  /** Which of the two have a time of day. */
  readonly clocked: readonly [boolean, boolean]
  /** Which of the two are approximate. */
  readonly about: readonly [boolean, boolean]
  /** Of which the beginning is on one day. */
  readonly onOneDay: readonly [boolean, boolean]
  /** A date of either is uncertain: all of this may be wrong. */
  readonly uncertain: boolean
  /** Which of the two go on after they have begun, so that it matters what is counted: beginnings. */
  readonly lasting: readonly [boolean, boolean]
  /** Days from the last day of the earlier to the first of the later, where the earlier lasts, has an end and is over by then. */
  readonly daysAfterEnd: number | null
}

function daysAfterEnd(first: When, second: When): number | null {
  const begins = beginning(second)
  const [from, to] = begins.map((instant) => dayNumber(instant, second.timeZone))
  const hasEnd = isLasting(first) && first.end === 'known' && Number.isFinite(first.extent[1])
  if (!hasEnd || from !== to || from === undefined || begins[0] <= first.extent[1]) return null
  return from - dayNumber(first.extent[1], first.timeZone)
}

/**
 * Days from the beginning of `other` to the last day of a time of which nobody says since when, by which it is told. Null where either
 * day is not known.
 */
export function daysToTold(other: When, told: When): number | null {
  const [first, last] = beginning(other).map((instant) => dayNumber(instant, other.timeZone))
  const by = dayNumber(told.extent[1], told.timeZone)
  return first === last && first !== undefined && Number.isFinite(by) ? by - first : null
}

/** What an edge that is not known may still hold. */
const possible = ({ extent: [start, end], ...when }: When): Interval => [
  when.start === 'known' ? start : -Infinity,
  when.end === 'known' ? end : Infinity,
]

/** From `a` to `b`. Turned round it is the same with other signs. */
export function timeBetween(a: When, b: When): TimeBetween {
  const [leastMs, mostMs] = eitherWay(spread(possible(a), possible(b)))
  const [from, to] = [beginning(a), beginning(b)]
  const days = (begins: Interval, { timeZone }: When): Interval => [
    dayNumber(begins[0], timeZone),
    dayNumber(begins[1], timeZone),
  ]
  return {
    leastMs,
    mostMs,
    beginMs: spread(from, to),
    beginDays: spread(days(from, a), days(to, b)),
    clocked: [isClocked(a), isClocked(b)],
    about: [isAbout(a), isAbout(b)],
    onOneDay: [isOneDay(days(from, a)), isOneDay(days(to, b))],
    uncertain: isUncertain(a) || isUncertain(b),
    lasting: [isLasting(a), isLasting(b)],
    daysAfterEnd: daysAfterEnd(a, b) ?? daysAfterEnd(b, a),
  }
}
