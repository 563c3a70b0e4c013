/** The story and the records it holds besides its events. */
import type { Geometry } from 'geojson'
import type { Interval } from './interval'
import type {
  Attribution,
  Bounds,
  ChapterId,
  Citation,
  Claimant,
  ClaimStatus,
  EventId,
  EventTable,
  Instant,
  LaneId,
  LayerId,
  PartyId,
  PersonId,
  PlaceId,
  SourceId,
  StepId,
  Text,
  TopicId,
  VesselId,
  When,
} from './types'
import type { Vessel } from './vessel-types'

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
  /** Where errors are reported to: `mailto:` or absolute https, or null. */
  readonly reportTo: string | null
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
