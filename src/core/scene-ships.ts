import { type Box, boxAround, type Field, freeSpots, grow, type Polyline } from './labels'
import type { Align, Line, PlacedLine, Typesetter } from './map-text'
import type { Point } from './mercator'
import { type Aim, aimToKeep, bestLeader, ICON, type ShipBlock } from './ship-leader'
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
  /** 0 for the whole text; more, the shorter it had to be. */
  readonly level: number
}

export interface ShipInput {
  readonly id: VesselId
  readonly party: PartyId | null
  readonly words: ShipWords
  /** Where the author wants the icon, px, best first. */
  readonly anchors: readonly Point[]
  /** Where the leader may end; null for a ship that nobody places. */
  readonly aims: readonly Aim[] | null
}

const NAME_GAP = 9
const ALIGNS: readonly Align[] = ['end', 'start']

/** Icon and name on one line, the rest under them; `end` has the icon at the right. */
function shipBlock({ name, rest }: ShipText, align: Align, [x, y]: Point, type: Typesetter): ShipBlock {
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

interface ShipText {
  readonly name: Line
  readonly rest: readonly Line[]
}

/** Fullest first; the last is the name alone. */
function textsOf(words: ShipWords, type: Typesetter, narrow: boolean): readonly ShipText[] {
  const wide = (narrow ? 158 : 212) * type.scale
  const told = (text: string): readonly Line[] => type.wrap({ text, style: 'told' }, wide)
  const strong = (texts: readonly string[]): readonly Line[] =>
    texts.flatMap((text) => type.wrap({ text, style: 'told', strong: true }, wide * 1.25))
  const name: Line = { text: narrow ? words.shortName : words.name, style: 'ship' }
  const short: Line = { text: words.shortName, style: 'ship' }
  const full = narrow ? [] : [{ name, rest: [...told(words.told), ...strong(words.strong)] }]
  return [
    ...full,
    { name, rest: [...told(words.toldShort), ...strong(words.strongShort)] },
    { name, rest: told(words.toldShort) },
    { name: short, rest: told(words.toldPlain) },
    { name: short, rest: [] },
  ]
}

interface Plan {
  readonly input: ShipInput
  readonly texts: readonly ShipText[]
}

function settle(
  { input }: Plan,
  level: number,
  block: ShipBlock,
  field: Field,
  type: Typesetter,
  margin: number,
): ShipMark | null {
  if (!field.isFree(block.box, margin)) return null
  const leader = input.aims === null ? null : bestLeader(input.aims, block, field, type.scale)
  if (input.aims !== null && leader === null) return null
  return {
    id: input.id,
    party: input.party,
    told: input.words.told,
    at: block.at,
    lines: block.lines,
    leader,
    target: leader?.at(-1) ?? null,
    box: block.box,
    level,
  }
}

function atAnchors(plan: Plan, level: number, field: Field, type: Typesetter): ShipMark | null {
  const text = plan.texts[level]
  if (!text) return null
  for (const anchor of plan.input.anchors) {
    for (const align of ALIGNS) {
      const found = settle(plan, level, shipBlock(text, align, anchor, type), field, type, 3)
      if (found) return found
    }
  }
  return null
}

/** So many of the nearest free spots are tried for each text. */
const MOST_SPOTS = 12

/** The author's places are taken or out of view: the nearest free ones, best text first. */
function anywhere(plan: Plan, field: Field, type: Typesetter): ShipMark | null {
  const near: Point = plan.input.anchors[0] ?? [field.size.widthPx / 2, field.size.heightPx * 0.75]
  for (const [level, text] of plan.texts.entries()) {
    for (const align of ALIGNS) {
      const { box } = shipBlock(text, align, [0, 0], type)
      for (const spot of freeSpots(field, box.width, box.height, near, 16).slice(0, MOST_SPOTS)) {
        const found = settle(plan, level, shipBlock(text, align, [spot.x - box.x, spot.y - box.y], type), field, type, 0)
        if (found) return found
      }
    }
  }
  return null
}

function take(field: Field, ship: ShipMark): void {
  field.take(grow(ship.box, 2))
  if (ship.leader) field.takeLine(ship.leader)
  if (ship.target) field.take(boxAround(ship.target, 4))
}

/** With more ships than this the levels are not weighed against each other. */
const MOST_WEIGHED = 3

/** Levels of text for all ships at once, the least lost first. A name alone would keep from the reader what is not known: not tried here. */
function levels(plans: readonly Plan[]): readonly (readonly number[])[] {
  if (plans.length > MOST_WEIGHED) return [plans.map(() => 0)]
  const all = plans.reduce<readonly (readonly number[])[]>(
    (some, { texts }) => some.flatMap((chosen) => [...texts.slice(0, -1).keys()].map((level) => [...chosen, level])),
    [[]],
  )
  const sum = (chosen: readonly number[]): number => chosen.reduce((total, level) => total + level ** 1.5, 0)
  return [...all].sort((a, b) => sum(a) - sum(b))
}

/** All ships at their author's places with texts of these levels; null where one does not fit. */
function together(plans: readonly Plan[], chosen: readonly number[], field: Field, type: Typesetter): readonly ShipMark[] | null {
  const trial = field.copy()
  const ships: ShipMark[] = []
  for (const [index, plan] of plans.entries()) {
    const found = atAnchors(plan, chosen[index] ?? 0, trial, type)
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
export function placeShips(field: Field, inputs: readonly ShipInput[], type: Typesetter, narrow: boolean): readonly ShipMark[] {
  const plans = inputs.map((input): Plan => ({ input, texts: textsOf(input.words, type, narrow) }))
  const bound = plans.filter(({ input }) => input.anchors.length > 0)
  let ships: readonly ShipMark[] = []
  for (const chosen of levels(bound)) {
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
  const best = aims && aims.length > 1 ? aimToKeep(aims, anchors[0] ?? [field.size.widthPx / 2, field.size.heightPx / 2]) : null
  return best && boxAround(best.at, 7)
}
