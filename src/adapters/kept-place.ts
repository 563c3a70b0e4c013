import { readPlace } from '../state/path'
import type { CreateView } from '../views/view'

const KEY = 'parleyPlace'

/** What this tab’s entry of the history holds beside its address. */
const held = (): Readonly<Record<string, unknown>> | null => history.state

/**
 * Where the reader was before the steps goes into the tab’s own entry of the history, beside the address: after a reload the way out of
 * the steps leads there still. Nothing of it outlives the tab.
 */
export const keepingPlace =
  (create: CreateView): CreateView =>
  (root, context) => {
    const { store } = context
    const kept = readPlace(held()?.[KEY])
    if (store.state.step !== null && store.state.place === null && kept !== null) store.set({ place: kept })
    const view = create(root, context)
    return {
      ...view,
      update(state, changed) {
        const isNew = changed.has('place') && (state.place !== null || held()?.[KEY] != null)
        if (isNew) history.replaceState({ ...held(), [KEY]: state.place }, '')
        view.update(state, changed)
      },
    }
  }
