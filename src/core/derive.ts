import { type Interval, intersects } from './interval'
import { memoLast } from './memo'
import { shownEvents } from './refine'
import { matchesSearch } from './search'
import type { Story } from './story-types'
import type { EventId, Instant, Kind, LaneBy, LayerId, PartyId, PlaceId, Status, StoryEvent, Text, TopicId } from './types'

export { anchor, shownEvents } from './refine'

/** The keys of the state that decide which events match. An empty facet does not filter; `layers` always does. */
export interface Filters {
  /** The reader's time filter. */
  readonly brush: Interval | null
  /** Hide what was reported after this instant. */
  readonly known: Instant | null
  readonly search: string
  readonly parties: ReadonlySet<PartyId>
  readonly topics: ReadonlySet<TopicId>
  readonly kinds: ReadonlySet<Kind>
  readonly statuses: ReadonlySet<Status>
  /** Layers on the page. */
  readonly layers: ReadonlySet<LayerId>
}

/** When it became known: `reported`, else `when`; null where the record carries neither. */
export const knownFrom = (event: StoryEvent): Instant | null => {
  const when = event.reported ?? event.when
  if (when === null) return null
  return Number.isFinite(when.extent[0]) ? when.extent[0] : when.extent[1]
}

type Facet = 'parties' | 'topics' | 'kinds' | 'statuses'
type Test = (event: StoryEvent) => boolean

const any = <Id>(chosen: ReadonlySet<Id>, own: readonly Id[]): boolean => chosen.size === 0 || own.some((id) => chosen.has(id))

/** One test for each filter, so that a facet's counts can leave out its own. */
function tests(story: Story, filters: Filters): Readonly<Record<Facet | 'time' | 'known' | 'search', Test>> {
  const { brush, known } = filters
  return {
    parties: (event) => any(filters.parties, event.parties),
    topics: (event) => any(filters.topics, event.topics),
    kinds: (event) => any(filters.kinds, [event.kind]),
    statuses: (event) => any(filters.statuses, [event.status]),
    time: (event) => brush === null || (event.when !== null && intersects(event.when.extent, brush)),
    known: (event) => known === null || (knownFrom(event) ?? known) <= known,
    search: (event) => filters.search === '' || matchesSearch(story, event, filters.search),
  }
}

const matching = memoLast(
  (
    story: Story,
    layers: Filters['layers'],
    brush: Filters['brush'],
    known: Filters['known'],
    search: string,
    parties: Filters['parties'],
    topics: Filters['topics'],
    kinds: Filters['kinds'],
    statuses: Filters['statuses'],
  ): readonly StoryEvent[] => {
    const all = Object.values(tests(story, { layers, brush, known, search, parties, topics, kinds, statuses }))
    return shownEvents(story, layers).filter((event) => all.every((test) => test(event)))
  },
)

/** The shown events after every filter, in story order. */
export const matchingEvents = (story: Story, state: Filters): readonly StoryEvent[] =>
  matching(story, state.layers, state.brush, state.known, state.search, state.parties, state.topics, state.kinds, state.statuses)

const idsOf = memoLast((events: readonly StoryEvent[]): ReadonlySet<EventId> => new Set(events.map((event) => event.id)))

/** Ids of the matching events. */
export const matchingIds = (story: Story, state: Filters): ReadonlySet<EventId> => idsOf(matchingEvents(story, state))

const byId = memoLast((events: readonly StoryEvent[]): ReadonlyMap<EventId, StoryEvent> => {
  const index = new Map<EventId, StoryEvent>()
  for (const event of events) {
    index.set(event.id, event)
    for (const id of event.additions?.from ?? []) index.set(id, event)
  }
  return index
})

/** The shown event of an id; a refinement's id gives the event it refines. Null where its layer is hidden. */
export const findEvent = (story: Story, state: Pick<Filters, 'layers'>, id: EventId | null): StoryEvent | null =>
  id === null ? null : (byId(shownEvents(story, state.layers)).get(id) ?? null)

export interface FacetCounts {
  readonly parties: ReadonlyMap<PartyId, number>
  readonly topics: ReadonlyMap<TopicId, number>
  readonly kinds: ReadonlyMap<Kind, number>
  readonly statuses: ReadonlyMap<Status, number>
  /** Records of each layer that all other filters let through, whether the layer is shown or not. */
  readonly layers: ReadonlyMap<LayerId, number>
}

function tally<Id>(events: readonly StoryEvent[], idsOfEvent: (event: StoryEvent) => readonly Id[]): ReadonlyMap<Id, number> {
  const counts = new Map<Id, number>()
  for (const event of events) for (const id of idsOfEvent(event)) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

/** How many events each value of a facet would show, with all other filters as they are. */
export function facetCounts(story: Story, state: Filters): FacetCounts {
  const test = tests(story, state)
  const shown = shownEvents(story, state.layers)
  const but = (facet: Facet): readonly StoryEvent[] =>
    shown.filter((event) => Object.entries(test).every(([name, passes]) => name === facet || passes(event)))
  return {
    parties: tally(but('parties'), (event) => event.parties),
    topics: tally(but('topics'), (event) => event.topics),
    kinds: tally(but('kinds'), (event) => [event.kind]),
    statuses: tally(but('statuses'), (event) => [event.status]),
    layers: tally(
      [...story.events].filter((event) => Object.values(test).every((passes) => passes(event))),
      (event) => [event.layer],
    ),
  }
}

/** True for what the page's own article does not tell: a plus stands before its title. */
export const isAddition = (story: Story, event: StoryEvent): boolean => story.layers.get(event.layer)?.base === false

/** The one party of an event; null where several share it or none is given. */
export const partyOf = (event: StoryEvent): PartyId | null => (event.parties.length === 1 ? (event.parties[0] ?? null) : null)

/** Events of each place, in their order; those without a place are left out. */
export const placeEvents = memoLast((events: readonly StoryEvent[]): ReadonlyMap<PlaceId, readonly StoryEvent[]> => {
  const byPlace = new Map<PlaceId, StoryEvent[]>()
  for (const event of events) {
    if (event.where === null) continue
    const own = byPlace.get(event.where.place)
    if (own) own.push(event)
    else byPlace.set(event.where.place, [event])
  }
  return byPlace
})

export interface LaneRow {
  /** Empty for events that give no place, party or topic. */
  readonly id: string
  readonly name: Text | null
}

/** The id of the lane in which an event stands; '' where it gives none. Of several parties or topics the author's first counts. */
export function laneOf(story: Story, event: StoryEvent, laneBy: LaneBy, narrow: boolean): string {
  if (laneBy === 'party') return event.parties.length > 1 ? 'joint' : (event.parties[0] ?? '')
  if (laneBy === 'topic') return event.topics[0] ?? ''
  const lane = event.where === null ? null : (story.places.get(event.where.place)?.lane ?? null)
  if (lane === null) return ''
  return narrow ? (story.lanes.get(lane)?.narrow ?? lane) : lane
}

function authorLanes(story: Story, laneBy: LaneBy, narrow: boolean): Iterable<{ id: string; name: Text | null }> {
  if (laneBy === 'party') return [...story.parties.values(), { id: 'joint', name: null }]
  if (laneBy === 'topic') return story.topics.values()
  return narrow && story.narrowLanes.size > 0 ? story.narrowLanes.values() : story.lanes.values()
}

/** The rows that have events, in the author's order; `joint` and '' have no name of the story's. */
export function lanesOf(story: Story, events: readonly StoryEvent[], laneBy: LaneBy, narrow: boolean): readonly LaneRow[] {
  const used = new Set(events.map((event) => laneOf(story, event, laneBy, narrow)))
  return [...authorLanes(story, laneBy, narrow), { id: '', name: null }]
    .filter((lane) => used.has(lane.id))
    .map((lane) => ({ id: lane.id, name: lane.name }))
}
