import { type GeoPath, type GeoStreamWrapper, geoIdentity, geoPath, geoTransform } from 'd3-geo'
import type { Feature, FeatureCollection, GeoJsonProperties, Geometry } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryObject, Topology } from 'topojson-specification'
import { rings } from './geo'
import { mercatorX, mercatorY } from './mercator'
import type { Position } from './types'

/** One stage of the basemap: `land`, `coast`, `borders`, `disputed`, `lakes`, and `rivers` with a rank in the finer ones. */
export type BasemapTopology = Topology

export type GroundLayer = 'land' | 'lakes' | 'rivers' | 'coast' | 'borders' | 'disputed'
/** Bottom to top. */
export const GROUND_LAYERS: readonly GroundLayer[] = ['land', 'lakes', 'rivers', 'coast', 'borders', 'disputed']

type Shape = Feature<Geometry, GeoJsonProperties> | FeatureCollection<Geometry, GeoJsonProperties>

const shapes = new WeakMap<BasemapTopology, Map<GroundLayer, Shape | null>>()

/** A layer as GeoJSON; null where the stage has none. Converted once. */
export function groundShape(topology: BasemapTopology, layer: GroundLayer): Shape | null {
  const known = shapes.get(topology) ?? new Map<GroundLayer, Shape | null>()
  shapes.set(topology, known)
  const found = known.get(layer)
  if (found !== undefined) return found
  const object: GeometryObject<GeoJsonProperties> | undefined = topology.objects[layer]
  const shape = object ? (feature(topology, object) as Shape) : null
  known.set(layer, shape)
  return shape
}

/** Part of the world in world px, for a world `worldPx` wide. */
export interface GroundExtent {
  readonly worldPx: number
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/**
 * Planar Web Mercator, clipped to the extent, its upper left corner at 0,0. Not `geoMercator`: on rings wound as RFC 7946
 * wants it fills their complement.
 */
function planarPath(extent: GroundExtent): GeoPath {
  const { worldPx, left, top, right, bottom } = extent
  const toPixels = geoTransform({
    point(longitude, latitude) {
      this.stream.point(mercatorX(longitude) * worldPx - left, mercatorY(latitude) * worldPx - top)
    },
  })
  const clip = geoIdentity().clipExtent([
    [0, 0],
    [right - left, bottom - top],
  ])
  const both: GeoStreamWrapper = { stream: (sink) => toPixels.stream(clip.stream(sink)) }
  return geoPath(both).digits(1)
}

/** SVG path data of every layer of the ground within an extent; empty where a layer has nothing there. */
export function groundPaths(topology: BasemapTopology, extent: GroundExtent, maxRiverRank = 0): ReadonlyMap<GroundLayer, string> {
  const path = planarPath(extent)
  return new Map(
    GROUND_LAYERS.map((layer) => {
      const shape = layer === 'rivers' && maxRiverRank === 0 ? null : groundShape(topology, layer)
      const drawn = shape && layer === 'rivers' ? importantRivers(shape, maxRiverRank) : shape
      return [layer, (drawn && path(drawn)) ?? '']
    }),
  )
}

function importantRivers(shape: Shape, maxRank: number): Shape {
  if (shape.type !== 'FeatureCollection') return shape
  return { ...shape, features: shape.features.filter(({ properties }) => Number(properties?.rank ?? 0) <= maxRank) }
}

/** Rivers join in as the reader comes closer: none below zoom 3.5. */
export const riverRank = (zoom: number): number => (zoom < 3.5 ? 0 : zoom < 4.5 ? 2 : zoom < 5.5 ? 4 : 9)

/** Cells of a quarter of a degree: enough to set a name's halo and to keep a leader's dot off the coast. */
const CELLS = 4
const COLUMNS = 360 * CELLS
const ROWS = 180 * CELLS

/** Where each row's middle crosses the rings of land, by longitude. */
function crossings(topology: BasemapTopology): readonly number[][] {
  const rows: number[][] = Array.from({ length: ROWS }, () => [])
  const shape = groundShape(topology, 'land')
  const geometries = !shape ? [] : shape.type === 'Feature' ? [shape.geometry] : shape.features.map(({ geometry }) => geometry)
  for (const ring of geometries.flatMap(rings)) {
    for (let i = 1; i < ring.length; i++) {
      const [x0, y0] = ring[i - 1] ?? [0, 0]
      const [x1, y1] = ring[i] ?? [0, 0]
      const [from, to] = [Math.min(y0, y1), Math.max(y0, y1)].map((y) => Math.ceil((y + 90) * CELLS - 0.5)) as [number, number]
      for (let row = Math.max(from, 0); row < to && row < ROWS; row++) {
        const y = (row + 0.5) / CELLS - 90
        rows[row]?.push(x0 + ((y - y0) / (y1 - y0)) * (x1 - x0))
      }
    }
  }
  return rows
}

/** Tells land from water by a stage's polygons, to a quarter of a degree. Filled once; an answer costs nothing. */
export function landTest(topology: BasemapTopology): (position: Position) => boolean {
  const cells = new Uint8Array(COLUMNS * ROWS)
  for (const [row, xs] of crossings(topology).entries()) {
    xs.sort((a, b) => a - b)
    for (let i = 1; i < xs.length; i += 2) {
      const [from, to] = [xs[i - 1] ?? 0, xs[i] ?? 0].map((x) => Math.round((x + 180) * CELLS)) as [number, number]
      cells.fill(1, row * COLUMNS + Math.max(from, 0), row * COLUMNS + Math.min(to, COLUMNS))
    }
  }
  return ([longitude, latitude]) => {
    const column = Math.floor((longitude + 180) * CELLS)
    const row = Math.floor((latitude + 90) * CELLS)
    return column >= 0 && column < COLUMNS && row >= 0 && row < ROWS && cells[row * COLUMNS + column] === 1
  }
}
