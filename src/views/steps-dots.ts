import type { Formatter } from '../core/format'
import type { Step, Story } from '../core/story-types'
import type { StepId } from '../core/types'
import { h } from './dom'

export interface StepsDots {
  readonly element: HTMLElement
  show(step: StepId | null): void
}

/** How all of them are called, and each. */
export interface DotsWords {
  readonly all: string
  dot(step: string, title: string): string
}

/** One dot for each step, each a button that goes there: those behind filled, those ahead hollow. `look`: what their classes begin with. */
export function createDots(
  story: Story,
  says: DotsWords,
  { count }: Formatter,
  go: (id: StepId) => void,
  signal: AbortSignal,
  look: 'steps' | 'present' = 'steps',
): StepsDots {
  const dotOf = ({ id, title }: Step, index: number): HTMLButtonElement => {
    const name = says.dot(count(index + 1), title.value)
    const dot = h('button', { type: 'button', class: `${look}-dot`, 'aria-label': name, title: name })
    dot.addEventListener('click', () => go(id), { signal })
    return dot
  }
  const dots = story.steps.map(dotOf)
  return {
    element: h('ol', { class: `${look}-dots`, 'aria-label': says.all }, ...dots.map((dot) => h('li', {}, dot))),
    show(step) {
      const here = story.steps.findIndex(({ id }) => id === step)
      dots.forEach((dot, index) => {
        dot.classList.toggle('is-behind', index < here)
        if (index === here) dot.setAttribute('aria-current', 'step')
        else dot.removeAttribute('aria-current')
      })
    },
  }
}
