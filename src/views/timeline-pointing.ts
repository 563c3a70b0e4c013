import type { EventId, Instant } from '../core/types'

export interface PointingPort {
  /** The event meant at a point of the lanes. */
  idAt(event: MouseEvent, target: Element): EventId | null
  instantAt(clientX: number): Instant
  /** The page's x of both ends of the plot. */
  ends(): readonly [number, number]
  show(hovered: EventId | null, pointed: Instant | null): void
}

/** Tells what a mouse points at, once a frame at most: the event under it and the instant. A finger points at nothing. */
export function createPointing(chart: { element: Element; plot: Element }, port: PointingPort, signal: AbortSignal): void {
  let last: PointerEvent | null = null
  let frame = 0
  const look = () => {
    frame = 0
    const { target } = last ?? {}
    if (!last || !(target instanceof Element)) return
    const [start, end] = port.ends()
    const inside = last.clientX >= start && last.clientX <= end
    const id = target.closest('.plot') ? port.idAt(last, target) : null
    chart.plot.classList.toggle('pointing', id !== null)
    port.show(id, inside ? port.instantAt(last.clientX) : null)
  }
  chart.element.addEventListener(
    'pointermove',
    (event) => {
      // While a button is held something is dragged, and nothing is pointed at.
      if (!(event instanceof PointerEvent) || event.pointerType !== 'mouse' || event.buttons !== 0) return
      last = event
      frame ||= requestAnimationFrame(look)
    },
    { signal },
  )
  chart.element.addEventListener(
    'pointerleave',
    () => {
      cancelAnimationFrame(frame)
      frame = 0
      // What the keyboard has lifted stays: only a mouse that was here leaves.
      if (last) port.show(null, null)
      last = null
    },
    { signal },
  )
  signal.addEventListener('abort', () => cancelAnimationFrame(frame))
}
