import { formatterOf } from '../core/format'
import type { Hidden } from '../core/mask'
import { wholeStory } from '../core/mask'
import { maskNames } from '../core/mask-names'
import { stepOf, wayFrom } from '../core/path'
import type { EventId, StepId } from '../core/types'
import { type QuizWords, quizWords } from '../core/words/quiz-words'
import { stepsWords } from '../core/words/steps-words'
import { keepsBack, secretsOf } from '../state/kept'
import { hideAgain, revealAll, revealNext, revealSelected, stopHiding } from '../state/reveal'
import { type AppState, SECRETS } from '../state/state'
import { h } from './dom'
import { hasStarted } from './quiz-start'
import type { CreateView, ViewContext } from './view'

export interface QuizPorts {
  /** Says a sentence to those who listen. */
  announce(sentence: string): void
  /** Puts the address of the present view on the clipboard; false where the browser refuses. */
  copyAddress(context: ViewContext): Promise<boolean>
}

/** What was last said of what is hidden: the page is made anew with every change, and must say the change, not the state. */
let last: { readonly hidden: string; readonly told: ReadonlySet<EventId>; readonly step: StepId | null } | null = null

/** Where a reader goes on who has just begun: the exercise, else the first button of the line. By id: the page has been made anew. */
function focusStart(): void {
  const title = document.getElementById('exercise-title')
  const isShown = title !== null && title.closest('[hidden]') === null
  const start = isShown ? title : document.getElementById('quiz-next')
  start?.focus()
}

/** "Titles and places are hidden." */
function hiddenSentence({ words, story }: ViewContext, says: QuizWords, hidden: ReadonlySet<Hidden>): string {
  const chosen = SECRETS.filter((each) => hidden.has(each)).map((each) => says.names[each])
  return says.hidden(formatterOf(story, words).list(chosen))
}

/** The step that a page made anew is on: who turned to it from an exercise hears of both. */
function stepSentence({ words, story }: ViewContext, { step }: AppState): readonly string[] {
  const { count } = formatterOf(story, words)
  const { index, count: all } = wayFrom(story, step)
  const title = stepOf(story, step)?.title.value
  return title === undefined ? [] : [stepsWords.announced(stepsWords.place(count(index + 1), count(all)), title)]
}

/** The line that says what is hidden, with the buttons that reveal it, while something is. */
export const createQuizBar =
  (ports: QuizPorts): CreateView =>
  (root, context) => {
    // Once the page has been made anew: what is said before is gone with it.
    const announce = (sentence: string): void => {
      setTimeout(() => ports.announce(sentence))
    }
    const { story, store } = context
    const says = quizWords
    const abort = new AbortController()
    const names = maskNames(wholeStory(story))
    const button = (id: string, text: string, press: () => void, opens = false): HTMLButtonElement => {
      const made = h('button', { type: 'button', id: `quiz-${id}`, 'aria-haspopup': opens ? 'dialog' : null }, text)
      made.addEventListener('click', press, { signal: abort.signal })
      return made
    }
    const said = h('p', { class: 'quiz-said' })
    const next = button('next', says.next, () => store.set(revealNext(story, store.state) ?? {}))
    const one = button('this', says.this, () => store.set(revealSelected(story, store.state) ?? {}))
    const all = button('all', says.all, () => store.set(revealAll(story)))
    const again = button('again', says.hideAgain, () => store.set(hideAgain(story, store.state)))
    const change = button('change', says.change, () => store.set({ dialog: 'class' }), true)
    const copy = button('copy', says.copy, () => void copyLink())
    const stop = button('stop', says.stop, () => store.set(stopHiding))
    async function copyLink(): Promise<void> {
      ports.announce((await ports.copyAddress(context)) ? says.copied : says.copyFailed)
    }
    const buttons = h('div', { class: 'quiz-buttons' }, next, one, all, again, change, copy, stop)
    const bar = h('section', { id: 'quiz', 'aria-label': says.bar, hidden: true }, said, buttons)
    const main = document.querySelector('main')
    if (main) main.before(bar)
    else root.append(bar)

    function show(state: AppState): void {
      const isAllTold = wholeStory(story) === story
      const hasNext = !isAllTold && revealNext(story, state) !== null
      said.textContent = isAllTold ? says.allTold : hiddenSentence(context, says, secretsOf(state))
      next.setAttribute('aria-disabled', String(!hasNext))
      next.hidden = isAllTold
      one.setAttribute('aria-disabled', String(revealSelected(story, state) === null))
      one.hidden = isAllTold
      all.hidden = isAllTold
      again.hidden = state.told.size === 0
    }
    function tell(state: AppState): void {
      const hidden = keepsBack(state) ? hiddenSentence(context, says, secretsOf(state)) : ''
      const before = last
      last = { hidden, told: state.told, step: state.step }
      if (hidden !== before?.hidden) {
        const isTurn = state.step !== null && state.step !== before?.step
        if (before !== null || hidden !== '')
          announce([hidden || says.wholeAgain, ...(isTurn ? stepSentence(context, state) : [])].join(' '))
        return
      }
      const fresh = [...state.told].filter((id) => !before.told.has(id))
      if (hidden === '' || (fresh.length === 0 && state.told.size === before.told.size)) return
      const [id] = fresh
      if (id === undefined) return announce(hidden)
      const title = wholeStory(story).events.get(names.realOf(id) ?? id)?.title.value ?? ''
      if (wholeStory(story) === story) return announce(says.toldAll)
      announce(fresh.length > 1 ? says.toldSome(formatterOf(story, context.words).count(fresh.length)) : says.told(title))
    }

    return {
      update(state, changed) {
        if (!['secrets', 'told', 'exercise', 'selected', 'layers', 'known'].some((key) => changed.has(key as never))) return
        const keeps = keepsBack(state)
        bar.hidden = !keeps
        // The bundle's root shows nothing of its own; in a page without `main` it holds the bar.
        if (!main) root.hidden = !keeps
        if (keeps) show(state)
        if (keeps && hasStarted()) setTimeout(focusStart)
        if (changed.has('secrets') || changed.has('told') || changed.has('exercise')) tell(state)
      },
      destroy() {
        abort.abort()
        bar.remove()
      },
    }
  }
