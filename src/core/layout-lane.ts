import type { Fold, LayoutItem, LayoutOptions, PlacedItem } from './layout'
import { placeTitles, rightEdge, TITLE_GAP_PX } from './layout-titles'

export interface PackedLane<Item extends LayoutItem = LayoutItem> {
  readonly rows: number
  /** Rows that hold anything, at least one. */
  readonly usedRows: number
  readonly placed: readonly PlacedItem<Item>[]
  readonly folds: readonly Fold[]
  readonly folded: number
  /** Marks that stand on the span of another. */
  readonly crowded: number
  readonly lostTitles: number
}

const BODY_GAP_PX = 2

type Ends = readonly [number, number]

/** A fold while its lane is packed: its label may still move right of a title. */
export interface OpenFold {
  x: number
  readonly ids: string[]
}

/** What stands on a row: bodies in order, and folds. */
export interface Row<Item extends LayoutItem> {
  readonly items: Item[]
  readonly folds: OpenFold[]
  bodyEnd: number
  titleEnd: number
  /** A mark of it stands on the span of another. */
  crowded: boolean
}

interface Pin {
  readonly item: LayoutItem
  readonly row: number
}

const meet = (a: Ends, b: Ends): boolean => a[0] < b[1] + BODY_GAP_PX && b[0] < a[1] + BODY_GAP_PX

/** Pinned items take their rows before all others; one that finds none is treated like the rest. */
function placePins(items: readonly LayoutItem[], rows: number, pinned: ReadonlySet<string>): Pin[] {
  const pins: Pin[] = []
  if (pinned.size === 0) return pins
  for (const item of items.filter((one) => pinned.has(one.id))) {
    const free = Array.from({ length: rows }, (_, row) => row).find(
      (row) => !pins.some((pin) => pin.row === row && meet(pin.item.body, item.body)),
    )
    if (free !== undefined) pins.push({ item, row: free })
  }
  return pins
}

/** First row where the body has room; better one where the title before it keeps its own. -1 where there is none. */
function rowFor(item: LayoutItem, rows: readonly Row<LayoutItem>[], pins: readonly Pin[]): number {
  const start = item.body[0]
  const free = (row: Row<LayoutItem>, index: number) =>
    start >= row.bodyEnd + BODY_GAP_PX && !pins.some((pin) => pin.row === index && meet(pin.item.body, item.body))
  const kept = rows.findIndex((row, index) => start >= row.titleEnd && free(row, index))
  return kept >= 0 ? kept : rows.findIndex(free)
}

/** True where the mark alone has room: clear of all marks and folds of the row, on the span of one. */
const sharesRow = ({ mark }: LayoutItem, row: Row<LayoutItem>, index: number, pins: readonly Pin[], foldPx: number): boolean =>
  !row.items.some((item) => meet(item.mark, mark)) &&
  !row.folds.some((fold) => meet([fold.x, fold.x + foldPx], mark)) &&
  !pins.some((pin) => pin.row === index && meet(pin.item.mark, mark))

/** Where the title would end if it stands at the right; the body's end where it stands elsewhere. */
function expectedEnd(item: LayoutItem, { column, widthPx }: LayoutOptions): number {
  const beside = item.titlePx > 0 && item.inside?.first !== true && !item.prefersLeft
  const end = rightEdge(item, column) + item.titlePx
  return beside && end <= widthPx ? end + TITLE_GAP_PX : item.body[1]
}

/** Adds an item to the row's open fold or begins one. Its label takes room like a body: nothing is drawn over it. */
function foldInto(row: Row<LayoutItem>, item: LayoutItem, pins: readonly Pin[], { foldPx, column }: LayoutOptions): void {
  const open = row.folds.at(-1)
  if (open && item.body[0] < open.x + foldPx + BODY_GAP_PX) {
    open.ids.push(item.id)
    return
  }
  let x = Math.max(row.bodyEnd, item.body[0], -foldPx) + BODY_GAP_PX
  if (column && x < column[1] && x + foldPx > column[0]) x = column[1] + TITLE_GAP_PX
  for (const pin of pins) if (meet(pin.item.body, [x, x + foldPx])) x = pin.item.body[1] + BODY_GAP_PX
  row.folds.push({ x, ids: [item.id] })
  row.bodyEnd = x + foldPx
}

/** Packs the items of a lane, sorted by their start, into rows; what finds no room goes into folds on the last row. */
export function packLane<Item extends LayoutItem>(
  items: readonly Item[],
  lane: number,
  rowCount: number,
  options: LayoutOptions,
): PackedLane<Item> {
  const rows: Row<Item>[] = Array.from({ length: rowCount }, () => ({
    items: [],
    folds: [],
    bodyEnd: -Infinity,
    titleEnd: -Infinity,
    crowded: false,
  }))
  const pins = placePins(items, rowCount, options.pinned)
  const last = rows[rowCount - 1]
  let crowded = 0
  const put = (row: Row<Item>, item: Item) => {
    row.items.push(item)
    row.bodyEnd = Math.max(row.bodyEnd, item.body[1])
    row.titleEnd = Math.max(row.titleEnd, expectedEnd(item, options))
  }
  for (const item of items) {
    const row = rows[pins.find((pin) => pin.item === item)?.row ?? rowFor(item, rows, pins)]
    const shared = row ?? rows.find((one, index) => sharesRow(item, one, index, pins, options.foldPx))
    if (row) put(row, item)
    else if (shared) {
      crowded++
      shared.crowded = true
      put(shared, { ...item, body: item.mark })
    } else if (last) {
      const own = pins.filter((pin) => pin.row === rowCount - 1)
      foldInto(last, item, own, options)
    }
  }
  const placed = rows.flatMap((row, index) => placeTitles(row, index, options))
  const folds = rows.flatMap((row, index) => row.folds.map((fold) => ({ ...fold, lane, row: index })))
  return {
    rows: rowCount,
    usedRows: Math.max(rows.findLastIndex((row) => row.items.length > 0) + 1, 1),
    placed,
    folds,
    crowded,
    folded: folds.reduce((sum, fold) => sum + fold.ids.length, 0),
    lostTitles: placed.filter((one) => one.item.titlePx > 0 && one.title === null).length,
  }
}
