/** Of a long list so many rows stand before the open one, and after it. Without one the list begins at its beginning. */
const BEFORE = 1
const AFTER = 4
/** As few rows as these are not worth a button. */
const FEW = 2

/** The rows of a list that are shown, `[start, end)`. */
export type Fold = readonly [start: number, end: number]

/**
 * Folds a list of `count` rows to those around row `open` (-1: none). Stays as it was while it holds that row: what a reader has in
 * front of them does not move.
 */
export function foldAround(was: Fold | null, count: number, open: number): Fold {
  const isKept = was !== null && was[0] < count && (open < 0 || (was[0] <= open && open < was[1]))
  const first = Math.max(open, 0)
  const [start, end] = isKept ? was : [first - BEFORE, first + AFTER + 1]
  return [start <= FEW ? 0 : start, count - end <= FEW ? count : end]
}
