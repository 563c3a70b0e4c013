import type { Point } from '../core/mercator'
import { h } from './dom'

/** What a reader can press on the map. */
export interface Target {
  readonly key: string
  readonly name: string
  /** Middle, px in its pane. */
  readonly at: Point
  /** Of what is drawn; the button is at least as large as a finger needs. */
  readonly widthPx: number
  readonly heightPx: number
  readonly layer: HTMLElement
  /** While a distance is measured: one of its ends or not. Null at other times. */
  readonly pressed: boolean | null
  /** A press does nothing but say why. */
  readonly isBarred: boolean
}

export interface TargetListeners {
  press(key: string, button: HTMLButtonElement, byKeyboard: boolean): void
  /** Hovered or focused; null when it is left. */
  lift(key: string | null): void
}

export interface Targets {
  update(targets: readonly Target[]): void
  button(key: string): HTMLButtonElement | undefined
  /** Says which are selected. */
  select(keys: ReadonlySet<string>): void
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

function setOrRemove(element: HTMLElement, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name)
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value)
}

/** Transparent buttons over marks and ships: one tab stop for all of them, arrows from west to east. */
export function createTargets(listeners: TargetListeners, signal: AbortSignal): Targets {
  let buttons = new Map<string, HTMLButtonElement>()
  let current: string | null = null

  function make(key: string): HTMLButtonElement {
    const button = h('button', { type: 'button', class: 'map-target', 'data-key': key, tabindex: -1 })
    button.addEventListener('click', (event) => listeners.press(key, button, event.detail === 0), { signal })
    button.addEventListener('pointerenter', () => listeners.lift(key), { signal })
    button.addEventListener('pointerleave', () => listeners.lift(null), { signal })
    button.addEventListener('focus', () => stop(key), { signal })
    button.addEventListener('focus', () => listeners.lift(key), { signal })
    button.addEventListener('blur', () => listeners.lift(null), { signal })
    button.addEventListener('keydown', move, { signal })
    return button
  }

  /** The one that Tab reaches. */
  function stop(key: string | null): void {
    current = key !== null && buttons.has(key) ? key : (buttons.keys().next().value ?? null)
    for (const [id, button] of buttons) setOrRemove(button, 'tabindex', id === current ? '0' : '-1')
  }

  function move(event: KeyboardEvent): void {
    const keys = [...buttons.keys()]
    const index = keys.indexOf(current ?? '')
    const step = STEPS[event.key]
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? keys.length - 1 : step === undefined ? null : index + step
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    buttons.get(keys[(next + keys.length) % keys.length] ?? '')?.focus()
  }

  return {
    update(targets) {
      const next = new Map<string, HTMLButtonElement>()
      for (const { key, name, at, widthPx, heightPx, layer, pressed, isBarred } of targets) {
        const button = buttons.get(key) ?? make(key)
        if (button.getAttribute('aria-label') !== name) button.setAttribute('aria-label', name)
        setOrRemove(button, 'aria-pressed', pressed === null ? null : String(pressed))
        setOrRemove(button, 'aria-disabled', isBarred ? 'true' : null)
        button.style.setProperty('left', `${at[0]}px`)
        button.style.setProperty('top', `${at[1]}px`)
        button.style.setProperty('--wide', `${Math.round(widthPx)}px`)
        button.style.setProperty('--tall', `${Math.round(heightPx)}px`)
        if (button.parentElement !== layer) layer.append(button)
        next.set(key, button)
      }
      const gone = [...buttons].filter(([key]) => !next.has(key)).map(([, button]) => button)
      const lost = gone.some((button) => button === document.activeElement)
      buttons = next
      stop(current)
      for (const button of gone) button.remove()
      if (lost && current !== null) buttons.get(current)?.focus()
    },
    button: (key) => buttons.get(key),
    select(keys) {
      for (const [key, button] of buttons) {
        if (keys.has(key)) button.setAttribute('aria-current', 'true')
        else button.removeAttribute('aria-current')
      }
    },
  }
}
