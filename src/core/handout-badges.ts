import type { PlaceShape } from './handout'
import { type Box, boxAround, type Field } from './labels'
import type { Point } from './mercator'

/** A place in px, before its number has its room. */
export interface BadgePoint {
  readonly number: number
  readonly shape: PlaceShape
  readonly at: Point
}

/** A number on the map. */
export interface Badge extends BadgePoint {
  /** The middle of the number. */
  readonly middle: Point
  /** From the place to the number, where that stands beside it. */
  readonly stem: readonly [Point, Point] | null
}

/** Off the frame by this part of its radius: a number that touches it looks cut. */
const FRAME_PART = 0.4
const GAP_PX = 3
const STEM_PX = 8
/** A number that is moved less than this still stands on its place. */
const SHIFT_PX = 4

const far = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1])

/** Places whose numbers would touch, together; in the order of their numbers. */
function clusters(points: readonly BadgePoint[], leastPx: number): readonly (readonly BadgePoint[])[] {
  const all: BadgePoint[][] = []
  for (const point of points) {
    const near = all.filter((cluster) => cluster.some((other) => far(other.at, point.at) < leastPx))
    const joined = [...near.flat(), point]
    for (const cluster of near) all.splice(all.indexOf(cluster), 1)
    all.push(joined)
  }
  return all.map((cluster) => cluster.sort((a, b) => a.number - b.number))
}

function held({ widthPx, heightPx }: Field['size'], [x, y]: Point, halfWidth: number, halfHeight: number): Point {
  const edge = Math.max(2, halfHeight * FRAME_PART)
  return [
    Math.min(Math.max(x, halfWidth + edge), Math.max(widthPx - halfWidth - edge, halfWidth + edge)),
    Math.min(Math.max(y, halfHeight + edge), Math.max(heightPx - halfHeight - edge, halfHeight + edge)),
  ]
}

/** Beside its place, on whichever side there is room: above, below, at the ends, aslant. */
function rowSpot(field: Field, at: Point, halfWidth: number, halfHeight: number): Point {
  const [up, out] = [halfHeight + STEM_PX, halfWidth + STEM_PX]
  const spots: readonly Point[] = [
    [0, -up], [0, up], [out, 0], [-out, 0], [out, -up], [-out, -up], [out, up], [-out, up],
  ] // biome-ignore format: one list, read as one
  const tried = spots.map(([dx, dy]): Point => [at[0] + dx, at[1] + dy])
  const free = tried.find((spot) => field.isFree(boxAround(spot, halfWidth, halfHeight)))
  return free ?? held(field.size, tried[0] ?? at, halfWidth, halfHeight)
}

/**
 * Room for the numbers of places: each on its place; those that would lie on each other in a row beside it, with a stem. Takes their
 * boxes in the field.
 */
export function placeBadges(field: Field, points: readonly BadgePoint[], radiusPx: number): readonly Badge[] {
  const all = clusters(points, 2 * radiusPx + GAP_PX)
  const single = all.flatMap(([point, ...others]) => (point && others.length === 0 ? [point] : []))
  const badges = single.map((point): Badge => {
    const middle = held(field.size, point.at, radiusPx, radiusPx)
    return { ...point, middle, stem: far(middle, point.at) < SHIFT_PX ? null : [point.at, middle] }
  })
  for (const { middle } of badges) field.take(boxAround(middle, radiusPx))
  for (const cluster of all.filter(({ length }) => length > 1)) badges.push(...rowOf(field, cluster, radiusPx))
  return badges.sort((a, b) => a.number - b.number)
}

function rowOf(field: Field, cluster: readonly BadgePoint[], radiusPx: number): readonly Badge[] {
  const step = 2 * radiusPx + GAP_PX
  const halfWidth = (cluster.length * step - GAP_PX) / 2
  const mean = (axis: 0 | 1): number => cluster.reduce((sum, { at }) => sum + at[axis], 0) / cluster.length
  const middle = rowSpot(field, [mean(0), mean(1)], halfWidth, radiusPx)
  const box: Box = boxAround(middle, halfWidth, radiusPx)
  field.take(box)
  for (const { at } of cluster) field.take(boxAround(at, 3))
  return cluster.map((point, index) => {
    const at: Point = [box.x + radiusPx + index * step, middle[1]]
    return { ...point, middle: at, stem: [point.at, at] }
  })
}
