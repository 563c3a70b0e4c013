import { HOUR_MS, insideRings, middleOf, reachKm, rings } from './geo'
import { anchor } from './refine'
import type { Place, Story } from './story-types'
import type { Geometry, Instant, LayerId, Position, Text, VesselId, When } from './types'
import type { Report, Vessel } from './vessel-types'

/**
 * `point`: seen there, for that date. `sea`: only a sea is named. `region`: the source does not say where. `none`: reports, but
 * no place at all. `nothing yet`: its first report comes later, or on a layer that is not shown.
 */
export type TrackState = 'point' | 'sea' | 'region' | 'none' | 'nothing yet'

/** A report of a point, with the instant of it where a clock time is known, approximate or not. */
export interface Fix {
  readonly report: Report
  readonly position: Position
  readonly at: Instant | null
}

/** How far the ship could be from its last dated fix at its stated speed. */
export interface Reach {
  readonly center: Position
  readonly radiusKm: number
  readonly knots: number
  readonly sinceMs: number
}

/** Two reports that follow each other: joined by a dotted line, nothing in between. */
export interface Join {
  readonly id: string
  readonly from: Report
  readonly to: Report
  readonly a: Position
  readonly b: Position
}

/** What is known of a vessel at an instant. */
export interface Track {
  readonly vessel: Vessel
  readonly state: TrackState
  /** The last report, which its label tells; null where nothing is known yet. */
  readonly report: Report | null
  /** The last point. */
  readonly fix: Fix | null
  /** Points before the last, oldest first. */
  readonly past: readonly Fix[]
  /** For 24 hours after a fix with a clock time; null before, after and without. */
  readonly reach: Reach | null
  /** The last report by someone who saw it: its age is written. */
  readonly seen: Report | null
  readonly joins: readonly Join[]
  readonly conflicts: readonly Text[]
  /** Withheld from a class that is asked for it: its sea and its age are not told. */
  readonly isAsked: boolean
}

/** A circle says something for so long; afterwards the sea alone is left. */
export const REACH_LIMIT_MS = 24 * HOUR_MS

const knownFrom = ({ when, reported }: Report): Instant =>
  Math.max(when ? anchor(when) : -Infinity, reported ? anchor(reported) : -Infinity)

const EXACT: Readonly<Record<Report['precision'], number>> = { port: 0, strait: 0, sea: 1, region: 2, none: 3 }
const isPlaced = (report: Report): boolean => report.precision !== 'region' && report.precision !== 'none'

/** Reports of the shown layers known by the instant, without those that a shown one supersedes. */
export function knownReports(vessel: Vessel, instant: Instant, layers: ReadonlySet<LayerId>): readonly Report[] {
  const shown = vessel.reports.filter((report) => layers.has(report.layer))
  const ids = new Set(shown.map((report) => report.id))
  const superseded = (report: Report): boolean => report.supersededBy !== null && ids.has(report.supersededBy)
  return shown.filter((report) => knownFrom(report) <= instant && !superseded(report))
}

/** The clock time of a report, where it has one. */
const clockOf = ({ when }: Report): Instant | null =>
  when !== null && !when.interval && when.startPrecision === 'instant' && Number.isFinite(when.extent[0]) ? when.extent[0] : null

/** Until when a report holds: its end, but not past the instant nor past a later sighting with a clock time. */
function holdsUntil(report: Report, reports: readonly Report[], instant: Instant): Instant {
  if (report.when === null) return -Infinity
  const [start, end] = report.when.extent
  const cut = reports.flatMap((other) => {
    const at = clockOf(other)
    return other !== report && other.geometry?.type === 'Point' && at !== null && at > start ? [at] : []
  })
  return EXACT[report.precision] === 0 ? Math.min(end, instant, ...cut) : Math.min(end, instant)
}

/** The latest, by when it ceases to hold; a point before a sea of the same time, a later start before an earlier one. */
function inTimeOrder(reports: readonly Report[], instant: Instant): readonly Report[] {
  const keyed = reports.map((report) => ({
    report,
    until: holdsUntil(report, reports, instant),
    from: report.when ? anchor(report.when) : -Infinity,
  }))
  return keyed
    .sort((a, b) => a.until - b.until || EXACT[b.report.precision] - EXACT[a.report.precision] || a.from - b.from)
    .map(({ report }) => report)
}

/** The area that is shaded for a report: what is inferred, else the named sea. */
export function seaOf(report: Report, places: Story['places']): Geometry | null {
  const inferred = report.geometry?.type === 'Point' ? null : report.geometry
  return inferred ?? basinOf(report, places)
}

/** The named sea. */
export function basinOf(report: Report, places: Story['places']): Geometry | null {
  const place: Place | undefined = report.in === null ? undefined : places.get(report.in)
  return place?.geometry && rings(place.geometry).length > 0 ? place.geometry : null
}

function fixOf(report: Report): readonly Fix[] {
  const { geometry } = report
  return geometry?.type === 'Point' && isPlaced(report)
    ? [{ report, position: middleOf(geometry) ?? [0, 0], at: clockOf(report) }]
    : []
}

/** A sea that holds the other end needs no line to it. */
function joinsOf(reports: readonly Report[], places: Story['places']): readonly Join[] {
  const spots = reports.flatMap((report) => {
    const point = report.geometry?.type === 'Point' ? middleOf(report.geometry) : null
    const sea = point ? null : seaOf(report, places)
    const position = point ?? (sea && middleOf(sea))
    const areas = point ? [] : [sea, basinOf(report, places)].flatMap((area) => (area ? [rings(area)] : []))
    return position && report.when ? [{ report, position, areas }] : []
  })
  return spots.flatMap((to, index) => {
    const from = spots[index - 1]
    if (!from) return []
    const within =
      to.areas.some((area) => insideRings(from.position, area)) || from.areas.some((area) => insideRings(to.position, area))
    const same = from.position[0] === to.position[0] && from.position[1] === to.position[1]
    if (within || same) return []
    return [{ id: `${from.report.id}-${to.report.id}`, from: from.report, to: to.report, a: from.position, b: to.position }]
  })
}

function reachOf(vessel: Vessel, fix: Fix | null, instant: Instant): Reach | null {
  if (fix === null || fix.at === null || vessel.speedKnots === null) return null
  const sinceMs = instant - fix.at
  if (sinceMs <= 0 || sinceMs > REACH_LIMIT_MS) return null
  return { center: fix.position, radiusKm: reachKm(vessel.speedKnots, sinceMs), knots: vessel.speedKnots, sinceMs }
}

function stateOf(report: Report | null, any: boolean): TrackState {
  if (report === null) return any ? 'none' : 'nothing yet'
  if (report.precision === 'port' || report.precision === 'strait') return report.geometry?.type === 'Point' ? 'point' : 'sea'
  return report.precision
}

const AFTER = (report: Report): number => (report.when ? anchor(report.when) : -Infinity)

/** What is known of one vessel at `instant` from the reports of the shown layers. */
export function trackOf(vessel: Vessel, places: Story['places'], instant: Instant, layers: ReadonlySet<LayerId>): Track {
  const known = knownReports(vessel, instant, layers)
  const placed = inTimeOrder(known.filter(isPlaced), instant)
  const vague = inTimeOrder(
    known.filter((report) => !isPlaced(report)),
    instant,
  )
  const report = placed.at(-1) ?? vague.at(-1) ?? null
  const ordered = [...placed].sort((a, b) => AFTER(a) - AFTER(b))
  const fixes = ordered.flatMap(fixOf)
  const fix = fixes.at(-1) ?? null
  const observed = placed.filter((candidate) => candidate.method === 'observed' && candidate.when !== null).at(-1) ?? null
  return {
    vessel,
    state: stateOf(report, known.length > 0),
    report,
    fix,
    past: fixes.slice(0, -1),
    reach: reachOf(vessel, fix, instant),
    seen: observed,
    joins: joinsOf(ordered, places),
    conflicts: known.flatMap((candidate) => (candidate.conflict ? [candidate.conflict] : [])),
    isAsked: false,
  }
}

const calendars = new Map<string, Intl.DateTimeFormat>()

/** Made once for each zone: making one costs more than all else that is asked of a track. */
function calendarOf(timeZone: string): Intl.DateTimeFormat {
  const known = calendars.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, calendar: 'iso8601' })
  calendars.set(timeZone, known)
  return known
}

/** Days since the Unix epoch of the calendar day in a zone. */
function dayNumber(instant: Instant, timeZone: string): number {
  const parts = calendarOf(timeZone).format(instant).split('-').map(Number)
  const [year = 1970, month = 1, day = 1] = parts
  return Math.round(Date.UTC(year, month - 1, day) / (24 * HOUR_MS))
}

/** How many calendar days ago: least and most, each counted in its own zone. An image of 14 or 15 February is 11–12 days old on the 26th. */
export function ageInDays(when: When, instant: Instant, timeZone: string): readonly [number, number] {
  const [start, end] = when.extent
  const today = dayNumber(instant, timeZone)
  const [first, last] = [Number.isFinite(start) ? start : end, Number.isFinite(end) ? end : start]
  return [Math.max(today - dayNumber(last, when.timeZone), 0), Math.max(today - dayNumber(first, when.timeZone), 0)]
}

/** Every vessel's, in the file's order. */
export const tracksOf = (story: Story, instant: Instant, layers: ReadonlySet<LayerId>): ReadonlyMap<VesselId, Track> =>
  new Map([...story.vessels].map(([id, vessel]) => [id, trackOf(vessel, story.places, instant, layers)]))
