import { stepOf, wayFrom } from '../core/path'
import type { Step } from '../core/story-types'
import type { StepId } from '../core/types'
import type { StepsWords } from '../core/words/steps-words'
import { goToStep, hasStrayed, leaveSteps } from '../state/path'
import type { AppState } from '../state/state'
import { h, setText } from './dom'
import { saysOf } from './list-lines'
import { createTerms, termText } from './list-terms'
import { classButton, presentButton } from './page-links'
import { createDots } from './steps-dots'
import { createQuestion } from './steps-question'
import { bindSwipe } from './steps-swipe'
import type { CreateView } from './view'

/** What the steps need from the page. */
export interface StepsPorts {
  /** Says a sentence to those who listen. */
  announce(sentence: string): void
}

/** The ways into the steps. */
const entries = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.steps-entry')]

/** The story's steps as a path: what each shows is state, here stands what it says. */
export const createSteps =
  (says: StepsWords, { announce }: StepsPorts): CreateView =>
  (root, context) => {
    const { story, store } = context
    const abort = new AbortController()
    const { signal } = abort
    const from = saysOf(context)
    const { count } = from.format
    const isRtl = context.words.dir === 'rtl'

    const go = (id: StepId | null): void => {
      if (id !== null) store.set(goToStep(story, store.state, id))
    }
    const onward = (): void => go(wayFrom(story, store.state.step).next)
    const backward = (): void => go(wayFrom(story, store.state.step).previous)

    const place = h('p', { class: 'steps-place' })
    const title = h('h2', { class: 'steps-title', tabindex: -1 })
    const text = h('div', { class: 'steps-text' })
    const dots = createDots(story, says, from.format, go, signal)
    const question = createQuestion(from, says, signal)
    const previous = h('button', { type: 'button', class: 'steps-previous' }, says.previous)
    const next = h('button', { type: 'button', class: 'steps-next' }, says.next)
    const leave = h('button', { type: 'button', class: 'steps-leave' }, says.leave)
    const back = h('button', { type: 'button', class: 'text-button' }, says.back)
    const strayed = h('p', { class: 'steps-strayed', hidden: true }, h('span', {}, says.strayed), ' ', back)
    const tools = h('div', { class: 'steps-tools' }, classButton(context, signal), presentButton(context, signal))
    const terms = createTerms(root, context, signal, 'step-term')
    const way = story.steps.length > 1 ? h('div', { class: 'steps-way' }, previous, dots.element, next) : null
    const body = h('div', { class: 'steps-body' }, h('div', { class: 'steps-told' }, title, text), question.element)
    root.classList.add('steps')
    root.setAttribute('role', 'region')
    root.setAttribute('aria-label', says.region)
    root.replaceChildren(h('div', { class: 'steps-sheet' }, way, leave, place, strayed, tools, body), ...(terms ? [terms] : []))
    for (const [button, press] of [
      [previous, backward],
      [next, onward],
      [leave, () => store.set(leaveSteps(story, store.state))],
      [back, () => go(store.state.step)],
    ] as const) {
      button.addEventListener('click', press, { signal })
    }

    const turns: Readonly<Record<string, () => void>> = {
      ArrowLeft: isRtl ? onward : backward,
      ArrowRight: isRtl ? backward : onward,
      PageUp: backward,
      PageDown: onward,
    }
    const turn = (event: KeyboardEvent): void => {
      const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event
      const press = turns[key]
      if (!press || altKey || ctrlKey || metaKey || shiftKey || event.defaultPrevented) return
      if (target instanceof Element && target.closest('[popover]') !== null) return
      event.preventDefault()
      press()
    }
    root.addEventListener('keydown', turn, { signal })
    bindSwipe(root, (to) => ((to === 'left') === isRtl ? backward : onward)(), signal)

    function show(step: Step): void {
      const { index, count: all, previous: before, next: after } = wayFrom(story, step.id)
      const at = says.place(count(index + 1), count(all))
      place.textContent = all > 1 ? at : ''
      setText(title, step.title)
      text.replaceChildren(h('p', {}, termText(from, step.text)))
      question.show(step)
      dots.show(step.id)
      // Not `disabled`: that would drop the focus of a reader who presses on to the end.
      previous.setAttribute('aria-disabled', String(before === null))
      next.setAttribute('aria-disabled', String(after === null))
      body.scrollTop = 0
    }

    let shown: StepId | null = null
    function walk(state: AppState): void {
      // Presenting has words of its own for a step.
      const step = state.mode === 'explore' ? stepOf(story, state.step) : null
      const before = shown
      shown = step?.id ?? null
      const focused = document.activeElement
      const isInside = root.contains(focused)
      const isEntering = before === null && focused?.closest('.steps-entry') != null
      // The way out stands beside the way on.
      for (const entry of entries()) entry.hidden = state.step !== null
      root.hidden = step === null
      if (step === null && isInside) entries()[0]?.focus()
      if (step === null || step.id === before) return
      show(step)
      // Whoever pressed to come in begins at the title; who came by a link or by going back keeps the place.
      if (isEntering || (isInside && !root.contains(document.activeElement))) title.focus()
      else if (before !== null) announce(says.announced(place.textContent, step.title.value))
    }

    return {
      update(state, changed) {
        if (changed.has('step') || changed.has('mode')) walk(state)
        if (shown === null) return
        const was = strayed.hidden
        strayed.hidden = !hasStrayed(story, state)
        root.classList.toggle('is-strayed', !strayed.hidden)
        // The button that went had done its work.
        if (strayed.hidden && !was && document.activeElement === document.body) title.focus()
      },
      destroy() {
        abort.abort()
        root.replaceChildren()
        root.hidden = true
        for (const entry of entries()) entry.hidden = false
      },
    }
  }
