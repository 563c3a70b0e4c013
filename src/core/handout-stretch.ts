import { dayStart } from './axis-levels'
import { type Interval, intersects } from './interval'
import { anchor } from './refine'
import type { Instant, StoryEvent, When } from './types'

/** A time with what is drawn of it. */
export interface Stretch {
  readonly domain: Interval
  readonly events: readonly StoryEvent[]
}

/** How a time is drawn in parts that follow each other, each at a scale of its own. */
export interface Parts {
  readonly stretches: readonly Stretch[]
  /** Long times without any event, which are not drawn. */
  readonly empty: readonly Interval[]
}

/** Fewer events than these have room at any scale. */
const LEAST_EVENTS = 8
/** So much more of the events than of the time lies on one side of a cut where one scale does not do. */
const CROWDED = 0.5
const MOST_CUTS = 2
const DAY_MS = 86_400_000

const within = (instant: Instant, [start, end]: Interval): Instant => Math.min(Math.max(instant, start), end)

interface Cut {
  readonly at: Instant
  readonly gain: number
}

/** The cut that parts few events over a long time from many over a short one: where the shares of both differ most. */
function bestCut(marks: readonly Instant[], [start, end]: Interval, zone: string): Cut | null {
  const timeBy = (instant: Instant): number => (instant - start) / (end - start)
  const cuts = marks.flatMap((mark, index): Cut[] => {
    const [day, next] = [dayStart(mark, zone, -1), dayStart(mark, zone, 2)]
    return [
      // A day of room beside the first and the last of the many.
      { at: Math.max(day, marks[index - 1] ?? start), gain: timeBy(day) - index / marks.length },
      { at: Math.min(next, marks[index + 1] ?? end), gain: (index + 1) / marks.length - timeBy(next) },
    ]
  })
  return cuts.reduce<Cut | null>((best, cut) => (best === null || cut.gain > best.gain ? cut : best), null)
}

/** A time as one stretch, or with what crowds in a small part of it drawn by itself. Each event is in one of them: where its mark stands. */
export function partsOf(whole: Stretch, zone: string): Parts {
  const { domain } = whole
  const events = whole.events.filter(({ when }) => when !== null && intersects(when.extent, domain))
  return divided({ domain, events }, zone, MOST_CUTS)
}

function divided({ domain, events }: Stretch, zone: string, most: number): Parts {
  const markOf = ({ when }: StoryEvent): Instant => (when ? within(anchor(when), domain) : domain[0])
  const marks = events.map(markOf).sort((a, b) => a - b)
  const cut = most === 0 || events.length < LEAST_EVENTS ? null : bestCut(marks, domain, zone)
  if (cut === null || cut.gain < CROWDED) return { stretches: [{ domain, events }], empty: [] }
  const sides: readonly Stretch[] = [
    { domain: [domain[0], cut.at], events: events.filter((event) => markOf(event) < cut.at) },
    { domain: [cut.at, domain[1]], events: events.filter((event) => markOf(event) >= cut.at) },
  ]
  const parts = sides.map(
    (side): Parts => (side.events.length === 0 ? { stretches: [], empty: [side.domain] } : divided(side, zone, most - 1)),
  )
  return { stretches: parts.flatMap(({ stretches }) => stretches), empty: parts.flatMap(({ empty }) => empty) }
}

/** Where a mark stands: in the middle of a time with two ends, in that of the day of one that is open. */
function middle({ extent: [start, end] }: When): Instant {
  if (!Number.isFinite(start)) return end - DAY_MS / 2
  return Number.isFinite(end) ? (start + end) / 2 : start + DAY_MS / 2
}

/** The domain with `padMs` more at an end where a mark would be cut in half. */
export function padded({ domain: [start, end], events }: Stretch, padMs: number): Interval {
  const marks = events.flatMap(({ when }) => (when ? [middle(when)] : []))
  const isNear = (edge: Instant): boolean => marks.some((mark) => Math.abs(mark - edge) < padMs)
  return [isNear(start) ? start - padMs : start, isNear(end) ? end + padMs : end]
}
