import { type CalendarDay, isoDay } from '../core/calendar-day'
import { claimsCsv, eventsCsv } from '../core/export-csv'
import { toGeoJson } from '../core/export-geojson'
import { toIcal } from '../core/export-ical'
import { toStoryFile } from '../core/export-json'
import { claimsKnown } from '../core/export-sources'
import type { ExportView } from '../core/export-view'
import { fileName } from '../core/file-name'
import type { ShareWords } from '../core/words/share-words'

export const DATA_FORMATS = ['csv', 'claims', 'json', 'geojson', 'ical'] as const
export type DataFormat = (typeof DATA_FORMATS)[number]

export interface DataFile {
  readonly name: string
  readonly type: string
  readonly text: string
}

const KINDS: Readonly<Record<DataFormat, { readonly what: string; readonly extension: string; readonly type: string }>> = {
  csv: { what: 'events', extension: 'csv', type: 'text/csv;charset=utf-8' },
  claims: { what: 'claims', extension: 'csv', type: 'text/csv;charset=utf-8' },
  json: { what: 'story', extension: 'json', type: 'application/json' },
  geojson: { what: 'places', extension: 'geojson', type: 'application/geo+json' },
  ical: { what: 'dates', extension: 'ics', type: 'text/calendar;charset=utf-8' },
}

const WRITE: Readonly<Record<DataFormat, (view: ExportView) => string>> = {
  csv: eventsCsv,
  claims: claimsCsv,
  json: toStoryFile,
  geojson: toGeoJson,
  ical: (view) => toIcal(view).text,
}

/** A file of what is exported; its name says of what, and the day it was saved. */
export function dataFile(view: ExportView, format: DataFormat, day: CalendarDay): DataFile {
  const { what, extension, type } = KINDS[format]
  return { name: fileName(view.story, what, extension, isoDay(day)), type, text: WRITE[format](view) }
}

/** Why a format has nothing to save of a view, in a sentence; null where it has something. A calendar without an event is no calendar. */
export function nothingIn(view: ExportView, format: DataFormat, says: ShareWords['download']): string | null {
  if (view.events.length === 0) return says.nothing
  return format === 'ical' && toIcal(view).count === 0 ? says.noDates : null
}

/** What a format leaves out or how much it holds, in a sentence; empty where there is nothing to say. */
export function remarkOn(view: ExportView, format: DataFormat, says: ShareWords['download']): string {
  const { events, story } = view
  const { count } = view.format
  if (format === 'claims') {
    const claims = events.reduce((sum, event) => sum + claimsKnown(view, event).length, 0)
    return says.claimCount(claims, count(claims))
  }
  if (format === 'geojson') {
    const unplaced = events.filter(({ where }) => !where || !story.places.get(where.place)?.geometry).length
    return unplaced === 0 ? '' : says.unplaced(unplaced, count(unplaced))
  }
  if (format !== 'ical') return ''
  const { undated, beyond } = toIcal(view).leftOut
  return [
    ...(undated > 0 ? [says.undated(undated, count(undated))] : []),
    ...(beyond > 0 ? [says.beyond(beyond, count(beyond))] : []),
  ].join(' ')
}
