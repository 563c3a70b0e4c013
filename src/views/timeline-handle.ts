import { svg, writeAttributes } from './dom'

/** What a handle stands for: one end of an interval, moved in steps. */
export interface HandleModel {
  readonly label: string
  /** Its place, how far it may go, and the place in words. */
  read(): { readonly at: number; readonly least: number; readonly greatest: number; readonly text: string }
  /** The place `count` steps or, for pages, weeks on. */
  step(at: number, count: number, page: boolean): number
  /** Instant under a pointer. */
  fromPointer(clientX: number): number
  move(at: number): void
}

export interface Handle {
  readonly element: SVGGElement
  place(x: number, y: number): void
}

/** How many steps a key goes, or pages. */
const KEYS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -1,
  PageUp: 1,
}

/** A bar with two grips, 11 × 22 px on a target of 24, or 44 on touch; its middle `offsetPx` beside the line that it moves. */
function bar(offsetPx: number): readonly SVGElement[] {
  const half = 22
  const grips = [-1.5, 1.5].map((x) => svg('line', { class: 'grip', x1: x + offsetPx, x2: x + offsetPx, y1: -5, y2: 5 }))
  const target = svg('rect', { class: 'hit', x: -12, y: -half, width: 24, height: 2 * half })
  return [target, svg('rect', { class: 'box', x: -5.5 + offsetPx, y: -11, width: 11, height: 22 }), ...grips]
}

/** A slider's thumb. `picture` takes the place of the bar: a part of class `hit` takes the press, one of class `box` shows the focus. */
export function createHandle(model: HandleModel, signal: AbortSignal, offsetPx = 0, picture = bar(offsetPx)): Handle {
  const element = svg(
    'g',
    { class: 'handle', role: 'slider', tabindex: 0, 'aria-label': model.label, 'aria-orientation': 'horizontal' },
    ...picture,
  )

  const moveTo = (at: number) => {
    const { at: from, least, greatest } = model.read()
    const next = Math.min(Math.max(at, least), greatest)
    if (next !== from) model.move(next)
  }
  element.addEventListener(
    'keydown',
    (event) => {
      const { at, least, greatest } = model.read()
      const count = KEYS[event.key]
      if (event.altKey || event.ctrlKey || event.metaKey) return
      if (count) moveTo(model.step(at, count, event.key.startsWith('Page')))
      else if (event.key === 'Home') moveTo(least)
      else if (event.key === 'End') moveTo(greatest)
      else return
      event.preventDefault()
    },
    { signal },
  )
  followDrag(element, signal, {
    start: () => model.read().at,
    move: (clientX) => moveTo(model.fromPointer(clientX)),
    abort: (at) => moveTo(at),
  })
  return {
    element,
    place: (x, y) => {
      const { at, least, greatest, text } = model.read()
      writeAttributes(element, {
        transform: `translate(${x},${y})`,
        'aria-valuemin': Math.round(least),
        'aria-valuemax': Math.round(greatest),
        'aria-valuenow': Math.round(at),
        'aria-valuetext': text,
      })
    },
  }
}

export interface DragModel<Start> {
  /** What to go back to when the drag is broken off; null where the pointer may not drag from here. */
  start(event: PointerEvent): Start | null
  move(clientX: number, start: Start, event: PointerEvent): void
  abort(start: Start): void
  end?(event: PointerEvent, start: Start, moved: boolean): void
}

const THRESHOLD_PX = 4

/** Follows one pointer from press to release. Esc puts back what was there and goes no further. */
export function followDrag<Start>(element: Element, signal: AbortSignal, model: DragModel<Start>): void {
  element.addEventListener(
    'pointerdown',
    (event) => {
      if (!(event instanceof PointerEvent) || event.button !== 0 || !event.isPrimary) return
      const start = model.start(event)
      if (start === null) return
      const own = new AbortController()
      let moved = false
      const options = { signal: AbortSignal.any([signal, own.signal]), capture: true }
      const isOurs = (other: PointerEvent) => other.pointerId === event.pointerId
      const win = element.ownerDocument
      win.addEventListener(
        'pointermove',
        (other) => {
          if (!isOurs(other)) return
          moved ||= Math.abs(other.clientX - event.clientX) >= THRESHOLD_PX
          if (moved) model.move(other.clientX, start, other)
        },
        options,
      )
      win.addEventListener('pointerup', (other) => isOurs(other) && finish(other), options)
      win.addEventListener('pointercancel', (other) => isOurs(other) && stop(), options)
      win.addEventListener(
        'keydown',
        (key) => {
          if (key.key !== 'Escape') return
          key.stopImmediatePropagation()
          key.preventDefault()
          stop()
        },
        options,
      )
      event.stopPropagation()

      function finish(other: PointerEvent) {
        own.abort()
        model.end?.(other, start as Start, moved)
      }
      function stop() {
        own.abort()
        if (moved) model.abort(start as Start)
      }
    },
    { signal },
  )
}
