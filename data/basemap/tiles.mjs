/** World at 1:10m as vector tiles of zoom 0 to 5 in one PMTiles archive. */
import { GeoJSONVT } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import { presimplify, simplify } from 'topojson-simplify'
import { borderLines, caspianPolygon, landPolygons, westernSaharaLine } from './land.mjs'
import { writePmtiles } from './pmtiles-writer.mjs'
import { pushCuts } from './rings.mjs'
import { loadWorld } from './sources.mjs'
import { lakes, rivers } from './water.mjs'

export const MAX_ZOOM = 5

/**
 * Zooms 0 to 4 are simplified to 5 units of 4096 a tile, 0.6 px at 512 px; the
 * last one keeps all points, as it is shown up to eight times as large. The
 * buffer of 64 units hides tile edges from outlines up to 8 px wide.
 */
const TILE = {
  maxZoom: MAX_ZOOM,
  indexMaxZoom: MAX_ZOOM,
  indexMaxPoints: 0,
  tolerance: 5,
  extent: 4096,
  buffer: 64,
  wrap: false,
}

/** Bends that span less than this in square degrees go: 2 px at zoom 8 (Visvalingam). */
const MIN_BEND = 2e-5

const collection = (features) => ({ type: 'FeatureCollection', features })
const toFeature = (type, coordinates, properties = {}) => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
})
const polygons = (list) => collection(list.map((one) => toFeature('Polygon', one)))
const lines = (list, properties) => collection(list.map((one) => toFeature('LineString', one, properties)))

/** Layers in order of drawing: `{ name, data, minZoom }`; names may repeat. */
function layersOf(world) {
  const land = landPolygons(world)
  const caspian = caspianPolygon(land)
  const { borders, disputed } = borderLines(world, 'large')
  const lakeFeatures = lakes().map(({ polygon, rank }) => toFeature('Polygon', polygon, { rank }))
  return [
    { name: 'land', minZoom: 0, data: polygons(land.map((polygon) => polygon.map(pushCuts))) },
    ...rivers().map((river) => ({
      name: 'rivers',
      // A tile of zoom z serves the map up to z + 1.
      minZoom: Math.min(MAX_ZOOM, Math.max(0, Math.ceil(river.minZoom) - 1)),
      data: lines(river.lines, { rank: river.rank, minZoom: river.minZoom }),
    })),
    {
      name: 'lakes',
      minZoom: 0,
      data: collection([toFeature('Polygon', caspian, { rank: 0 }), ...lakeFeatures]),
    },
    { name: 'borders', minZoom: 0, data: lines(borders) },
    { name: 'disputed', minZoom: 0, data: lines([...disputed, westernSaharaLine(land)]) },
  ]
}

function* tileAddresses() {
  for (let z = 0; z <= MAX_ZOOM; z++) {
    for (let x = 0; x < 2 ** z; x++) {
      for (let y = 0; y < 2 ** z; y++) yield [z, x, y]
    }
  }
}

/** All tiles that hold anything: `{ z, x, y, data }`. */
function cutTiles(layers) {
  const indexes = layers.map(({ name, minZoom, data }) => ({
    name,
    minZoom,
    index: new GeoJSONVT(data, TILE),
  }))
  const tiles = []
  for (const [z, x, y] of tileAddresses()) {
    const content = {}
    for (const { name, minZoom, index } of indexes) {
      const tile = z >= minZoom ? index.getTile(z, x, y) : null
      if (!tile?.features.length) continue
      content[name] ??= { features: [] }
      content[name].features.push(...tile.features)
    }
    if (Object.keys(content).length === 0) continue
    const data = fromGeojsonVt(content, { version: 2, extent: TILE.extent })
    tiles.push({ z, x, y, data })
  }
  return tiles
}

const METADATA = {
  name: 'Parley world',
  description: 'Natural Earth 1:10m (lakes and rivers 1:50m), borders after the United Nations',
  attribution: 'Made with Natural Earth',
  version: '1',
  type: 'baselayer',
  vector_layers: [
    { id: 'land', fields: {}, minzoom: 0, maxzoom: MAX_ZOOM },
    { id: 'rivers', fields: { rank: 'Number', minZoom: 'Number' }, minzoom: 0, maxzoom: MAX_ZOOM },
    { id: 'lakes', fields: { rank: 'Number' }, minzoom: 0, maxzoom: MAX_ZOOM },
    { id: 'borders', fields: {}, minzoom: 0, maxzoom: MAX_ZOOM },
    { id: 'disputed', fields: {}, minzoom: 0, maxzoom: MAX_ZOOM },
  ],
}

/** The PMTiles archive as a Buffer. */
export function worldTiles() {
  const world = simplify(presimplify(loadWorld('large')), MIN_BEND)
  return writePmtiles({
    tiles: cutTiles(layersOf(world)),
    metadata: METADATA,
    zooms: [0, MAX_ZOOM],
    bounds: [-180, -85.0511, 180, 85.0511],
  })
}
