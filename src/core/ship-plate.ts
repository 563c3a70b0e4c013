import { type Box, EDGE_PX, type Field, grow } from './labels'
import type { Typesetter } from './map-text'
import type { ShipInput, ShipMark } from './scene-ships'
import { moved, type ShipText, shifted, shipBlock, textsOf } from './ship-block'

/** From the words to the plate's edge, px at a scale of 1. */
const PAD_PX = 8
/** Plates are tried at so many px along an edge. */
const STEP_PX = 12

/** Boxes of a size along the edges of a pane: the lower one, the upper one, then both sides. */
function alongEdges({ size: { widthPx, heightPx } }: Field, width: number, height: number): readonly Box[] {
  const [right, bottom] = [widthPx - width, heightPx - height]
  if (right < 0 || bottom < 0) return []
  const spots = (most: number): readonly number[] => [
    ...Array.from({ length: Math.floor(most / STEP_PX) + 1 }, (_, index) => index * STEP_PX),
    most,
  ]
  const box = (x: number, y: number): Box => ({ x, y, width, height })
  return [
    ...[bottom, 0].flatMap((y) => spots(right).map((x) => box(x, y))),
    ...[right, 0].flatMap((x) =>
      spots(bottom)
        .toReversed()
        .map((y) => box(x, y)),
    ),
  ]
}

function plateAt(input: Omit<ShipInput, 'aims'>, text: ShipText, level: number, field: Field, type: Typesetter): ShipMark | null {
  const pad = PAD_PX * type.scale
  const block = shipBlock(text, 'start', [0, 0], type)
  const wide = grow(block.box, pad)
  const plate = alongEdges(field, wide.width, wide.height).find((box) => field.isFree(grow(box, -EDGE_PX), EDGE_PX + 2))
  if (!plate) return null
  const by = [plate.x + pad - block.box.x, plate.y + pad - block.box.y] as const
  const { at, lines } = moved(block, by)
  const { id, party, words } = input
  const box = shifted(block.box, by)
  return { id, party, told: words.told, at, lines, leader: null, target: null, box, plate, level, cost: 0 }
}

/**
 * Ships that nobody places, each on a plate at an edge of the pane, with as much text as there is room for: over sea or coast its sign
 * would be read as a position. One without room is left to the list.
 */
export function placePlates(
  field: Field,
  inputs: readonly Omit<ShipInput, 'aims'>[],
  type: Typesetter,
  narrow: boolean,
): readonly ShipMark[] {
  return inputs.flatMap((input) => {
    for (const [level, text] of textsOf(input.words, type, narrow).entries()) {
      const found = plateAt(input, text, level, field, type)
      if (!found?.plate) continue
      field.take(found.plate)
      return [found]
    }
    return []
  })
}
