import { columnsOf, indexesWithin } from '../core/columns'
import type { Interval } from '../core/interval'
import { memoLast } from '../core/memo'
import type { StoryEvent } from '../core/types'

/** Events of one lane and one column of pixels, where there are too many to draw each. */
export interface Bin {
  readonly lane: number
  readonly x0: number
  readonly x1: number
  readonly y: number
  readonly heightPx: number
  readonly count: number
}

/** Bodies and titles reach into the window from this far outside. */
const MARGIN_PX = 24

/** Indexes of the events of which something may be in the window, or just outside. */
export const nearWindow = memoLast((events: readonly StoryEvent[], [start, end]: Interval, plotPx: number): Uint32Array => {
  const margin = ((end - start) / plotPx) * MARGIN_PX
  return indexesWithin(columnsOf(events), [start - margin, end + margin])
})

/** More bars than this are no picture any more, and take their time. */
const MOST_BINS = 1000

/**
 * Counts the events that are near the window `domain` by lane and column; a bar's area tells the count within its lane. `lanes` of them are
 * of `rowPx` each, and `laneAt` tells the lane of the event at an index of a list. O(n), and the same list again for the same picture.
 */
export const binsOf = memoLast(
  (
    events: readonly StoryEvent[],
    [start, end]: Interval,
    plotPx: number,
    laneAt: (events: readonly StoryEvent[]) => (index: number) => number,
    lanes: number,
    rowPx: number,
  ): readonly Bin[] => {
    const columnPx = Math.max(4, Math.ceil((plotPx * lanes) / MOST_BINS))
    const columns = Math.ceil(plotPx / columnPx)
    const counts = new Uint32Array(columns * lanes)
    const { anchors } = columnsOf(events)
    const lane = laneAt(events)
    const near = nearWindow(events, [start, end], plotPx)
    for (let position = 0; position < near.length; position++) {
      const index = near[position] ?? 0
      const x = (((anchors[index] ?? 0) - start) / (end - start)) * plotPx
      const column = Math.min(Math.max(Math.floor(x / columnPx), 0), columns - 1)
      const cell = lane(index) * columns + column
      counts[cell] = (counts[cell] ?? 0) + 1
    }
    const greatest = counts.reduce((most, count) => Math.max(most, count), 1)
    const bins: Bin[] = []
    counts.forEach((count, cell) => {
      if (count === 0) return
      const row = Math.floor(cell / columns)
      const x0 = (cell % columns) * columnPx
      const heightPx = Math.max(3, (rowPx - 4) * (count / greatest))
      const y = (row + 1) * rowPx - 2 - heightPx
      bins.push({ lane: row, x0, x1: x0 + columnPx - 1, y, heightPx, count })
    })
    return bins
  },
)
