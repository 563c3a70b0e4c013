import { sift } from './columns'
import { middleOf } from './geo'
import type { Interval } from './interval'
import { memoKeyed, memoLast } from './memo'
import { contains } from './mercator'
import { anchor, isKnownBy, isReached, shownEvents as shownOf } from './refine'
import { matchesSearch } from './search'
import type { Story } from './story-types'
import type { Bounds, Claim, EventId, Instant, Kind, LayerId, PartyId, PlaceId, Status, StoryEvent, TopicId } from './types'

export { type LaneRow, laneOf, lanesOf } from './lanes'
export { anchor, isKnownBy, knownFrom } from './refine'

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

/** True where none of its sources had been published by `known`; a claim whose sources carry no date counts as known. */
export function isClaimLater(story: Story, claim: Pick<Claim, 'sources'>, known: Instant | null): boolean {
  if (known === null) return false
  const dates = claim.sources.flatMap(({ source }) => story.sources.get(source)?.published ?? [])
  return dates.length > 0 && !dates.some((date) => isReached(story, date, known))
}

/** The point at which an event stands on the map; null where it has none there. */
export function pointOf(story: Story, event: StoryEvent): readonly [number, number] | null {
  const geometry = event.where === null ? null : story.places.get(event.where.place)?.geometry
  return geometry ? middleOf(geometry) : null
}

type Facet = 'parties' | 'topics' | 'kinds' | 'statuses'
type Test = (event: StoryEvent) => boolean

/** A loop: `some` on frozen lists takes ten times as long. */
function any<Id>(chosen: ReadonlySet<Id>, own: readonly Id[]): boolean {
  for (const id of own) if (chosen.has(id)) return true
  return false
}

function inViewTest(story: Story, byMap: ByMap, area: readonly Bounds[]): Test {
  const verdicts = new Map<PlaceId | null, boolean>()
  return (event) => {
    const place = event.where?.place ?? null
    const known = verdicts.get(place)
    if (known !== undefined) return known
    const point = pointOf(story, event)
    const verdict = point === null ? byMap === 'view-and-unplaced' : area.some((bounds) => contains(bounds, point))
    verdicts.set(place, verdict)
    return verdict
  }
}

/** One test for each filter that is set, so that a facet's counts can leave out its own. The time filter is not among them. */
function tests(story: Story, filters: Filters): readonly (readonly [Facet | 'other', Test])[] {
  const { known, byMap, area, search, parties, topics, kinds, statuses } = filters
  const all: readonly (readonly [Facet | 'other', boolean, Test])[] = [
    ['parties', parties.size > 0, (event) => any(parties, event.parties)],
    ['topics', topics.size > 0, (event) => any(topics, event.topics)],
    ['kinds', kinds.size > 0, (event) => kinds.has(event.kind)],
    ['statuses', statuses.size > 0, (event) => statuses.has(event.status)],
    ['other', known !== null, (event) => isKnownBy(story, event, known)],
    ['other', byMap !== 'off' && area !== null, inViewTest(story, byMap, area ?? [])],
    ['other', search !== '', (event) => matchesSearch(story, event, search)],
  ]
  return all.filter(([, isSet]) => isSet).map(([facet, , test]) => [facet, test])
}

/** The events of a list that every filter lets through; the same list where that is all of them. */
function passing(events: readonly StoryEvent[], story: Story, filters: Filters): readonly StoryEvent[] {
  const set = tests(story, filters)
  return sift(events, filters.brush, set.length === 0 ? null : (event) => set.every(([, test]) => test(event)))
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
      const filters = { layers, brush, known, byMap, area, search, parties, topics, kinds, statuses }
      return passing(shownOf(story, layers, known), story, filters)
    },
  )
const matching = remembering()
const matchingAnywhere = remembering()
const matchingOnceTold = remembering()

/** The shown events after every filter, in story order. */
export function matchingEvents(story: Story, state: Filters): readonly StoryEvent[] {
  const { layers, brush, known, byMap, area, search, parties, topics, kinds, statuses } = state
  // A map that moves changes nothing while it does not filter.
  if (byMap === 'off') return matchingAnywhereOnMap(story, state)
  return matching(story, layers, brush, known, byMap, area, search, parties, topics, kinds, statuses)
}

/** The same without the filter by map: what the map itself draws, and what the filter by map chooses from. */
export function matchingAnywhereOnMap(story: Story, state: Filters): readonly StoryEvent[] {
  const { layers, brush, known, search, parties, topics, kinds, statuses } = state
  return matchingAnywhere(story, layers, brush, known, 'off', null, search, parties, topics, kinds, statuses)
}

/** The same as if all had been known from the first: what "as it was known" hides is the difference. */
export function matchingWheneverKnown(story: Story, state: Filters): readonly StoryEvent[] {
  if (state.known === null) return matchingEvents(story, state)
  const { layers, brush, byMap, search, parties, topics, kinds, statuses } = state
  const area = byMap === 'off' ? null : state.area
  return matchingOnceTold(story, layers, brush, null, byMap, area, search, parties, topics, kinds, statuses)
}

/** How many events that all other filters let through have no point on the map. */
export const unplacedCount = (story: Story, state: Filters): number =>
  matchingAnywhereOnMap(story, state).filter((event) => pointOf(story, event) === null).length

const idsOf = memoKeyed((events: readonly StoryEvent[]): ReadonlySet<EventId> => new Set(events.map((event) => event.id)))

/** Ids of the matching events. */
export const matchingIds = (story: Story, state: Filters): ReadonlySet<EventId> => idsOf(matchingEvents(story, state))

const byId = memoKeyed((events: readonly StoryEvent[]): ReadonlyMap<EventId, StoryEvent> => {
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

/** Counts by value; adding reads a value's place once, which is most of the cost. */
class Tally<Id> {
  readonly #cells = new Map<Id, { count: number }>()

  add(id: Id): void {
    const cell = this.#cells.get(id)
    if (cell) cell.count++
    else this.#cells.set(id, { count: 1 })
  }

  counts(): ReadonlyMap<Id, number> {
    return new Map([...this.#cells].map(([id, { count }]) => [id, count]))
  }
}

const recordsOf = memoKeyed((story: Story): readonly StoryEvent[] => [...story.events])

/** The one facet whose filter hides the event, `all` where none does; null where more than one does, or another filter. */
function onlyHiddenBy(event: StoryEvent, set: ReturnType<typeof tests>): Facet | 'all' | null {
  let hidden: Facet | 'all' = 'all'
  for (const [facet, test] of set) {
    if (test(event)) continue
    if (facet === 'other' || hidden !== 'all') return null
    hidden = facet
  }
  return hidden
}

/** How many events each value of a facet would show, with all other filters as they are. */
export function facetCounts(story: Story, state: Filters): FacetCounts {
  const set = tests(story, state)
  const [parties, topics, kinds] = [new Tally<PartyId>(), new Tally<TopicId>(), new Tally<Kind>()]
  const [statuses, layers] = [new Tally<Status>(), new Tally<LayerId>()]
  for (const event of sift(shownEvents(story, state), state.brush, null)) {
    const hidden = onlyHiddenBy(event, set)
    if (hidden === null) continue
    const all = hidden === 'all'
    if (all || hidden === 'parties') for (const id of event.parties) parties.add(id)
    if (all || hidden === 'topics') for (const id of event.topics) topics.add(id)
    if (all || hidden === 'kinds') kinds.add(event.kind)
    if (all || hidden === 'statuses') statuses.add(event.status)
  }
  for (const event of passing(recordsOf(story), story, state)) layers.add(event.layer)
  return {
    parties: parties.counts(),
    topics: topics.counts(),
    kinds: kinds.counts(),
    statuses: statuses.counts(),
    layers: layers.counts(),
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
export const placeEvents = memoKeyed((events: readonly StoryEvent[]): ReadonlyMap<PlaceId, readonly StoryEvent[]> => {
  const byPlace = new Map<PlaceId, StoryEvent[]>()
  for (const event of events) {
    if (event.where === null) continue
    const own = byPlace.get(event.where.place)
    if (own) own.push(event)
    else byPlace.set(event.where.place, [event])
  }
  return byPlace
})
