import { toWall } from './axis-levels'
import type { Interval } from './interval'
import { memoLast } from './memo'
import type { Story } from './story-types'
import type { Instant, Precision, When } from './types'
import type { Words } from './words/words'
import { zonedInstant } from './zone'

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

type DateOptions = Intl.DateTimeFormatOptions

const CLOCK: DateOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
const LONG: Readonly<Record<Precision, DateOptions>> = {
  instant: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', ...CLOCK },
  day: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  season: { year: 'numeric' },
  year: { year: 'numeric' },
  decade: { year: 'numeric' },
  century: { year: 'numeric' },
}
const SHORT: Readonly<Record<Precision, DateOptions>> = {
  ...LONG,
  instant: { day: 'numeric', month: 'short' },
  day: { day: 'numeric', month: 'short' },
  month: { month: 'short' },
}

export interface Formatter {
  /** In full, with every doubt in words: "Thu, 26 Feb 2026, about 09:00". */
  when(when: When | null): string
  /** For a column: "26 Feb"; with the year where it is not the story's. */
  whenShort(when: When | null): string
  /** "Thu, 26 Feb 2026". Days are counted in `zone`, else in the story's. */
  day(instant: Instant, zone?: string): string
  /** "21:00". */
  time(instant: Instant, zone?: string): string
  /** "11 Feb – 9 Mar 2026". */
  interval(interval: Interval): string
  distanceKm(km: number): string
  /** In the largest unit that says enough: "3 days", "16 hours", "20 minutes". */
  duration(ms: number): string
  count(n: number): string
  list(items: readonly string[]): string
  /** The value of `<time datetime>`; null where one date cannot say it. */
  dateTime(when: When): string | null
}

/** One formatter for each zone and set of options: making one costs more than a hundred uses. */
function dateFormats(locale: string) {
  const formats = new Map<string, Intl.DateTimeFormat>()
  return (zone: string, options: DateOptions): Intl.DateTimeFormat => {
    const key = zone + JSON.stringify(options)
    const known = formats.get(key)
    if (known) return known
    const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })
    formats.set(key, made)
    return made
  }
}

/** True where an instant lies in the year of the story's now-line, as the clocks of `zone` count it. `Intl` takes 0.1 ms to say so. */
function createYearTest({ now, timeZone }: Story): (instant: Instant, zone: string) => boolean {
  const year = new Date(toWall(now, timeZone)).getUTCFullYear()
  const bounds = new Map<string, Interval>()
  return (instant, zone) => {
    const [start, next] = bounds.get(zone) ?? [year, year + 1].map((each) => zonedInstant({ year: each, month: 1, day: 1 }, zone))
    if (start === undefined || next === undefined) return false
    bounds.set(zone, [start, next])
    return start <= instant && instant < next
  }
}

/** The finite ends of what is known: an open side gives the other end. */
function knownEnds({ extent: [start, end] }: When): Interval {
  return [Number.isFinite(start) ? start : end, Number.isFinite(end) ? end : start]
}

function createFormatter(story: Story, words: Words): Formatter {
  const says = words.format
  const format = dateFormats(words.locale)
  const isStoryYear = createYearTest(story)
  const shorts = new WeakMap<When, string>()
  const number = new Intl.NumberFormat(words.locale, { maximumFractionDigits: 1 })
  const whole = new Intl.NumberFormat(words.locale, { maximumFractionDigits: 0 })
  const conjunction = new Intl.ListFormat(words.locale, { style: 'long', type: 'conjunction' })

  const withYear = (options: DateOptions, instant: Instant, zone: string): DateOptions =>
    options.year === undefined && !isStoryYear(instant, zone) ? { ...options, year: 'numeric' } : options

  /** One end, or both in one phrase, at its own precision. */
  function span(when: When, style: Readonly<Record<Precision, DateOptions>>): string {
    const [start, end] = knownEnds(when)
    const precision = when.start === 'known' && Number.isFinite(when.extent[0]) ? when.startPrecision : when.endPrecision
    if (precision === 'season') return season(when, start)
    if (precision === 'decade') return says.decade(format(when.timeZone, style.decade).format(start))
    const two = when.interval && when.start === 'known' && when.end === 'known'
    const options = withYear(withYear(style[precision], start, when.timeZone), end, when.timeZone)
    const written = format(when.timeZone, options)
    if (!two) return approximately(when, precision, options, start)
    if (when.startPrecision === when.endPrecision) return written.formatRange(start, end)
    return says.range(written.format(start), format(when.timeZone, style[when.endPrecision]).format(end))
  }

  /** "about" belongs before the clock time, where there is one; before the date otherwise. */
  function approximately(when: When, precision: Precision, options: DateOptions, at: Instant): string {
    const about = when.approximate || when.qualifier === '~' || when.qualifier === '%'
    if (!about) return format(when.timeZone, options).format(at)
    if (precision !== 'instant' || options.hour === undefined) return says.about(format(when.timeZone, options).format(at))
    return `${format(when.timeZone, LONG.day).format(at)}, ${says.about(format(when.timeZone, CLOCK).format(at))}`
  }

  function season(when: When, start: Instant): string {
    const name = (['spring', 'summer', 'autumn', 'winter'] as const)[Number(when.edtf.slice(5, 7)) - 21]
    const year = format(when.timeZone, LONG.year).format(start)
    return name === undefined ? year : `${says.season[name]} ${year}`
  }

  function doubt(when: When, text: string): string {
    const within = when.occurs === 'within' ? says.within(text) : text
    const uncertain = when.qualifier === '?' || when.qualifier === '%' ? says.uncertain(within) : within
    if (when.start === 'unknown') return says.startUnknown(uncertain)
    if (when.start === 'open') return says.upTo(uncertain)
    if (when.end === 'unknown') return says.endUnknown(says.from(uncertain))
    return when.end === 'open' ? says.ongoing(says.from(uncertain)) : uncertain
  }

  const unit = (ms: number): { n: number; text: string; say: (n: number, text: string) => string } => {
    const [size, say] = ms >= 2 * DAY_MS ? [DAY_MS, says.days] : ms >= HOUR_MS ? [HOUR_MS, says.hours] : [MINUTE_MS, says.minutes]
    const n = size === HOUR_MS ? Math.round((ms / size) * 10) / 10 : Math.floor(ms / size)
    return { n, text: number.format(n), say }
  }

  return {
    when: (when) => (when === null ? says.noDate : doubt(when, span(when, LONG))),
    whenShort: (when) => {
      if (when === null) return says.noDate
      const text = shorts.get(when) ?? span({ ...when, approximate: false, qualifier: '' }, SHORT)
      shorts.set(when, text)
      return text
    },
    day: (instant, zone = story.timeZone) => format(zone, LONG.day).format(instant),
    time: (instant, zone = story.timeZone) => format(zone, CLOCK).format(instant),
    interval: ([start, end]) =>
      format(story.timeZone, { day: 'numeric', month: 'short', year: 'numeric' }).formatRange(start, end),
    distanceKm: (km) => says.kilometres(whole.format(km)),
    duration: (ms) => {
      if (ms < MINUTE_MS) return says.lessThanMinute
      const { n, text, say } = unit(ms)
      return say(n, text)
    },
    count: (n) => whole.format(n),
    list: (items) => conjunction.format(items),
    dateTime: (when) => {
      if (when.start !== 'known' || when.occurs === 'within' || when.interval) return null
      return when.qualifier === '' ? when.edtf : null
    },
  }
}

/** The formatter of a story in the words' language. */
export const formatterOf: (story: Story, words: Words) => Formatter = memoLast(createFormatter)
