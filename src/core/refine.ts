import { group } from 'd3-array'
import { toWall } from './axis-levels'
import { memoKeyed, memoLast } from './memo'
import type { Story } from './story-types'
import type { Additions, Claim, EventId, Instant, LayerId, StoryEvent, Text, When } from './types'

/**
 * Where a time is sorted and gone to: its start; its known end where the start is open. Never infinite for a time with one finite end.
 */
export const anchor = (when: When): number => (Number.isFinite(when.extent[0]) ? when.extent[0] : when.extent[1])

/** When it became known: `reported`, else `when`; null where the record carries neither. */
export const knownFrom = ({ reported, when }: Pick<StoryEvent, 'reported' | 'when'>): Instant | null => {
  const at = reported ?? when
  return at === null ? null : anchor(at)
}

/**
 * True where the time had come by `known`. A day is read from the calendar: 26 February in Tehran is not yet known on the 25th,
 * although it begins then in Geneva.
 */
export function isReached({ timeZone }: Pick<Story, 'timeZone'>, time: When, known: Instant): boolean {
  const at = anchor(time)
  const precision = at === time.extent[0] ? time.startPrecision : time.endPrecision
  if (precision === 'instant' || time.timeZone === timeZone || !Number.isFinite(at)) return at <= known
  return toWall(at, time.timeZone) <= toWall(known, timeZone)
}

/** True where the record had been reported by `known`; one without any date counts as known. */
export function isKnownBy(
  story: Pick<Story, 'timeZone'>,
  { reported, when }: Pick<StoryEvent, 'reported' | 'when'>,
  known: Instant | null,
): boolean {
  const at = reported ?? when
  return known === null || at === null || isReached(story, at, known)
}

/** Story order: by start, then end, undated last. Ties keep the order they come in. */
export function inStoryOrder(a: StoryEvent, b: StoryEvent): number {
  if (a.when === null || b.when === null) return Number(a.when === null) - Number(b.when === null)
  return anchor(a.when) - anchor(b.when) || a.when.extent[1] - b.when.extent[1] || 0
}

/** The event with what its refinements add. When, where, format and outcome come from the last that gives one; texts and claims add up. */
function merge(event: StoryEvent, refinements: readonly StoryEvent[]): StoryEvent {
  const last = <Value>(pick: (refinement: StoryEvent) => Value | null): Value | null =>
    refinements.reduce<Value | null>((found, refinement) => pick(refinement) ?? found, null)
  const all = <Value>(pick: (refinement: StoryEvent) => readonly Value[]): Value[] => refinements.flatMap(pick)
  const texts = (pick: (refinement: StoryEvent) => Text | null): Text[] => refinements.map(pick).filter((text) => text !== null)
  const when = last((refinement) => refinement.when)
  const where = last((refinement) => refinement.where)
  const format = last((refinement) => refinement.format)
  const outcome = last((refinement) => refinement.outcome)
  const additions: Additions = {
    from: refinements.map((refinement) => refinement.id),
    when: when !== null,
    where: where !== null,
    format: format !== null,
    outcome: outcome !== null,
    texts: texts((refinement) => refinement.text),
    conflicts: texts((refinement) => refinement.conflict),
    sources: all((refinement) => refinement.sources),
  }
  return Object.freeze({
    ...event,
    when: when ?? event.when,
    where: where ?? event.where,
    parties: [...new Set([...event.parties, ...all((refinement) => refinement.parties)])],
    people: [...new Set([...event.people, ...all((refinement) => refinement.people)])],
    topics: [...new Set([...event.topics, ...all((refinement) => refinement.topics)])],
    format: format ?? event.format,
    outcome: outcome ?? event.outcome,
    claims: [...event.claims, ...all<Claim>((refinement) => refinement.claims)],
    vessel: last((refinement) => refinement.vessel) ?? event.vessel,
    additions,
  })
}

/** A refinement that stands by itself is about whom and what its event is about, where it does not say so itself. */
function alone(story: Story, event: StoryEvent): StoryEvent {
  const refined = event.refines === null ? undefined : story.events.get(event.refines)
  if (!refined) return event
  const own = <Id>(ids: readonly Id[], others: readonly Id[]): readonly Id[] => (ids.length > 0 ? ids : others)
  return Object.freeze({
    ...event,
    parties: own(event.parties, refined.parties),
    people: own(event.people, refined.people),
    topics: own(event.topics, refined.topics),
  })
}

function show(story: Story, layers: ReadonlySet<LayerId>, known: Instant | null): readonly StoryEvent[] {
  const isKnown = (event: StoryEvent): boolean => isKnownBy(story, event, known)
  const visible = [...story.events].filter((event) => layers.has(event.layer) && (event.refines === null || isKnown(event)))
  const refined = new Set(visible.map((event) => event.refines))
  // An event that was itself reported later gives way to what was known of it by then.
  const isBase = (event: StoryEvent): boolean => event.refines === null && (isKnown(event) || !refined.has(event.id))
  const bases = new Set(visible.filter(isBase).map((event) => event.id))
  const refinements = group(
    visible.filter((event) => event.refines !== null && bases.has(event.refines)),
    (event) => event.refines as EventId,
  )
  const merged = visible
    .filter((event) => (event.refines === null ? bases.has(event.id) : !bases.has(event.refines)))
    .map((event) => {
      const own = refinements.get(event.id)
      return own ? merge(event, own) : alone(story, event)
    })
  return merged.sort(inStoryOrder)
}

/**
 * A memory of its own for each set of layers, and for what was known at an instant: who asks for one must not make the other forget.
 */
const remembering = () =>
  memoKeyed((layers: ReadonlySet<LayerId>) => memoLast((story: Story, known: Instant | null) => show(story, layers, known)))
const asOfNow = /* @__PURE__ */ remembering()
const asKnown = /* @__PURE__ */ remembering()

/**
 * The events of the shown layers in story order. A refinement never stands by itself while its event is shown: the two are one
 * event under the first one's id. With the refinement's layer hidden the event is as its own source has it; the same as it was
 * known at an instant before the refinement was reported.
 */
export const shownEvents = (story: Story, layers: ReadonlySet<LayerId>, known: Instant | null): readonly StoryEvent[] =>
  (known === null ? asOfNow : asKnown)(layers)(story, known)
