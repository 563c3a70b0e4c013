import { geoCentroid } from 'd3-geo'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { circleRing, distanceKm, edgeDistance, geometryBounds, insideRings, middleOf, reachKm, rings } from '../../src/core/geo'
import type { Position } from '../../src/core/types'

const SOUDA: Position = [24.02921, 35.51124]
const square = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
      [0, 0],
    ],
  ],
}

test('Haifa is about 1,052 km from Chania, next to Souda Bay', () => {
  expect(distanceKm(SOUDA, [34.99928, 32.81303])).toBeCloseTo(1052, 0)
})

test('30 knots are 722 km in 13 hours and 889 km in 16', () => {
  expect(reachKm(30, 13 * 3_600_000)).toBeCloseTo(722.28, 1)
  expect(reachKm(30, 16 * 3_600_000)).toBeCloseTo(889, 0)
})

test('a distance is the same both ways, and none to itself', () => {
  const position = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -89, max: 89, noNaN: true }))
  fc.assert(
    fc.property(position, position, (a, b) => {
      expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6)
      expect(distanceKm(a, a)).toBeCloseTo(0, 6)
    }),
  )
})

test('every point of a circle lies at its radius', () => {
  for (const point of circleRing(SOUDA, 722)) expect(distanceKm(SOUDA, point)).toBeCloseTo(722, 3)
})

test('an area is read flat, whichever way its ring is wound', () => {
  const reversed = { ...square, coordinates: square.coordinates.map((ring) => [...ring].reverse()) }
  for (const area of [square, reversed]) {
    expect(geometryBounds(area)).toEqual([0, 0, 4, 4])
    expect(middleOf(area)).toEqual([2, 2])
    expect(insideRings([1, 3], rings(area))).toBe(true)
    expect(insideRings([5, 3], rings(area))).toBe(false)
    expect(edgeDistance([1, 2], rings(area))).toBe(1)
  }
})

test.each([
  {
    type: 'MultiPoint' as const,
    coordinates: [
      [6.14, 46.21],
      [16.37, 48.21],
      [51.42, 35.69],
    ],
  },
  {
    type: 'LineString' as const,
    coordinates: [
      [-76.28, 36.85],
      [-62.7, 17.3],
      [24.03, 35.51],
    ],
  },
  {
    type: 'MultiLineString' as const,
    coordinates: [
      [
        [179, 10],
        [-179, 10],
      ],
      [
        [-179, 10],
        [-175, 12],
      ],
    ],
  },
  {
    type: 'LineString' as const,
    coordinates: [
      [6, 46],
      [6, 46],
    ],
  },
])('the middle of points and lines is that of the sphere: $type', (geometry) => {
  const [longitude, latitude] = geoCentroid(geometry)
  expect(middleOf(geometry)?.[0]).toBeCloseTo(longitude, 6)
  expect(middleOf(geometry)?.[1]).toBeCloseTo(latitude, 6)
})

test('what has no positions has no middle', () => {
  expect(middleOf({ type: 'MultiPoint', coordinates: [] })).toBeNull()
  expect(middleOf({ type: 'LineString', coordinates: [] })).toBeNull()
})
