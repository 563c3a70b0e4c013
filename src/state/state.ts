import type { Filters } from '../core/derive'
import type { Story } from '../core/story-types'
import type { Camera, ClaimId, EventId, Instant, Interval, LaneBy, StepId } from '../core/types'

export type Panel = 'events' | 'table' | 'positions'
export type Theme = 'auto' | 'light' | 'dark'
export type Mode = 'explore' | 'present'

/** Flat and small: ids and numbers. An empty set of a facet means that it does not filter. */
export interface AppState extends Filters {
  /** Time in view, UTC epoch ms. */
  readonly domain: Interval
  /** The now-line. */
  readonly instant: Instant
  readonly selected: EventId | null
  /** The claim of the selected event that a link names. */
  readonly claim: ClaimId | null
  /** Hovered or focused; not in the address. */
  readonly hovered: EventId | null
  readonly panel: Panel
  readonly laneBy: LaneBy
  /** Null: the story's frame. */
  readonly camera: Camera | null
  readonly step: StepId | null
  readonly mode: Mode
  /** BCP 47, or null for the story's. */
  readonly lang: string | null
  readonly theme: Theme
  /** The host may talk to the page. */
  readonly api: boolean
}

/** The state of a page without a query. */
export const initialState = (story: Story): AppState => ({
  domain: story.opening,
  brush: null,
  instant: story.now,
  known: null,
  selected: story.opens,
  claim: null,
  hovered: null,
  search: '',
  parties: new Set(),
  topics: new Set(),
  kinds: new Set(),
  statuses: new Set(),
  layers: new Set([...story.layers.values()].filter((layer) => layer.shown).map((layer) => layer.id)),
  panel: 'events',
  laneBy: 'place',
  camera: null,
  step: null,
  mode: 'explore',
  lang: null,
  theme: 'auto',
  api: false,
})
