import type { Panels } from '../panels'
import type { AppState } from '../state/state'
import { h } from '../views/dom'
import type { CreateView, View } from '../views/view'
import { loadLater } from './later'

let loading: Promise<Panels | null> | null = null
let ready: Panels | null = null

/** Brings the script of the panels before one is asked for. */
export async function loadPanels(): Promise<Panels | null> {
  loading ??= loadLater<Panels>('panels', 'parleyPanels')
  ready = await loading
  // The next one to ask tries again.
  if (ready === null) loading = null
  return ready
}

/** A panel whose script comes when it is first shown, if it is not there yet; says so where it cannot be had. */
export const laterPanel =
  (choose: (panels: Panels) => CreateView): CreateView =>
  (root, context) => {
    if (ready !== null) return choose(ready)(root, context)
    let view: View | null = null
    let ended = false
    let latest: AppState | null = null
    void loadPanels().then((panels) => {
      if (ended) return
      if (panels === null) return root.replaceChildren(h('p', { class: 'failed' }, context.words.dialog.notLoaded))
      view = choose(panels)(root, context)
      if (latest) view.update(latest, new Set(Object.keys(latest) as (keyof AppState)[]))
    })
    return {
      update(state, changed) {
        latest = state
        view?.update(state, changed)
      },
      destroy() {
        ended = true
        view?.destroy()
      },
    }
  }
