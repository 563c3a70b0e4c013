import { check, getIssues } from '@placemarkio/check-geojson'
import fc from 'fast-check'
import type { FeatureCollection, Geometry, Position } from 'geojson'
import { describe, expect, test } from 'vitest'
import { toGeoJson } from '../../src/core/export-geojson'
import { bboxOf, cutLine, toRfc7946 } from '../../src/core/geojson-geometry'
import { maskStory } from '../../src/core/mask'
import type { StoryFile } from '../../src/core/schema'
import { anEvent, aStory } from '../support/a-story'
import { ADDRESS, allLayers, anExport, ourStory } from '../support/an-export'

type Vessels = NonNullable<StoryFile['vessels']>
type FileGeometry = NonNullable<NonNullable<StoryFile['places']>[number]['geometry']>

/** As another library reads the text; throws where it finds a fault. */
const read = (text: string) => check(text) as FeatureCollection
const features = (text: string) => read(text).features
const vesselOf = (reports: Vessels[number]['reports'], places: StoryFile['places'] = []) => {
  const story = aStory({
    asOf: '2026-02-26',
    places,
    events: [anEvent({ id: 'talks', when: '2026-02-26' })],
    vessels: [{ id: 'ship', name: 'Ship', reports }],
  })
  return features(toGeoJson(anExport(story))).find(({ id }) => id === 'vessel-ship')
}
const SEA: FileGeometry = { type: 'Polygon', coordinates: [[[50, 10], [50, 20], [60, 20], [60, 10], [50, 10]]] } // biome-ignore format: one ring
const sources = [{ source: 'paper' }]

/** Twice the signed area on the flat map. */
const turn = (ring: readonly Position[]): number =>
  ring.reduce((sum, [x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? []
    return sum + x * nextY - nextX * y
  }, 0)

describe('the story', () => {
  const story = ourStory()
  const text = toGeoJson(anExport(story, allLayers(story)))

  test('is GeoJSON in which another library finds no fault', () => {
    expect(getIssues(text)).toEqual([])
  })

  test('has one feature for each event that is shown, and one for each vessel that was reported', () => {
    const view = anExport(story)
    expect(features(toGeoJson(view)).map(({ id }) => id)).toEqual([
      ...view.events.map(({ id }) => `event-${id}`),
      'vessel-cvn-78',
      'vessel-cvn-72',
    ])
  })

  test('has no ship where no event fits', () => {
    expect(features(toGeoJson(anExport(story, { search: 'zzzzqq' })))).toEqual([])
  })

  test('gives events that are kept back ids that say nothing, and no place where places are', () => {
    const masked = maskStory(story, new Set(['places']), new Set())
    const found = features(toGeoJson(anExport(masked)))
    expect(found.length).toBeGreaterThan(20)
    expect(found.filter(({ id, geometry }) => !/^event-event-\d+$/.test(String(id)) || geometry !== null)).toEqual([])
    expect(found.map(({ properties }) => `event-${properties?.id}`)).toEqual(found.map(({ id }) => id))
    const zones = found.flatMap(({ properties }) => properties?.time_zone ?? [])
    expect(new Set(zones)).toEqual(new Set([story.timeZone]))
  })

  test('winds every area counterclockwise', () => {
    const rings = features(text).flatMap(({ geometry }) => (geometry?.type === 'Polygon' ? [geometry.coordinates[0] ?? []] : []))
    expect(rings.length).toBeGreaterThan(0)
    expect(rings.filter((ring) => turn(ring) <= 0)).toEqual([])
  })

  test('has flat properties', () => {
    const values = features(text).flatMap(({ properties }) => Object.values(properties ?? {}))
    expect(values.filter((value) => typeof value === 'object' && value !== null)).toEqual([])
  })

  test('carries licence, credit, edition and address beside its features, and the credit in each of them', () => {
    expect(read(text)).toMatchObject({
      story: 'us-iran-2026',
      licence: 'CC BY 4.0',
      licence_address: 'https://creativecommons.org/licenses/by/4.0/',
      edition: '1',
      edition_date: '2026-11-22',
      view_address: ADDRESS,
    })
    for (const { properties } of features(text)) expect(properties?.credit).toContain('CC BY 4.0')
  })

  test('tells where each ship was in words, with what is inferred of it', () => {
    expect(features(text).flatMap(({ properties }) => (properties?.record === 'vessel' ? properties.told : []))).toEqual([
      'Mediterranean, as of 26 Feb (AFP); eastern part inferred from its heading',
      'Arabian Sea, as of 14 – 15 Feb (BBC Verify)',
    ])
  })

  test('frames what it holds', () => {
    const [west = 0, south = 0, east = 0, north = 0] = read(text).bbox ?? []
    expect([west, south, east, north]).toEqual([-77.0114, -0.6, 74.3, 48.202])
  })
})

test('an event without a place has no geometry, and is there', () => {
  const story = aStory({ events: [anEvent({ id: 'talks', when: '2026-02-26' })] })
  const text = toGeoJson(anExport(story))
  expect(getIssues(text)).toEqual([])
  expect(features(text)[0]).toMatchObject({ id: 'event-talks', geometry: null, properties: { place: null } })
  expect(read(text).bbox).toBeUndefined()
})

describe('a vessel', () => {
  test('that was seen stands where it was seen, for that date', () => {
    const geometry: FileGeometry = { type: 'Point', coordinates: [24.03, 35.51] }
    expect(
      vesselOf([{ when: '2026-02-23', place: 'Souda Bay', precision: 'port', method: 'observed', geometry, sources }]),
    ).toMatchObject({
      geometry,
      properties: {
        position: 'seen here on the date given; not where it is now',
        edtf: '2026-02-23',
        age_days_most: 3,
        method: 'seen',
      },
    })
  })

  test('of which only the sea is known is that sea, never a point in it', () => {
    const sea = { id: 'gulf', name: 'The Gulf', geometry: SEA, precision: 'area' as const }
    const found = vesselOf(
      [{ when: '2026-02-23', place: 'The Gulf', in: 'gulf', precision: 'sea', method: 'reported', sources }],
      [sea],
    )
    expect(found?.geometry?.type).toBe('Polygon')
    expect(found?.properties?.position).toBe('somewhere in this area; no position was published')
  })

  test('of which the source does not say where has no geometry, and its words', () => {
    expect(
      vesselOf([{ when: '2026-02-23', place: 'the region', precision: 'region', method: 'reported', sources }]),
    ).toMatchObject({
      geometry: null,
      properties: { position: 'the source does not say where', place: 'the region', place_precision: 'only a region' },
    })
  })

  test('that nobody had reported yet is not there', () => {
    expect(vesselOf([{ when: '2026-03-05', place: 'Suez', precision: 'region', method: 'reported', sources }])).toBeUndefined()
  })
})

describe('geometries', () => {
  test('areas are wound by the right-hand rule, holes the other way, however they came', () => {
    const outer = [[0, 0], [0, 9], [9, 9], [9, 0], [0, 0]] // biome-ignore format: one ring
    const hole = [[2, 2], [4, 2], [4, 4], [2, 4], [2, 2]] // biome-ignore format: one ring
    const flipped = (ring: Position[]) => [...ring].reverse()
    for (const rings of [
      [outer, hole],
      [flipped(outer), hole],
      [outer, flipped(hole)],
      [flipped(outer), flipped(hole)],
    ]) {
      const right = toRfc7946({ type: 'Polygon', coordinates: rings })
      expect(right).toEqual({ type: 'Polygon', coordinates: [flipped(outer), flipped(hole)] })
      expect(toRfc7946({ type: 'MultiPolygon', coordinates: [rings] })).toMatchObject({
        coordinates: [[flipped(outer), flipped(hole)]],
      })
    }
  })

  test('a line over the antimeridian is cut in two', () => {
    expect(toRfc7946({ type: 'LineString', coordinates: [[170, 10], [-170, 20]] })).toEqual({
      type: 'MultiLineString',
      coordinates: [[[170, 10], [180, 15]], [[-180, 15], [-170, 20]]],
    }) // biome-ignore format: pairs
    expect(toRfc7946({ type: 'LineString', coordinates: [[-170, 0], [180, 0], [170, 0]] })).toEqual({
      type: 'MultiLineString',
      coordinates: [[[-170, 0], [-180, 0]], [[180, 0], [170, 0]]],
    }) // biome-ignore format: pairs
  })

  test('no piece of a line spans more than half the world, and none leaves it', () => {
    const position = fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -90, max: 90 }))
    fc.assert(
      fc.property(fc.array(position, { minLength: 2, maxLength: 8 }), (line) => {
        for (const piece of cutLine(line)) {
          expect(piece.length).toBeGreaterThan(1)
          expect(piece.every(([x = 0]) => Math.abs(x) <= 180)).toBe(true)
          const steps = piece.slice(1).map(([x = 0], index) => Math.abs(x - (piece[index]?.[0] ?? 0)))
          expect(steps.filter((step) => step > 180)).toEqual([])
        }
      }),
    )
  })

  test('the frame is the smallest, and over the antimeridian its west is greater than its east', () => {
    const point = (x: number, y: number): Geometry => ({ type: 'Point', coordinates: [x, y] })
    expect(bboxOf([])).toBeNull()
    expect(bboxOf([point(6, 46)])).toEqual([6, 46, 6, 46])
    expect(bboxOf([point(178, -18), point(-172, -14)])).toEqual([178, -18, -172, -14])
    expect(bboxOf([point(-77, 39), point(51, 36)])).toEqual([-77, 36, 51, 39])
    expect(bboxOf([SEA, point(-172, 0), point(170, 5)])).toEqual([50, 0, -172, 20])
  })
})
