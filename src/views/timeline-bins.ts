import { anchor } from '../core/derive'
import type { StoryEvent, When } from '../core/types'

/** Events of one lane and one column of pixels, where there are too many to draw each. */
export interface Bin {
  readonly key: string
  readonly lane: number
  readonly laneName: string
  readonly x0: number
  readonly x1: number
  readonly y: number
  readonly heightPx: number
  readonly count: number
}

interface BinOptions<Event> {
  readonly toX: (instant: number) => number
  readonly laneOf: (event: Event) => number
  readonly lanes: readonly { readonly name: string; readonly y: number; readonly heightPx: number }[]
  readonly plotPx: number
  readonly most: number
}

/** Counts events by lane and column; a bar's area tells the count within its lane. At most `most` bins; O(n). */
export function binsOf<Event extends StoryEvent & { readonly when: When }>(
  events: readonly Event[],
  options: BinOptions<Event>,
): Bin[] {
  const { toX, laneOf, lanes, plotPx, most } = options
  const columnPx = Math.max(4, Math.ceil((plotPx * lanes.length) / most))
  const columns = Math.ceil(plotPx / columnPx)
  const counts = new Uint32Array(columns * lanes.length)
  for (const event of events) {
    const column = Math.min(Math.max(Math.floor(toX(anchor(event.when)) / columnPx), 0), columns - 1)
    const cell = laneOf(event) * columns + column
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
    bins.push({ key: `${lane}/${cell % columns}`, lane, laneName: place.name, x0, x1: x0 + columnPx - 1, y, heightPx, count })
  })
  return bins
}
