import { circleRing, insideRings, rings } from './geo'
import { type Box, overlap, type Polyline } from './labels'
import type { Point, Project, Size } from './mercator'
import { bowed } from './polyline'
import type { Story } from './story-types'
import { basinOf, type Join, seaOf, type Track } from './track'
import type { Geometry, PartyId, VesselId } from './types'
import type { Report } from './vessel-types'

/** Shading of one sea and the circle in it, as SVG path data in px. Drawn under the land. */
export interface Shade {
  readonly id: VesselId
  /** The named sea, or the part of it that is inferred; null where only the circle is drawn. */
  readonly area: string | null
  /** Clips the circle: without it, pieces turn up in the next sea. */
  readonly basin: string | null
  /** While it holds, the hatch is full inside it and faint in the rest of the area. */
  readonly circle: string | null
  readonly rings: readonly Polyline[]
  /** Points of the circle. */
  readonly rim: readonly Point[]
  /** Some of the area lies in the pane, and is not hidden by land; the same of the circle's line. */
  readonly isAreaSeen: boolean
  readonly isRimSeen: boolean
}

export interface JoinLine {
  readonly id: string
  readonly party: PartyId | null
  /** Dotted. */
  readonly line: Polyline
  /** The edge of the pane, where the line goes on elsewhere, with the direction in degrees; the date of what lies there. */
  readonly exit: { readonly at: Point; readonly angle: number; readonly report: Report } | null
}

const round = (n: number): number => Math.round(n * 10) / 10

export const pathOf = (line: Polyline): string =>
  line.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(x)},${round(y)}`).join('')
const areaPath = (area: readonly Polyline[]): string => area.map((ring) => `${pathOf(ring)}Z`).join('')

const pane = (size: Size): Box => ({ x: 0, y: 0, width: size.widthPx, height: size.heightPx })

function boxOf(points: readonly Point[]): Box {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top }
}

const isNear = (points: readonly Point[], size: Size): boolean => points.length > 0 && overlap(boxOf(points), pane(size))

/** Rings of an area in px; none where it lies outside the pane. */
export function ringsIn(geometry: Geometry, project: Project, size: Size): readonly Polyline[] {
  const area = projected(geometry, project)
  return isNear(area.flat(), size) ? area : []
}

function projected(geometry: Geometry | null, project: Project): readonly Polyline[] {
  return geometry ? rings(geometry).map((ring) => ring.map(project)) : []
}

/** What lies this near to the edge of a pane is a sliver, half of it under the scale: the key need not tell of it. */
const SLIVER_PX = 20

const isIn = ([x, y]: Point, { widthPx, heightPx }: Size): boolean => Math.min(x, y, widthPx - x, heightPx - y) > SLIVER_PX

/** Looked for in so many spots of a pane: what lies between them is too small to be told in the key. */
const SAMPLES = 40

/** Spots of the part of an area's box that lies in the pane. */
function samplesOf(points: readonly Point[], size: Size): readonly Point[] {
  if (!isNear(points, size)) return []
  const { x, y, width, height } = boxOf(points)
  const [left, top] = [Math.max(x, 0), Math.max(y, 0)]
  const [wide, high] = [Math.min(x + width, size.widthPx) - left, Math.min(y + height, size.heightPx) - top]
  return Array.from({ length: SAMPLES ** 2 }, (_, index): Point => {
    const [column, row] = [index % SAMPLES, Math.floor(index / SAMPLES)]
    return [left + ((column + 0.5) / SAMPLES) * wide, top + ((row + 0.5) / SAMPLES) * high]
  })
}

/** The points of a line and those half-way between them. */
const between = (line: Polyline): readonly Point[] =>
  line.flatMap((at, index): readonly Point[] => {
    const next = line[index + 1]
    return next ? [at, [(at[0] + next[0]) / 2, (at[1] + next[1]) / 2]] : [at]
  })

/** Shades of all tracks that reach into the pane; a sea that two ships share is shaded once. */
export function shadesOf(
  tracks: readonly Track[],
  places: Story['places'],
  project: Project,
  size: Size,
  isWater: (at: Point) => boolean = () => true,
): readonly Shade[] {
  const seen = new Set<string>()
  return tracks.flatMap(({ vessel, state, report, reach, fix, isAsked }) => {
    const area = state === 'sea' && report && !isAsked ? projected(seaOf(report, places), project) : []
    const basin = report ? projected(basinOf(report, places) ?? (fix && basinOf(fix.report, places)), project) : []
    const circle = reach ? circleRing(reach.center, reach.radiusKm).map(project) : []
    if (!isNear(area.flat(), size) && !isNear(circle, size)) return []
    const path = area.length > 0 ? areaPath(area) : null
    if (path !== null && circle.length === 0 && seen.has(path)) return []
    if (path !== null) seen.add(path)
    return [
      {
        id: vessel.id,
        area: path,
        basin: basin.length > 0 ? areaPath(basin) : null,
        circle: circle.length > 0 ? `${pathOf(circle)}Z` : null,
        rings: area,
        rim: circle,
        isAreaSeen: samplesOf(area.flat(), size).some((at) => isIn(at, size) && insideRings(at, area) && isWater(at)),
        isRimSeen: between(circle).some((at) => isIn(at, size) && (basin.length === 0 || insideRings(at, basin)) && isWater(at)),
      },
    ]
  })
}

/** The bow of a join, as a part of its length: it lies off a straight coast, and cannot be taken for a course. */
const BOW = 0.07
const EXIT_INSET = 9
/** A shorter stub to the edge says nothing. */
const LEAST_JOIN = 24

/** The part of a line from a point inside the pane to just inside its edge. */
function untilEdge(line: Polyline, size: Size): Polyline {
  const inside = ([x, y]: Point): boolean =>
    x > EXIT_INSET && y > EXIT_INSET && x < size.widthPx - EXIT_INSET && y < size.heightPx - EXIT_INSET
  const end = line.findIndex((point) => !inside(point))
  if (end <= 0) return line
  let from: Point = line[end - 1] ?? [0, 0]
  let to: Point = line[end] ?? [0, 0]
  for (let step = 0; step < 12; step++) {
    const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
    if (inside(middle)) from = middle
    else to = middle
  }
  return [...line.slice(0, end), from]
}

function joinLine(join: Join, party: PartyId | null, project: Project, size: Size): JoinLine | null {
  const [a, b] = [project(join.a), project(join.b)]
  const inside = ([x, y]: Point): boolean => x >= 0 && y >= 0 && x <= size.widthPx && y <= size.heightPx
  const line = bowed(a, b, b[0] >= a[0] ? BOW : -BOW)
  if (inside(a) && inside(b)) return { id: join.id, party, line, exit: null }
  if (!inside(a) && !inside(b)) return null
  const outward = untilEdge(inside(a) ? line : [...line].reverse(), size)
  const at = outward.at(-1) ?? a
  const from = outward[0] ?? a
  if (Math.hypot(at[0] - from[0], at[1] - from[1]) < LEAST_JOIN) return null
  const before = outward.at(-2) ?? a
  const angle = (Math.atan2(at[1] - before[1], at[0] - before[0]) * 180) / Math.PI
  return { id: join.id, party, line: outward, exit: { at, angle, report: inside(a) ? join.to : join.from } }
}

/** Joins with at least one end in the pane; one that leaves it ends at the edge. */
export function joinsIn(tracks: readonly Track[], project: Project, size: Size): readonly JoinLine[] {
  return tracks.flatMap(({ joins, vessel }) =>
    joins.map((join) => joinLine(join, vessel.party, project, size)).filter((line) => line !== null),
  )
}
