import { type GeoPath, type GeoStreamWrapper, geoIdentity, geoPath, geoTransform } from 'd3-geo'
import type { Feature, FeatureCollection, GeoJsonProperties, Geometry } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryObject, Topology } from 'topojson-specification'
import { insideRings } from './geo'
import { mercatorX, mercatorY, type Point } from './mercator'
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

interface LandPart {
  readonly rings: readonly (readonly Point[])[]
  readonly box: readonly [number, number, number, number]
}

function landParts(topology: BasemapTopology): readonly LandPart[] {
  const shape = groundShape(topology, 'land')
  const geometries = !shape ? [] : shape.type === 'Feature' ? [shape.geometry] : shape.features.map(({ geometry }) => geometry)
  return geometries.flatMap((geometry) => {
    const polygons =
      geometry.type === 'MultiPolygon' ? geometry.coordinates : geometry.type === 'Polygon' ? [geometry.coordinates] : []
    return polygons.map((polygon): LandPart => {
      const rings = polygon.map((ring) => ring.map(([x = 0, y = 0]): Point => [x, y]))
      const outer = rings[0] ?? []
      const [xs, ys] = [outer.map(([x]) => x), outer.map(([, y]) => y)]
      return { rings, box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] }
    })
  })
}

/** Tells land from water by a stage's polygons. */
export function landTest(topology: BasemapTopology): (position: Position) => boolean {
  const parts = landParts(topology)
  return ([x, y]) =>
    parts.some(
      ({ rings, box: [west, south, east, north] }) =>
        west <= x && x <= east && south <= y && y <= north && insideRings([x, y], rings),
    )
}
