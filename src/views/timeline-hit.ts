import type { EventId } from '../core/types'
import type { Scene } from './timeline-scene'

/** The event meant by a press at a point of the lanes, px: the nearest mark within reach, else the span that was hit, else none. */
export function hitOf(scene: Scene, x: number, y: number, reachPx: number): EventId | null {
  let best: EventId | null = null
  let least = reachPx
  for (const { event, span, y: markY } of scene.marks) {
    const distance = Math.hypot(span.markX - x, markY - y)
    if (distance > least) continue
    least = distance
    best = event.id
  }
  if (best !== null) return best
  const onRow = scene.marks.filter((mark) => Math.abs(mark.y - y) <= scene.rowPx / 2 && mark.span.x0 <= x && x <= mark.span.x1)
  const shortest = onRow.sort((a, b) => a.span.x1 - a.span.x0 - (b.span.x1 - b.span.x0))[0]
  return shortest?.event.id ?? null
}
