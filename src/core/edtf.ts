import { parse } from 'edtf'
import { daysOf, EDTF_PROBLEMS, explainSyntax } from './edtf-problem'
import type { Interval } from './interval'
import { isProblem, type Problem } from './issue'
import type { Edge, Precision, Qualifier, When } from './types'
import { type CalendarTime, utcInstant, zonedInstant } from './zone'

/** One end of an interval, or a whole time, on the calendar. */
interface Side {
  readonly start: CalendarTime
  /** The first moment after it; null for a time of day. */
  readonly next: CalendarTime | null
  /** Minutes ahead of UTC where the text says so. */
  readonly offset: number | null
  readonly precision: Precision
  readonly qualifier: Qualifier
  /** Digits are left open, as in 2026-XX. */
  readonly unspecified: boolean
}

const MAX_LENGTH = 80
const MAX_YEAR = 270_000
const MONTHS_OF_SEASON = 3
/** Year to day, or to a time of day: by far the most of all times, and npm edtf 4.11.1 takes 29 February for every year, 24:00, and .5 for 5 ms. */
const CALENDAR =
  /^(-?\d{4})-(\d\d)-(\d\d)(?:T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])(0\d|1[0-4]):([0-5]\d))?)?([?~%])?$/

const isTime = (text: string): boolean => text.includes('T')

function calendarSide(text: string, match: RegExpExecArray): Side | Problem {
  const [year = 0, month = 0, day = 0, hour, minute, second = 0] = match
    .slice(1, 7)
    .map((part) => (part === undefined ? undefined : Number(part)))
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return explainSyntax(text)
  const qualifier = (match[11] ?? '') as Qualifier
  const date = { year, month, day }
  if (!isTime(text))
    return { start: date, next: { ...date, day: day + 1 }, offset: null, precision: 'day', qualifier, unspecified: false }
  if (qualifier !== '') return EDTF_PROBLEMS.qualifier(text)
  const millisecond = Math.floor(Number(`0.${match[7] ?? 0}`) * 1000)
  const minutes = Number(match[9]) * 60 + Number(match[10])
  const offset = text.endsWith('Z') ? 0 : match[8] === undefined ? null : match[8] === '-' ? -minutes : minutes
  return {
    start: { ...date, hour, minute, second, millisecond },
    next: null,
    offset,
    precision: 'instant',
    qualifier,
    unspecified: false,
  }
}

/** Years that share their first digits: 202X, 19XX; before year 0 the digits count away from it. */
function yearsSide(year: number, length: 10 | 100): Pick<Side, 'start' | 'next'> {
  const first = year < 0 ? year - length + 1 : year
  return { start: { year: first, month: 1, day: 1 }, next: { year: first + length, month: 1, day: 1 } }
}

/** Everything but full dates: years, months, seasons, unspecified digits. */
function coarseSide(text: string): Side | Problem {
  const qualifier = (/[?~%]$/.exec(text)?.[0] ?? '') as Qualifier
  const plain = qualifier === '' ? text : text.slice(0, -1)
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(plain, { level: 1, types: ['Date', 'Year', 'Season'] })
  } catch {
    return explainSyntax(text)
  }
  const [year = 0, second, third] = parsed.values
  if (Math.abs(year) > MAX_YEAR) return EDTF_PROBLEMS.range(text)
  const mask = parsed.unspecified ?? 0
  // Full dates that CALENDAR refused.
  if (third !== undefined && mask === 0) return explainSyntax(text)
  const common = { offset: null, qualifier, unspecified: mask > 0 }
  if (parsed.type === 'Season' && second !== undefined) {
    const month = (second - 20) * MONTHS_OF_SEASON
    return {
      ...common,
      start: { year, month, day: 1 },
      next: { year, month: month + MONTHS_OF_SEASON, day: 1 },
      precision: 'season',
    }
  }
  if ((mask & 4) > 0) return { ...common, ...yearsSide(year, 100), precision: 'century' }
  if ((mask & 8) > 0) return { ...common, ...yearsSide(year, 10), precision: 'decade' }
  if (second === undefined || (mask & 48) > 0) {
    return { ...common, start: { year, month: 1, day: 1 }, next: { year: year + 1, month: 1, day: 1 }, precision: 'year' }
  }
  return { ...common, start: { year, month: second + 1, day: 1 }, next: { year, month: second + 2, day: 1 }, precision: 'month' }
}

function parseSide(text: string): Side | Problem {
  const match = CALENDAR.exec(text)
  return match ? calendarSide(text, match) : coarseSide(text)
}

function sideExtent(side: Side, timeZone: string): Interval {
  if (side.offset !== null) {
    const instant = utcInstant(side.start) - side.offset * 60_000
    return [instant, instant]
  }
  const start = zonedInstant(side.start, timeZone)
  // A day that a zone skips whole (Apia, 30 December 2011) has no length.
  return [start, side.next === null ? start : Math.max(start, zonedInstant(side.next, timeZone) - 1)]
}

/** Zones differ by at most 26 hours: one end with an offset and one without are in the wrong order only beyond that. */
const ZONES_MS = 26 * 3_600_000

function isReversed(start: Side, end: Side): boolean {
  const mixed = (start.offset === null) !== (end.offset === null)
  return sideExtent(start, 'UTC')[0] > sideExtent(end, 'UTC')[1] + (mixed ? ZONES_MS : 0)
}

/** The sides of a time; one side stands for both ends. */
interface Sides {
  readonly start: Side | null
  readonly end: Side | null
  readonly edges: readonly [Edge, Edge]
  readonly interval: boolean
}

const edgeOf = (text: string): Edge => (text === '' ? 'unknown' : text === '..' ? 'open' : 'known')

function parseSides(text: string): Sides | Problem {
  if (text.length > MAX_LENGTH) return EDTF_PROBLEMS.long(text)
  if (/[[\]{}]/.test(text)) return EDTF_PROBLEMS.set(text)
  const parts = text.split('/')
  const [first = '', second = first] = parts
  if (parts.length > 2) return EDTF_PROBLEMS.slashes(text)
  const edges = [edgeOf(first), edgeOf(second)] as const
  if (edges[0] !== 'known' && edges[1] !== 'known') return EDTF_PROBLEMS.empty(text)
  const start = edges[0] === 'known' ? parseSide(first) : null
  if (start !== null && isProblem(start)) return start
  const end = edges[1] !== 'known' ? null : parts.length === 1 ? start : parseSide(second)
  if (end !== null && isProblem(end)) return end
  if (start !== null && end !== null && start !== end && isReversed(start, end)) return EDTF_PROBLEMS.order(text)
  return { start, end, edges, interval: parts.length === 2 }
}

function bothQualifiers(a: Qualifier, b: Qualifier): Qualifier {
  const all = a + b
  const uncertain = /[?%]/.test(all)
  const approximate = /[~%]/.test(all)
  return uncertain ? (approximate ? '%' : '?') : approximate ? '~' : ''
}

/** What is wrong with the text as EDTF, or null: then `parseWhen` gives a time in every zone. */
export function edtfProblem(text: string): Problem | null {
  const sides = parseSides(text)
  return isProblem(sides) ? sides : null
}

export interface WhenOptions {
  /** IANA name: where days begin and end, and the zone of times without an offset. */
  readonly timeZone: string
  readonly approximate?: boolean
  /** Default: `within` where digits are left open (2026-XX), else `throughout`. */
  readonly occurs?: When['occurs']
}

/** EDTF of level 0 and 1, and intervals of times of day, as a time with its doubt. Never throws on bad text. */
export function parseWhen(edtf: string, options: WhenOptions): When | Problem {
  const sides = parseSides(edtf)
  if (isProblem(sides)) return sides
  const { timeZone, approximate = false } = options
  const first = sides.start ?? sides.end
  const last = sides.end ?? sides.start
  if (first === null || last === null) return EDTF_PROBLEMS.empty(edtf)
  const firstExtent = sideExtent(first, timeZone)
  const lastExtent = first === last ? firstExtent : sideExtent(last, timeZone)
  // Reversed only where one end has an offset and the other a day in a zone: then they overlap.
  const [from, to] = firstExtent[0] <= lastExtent[1] ? [firstExtent[0], lastExtent[1]] : [lastExtent[0], firstExtent[1]]
  const extent: Interval = [
    sides.edges[0] === 'open' ? Number.NEGATIVE_INFINITY : from,
    sides.edges[1] === 'open' ? Number.POSITIVE_INFINITY : to,
  ]
  return {
    edtf,
    extent,
    start: sides.edges[0],
    end: sides.edges[1],
    startPrecision: first.precision,
    endPrecision: last.precision,
    qualifier: bothQualifiers(first.qualifier, last.qualifier),
    approximate,
    occurs: options.occurs ?? (first.unspecified || last.unspecified ? 'within' : 'throughout'),
    interval: sides.interval,
    timeZone,
  }
}
