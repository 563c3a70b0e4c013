/**
 * Checks the built pack: `node data/basemap/check.mjs`, or `checkPack()` in a
 * test. Problems are sentences; none is good.
 */
import { existsSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { PMTiles } from 'pmtiles'
import { feature } from 'topojson-client'
import { SOUTH_EDGE } from './rings.mjs'
import { BASEMAP_OUT, FONTS_OUT } from './sources.mjs'

const LIMITS = { 'world-110.js': 26_000, 'world-50.js': 330_000, 'names.js': 8_000 }
const TILES_LIMIT = 1_500_000
const FONTS_LIMIT = 110_000
const FONTS = ['source-serif-4', 'source-sans-3', 'source-sans-3-italic'].flatMap((name) => [
  `${name}-latin.woff2`,
  `${name}-latin-ext.woff2`,
])

/** Bounds where a border would cut Crimea off, and where Western Sahara's would run. */
const CRIMEA = [32.4, 45.2, 36.7, 46.6]
const WESTERN_SAHARA = [-13.5, 27.5, -8.9, 27.8]

/** The one ring but Antarctica that is wider than 180°: Cap-Vert to the antimeridian. */
const AFRO_EURASIA_DEGREES = 198

/** What a data script hands to `parleyData`. */
export function readScript(text) {
  let value
  new Function('parleyData', text)((_key, data) => {
    value = data
  })
  return value
}

export function isInRing([x, y], ring) {
  let isIn = false
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isIn = !isIn
  }
  return isIn
}

/** Inside by the even-odd rule: holes count as outside. */
export const isInPolygons = (point, polygons) =>
  polygons.some((polygon) => polygon.filter((ring) => isInRing(point, ring)).length % 2 === 1)

const EARTH_KM = 6371.0072 // authalic radius of WGS 84
const RAD = Math.PI / 180

/** Area of a planar ring on the sphere in km²: its shadow on the equal-area cylinder. */
export function ringAreaKm2(ring) {
  let sum = 0
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]]
    sum += (bx - ax) * RAD * ((Math.sin(ay * RAD) + Math.sin(by * RAD)) / 2)
  }
  return Math.abs(sum) * EARTH_KM ** 2
}

/** Land with its lakes, without the Caspian Sea, in km²; the cap south of the map's edge is added. */
export function landAreaKm2(land) {
  const cap = 2 * Math.PI * EARTH_KM ** 2 * (1 + Math.sin(SOUTH_EDGE * RAD))
  return land.reduce((all, [exterior, ...holes]) => {
    const open = holes.reduce((sum, hole) => sum + ringAreaKm2(hole), 0)
    return all + ringAreaKm2(exterior) - open
  }, cap)
}

/** True when a line has a point in bounds, or passes through them between two points. */
export const passes = (lines, [west, south, east, north]) =>
  lines.some((line) =>
    line.some(([bx, by], i) => {
      const [ax, ay] = line[Math.max(0, i - 1)]
      return [0, 0.25, 0.5, 0.75, 1].some((t) => {
        const [x, y] = [ax + t * (bx - ax), ay + t * (by - ay)]
        return x > west && x < east && y > south && y < north
      })
    }),
  )

const coordinatesOf = (topology, name) => feature(topology, topology.objects[name]).geometry.coordinates

/** Problems of one world topology. */
export function checkTopology(name, topology) {
  const problems = []
  const [land, lakes, coast, borders, disputed] = ['land', 'lakes', 'coast', 'borders', 'disputed'].map((layer) =>
    coordinatesOf(topology, layer),
  )
  for (const ring of [...land, ...lakes].flat()) {
    const lons = ring.map(([lon]) => lon)
    const lats = ring.map(([, lat]) => lat)
    const widest = Math.min(...lats) < -80 ? 360.01 : AFRO_EURASIA_DEGREES
    if (Math.max(...lons) - Math.min(...lons) > widest) problems.push(`${name}: a ring spans the map`)
    if (Math.min(...lats) < SOUTH_EDGE - 0.05) problems.push(`${name}: a ring leaves Web Mercator`)
    const jump = lons.findIndex((lon, i) => i && Math.abs(lon - lons[i - 1]) > 180 && lats[i] > SOUTH_EDGE + 0.05)
    if (jump > 0) problems.push(`${name}: a ring jumps at ±180° near ${lats[jump].toFixed(1)}° N`)
  }
  if (coast.some((line) => line.some(([lon], i) => i && Math.abs(lon - line[i - 1][0]) > 180))) {
    problems.push(`${name}: the coast jumps at ±180°`)
  }
  for (const [place, point] of Object.entries({ Caspian: [50.5, 42], Superior: [-87.5, 47.7] })) {
    if (!isInPolygons(point, lakes)) problems.push(`${name}: ${place} is no lake`)
  }
  if (isInPolygons([50.5, 42], land)) problems.push(`${name}: the Caspian Sea is land`)
  const area = landAreaKm2(land)
  // 148.94 million km²: CIA World Factbook, World, Geography (countries with their inland waters).
  if (Math.abs(area / 148.94e6 - 1) > 0.02) problems.push(`${name}: land is ${(area / 1e6).toFixed(1)} million km²`)
  problems.push(...checkBorders(name, borders, disputed))
  return problems
}

/** Problems of the lines that this pack draws after the United Nations. */
export function checkBorders(name, borders, disputed) {
  const problems = []
  if (passes([...borders, ...disputed], CRIMEA)) problems.push(`${name}: a line cuts Crimea off`)
  if (!passes(disputed, WESTERN_SAHARA)) problems.push(`${name}: Western Sahara has no dashed line`)
  if (passes(borders, WESTERN_SAHARA)) problems.push(`${name}: Western Sahara has a solid line`)
  if (passes(borders, [-16, 22, -13.2, 26])) problems.push(`${name}: the berm is drawn`)
  if (!passes(disputed, [73.6, 33.5, 77, 35])) problems.push(`${name}: no Line of Control`)
  if (!passes(disputed, [35.7, 32.8, 35.95, 33.3])) problems.push(`${name}: no line at the Golan`)
  return problems
}

/** Problems of the tiles, read whole from memory as the program does. */
export async function checkTiles(bytes) {
  const archive = new PMTiles({
    getKey: () => 'memory',
    getBytes: async (offset, length) => ({
      data: bytes.buffer.slice(bytes.byteOffset + offset, bytes.byteOffset + offset + length),
    }),
  })
  const { minZoom, maxZoom } = await archive.getHeader()
  if (minZoom !== 0 || maxZoom !== 5) return [`tiles: zoom ${minZoom} to ${maxZoom}`]
  const lines = { borders: [], disputed: [] }
  const seen = new Set()
  for (let z = 0; z <= maxZoom; z++) {
    for (let x = 0; x < 2 ** z; x++) {
      for (let y = 0; y < 2 ** z; y++) {
        const tile = await archive.getZxy(z, x, y)
        if (!tile) continue
        const { layers } = new VectorTile(new PbfReader(new Uint8Array(tile.data)))
        for (const layer of Object.keys(layers)) seen.add(layer)
        if (z < maxZoom) continue
        for (const [layer, list] of Object.entries(lines)) list.push(...linesOf(layers[layer], x, y, z))
      }
    }
  }
  const problems = checkBorders('tiles', lines.borders, lines.disputed)
  for (const layer of ['land', 'borders', 'disputed', 'lakes', 'rivers']) {
    if (!seen.has(layer)) problems.push(`tiles: no layer ${layer}`)
  }
  return problems
}

function linesOf(layer, x, y, z) {
  const lines = []
  for (let i = 0; layer && i < layer.length; i++) {
    const { geometry } = layer.feature(i).toGeoJSON(x, y, z)
    lines.push(...(geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates))
  }
  return lines
}

/** Problems of the names: countries on land, seas in water. */
export function checkNames({ countries, seas, cities }, land) {
  const problems = []
  const tiny = new Set(['Monaco', 'Vatican City', 'Nauru'])
  for (const { name, position } of countries) {
    if (!tiny.has(name) && !isInPolygons(position, land)) problems.push(`names: ${name} stands in the water`)
  }
  for (const { name, position } of seas) {
    if (name !== 'Suez Canal' && isInPolygons(position, land)) problems.push(`names: ${name} stands on land`)
  }
  if (cities.length > 120) problems.push(`names: ${cities.length} cities`)
  return problems
}

/** All problems of the pack in public/. */
export async function checkPack() {
  const problems = []
  const text = (name) => readFileSync(`${BASEMAP_OUT}${name}`, 'utf8')
  for (const [name, limit] of Object.entries(LIMITS)) {
    const bytes = gzipSync(text(name), { level: 9 }).length
    if (bytes > limit) problems.push(`${name}: ${bytes} bytes gzipped, limit ${limit}`)
  }
  const small = readScript(text('world-110.js'))
  const medium = readScript(text('world-50.js'))
  problems.push(...checkTopology('world-110', small), ...checkTopology('world-50', medium))
  problems.push(...checkNames(readScript(text('names.js')), coordinatesOf(medium, 'land')))
  const tiles = readFileSync(`${BASEMAP_OUT}world-10.pmtiles`)
  if (tiles.length > TILES_LIMIT) problems.push(`world-10.pmtiles: ${tiles.length} bytes`)
  problems.push(...(await checkTiles(tiles)))
  const missing = FONTS.filter((name) => !existsSync(`${FONTS_OUT}${name}`))
  if (missing.length) return [...problems, `fonts missing: ${missing.join(', ')}`]
  const fontBytes = FONTS.reduce((sum, name) => sum + readFileSync(`${FONTS_OUT}${name}`).length, 0)
  if (fontBytes > FONTS_LIMIT) problems.push(`fonts: ${fontBytes} bytes`)
  return problems
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const problems = await checkPack()
  for (const problem of problems) console.error(problem)
  console.log(problems.length ? `basemap: ${problems.length} problems` : 'basemap: all checks passed')
  process.exitCode = problems.length ? 1 : 0
}
