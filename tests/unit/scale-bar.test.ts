import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distanceKm } from '../../src/core/geo'
import { unproject } from '../../src/core/mercator'
import { scaleBar } from '../../src/core/scale-bar'

const cameras = fc.record({
  center: fc.tuple(fc.integer({ min: -170, max: 170 }), fc.integer({ min: -60, max: 70 })),
  zoom: fc.double({ min: 0.5, max: 8, noNaN: true }),
})

test('the bar is as long on the map as it says, at the middle of the pane', () => {
  fc.assert(
    fc.property(cameras, (camera) => {
      const { km, widthPx } = scaleBar(camera, 84)
      fc.pre(km < 1500)
      const size = { widthPx: 800, heightPx: 400 }
      const ends = [400 - widthPx / 2, 400 + widthPx / 2].map((x) => unproject([x, 200], camera, size))
      const [a, b] = ends
      if (!a || !b) throw new Error('no ends')
      expect(Math.abs(distanceKm(a, b) - km) / km).toBeLessThan(0.02)
    }),
  )
})

test('the bar is round and fits', () => {
  fc.assert(
    fc.property(cameras, (camera) => {
      const { km, widthPx } = scaleBar(camera, 84)
      expect(widthPx).toBeLessThanOrEqual(84.001)
      expect(widthPx).toBeGreaterThan(30)
      expect(['1', '2', '5']).toContain(km.toExponential()[0])
    }),
  )
})

test('both units mean the same', () => {
  const { km, nauticalMiles } = scaleBar({ center: [33, 33], zoom: 2.5 }, 84)
  expect(nauticalMiles * 1.852).toBeCloseTo(km)
})
