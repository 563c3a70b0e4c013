import type { LayoutItem, LayoutOptions, PlacedItem } from './layout'
import type { OpenFold, Row } from './layout-lane'

/** From a body's end to its title. */
export const TITLE_GAP_PX = 6
const COLUMN_GAP_PX = 8

type Ends = readonly [number, number]

/** Left edge of a title right of its body: the common edge after the day of the story for what belongs to that day. */
export const rightEdge = (item: LayoutItem, column: Ends | null): number =>
  column && item.inColumn ? Math.max(item.body[1] + 2, column[1] + COLUMN_GAP_PX) : item.body[1] + TITLE_GAP_PX

/** A title of another day may neither lie on the day of the story nor begin where the titles of that day begin. */
const isClear = ({ inColumn, titlePx }: LayoutItem, x: number, column: Ends | null): boolean =>
  !column || x + titlePx <= column[0] || x >= column[1] + (inColumn ? 0 : 3 * COLUMN_GAP_PX)

/** The item and its title as one body, on which nothing else comes to stand: the title at the right, or left where the window ends before it. */
export function withTitle<Item extends LayoutItem>(item: Item, { column, widthPx }: LayoutOptions): Item {
  const { body, titlePx } = item
  const beside = rightEdge(item, column)
  const right = column && !isClear(item, beside, column) ? Math.max(beside, column[1] + COLUMN_GAP_PX) : beside
  const titleX = Math.max(right + titlePx > widthPx ? body[0] - TITLE_GAP_PX - titlePx : right, 0)
  const over: Ends = [Math.min(body[0], titleX), Math.max(body[1], titleX + titlePx)]
  return { ...item, body: over, mark: over, titleX }
}

interface Room {
  /** End of what stands before. */
  readonly from: number
  /** Start of what stands after. */
  readonly to: number
  /** On a crowded row: something stands in between. */
  readonly blocked: (x: number) => boolean
}

function titleOf(item: LayoutItem, room: Room, { column, widthPx }: LayoutOptions): PlacedItem['title'] {
  const { titlePx, inside, body, inColumn } = item
  if (titlePx === 0) return null
  if (item.titleX !== undefined) return { x: item.titleX, side: 'right' }
  const insideFits =
    inside && inside.x >= Math.max(body[0], 0) && inside.x + titlePx <= Math.min(body[1], widthPx) && !room.blocked(inside.x)
  if (insideFits && inside.first) return { x: inside.x, side: 'inside' }
  const right = rightEdge(item, column)
  const rightFits =
    right >= 0 && right + titlePx <= room.to - TITLE_GAP_PX && isClear(item, right, column) && !room.blocked(right)
  const start = column && inColumn ? Math.min(body[0], column[0]) : body[0]
  const left = start - TITLE_GAP_PX - titlePx
  const leftFits = left >= room.from + TITLE_GAP_PX && start <= widthPx && isClear(item, left, column) && !room.blocked(left)
  if (leftFits && (item.prefersLeft || !rightFits)) return { x: left, side: 'left' }
  if (rightFits) return { x: right, side: 'right' }
  return insideFits && isClear(item, inside.x, column) ? { x: inside.x, side: 'inside' } : null
}

type Entry<Item> = { readonly start: number; readonly item: Item } | { readonly start: number; readonly fold: OpenFold }

/** Marks and titles of a crowded row do not come in the order of their bodies: each is looked at. */
function isTaken(box: Ends, item: LayoutItem, row: Row<LayoutItem>, placed: readonly PlacedItem[]): boolean {
  const meets = (other: Ends) => box[0] < other[1] + 2 && other[0] < box[1] + 2
  return (
    row.items.some((other) => other !== item && meets(other.mark)) ||
    placed.some(({ item: other, title }) => title !== null && meets([title.x, title.x + other.titlePx]))
  )
}

/** Gives titles the room that bodies and folds leave, from left to right; a fold moves on to the end of the title before it. */
export function placeTitles<Item extends LayoutItem>(row: Row<Item>, index: number, options: LayoutOptions): PlacedItem<Item>[] {
  const entries: Entry<Item>[] = [
    ...row.items.map((item) => ({ start: item.body[0], item })),
    ...row.folds.map((fold) => ({ start: fold.x, fold })),
  ].sort((a, b) => a.start - b.start)
  const placed: PlacedItem<Item>[] = []
  let from = -TITLE_GAP_PX
  entries.forEach((entry, position) => {
    if ('fold' in entry) {
      from = Math.max(from, entry.fold.x + options.foldPx)
      return
    }
    const { item } = entry
    const next = entries[position + 1]
    const fold = next && 'fold' in next ? next.fold : null
    const beyond = entries[position + 2]
    const end = options.widthPx + TITLE_GAP_PX
    // What comes next may begin beyond the window, a little way in which bodies still count.
    const startOf = (after: Entry<Item> | undefined): number => Math.min(after?.start ?? end, end)
    const blocked = (x: number) => row.crowded && isTaken([x, x + item.titlePx], item, row, placed)
    const withFold = fold && titleOf(item, { from, to: startOf(beyond) - options.foldPx - TITLE_GAP_PX, blocked }, options)
    const title = withFold?.side === 'right' ? withFold : titleOf(item, { from, to: startOf(next), blocked }, options)
    if (fold && withFold && title === withFold) fold.x = title.x + item.titlePx + TITLE_GAP_PX
    placed.push({ item, row: index, title })
    from = Math.max(from, item.body[1], title && title.side !== 'inside' ? title.x + item.titlePx : from)
  })
  return placed
}
