import { fromWall, stepEdge, toWall } from './axis-levels'
import { type Filters, isKnownBy, knownFrom, matchingEvents, matchingWheneverKnown } from './derive'
import type { Source, Story } from './story-types'
import type { Instant, StoryEvent } from './types'

/** What "as it was known" does to the events that all other filters let through. */
export interface KnownSummary {
  /** How many events it hides. */
  readonly hidden: number
  /** Records, refinements among them, that carry no date of report: told by when it happened. In story order. */
  readonly unreported: readonly StoryEvent[]
  /** Records that carry no date at all: they stay. */
  readonly undated: readonly StoryEvent[]
}

/** Of a state without `known` nothing is hidden. */
export function knownSummary(story: Story, state: Filters): KnownSummary {
  const all = matchingWheneverKnown(story, state)
  const records = all.flatMap((event) => [event.id, ...(event.additions?.from ?? [])].flatMap((id) => story.events.get(id) ?? []))
  return {
    hidden: all.length - matchingEvents(story, state).length,
    unreported: records.filter((record) => record.reported === null && record.when !== null),
    undated: records.filter((record) => record.reported === null && record.when === null),
  }
}

/** True where the source was published after `known`; one without a date counts as there. */
export const isSourceLater = (story: Story, source: Source, known: Instant | null): boolean =>
  !isKnownBy(story, { reported: source.published, when: null }, known)

/** When the last record of the story became known; -Infinity where none has a date. It may be after the last event. */
export const lastReport = (story: Story): Instant =>
  [...story.events].reduce((last, event) => Math.max(last, knownFrom(event) ?? last), Number.NEGATIVE_INFINITY)

const YEAR_OF_FOUR = /^\d{4}-\d\d-\d\d$/

/** The last millisecond of a day such as `2026-02-20`, as the story's zone counts days; null where the text is no day. */
export function endOfDay({ timeZone }: Story, day: string): Instant | null {
  const wall = YEAR_OF_FOUR.test(day) ? Date.parse(day) : Number.NaN
  if (Number.isNaN(wall) || dayText(wall) !== day) return null
  return stepEdge(fromWall(wall, timeZone), timeZone, 'day', 1) - 1
}

const dayText = (wall: number): string => new Date(wall).toISOString().slice(0, 10)

/** The day of an instant in the story's zone, such as `2026-02-20`; empty where its year has not four digits. */
export function dayOf({ timeZone }: Story, instant: Instant): string {
  const day = dayText(toWall(instant, timeZone))
  return YEAR_OF_FOUR.test(day) ? day : ''
}
