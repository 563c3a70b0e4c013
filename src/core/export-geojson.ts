import { eventFields, type Field, type Fields, joined, provenanceFields, timeFields } from './export-fields'
import { fileId } from './export-ids'
import { sourcesOfList, sourceText } from './export-sources'
import { isoInstant, plainSpaces } from './export-time'
import { shipInstant, trackGeometry, tracksOfView } from './export-vessels'
import type { ExportView } from './export-view'
import { bboxOf, toRfc7946 } from './geojson-geometry'
import { shipWords } from './ship-words'
import { ageInDays, type Track } from './track'
import type { Geometry, StoryEvent } from './types'
import { exportWords } from './words/export-words'

type Properties = Readonly<Record<string, Field | null>>

interface ExportFeature {
  readonly type: 'Feature'
  readonly id: string
  /** Null for what the sources give no place: RFC 7946 §3.2 calls it unlocated. */
  readonly geometry: Geometry | null
  readonly properties: Properties
}

/** Empty texts are null: a map program shows them as nothing, not as a text of no length. */
const properties = (fields: Fields): Properties =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, value === '' ? null : value]))

function eventFeature(view: ExportView, event: StoryEvent): ExportFeature {
  const { longitude: _, latitude: __, ...fields } = eventFields(view, event)
  const geometry = event.where === null ? null : (view.story.places.get(event.where.place)?.geometry ?? null)
  return {
    type: 'Feature',
    id: `event-${fileId(view.story, event.id)}`,
    geometry: geometry && toRfc7946(geometry),
    properties: properties({ record: 'event', ...fields, credit: view.provenance.credit }),
  }
}

/** The last report of a vessel. An area says that the ship was somewhere in it; without a geometry the source does not say where. */
function vesselFeature(view: ExportView, track: Track): ExportFeature[] {
  const { vessel, report } = track
  if (report === null) return []
  const { story, words, format } = view
  const instant = shipInstant(view)
  const told = shipWords(track, story, instant, format, words)
  const age = report.when === null ? null : ageInDays(report.when, instant, story.timeZone)
  const geometry = trackGeometry(track, view)
  const fields: Fields = {
    record: 'vessel',
    id: vessel.id,
    name: vessel.name.value,
    hull: vessel.hull ?? '',
    party: (vessel.party && story.parties.get(vessel.party)?.name.value) ?? '',
    told: plainSpaces(told?.told ?? ''),
    position: exportWords.positions[geometry === null ? 'none' : track.state === 'point' ? 'point' : 'area'],
    ...timeFields(view, report.when),
    reported: report.reported?.edtf ?? '',
    place: report.place.value,
    place_precision: words.map.precisions[report.precision],
    method: words.map.methods[report.method],
    inferred: report.inferred?.value ?? '',
    heading: report.heading?.value ?? '',
    age_days_least: age?.[0] ?? '',
    age_days_most: age?.[1] ?? '',
    as_of_utc: isoInstant(instant),
    layer: story.layers.get(report.layer)?.name.value ?? '',
    conflict: report.conflict?.value ?? '',
    sources: joined(sourcesOfList(view, report.sources).map((source) => sourceText(view, source))),
    credit: view.provenance.credit,
  }
  return [
    { type: 'Feature', id: `vessel-${vessel.id}`, geometry: geometry && toRfc7946(geometry), properties: properties(fields) },
  ]
}

/**
 * The places of the events and the last reports of the vessels as a FeatureCollection of RFC 7946, indented by two. Licence, edition and
 * address are foreign members of the collection (§6.1); the credit line is a property as well, because most programs drop the former.
 */
export function toGeoJson(view: ExportView): string {
  const features = [
    ...view.events.map((event) => eventFeature(view, event)),
    // Where no event fits, ships would stand for what was asked for.
    ...(view.events.length === 0 ? [] : tracksOfView(view).flatMap((track) => vesselFeature(view, track))),
  ]
  const bbox = bboxOf(features.flatMap(({ geometry }) => geometry ?? []))
  const { story } = view
  const collection = {
    type: 'FeatureCollection',
    ...(bbox && { bbox }),
    title: story.title.value,
    story: story.id,
    selection: view.provenance.selection,
    ...properties(provenanceFields(view)),
    features,
  }
  return `${JSON.stringify(collection, null, 2)}\n`
}
