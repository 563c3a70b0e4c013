import { checkAdvice } from './check-advice'
import { pointer, quoted } from './issue'
import type { IssueList } from './issue-list'
import { nearest } from './nearest'
import type { Draft, ListKey } from './parse'
import { namingLists, type StoryFile, tellingLists } from './schema'
import { report as reportSchema } from './schema-records'
import { isRecord, type RefPath, refPaths, visitIds } from './schema-walk'

const SINGULAR: Readonly<Record<string, string>> = {
  sources: 'source',
  layers: 'layer',
  parties: 'party',
  people: 'person',
  topics: 'topic',
  places: 'place',
  lanes: 'lane',
  narrowLanes: 'narrow-lane',
  events: 'event',
  vessels: 'vessel',
}

type Records = (object | null)[]
type Keys = readonly (string | number)[]

/** What is checked, and the ids that each list has by now. */
interface Check {
  readonly draft: Draft
  readonly issues: IssueList
  readonly ids: Map<string, Set<string>>
  /** Ids as the file has them, with those of items that are left out. */
  readonly given: Map<string, Set<string>>
}

const idOf = (record: unknown): string | null => (isRecord(record) && typeof record.id === 'string' ? record.id : null)

/** True where the file has such an item, but it was left out. */
function isLeftOut({ draft, given }: Check, list: string, id: string): boolean {
  const items = draft.raw[list]
  const known = given.get(list) ?? new Set((Array.isArray(items) ? items : []).map(idOf).filter((other) => other !== null))
  given.set(list, known)
  return known.has(id)
}

function addUnknown(check: Check, list: string, id: string, path: string): void {
  const { issues, ids } = check
  const name = SINGULAR[list] ?? list
  if (isLeftOut(check, list, id)) {
    const message = `${name} ${quoted(id)} is left out for an error of its own`
    issues.add('error', path, { code: 'left-out', message, fix: 'correct that one first' })
    return
  }
  const meant = issues.isFull() ? null : nearest(id, ids.get(list) ?? [])
  const fix = meant === null ? `add it to "${list}", or use the id of one there` : `write "${meant}"`
  issues.add('error', path, { code: `unknown-${name}`, message: `there is no ${name} ${quoted(id)}`, fix })
}

/** Leaves out every record whose id was there before. */
function dropDuplicates(records: Records, base: string, issues: IssueList): void {
  const seen = new Set<string>()
  records.forEach((record, index) => {
    const id = idOf(record)
    if (id === null) return
    if (seen.has(id)) {
      const fix = 'give it another; ids are never used twice'
      issues.add('error', pointer(pointer(base, index), 'id'), {
        code: 'duplicate-id',
        message: `the id ${quoted(id)} is taken`,
        fix,
      })
      records[index] = null
    }
    seen.add(id)
  })
}

const idsOf = (records: Records): Set<string> => new Set(records.map(idOf).filter((id) => id !== null))

const toPath = (base: string, keys: Keys): string => keys.reduce<string>(pointer, base)

/** Adds an error for every id that no item has. Gives the first keys of what names one. */
function badKeys(check: Check, record: object, paths: readonly RefPath[], base: string): Set<string> {
  const bad = new Set<string>()
  for (const { keys, list } of paths) {
    visitIds(record, keys, (id, at) => {
      if (check.ids.get(list)?.has(id)) return
      addUnknown(check, list, id, toPath(base, at))
      bad.add(keys[0] ?? '')
    })
  }
  return bad
}

/** Items that name things lose a reference that leads nowhere: it may be left out in all of them. */
function checkNaming(check: Check, list: keyof typeof namingLists): void {
  const paths = refPaths(namingLists[list])
  const records: Records = check.draft.lists[list]
  if (paths.length === 0) return
  records.forEach((record, index) => {
    if (record === null) return
    const bad = badKeys(check, record, paths, `/${list}/${index}`)
    for (const key of bad) Reflect.deleteProperty(record, key)
  })
}

/** Records that tell something are left out where a reference leads nowhere. */
function checkTelling(check: Check, records: Records, paths: readonly RefPath[], base: string): void {
  records.forEach((record, index) => {
    if (record !== null && badKeys(check, record, paths, pointer(base, index)).size > 0) records[index] = null
  })
}

function checkEventAlone({ draft, issues }: Check): void {
  const { events } = draft.lists
  events.forEach((event, index) => {
    if (event === null) return
    const path = `/events/${index}`
    const claims = event.claims ?? []
    if (!event.sources?.length && !claims.some((claim) => claim.sources?.length)) {
      issues.add('error', path, {
        code: 'no-source',
        message: `event ${quoted(event.id)} names no source`,
        fix: 'add one to "sources"',
      })
      events[index] = null
    }
    const named: Records = claims.map((claim, at) => ({ id: claim.id ?? `c${at + 1}` }))
    dropDuplicates(named, `${path}/claims`, issues)
    if (named.includes(null)) events[index] = null
  })
}

/** A refinement adds to an event that refines nothing itself. */
function checkRefinements(check: Check): void {
  const { events } = check.draft.lists
  const byId = new Map(events.filter((event) => event !== null).map((event) => [event.id, event]))
  events.forEach((event, index) => {
    if (event?.refines === undefined) return
    const path = `/events/${index}/refines`
    const target = byId.get(event.refines)
    if (target === undefined) addUnknown(check, 'events', event.refines, path)
    else if (target.refines !== undefined) {
      const message = `event ${quoted(event.refines)} is a refinement itself`
      check.issues.add('error', path, { code: 'refines-refinement', message, fix: 'name the event that it refines' })
    } else return
    events[index] = null
  })
}

/** What a record without geometry must not have, and what a point or an area stands for. */
function checkReportGeometry({ draft, issues }: Check): void {
  draft.reports.forEach((reports, vessel) => {
    reports.forEach((report, index) => {
      const type = report?.geometry?.type
      if (!report || type === undefined) return
      const isArea = type.endsWith('Polygon')
      const right =
        report.precision === 'sea' ? isArea : report.precision === 'port' || report.precision === 'strait' ? !isArea : false
      if (right) return
      const fix = report.precision === 'sea' ? 'give the area of the sea' : isArea ? 'give a point' : 'leave the geometry out'
      const message = `a report with precision "${report.precision}" has no ${type}`
      issues.add('error', `/vessels/${vessel}/reports/${index}/geometry`, { code: 'report-geometry', message, fix })
      reports[index] = null
    })
  })
}

/** Leaves out reports that are superseded by one that is not there; such a report would look current. */
function checkSuperseded({ issues }: Check, reports: Draft['reports'][number], base: string): void {
  const known = idsOf(reports)
  const waiting = new Map<string, number[]>()
  const lost: number[] = []
  reports.forEach((report, index) => {
    if (report?.supersededBy === undefined) return
    if (known.has(report.supersededBy) && report.supersededBy !== report.id) {
      waiting.set(report.supersededBy, [...(waiting.get(report.supersededBy) ?? []), index])
    } else lost.push(index)
  })
  for (let index = lost.pop(); index !== undefined; index = lost.pop()) {
    const report = reports[index]
    if (!report) continue
    const message = `there is no other report ${quoted(report.supersededBy)} of this vessel`
    issues.add('error', `${base}/${index}/supersededBy`, { code: 'unknown-report', message, fix: 'use the id of a later report' })
    reports[index] = null
    if (report.id !== undefined) lost.push(...(waiting.get(report.id) ?? []))
  }
}

const NAMING = Object.keys(namingLists) as (keyof typeof namingLists)[]
const TELLING = Object.keys(tellingLists) as (keyof typeof tellingLists)[]

/** A file without layers has one of this id. */
const ONLY_LAYER = 'story'

function checkReferences(check: Check): void {
  const { draft, ids, issues } = check
  for (const list of [...NAMING, ...TELLING]) dropDuplicates(draft.lists[list], `/${list}`, issues)
  for (const list of NAMING) ids.set(list, idsOf(draft.lists[list]))
  if (draft.lists.layers.length === 0) ids.set('layers', new Set([ONLY_LAYER]))
  for (const list of NAMING) checkNaming(check, list)
  const [ofEvents, refines] = [refPaths(tellingLists.events), 'refines']
  checkEventAlone(check)
  checkTelling(
    check,
    draft.lists.events,
    ofEvents.filter(({ keys }) => keys[0] !== refines),
    '/events',
  )
  checkRefinements(check)
  ids.set('events', idsOf(draft.lists.events))
  for (const list of TELLING)
    if (list !== 'events') checkTelling(check, draft.lists[list], refPaths(tellingLists[list]), `/${list}`)
  checkReportGeometry(check)
  draft.reports.forEach((reports, index) => {
    const base = `/vessels/${index}/reports`
    dropDuplicates(reports, base, issues)
    checkTelling(check, reports, refPaths(reportSchema), base)
    checkSuperseded(check, reports, base)
  })
}

const present = <Item>(items: readonly (Item | null)[]): Item[] => items.filter((item) => item !== null)

/** The draft without what is left out. */
function toFile({ head, lists, reports }: Draft): StoryFile {
  const kept = Object.fromEntries((Object.keys(lists) as ListKey[]).map((key) => [key, present<unknown>(lists[key])]))
  const vessels = present(lists.vessels.map((vessel, index) => vessel && { ...vessel, reports: present(reports[index] ?? []) }))
  return { ...head, ...(kept as unknown as Pick<StoryFile, ListKey>), vessels }
}

/** Checks what no record can know alone, leaves out what is wrong, and gives the file that a story is built from. Adds all to `issues`. */
export function checkStory(draft: Draft, issues: IssueList): StoryFile {
  checkReferences({ draft, issues, ids: new Map(), given: new Map() })
  checkAdvice(draft, issues)
  return toFile(draft)
}
