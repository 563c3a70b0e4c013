import { toWall } from './axis-levels'
import { knownFrom } from './refine'
import type { Story } from './story-types'
import { REACH_LIMIT_MS, trackOf } from './track'
import type { EventId, Instant, LayerId, Precision, StoryEvent, VesselId, When } from './types'
import type { Report, Vessel } from './vessel-types'
import { zonedInstant } from './zone'

/** Where the now-line rests on its way: at an event, or between events while a ship's possible area grows. */
export interface Stop {
  readonly at: Instant
  readonly event: EventId | null
  /** The ship whose area grows, and for how long it has; null at an event. */
  readonly reach: { readonly vessel: VesselId; readonly sinceMs: number } | null
}

const HOUR_MS = 3_600_000
const REACH_STEP_MS = 2 * HOUR_MS
/** An area that has just grown looks the same at an event beside it. */
const NEAR_MS = HOUR_MS / 2
/** A ship that is reported all day needs no guess in between. */
const MOST_FIXES = 100

const MONTHS: Readonly<Partial<Record<Precision, number>>> = { month: 1, season: 3, year: 12, decade: 120, century: 1200 }

/** The last instant of the unit in which an interval starts. */
function firstUnitEnd({ extent: [start], startPrecision, timeZone }: When): Instant {
  const date = new Date(toWall(start, timeZone))
  const next = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
  const months = MONTHS[startPrecision] ?? 0
  return zonedInstant({ ...next, month: next.month + months, day: next.day + (months === 0 ? 1 : 0) }, timeZone) - 1
}

/**
 * The instant at which it is then: a clock time itself, else the end of what is known – of a range the end of its first day, month
 * or year, of a time with an open or unknown start its known end. Null where no end is known.
 */
export function thenOf(when: When): Instant | null {
  const [start, end] = when.extent
  if (when.start !== 'known' || !Number.isFinite(start)) return Number.isFinite(end) ? end : null
  if (when.startPrecision === 'instant') return start
  if (!when.interval) return Number.isFinite(end) ? end : null
  return Math.min(firstUnitEnd(when), end)
}

/** Clock times of a ship's reports of the shown layers. */
const fixesOf = (vessel: Vessel, layers: ReadonlySet<LayerId>): readonly Report[] =>
  vessel.reports.filter(
    ({ when, layer }) => layers.has(layer) && when !== null && !when.interval && when.startPrecision === 'instant',
  )

/** Every two hours from a fix to the limit, and once just after it; as long as no other report takes the fix's place. */
function reachStops(story: Story, vessel: Vessel, layers: ReadonlySet<LayerId>, matches: ReadonlySet<EventId>): Stop[] {
  const fixes = fixesOf(vessel, layers)
  if (vessel.speedKnots === null || fixes.length > MOST_FIXES) return []
  return fixes.flatMap((report) => {
    if (report.when === null || (report.event !== null && !matches.has(report.event))) return []
    const from = report.when.extent[0]
    const steps = Array.from({ length: REACH_LIMIT_MS / REACH_STEP_MS }, (_, index) => (index + 1) * REACH_STEP_MS)
    // A minute, not a millisecond: the address is written to the minute.
    return [...steps, REACH_LIMIT_MS + 60_000].flatMap((sinceMs) => {
      const { fix, reach } = trackOf(vessel, story.places, from + sinceMs, layers)
      const grows = sinceMs > REACH_LIMIT_MS || reach !== null
      return fix?.report === report && grows ? [{ at: from + sinceMs, event: null, reach: { vessel: vessel.id, sinceMs } }] : []
    })
  })
}

export interface StopOptions {
  readonly layers: ReadonlySet<LayerId>
  /** The time filter: nothing stops outside it. */
  readonly brush: readonly [Instant, Instant] | null
  /** An event comes no earlier than it was reported. */
  readonly asKnown: boolean
}

/** The stops of `events` in the order of time; of one instant in the order given. Events without an end that is known have none. */
export function stopsOf(story: Story, events: readonly StoryEvent[], { layers, brush, asKnown }: StopOptions): readonly Stop[] {
  const atEvents = events.flatMap((event): Stop[] => {
    const then = event.when === null ? null : thenOf(event.when)
    if (then === null) return []
    return [{ at: asKnown ? Math.max(then, knownFrom(event) ?? then) : then, event: event.id, reach: null }]
  })
  const taken = [...new Set(atEvents.map((stop) => stop.at))].sort((a, b) => a - b)
  const matches = new Set(events.flatMap((event) => [event.id, ...(event.additions?.from ?? [])]))
  const atSea = [...story.vessels.values()]
    .flatMap((vessel) => reachStops(story, vessel, layers, matches))
    .filter(
      ({ at, reach }) => (reach && reach.sinceMs > REACH_LIMIT_MS) || !taken.some((other) => Math.abs(other - at) < NEAR_MS),
    )
    .filter(({ at }) => brush === null || (brush[0] <= at && at <= brush[1]))
  return [...atEvents, ...atSea].sort((a, b) => a.at - b.at)
}

/** Where the now-line stands: the open event tells events of one instant apart. */
export interface Present {
  readonly instant: Instant
  readonly selected: EventId | null
}

/** Index of the stop at which the now-line stands; -1 between stops. */
export function stopAt(stops: readonly Stop[], { instant, selected }: Present): number {
  const own = stops.findIndex((stop) => stop.at === instant && stop.event === selected && stop.event !== null)
  return own >= 0 ? own : stops.findIndex((stop) => stop.at === instant && stop.event === null)
}

/** The next stop, or the one before; from between two stops the one on that side, which may be of the same instant. Null at an end. */
export function stepInstant(stops: readonly Stop[], present: Present, direction: 1 | -1): Stop | null {
  const index = stopAt(stops, present)
  if (index >= 0) return stops[index + direction] ?? null
  const { instant } = present
  return (direction > 0 ? stops.find((stop) => stop.at >= instant) : stops.findLast((stop) => stop.at <= instant)) ?? null
}

/** The stop that a walk of the events alone is at or has passed last, counted from 1: "3 of 29". `by`: how many are then. */
export function countOf(
  stops: readonly Stop[],
  present: Present,
): { readonly at: number | null; readonly by: number; readonly of: number } {
  const events = stops.filter((stop) => stop.event !== null)
  const index = events.findIndex((stop) => stop.at === present.instant && stop.event === present.selected)
  const by = events.filter((stop) => stop.at <= present.instant).length
  return { at: index < 0 ? null : index + 1, by, of: events.length }
}

/** The first stop at or after `from`; the first of all where none is left. */
export const firstStop = (stops: readonly Stop[], from: Instant): Stop | null =>
  stops.find((stop) => stop.at >= from) ?? stops[0] ?? null
