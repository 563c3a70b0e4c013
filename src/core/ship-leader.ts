import { edgeDistance, insideRings } from './geo'
import type { Box } from './labels'
import { boxAround, type Field, type Polyline } from './labels'
import type { Align, PlacedLine } from './map-text'
import type { Point, Size } from './mercator'
import { lengthOf } from './polyline'

export const ICON = { width: 31, height: 14 } as const

/** Icon, name and lines of a ship, laid out but not yet placed. */
export interface ShipBlock {
  /** Middle of the icon. */
  readonly at: Point
  readonly align: Align
  readonly lines: readonly PlacedLine[]
  readonly box: Box
  /** Where the name ends, away from the icon. */
  readonly nameEnd: number
}

/** A point that a leader may end at, and how far it lies from the edge of its sea. */
export interface Aim {
  readonly at: Point
  readonly depth: number
}

/** A dot this deep in its sea is deep enough. */
const DEEP_PX = 22
const MOST_AIMS = 120
/** Clear of the coast by so much; a sea that is small on the screen by less. */
const CLEARANCES = [9, 4] as const
const ENOUGH_AIMS = 20

/** Points of a sea, as far as the pane shows it, that are water and clear of the coast. */
export function aimsIn(area: readonly (readonly Point[])[], size: Size, isWater: (at: Point) => boolean): readonly Aim[] {
  const [wide, close] = CLEARANCES.map((clearPx) => () => aimsClear(area, size, isWater, clearPx))
  const found = wide?.() ?? []
  return found.length >= ENOUGH_AIMS ? found : (close?.() ?? [])
}

function aimsClear(
  area: readonly (readonly Point[])[],
  size: Size,
  isWater: (at: Point) => boolean,
  clearPx: number,
): readonly Aim[] {
  const xs = area.flat().map(([x]) => x)
  const ys = area.flat().map(([, y]) => y)
  const [left, right] = [Math.max(Math.min(...xs), 8), Math.min(Math.max(...xs), size.widthPx - 8)]
  const [top, bottom] = [Math.max(Math.min(...ys), 8), Math.min(Math.max(...ys), size.heightPx - 8)]
  const step = Math.max(clearPx - 3, Math.sqrt(((right - left) * (bottom - top)) / MOST_AIMS))
  const around: readonly Point[] = [
    [0, 0],
    [clearPx, 0],
    [-clearPx, 0],
    [0, clearPx],
    [0, -clearPx],
  ]
  const found: Aim[] = []
  for (let y = top; y <= bottom; y += step) {
    for (let x = left; x <= right; x += step) {
      if (!insideRings([x, y], area) || !around.every(([dx, dy]) => isWater([x + dx, y + dy]))) continue
      const depth = Math.min(edgeDistance([x, y], area), x - left + 6, right - x + 6, y - top + 6, bottom - y + 6)
      if (depth > clearPx / 2) found.push({ at: [x, y], depth })
    }
  }
  return found
}

/** Leaders leave the icon upwards or downwards, or either end of the first line sideways and then turn once. Never through the name. */
function route(block: ShipBlock, [x, y]: Point, scale: number): Polyline | null {
  const [iconX, iconY] = block.at
  const half = (ICON.width / 2) * scale
  if (Math.abs(x - iconX) < half * 0.6) {
    if (y < block.box.y - 4)
      return [
        [x, iconY - (ICON.height / 2 + 3) * scale],
        [x, y],
      ]
    const bottom = block.box.y + block.box.height + 2
    return y > bottom + 4
      ? [
          [x, bottom],
          [x, y],
        ]
      : null
  }
  const out = half + 5 * scale
  const ends = block.align === 'end' ? [block.nameEnd - 6, iconX + out] : [iconX - out, block.nameEnd + 6]
  const [left = iconX, right = iconX] = ends
  if (x > right + 6)
    return [
      [right, iconY],
      [x, iconY],
      [x, y],
    ]
  return x < left - 6
    ? [
        [left, iconY],
        [x, iconY],
        [x, y],
      ]
    : null
}

/** Length, and a price for the turn. */
export const leaderCost = (line: Polyline): number =>
  lengthOf(line) + (line.length > 2 ? 30 : 0) + (lengthOf(line) < STUB_PX ? 40 : 0)

/** A leader shorter than this is not seen as one. */
const STUB_PX = 18

/** So many of the shortest leaders are tried. */
const MOST_ROUTES = 120

/** Short, straight, well inside its sea, and over nothing else. */
export function bestLeader(aims: readonly Aim[], block: ShipBlock, field: Field, scale: number): Polyline | null {
  const routes = aims.flatMap(({ at, depth }) => {
    const line = route(block, at, scale)
    return line ? [{ line, at, cost: leaderCost(line) - 4 * Math.min(depth, DEEP_PX) }] : []
  })
  routes.sort((a, b) => a.cost - b.cost)
  const single = aims.length === 1
  const ends = single && aims[0] ? field.boxesAt(aims[0].at) : []
  const fits = ({ line, at }: (typeof routes)[number]): boolean =>
    (single || field.isFree(boxAround(at, 4))) && field.isClear(line, ends)
  return routes.slice(0, MOST_ROUTES).find(fits)?.line ?? null
}

/** The aim that labels leave free: near the author's place for the icon, and deep. */
export function aimToKeep(aims: readonly Aim[], [x, y]: Point): Aim | null {
  const cost = ({ at, depth }: Aim): number => Math.hypot(at[0] - x, at[1] - y) - 4 * Math.min(depth, DEEP_PX)
  return aims.reduce<Aim | null>((best, aim) => (best === null || cost(aim) < cost(best) ? aim : best), null)
}
