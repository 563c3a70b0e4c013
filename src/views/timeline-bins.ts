/** Events of one lane and one column of pixels, where there are too many to draw each. */
export interface Bin {
  readonly lane: number
  readonly x0: number
  readonly x1: number
  readonly y: number
  readonly heightPx: number
  readonly count: number
}

interface BinOptions {
  /** Where each event of the list stands in time. */
  readonly anchors: Float64Array
  readonly toX: (instant: number) => number
  /** Lane of the event at an index of the list. */
  readonly laneAt: (index: number) => number
  readonly lanes: readonly { readonly y: number; readonly heightPx: number }[]
  readonly plotPx: number
  readonly most: number
}

/** Counts the events at `indexes` by lane and column; a bar's area tells the count within its lane. At most `most` bins; O(n). */
export function binsOf(indexes: Uint32Array, { anchors, toX, laneAt, lanes, plotPx, most }: BinOptions): Bin[] {
  const columnPx = Math.max(4, Math.ceil((plotPx * lanes.length) / most))
  const columns = Math.ceil(plotPx / columnPx)
  const counts = new Uint32Array(columns * lanes.length)
  for (const index of indexes) {
    const column = Math.min(Math.max(Math.floor(toX(anchors[index] ?? 0) / columnPx), 0), columns - 1)
    const cell = laneAt(index) * columns + column
    counts[cell] = (counts[cell] ?? 0) + 1
  }
  const greatest = counts.reduce((most, count) => Math.max(most, count), 1)
  const bins: Bin[] = []
  counts.forEach((count, cell) => {
    const lane = Math.floor(cell / columns)
    const place = lanes[lane]
    if (count === 0 || !place) return
    const x0 = (cell % columns) * columnPx
    const heightPx = Math.max(3, (place.heightPx - 4) * (count / greatest))
    const y = place.y + place.heightPx - 2 - heightPx
    bins.push({ lane, x0, x1: x0 + columnPx - 1, y, heightPx, count })
  })
  return bins
}
