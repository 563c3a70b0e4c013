import { edgeDistance, geometryBounds, insideRings, rings } from './geo'
import { type Box, boxAround, type Field, freeSpots, grow, type Polyline } from './labels'
import type { Align, Line, PlacedLine, Typesetter } from './map-text'
import type { Point } from './mercator'
import type { ShipWords } from './ship-words'
import type { Geometry, PartyId, Position, VesselId } from './types'

/** Tells land from water; always false while no basemap is there. */
export type IsLand = (position: Position) => boolean

export interface ShipMark {
  readonly id: VesselId
  readonly party: PartyId | null
  /** Middle of the icon. */
  readonly at: Point
  readonly lines: readonly PlacedLine[]
  /** In full, whatever of it is drawn. */
  readonly told: string
  /** From the icon to the dot in the sea or the port; null for a ship that nobody places. */
  readonly leader: Polyline | null
  readonly target: Point | null
  /** Of icon and texts. */
  readonly box: Box
}

export interface ShipInput {
  readonly id: VesselId
  readonly party: PartyId | null
  readonly words: ShipWords
  /** Where the author wants the icon, px, best first. */
  readonly anchors: readonly Point[]
  /** The shaded area in px, or the point it was seen at; null where there is neither. */
  readonly aim:
    | { readonly rings: readonly (readonly Point[])[]; readonly isWater: (at: Point) => boolean }
    | { readonly point: Point }
    | null
}

export const ICON = { width: 31, height: 14 } as const
const NAME_GAP = 9
const ALIGNS: readonly Align[] = ['end', 'start']
/** A dot this deep in its sea is deep enough. */
const DEEP_PX = 22

interface ShipBlock {
  readonly at: Point
  readonly align: Align
  readonly lines: readonly PlacedLine[]
  readonly box: Box
  /** Where the name ends, away from the icon. */
  readonly nameEnd: number
}

/** Icon and name on one line, the rest under them; `end` has the icon at the right. */
function shipBlock(name: Line, rest: readonly Line[], align: Align, [x, y]: Point, type: Typesetter): ShipBlock {
  const half = (ICON.width / 2) * type.scale
  const gap = NAME_GAP * type.scale
  const side = align === 'end' ? 1 : -1
  const nameX = x - side * (half + gap)
  const head = type.block([name], align, [nameX, y - type.height(name) / 2])
  const body = type.block(rest, align, [x + side * half, y + type.height(name) / 2 + 1])
  const boxes = [head.box, boxAround([x, y], half, (ICON.height / 2) * type.scale), ...(rest.length > 0 ? [body.box] : [])]
  const left = Math.min(...boxes.map((box) => box.x))
  const top = Math.min(...boxes.map((box) => box.y))
  const right = Math.max(...boxes.map((box) => box.x + box.width))
  const bottom = Math.max(...boxes.map((box) => box.y + box.height))
  return {
    at: [x, y],
    align,
    lines: [...head.lines, ...(rest.length > 0 ? body.lines : [])],
    box: { x: left, y: top, width: right - left, height: bottom - top },
    nameEnd: nameX - side * head.box.width,
  }
}

/** Leaders leave the icon upwards, or either end of the first line sideways and then turn once. Never through the name. */
function leaderTo(block: ShipBlock, [x, y]: Point, type: Typesetter): Polyline | null {
  const [iconX, iconY] = block.at
  const half = (ICON.width / 2 + 5) * type.scale
  if (Math.abs(x - iconX) < 1) {
    if (y < iconY)
      return [
        [iconX, iconY - (ICON.height / 2 + 3) * type.scale],
        [x, y],
      ]
    return [
      [iconX, block.box.y + block.box.height + 2],
      [x, y],
    ]
  }
  const ends = block.align === 'end' ? [block.nameEnd - 6, iconX + half] : [iconX - half, block.nameEnd + 6]
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

const lengthOf = (line: Polyline): number =>
  line.reduce((sum, [x, y], index) => {
    const [px, py] = line[index - 1] ?? [x, y]
    return sum + Math.hypot(x - px, y - py)
  }, 0)

/** Points of the sea worth aiming at: a coarse grid, and the column above the icon so that the leader can be straight. */
function aims(input: ShipInput, block: ShipBlock, field: Field): readonly (readonly [Point, number])[] {
  if (input.aim === null) return []
  if ('point' in input.aim) return [[input.aim.point, DEEP_PX]]
  const { rings: area, isWater } = input.aim
  const xs = area.flat().map(([x]) => x)
  const ys = area.flat().map(([, y]) => y)
  const [left, right] = [Math.max(Math.min(...xs), 10), Math.min(Math.max(...xs), field.size.widthPx - 10)]
  const [top, bottom] = [Math.max(Math.min(...ys), 10), Math.min(Math.max(...ys), field.size.heightPx - 10)]
  const found: (readonly [Point, number])[] = []
  const tryAt = (x: number, y: number): void => {
    const at: Point = [x, y]
    if (!insideRings(at, area) || !field.isFree(boxAround(at, 4), 2)) return
    const depth = edgeDistance(at, area)
    const clear = (
      [
        [0, 0],
        [9, 0],
        [-9, 0],
        [0, 9],
        [0, -9],
      ] as const
    ).every(([dx, dy]) => isWater([x + dx, y + dy]))
    if (depth > 5 && clear) found.push([at, Math.min(depth, x - left + 6, right - x + 6, y - top + 6, bottom - y + 6)])
  }
  const step = Math.max((right - left) / 14, (bottom - top) / 14, 8)
  for (let y = top; y <= bottom; y += step) for (let x = left; x <= right; x += step) tryAt(x, y)
  if (left < block.at[0] && block.at[0] < right) for (let y = top; y <= bottom; y += 5) tryAt(block.at[0], y)
  return found
}

/** Short, straight and well inside its sea. */
function bestLeader(input: ShipInput, block: ShipBlock, field: Field, type: Typesetter): Polyline | null {
  const routes = aims(input, block, field).flatMap(([at, depth]) => {
    const line = leaderTo(block, at, type)
    return line ? [{ line, cost: lengthOf(line) + (line.length > 2 ? 30 : 0) - 4 * Math.min(depth, DEEP_PX) }] : []
  })
  const ends = input.aim !== null && 'point' in input.aim ? field.boxesAt(input.aim.point) : []
  return routes.sort((a, b) => a.cost - b.cost).find(({ line }) => field.isClear(line, ends))?.line ?? null
}

/** Fullest first: the whole, then without what stands out, then short, then the name alone. */
function variants(
  words: ShipWords,
  type: Typesetter,
  narrow: boolean,
): readonly { readonly name: Line; readonly rest: readonly Line[] }[] {
  const wide = (narrow ? 158 : 212) * type.scale
  const told = (text: string, max = wide): readonly Line[] => type.wrap({ text, style: 'told' }, max)
  const strong = (texts: readonly string[]): readonly Line[] =>
    texts.flatMap((text) => type.wrap({ text, style: 'told', strong: true }, wide * 1.25))
  const name: Line = { text: narrow ? words.shortName : words.name, style: 'ship' }
  const short: Line = { text: words.shortName, style: 'ship' }
  const full = narrow ? [...told(words.toldShort), ...strong(words.strongShort)] : [...told(words.told), ...strong(words.strong)]
  return [
    { name, rest: full },
    { name, rest: [...told(words.toldShort), ...strong(words.strongShort)] },
    { name, rest: told(words.toldShort) },
    { name: short, rest: told(words.toldShort, wide * 0.8) },
    { name: short, rest: [] },
  ]
}

function settle(input: ShipInput, block: ShipBlock, field: Field, type: Typesetter, margin: number): ShipMark | null {
  if (!field.isFree(block.box, margin)) return null
  const leader = input.aim === null ? null : bestLeader(input, block, field, type)
  if (input.aim !== null && leader === null) return null
  return {
    id: input.id,
    party: input.party,
    told: input.words.told,
    at: block.at,
    lines: block.lines,
    leader,
    target: leader?.at(-1) ?? null,
    box: block.box,
  }
}

type Texts = ReturnType<typeof variants>

function firstFit(input: ShipInput, field: Field, type: Typesetter, narrow: boolean): ShipMark | null {
  const texts = variants(input.words, type, narrow)
  // A name alone would keep from the reader what is not known: it is the last resort, after every other place.
  const telling = texts.filter(({ rest }) => rest.length > 0)
  const bare = texts.filter(({ rest }) => rest.length === 0)
  return [telling, bare].reduce<ShipMark | null>(
    (found, some) => found ?? atAnchors(input, some, field, type) ?? anywhere(input, some, field, type),
    null,
  )
}

function atAnchors(input: ShipInput, texts: Texts, field: Field, type: Typesetter): ShipMark | null {
  const places = [6, 2].flatMap((margin) => input.anchors.flatMap((anchor) => ALIGNS.map((align) => ({ margin, anchor, align }))))
  for (const { name, rest } of texts) {
    for (const { margin, anchor, align } of places) {
      const found = settle(input, shipBlock(name, rest, align, anchor, type), field, type, margin)
      if (found) return found
    }
  }
  return null
}

/** So many of the nearest free spots are tried for each text. */
const MOST_SPOTS = 24

/** The author's places are taken or out of view: the nearest free ones, best text first. */
function anywhere(input: ShipInput, texts: Texts, field: Field, type: Typesetter): ShipMark | null {
  const near: Point = input.anchors[0] ?? [field.size.widthPx / 2, field.size.heightPx * 0.75]
  for (const { name, rest } of texts) {
    for (const align of ALIGNS) {
      const { box } = shipBlock(name, rest, align, [0, 0], type)
      for (const spot of freeSpots(field, box.width, box.height, near, 16).slice(0, MOST_SPOTS)) {
        const found = settle(input, shipBlock(name, rest, align, [spot.x - box.x, spot.y - box.y], type), field, type, 0)
        if (found) return found
      }
    }
  }
  return null
}

/** The ships' blocks and leaders, each clear of all before it. A ship for which the pane has no room is left to the list. */
export function placeShips(field: Field, ships: readonly ShipInput[], type: Typesetter, narrow: boolean): readonly ShipMark[] {
  return ships.flatMap((input) => {
    const found = firstFit(input, field, type, narrow)
    if (!found) return []
    field.take(grow(found.box, 2))
    if (found.leader) field.takeLine(found.leader)
    if (found.target) field.take(boxAround(found.target, 4))
    return [found]
  })
}

/** Rings of an area in px, as far as it comes near the pane; none where it lies outside. */
export function ringsIn(geometry: Geometry, project: (position: Position) => Point, field: Field): readonly (readonly Point[])[] {
  const bounds = geometryBounds(geometry)
  if (!bounds) return []
  const [left, bottom] = project([bounds[0], bounds[1]])
  const [right, top] = project([bounds[2], bounds[3]])
  if (right < 0 || bottom < 0 || left > field.size.widthPx || top > field.size.heightPx) return []
  return rings(geometry).map((ring) => ring.map(project))
}
