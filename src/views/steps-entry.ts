import { formatterOf } from '../core/format'
import { wayFrom } from '../core/path'
import type { StepId } from '../core/types'
import { goToStep, leaveSteps } from '../state/path'
import { ENTRY_CLASS, entryLabel } from './steps-button'
import type { CreateView } from './view'

/** Makes the buttons in `root` that lead into the steps work: in, at the step that the reader left last, and out again. */
export const createStepsEntry: CreateView = (root, context) => {
  const { story, store, words } = context
  const says = { story, words, format: formatterOf(story, words) }
  const abort = new AbortController()
  let last: StepId | null = null
  const press = ({ target }: Event): void => {
    if (!(target instanceof Element) || target.closest(`.${ENTRY_CLASS}`) === null) return
    const id = last ?? wayFrom(story, null).first
    if (store.state.step !== null) store.set(leaveSteps(story, store.state))
    else if (id !== null) store.set(goToStep(story, store.state, id))
  }
  root.addEventListener('click', press, { signal: abort.signal })
  return {
    update({ step }, changed) {
      if (!changed.has('step')) return
      last = step ?? last
      for (const button of root.querySelectorAll(`.${ENTRY_CLASS}`)) button.replaceChildren(...entryLabel(says, step, last))
    },
    destroy: () => abort.abort(),
  }
}
