import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Box, crosses, EDGE_PX, Field, freeSpots, overlap, placeLabel, within } from '../../src/core/labels'

const size = { widthPx: 400, heightPx: 300 }
const box = fc.record({
  x: fc.integer({ min: -20, max: 400 }),
  y: fc.integer({ min: -20, max: 300 }),
  width: fc.integer({ min: 5, max: 120 }),
  height: fc.integer({ min: 5, max: 40 }),
})
const label = fc.array(box, { minLength: 1, maxLength: 6 })

test('no two labels overlap, none lies on an obstacle, all are inside the pane', () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 8 }), fc.array(label, { maxLength: 40 }), (obstacles, labels) => {
      const field = new Field(size, obstacles)
      const placed = labels.flatMap((boxes) => {
        const found = placeLabel(
          field,
          boxes.map((each, index) => ({ key: String(index), box: each })),
        )
        return found ? [found.box] : []
      })
      for (const [index, one] of placed.entries()) {
        expect(within(one, size, EDGE_PX)).toBe(true)
        expect([...obstacles, ...placed.slice(0, index)].some((other) => overlap(one, other))).toBe(false)
      }
    }),
  )
})

test('the choice of the last layout stays where it still fits', () => {
  const candidates = ['right', 'left'].map((key, index): { key: string; box: Box } => ({
    key,
    box: { x: 20 + index * 100, y: 20, width: 40, height: 20 },
  }))
  expect(placeLabel(new Field(size), candidates)?.key).toBe('right')
  expect(placeLabel(new Field(size), candidates, 'left')?.key).toBe('left')
  expect(placeLabel(new Field(size, [{ x: 110, y: 0, width: 90, height: 90 }]), candidates, 'left')?.key).toBe('right')
})

test('free spots come nearest first', () => {
  const spots = freeSpots(new Field(size), 60, 20, [200, 150])
  const far = (spot: Box) => Math.hypot(spot.x + 30 - 200, spot.y + 10 - 150)
  expect(spots.map(far)).toEqual(spots.map(far).toSorted((a, b) => a - b))
})

test('a line meets a box that it enters, and not one that it passes', () => {
  const target = { x: 10, y: 10, width: 10, height: 10 }
  expect(crosses([0, 15], [30, 15], target)).toBe(true)
  expect(crosses([0, 0], [30, 5], target)).toBe(false)
  expect(crosses([0, 15], [8, 15], target)).toBe(false)
})

test('leaders do not cross each other', () => {
  const field = new Field(size)
  field.takeLine([
    [0, 100],
    [200, 100],
  ])
  expect(
    field.isClear([
      [100, 50],
      [100, 150],
    ]),
  ).toBe(false)
  expect(
    field.isClear([
      [100, 50],
      [100, 90],
    ]),
  ).toBe(true)
})
