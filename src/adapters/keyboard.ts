import { undoTopmost } from '../state/actions'
import type { AppStore } from '../views/view'

/** Esc undoes one thing at a time, unless a view has used the key itself. Returns the function that ends it. */
export function bindEscape(store: AppStore): () => void {
  const abort = new AbortController()
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      // An open popover or dialog is the topmost thing, and closes by itself.
      if (document.querySelector(':popover-open, dialog:modal')) return
      const patch = undoTopmost(store.state)
      if (patch === null) return
      event.preventDefault()
      store.set(patch)
    },
    { signal: abort.signal },
  )
  return () => abort.abort()
}
