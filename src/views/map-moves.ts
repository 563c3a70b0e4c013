import { clampCamera, projection, type Size, unproject } from '../core/mercator'
import type { Camera, Position } from '../core/types'
import type { ControlAction } from './map-controls'

/** A step of a direction button, as a part of the pane. */
const PAN = 0.3
const ZOOM = 0.75
const WAYS: Readonly<Record<'north' | 'south' | 'west' | 'east', readonly [number, number]>> = {
  north: [0, -1],
  south: [0, 1],
  west: [-1, 0],
  east: [1, 0],
}

/** Where a button takes the map from `camera`. */
export function movedBy(action: Exclude<ControlAction, 'reset'>, camera: Camera, size: Size): Camera {
  if (action === 'in' || action === 'out') {
    return clampCamera({ ...camera, zoom: camera.zoom + (action === 'in' ? ZOOM : -ZOOM) }, size)
  }
  const [x, y] = WAYS[action]
  const { widthPx, heightPx } = size
  const center = unproject([widthPx * (0.5 + x * PAN), heightPx * (0.5 + y * PAN)], camera, size)
  return clampCamera({ center, zoom: camera.zoom }, size)
}

export function isInView(position: Position, camera: Camera, size: Size): boolean {
  const [x, y] = projection(camera, size)(position)
  return x > 0 && y > 0 && x < size.widthPx && y < size.heightPx
}

export const sameCamera = (a: Camera, b: Camera): boolean =>
  a.zoom === b.zoom && a.center[0] === b.center[0] && a.center[1] === b.center[1]

const KEYS: Readonly<Record<string, ControlAction>> = { '+': 'in', '=': 'in', '-': 'out', '0': 'reset' }

/** Zoom and reset by keys while the focus is on a mark. */
export function bindMoveKeys(box: HTMLElement, act: (action: ControlAction) => void, signal: AbortSignal): void {
  box.addEventListener(
    'keydown',
    (event) => {
      const isOnMark = event.target instanceof Element && event.target.closest('.map-target') !== null
      const action = KEYS[event.key]
      if (!isOnMark || action === undefined || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      act(action)
    },
    { signal },
  )
}
