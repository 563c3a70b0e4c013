import { type Box, boxAround } from './labels'
import type { Align, Line, Typesetter } from './map-text'
import type { Point } from './mercator'
import { ICON, type ShipBlock } from './ship-leader'
import type { ShipWords } from './ship-words'

const NAME_GAP = 9

/** Icon and name on one line, the rest under them; `end` has the icon at the right. */
export function shipBlock({ name, rest }: ShipText, align: Align, [x, y]: Point, type: Typesetter): ShipBlock {
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

/** The same block elsewhere. */
export const moved = (block: ShipBlock, [dx, dy]: Point): ShipBlock => ({
  ...block,
  at: [block.at[0] + dx, block.at[1] + dy],
  lines: block.lines.map((line) => ({ ...line, x: line.x + dx, y: line.y + dy })),
  box: shifted(block.box, [dx, dy]),
  nameEnd: block.nameEnd + dx,
})

/** The same box elsewhere. */
export const shifted = (box: Box, [dx, dy]: Point): Box => ({ ...box, x: box.x + dx, y: box.y + dy })

/** What a block says. */
export interface ShipText {
  readonly name: Line
  readonly rest: readonly Line[]
}

/** Wrapped in as few lines as the width allows, none of them much longer than the others. */
export function balanced(line: Line, maxPx: number, type: Typesetter): readonly Line[] {
  let lines = type.wrap(line, maxPx)
  for (let width = maxPx - 10; width > maxPx * 0.55; width -= 10) {
    const narrower = type.wrap(line, width)
    if (narrower.length > lines.length) break
    lines = narrower
  }
  return lines
}

/** For a pane in which nothing wider stands beside anything. */
const SLIM_PX = 104

/** Fullest first; the last is the name alone. */
export function textsOf(words: ShipWords, type: Typesetter, narrow: boolean): readonly ShipText[] {
  const wide = (narrow ? 158 : 212) * type.scale
  const told = (text: string): readonly Line[] => balanced({ text, style: 'told' }, wide, type)
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
    { name: short, rest: type.wrap({ text: words.toldPlain, style: 'told' }, SLIM_PX * type.scale) },
    { name: short, rest: [] },
  ]
}
