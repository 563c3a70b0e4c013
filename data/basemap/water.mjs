/**
 * Lakes and rivers from Natural Earth 1:50m as `mapeo-offline-map` packs them:
 * 275 lakes with `scalerank` and `name`, 1,617 river parts with `min_zoom`.
 */
import { feature } from 'topojson-client'
import { topology } from 'topojson-server'
import { presimplify, simplify } from 'topojson-simplify'
import { cutPolygon, signedArea } from './rings.mjs'
import { packageJson } from './sources.mjs'

/** Lakes of at least `minArea` square degrees as `{ polygon, name, rank }`. */
export function lakes(minArea = 0) {
  const { features } = packageJson('mapeo-offline-map/dist/lakes.json')
  return features
    .map(({ geometry, properties }) => ({
      polygon: cutPolygon(geometry.coordinates)[0],
      name: properties.name ?? '',
      rank: properties.scalerank,
    }))
    .filter(({ polygon }) => Math.abs(signedArea(polygon[0])) >= minArea)
}

/** Polygons with fewer points: triangles under `minWeight` square degrees go (Visvalingam). */
export function simplifyPolygons(polygons, minWeight) {
  const coarse = topology({ shapes: { type: 'MultiPolygon', coordinates: polygons } })
  const fine = simplify(presimplify(coarse), minWeight)
  return feature(fine, fine.objects.shapes).geometry.coordinates.filter(([exterior]) => exterior.length >= 4)
}

/** Zoom from which rivers of rank 1 to 5 are drawn (Natural Earth's `min_zoom`). */
export const RIVER_MIN_ZOOM = [0, 2, 3, 4, 4.7, 5]

/** Joins lines that end where exactly one other begins. */
function joinLines(lines) {
  const ends = new Map()
  const keyOf = (point) => point.join()
  for (const line of lines) {
    for (const key of [keyOf(line[0]), keyOf(line.at(-1))]) {
      ends.set(key, [...(ends.get(key) ?? []), line])
    }
  }
  const used = new Set()
  const follow = (line) => {
    const out = [...line]
    for (;;) {
      const next = ends.get(keyOf(out.at(-1)))
      if (next.length !== 2) return out
      const other = next.find((one) => !used.has(one))
      if (!other) return out
      used.add(other)
      const isForward = keyOf(other[0]) === keyOf(out.at(-1))
      out.push(...(isForward ? other : other.toReversed()).slice(1))
    }
  }
  const joined = []
  for (const line of lines) {
    if (used.has(line)) continue
    used.add(line)
    joined.push(follow(follow(line).toReversed()))
  }
  return joined
}

/** Rivers by rank: `[{ rank, minZoom, lines }]`, rank 1 (Nile, Danube) to 5. */
export function rivers() {
  const { features } = packageJson('mapeo-offline-map/dist/rivers.json')
  return [1, 2, 3, 4, 5].map((rank) => {
    const from = RIVER_MIN_ZOOM[rank]
    const upTo = RIVER_MIN_ZOOM[rank + 1] ?? Number.POSITIVE_INFINITY
    const own = features.filter(({ properties }) => properties.min_zoom >= from && properties.min_zoom < upTo)
    const lines = own.map(({ geometry }) => geometry.coordinates).filter((l) => l.length > 1)
    return { rank, minZoom: from, lines: joinLines(lines) }
  })
}
