import { type Box, type Polyline, partInside } from './labels'
import type { Point } from './mercator'

const PIECES = 24

/** A line from `a` to `b` that bows to its left by `bow` of its length; a negative one to its right. */
export function bowed([ax, ay]: Point, [bx, by]: Point, bow: number): Polyline {
  const [mx, my] = [(ax + bx) / 2 + (by - ay) * bow * 2, (ay + by) / 2 - (bx - ax) * bow * 2]
  return Array.from({ length: PIECES + 1 }, (_, index): Point => {
    const t = index / PIECES
    const [p, q, r] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2]
    return [p * ax + q * mx + r * bx, p * ay + q * my + r * by]
  })
}

/** The parts of a line inside a box, in its order. */
export function clipLine(line: Polyline, box: Box): readonly Polyline[] {
  const parts: Point[][] = []
  let open = false
  for (const [index, b] of line.entries()) {
    const a = line[index - 1]
    if (!a) continue
    const part = partInside(a, b, box)
    if (!part) {
      open = false
      continue
    }
    const at = (t: number): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]
    if (!open || part[0] > 0) parts.push([at(part[0])])
    parts.at(-1)?.push(at(part[1]))
    open = part[1] === 1
  }
  return parts.filter((points) => lengthOf(points) > 0)
}

/** px. */
export const lengthOf = (line: Polyline): number =>
  line.reduce((sum, [x, y], index) => {
    const [px, py] = line[index - 1] ?? [x, y]
    return sum + Math.hypot(x - px, y - py)
  }, 0)

/** The point at a fraction of the line's length. */
export function along(line: Polyline, part: number): Point {
  let left = lengthOf(line) * part
  for (const [index, b] of line.entries()) {
    const a = line[index - 1]
    if (!a) continue
    const piece = Math.hypot(b[0] - a[0], b[1] - a[1])
    if (piece >= left && piece > 0) return [a[0] + ((b[0] - a[0]) * left) / piece, a[1] + ((b[1] - a[1]) * left) / piece]
    left -= piece
  }
  return line.at(-1) ?? [0, 0]
}
