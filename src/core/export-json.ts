import { fileLists } from './export-ids'
import type { ExportView } from './export-view'
import { addRefs, recordsOf, refsOf } from './file-refs'
import { intersects } from './interval'
import { isSourceLater } from './known'
import { anchor } from './refine'
import { isRecord } from './schema-walk'
import { type FileRecord, storyRecord } from './story-record'
import type { SourceId, StoryEvent, VesselId } from './types'
import type { Report } from './vessel-types'

/** Lists whose items stay where something that stays names them. */
const NAMING = ['sources', 'layers', 'parties', 'people', 'topics', 'narrowLanes', 'lanes', 'places'] as const
const CITING = ['events', 'positions', 'vessels', 'eras', 'steps', 'unknowns', 'glossary'] as const

const idOf = (record: FileRecord): string => (typeof record.id === 'string' ? record.id : '')
const without = (record: FileRecord, ...keys: readonly string[]): FileRecord =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)))
const isEmpty = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0)

/** True where none of the sources it names had been published by the day that the view asks for. */
function isLater({ story, state }: ExportView, record: FileRecord): boolean {
  const dated = recordsOf(record, 'sources').flatMap(({ source }) => {
    const known = story.sources.get(String(source) as SourceId)
    return known?.published ? [known] : []
  })
  return dated.length > 0 && dated.every((source) => isSourceLater(story, source, state.known))
}

/** The events that are shown, by the ids of all records that they are made of. */
const shownById = ({ events }: ExportView): ReadonlyMap<string, StoryEvent> =>
  new Map(events.flatMap((event) => [event.id, ...(event.additions?.from ?? [])].map((id) => [id, event] as const)))

/**
 * A record of an event. Claims that were published later are left out, as long as a source remains. A refinement whose event is not
 * exported stands by itself, about whom and what that event is about.
 */
function eventRecord(view: ExportView, record: FileRecord, shown: ReadonlyMap<string, StoryEvent>): FileRecord {
  const event = shown.get(idOf(record))
  const isAlone = typeof record.refines === 'string' && !shown.has(record.refines)
  const own = isAlone && event ? { ...without(record, 'refines'), ...inherited(record, event) } : record
  const claims = recordsOf(record, 'claims')
  const told = claims.filter((claim) => !isLater(view, claim))
  const isSourced = [record, ...told].some((each) => recordsOf(each, 'sources').length > 0)
  return told.length === claims.length || !isSourced ? own : { ...own, claims: told }
}

const inherited = (record: FileRecord, event: StoryEvent): FileRecord =>
  Object.fromEntries(
    (['parties', 'people', 'topics'] as const).flatMap((key) =>
      isEmpty(record[key]) && event[key].length > 0 ? [[key, event[key]]] : [],
    ),
  )

/** The first record of each id: readers leave out the others. */
function firstOfEach(records: readonly FileRecord[]): readonly FileRecord[] {
  const seen = new Set<string>()
  return records.filter((record) => {
    const isNew = !seen.has(idOf(record))
    seen.add(idOf(record))
    return isNew
  })
}

function exportedEvents(view: ExportView, file: FileRecord): readonly FileRecord[] {
  const shown = shownById(view)
  const records = recordsOf(file, 'events').filter((record) => shown.has(idOf(record)))
  return firstOfEach(records).map((record) => eventRecord(view, record, shown))
}

/** Positions have no date: party, topic and the day of their sources filter them. */
const exportedPositions = (view: ExportView, file: FileRecord): readonly FileRecord[] => {
  const { parties, topics } = view.state
  const isIn = (chosen: ReadonlySet<string>, id: unknown): boolean => chosen.size === 0 || chosen.has(String(id))
  return recordsOf(file, 'positions').filter(
    (record) => isIn(parties, record.party) && isIn(topics, record.issue) && !isLater(view, record),
  )
}

/** The report of the story that a record tells; records need no id of their own. */
const reportOf = (reports: readonly Report[], record: FileRecord): Report | undefined =>
  reports.find((report) =>
    typeof record.id === 'string'
      ? report.id === record.id
      : report.when?.edtf === record.when && report.precision === record.precision && report.method === record.method,
  )

function isReportShown({ state }: ExportView, { layer, when, reported }: Report): boolean {
  const { layers, brush, known } = state
  const from = Math.max(...[when, reported].map((time) => (time ? anchor(time) : -Infinity)))
  const isInBrush = brush === null || (when !== null && intersects(when.extent, brush))
  return layers.has(layer) && isInBrush && (known === null || from <= known)
}

/** The vessels that the filters let through or that an event is about, with the reports that the map would show. */
function exportedVessels(view: ExportView, file: FileRecord, events: readonly FileRecord[]): readonly FileRecord[] {
  const { story, state } = view
  const named = new Set(events.flatMap((event) => refsOf('events', event, 'vessels')))
  const kept = new Set(events.map(idOf))
  return recordsOf(file, 'vessels').flatMap((record) => {
    const vessel = story.vessels.get(idOf(record) as VesselId)
    if (vessel === undefined) return []
    const isChosen = state.parties.size === 0 || (vessel.party !== null && state.parties.has(vessel.party))
    const reports = recordsOf(record, 'reports').filter((each) => {
      const report = isChosen ? reportOf(vessel.reports, each) : undefined
      return report !== undefined && isReportShown(view, report)
    })
    const ids = new Set(reports.map(idOf))
    const loose = (report: FileRecord): FileRecord => {
      const told = typeof report.event === 'string' && !kept.has(report.event) ? without(report, 'event') : report
      return typeof told.supersededBy === 'string' && !ids.has(told.supersededBy) ? without(told, 'supersededBy') : told
    }
    return reports.length > 0 || named.has(idOf(record)) ? [{ ...record, reports: reports.map(loose) }] : []
  })
}

/** Steps whose event is exported; a chapter stays without its event. */
function guide(file: FileRecord, events: ReadonlySet<string>, layers: ReadonlySet<string>): FileRecord {
  const isKept = (record: FileRecord): boolean => typeof record.select !== 'string' || events.has(record.select)
  const steps = recordsOf(file, 'steps')
    .filter(isKept)
    .map((step) => {
      if (!Array.isArray(step.layers)) return step
      const left = step.layers.filter((id) => layers.has(String(id)))
      return left.length === 0 ? without(step, 'layers') : { ...step, layers: left }
    })
  const chapters = recordsOf(file, 'chapters').map((chapter) => (isKept(chapter) ? chapter : without(chapter, 'select')))
  return { chapters, steps }
}

/** The file with only those items of its naming lists that something else names, directly or not, and links between parties that stay. */
function pruned(file: FileRecord, base: string | null): FileRecord {
  const kept = new Map<string, Set<string>>(NAMING.map((list) => [list, new Set()]))
  if (base !== null) kept.get('layers')?.add(base)
  addRefs(file, CITING, kept)
  const links = recordsOf(file, 'links').filter((link) =>
    refsOf('links', link, 'parties').every((id) => kept.get('parties')?.has(id)),
  )
  addRefs({ links }, ['links'], kept)
  const lists = (): FileRecord =>
    Object.fromEntries(NAMING.map((list) => [list, recordsOf(file, list).filter((record) => kept.get(list)?.has(idOf(record)))]))
  const size = (): number => [...kept.values()].reduce((sum, ids) => sum + ids.size, 0)
  for (let before = -1; before !== size(); ) {
    before = size()
    addRefs(lists(), NAMING, kept)
  }
  return { ...file, ...lists(), links }
}

/** Where the file comes from and what was left out, for readers of the file; keys that begin with `x-` are the author's own. */
function provenance({ story, provenance: from }: ExportView): FileRecord {
  return {
    'x-export': {
      of: story.id,
      selection: from.selection,
      edition: from.edition,
      editionDate: from.editionDate,
      licence: from.licence,
      licenceAddress: from.licenceAddress,
      credit: from.credit,
      address: from.address,
      accessed: from.accessed,
    },
  }
}

/**
 * The event file of what is shown, indented by two, which Parley reads again with the same events. `file`: the story's own file as JSON
 * gave it, for its other languages and unknown keys; null makes one of the story, in its one language.
 */
export function toStoryFile(view: ExportView, file: FileRecord | null = null): string {
  const whole = file ?? storyRecord(view.story)
  const [base] = view.story.layers.values()
  const events = exportedEvents(view, whole)
  const extracted = { events, positions: exportedPositions(view, whole), vessels: exportedVessels(view, whole, events) }
  const layers = new Set(
    [...refsOfAll('events', events), ...refsOfAll('vessels', extracted.vessels), base?.id ?? ''].filter((id) => id !== ''),
  )
  const extract = { ...whole, ...extracted, ...guide(whole, new Set(events.map(idOf)), layers) }
  const { id, type, version, ...rest } = without(pruned(extract, base?.id ?? null), '$schema', 'x-export')
  const lists = Object.entries(rest).filter(([key, value]) => !(isEmpty(value) && isEmpty(whole[key])))
  const told = fileLists(view.story, Object.fromEntries(lists))
  return `${JSON.stringify({ type, version, id, ...provenance(view), ...told }, null, 2)}\n`
}

const refsOfAll = (list: string, records: readonly FileRecord[]): readonly string[] =>
  records.filter(isRecord).flatMap((record) => refsOf(list, record, 'layers'))
