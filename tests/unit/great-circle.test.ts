import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distanceKm } from '../../src/core/geo'
import { greatCircle, halfWay } from '../../src/core/great-circle'
import type { Position } from '../../src/core/types'

const WASHINGTON: Position = [-77.04, 38.9]
const GENEVA: Position = [6.14, 46.2]

const position = fc.tuple(
  fc.double({ min: -179, max: 179, noNaN: true }),
  fc.double({ min: -80, max: 80, noNaN: true }),
) as fc.Arbitrary<Position>

const lengthKm = (line: readonly Position[]): number =>
  line.reduce((sum, at, index) => sum + distanceKm(line[index - 1] ?? at, at), 0)

test('the way from Washington to Geneva starts and ends there and bows to the north', () => {
  const [line, ...others] = greatCircle(WASHINGTON, GENEVA)
  expect(others).toEqual([])
  expect(line?.[0]).toEqual(WASHINGTON)
  expect(line?.at(-1)).toEqual(GENEVA)
  expect(halfWay(WASHINGTON, GENEVA)[1]).toBeGreaterThan(50)
})

test('a way over 180° is two lines that end at the edges of the flat map', () => {
  const [west, east] = greatCircle([170, 10], [-170, 20])
  expect(west?.at(-1)?.[0]).toBe(180)
  expect(east?.[0]?.[0]).toBe(-180)
  expect(west?.at(-1)?.[1]).toBe(east?.[0]?.[1])
})

test('the lines are as long as the distance, in whichever direction', () => {
  fc.assert(
    fc.property(position, position, (a, b) => {
      const direct = distanceKm(a, b)
      fc.pre(direct > 1 && direct < 19_000)
      for (const lines of [greatCircle(a, b), greatCircle(b, a)]) {
        const sum = lines.reduce((total, line) => total + lengthKm(line), 0)
        expect(Math.abs(sum - direct)).toBeLessThan(Math.max(1, direct * 0.01))
      }
    }),
  )
})

test('no line jumps across the map', () => {
  fc.assert(
    fc.property(position, position, (a, b) => {
      fc.pre(distanceKm(a, b) < 19_000)
      for (const line of greatCircle(a, b)) {
        for (const [index, at] of line.entries()) expect(Math.abs(at[0] - (line[index - 1] ?? at)[0])).toBeLessThanOrEqual(180)
      }
    }),
  )
})
