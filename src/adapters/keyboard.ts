import { undoTopmost } from '../state/actions'
import type { AppState } from '../state/state'
import type { AppStore } from '../views/view'

/** Inputs in which a key is no letter of a text. */
const PRESSED = /^(button|checkbox|color|file|image|radio|range|reset|submit)$/

/** True where a key that is typed belongs to the element: a field of text or a list to choose from. */
export function takesText(element: Element | null): boolean {
  if (element instanceof HTMLInputElement) return !PRESSED.test(element.type)
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return true
  return element instanceof HTMLElement && (element.isContentEditable || element.closest('[contenteditable="true"]') !== null)
}

type Stroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'defaultPrevented'>

/** True where a key stroke asks for the help: `?`, while that is switched on, nothing lies over the page and nobody is typing. */
export function asksForHelp(
  stroke: Stroke,
  state: Pick<AppState, 'keys' | 'dialog' | 'compare'>,
  focused: Element | null,
): boolean {
  const { key, ctrlKey, metaKey, altKey, isComposing, defaultPrevented } = stroke
  if (key !== '?' || ctrlKey || metaKey || altKey || isComposing || defaultPrevented) return false
  return state.keys && state.dialog === null && state.compare === null && !takesText(focused)
}

/** An open popover or dialog: the topmost thing, which closes by itself. */
export const isCovered = (): boolean => document.querySelector(':popover-open, dialog:modal') !== null

/** Esc undoes one thing at a time, unless a view has used the key itself; `?` opens the help. Returns the function that ends it. */
export function bindKeys(store: AppStore): () => void {
  const abort = new AbortController()
  const undo = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || isCovered()) return
    // A presenter's keys do not act in a field, and Esc is one of them.
    if (store.state.mode === 'present' && takesText(document.activeElement)) return
    const patch = undoTopmost(store.state)
    if (patch === null) return
    event.preventDefault()
    store.set(patch)
  }
  const help = (event: KeyboardEvent): void => {
    if (!asksForHelp(event, store.state, document.activeElement) || isCovered()) return
    event.preventDefault()
    store.set({ dialog: 'help' })
  }
  addEventListener('keydown', (event) => (event.key === 'Escape' ? undo(event) : help(event)), { signal: abort.signal })
  return () => abort.abort()
}
