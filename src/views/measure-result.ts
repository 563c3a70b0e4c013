import { toWall } from '../core/axis-levels'
import { formatterOf } from '../core/format'
import type { Interval } from '../core/interval'
import { type Distance, daysToTold, eitherWay, type TimeBetween, timeBetween } from '../core/measure'
import type { When } from '../core/types'
import type { MeasureBarWords, Which } from '../core/words/measure-bar-words'
import type { Dated } from './measure-ends'
import { isAbout, isClocked, isDated, lengthOf, lengths, type Says as SaysLength } from './measure-length'

interface Says extends SaysLength {
  readonly bar: MeasureBarWords
}

/** What a measurement comes to. */
export interface Result {
  readonly value: string
  /** What is counted, and what is not known. */
  readonly notes: readonly string[]
  /** The second lies before the first. */
  readonly isBack: boolean
}

const DAYS_OF_YEAR = 365.2425

/** One is surely the earlier. */
const isOrdered = ([least, most]: Interval): boolean => least > 0 || most < 0

/** Names one or both of the two, in the order of time where that is known. */
function whichOf(flags: readonly [boolean, boolean], isBack: boolean, ordered: boolean): Which | null {
  if (flags[0] && flags[1]) return 'both'
  if (!flags[0] && !flags[1]) return null
  if (!ordered) return flags[0] ? 'first' : 'second'
  return flags[0] !== isBack ? 'earlier' : 'later'
}

const hasBeginning = ({ start, extent }: When): boolean => start === 'known' && Number.isFinite(extent[0])

type Pair = readonly [Dated, Dated]

/** Of each that began nobody says when: so, and by when it is told. */
function beginningNotes(context: Says, [a, b]: Pair, isKnown: boolean): string[] {
  const { bar: says, story, words } = context
  const notes = [a, b].filter(({ when }) => !hasBeginning(when)).map(({ short }) => says.noBeginning(short.value))
  if (isKnown || notes.length !== 1) return notes
  const [told, other] = hasBeginning(a.when) ? [b, a] : [a, b]
  const n = daysToTold(other.when, told.when)
  if (n === null || n < 0) return notes
  return [...notes, says.knownBy(formatterOf(story, words).whenShort(told.when), n, lengths(context).inDays(n))]
}

/** What days can say, where it takes more than one sentence to say it. */
function dayNotes({ bar: says }: Says, [a, b]: Pair, between: TimeBetween, which: Name): string[] {
  const [first, second] = between.onOneDay
  if (!first || !second) {
    const notes = [says.noDay(which([!first, !second]) ?? 'both')]
    const [least, most] = between.beginDays
    return least >= 0 || most <= 0 ? notes : [...notes, says.order]
  }
  const clock = which(between.clocked)
  if (clock !== null) return [says.oneClock(clock)]
  const offset = ({ when }: Dated): number => toWall(when.extent[0], when.timeZone) - when.extent[0]
  return [says.daysOnly(offset(a) !== offset(b))]
}

type Name = (flags: readonly [boolean, boolean]) => Which | null

function statusNotes({ bar: says }: Says, [a, b]: Pair, which: Name): string[] {
  const planned = which([a.status === 'planned', b.status === 'planned'])
  const cancelled = which([a.status === 'cancelled', b.status === 'cancelled'])
  return [planned && says.planned(planned), cancelled && says.cancelled(cancelled)].filter((note) => note !== null)
}

/** The time between two events in words: never more than the sources give. */
export function timeResult(context: Says, a: Dated, b: Dated): Result {
  const says = context.bar
  const between = timeBetween(a.when, b.when)
  const { beginMs, beginDays, daysAfterEnd } = between
  const { short, value } = lengthOf(context, between)
  const [known, clocked] = [isDated(between), isClocked(between)]
  const order = clocked ? beginMs : beginDays
  const isBack = order[1] < 0
  const which: Name = (flags) => whichOf(flags, isBack, isOrdered(order))
  const notes = [
    ...(known ? [] : beginningNotes(context, [a, b], isOrdered(beginDays))),
    ...(known && !clocked ? dayNotes(context, [a, b], between, which) : []),
    ...(known && clocked && value !== short ? [says.calendar] : []),
    ...(known && lasts(between, order) ? [says.starts] : []),
    ...(known && daysAfterEnd !== null ? [says.afterEnd(lengths(context).inDays(daysAfterEnd))] : []),
    ...(isAbout(between) ? [says.approximate] : []),
    ...(between.uncertain ? [says.uncertain] : []),
    ...statusNotes(context, [a, b], which),
  ]
  return { value: withYears(context, value, between), notes, isBack }
}

/** The earlier goes on for a time: to the later one it is farther from its beginning than from its end. */
function lasts({ lasting: [a, b] }: TimeBetween, [least, most]: Interval): boolean {
  return (a && most > 0) || (b && least < 0)
}

/** Nobody can picture thousands of days. */
function withYears({ words, bar }: Says, value: string, between: TimeBetween): string {
  const years = eitherWay(between.beginDays)[1] / DAYS_OF_YEAR
  if (!isDated(between) || years < 2) return value
  return bar.years(value, new Intl.NumberFormat(words.locale, { maximumFractionDigits: 1 }).format(years))
}

/** The distance between two places in words, to the kilometre: a city is no point. */
export function distanceResult({ story, words, bar }: Says, { km, nauticalMiles }: Distance): Pick<Result, 'value' | 'notes'> {
  if (km === 0) return { value: bar.samePoint, notes: [] }
  if (km < 1) return { value: bar.lessThanKm, notes: [] }
  const { distanceKm, count } = formatterOf(story, words)
  return { value: bar.distance(distanceKm(km), count(nauticalMiles)), notes: [bar.greatCircle] }
}
