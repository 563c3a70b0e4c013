/** Land and borders of one world topology, as planar GeoJSON coordinates. */
import { feature } from 'topojson-client'
import { sortLine, WESTERN_SAHARA_LINE } from './disputes.mjs'
import { cutPolygon, signedArea } from './rings.mjs'

const polygonsOf = (geometry) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates)

/** All land as polygons `[exterior, ...holes]`; the Caspian Sea is a hole. */
export function landPolygons(world) {
  const { features } = feature(world, world.objects.land)
  return features
    .flatMap(({ geometry }) => polygonsOf(geometry))
    .flatMap(cutPolygon)
    .filter(([exterior]) => signedArea(exterior) > 0)
}

/** The Caspian Sea as a polygon: the hole that holds 51° E, 42° N. */
export function caspianPolygon(polygons) {
  const holes = polygons.flatMap((polygon) => polygon.slice(1))
  const hole = holes.find((ring) => {
    const lons = ring.map(([lon]) => lon)
    const lats = ring.map(([, lat]) => lat)
    return Math.min(...lons) < 51 && Math.max(...lons) > 51 && Math.min(...lats) < 42 && Math.max(...lats) > 42
  })
  if (!hole) throw new Error('basemap: the land has no hole for the Caspian Sea')
  return [signedArea(hole) > 0 ? hole : hole.toReversed()]
}

/** Names of the countries on either side of each arc; index = arc. */
function ownersByArc(world) {
  const owners = world.arcs.map(() => new Set())
  const walk = (arcs, name) => {
    for (const arc of arcs) {
      if (Array.isArray(arc)) walk(arc, name)
      else owners[arc < 0 ? ~arc : arc].add(name)
    }
  }
  for (const country of world.objects.countries.geometries) {
    if (country.arcs) walk(country.arcs, country.properties.name)
  }
  return owners.map((names) => [...names])
}

const lineOf = (world, arc) => feature(world, { type: 'LineString', arcs: [arc] }).geometry.coordinates

/** Inner borders: `{ borders, disputed }`, each a list of lines; `size` as in `loadWorld`. */
export function borderLines(world, size) {
  const borders = []
  const disputed = []
  ownersByArc(world).forEach((owners, arc) => {
    if (owners.length < 2) return
    const sorted = sortLine(lineOf(world, arc), owners, size)
    borders.push(...sorted.border)
    disputed.push(...sorted.disputed)
  })
  return { borders, disputed }
}

/**
 * The northern boundary of Western Sahara, from the coast to the corner with
 * Algeria, for an atlas that draws the berm in its place.
 */
export function westernSaharaLine(polygons) {
  const { lat, west, east } = WESTERN_SAHARA_LINE
  for (const ring of polygons.flat()) {
    for (let i = 1; i < ring.length; i++) {
      const [a, b] = [ring[i - 1], ring[i]]
      if (a[1] > lat === b[1] > lat) continue
      const lon = a[0] + ((lat - a[1]) / (b[1] - a[1])) * (b[0] - a[0])
      if (lon > west && lon < west + 1) {
        return [
          [lon, lat],
          [east, lat],
        ]
      }
    }
  }
  throw new Error('basemap: no coast at 27°40′ N')
}
