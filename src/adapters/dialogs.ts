import type { Dialogs } from '../dialogs'
import type { AppState } from '../state/state'
import { h } from '../views/dom'
import type { View, ViewContext } from '../views/view'
import { loadLater } from './later'

export interface DialogsHost {
  readonly root: HTMLElement
  readonly context: ViewContext
  /** Tells every reader, by eye and ear, that a dialog cannot be shown. */
  say(sentence: string): void
}

const isWanted = (state: AppState): boolean => state.compare !== null || state.dialog !== null || state.measure !== null
let loading: Promise<Dialogs | null> | null = null

/**
 * Shows the dialogs that state asks for. Their script comes with the first of them, or once the page has nothing else to do:
 * `prepare` says that it may. Where it cannot be had, the reader is told and state asks for no dialog any more.
 */
export function bindDialogs({ root, context, say }: DialogsHost): { prepare(): void; end(): void } {
  const { store, words } = context
  let views: readonly View[] | null = null
  let ended = false
  const pending = new Set<keyof AppState>()

  const giveUp = (sentence: string): void => {
    store.set({ compare: null, dialog: null, measure: null })
    say(sentence)
  }
  const failed = (error: unknown): void => {
    giveUp(words.page.viewFailed)
    // The developer's copy: the page itself has told the reader.
    queueMicrotask(() => {
      throw error
    })
  }
  /**
   * A dialog that opens or closes moves the focus, and views that hear of it set state: so it waits until the store is done with all
   * listeners.
   */
  const updateLater = (changed: Iterable<keyof AppState>): void => {
    if (pending.size === 0) queueMicrotask(update)
    for (const key of changed) pending.add(key)
  }
  const update = (): void => {
    const changed = new Set(pending)
    pending.clear()
    if (ended) return
    try {
      for (const view of views ?? []) view.update(store.state, changed)
    } catch (error) {
      failed(error)
    }
  }
  const load = async (): Promise<void> => {
    loading ??= loadLater<Dialogs>('dialogs', 'parleyDialogs')
    const loaded = await loading
    // The next one to ask tries again.
    if (loaded === null) loading = null
    if (ended || views !== null) return
    if (loaded === null) {
      if (isWanted(store.state)) giveUp(words.dialog.notLoaded)
      return
    }
    try {
      views = loaded.views.map((create) => create(root.appendChild(h('div')), context))
    } catch (error) {
      root.replaceChildren()
      return failed(error)
    }
    updateLater(Object.keys(store.state) as (keyof AppState)[])
  }
  const stop = store.subscribe((state, changed) => {
    if (views !== null) updateLater(changed)
    else if (isWanted(state)) void load()
  })
  if (isWanted(store.state)) void load()
  return {
    prepare() {
      const later = (): void => void load()
      if ('requestIdleCallback' in window) requestIdleCallback(later, { timeout: 5000 })
      else setTimeout(later, 1000)
    },
    end() {
      ended = true
      stop()
      for (const view of views ?? []) view.destroy()
      root.replaceChildren()
    },
  }
}
