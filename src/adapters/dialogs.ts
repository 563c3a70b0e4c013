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

const isWanted = (state: AppState): boolean => state.compare !== null || state.dialog !== null
let loading: Promise<Dialogs | null> | null = null

/**
 * Shows the dialogs that state asks for. Their script comes with the first of them, or once the page has nothing else to do:
 * `prepare` says that it may. Where it cannot be had, the reader is told and state asks for no dialog any more.
 */
export function bindDialogs({ root, context, say }: DialogsHost): { prepare(): void; end(): void } {
  const { store, words } = context
  let views: readonly View[] | null = null
  let ended = false

  const giveUp = (sentence: string): void => {
    store.set({ compare: null, dialog: null })
    say(sentence)
  }
  const failed = (error: unknown): void => {
    // A view may not set state while it is updated. The error itself is the developer's copy.
    queueMicrotask(() => {
      giveUp(words.page.viewFailed)
      throw error
    })
  }
  const update = (changed: ReadonlySet<keyof AppState>): void => {
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
      return failed(error)
    }
    update(new Set(Object.keys(store.state) as (keyof AppState)[]))
  }
  const stop = store.subscribe((state, changed) => {
    if (views !== null) update(changed)
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
