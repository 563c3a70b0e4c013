import { geoBounds, geoCircle, geoDistance } from 'd3-geo'
import type { Bounds, Geometry, Position } from './types'

/** Mean radius of the Earth. Source: IUGG, R1. */
export const EARTH_RADIUS_KM = 6371.0088
/** Source: the international nautical mile, 1,852 m exactly. */
export const KM_PER_NAUTICAL_MILE = 1.852
export const HOUR_MS = 3_600_000

const mutable = ([longitude, latitude]: Position): [number, number] => [longitude, latitude]

/** Great-circle distance. */
export const distanceKm = (a: Position, b: Position): number => geoDistance(mutable(a), mutable(b)) * EARTH_RADIUS_KM

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
  const [longitude, latitude] = geoCentroid(geometry)
  return Number.isFinite(longitude) && Number.isFinite(latitude) ? [longitude, latitude] : null
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
