import { geoBounds, geoCircle } from 'd3-geo'
import type { Bounds, Geometry, Position } from './types'

/** Mean radius of the Earth. Source: IUGG, R1. */
export const EARTH_RADIUS_KM = 6371.0088
/** Source: the international nautical mile, 1,852 m exactly. */
export const KM_PER_NAUTICAL_MILE = 1.852
export const HOUR_MS = 3_600_000

const mutable = ([longitude, latitude]: Position): [number, number] => [longitude, latitude]

const RADIANS = Math.PI / 180
type Vector = readonly [number, number, number]

function toVector([longitude = 0, latitude = 0]: readonly number[]): Vector {
  const [lambda, phi] = [longitude * RADIANS, latitude * RADIANS]
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)]
}

/** The angle between two directions, radians. */
const angle = (a: Vector, b: Vector): number => 2 * Math.asin(Math.min(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) / 2, 1))

/** Great-circle distance. */
export const distanceKm = (a: Position, b: Position): number => angle(toVector(a), toVector(b)) * EARTH_RADIUS_KM

/** As far as a ship gets at `knots` in `ms`. */
export const reachKm = (knots: number, ms: number): number => (knots * KM_PER_NAUTICAL_MILE * Math.max(ms, 0)) / HOUR_MS

/** All points at one distance, as a closed ring of 121 positions. */
export function circleRing(center: Position, radiusKm: number): readonly Position[] {
  const degrees = ((radiusKm / EARTH_RADIUS_KM) * 180) / Math.PI
  const circle = geoCircle().center(mutable(center)).radius(degrees).precision(3)()
  return (circle.coordinates[0] ?? []).map(([longitude = 0, latitude = 0]): Position => [longitude, latitude])
}

/** One position that stands for a geometry: the point itself, else the middle of what it covers. Null for an empty one. */
export function middleOf(geometry: Geometry): Position | null {
  if (geometry.type === 'Point') return [geometry.coordinates[0] ?? 0, geometry.coordinates[1] ?? 0]
  if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') {
    const bounds = ringBounds(rings(geometry))
    return bounds && [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2]
  }
  return middleOnSphere(geometry)
}

/** The ends of a line’s pieces with their lengths as weights; a line without length still has a place. */
function weighted(line: readonly (readonly number[])[]): readonly (readonly [Vector, number])[] {
  const vectors = line.map(toVector)
  return vectors.flatMap((to, index) => {
    const from = vectors[index - 1] ?? to
    const weight = Math.max(angle(from, to), 1e-12)
    return [[from, weight] as const, [to, weight] as const]
  })
}

/**
 * The middle of points, and of lines by the length of their pieces. Written out, as the angle is: the library’s functions would
 * bring its projections into scripts that draw no map.
 */
function middleOnSphere(geometry: Geometry): Position | null {
  const points = geometry.type === 'MultiPoint' ? geometry.coordinates.map((point) => [toVector(point), 1] as const) : []
  const lines =
    geometry.type === 'LineString' ? [geometry.coordinates] : geometry.type === 'MultiLineString' ? geometry.coordinates : []
  const parts = [...points, ...lines.flatMap(weighted)]
  const sum = (axis: 0 | 1 | 2): number => parts.reduce((total, [vector, weight]) => total + vector[axis] * weight, 0)
  const [x, y, z] = [sum(0), sum(1), sum(2)]
  const length = Math.hypot(x, y, z)
  return length === 0 ? null : [Math.atan2(y, x) / RADIANS, Math.asin(z / length) / RADIANS]
}

type Ring = readonly Position[]

/** Rings of an area, outer and inner alike; none for a geometry without area. */
export function rings(geometry: Geometry): readonly Ring[] {
  const polygons =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : []
  return polygons.flat().map((ring) => ring.map(([longitude = 0, latitude = 0]): Position => [longitude, latitude]))
}

function ringBounds(all: readonly Ring[]): Bounds | null {
  const points = all.flat()
  if (points.length === 0) return null
  const longitudes = points.map(([longitude]) => longitude)
  const latitudes = points.map(([, latitude]) => latitude)
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)]
}

/** `[west, south, east, north]` of a geometry; areas are read as drawn on a flat map, whichever way their rings are wound. */
export function geometryBounds(geometry: Geometry): Bounds | null {
  const area = ringBounds(rings(geometry))
  if (area) return area
  const [[west, south], [east, north]] = geoBounds(geometry)
  return Number.isFinite(west) ? [west, south, east, north] : null
}

/** Even-odd, on the flat map. */
export function insideRings([x, y]: Position, all: readonly Ring[]): boolean {
  let inside = false
  for (const ring of all) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i] ?? [0, 0]
      const [xj, yj] = ring[j] ?? [0, 0]
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
    }
  }
  return inside
}

/** Shortest distance from a point to the rings' edges, in the units of their coordinates. */
export function edgeDistance([x, y]: Position, all: readonly Ring[]): number {
  let least = Infinity
  for (const ring of all) {
    for (let i = 1; i < ring.length; i++) {
      const [x0, y0] = ring[i - 1] ?? [0, 0]
      const [x1, y1] = ring[i] ?? [0, 0]
      const length = (x1 - x0) ** 2 + (y1 - y0) ** 2
      const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length))
      least = Math.min(least, Math.hypot(x - x0 - t * (x1 - x0), y - y0 - t * (y1 - y0)))
    }
  }
  return least
}
