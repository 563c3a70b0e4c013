/** The model that views read: built once from an event file, frozen, one language. */
import type { Geometry, Point } from 'geojson'
import type { Interval } from './interval'

declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]: Name }
export type SourceId = Id<'source'>
export type LayerId = Id<'layer'>
export type PartyId = Id<'party'>
export type PersonId = Id<'person'>
export type TopicId = Id<'topic'>
export type PlaceId = Id<'place'>
export type LaneId = Id<'lane'>
export type EventId = Id<'event'>
/** Unique within its event only. */
export type ClaimId = Id<'claim'>
export type VesselId = Id<'vessel'>
export type StepId = Id<'step'>
export type ChapterId = Id<'chapter'>

/** UTC epoch milliseconds. */
export type Instant = number
/** `[lon, lat]` in degrees, WGS 84. */
export type Position = readonly [number, number]
/** `[west, south, east, north]` in degrees. */
export type Bounds = readonly [number, number, number, number]

/** Text of the story in the language that was found for it. */
export interface Text {
  readonly value: string
  /** BCP 47. */
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
}

export type Precision = 'instant' | 'day' | 'month' | 'season' | 'year' | 'decade' | 'century'
/** EDTF: `?` uncertain, `~` approximate, `%` both. */
export type Qualifier = '' | '?' | '~' | '%'
/** `unknown`: there is an end, nobody says which (EDTF `/2026`). `open`: it goes on (EDTF `2026/..`). */
export type Edge = 'known' | 'unknown' | 'open'

/** A time with its doubt. */
export interface When {
  /** As written in the file. */
  readonly edtf: string
  /**
   * What is known, UTC epoch ms, closed: a day is `[midnight, next midnight - 1]` in `timeZone`. An open edge is ±Infinity.
   * An unknown edge adds nothing: of `/2026-02-26` only that day is known.
   */
  readonly extent: Interval
  readonly start: Edge
  readonly end: Edge
  readonly startPrecision: Precision
  readonly endPrecision: Precision
  readonly qualifier: Qualifier
  /** The file says so beside a date-time, for which EDTF has no qualifier. */
  readonly approximate: boolean
  /** `within`: some time in the extent, not all through. */
  readonly occurs: 'throughout' | 'within'
  /** True where the file gives two ends (`A/B`), even if one is open or unknown. */
  readonly interval: boolean
  /** IANA name: the zone that days are counted in. */
  readonly timeZone: string
}

export type Kind = 'talks' | 'statement' | 'position' | 'military' | 'domestic' | 'agreement' | 'sanctions' | 'other'
export const KINDS: readonly Kind[] = [
  'talks',
  'statement',
  'position',
  'military',
  'domestic',
  'agreement',
  'sanctions',
  'other',
]
export type Status = 'happened' | 'planned' | 'cancelled' | 'unknown'
export const STATUSES: readonly Status[] = ['happened', 'planned', 'cancelled', 'unknown']
/** What the rows of the timeline stand for. */
export type LaneBy = 'place' | 'party' | 'topic'
export type Role = 'happened' | 'seat' | 'subject' | 'planned'
export type Attribution = 'named' | 'anonymous' | 'collective' | 'outlet'
export type ClaimStatus = 'confirmed' | 'claimed' | 'disputed' | 'denied'

/** Where a statement stands in a source. */
export interface Citation {
  readonly source: SourceId
  /** Sentence of the article, such as `S4`. */
  readonly at: string | null
  /** Code points `[start, end)` of the source's text. */
  readonly span: readonly [number, number] | null
  /** Verbatim, short, of what was said in public. */
  readonly quote: string | null
}

export interface Where {
  readonly place: PlaceId
  readonly role: Role
  /** How the source words it. */
  readonly text: Text | null
}

export interface Claimant {
  readonly party: PartyId | null
  readonly person: PersonId | null
  /** For one who is not named: "a senior Iranian official, not named". */
  readonly name: Text | null
}

export interface Claim {
  readonly id: ClaimId
  readonly by: Claimant
  readonly attribution: Attribution
  readonly status: ClaimStatus
  readonly text: Text
  readonly sources: readonly Citation[]
  /** The layer of the record that makes it: a refinement's claims differ from their event's. */
  readonly layer: LayerId
}

/** A statement about an event that has citations of its own where they differ from the event's; without any, the event's hold. */
export interface Told {
  readonly text: Text
  readonly sources: readonly Citation[]
}

export interface StoryEvent {
  readonly id: EventId
  readonly layer: LayerId
  readonly kind: Kind
  readonly status: Status
  readonly title: Text
  /** For the timeline. */
  readonly short: Text
  readonly text: Text | null
  readonly when: When | null
  readonly reported: When | null
  /** How the source words the date. */
  readonly display: Text | null
  readonly where: Where | null
  readonly parties: readonly PartyId[]
  readonly people: readonly PersonId[]
  readonly topics: readonly TopicId[]
  /** Of talks: direct or not, who mediates. */
  readonly format: Told | null
  /** What came of it. */
  readonly outcome: Told | null
  readonly claims: readonly Claim[]
  readonly sources: readonly Citation[]
  readonly conflict: Text | null
  readonly refines: EventId | null
  readonly vessel: VesselId | null
  /** What refinements of other layers added, once they are merged; null in the story itself. */
  readonly additions: Additions | null
}

/** What a merged event owes to other layers than its own: shown with a plus. */
export interface Additions {
  readonly from: readonly EventId[]
  readonly when: boolean
  readonly where: boolean
  readonly format: boolean
  readonly outcome: boolean
  /** Texts of the refinements, in their order. */
  readonly texts: readonly Text[]
  readonly conflicts: readonly Text[]
  /** Citations of the refinements' own; the event's own stay in `sources`. */
  readonly sources: readonly Citation[]
}

/** Events in story order: by start, then end, then file order; undated ones last. Columns may stand behind it. */
export interface EventTable extends Iterable<StoryEvent> {
  readonly length: number
  at(index: number): StoryEvent
  get(id: EventId): StoryEvent | undefined
}

/** The centre of the map and its zoom, in Web Mercator: the world is 512·2^zoom px wide. */
export interface Camera {
  readonly center: Position
  readonly zoom: number
}

export type { Geometry, Interval, Point }
