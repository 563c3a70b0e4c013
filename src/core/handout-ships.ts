import { insideRings } from './geo'
import { type Box, boxAround, type Field, freeSpots, type Polyline } from './labels'
import type { Point } from './mercator'

/** Where a ship’s letter can point to, and what it must not lie on. */
export interface ShipAims {
  /** Points of its sea, or the one point where it was seen. */
  readonly aims: readonly Point[]
  /** Its sea, in px; none for a point. */
  readonly sea: readonly (readonly Point[])[]
  isWater(at: Point): boolean
}

export interface ShipSpot {
  /** Middle of its letter. */
  readonly spot: Point
  /** From the letter to where it points. */
  readonly line: readonly [Point, Point]
}

const STEP_PX = 10
/** Of the points of a sea so many of the nearest are tried from each spot. */
const MOST_AIMS = 3
/** A line shorter than this is not seen as one. */
const LEAST_LINE_PX = 10
/** A letter in another sea would look like a place: land is worth a longer line. */
const WET_COST_PX = 90
/** Clear of other signs, where there is room. */
const AIM_PX = 4

const corners = ({ x, y, width, height }: Box): readonly Point[] =>
  [0, 0.25, 0.5, 0.75, 1].flatMap((part): Point[] => [
    [x + part * width, y],
    [x + part * width, y + height / 2],
    [x + part * width, y + height],
  ])

/** The point of a box nearest to another. */
const edgeOf = ({ x, y, width, height }: Box, [toX, toY]: Point): Point => [
  Math.min(Math.max(toX, x), x + width),
  Math.min(Math.max(toY, y), y + height),
]

const lengthOf = ([from, to]: readonly [Point, Point]): number => Math.hypot(to[0] - from[0], to[1] - from[1])

/**
 * Room for a ship’s letter beside its sea, never in it, where it would look like a position: on land where that is near, with a straight
 * line into the sea. Null where there is none. Takes its box and its line in the field.
 */
export function shipSpot(field: Field, { aims, sea, isWater }: ShipAims, { width, height }: Box, scale: number): ShipSpot | null {
  const free = aims.filter((aim) => field.isFree(boxAround(aim, AIM_PX * scale)))
  const wanted = free.length > 0 ? free : aims
  const [first] = wanted
  if (!first) return null
  const choices = freeSpots(field, width, height, first, { stepPx: STEP_PX }).flatMap((box) => {
    const points = corners(box)
    if (points.some((point) => insideRings(point, sea))) return []
    const wet = points.some(isWater) ? WET_COST_PX * scale : 0
    const lines = wanted.map((aim): readonly [Point, Point] => [edgeOf(box, aim), aim])
    const nearest = lines.sort((a, b) => lengthOf(a) - lengthOf(b)).slice(0, MOST_AIMS)
    return nearest.map((line) => ({ box, line, cost: lengthOf(line) + wet }))
  })
  const isClear = ({ line }: (typeof choices)[number]): boolean =>
    lengthOf(line) >= LEAST_LINE_PX * scale && field.isClear(line as Polyline, field.boxesAt(line[1]))
  const found = choices.sort((a, b) => a.cost - b.cost).find(isClear)
  if (!found) return null
  const { box, line } = found
  field.take(box)
  field.takeLine(line)
  return { spot: [box.x + box.width / 2, box.y + box.height / 2], line }
}
