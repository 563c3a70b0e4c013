import { group } from 'd3-array'
import { memoLast } from './memo'
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

/** Story order: by start, then end, undated last. Ties keep the order they come in. */
export function inStoryOrder(a: StoryEvent, b: StoryEvent): number {
  if (a.when === null || b.when === null) return Number(a.when === null) - Number(b.when === null)
  return anchor(a.when) - anchor(b.when) || a.when.extent[1] - b.when.extent[1] || 0
}

/** The event with what its refinements add. When, where and status come from the last that gives one; texts and claims add up. */
function merge(event: StoryEvent, refinements: readonly StoryEvent[]): StoryEvent {
  const last = <Value>(pick: (refinement: StoryEvent) => Value | null): Value | null =>
    refinements.reduce<Value | null>((found, refinement) => pick(refinement) ?? found, null)
  const all = <Value>(pick: (refinement: StoryEvent) => readonly Value[]): Value[] => refinements.flatMap(pick)
  const texts = (pick: (refinement: StoryEvent) => Text | null): Text[] => refinements.map(pick).filter((text) => text !== null)
  const when = last((refinement) => refinement.when)
  const where = last((refinement) => refinement.where)
  const additions: Additions = {
    from: refinements.map((refinement) => refinement.id),
    when: when !== null,
    where: where !== null,
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
    claims: [...event.claims, ...all<Claim>((refinement) => refinement.claims)],
    vessel: last((refinement) => refinement.vessel) ?? event.vessel,
    additions,
  })
}

/**
 * The events of the shown layers in story order. A refinement never stands by itself while its event is shown: the two are one
 * event under the first one's id. With the refinement's layer hidden the event is as its own source has it; the same as it was
 * known at an instant before the refinement was reported.
 */
export const shownEvents = memoLast(
  (story: Story, layers: ReadonlySet<LayerId>, known: Instant | null): readonly StoryEvent[] => {
    const isKnown = (event: StoryEvent): boolean =>
      event.refines === null || known === null || (knownFrom(event) ?? known) <= known
    const visible = [...story.events].filter((event) => layers.has(event.layer) && isKnown(event))
    const bases = new Set(visible.filter((event) => event.refines === null).map((event) => event.id))
    const refinements = group(
      visible.filter((event) => event.refines !== null && bases.has(event.refines)),
      (event) => event.refines as EventId,
    )
    const merged = visible
      .filter((event) => event.refines === null || !bases.has(event.refines))
      .map((event) => {
        const own = refinements.get(event.id)
        return own ? merge(event, own) : event
      })
    return merged.sort(inStoryOrder)
  },
)
