import type { Filters } from '../core/derive'
import type { Story } from '../core/story-types'
import type { Camera, ClaimId, EventId, Instant, Interval, LaneBy, PlaceId, StepId } from '../core/types'

export type Panel = 'events' | 'table' | 'positions'
export type Theme = 'auto' | 'light' | 'dark'
export type Mode = 'explore' | 'present'
export type Dialog = 'help' | 'unknowns' | 'corrections' | 'embed' | 'report' | 'download' | 'cite' | 'class'
/** What a teacher keeps back of every event until it is told. */
export const SECRETS = ['titles', 'dates', 'places', 'outcomes'] as const
export type Secret = (typeof SECRETS)[number]
export type Exercise = 'place' | 'order'
/** The printed sheets: with the answers, or with room for them. */
export type Handout = 'answers' | 'blank'
export type Motion = 'auto' | 'less'
/** The three views, in the order of the page. */
export const PARTS = ['map', 'timeline', 'list'] as const
export type Part = (typeof PARTS)[number]
/** Whether an embed asks its host for the height of its content, or keeps the one it was given. */
export type Resize = 'auto' | 'fixed'

/** What the reader measures: the time between two events or the distance between two places; null where one is still to be chosen. */
export type Measure =
  | { readonly kind: 'time'; readonly from: EventId | null; readonly to: EventId | null }
  | { readonly kind: 'distance'; readonly from: PlaceId | null; readonly to: PlaceId | null }

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
  /** Under the pointer on the timeline; not in the address. */
  readonly pointed: Instant | null
  /** The now-line goes from event to event by itself; not in the address, so that no link starts it. */
  readonly playing: boolean
  readonly panel: Panel
  readonly laneBy: LaneBy
  /** Null: the story's frame. */
  readonly camera: Camera | null
  readonly measure: Measure | null
  /** The lines of mediation, for the selected round. */
  readonly relay: boolean
  /** Two rounds side by side. */
  readonly compare: readonly [EventId, EventId] | null
  /** A pane over the page; not in the address. */
  readonly dialog: Dialog | null
  readonly step: StepId | null
  /** Where the reader was before the steps; not in the address. */
  readonly place: ReaderPlace | null
  readonly mode: Mode
  /** BCP 47, or null for the story's. */
  readonly lang: string | null
  readonly theme: Theme
  readonly motion: Motion
  /** `?` opens the help from anywhere; a reader who speaks to the machine can switch it off. */
  readonly keys: boolean
  /** For a class: layers with a notice cannot be opened. */
  readonly locked: boolean
  /** The host may talk to the page. */
  readonly api: boolean
  /** The views that an embed shows; never empty. */
  readonly parts: ReadonlySet<Part>
  /** The view that a small embed of a fixed height shows; null: the first of its parts. */
  readonly pane: Part | null
  readonly resize: Resize
  readonly secrets: ReadonlySet<Secret>
  /** Events that are told although something of all events is kept back. */
  readonly told: ReadonlySet<EventId>
  readonly exercise: Exercise | null
  /** The place that was chosen in the exercise; not in the address. */
  readonly guess: PlaceId | null
  readonly handout: Handout | null
  /** Of the handout. */
  readonly large: boolean
  /** The screen is blanked; not in the address. */
  readonly blank: boolean
  /** The step whose answer a room has been shown; not in the address. */
  readonly answered: StepId | null
  /** All but the selected event is dimmed; not in the address. */
  readonly spotlight: boolean
}

/** The part of the state that a step sets, as the reader had it. */
export type ReaderPlace = Pick<
  AppState,
  | Exclude<keyof Filters, 'area'>
  | 'domain'
  | 'instant'
  | 'selected'
  | 'claim'
  | 'playing'
  | 'panel'
  | 'laneBy'
  | 'camera'
  | 'measure'
  | 'relay'
  | 'compare'
>

/** The state of a page without a query. */
export const initialState = (story: Story): AppState => ({
  domain: story.opening,
  brush: null,
  instant: story.now,
  known: null,
  byMap: 'off',
  area: null,
  selected: story.opens,
  claim: null,
  hovered: null,
  pointed: null,
  playing: false,
  search: '',
  parties: new Set(),
  topics: new Set(),
  kinds: new Set(),
  statuses: new Set(),
  layers: new Set([...story.layers.values()].filter((layer) => layer.shown).map((layer) => layer.id)),
  panel: 'events',
  laneBy: 'place',
  camera: null,
  measure: null,
  relay: false,
  compare: null,
  dialog: null,
  step: null,
  place: null,
  mode: 'explore',
  lang: null,
  theme: 'auto',
  motion: 'auto',
  keys: true,
  locked: false,
  api: false,
  parts: new Set(PARTS),
  pane: null,
  resize: 'auto',
  secrets: new Set(),
  told: new Set(),
  exercise: null,
  guess: null,
  handout: null,
  large: false,
  blank: false,
  answered: null,
  spotlight: false,
})
