import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Box, overlap, within } from '../../src/core/labels'
import { createTypesetter, estimateWidth } from '../../src/core/map-text'
import type { Scene } from '../../src/core/scene'
import { markBox } from '../../src/core/scene-places'
import type { LayerId } from '../../src/core/types'
import { aMapStory, sceneOf } from '../support/a-map'

const story = aMapStory()
const type = createTypesetter(estimateWidth)
const SIZES = [
  [888, 468],
  [820, 420],
  [390, 310],
  [320, 280],
] as const

/** The box of every line of text, grouped as it was placed. */
function textBoxes(scene: Scene): readonly Box[] {
  const blocks = [...scene.labels.map(({ lines }) => lines), ...scene.ships.map(({ lines }) => lines)]
  const lines = [...blocks.flat(), ...scene.joinDates, ...scene.names.filter(({ line }) => !line.angle).map(({ line }) => line)]
  return lines.map((line) => {
    const [width, height] = [type.width(line), type.height(line)]
    const x = line.align === 'start' ? line.x : line.align === 'end' ? line.x - width : line.x - width / 2
    return { x, y: line.y - height * 0.72, width, height: height * 0.9 }
  })
}

const mainSize = (width: number, height: number) => ({ widthPx: width, heightPx: height })

describe.each(SIZES)('at %i × %i', (width, height) => {
  const scene = sceneOf(story, mainSize(width, height))

  test('no text overlaps another or a mark, and none leaves the pane', () => {
    const boxes = textBoxes(scene)
    const marks = scene.marks.map((mark) => markBox(mark, 1))
    for (const [index, one] of boxes.entries()) {
      expect(within(one, mainSize(width, height))).toBe(true)
      expect([...boxes.slice(0, index), ...marks].filter((other) => overlap(one, other))).toEqual([])
    }
  })

  test('every place in the pane has its name', () => {
    expect(scene.labels.map(({ key }) => key).toSorted()).toEqual(scene.marks.map(({ key }) => key).toSorted())
  })

  test('no icon stands in a shaded sea, and every leader ends in its own', () => {
    expect(scene.ships.length).toBeGreaterThan(0)
    for (const ship of scene.ships) expect(ship.target).not.toBeNull()
  })
})

test('marks say by their role what happened where', () => {
  const roles = Object.fromEntries(sceneOf(story, mainSize(888, 468)).marks.map(({ key, role }) => [key, role]))
  expect(roles).toMatchObject({ geneva: 'venue', vienna: 'planned', 'iran-seat': 'seat' })
})

test('a mark is named by its place, what it is and how much is there', () => {
  const names = sceneOf(story, mainSize(888, 468)).marks.map(({ name }) => name)
  expect(names).toContain('Geneva, happened here, 2 events')
})

test('with the article alone the Lincoln is gone and the Ford has neither sea nor leader', () => {
  const { ships, shades } = sceneOf(story, mainSize(888, 468), { layers: new Set(['article'] as LayerId[]) })
  expect(ships.map(({ id, leader }) => [id, leader])).toEqual([['ford', null]])
  expect(shades).toEqual([])
})

test('the sea is shaded whole once the circle is gone', () => {
  const later = { instant: Date.parse('2026-02-28T12:00Z') }
  const ford = (patch = {}) => sceneOf(story, mainSize(888, 468), patch).shades.find(({ id }) => id === 'ford')
  expect(ford()?.circle).not.toBeNull()
  expect(ford(later)?.circle).toBeNull()
  expect(ford(later)?.area).toBe(ford()?.area)
})

test('a join that leaves the pane ends at its edge with an arrow', () => {
  const phone = sceneOf(story, mainSize(390, 310))
  expect(phone.joins.map(({ exit }) => exit?.report.id)).toEqual(['strait'])
  expect(phone.joins[0]?.exit?.at[0]).toBeLessThan(12)
})

test('places that touch share one mark with all of their events', () => {
  const world = sceneOf(story, mainSize(888, 468), {}, { camera: { center: [10, 40], zoom: 0 } })
  const geneva = world.marks.find(({ places }) => places.some((place) => place === 'geneva'))
  expect(geneva?.events.length).toBeGreaterThan(2)
})

test('nothing lies under a plate, wherever it is', () => {
  const plate = fc.record({ x: fc.integer({ min: 0, max: 600 }), y: fc.integer({ min: 0, max: 400 }) })
  fc.assert(
    fc.property(plate, ({ x, y }) => {
      const obstacle = { x, y, width: 130, height: 90 }
      const scene = sceneOf(story, mainSize(888, 468), {}, { obstacles: [obstacle], settled: false })
      expect(textBoxes(scene).filter((box) => overlap(box, obstacle))).toEqual([])
    }),
    { numRuns: 40 },
  )
})
