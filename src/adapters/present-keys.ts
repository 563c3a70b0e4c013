import type { PresentAction } from '../state/present'
import type { AppState } from '../state/state'
import type { AppStore } from '../views/view'
import { takesText } from './keyboard'

export type Stroke = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'defaultPrevented'
>

const NAMED: Readonly<Record<string, PresentAction>> = {
  PageDown: 'next',
  ArrowRight: 'next',
  ' ': 'next',
  PageUp: 'previous',
  ArrowLeft: 'previous',
  Home: 'first',
  End: 'last',
  '.': 'blank',
  b: 'blank',
  r: 'reveal',
  s: 'spotlight',
  l: 'ring',
  f: 'fullscreen',
}
/** A clicker types the letter's key, whatever letter the keyboard's language has there. */
const CODES: Readonly<Record<string, PresentAction>> = {
  KeyB: 'blank',
  Period: 'blank',
  KeyR: 'reveal',
  KeyS: 'spotlight',
  KeyL: 'ring',
  KeyF: 'fullscreen',
}

/** What a key stroke asks for while presenting; null where it asks for nothing. `isRtl`: the arrows are the other way round. */
export function presentActionOf(stroke: Stroke, isRtl = false): PresentAction | null {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey, isComposing } = stroke
  if (ctrlKey || metaKey || altKey || isComposing) return null
  // Shift and an arrow move the pointer ring; Shift and Space turn back, as they scroll back elsewhere.
  if (shiftKey && (key.startsWith('Arrow') || key === 'Home' || key === 'End')) return null
  if (shiftKey && key === ' ') return 'previous'
  const action = NAMED[key.length === 1 ? key.toLowerCase() : key] ?? (/[^\0-\x7f]/.test(key) ? CODES[code] : undefined) ?? null
  if (isRtl && key.startsWith('Arrow')) return action === 'next' ? 'previous' : action === 'previous' ? 'next' : action
  return action
}

/** Elements that a space bar presses, opens or ticks. */
const PRESSED = 'button, a[href], summary, [role="button"], [role="option"], [role="listbox"], [role="slider"]'

/** True where the stroke belongs to the element that has the focus: a field, a list to choose from, or what Space presses. */
export const belongsTo = (focused: Element | null, key: string): boolean =>
  focused instanceof HTMLInputElement || takesText(focused) || (key === ' ' && (focused?.closest(PRESSED) ?? null) !== null)

/** A list or a pane over the page: it goes with a press beside it, and with a clicker's. */
const POPOVER = ':popover-open'
const isOpen = (selector: string): boolean => document.querySelector(selector) !== null

/**
 * True where a presenter's keys act: while presenting, switched on, and no sheet lies over the page. Under a dialog only the screen can be
 * blanked; with a list or a pane open, what a clicker sends acts, and the rest is theirs.
 */
function isListening({ mode, keys, handout, dialog, compare }: AppState, stroke: Stroke): boolean {
  if (mode !== 'present' || !keys || handout !== null) return false
  if (dialog !== null || compare !== null || isOpen('dialog:modal')) return presentActionOf(stroke) === 'blank'
  return !isOpen(POPOVER) || CLICKED.test(stroke.key)
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** What a clicker sends and no view needs while presenting: it acts wherever a press has left the focus, but in a field. */
const CLICKED = /^(PageDown|PageUp|[.brslf])$/i

export interface PresentKeys {
  act(action: PresentAction): void
  /** Moves the pointer ring by steps; false where there is none. */
  nudge(dx: number, dy: number): boolean
}

/** Binds a presenter's keys. Esc is not among them: it is the page's own, which undoes one thing at a time. */
export function bindPresentKeys(store: AppStore, { act, nudge }: PresentKeys, isRtl: boolean, signal: AbortSignal): void {
  const press = (event: KeyboardEvent): void => {
    const { state } = store
    const focused = document.activeElement
    if (event.defaultPrevented || !isListening(state, event)) return
    if (event.eventPhase === Event.CAPTURING_PHASE && !CLICKED.test(event.key)) return
    // While the screen is blank no element has the stroke: any key brings it back.
    if (!state.blank && belongsTo(focused, event.key)) return
    const arrow = event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey ? ARROWS[event.key] : undefined
    if (arrow && nudge(...(arrow as [number, number]))) return event.preventDefault()
    const action = presentActionOf(event, isRtl)
    if (action === null) return
    event.preventDefault()
    event.stopPropagation()
    for (const pane of document.querySelectorAll<HTMLElement>(POPOVER)) pane.hidePopover()
    act(action)
  }
  const page = document.documentElement
  page.addEventListener('keydown', press, { signal, capture: true })
  addEventListener('keydown', press, { signal })
}
