import { select } from 'd3-selection'
import { type D3ZoomEvent, ZoomTransform, zoom } from 'd3-zoom'
import {
  clampCamera,
  latitudeOf,
  longitudeOf,
  MAX_ZOOM,
  mercatorX,
  mercatorY,
  type Size,
  TILE_PX,
  zoomOf,
} from '../core/mercator'
import type { Camera } from '../core/types'

export interface Gestures {
  /** Tells where the map stands after a move of the program's own. */
  sync(camera: Camera, size: Size): void
}

export interface GestureListeners {
  /** In every frame of the reader's gesture. */
  move(camera: Camera): void
  /** Once, at its end. */
  end(camera: Camera): void
  /** A wheel without the key, or one finger: the page scrolls, and the reader is told how the map moves. */
  hint(kind: 'wheel' | 'touch'): void
}

const toTransform = ({ center, zoom: level }: Camera, size: Size): ZoomTransform => {
  const k = 2 ** level
  const world = TILE_PX * k
  return new ZoomTransform(k, size.widthPx / 2 - mercatorX(center[0]) * world, size.heightPx / 2 - mercatorY(center[1]) * world)
}

const toCamera = ({ k, x, y }: ZoomTransform, size: Size): Camera => {
  const world = TILE_PX * k
  const center = [longitudeOf((size.widthPx / 2 - x) / world), latitudeOf((size.heightPx / 2 - y) / world)] as const
  return clampCamera({ center, zoom: zoomOf(world) }, size)
}

/** True where the gesture is the map's: Ctrl or ⌘ with the wheel, the mouse, two fingers. The page keeps its own scroll. */
const onControl = ({ target }: Event): boolean =>
  target instanceof Element && target.closest('button, summary, a, .map-legend') !== null

function isOurs(event: Event): boolean {
  if (event.type === 'wheel') return (event as WheelEvent).ctrlKey || (event as WheelEvent).metaKey
  if (event.type.startsWith('touch')) return (event as TouchEvent).touches.length > 1
  return (event as MouseEvent).button === 0 && !(event as MouseEvent).ctrlKey && !onControl(event)
}

/** The reader's gestures on a pane, the same over every ground. */
export function bindGestures(element: HTMLElement, listeners: GestureListeners, signal: AbortSignal): Gestures {
  let size: Size = { widthPx: 1, heightPx: 1 }
  /** A press that moves nothing ends as well: it is no gesture. */
  let moved = false
  /** Where the map stood before the gesture, and whether it was taken back: the pointer may still be down. */
  let origin: Camera | null = null
  let isBack = false
  const target = select(element)
  const behavior = zoom<HTMLElement, unknown>()
    .filter(isOurs)
    .scaleExtent([0.5, 2 ** MAX_ZOOM])
    .extent(() => [
      [0, 0],
      [size.widthPx, size.heightPx],
    ])
    .wheelDelta((event: WheelEvent) => -event.deltaY * (event.deltaMode === 1 ? 0.05 : event.deltaMode ? 1 : 0.004))
    .on('start', (event: D3ZoomEvent<HTMLElement, unknown>) => {
      origin = toCamera(event.transform, size)
      isBack = false
    })
    .on('zoom', (event: D3ZoomEvent<HTMLElement, unknown>) => {
      if (!event.sourceEvent || isBack) return
      moved = true
      listeners.move(toCamera(event.transform, size))
    })
    .on('end', (event: D3ZoomEvent<HTMLElement, unknown>) => {
      if (event.sourceEvent && moved) listeners.end(toCamera(event.transform, size))
      if (isBack && origin) target.property('__zoom', toTransform(origin, size))
      moved = false
    })
  target.call(behavior).on('dblclick.zoom', null)
  element.addEventListener(
    'wheel',
    (event) => {
      if (!isOurs(event)) listeners.hint('wheel')
    },
    { passive: true, signal },
  )
  element.addEventListener(
    'touchmove',
    (event) => {
      if (event.touches.length === 1) listeners.hint('touch')
    },
    { passive: true, signal },
  )
  // Esc takes a gesture back, and nothing else with it.
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !moved || origin === null) return
      event.preventDefault()
      event.stopImmediatePropagation()
      moved = false
      isBack = true
      listeners.move(origin)
      listeners.end(origin)
    },
    { signal, capture: true },
  )
  signal.addEventListener('abort', () => target.on('.zoom', null))
  return {
    sync(camera, nextSize) {
      size = nextSize
      target.property('__zoom', toTransform(camera, size))
    },
  }
}
