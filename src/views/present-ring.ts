import { h } from './dom'
import { presentUnit } from './present-scale'

/** Px of the window. */
export type RingPlace = readonly [number, number]

export interface Ring {
  readonly isOn: boolean
  /** Null where it is off. */
  readonly place: RingPlace | null
  set(on: boolean): void
  /** By steps, for keys; false where it is off. */
  nudge(dx: number, dy: number): boolean
  destroy(): void
}

/** Of a key, px of the screen that present mode is drawn for. */
const STEP_PX = 40

/** A ring that shows a room where the pointer is; keys move it too. It takes no press and nobody hears of it. `from`: where it is on already. */
export function createRing(from: RingPlace | null, signal: AbortSignal): Ring {
  const element = h('div', { class: 'present-ring', 'aria-hidden': 'true', hidden: true })
  document.body.append(element)
  let [x, y]: [number, number] = [0, 0]
  /** False until a pointer was seen. */
  let isPlaced = false
  const place = (toX: number, toY: number): void => {
    x = Math.min(Math.max(toX, 0), window.innerWidth)
    y = Math.min(Math.max(toY, 0), window.innerHeight)
    element.style.setProperty('transform', `translate(${x}px, ${y}px)`)
  }
  const follow = ({ clientX, clientY }: PointerEvent): void => {
    isPlaced = true
    place(clientX, clientY)
  }
  for (const kind of ['pointermove', 'pointerdown'] as const) document.addEventListener(kind, follow, { signal })
  if (from) {
    place(...from)
    isPlaced = true
    element.hidden = false
  }
  return {
    get isOn() {
      return !element.hidden
    },
    get place(): RingPlace | null {
      return element.hidden ? null : [x, y]
    },
    set(on) {
      if (on && !isPlaced) place(window.innerWidth / 2, window.innerHeight / 2)
      element.hidden = !on
    },
    nudge(dx, dy) {
      if (element.hidden) return false
      const step = STEP_PX * presentUnit()
      place(x + dx * step, y + dy * step)
      return true
    },
    destroy: () => element.remove(),
  }
}
