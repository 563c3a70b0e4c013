import type { Panes } from '../core/frame'
import { boundsOf } from '../core/mercator'
import type { Bounds, Camera } from '../core/types'

/** What the map shows: the main pane, and the strip while there is one. */
export const areaOf = (panes: Panes, camera: Camera): readonly Bounds[] => [
  boundsOf(camera, panes.main),
  ...(panes.strip ? [boundsOf(panes.strip.camera, panes.strip.size)] : []),
]

/** `next`, or `last` itself where both show the same. */
export function sameArea(last: readonly Bounds[] | null, next: readonly Bounds[]): readonly Bounds[] {
  const isSame =
    last?.length === next.length && next.every((bounds, index) => bounds.every((side, at) => side === last[index]?.[at]))
  return isSame && last ? last : next
}
