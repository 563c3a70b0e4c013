/** The two TopoJSON files: coordinates are `[lon, lat]`, rings are planar. */
import { quantize } from 'topojson-client'
import { topology } from 'topojson-server'
import { borderLines, caspianPolygon, landPolygons } from './land.mjs'
import { toCoast } from './rings.mjs'
import { loadWorld } from './sources.mjs'
import { lakes, rivers, simplifyPolygons } from './water.mjs'

/** A classic script that hands JSON to the page: `parleyData('key',JSON.parse('…'))`. */
export function toScript(key, value) {
  const json = JSON.stringify(value)
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
  return `parleyData('${key}',JSON.parse('${json}'))\n`
}

function groundOf(size) {
  const world = loadWorld(size)
  const land = landPolygons(world)
  return { land, caspian: caspianPolygon(land), ...borderLines(world, size) }
}

/** Steps per 360°: 1e4 is 0.3 px at 8.2 px per degree, 1e5 is 0.1 px at zoom 4.5. */
const QUANTIZATION = { small: 1e4, medium: 1e5 }

/** Moves the arc indices of a topology's objects by `offset`. */
function moveArcs(node, offset) {
  if (Array.isArray(node)) return node.map((item) => moveArcs(item, offset))
  if (typeof node === 'number') return node < 0 ? node - offset : node + offset
  if (node.geometries) {
    return { ...node, geometries: node.geometries.map((item) => moveArcs(item, offset)) }
  }
  return { ...node, arcs: moveArcs(node.arcs, offset) }
}

/**
 * One topology out of layers that share no arcs. Borders would cut the coast
 * into 300 arcs more, each with a start of its own: 2 kB of 26.
 */
function joinLayers(layers, steps) {
  const arcs = []
  const objects = {}
  for (const layer of layers) {
    const part = topology(layer)
    for (const [name, object] of Object.entries(part.objects)) {
      objects[name] = moveArcs(object, arcs.length)
    }
    arcs.push(...part.arcs)
  }
  const lons = arcs.flat().map(([lon]) => lon)
  const lats = arcs.flat().map(([, lat]) => lat)
  const least = (values) => values.reduce((a, b) => Math.min(a, b))
  const most = (values) => values.reduce((a, b) => Math.max(a, b))
  const bbox = [least(lons), least(lats), most(lons), most(lats)]
  return quantize({ type: 'Topology', bbox, objects, arcs }, steps)
}

function packTopology(size, ground, lakePolygons, rivers) {
  const layers = [
    {
      land: { type: 'MultiPolygon', coordinates: ground.land },
      coast: { type: 'MultiLineString', coordinates: toCoast(ground.land) },
      lakes: { type: 'MultiPolygon', coordinates: [ground.caspian, ...lakePolygons] },
    },
    { borders: { type: 'MultiLineString', coordinates: ground.borders } },
    { disputed: { type: 'MultiLineString', coordinates: ground.disputed } },
  ]
  if (rivers) layers.push({ rivers: { type: 'FeatureCollection', features: rivers } })
  return joinLayers(layers, QUANTIZATION[size])
}

/** World at 1:110m: land, coast, borders, disputed, lakes. */
export function smallTopology() {
  const big = lakes(0.6).map(({ polygon }) => polygon)
  return packTopology('small', groundOf('small'), simplifyPolygons(big, 0.04))
}

/** World at 1:50m: the same and `rivers`, a collection with `rank` and `minZoom`. */
export function mediumTopology() {
  const all = lakes().map(({ polygon }) => polygon)
  const features = rivers().map(({ rank, minZoom, lines }) => ({
    type: 'Feature',
    properties: { rank, minZoom },
    geometry: { type: 'MultiLineString', coordinates: lines },
  }))
  return packTopology('medium', groundOf('medium'), all, features)
}
