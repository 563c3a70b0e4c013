import { columnsOf, indexesWithin } from '../core/columns'
import { isKnownBy, matchingEvents } from '../core/derive'
import type { Story } from '../core/story-types'
import type { EventId, StoryEvent } from '../core/types'
import type { AppState } from '../state/state'
import type { Dated } from './timeline-items'

interface GhostOptions {
  readonly toX: (instant: number) => number
  readonly plotPx: number
  readonly yOf: (lane: number) => number
  /** Lane of the event at an index of those shown. */
  readonly laneAt: (index: number) => number
}

/** Ticks just outside the window show as marks do. */
const GHOST_MARGIN_PX = 10

/** Stretches of ones as a path along `y`; the last value must be zero. */
function drawnRuns(row: Uint8Array, y: string): string {
  let path = ''
  for (let from = row.indexOf(1); from >= 0; from = row.indexOf(1, from)) {
    const to = row.indexOf(0, from)
    path += `M${from - GHOST_MARGIN_PX} ${y}H${to - GHOST_MARGIN_PX}`
    from = to
  }
  return path
}

/** Whether the event at an index of those shown matches: by where the columns say that it stands, which is faster than by its id. */
function matcher(shown: readonly Dated[], matching: readonly StoryEvent[]): (index: number) => boolean {
  const [all, own] = [columnsOf(shown), columnsOf(matching)]
  if (all.root !== own.root) {
    const ids = new Set(matching.map((event) => event.id))
    return (index) => ids.has(shown[index]?.id as EventId)
  }
  const matches = new Uint8Array(all.root.length)
  for (let position = 0; position < own.at.length; position++) matches[own.at[position] ?? 0] = 1
  return (index) => matches[all.at[index] ?? 0] === 1
}

/** Where events stand that the filters leave out, as the path of a stroke: one for all of a lane and pixel, neighbours are one. */
export function ghostsOf(
  story: Story,
  state: AppState,
  shown: readonly Dated[],
  { toX, plotPx, yOf, laneAt }: GhostOptions,
): string {
  const matches = matcher(shown, matchingEvents(story, state))
  const columns = Math.ceil(plotPx) + 2 * GHOST_MARGIN_PX
  const taken: Uint8Array[] = []
  const times = columnsOf(shown)
  const near = indexesWithin(times, state.domain)
  for (let position = 0; position < near.length; position++) {
    const index = near[position] ?? 0
    const event = shown[index]
    if (matches(index) || !event || !isKnownBy(story, event, state.known)) continue
    const column = Math.round(toX(times.anchors[index] ?? 0)) + GHOST_MARGIN_PX
    const lane = laneAt(index)
    const row = taken[lane] ?? new Uint8Array(columns + 1)
    taken[lane] = row
    if (column >= 0 && column < columns) row[column] = 1
  }
  // Lanes without any are holes of the list, which this goes over.
  return taken.reduce((path, row, lane) => path + drawnRuns(row, yOf(lane).toFixed(1)), '')
}
