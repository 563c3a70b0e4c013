/** Vessels and the reports of where they were. */
import type { Geometry } from 'geojson'
import type { Citation, EventId, LayerId, PartyId, PlaceId, Position, Text, VesselId, When } from './types'

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
