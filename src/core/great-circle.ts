import { geoDistance, geoInterpolate } from 'd3-geo'
import type { Position } from './types'

const RADIANS = Math.PI / 180
/** A point for each so many degrees: straight pieces this short look like a curve. */
const STEP_DEGREES = 1
const LEAST_PIECES = 8

const mutable = ([longitude, latitude]: Position): [number, number] => [longitude, latitude]

/** The position half-way between two, on the great circle. */
export const halfWay = (a: Position, b: Position): Position => geoInterpolate(mutable(a), mutable(b))(0.5)

/**
 * The shortest way over the sphere as lines of positions, `a` first. One line, or two where it crosses 180°: each ends at the edge of
 * the flat map there.
 */
export function greatCircle(a: Position, b: Position): readonly (readonly Position[])[] {
  const degrees = geoDistance(mutable(a), mutable(b)) / RADIANS
  const pieces = Math.max(LEAST_PIECES, Math.ceil(degrees / STEP_DEGREES))
  const at = geoInterpolate(mutable(a), mutable(b))
  const lines: Position[][] = [[a]]
  let last = a
  for (let index = 1; index <= pieces; index++) {
    const next: Position = index === pieces ? b : at(index / pieces)
    if (Math.abs(next[0] - last[0]) > 180) {
      const [leave, enter] = atEdge(last, next)
      lines.at(-1)?.push(leave)
      lines.push([enter])
    }
    lines.at(-1)?.push(next)
    last = next
  }
  return lines
}

/** Where the way from one side of 180° to the other meets it, on both edges of the flat map. */
function atEdge(from: Position, to: Position): readonly [Position, Position] {
  const side = from[0] > 0 ? 180 : -180
  const span = Math.abs(to[0] + 2 * side - from[0])
  const latitude = span === 0 ? from[1] : from[1] + ((to[1] - from[1]) * Math.abs(side - from[0])) / span
  return [
    [side, latitude],
    [-side, latitude],
  ]
}
