import type { Point, Size } from './mercator'

/** px from the pane's upper left corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const boxAround = ([x, y]: Point, halfWidth: number, halfHeight = halfWidth): Box => ({
  x: x - halfWidth,
  y: y - halfHeight,
  width: 2 * halfWidth,
  height: 2 * halfHeight,
})

export const grow = (box: Box, px: number): Box => ({
  x: box.x - px,
  y: box.y - px,
  width: box.width + 2 * px,
  height: box.height + 2 * px,
})

/** Touching edges do not overlap. */
export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

export const within = (box: Box, size: Size, insetPx = 0): boolean =>
  box.x >= insetPx &&
  box.y >= insetPx &&
  box.x + box.width <= size.widthPx - insetPx &&
  box.y + box.height <= size.heightPx - insetPx

/** The part of the straight line from `a` to `b` inside the box, as fractions of its length; null where none is. Liang and Barsky, 1984. */
export function partInside(a: Point, b: Point, box: Box): readonly [number, number] | null {
  let [enter, leave] = [0, 1]
  const sides: readonly (readonly [number, number])[] = [
    [a[0] - b[0], a[0] - box.x],
    [b[0] - a[0], box.x + box.width - a[0]],
    [a[1] - b[1], a[1] - box.y],
    [b[1] - a[1], box.y + box.height - a[1]],
  ]
  for (const [p, q] of sides) {
    if (p === 0 && q < 0) return null
    if (p < 0) enter = Math.max(enter, q / p)
    if (p > 0) leave = Math.min(leave, q / p)
  }
  return enter < leave ? [enter, leave] : null
}

/** True where the straight line from `a` to `b` meets the box. */
export const crosses = (a: Point, b: Point, box: Box): boolean => partInside(a, b, box) !== null

export type Polyline = readonly Point[]

const lineHits = (line: Polyline, box: Box): boolean =>
  line.some((to, index) => {
    const from = line[index - 1]
    return from !== undefined && crosses(from, to, box)
  })

const side = (a: Point, b: Point, c: Point): number => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))

const segmentsCross = (a: Point, b: Point, c: Point, d: Point): boolean =>
  side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)

const linesCross = (one: Polyline, other: Polyline): boolean =>
  one.some((b, i) => {
    const a = one[i - 1]
    return a !== undefined && other.some((d, j) => j > 0 && segmentsCross(a, b, other[j - 1] ?? d, d))
  })

/** What a pane already holds: marks, labels, plates, leaders. */
export class Field {
  readonly #boxes: Box[]
  readonly #soft: Box[] = []
  readonly #lines: Polyline[] = []

  constructor(
    readonly size: Size,
    obstacles: readonly Box[] = [],
  ) {
    this.#boxes = [...obstacles]
  }

  /** To try something in. */
  copy(): Field {
    const copy = new Field(this.size, this.#boxes)
    copy.#lines.push(...this.#lines)
    copy.#soft.push(...this.#soft)
    return copy
  }

  /** Room for a box, `marginPx` clear of all else and inside the pane. */
  isFree(box: Box, marginPx = 0): boolean {
    if (!within(box, this.size, EDGE_PX)) return false
    const grown = marginPx === 0 ? box : grow(box, marginPx)
    if (marginPx > 0 && this.#soft.some((other) => overlap(box, other))) return false
    return !this.#boxes.some((other) => overlap(grown, other)) && !this.#lines.some((line) => lineHits(line, grown))
  }

  /** Room for a leader; `except` is where it starts or ends. */
  isClear(line: Polyline, except: readonly Box[] = []): boolean {
    const hits = this.#boxes.some((box) => !except.includes(box) && lineHits(line, box))
    return !hits && !this.#lines.some((other) => linesCross(line, other))
  }

  /** The boxes over a point: a leader may end there. */
  boxesAt([x, y]: Point): readonly Box[] {
    return this.#boxes.filter((box) => overlap(box, { x, y, width: 0.01, height: 0.01 }))
  }

  take(box: Box): void {
    this.#boxes.push(box)
  }

  /** Gives back what was kept free for something that comes later. */
  release(box: Box): void {
    const index = this.#boxes.indexOf(box)
    if (index >= 0) this.#boxes.splice(index, 1)
  }

  /** True over a dotted line or a circle. */
  isSoft(box: Box): boolean {
    return this.#soft.some((other) => overlap(box, other))
  }

  /** Kept clear where there is room elsewhere: dotted lines, circles. */
  takeSoft(box: Box): void {
    this.#soft.push(box)
  }

  takeLine(line: Polyline): void {
    this.#lines.push(line)
  }
}

/** No text touches an edge of its pane. */
export const EDGE_PX = 4

export interface Candidate {
  /** Names the choice, so that the next layout can prefer it: labels do not jump about while the map moves. */
  readonly key: string
  readonly box: Box
}

/** Distances to others, tried in turn: a label that has room takes it. */
const MARGINS = [10, 4, 0] as const

/**
 * The first candidate with room, best first; with the widest margin that any of them has. The one chosen last time wins
 * where it still fits. Takes its box in the field. Null where there is no room at all.
 */
export function placeLabel<Choice extends Candidate>(
  field: Field,
  candidates: readonly Choice[],
  last?: string,
  margins: readonly number[] = MARGINS,
): Choice | null {
  const kept = candidates.find((candidate) => candidate.key === last)
  const isKept = kept !== undefined && field.isFree(kept.box, margins.at(-1)) && !field.isSoft(kept.box)
  const found = isKept ? kept : firstFree(field, candidates, margins)
  if (found) field.take(found.box)
  return found
}

function firstFree<Choice extends Candidate>(
  field: Field,
  candidates: readonly Choice[],
  margins: readonly number[],
): Choice | null {
  for (const margin of margins) {
    const free = candidates.filter((candidate) => field.isFree(candidate.box, margin))
    const found = free.find(({ box }) => !field.isSoft(box)) ?? free[0]
    if (found) return found
  }
  return null
}

/** The first ring around a point in which spots are looked for; each that follows reaches twice as far. */
const RING_PX = 96

/** The free spots for a box on a grid, nearest to `near` first, at most so many. Only as many are looked at as it takes. */
export function freeSpots(
  field: Field,
  width: number,
  height: number,
  near: Point,
  { stepPx = 12, withinPx = Infinity, most = Infinity }: { stepPx?: number; withinPx?: number; most?: number } = {},
): readonly Box[] {
  const [nearX, nearY] = [near[0] - width / 2, near[1] - height / 2]
  const [endX, endY] = [field.size.widthPx - EDGE_PX - width, field.size.heightPx - EDGE_PX - height]
  const corner = Math.hypot(Math.max(Math.abs(nearX), Math.abs(endX - nearX)), Math.max(Math.abs(nearY), Math.abs(endY - nearY)))
  const reach = Math.min(withinPx + (width + height) / 2, corner)
  const spots: Box[] = []
  for (let inner = -1, outer = 0; inner < reach; inner = outer) {
    outer = Math.min(Math.max(RING_PX, outer * 2), reach)
    const ring: { x: number; y: number; far: number }[] = []
    /** The first line of the grid that is within the ring. */
    const from = (at: number) => EDGE_PX + stepPx * Math.max(0, Math.ceil((at - outer - EDGE_PX) / stepPx))
    for (let y = from(nearY); y <= Math.min(endY, nearY + outer); y += stepPx) {
      for (let x = from(nearX); x <= Math.min(endX, nearX + outer); x += stepPx) {
        const far = Math.hypot(x - nearX, y - nearY)
        if (inner < far && far <= outer) ring.push({ x, y, far })
      }
    }
    for (const { x, y } of ring.sort((a, b) => a.far - b.far)) {
      if (spots.length >= most) return spots
      const box = { x, y, width, height }
      if (field.isFree(box, 2)) spots.push(box)
    }
  }
  return spots
}
