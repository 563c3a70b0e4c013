import { toCsv } from './csv'
import { claimFields, eventFields, provenanceFields } from './export-fields'
import { claimsKnown } from './export-sources'
import type { ExportView } from './export-view'

/** Columns of the table of events. Names are part of the format: they never follow the page's language. */
export const EVENT_COLUMNS = [
  'id', 'date', 'edtf', 'earliest_utc', 'latest_utc', 'time_zone', 'precision', 'doubt', 'reported', 'title', 'text', 'kind', 'status',
  'parties', 'people', 'topics', 'place', 'place_role', 'longitude', 'latitude', 'place_precision', 'layer', 'added', 'format',
  'outcome', 'conflict', 'claims', 'sources', 'event_address', 'licence', 'licence_address', 'credit', 'edition', 'edition_date',
  'view_address', 'access_date',
] as const // biome-ignore format: one list, read as one

/** Columns of the table of claims. */
export const CLAIM_COLUMNS = [
  'event_id', 'event_title', 'event_date', 'claim_id', 'who', 'party', 'attribution', 'status', 'claim', 'quote', 'layer', 'source',
  'source_published', 'place_in_source', 'source_address', 'event_address', 'licence', 'licence_address', 'credit', 'edition',
  'edition_date', 'view_address', 'access_date',
] as const // biome-ignore format: one list, read as one

/** The events as CSV, one row each, in story order; formula-safe, see `csv.ts`. */
export function eventsCsv(view: ExportView): string {
  const provenance = provenanceFields(view)
  return toCsv(
    EVENT_COLUMNS,
    view.events.map((event) => ({ ...eventFields(view, event), ...provenance })),
  )
}

/** Who says what of the events, one row for each claim. */
export function claimsCsv(view: ExportView): string {
  const provenance = provenanceFields(view)
  const rows = view.events.flatMap((event) => claimsKnown(view, event).map((claim) => claimFields(view, event, claim)))
  return toCsv(
    CLAIM_COLUMNS,
    rows.map((row) => ({ ...row, ...provenance })),
  )
}
