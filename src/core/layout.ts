import { type PackedLane, packLane } from './layout-lane'
import { withTitle } from './layout-titles'

/** What wants a place on a lane. Lengths are px from the plot's left edge. */
export interface LayoutItem {
  readonly id: string
  /** Index of the lane. */
  readonly lane: number
  /** Mark and span together. */
  readonly body: readonly [number, number]
  /** The mark alone: where rows run out it may stand on another one's span, never on its mark. */
  readonly mark: readonly [number, number]
  /** Width of the title with its letter; 0 for none. */
  readonly titlePx: number
  /** Where a title within the body would start, and whether it stands there first or last of all; null where it may not. */
  readonly inside: { readonly x: number; readonly first: boolean } | null
  /** A long body whose mark stands at its start: the title stands there too, if it can. */
  readonly prefersLeft: boolean
  /** It belongs to the day of the story: its title starts at the day's common edge. */
  readonly inColumn: boolean
  /** Left edge of a title that the body holds beside its mark: its room is given before all others'. */
  readonly titleX?: number
}

export type TitleSide = 'right' | 'left' | 'inside'

export interface PlacedItem<Item extends LayoutItem = LayoutItem> {
  readonly item: Item
  /** Row within its lane. */
  readonly row: number
  /** Left edge of the title; null where there is no room. */
  readonly title: { readonly x: number; readonly side: TitleSide } | null
}

/** Items that found no room, behind one button. */
export interface Fold {
  readonly lane: number
  readonly row: number
  /** Left edge of the button's text. */
  readonly x: number
  readonly ids: readonly string[]
}

export interface Layout<Item extends LayoutItem = LayoutItem> {
  /** Rows of each lane, at least one; length = number of lanes. */
  readonly rows: readonly number[]
  readonly placed: readonly PlacedItem<Item>[]
  readonly folds: readonly Fold[]
}

export interface LayoutOptions {
  /** Number of lanes. */
  readonly lanes: number
  readonly widthPx: number
  /** Rows of all lanes together, where no lane is open. */
  readonly budget: number
  /** Lanes whose folds are open: as many rows as they need, up to `MOST_ROWS`. */
  readonly open: ReadonlySet<number>
  /** Never folded, such as the selected and the focused event. */
  readonly pinned: ReadonlySet<string>
  /** The one whose title is shown whatever has to fold for it, such as the selected event. */
  readonly titled?: string | null
  /** The day of the story, kept free of titles; null where it is out of view or no day is told apart. */
  readonly column: readonly [number, number] | null
  readonly foldPx: number
}

/** An open lane shows no more rows than this; the list has the rest. */
export const MOST_ROWS = 12

const sorted = <Item extends LayoutItem>(items: Item[]): Item[] =>
  items.sort((a, b) => a.body[0] - b.body[0] || a.body[1] - b.body[1])

function byLane<Item extends LayoutItem>(items: readonly Item[], lanes: number): Item[][] {
  const groups: Item[][] = Array.from({ length: lanes }, () => [])
  for (const item of items) groups[item.lane]?.push(item)
  return groups.map(sorted)
}

/** What one more row would save: folded items first, then marks on the spans of others, then titles. */
const loss = (lane: PackedLane): number => lane.folded * 1000 + lane.crowded * 10 + lane.lostTitles

/**
 * Places every item on its lane or in a fold: no two marks of a row touch, nor do spans while rows last; no title lies on a mark,
 * on a title or on the day of the story. Spare rows of the budget go where they save most. The same input gives the same picture; O(n log n) for n items.
 */
export function layOut<Item extends LayoutItem>(items: readonly Item[], options: LayoutOptions): Layout<Item> {
  const groups = byLane(items, options.lanes)
  const pack = (index: number, rows: number) => packLane(groups[index] ?? [], index, rows, options)
  const packed = groups.map((_, index) => {
    if (!options.open.has(index)) return pack(index, 1)
    const most = pack(index, MOST_ROWS)
    return pack(index, most.usedRows)
  })
  for (let spare = options.budget - options.lanes; spare > 0; spare--) {
    const worst = packed.reduce((most, lane, index) => {
      const open = options.open.has(index) || lane.rows >= MOST_ROWS
      return !open && loss(lane) > (most < 0 ? 0 : loss(packed[most] ?? lane)) ? index : most
    }, -1)
    const current = packed[worst]
    if (!current) break
    packed[worst] = pack(worst, current.rows + 1)
  }
  const isTitled = ({ id, titlePx }: LayoutItem): boolean => id === options.titled && titlePx > 0
  const lacking = packed.findIndex(({ placed }) => placed.some(({ item, title }) => isTitled(item) && title === null))
  if (lacking >= 0) {
    groups[lacking] = sorted((groups[lacking] ?? []).map((item) => (isTitled(item) ? withTitle(item, options) : item)))
    packed[lacking] = pack(lacking, packed[lacking]?.rows ?? 1)
  }
  return {
    rows: packed.map((lane) => lane.rows),
    placed: packed.flatMap((lane) => lane.placed),
    folds: packed.flatMap((lane) => lane.folds),
  }
}
