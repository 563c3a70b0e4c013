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

export interface Source {
  readonly id: SourceId
  readonly publisher: string
  /** The agency whose report it carries, such as AFP. */
  readonly agency: string | null
  readonly about: Text | null
  /** Absolute https address, or null: then it is shown as "not linked". */
  readonly url: string | null
  readonly published: When | null
  readonly language: string | null
}

export interface Layer {
  readonly id: LayerId
  readonly name: Text
  readonly shown: boolean
  /** A word on its content, read before it opens. */
  readonly notice: Text | null
  /** The first layer of the file: what the page is about. All others add to it and are marked with a plus. */
  readonly base: boolean
}

export interface Party {
  readonly id: PartyId
  readonly name: Text
  readonly short: Text
  readonly letter: string
  readonly color: { readonly light: string; readonly dark: string }
  readonly seat: PlaceId | null
}

export interface Person {
  readonly id: PersonId
  readonly name: Text
  readonly alternateNames: readonly string[]
  readonly party: PartyId | null
  readonly role: Text | null
}

export interface Topic {
  readonly id: TopicId
  readonly name: Text
}

export interface Place {
  readonly id: PlaceId
  readonly name: Text
  /** For the map: at most 18 characters or so. */
  readonly short: Text
  readonly alternateNames: readonly string[]
  readonly geometry: Geometry | null
  readonly precision: 'site' | 'city' | 'area' | 'country'
  readonly timeZone: string | null
  /** A seat of government: what was said there is "said by", not "happened at". */
  readonly seat: boolean
  readonly party: PartyId | null
  readonly lane: LaneId | null
  readonly wikidata: string | null
}

/** A row of the timeline, in the author's order. */
export interface Lane {
  readonly id: LaneId
  readonly name: Text
  /** The lane that stands for it on a narrow screen. */
  readonly narrow: LaneId
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

export interface MatrixPosition {
  readonly id: string
  readonly issue: TopicId
  readonly party: PartyId
  readonly by: Claimant | null
  readonly attribution: Attribution
  readonly status: ClaimStatus
  readonly text: Text
  readonly sources: readonly Citation[]
}

export type ReportPrecision = 'port' | 'strait' | 'sea' | 'region' | 'none'
export type Method = 'observed' | 'reported' | 'estimated'

/** One report of where a vessel was. */
export interface Report {
  readonly id: string
  readonly when: When | null
  readonly reported: When | null
  /** In words, as the source has it. */
  readonly place: Text
  /** The named sea, whose area is the place's geometry. */
  readonly in: PlaceId | null
  readonly precision: ReportPrecision
  readonly method: Method
  /** A point for a port or strait; for a sea the part that we infer; null where the source names none. */
  readonly geometry: Geometry | null
  /** What of it is our inference, in words. */
  readonly inferred: Text | null
  readonly heading: Text | null
  readonly layer: LayerId
  readonly sources: readonly Citation[]
  readonly conflict: Text | null
  readonly supersededBy: string | null
  readonly event: EventId | null
}

export interface Vessel {
  readonly id: VesselId
  readonly name: Text
  readonly short: Text
  readonly hull: string | null
  readonly party: PartyId | null
  readonly speedKnots: number | null
  readonly speedNote: Text | null
  readonly speedSources: readonly Citation[]
  /** Where its label may stand, best first: empty land, clear of coasts. */
  readonly labels: { readonly wide: readonly Position[]; readonly narrow: readonly Position[] }
  /** In time order; undated last. */
  readonly reports: readonly Report[]
}

export interface Link {
  readonly from: PartyId
  readonly to: PartyId
  readonly via: PartyId | null
  readonly kind: string
  readonly text: Text | null
  readonly sources: readonly Citation[]
}

export interface Chapter {
  readonly id: ChapterId
  readonly title: Text
  readonly window: Interval
  /** Of the chapter `opening`: the event that is open at first. */
  readonly select: EventId | null
}

export interface Era {
  readonly id: string
  readonly title: Text
  readonly when: When
  readonly sources: readonly Citation[]
}

export interface Step {
  readonly id: StepId
  readonly title: Text
  readonly text: Text
  readonly select: EventId | null
  readonly window: Interval | null
  readonly brush: Interval | null
  readonly at: Instant | null
  readonly camera: { readonly bounds: Bounds } | null
  readonly layers: readonly LayerId[] | null
  readonly question: Text | null
  readonly answer: Text | null
  readonly note: Text | null
}

export interface FrameBounds {
  readonly bounds: Bounds
  readonly strip: { readonly bounds: Bounds; readonly note: Text | null } | null
}
/** What the map shows first; `narrow` for panes under 500 px. */
export interface Frame extends FrameBounds {
  readonly narrow: FrameBounds | null
}

export interface Remark {
  readonly id: string
  readonly text: Text
  readonly sources: readonly Citation[]
}
export interface Term {
  readonly term: Text
  readonly text: Text
  readonly sources: readonly Citation[]
}
export interface Correction {
  readonly on: When
  readonly text: Text
}

export interface Story {
  readonly id: string
  /** BCP 47: the language that was asked for, as far as the file has it. */
  readonly language: string
  readonly title: Text
  readonly summary: Text | null
  /** The day up to which the story tells, or null. */
  readonly asOf: When | null
  /** Where the now-line stands first: the end of `asOf` in `timeZone`, else of the last dated event. */
  readonly now: Instant
  /** The opening window. */
  readonly opening: Interval
  /** The event that is open at first. */
  readonly opens: EventId | null
  /** Least and greatest of all known, finite event times; never empty. */
  readonly extent: Interval
  readonly timeZone: string
  /** IANA names, the venue's first. */
  readonly clocks: readonly string[]
  readonly license: { readonly name: string; readonly url: string | null } | null
  readonly attribution: Text | null
  readonly edition: { readonly number: number; readonly published: When | null } | null
  readonly sources: ReadonlyMap<SourceId, Source>
  readonly layers: ReadonlyMap<LayerId, Layer>
  readonly parties: ReadonlyMap<PartyId, Party>
  readonly people: ReadonlyMap<PersonId, Person>
  readonly topics: ReadonlyMap<TopicId, Topic>
  readonly places: ReadonlyMap<PlaceId, Place>
  /** The author's rows; where the file has none, one for each place from west to east. */
  readonly lanes: ReadonlyMap<LaneId, Lane>
  readonly narrowLanes: ReadonlyMap<LaneId, { readonly id: LaneId; readonly name: Text }>
  readonly events: EventTable
  readonly positions: readonly MatrixPosition[]
  readonly vessels: ReadonlyMap<VesselId, Vessel>
  readonly links: readonly Link[]
  readonly chapters: readonly Chapter[]
  readonly eras: readonly Era[]
  readonly steps: readonly Step[]
  readonly frame: Frame | null
  readonly unknowns: readonly Remark[]
  readonly glossary: readonly Term[]
  readonly corrections: readonly Correction[]
}

/** The centre of the map and its zoom, in Web Mercator: the world is 512·2^zoom px wide. */
export interface Camera {
  readonly center: Position
  readonly zoom: number
}

export type { Geometry, Interval, Point }
