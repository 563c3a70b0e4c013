import type { Step } from '../core/story-types'
import type { StepsWords } from '../core/words/steps-words'
import { bdi, h } from './dom'
import type { Says } from './list-lines'
import { termText } from './list-terms'

export interface StepsQuestion {
  readonly element: HTMLElement
  show(step: Step): void
}

/** A step's question. Its answer is on the page only while the reader wants it there. */
export function createQuestion(context: Says, says: StepsWords, signal: AbortSignal): StepsQuestion {
  const question = h('p', { class: 'steps-asked' })
  const answer = h('div', { id: 'steps-answer', class: 'steps-answer' })
  const button = h('button', { type: 'button', class: 'text-button', 'aria-controls': answer.id }, says.showAnswer)
  const element = h('div', { class: 'steps-question' }, h('p', { class: 'steps-label' }, says.question), question, button, answer)
  let shown: Step | null = null
  const open = (isOpen: boolean): void => {
    const text = isOpen ? (shown?.answer ?? null) : null
    answer.replaceChildren(...(text ? [h('p', {}, termText(context, text))] : []))
    button.textContent = text ? says.hideAnswer : says.showAnswer
    button.setAttribute('aria-expanded', String(text !== null))
  }
  button.addEventListener(
    'click',
    () => {
      open(answer.childElementCount === 0)
      // Only the panel’s own boxes: `scrollIntoView` would also scroll the page around a frame.
      for (const box of [element.closest('.steps-body'), element.closest('.steps')]) {
        if (box) box.scrollTop += Math.max(answer.getBoundingClientRect().bottom - box.getBoundingClientRect().bottom, 0)
      }
    },
    { signal },
  )
  return {
    element,
    show(step) {
      shown = step
      element.hidden = step.question === null
      button.hidden = step.answer === null
      question.replaceChildren(...(step.question ? [bdi(step.question)] : []))
      open(false)
    },
  }
}
