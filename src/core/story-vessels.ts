import { anchor } from './refine'
import type { ReportRecord, StoryFile, VesselRecord } from './schema'
import { brandId, maybeId, type StoryContext } from './story-context'
import type { Place } from './story-types'
import type { EventId, LayerId, PlaceId, VesselId } from './types'
import type { Report, Vessel } from './vessel-types'

function buildReport(
  record: ReportRecord,
  index: number,
  baseLayer: LayerId,
  places: ReadonlyMap<PlaceId, Place>,
  context: StoryContext,
): Report {
  const within = maybeId<PlaceId>(record.in)
  const timeZone = (within && places.get(within)?.timeZone) ?? context.timeZone
  const { occurs, approximate } = record
  return {
    id: record.id ?? `r${index + 1}`,
    when: context.maybeWhen(record.when, { timeZone, occurs, approximate }),
    reported: context.maybeWhen(record.reported),
    place: context.text(record.place),
    in: within,
    precision: record.precision,
    method: record.method,
    geometry: record.geometry ?? null,
    inferred: context.maybeText(record.inferred),
    heading: context.maybeText(record.heading),
    layer: record.layer === undefined ? baseLayer : brandId(record.layer),
    sources: context.citations(record.sources),
    conflict: context.maybeText(record.conflict),
    supersededBy: record.supersededBy ?? null,
    event: maybeId<EventId>(record.event),
  }
}

function inTimeOrder(a: Report, b: Report): number {
  if (a.when === null || b.when === null) return Number(a.when === null) - Number(b.when === null)
  return anchor(a.when) - anchor(b.when) || a.when.extent[1] - b.when.extent[1] || 0
}

function buildVessel(
  record: VesselRecord,
  baseLayer: LayerId,
  places: ReadonlyMap<PlaceId, Place>,
  context: StoryContext,
): Vessel {
  const name = context.text(record.name)
  const reports = (record.reports ?? []).map((report, index) => buildReport(report, index, baseLayer, places, context))
  return {
    id: brandId<VesselId>(record.id),
    name,
    short: context.maybeText(record.short) ?? name,
    hull: record.hull ?? null,
    party: maybeId(record.party),
    speedKnots: record.speedKnots ?? null,
    speedNote: context.maybeText(record.speedNote),
    speedSources: context.citations(record.speedSources),
    labels: { wide: record.labels?.wide ?? [], narrow: record.labels?.narrow ?? [] },
    reports: reports.sort(inTimeOrder),
  }
}

/** Vessels of the file, their reports in time order. */
export function buildVessels(
  file: StoryFile,
  baseLayer: LayerId,
  places: ReadonlyMap<PlaceId, Place>,
  context: StoryContext,
): ReadonlyMap<VesselId, Vessel> {
  const vessels = (file.vessels ?? []).map((record) => buildVessel(record, baseLayer, places, context))
  return new Map(vessels.map((vessel) => [vessel.id, vessel]))
}
