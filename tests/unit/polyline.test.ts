import { describe, expect, test } from 'vitest'
import type { Polyline } from '../../src/core/labels'
import { along, bowed, clipLine, lengthOf } from '../../src/core/polyline'

const BOX = { x: 0, y: 0, width: 100, height: 50 }

describe('a line cut to a box', () => {
  test('keeps what lies inside', () => {
    const line: Polyline = [
      [10, 10],
      [90, 40],
    ]
    expect(clipLine(line, BOX)).toEqual([line])
  })

  test('ends at the edge where it leaves and begins again where it comes back', () => {
    const line: Polyline = [
      [-10, 20],
      [50, 20],
      [50, 80],
      [70, 80],
      [70, 10],
    ]
    expect(clipLine(line, BOX)).toEqual([
      [
        [0, 20],
        [50, 20],
        [50, 50],
      ],
      [
        [70, 50],
        [70, 10],
      ],
    ])
  })

  test('is nothing where all of it lies outside', () => {
    expect(
      clipLine(
        [
          [-10, -10],
          [-10, 90],
        ],
        BOX,
      ),
    ).toEqual([])
  })
})

test('the point half-way along a line counts its length, not its corners', () => {
  const line: Polyline = [
    [0, 0],
    [10, 0],
    [10, 90],
  ]
  expect(lengthOf(line)).toBe(100)
  expect(along(line, 0.5)).toEqual([10, 40])
  expect(along(line, 1)).toEqual([10, 90])
})

test('a bow goes from end to end and stands off by its part of the length', () => {
  const line = bowed([0, 0], [100, 0], 0.2)
  expect(line[0]).toEqual([0, 0])
  expect(line.at(-1)).toEqual([100, 0])
  expect(along(line, 0.5)[1]).toBeCloseTo(-20, 0)
})
