import { formatterOf } from '../core/format'
import type { Interval } from '../core/interval'
import { eitherWay, type TimeBetween, timeBetween } from '../core/measure'
import type { Story } from '../core/story-types'
import type { Words } from '../core/words/words'
import type { Dated } from './measure-ends'

/** What words of a length take. */
export interface Says {
  readonly story: Story
  readonly words: Words
}

/** How long it is: `short` on the timeline, `value` in full. */
export interface Length {
  readonly short: string
  readonly value: string
}

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/** Days or hours and minutes in words. */
export function lengths({ story, words }: Says) {
  const { count } = formatterOf(story, words)
  const { days, hours, minutes } = words.format
  const inDays = (n: number): string => days(n, count(n))
  const passed = (ms: number): string => {
    const all = Math.round(ms / MINUTE_MS)
    const [h, m] = [Math.floor(all / 60), all % 60]
    const parts = [h > 0 ? hours(h, count(h)) : '', m > 0 || h === 0 ? minutes(m, count(m)) : '']
    return parts.filter((part) => part !== '').join(' ')
  }
  return { inDays, passed, count }
}

/** When both began is known: between which days at least. */
export const isDated = ({ beginDays: [least, most] }: TimeBetween): boolean => Number.isFinite(least) && Number.isFinite(most)
/** Both have a time of day: hours can be counted. */
export const isClocked = ({ clocked }: TimeBetween): boolean => clocked[0] && clocked[1]
/** A clock time that is about right says no less about its day. */
export const isAbout = (between: TimeBetween): boolean =>
  isDated(between) && between.about.some((about, index) => about && (isClocked(between) || !between.clocked[index]))

/** Both are clock times: the hours that passed, and the days that their calendars count. */
function clockLength(context: Says, between: TimeBetween): Length {
  const says = context.words.measure
  const { inDays, passed } = lengths(context)
  const [least, most] = eitherWay(between.beginMs)
  if (most === 0) return { short: says.sameTime, value: says.sameTime }
  if (least !== most) {
    const text = least === 0 ? says.atMost(passed(most)) : says.range(passed(least), passed(most))
    return { short: text, value: text }
  }
  const [days] = eitherWay(between.beginDays)
  const text = days === 0 ? passed(most) : says.both(inDays(days), passed(most))
  return { short: most < 48 * HOUR_MS ? passed(most) : inDays(days), value: text }
}

function dayLength(context: Says, [least, most]: Interval): Length {
  const says = context.words.measure
  const { inDays, count } = lengths(context)
  const short =
    most === 0
      ? says.sameDay
      : least === most
        ? inDays(most)
        : least === 0
          ? says.atMost(inDays(most))
          : says.range(count(least), inDays(most))
  return { short, value: short }
}

function plainLength(context: Says, between: TimeBetween): Length {
  const says = context.words.measure
  if (isDated(between))
    return isClocked(between) ? clockLength(context, between) : dayLength(context, eitherWay(between.beginDays))
  const [least, most] = between.beginDays
  const nearest = least > 0 ? least : most < 0 ? -most : null
  const text = nearest === null ? says.unknown : says.atLeast(lengths(context).inDays(nearest))
  return { short: text, value: text }
}

/** The time between two events, never more exactly than the sources give it. */
export function lengthOf(context: Says, between: TimeBetween): Length {
  const { about } = context.words.measure
  const { short, value } = plainLength(context, between)
  return isAbout(between) ? { short: about(short), value: about(value) } : { short, value }
}

/** The same of two events, for a picture. */
export const shortLength = (context: Says, a: Dated, b: Dated): string => lengthOf(context, timeBetween(a.when, b.when)).short
