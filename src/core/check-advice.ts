import { parseWhen } from './edtf'
import { distanceKm, HOUR_MS, KM_PER_NAUTICAL_MILE } from './geo'
import { isProblem, quoted } from './issue'
import type { IssueList } from './issue-list'
import type { Draft } from './parse'
import type { ReportRecord } from './schema'
import type { Position, When } from './types'

/** Faster than any large ship, for vessels without a published speed. */
const FAST_KNOTS = 45
/** Published speeds are floors ("30+ knots"), and places are coarse. */
const TOLERANCE = 1.25

function timeOf(draft: Draft, edtf: string | undefined): When | null {
  const when = edtf === undefined ? null : parseWhen(edtf, { timeZone: draft.head.timeZone ?? 'UTC' })
  return when === null || isProblem(when) ? null : when
}

/** Notes sources that nothing cites, once nothing is left out that may cite them. */
function checkCited(draft: Draft, issues: IssueList): void {
  if ([...Object.values(draft.lists), ...draft.reports].some((records) => (records as readonly unknown[]).includes(null))) return
  const cited = new Set<string>()
  const cite = (list: readonly { readonly source: string }[] | undefined) => {
    for (const { source } of list ?? []) cited.add(source)
  }
  const { events, positions, links, eras, unknowns, glossary, vessels } = draft.lists
  for (const record of [events, positions, links, eras, unknowns, glossary, ...draft.reports].flat()) cite(record?.sources)
  for (const event of events) for (const claim of event?.claims ?? []) cite(claim.sources)
  for (const vessel of vessels) cite(vessel?.speedSources)
  draft.lists.sources.forEach((source, index) => {
    if (source === null || cited.has(source.id)) return
    issues.add('note', `/sources/${index}`, {
      code: 'source-not-cited',
      message: `nothing cites the source ${quoted(source.id)}`,
      fix: 'cite it or leave it out',
    })
  })
}

/** Warns of positions and reports that say not where they stand. */
function checkCiting(draft: Draft, issues: IssueList): void {
  const problem = { code: 'no-citation', message: 'this names no source', fix: 'add one to "sources"' }
  const check = (records: readonly ({ readonly sources?: readonly unknown[] | undefined } | null)[], base: string) => {
    records.forEach((record, index) => {
      if (record && !record.sources?.length) issues.add('warning', `${base}/${index}`, problem)
    })
  }
  check(draft.lists.positions, '/positions')
  draft.reports.forEach((reports, index) => {
    check(reports, `/vessels/${index}/reports`)
  })
}

/** Warns of what is still planned although the story's day is past it. */
function checkPlanned(draft: Draft, issues: IssueList): void {
  const asOf = timeOf(draft, draft.head.asOf)
  if (asOf === null) return
  draft.lists.events.forEach((event, index) => {
    if (event?.status !== 'planned') return
    const when = timeOf(draft, event.when)
    if (when === null || when.extent[1] >= asOf.extent[0]) return
    const message = `${quoted(event.id)} is planned, but lies before ${asOf.edtf}`
    issues.add('warning', `/events/${index}/status`, {
      code: 'planned-past',
      message,
      fix: 'write happened, cancelled or unknown',
    })
  })
}

interface Sighting {
  readonly index: number
  readonly position: Position
  readonly when: When
}

/** Dated points of a vessel that nothing supersedes, in time order. */
function sightingsOf(draft: Draft, reports: readonly (ReportRecord | null)[]): Sighting[] {
  const found = reports.flatMap((report, index) => {
    if (report?.geometry?.type !== 'Point' || report.supersededBy !== undefined) return []
    const when = timeOf(draft, report.when)
    return when && Number.isFinite(when.extent[0]) && Number.isFinite(when.extent[1])
      ? [{ index, position: report.geometry.coordinates, when }]
      : []
  })
  return found.sort((a, b) => a.when.extent[0] - b.when.extent[0])
}

/** Warns where a vessel would have had to go faster than it can, giving it all the time that the dates allow. */
function checkSpeed(draft: Draft, issues: IssueList): void {
  draft.lists.vessels.forEach((vessel, at) => {
    if (vessel === null) return
    const limit = (vessel.speedKnots ?? FAST_KNOTS) * TOLERANCE
    const sightings = sightingsOf(draft, draft.reports[at] ?? [])
    sightings.forEach((next, order) => {
      const last = sightings[order - 1]
      if (last === undefined) return
      const hours = Math.max(0, next.when.extent[1] - last.when.extent[0]) / HOUR_MS
      const km = distanceKm(last.position, next.position)
      const knots = km / KM_PER_NAUTICAL_MILE / hours
      if (km < 1 || knots <= limit) return
      const speed = Number.isFinite(knots) ? `${Math.round(knots)} knots` : 'no time at all'
      const message = `${Math.round(km)} km from the report before ask for ${speed}`
      const fix = 'look at both dates and places, or mark one as superseded'
      issues.add('warning', `/vessels/${at}/reports/${next.index}`, { code: 'speed', message, fix })
    })
  })
}

/** What looks odd and may yet be right: nothing is left out for it. */
export function checkAdvice(draft: Draft, issues: IssueList): void {
  checkCited(draft, issues)
  checkCiting(draft, issues)
  checkPlanned(draft, issues)
  checkSpeed(draft, issues)
}
