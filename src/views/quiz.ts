import { type QuizWords, quizWords } from '../core/words/quiz-words'
import { keepsBack } from '../state/kept'
import { stopHiding } from '../state/reveal'
import { type AppState, type Exercise, SECRETS, type Secret } from '../state/state'
import { createDialog } from './dialog'
import { h } from './dom'
import { handoutButton } from './page-links'
import { startHiding } from './quiz-start'
import type { CreateView, ViewContext } from './view'

interface Choices {
  readonly element: HTMLElement
  readonly boxes: readonly (readonly [Secret, HTMLInputElement])[]
  readonly error: HTMLElement
}

function createChoices(says: QuizWords): Choices {
  const error = h('p', { id: 'quiz-error', class: 'quiz-error', hidden: true })
  const made = SECRETS.map((secret) => {
    const id = `quiz-${secret}`
    const box = h('input', { type: 'checkbox', id, 'aria-describedby': `${id}-about` })
    const label = h('label', { class: 'tick', for: id }, box, says.choices[secret])
    return { secret, box, element: h('div', {}, label, h('p', { id: `${id}-about` }, says.about[secret])) }
  })
  return {
    boxes: made.map(({ secret, box }) => [secret, box] as const),
    error,
    element: h(
      'fieldset',
      { class: 'quiz-choices', 'aria-describedby': error.id },
      h('legend', {}, says.hide),
      ...made.map(({ element }) => element),
    ),
  }
}

function exerciseRow({ store }: ViewContext, exercise: Exercise, title: string, about: string, signal: AbortSignal): HTMLElement {
  const button = h('button', { type: 'button', class: 'quiz-action', 'aria-describedby': `quiz-${exercise}-about` }, title)
  const start = (): void => {
    startHiding(true)
    store.set({ exercise, guess: null, dialog: null })
  }
  button.addEventListener('click', start, { signal })
  return h('li', {}, button, h('p', { id: `quiz-${exercise}-about` }, about))
}

/**
 * The lesson: a page of the site in a tab of its own, or the foot of the one file that has it, opened. None where what is kept back has
 * taken that foot from the page.
 */
function lessonLink({ store }: ViewContext, says: QuizWords, address: string | null, signal: AbortSignal): HTMLElement[] {
  const isHere = address?.startsWith('#') ?? false
  if (address === null || (isHere && document.querySelector(address) === null)) return []
  const link = h('a', { href: address, ...(isHere ? {} : { target: '_blank', rel: 'noopener' }) }, says.lesson)
  const open = (): void => {
    store.set({ dialog: null })
    document.querySelector(`${address} > details`)?.setAttribute('open', '')
  }
  if (isHere) link.addEventListener('click', open, { signal })
  return [h('p', {}, link, ` ${says.lessonAbout}`)]
}

/**
 * “For a class”: the dialog that chooses what is hidden until it is told, and starts the exercises. `lesson`: the address of the page for
 * the teacher; null where there is none.
 */
export const createQuiz =
  (lesson: string | null): CreateView =>
  (root, context) => {
    const { store, words } = context
    const says = quizWords
    const abort = new AbortController()
    const { signal } = abort
    const choices = createChoices(says)
    const start = h('button', { type: 'submit', class: 'quiz-action' }, says.start)
    const stop = h('button', { type: 'button', class: 'quiz-action' }, says.stop)
    stop.addEventListener('click', () => store.set({ ...stopHiding, dialog: null }), { signal })
    const form = h(
      'form',
      {},
      choices.element,
      choices.error,
      h('p', {}, says.withheld),
      h('p', { class: 'quiz-begin' }, start, stop),
    )
    const exercises = h(
      'section',
      { 'aria-labelledby': 'quiz-exercises' },
      h('h3', { id: 'quiz-exercises' }, says.exercises),
      h(
        'ul',
        {},
        exerciseRow(context, 'place', says.place, says.placeAbout, signal),
        exerciseRow(context, 'order', says.order, says.orderAbout, signal),
      ),
    )
    const print = handoutButton(context, signal, 'blank')
    print.classList.add('quiz-action')
    const onClose = (): void => {
      if (store.state.dialog === 'class') store.set({ dialog: null })
    }
    const dialog = createDialog({ id: 'dialog-class', title: says.dialog, words, onClose }, signal)
    dialog.element.classList.add('quiz-dialog')
    dialog.body.append(
      h('p', { class: 'quiz-lead' }, says.lead),
      form,
      exercises,
      h('p', {}, print),
      ...lessonLink(context, says, lesson, signal),
      h('p', { class: 'quiz-privacy' }, says.privacy),
    )
    const home = document.getElementById('dialogs') ?? root
    home.append(dialog.element)

    /** Only while it is so: a description is read out even where it is hidden. */
    const tellNone = (isNone: boolean): void => {
      choices.error.hidden = !isNone
      choices.error.textContent = isNone ? says.noneChosen : ''
    }
    form.addEventListener(
      'submit',
      (event) => {
        event.preventDefault()
        const secrets = new Set(choices.boxes.flatMap(([secret, box]) => (box.checked ? [secret] : [])))
        tellNone(secrets.size === 0)
        startHiding(secrets.size > 0)
        if (secrets.size > 0) return store.set({ secrets, dialog: null })
        choices.boxes[0]?.[1].focus()
      },
      { signal },
    )

    function show(state: AppState): void {
      startHiding(false)
      for (const [secret, box] of choices.boxes) box.checked = state.secrets.has(secret)
      tellNone(false)
      start.textContent = state.secrets.size > 0 ? says.apply : says.start
      stop.hidden = !keepsBack(state)
      dialog.open()
    }
    return {
      update(state, changed) {
        if (!changed.has('dialog')) return
        if (state.dialog === 'class') show(state)
        else dialog.close()
      },
      destroy() {
        abort.abort()
        dialog.remove()
      },
    }
  }
