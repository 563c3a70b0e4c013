import type { ExerciseWords } from '../core/words/exercise-words'
import { stopHiding } from '../state/reveal'
import type { Exercise } from '../state/state'
import { h } from './dom'
import { createOrderExercise } from './exercise-order'
import type { ExerciseContext, ExercisePart } from './exercise-parts'
import { textButton } from './exercise-parts'
import { createPlaceExercise } from './exercise-place'
import type { CreateView } from './view'

export interface ExercisePorts {
  /** Says a sentence to those who listen. */
  announce(sentence: string): void
}

const MAKE: Readonly<Record<Exercise, (context: ExerciseContext, signal: AbortSignal) => ExercisePart>> = {
  place: createPlaceExercise,
  order: createOrderExercise,
}

/** The two exercises: at the head of the list, as state asks. They say right or wrong by the file and keep nothing. */
export const createExercise =
  (says: ExerciseWords, { announce }: ExercisePorts): CreateView =>
  (root, context) => {
    const { store } = context
    const abort = new AbortController()
    const title = h('h2', { id: 'exercise-title', tabindex: -1 })
    const leave = textButton(
      says.stop,
      () => store.set(store.state.secrets.size > 0 ? { exercise: null, guess: null } : stopHiding),
      abort.signal,
    )
    const body = h('div')
    root.classList.add('exercise')
    root.setAttribute('role', 'region')
    root.setAttribute('aria-labelledby', title.id)
    root.append(h('div', { class: 'exercise-head' }, title, leave), body)
    let part: { readonly exercise: Exercise; readonly shown: ExercisePart } | null = null

    return {
      update({ exercise }, changed) {
        if (!['exercise', 'guess', 'layers', 'known', 'told'].some((key) => changed.has(key as never))) return
        root.hidden = exercise === null
        if (exercise === null) {
          part = null
          return body.replaceChildren()
        }
        if (part?.exercise !== exercise) {
          title.textContent = says[exercise].title
          part = { exercise, shown: MAKE[exercise]({ ...context, says, announce }, abort.signal) }
          body.replaceChildren(part.shown.element)
        }
        part.shown.show()
      },
      destroy() {
        abort.abort()
        root.replaceChildren()
        root.hidden = true
      },
    }
  }
