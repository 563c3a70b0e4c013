import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shorterPath } from '../../src/build/shorter-path'

type Point = readonly [number, number]

/** Where the pen goes, by what SVG says of M, l, L, H, V and Z (https://www.w3.org/TR/SVG2/paths.html); each run of its own. */
function drawn(d: string): readonly (readonly Point[])[] {
  return d.split(/(?=M)/).map((run) => {
    let at: Point = [0, 0]
    return [...run.matchAll(/([MLHVl])([^MLHVlZ]+)/g)].flatMap(([, letter, text = '']) => {
      const numbers = (text.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number)
      const points: Point[] = []
      for (let index = 0; index < numbers.length; index += letter === 'H' || letter === 'V' ? 1 : 2) {
        const [a = 0, b = 0] = numbers.slice(index)
        if (letter === 'H') at = [a, at[1]]
        else if (letter === 'V') at = [at[0], a]
        else at = letter === 'l' ? [at[0] + a, at[1] + b] : [a, b]
        points.push(at)
      }
      return points
    })
  })
}
const tenth = (value: number): number => Math.round(value * 10) / 10

test('a path in fewer letters goes through the same points, to a tenth', () => {
  const number = fc.integer({ min: -20_000, max: 20_000 }).map((n) => n / 10)
  const line = fc.oneof(
    fc.tuple(number, number).map(([x, y]) => `L${x},${y}`),
    number.map((x) => `H${x}`),
    number.map((y) => `V${y}`),
  )
  const run = fc
    .tuple(number, number, fc.array(line, { maxLength: 8 }), fc.boolean())
    .map(([x, y, lines, isClosed]) => `M${x},${y}${lines.join('')}${isClosed ? 'Z' : ''}`)
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 4 }), (runs) => {
      const d = runs.join('')
      const made = shorterPath(d)
      const plain = (path: string) =>
        drawn(path).map((points) =>
          points.map(([x, y]) => `${tenth(x) + 0},${tenth(y) + 0}`).filter((point, index, all) => point !== all[index - 1]),
        )
      expect(plain(made)).toEqual(plain(d))
      expect(made.replace(/[^Z]/g, '')).toBe(d.replace(/[^Z]/g, ''))
    }),
  )
})

test('coasts lose a third of their letters, and other paths stay', () => {
  const coast = `M338.7,288.5${Array.from({ length: 50 }, (_, n) => `L${338.7 + n * 0.7},${288.5 - n * 1.1}`).join('')}Z`
  expect(shorterPath(coast.replace(/(\.\d)\d+/g, '$1')).length).toBeLessThan(coast.replace(/(\.\d)\d+/g, '$1').length * 0.67)
  for (const d of ['M0,0c1,2 3,4 5,6', 'M0,0A3,3 0 0 1 2,2', '', 'M 1 2 L 3 4']) expect(shorterPath(d)).toBe(d)
})
