import { formatterOf } from '../core/format'
import { wayFrom } from '../core/path'
import type { StepId } from '../core/types'
import { goToStep, leaveSteps } from '../state/path'
import { h, keepEqual } from './dom'
import type { CreateView, ViewContext } from './view'

const CLASS = 'steps-entry'

type Says = Pick<ViewContext, 'story' | 'words'>

function label({ story, words }: Says, step: StepId | null, last: StepId | null): HTMLElement[] {
  const { page: says } = words
  const { count } = formatterOf(story, words)
  const { length } = story.steps
  if (step !== null) return [h('span', {}, says.stepsLeave)]
  const place = wayFrom(story, last).index + 1
  const [before, name] =
    place > 0 ? says.stepsAgain(count(place)) : length === 1 ? says.stepStart() : says.stepsStart(count(length))
  return [h('span', { class: 'steps-start' }, before), h('span', {}, name)]
}

/** The button that leads into the story's steps, for a header; null for a story without any. `createStepsEntry` makes it work. */
export function stepsEntry(context: Says): HTMLButtonElement | null {
  if (context.story.steps.length === 0) return null
  return h('button', { type: 'button', class: CLASS }, ...label(context, null, null))
}

/** Makes the buttons in `root` that lead into the steps work: in, at the step that the reader left last, and out again. */
export const createStepsEntry: CreateView = (root, context) => {
  const { story, store } = context
  const abort = new AbortController()
  let last: StepId | null = null
  const press = ({ target }: Event): void => {
    if (!(target instanceof Element) || target.closest(`.${CLASS}`) === null) return
    const id = last ?? wayFrom(story, null).first
    if (store.state.step !== null) store.set(leaveSteps(story, store.state))
    else if (id !== null) store.set(goToStep(story, store.state, id))
  }
  root.addEventListener('click', press, { signal: abort.signal })
  return {
    update({ step }, changed) {
      if (!changed.has('step')) return
      last = step ?? last
      for (const button of root.querySelectorAll(`.${CLASS}`)) keepEqual(button, label(context, step, last))
    },
    destroy: () => abort.abort(),
  }
}
