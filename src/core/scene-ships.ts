import { type Box, boxAround, type Field, freeSpots, grow, type Polyline } from './labels'
import type { Align, PlacedLine, Typesetter } from './map-text'
import type { Point } from './mercator'
import type { GroundAt } from './scene-places'
import { moved, type ShipText, shifted, shipBlock, textsOf } from './ship-block'
import { type Aim, aimToKeep, bestLeader, ICON, leaderCost, type ShipBlock } from './ship-leader'
import type { ShipWords } from './ship-words'
import type { PartyId, VesselId } from './types'

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
  /** Holds them at the pane's edge where nothing may stand for a position; null where a leader leads to one. */
  readonly plate: Box | null
  /** 0 for the whole text; more, the shorter it had to be. */
  readonly level: number
  /** How far it had to go: length of the leader, distance from the author's place, words over water. */
  readonly cost: number
}

export interface ShipInput {
  readonly id: VesselId
  readonly party: PartyId | null
  readonly words: ShipWords
  /** Where the author wants the icon, px, best first. */
  readonly anchors: readonly Point[]
  /** Where the leader may end. */
  readonly aims: readonly Aim[]
}

const ALIGNS: readonly Align[] = ['end', 'start']

interface Plan {
  readonly input: ShipInput
  readonly ground: GroundAt
  readonly texts: readonly ShipText[]
}

const SOFT_COST = 70

/** An icon in the shaded sea would claim a position. */
const isInSea = ([x, y]: Point, { isShaded }: GroundAt): boolean =>
  [-1, 0, 1].some(
    (part) => isShaded([x + (part * ICON.width) / 2, y]) || isShaded([x + (part * ICON.width) / 2, y - ICON.height]),
  )

/** Words over empty land read best. */
const wetCost = ({ x, y, width, height }: Box, { isWater }: GroundAt): number =>
  14 *
  [0.05, 0.35, 0.65, 0.95].flatMap((part) => [y + 6, y + height - 6].filter((top) => isWater([x + width * part, top]))).length

function settle({ input, ground }: Plan, level: number, block: ShipBlock, field: Field, type: Typesetter): ShipMark | null {
  if (isInSea(block.at, ground)) return null
  const leader = bestLeader(input.aims, block, field, type.scale)
  if (leader === null) return null
  return {
    id: input.id,
    party: input.party,
    told: input.words.told,
    at: block.at,
    lines: block.lines,
    leader,
    target: leader.at(-1) ?? null,
    box: block.box,
    plate: null,
    level,
    cost: leaderCost(leader) + wetCost(block.box, ground) + (field.isSoft(block.box) ? SOFT_COST : 0),
  }
}

/** Around the author's place, nearest first: a label moved a little is better than half a label. */
const NEARBY: readonly Point[] = Array.from(
  { length: 11 * 9 },
  (_, index): Point => [((index % 11) - 5) * 18, (Math.floor(index / 11) - 4) * 12],
).sort((a, b) => Math.hypot(...a) - Math.hypot(...b))
/** Of the places that serve so many are compared, of those that are free so many are tried. */
const ENOUGH = 6
const MOST_TRIED = 48

/** Near one of the author's places, with the shortest and straightest leader. */
function atAnchors(plan: Plan, level: number, field: Field, type: Typesetter): ShipMark | null {
  const text = plan.texts[level]
  if (!text) return null
  const shapes = ALIGNS.map((align) => shipBlock(text, align, [0, 0], type))
  for (const [x, y] of plan.input.anchors) {
    const found: ShipMark[] = []
    let free = 0
    for (const [dx, dy] of NEARBY) {
      for (const shape of shapes) {
        const by: Point = [x + dx, y + dy]
        if (found.length >= ENOUGH || free >= MOST_TRIED || !field.isFree(grow(shifted(shape.box, by), 3))) continue
        free++
        const ship = settle(plan, level, moved(shape, by), field, type)
        if (ship) found.push({ ...ship, cost: ship.cost + Math.hypot(dx, dy) })
      }
    }
    const [best] = found.sort((a, b) => a.cost - b.cost)
    if (best) return best
  }
  return null
}

/** So many of the nearest free spots are tried for each text. */
const MOST_SPOTS = 12

/** A line less is better than so many px more of a leader; a name alone is the last resort. */
const LESS_TEXT_COST = 60

/** The author's places are taken or out of view: a near free one, with as much text as a short leader allows. */
function anywhere(plan: Plan, field: Field, type: Typesetter): ShipMark | null {
  const near: Point = plan.input.anchors[0] ?? [field.size.widthPx / 2, field.size.heightPx * 0.75]
  let best: ShipMark | null = null
  for (const [level, text] of plan.texts.entries()) {
    const lost = level === plan.texts.length - 1 ? Infinity : level * LESS_TEXT_COST
    // What follows says less still.
    if (best !== null && best.cost <= lost) break
    for (const shape of ALIGNS.map((align) => shipBlock(text, align, [0, 0], type))) {
      for (const spot of freeSpots(field, shape.box.width, shape.box.height, near, { stepPx: 16, most: MOST_SPOTS })) {
        const found = settle(plan, level, moved(shape, [spot.x - shape.box.x, spot.y - shape.box.y]), field, type)
        if (found && (best === null || found.cost + lost < best.cost)) best = { ...found, cost: found.cost + lost }
      }
    }
  }
  return best
}

function take(field: Field, ship: ShipMark): void {
  field.take(grow(ship.box, 2))
  if (ship.leader) field.takeLine(ship.leader)
  if (ship.target) field.take(boxAround(ship.target, 4))
}

/** With more ships than this the levels are not weighed against each other. */
const MOST_WEIGHED = 3

/**
 * Levels of text for all ships at once, the least lost first; none that a ship could not have even if it were alone. A name alone
 * would keep from the reader what is not known: it is not tried here.
 */
function levels(plans: readonly Plan[], field: Field, type: Typesetter): readonly (readonly number[])[] {
  const fullest = plans.map(() => 0)
  if (plans.length > MOST_WEIGHED || together(plans, fullest, field, type)) return [fullest]
  const alone = plans.map((plan) => [...plan.texts.slice(0, -1).keys()].filter((level) => atAnchors(plan, level, field, type)))
  const all = alone.reduce<readonly (readonly number[])[]>(
    (some, own) => some.flatMap((chosen) => own.map((level) => [...chosen, level])),
    [[]],
  )
  const sum = (chosen: readonly number[]): number => chosen.reduce((total, level) => total + level ** 1.5, 0)
  return [...all].sort((a, b) => sum(a) - sum(b))
}

/** All ships at their author's places with texts of these levels, whichever comes first; null where one does not fit. */
function together(plans: readonly Plan[], chosen: readonly number[], field: Field, type: Typesetter): readonly ShipMark[] | null {
  const pairs = plans.map((plan, index) => ({ plan, level: chosen[index] ?? 0 }))
  return inOrder(pairs, field, type) ?? (pairs.length > 1 ? inOrder(pairs.toReversed(), field, type) : null)
}

function inOrder(pairs: readonly { plan: Plan; level: number }[], field: Field, type: Typesetter): readonly ShipMark[] | null {
  const trial = field.copy()
  const ships: ShipMark[] = []
  for (const { plan, level } of pairs) {
    const found = atAnchors(plan, level, trial, type)
    if (!found) return null
    take(trial, found)
    ships.push(found)
  }
  return ships
}

/**
 * The ships' blocks and leaders, each clear of all before it: at the author's places with as much text as all of them find room
 * for, else wherever there is room. A ship for which the pane has none is left to the list.
 */
export function placeShips(
  field: Field,
  inputs: readonly ShipInput[],
  type: Typesetter,
  narrow: boolean,
  ground: GroundAt,
): readonly ShipMark[] {
  const plans = inputs.map((input): Plan => ({ input, ground, texts: textsOf(input.words, type, narrow) }))
  const bound = plans.filter(({ input }) => input.anchors.length > 0)
  let ships: readonly ShipMark[] = []
  for (const chosen of levels(bound, field, type)) {
    const found = together(bound, chosen, field, type)
    if (!found) continue
    ships = found
    break
  }
  for (const ship of ships) take(field, ship)
  const placed = new Set(ships.map((ship) => ship.id))
  const rest = plans.filter(({ input }) => !placed.has(input.id))
  const others = rest.flatMap((plan) => {
    const found = atAnchorsWithLess(plan, field, type) ?? anywhere(plan, field, type)
    if (found) take(field, found)
    return found ? [found] : []
  })
  return [...ships, ...others]
}

function atAnchorsWithLess(plan: Plan, field: Field, type: Typesetter): ShipMark | null {
  for (const level of plan.texts.slice(0, -1).keys()) {
    const found = atAnchors(plan, level, field, type)
    if (found) return found
  }
  return null
}

/** A box in the ship's sea that labels leave free for the dot of its leader. */
export function keepFree({ aims, anchors }: ShipInput, field: Field): Box | null {
  const best = aims.length > 1 ? aimToKeep(aims, anchors[0] ?? [field.size.widthPx / 2, field.size.heightPx / 2]) : null
  return best && boxAround(best.at, 7)
}
