import { dayStart, toWall } from './axis-levels'
import { anchor, isKnownBy, shownEvents } from './derive'
import { memoLast } from './memo'
import { type Span, spanOf } from './span'
import type { Story } from './story-types'
import type { EventId, Instant, LayerId, StoryEvent, When } from './types'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Talks with a date. */
export interface Round {
  readonly event: StoryEvent & { readonly when: When }
  /** Its layer is on the page now. */
  readonly shown: boolean
}

interface Seen {
  readonly layers: ReadonlySet<LayerId>
  readonly known: Instant | null
}

const isRound = (event: StoryEvent): event is Round['event'] => event.kind === 'talks' && event.when !== null

const roundsFor = memoLast((story: Story, layers: ReadonlySet<LayerId>, known: Instant | null): readonly Round[] => {
  const isKnown = (event: StoryEvent): boolean => isKnownBy(story, event, known)
  const isOpen = ({ layer, refines }: StoryEvent): boolean =>
    refines === null && !layers.has(layer) && (story.layers.get(layer)?.notice ?? null) === null
  const shown = shownEvents(story, { layers, known })
  const events = [
    ...shown.map((event) => ({ event, shown: true })),
    ...[...story.events].filter(isOpen).map((event) => ({ event, shown: false })),
  ]
  return events
    .filter((round): round is Round => isRound(round.event) && isKnown(round.event))
    .sort((a, b) => anchor(a.event.when) - anchor(b.event.when))
})

/**
 * The rounds that can be compared, in the order of time: those on the page, and those of hidden layers that have no notice to be read
 * first. What was not known yet is left out.
 */
export const roundsOf = (story: Story, { layers, known }: Seen): readonly Round[] => roundsFor(story, layers, known)

/** The round of an id, or of the id of a record that adds to it; null where it cannot be compared. */
export const roundOf = (rounds: readonly Round[], id: EventId): Round | null =>
  rounds.find(({ event }) => event.id === id || event.additions?.from.includes(id)) ?? null

const dayNumber = (instant: Instant, { timeZone }: When): number => Math.floor(toWall(instant, timeZone) / DAY_MS)

/** The first and the last day on which it can have begun, by its own calendar; null where nobody says when it began. */
function firstDays(when: When): readonly [number, number] | null {
  const [start, end] = when.extent
  if (when.start !== 'known' || !Number.isFinite(start)) return null
  const first = dayNumber(start, when)
  const isExact =
    when.occurs === 'throughout' && (when.interval || when.startPrecision === 'day' || when.startPrecision === 'instant')
  return isExact || !Number.isFinite(end) ? [first, first] : [first, dayNumber(end, when)]
}

/** Days from the beginning of one to that of the other, by their own calendars; two numbers where a beginning is not known to the day. */
export interface Apart {
  readonly days: readonly [least: number, most: number]
  /** A date is about right, or uncertain. */
  readonly about: boolean
}

/** Null where the beginning of one is not known. */
export function daysApart(a: When, b: When): Apart | null {
  const [one, other] = [firstDays(a), firstDays(b)]
  if (one === null || other === null) return null
  const ends = [other[0] - one[1], other[1] - one[0]].map(Math.abs)
  const touch = one[0] <= other[1] && other[0] <= one[1]
  const about = [a, b].some(({ qualifier, startPrecision }) => qualifier !== '' && startPrecision !== 'instant')
  return { days: [touch ? 0 : Math.min(...ends), Math.max(...ends)], about }
}

/** How long it took, as far as it is known. */
export interface Length {
  readonly form: 'moment' | 'day' | 'lasting' | 'within' | 'no-end' | 'going-on' | 'no-start'
  readonly days: number
  /** Null where an end is not known to the minute. */
  readonly ms: number | null
}

/** How long it took. A month or a year without a day is a time within which it took place. */
export function lengthOf(when: When): Length {
  const [start, end] = when.extent
  const finite = Number.isFinite(start) && Number.isFinite(end)
  const days = finite ? dayNumber(end, when) - dayNumber(start, when) + 1 : 0
  const clocked = finite && when.startPrecision === 'instant' && when.endPrecision === 'instant'
  const form = (): Length['form'] => {
    if (when.start !== 'known' || !Number.isFinite(start)) return 'no-start'
    if (when.end === 'unknown') return 'no-end'
    if (when.end === 'open' || !Number.isFinite(end)) return 'going-on'
    if (when.occurs === 'within') return 'within'
    if (when.interval) return 'lasting'
    return when.startPrecision === 'instant' ? 'moment' : days === 1 ? 'day' : 'within'
  }
  return { form: form(), days, ms: clocked && end > start ? end - start : null }
}

/** One scale for two rounds: each begins at the midnight before it, by the clock of its own place. */
export interface CommonScale {
  readonly unit: 'hour' | 'day'
  /** Hours or days from the left edge to the right one. */
  readonly length: number
  /** Units from the left edge. */
  readonly ticks: readonly number[]
  readonly spans: readonly (Span | null)[]
}

export interface ScaleOptions {
  readonly widthPx: number
  readonly radiusPx: number
  /** Up to when the page tells. */
  readonly pageEnd: Instant
  /** Least distance of two ticks. */
  readonly tickPx: number
}

const HOUR_STEPS = [1, 2, 3, 6, 12, 24]
const DAY_STEPS = [1, 2, 7, 14, 28, 91, 182, 365, 3650, 36_500, 365_000]

/** ms on the clock of its place since the midnight before it: a day is 24 hours long, whatever the clocks were changed. */
const sinceMidnight = (when: When, instant: Instant): number =>
  toWall(instant, when.timeZone) - toWall(dayStart(anchor(when), when.timeZone), when.timeZone)

/** The last ms that is known of it. */
const reachOf = (when: When): number => {
  const known = when.extent.filter(Number.isFinite)
  return known.length === 0 ? 0 : sinceMidnight(when, Math.max(...known))
}

/** Lays two times on one scale: of hours while both lie within two days, else of days. Null stands for a round that is still to be chosen. */
export function scaleOf(whens: readonly (When | null)[], { widthPx, radiusPx, pageEnd, tickPx }: ScaleOptions): CommonScale {
  const reach = Math.max(0, ...whens.map((when) => (when === null ? 0 : reachOf(when))))
  const days = Math.max(1, Math.ceil((reach + 1) / DAY_MS))
  const unit = days <= 2 ? 'hour' : 'day'
  const length = unit === 'hour' ? days * 24 : days
  const [steps, unitMs] = unit === 'hour' ? [HOUR_STEPS, HOUR_MS] : [DAY_STEPS, DAY_MS]
  const step = steps.find((each) => (each / length) * widthPx >= tickPx) ?? length
  const spans = whens.map((when) => {
    if (when === null) return null
    const toX = (instant: Instant): number => (sinceMidnight(when, instant) / (length * unitMs)) * widthPx
    const dayEnd = (instant: Instant): Instant => dayStart(instant, when.timeZone, 1) - 1
    return spanOf(when, { toX, widthPx, radiusPx, pageEnd, dayEnd })
  })
  return { unit, length, ticks: Array.from({ length: Math.floor(length / step) + 1 }, (_, index) => index * step), spans }
}
