import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { panesOf } from '../../src/core/frame'
import { boundsOf, clampCamera, fitBounds, fitFrame, projection, unproject, worldPx } from '../../src/core/mercator'
import type { Bounds } from '../../src/core/types'
import { aMapStory } from '../support/a-map'

const size = { widthPx: 728, heightPx: 468 }
const BOUNDS: Bounds = [-11, 5.3, 77.8, 52.8]

describe('the projection', () => {
  test('unprojecting a projected position gives it back', () => {
    const positions = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -84, max: 84, noNaN: true }))
    const cameras = fc.record({ center: positions, zoom: fc.double({ min: 0, max: 8, noNaN: true }) })
    fc.assert(
      fc.property(positions, cameras, (position, camera) => {
        const [longitude, latitude] = unproject(projection(camera, size)(position), camera, size)
        expect(longitude).toBeCloseTo(position[0], 6)
        expect(latitude).toBeCloseTo(position[1], 6)
      }),
    )
  })

  test('no camera shows more than the world', () => {
    const camera = fc.record({
      center: fc.tuple(fc.double({ min: -400, max: 400, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true })),
      zoom: fc.double({ min: -5, max: 20, noNaN: true }),
    })
    fc.assert(
      fc.property(camera, (wild) => {
        const [west, south, east, north] = boundsOf(clampCamera(wild, size), size)
        expect(west).toBeGreaterThan(-180.001)
        expect(east).toBeLessThan(180.001)
        expect(south).toBeGreaterThan(-85.06)
        expect(north).toBeLessThan(85.06)
      }),
    )
  })
})

describe('the frame', () => {
  test('fills the width and keeps the northern edge', () => {
    const camera = fitFrame(BOUNDS, size)
    const [west, , east, north] = boundsOf(camera, size)
    expect(west).toBeCloseTo(-11)
    expect(east).toBeCloseTo(77.8)
    expect(north).toBeCloseTo(52.8)
    expect(worldPx(camera.zoom) / 360).toBeCloseTo(8.2, 1)
  })

  test('cuts the south of a flatter pane, never the north', () => {
    const flat = { widthPx: 728, heightPx: 360 }
    const [, south, , north] = boundsOf(fitFrame(BOUNDS, flat), flat)
    expect(north).toBeCloseTo(52.8)
    expect(south).toBeGreaterThan(boundsOf(fitFrame(BOUNDS, size), size)[1])
  })

  test('gives up scale where a pane is too flat to show most of it', () => {
    const strip = { widthPx: 728, heightPx: 150 }
    const [, south] = boundsOf(fitFrame(BOUNDS, strip), strip)
    expect(south).toBeLessThan(30)
  })

  test('shows bounds whole, clear of the edges', () => {
    const [west, south, east, north] = boundsOf(fitBounds(BOUNDS, size, 20), size)
    expect(west).toBeLessThan(-11)
    expect(south).toBeLessThan(5.3)
    expect(east).toBeGreaterThan(77.8)
    expect(north).toBeGreaterThan(52.8)
  })
})

describe('the panes', () => {
  const story = aMapStory()

  test('are 152, 8 and 728 px wide on a desktop, at one scale and one northern edge', () => {
    const { main, camera, strip } = panesOf(story, { widthPx: 888, heightPx: 468 })
    expect(main.widthPx).toBe(728)
    expect(strip?.size.widthPx).toBe(152)
    expect(strip?.cutDegrees).toBe(50)
    expect(strip?.camera.zoom).toBe(camera.zoom)
    const north = strip ? boundsOf(strip.camera, strip.size)[3] : Number.NaN
    expect(north).toBeCloseTo(boundsOf(camera, main)[3])
  })

  test('are 80, 6 and 304 px wide on a phone, with its own bounds', () => {
    const { main, camera, strip } = panesOf(story, { widthPx: 390, heightPx: 310 })
    expect([strip?.size.widthPx, main.widthPx]).toEqual([80, 304])
    expect(boundsOf(camera, main)[0]).toBeCloseTo(1.8)
  })

  test('keep a strip wide enough for a name at 320 px', () => {
    expect(panesOf(story, { widthPx: 320, heightPx: 280 }).strip?.size.widthPx).toBeGreaterThanOrEqual(78)
  })
})
