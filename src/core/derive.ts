import { middleOf } from './geo'
import { type Interval, intersects } from './interval'
import { memoLast } from './memo'
import { contains } from './mercator'
import { anchor, knownFrom, shownEvents as shownOf } from './refine'
import { matchesSearch } from './search'
import type { Story } from './story-types'
import type {
  Bounds,
  Claim,
  EventId,
  Instant,
  Kind,
  LaneBy,
  LayerId,
  PartyId,
  PlaceId,
  Status,
  StoryEvent,
  Text,
  TopicId,
} from './types'

export { anchor, knownFrom } from './refine'

/** `view`: only what lies in the map’s view. `view-and-unplaced`: that, and what has no place on the map. */
export type ByMap = 'off' | 'view' | 'view-and-unplaced'

/** The keys of the state that decide which events match. An empty facet does not filter; `layers` always does. */
export interface Filters {
  /** The reader's time filter. */
  readonly brush: Interval | null
  /** Hide what was reported after this instant. */
  readonly known: Instant | null
  readonly byMap: ByMap
  /** What the map’s panes show; null until the map has told. */
  readonly area: readonly Bounds[] | null
  readonly search: string
  readonly parties: ReadonlySet<PartyId>
  readonly topics: ReadonlySet<TopicId>
  readonly kinds: ReadonlySet<Kind>
  readonly statuses: ReadonlySet<Status>
  /** Layers on the page. */
  readonly layers: ReadonlySet<LayerId>
}

/** The keys of `Filters`, for views that show what matches. */
export const FILTER_KEYS: readonly (keyof Filters)[] = [
  'brush', 'known', 'byMap', 'area', 'search', 'parties', 'topics', 'kinds', 'statuses', 'layers',
] // biome-ignore format: one list, read as one

/** The events of the shown layers, refinements merged as far as they were known, in story order. */
export const shownEvents = (story: Story, { layers, known }: Pick<Filters, 'layers' | 'known'>): readonly StoryEvent[] =>
  shownOf(story, layers, known)

/** When the first of its sources was published; null where none has a date. */
export function claimKnownFrom(story: Story, claim: Pick<Claim, 'sources'>): Instant | null {
  const dates = claim.sources.flatMap(({ source }) => {
    const published = story.sources.get(source)?.published
    return published ? [anchor(published)] : []
  })
  return dates.length === 0 ? null : Math.min(...dates)
}

/** True where no source had it by `known`; a claim whose sources carry no date counts as known. */
export const isClaimLater = (story: Story, claim: Pick<Claim, 'sources'>, known: Instant | null): boolean =>
  known !== null && (claimKnownFrom(story, claim) ?? known) > known

/** The point at which an event stands on the map; null where it has none there. */
export function pointOf(story: Story, event: StoryEvent): readonly [number, number] | null {
  const geometry = event.where === null ? null : story.places.get(event.where.place)?.geometry
  return geometry ? middleOf(geometry) : null
}

type Facet = 'parties' | 'topics' | 'kinds' | 'statuses'
type Test = (event: StoryEvent) => boolean

const any = <Id>(chosen: ReadonlySet<Id>, own: readonly Id[]): boolean => chosen.size === 0 || own.some((id) => chosen.has(id))

/** One test for each filter, so that a facet's counts can leave out its own. */
function tests(story: Story, filters: Filters): Readonly<Record<Facet | 'time' | 'known' | 'map' | 'search', Test>> {
  const { brush, known, byMap, area } = filters
  const inView = (event: StoryEvent): boolean => {
    const point = pointOf(story, event)
    return point === null ? byMap === 'view-and-unplaced' : (area ?? []).some((bounds) => contains(bounds, point))
  }
  return {
    parties: (event) => any(filters.parties, event.parties),
    topics: (event) => any(filters.topics, event.topics),
    kinds: (event) => any(filters.kinds, [event.kind]),
    statuses: (event) => any(filters.statuses, [event.status]),
    time: (event) => brush === null || (event.when !== null && intersects(event.when.extent, brush)),
    known: (event) => known === null || (knownFrom(event) ?? known) <= known,
    map: (event) => byMap === 'off' || area === null || inView(event),
    search: (event) => filters.search === '' || matchesSearch(story, event, filters.search),
  }
}

/** One memory for each reader of the list: two that ask in turn would make each other forget. */
const remembering = () =>
  memoLast(
    (
      story: Story,
      layers: Filters['layers'],
      brush: Filters['brush'],
      known: Filters['known'],
      byMap: Filters['byMap'],
      area: Filters['area'],
      search: string,
      parties: Filters['parties'],
      topics: Filters['topics'],
      kinds: Filters['kinds'],
      statuses: Filters['statuses'],
    ): readonly StoryEvent[] => {
      const all = Object.values(tests(story, { layers, brush, known, byMap, area, search, parties, topics, kinds, statuses }))
      return shownOf(story, layers, known).filter((event) => all.every((test) => test(event)))
    },
  )
const matching = remembering()
const matchingAnywhere = remembering()

/** The shown events after every filter, in story order. */
export function matchingEvents(story: Story, state: Filters): readonly StoryEvent[] {
  const { layers, brush, known, byMap, search, parties, topics, kinds, statuses } = state
  // A map that moves changes nothing while it does not filter.
  const area = byMap === 'off' ? null : state.area
  return matching(story, layers, brush, known, byMap, area, search, parties, topics, kinds, statuses)
}

/** The same without the filter by map: what the map itself draws, and what the filter by map chooses from. */
export function matchingAnywhereOnMap(story: Story, state: Filters): readonly StoryEvent[] {
  const { layers, brush, known, search, parties, topics, kinds, statuses } = state
  return matchingAnywhere(story, layers, brush, known, 'off', null, search, parties, topics, kinds, statuses)
}

/** How many events that all other filters let through have no point on the map. */
export const unplacedCount = (story: Story, state: Filters): number =>
  matchingAnywhereOnMap(story, state).filter((event) => pointOf(story, event) === null).length

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
export const findEvent = (story: Story, state: Pick<Filters, 'layers' | 'known'>, id: EventId | null): StoryEvent | null =>
  id === null ? null : (byId(shownEvents(story, state)).get(id) ?? null)

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
  const shown = shownEvents(story, state)
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

/** True for what begins after the now-line, once the reader has moved it back: plans are not dimmed on the page as it opens. */
export const isLater = (story: Story, { instant }: { readonly instant: Instant }, event: StoryEvent): boolean =>
  instant < story.now && event.when !== null && anchor(event.when) > instant

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
