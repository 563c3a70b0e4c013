import { anchor, findEvent, shownEvents } from '../core/derive'
import { type Interval, intersects, slideInto } from '../core/interval'
import { isMeasurable } from '../core/measure'
import type { Layer, Story } from '../core/story-types'
import type { ClaimId, EventId, Instant, LayerId, PlaceId, StoryEvent } from '../core/types'
import { type AppState, initialState } from './state'

export { isMeasurable } from '../core/measure'

export type Patch = Partial<AppState>

const MINUTE_MS = 60_000

/** All the time there is to look at: the story's extent and a tenth on either side. */
export function reach(story: Story): Interval {
  const [start, end] = story.extent
  const pad = Math.max(Math.round((end - start) / 10), 12 * 60 * MINUTE_MS)
  return [start - pad, end + pad]
}

/** Puts `domain` in view, not shorter than a minute and not beyond the story's reach. */
export function setDomain(story: Story, domain: Interval): Patch {
  const length = Math.max(domain[1] - domain[0], MINUTE_MS)
  const middle = (domain[0] + domain[1]) / 2
  return { domain: slideInto([middle - length / 2, middle + length / 2], reach(story)) }
}

/**
 * The same for a chapter or the years before the story: layers with events there that were hidden are shown too, but none that has
 * a notice to be read first.
 */
export function goTo(story: Story, state: AppState, domain: Interval): Patch {
  const hasEvents = (id: LayerId): boolean =>
    [...story.events].some((event) => event.layer === id && event.when !== null && intersects(event.when.extent, domain))
  const found = [...story.layers.values()].filter(({ id, notice }) => notice === null && !state.layers.has(id) && hasEvents(id))
  const layers = found.length > 0 ? { layers: new Set([...state.layers, ...found.map(({ id }) => id)]) } : {}
  return { ...setDomain(story, domain), ...layers }
}

/** The domain moved just far enough that the event is in view, with an eighth of the window as margin; itself where it is. */
function domainWith(story: Story, domain: Interval, event: StoryEvent): Interval {
  if (event.when === null || intersects(event.when.extent, domain)) return domain
  const length = domain[1] - domain[0]
  const at = anchor(event.when)
  const start = at < domain[0] ? at - length / 8 : at - (length * 7) / 8
  return setDomain(story, [start, start + length]).domain ?? domain
}

/** Opens an event, or closes the open one. The window moves only where the event lies outside it. */
export function selectEvent(story: Story, state: AppState, id: EventId | null, claim: ClaimId | null = null): Patch {
  const event = findEvent(story, state, id)
  if (event === null) return { selected: null, claim: null }
  return { selected: event.id, claim, domain: domainWith(story, state.domain, event) }
}

/** The now-line, within the story's reach. */
export function setInstant(story: Story, instant: Instant): Patch {
  const [least, greatest] = reach(story)
  return { instant: Math.min(Math.max(instant, least), greatest) }
}

/** The next end of a measurement: the first, then the second, then the first of another. */
function measureTo<Id>(from: Id | null, to: Id | null, id: Id): { from: Id | null; to: Id | null } {
  return from === null || to !== null ? { from: id, to: null } : { from, to: id === from ? null : id }
}

/** A press on an event: an end of the time that is being measured, else it opens. */
export function pressEvent(story: Story, state: AppState, id: EventId): Patch {
  const { measure } = state
  if (measure?.kind !== 'time') return selectEvent(story, state, id)
  const event = findEvent(story, state, id)
  return event?.when ? { measure: { kind: 'time', ...measureTo(measure.from, measure.to, event.id) } } : {}
}

/** A press on a place while a distance is being measured; null where none is. */
export function pressPlace(story: Story, { measure }: AppState, id: PlaceId): Patch | null {
  if (measure?.kind !== 'distance') return null
  return isMeasurable(story, id) ? { measure: { kind: 'distance', ...measureTo(measure.from, measure.to, id) } } : {}
}

/** The time filter, within the story's reach; null takes it away. */
export const setBrush = (story: Story, brush: Interval | null): Patch => {
  if (brush === null) return { brush: null }
  const [least, greatest] = reach(story)
  return { brush: [Math.max(Math.min(...brush), least), Math.min(Math.max(...brush), greatest)] }
}

export type Facet = 'parties' | 'topics' | 'kinds' | 'statuses' | 'layers'

/** Adds the value to the facet, or takes it out. The last layer stays: a page without layers would be a page without a story. */
export function toggleFacet<Key extends Facet>(
  state: AppState,
  facet: Key,
  id: AppState[Key] extends ReadonlySet<infer Id> ? Id : never,
): Patch {
  const chosen = new Set<unknown>(state[facet])
  if (!chosen.delete(id)) chosen.add(id)
  if (facet === 'layers' && chosen.size === 0) return {}
  return { [facet]: chosen }
}

/** All filters of the reader away; the layers go back to the author's. */
export function clearFilters(story: Story): Patch {
  const { brush, known, byMap, search, parties, topics, kinds, statuses, layers } = initialState(story)
  return { brush, known, byMap, search, parties, topics, kinds, statuses, layers }
}

/** The page's own article alone, or the author's choice of layers. An open event that is gone is closed. */
export function articleOnly(story: Story, state: AppState, on: boolean): Patch {
  const base = [...story.layers.values()].filter((layer) => layer.base).map((layer) => layer.id)
  const layers: ReadonlySet<LayerId> = on ? new Set(base) : initialState(story).layers
  const open = shownEvents(story, { layers, known: state.known }).some((event) => event.id === state.selected)
  return { layers, ...(open ? {} : { selected: null, claim: null }) }
}

/** True where nothing but the base layer is shown. */
export const isArticleOnly = (story: Story, state: Pick<AppState, 'layers'>): boolean =>
  [...state.layers].every((id) => story.layers.get(id)?.base === true)

const FACETS = ['parties', 'topics', 'kinds', 'statuses'] as const

/** True where the reader narrowed the story by anything but time. */
export const isFiltered = (state: AppState): boolean =>
  state.search !== '' || state.known !== null || state.byMap !== 'off' || FACETS.some((facet) => state[facet].size > 0)

/**
 * What Esc undoes next, or null where nothing is left: play; a blank screen, the spotlight, presenting; measuring, the selection, the brush,
 * the filters.
 */
export function undoTopmost(state: AppState): Patch | null {
  if (state.handout !== null) return { handout: null, large: false }
  if (state.playing) return { playing: false }
  if (state.mode === 'present')
    return state.blank ? { blank: false } : state.spotlight ? { spotlight: false } : { mode: 'explore' }
  if (state.measure !== null) return { measure: null }
  if (state.selected !== null) return { selected: null, claim: null }
  if (state.brush !== null) return { brush: null }
  if (!isFiltered(state)) return null
  return { search: '', known: null, byMap: 'off', parties: new Set(), topics: new Set(), kinds: new Set(), statuses: new Set() }
}

/** A state that a link asks for, without the layers that open only after a word on their content; these besides. */
export function withNoticesFirst(story: Story, state: AppState): { readonly state: AppState; readonly closed: readonly Layer[] } {
  const closed = [...story.layers.values()].filter(({ id, notice, shown }) => notice !== null && !shown && state.layers.has(id))
  if (closed.length === 0) return { state, closed }
  const layers = new Set([...state.layers].filter((id) => closed.every((layer) => layer.id !== id)))
  return { state: { ...state, layers }, closed }
}
