import type { Interval } from '../core/interval'

export interface GesturePort {
  domain(): Interval
  /** Width of the plot and the page's x of its left edge, px. */
  plot(): { readonly left: number; readonly widthPx: number }
  show(domain: Interval): void
}

/** `domain` made `factor` times as long, with `instant` staying where it is. */
export const zoomAt = ([start, end]: Interval, instant: number, factor: number): Interval => [
  instant - (instant - start) * factor,
  instant + (end - instant) * factor,
]

/** `domain` moved by a part of its length. */
export const panBy = ([start, end]: Interval, part: number): Interval => [
  start + (end - start) * part,
  end + (end - start) * part,
]

const THRESHOLD_PX = 4
const LINE_PX = 16

/**
 * Drag and pinch on the ground, wheel with Ctrl or ⌘, wheel sideways, double-click. A plain wheel and a vertical swipe stay the page's.
 * Gives a function that tells whether the last press was a drag, whose click means nothing.
 */
export function createGestures(ground: Element, port: GesturePort, signal: AbortSignal): () => boolean {
  /** Where each finger is, px in the page. */
  const fingers = new Map<number, number>()
  let dragged = false
  /** The window before the gesture. */
  let origin: Interval | null = null
  let before: { readonly domain: Interval; readonly xs: readonly number[] } | null = null
  const begin = () => {
    before = { domain: port.domain(), xs: [...fingers.values()] }
  }
  const instantAt = (domain: Interval, clientX: number) => {
    const { left, widthPx } = port.plot()
    return domain[0] + ((clientX - left) / widthPx) * (domain[1] - domain[0])
  }

  function follow() {
    if (!before) return
    const [a = 0, b] = fingers.values()
    const [a0 = 0, b0] = before.xs
    const { widthPx } = port.plot()
    if (b === undefined || b0 === undefined) {
      if (Math.abs(a - a0) >= THRESHOLD_PX) dragged = true
      if (dragged) port.show(panBy(before.domain, (a0 - a) / widthPx))
      return
    }
    dragged = true
    // Both fingers keep the instants they were put on.
    const factor = Math.max(Math.abs(b0 - a0), 8) / Math.max(Math.abs(b - a), 8)
    const middle = zoomAt(before.domain, instantAt(before.domain, (a0 + b0) / 2), factor)
    port.show(panBy(middle, ((a0 + b0) / 2 - (a + b) / 2) / widthPx))
  }

  const down = (event: Event) => {
    if (!(event instanceof PointerEvent) || event.button !== 0) return
    if (fingers.size === 0) {
      dragged = false
      origin = port.domain()
    }
    fingers.set(event.pointerId, event.clientX)
    begin()
  }
  const move = (event: PointerEvent) => {
    if (!fingers.has(event.pointerId)) return
    fingers.set(event.pointerId, event.clientX)
    follow()
  }
  const up = (event: PointerEvent) => {
    if (fingers.delete(event.pointerId)) begin()
  }
  // Esc takes a gesture back, and nothing else with it.
  const abort = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || fingers.size === 0 || !dragged || origin === null) return
    fingers.clear()
    before = null
    event.preventDefault()
    event.stopImmediatePropagation()
    port.show(origin)
  }
  const wheel = (event: Event) => {
    if (!(event instanceof WheelEvent)) return
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault()
      const factor = 2 ** (Math.min(Math.max(event.deltaY * unit, -120), 120) / 120)
      port.show(zoomAt(port.domain(), instantAt(port.domain(), event.clientX), factor))
      return
    }
    const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX
    if (sideways === 0 || (!event.shiftKey && Math.abs(event.deltaX) <= Math.abs(event.deltaY))) return
    event.preventDefault()
    port.show(panBy(port.domain(), (sideways * unit) / port.plot().widthPx))
  }
  const double = (event: Event) => {
    if (event instanceof MouseEvent)
      port.show(zoomAt(port.domain(), instantAt(port.domain(), event.clientX), event.shiftKey ? 2 : 0.5))
  }
  ground.addEventListener('pointerdown', down, { signal })
  document.addEventListener('pointermove', move, { signal })
  document.addEventListener('pointerup', up, { signal })
  document.addEventListener('pointercancel', up, { signal })
  document.addEventListener('keydown', abort, { signal, capture: true })
  ground.addEventListener('wheel', wheel, { signal, passive: false })
  ground.addEventListener('dblclick', double, { signal })
  return () => dragged
}
