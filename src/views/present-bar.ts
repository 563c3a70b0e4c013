import type { Capabilities } from '../core/capabilities'
import type { Formatter } from '../core/format'
import type { StepId } from '../core/types'
import type { PresentWords } from '../core/words/present-words'
import { isArticleOnly } from '../state/actions'
import type { PresentAction } from '../state/present'
import type { AppState } from '../state/state'
import { h } from './dom'
import { createPresentMore } from './present-more'
import { placeText } from './present-text'
import { placeOf, turn } from './present-walk'
import { createDots } from './steps-dots'
import type { ViewContext } from './view'

export interface BarPort {
  act(action: PresentAction): void
  go(step: StepId): void
  openNotes(): void
  readonly can: Capabilities
}

/** What is on, and what the buttons say of it. */
export interface BarState {
  readonly isRing: boolean
  readonly isFullscreen: boolean
  readonly isAnswered: boolean
  /** There is something to reveal or to hide again. */
  readonly canReveal: boolean
}

export interface PresentBar {
  readonly element: HTMLElement
  show(state: AppState, bar: BarState): void
  /** The button of an action; false where there is none. */
  focus(action: string | null): boolean
}

/** More steps than these are told by their number alone. */
const MOST_DOTS = 12

/** As `aria-keyshortcuts` and tool tips name them. */
const KEYS: Readonly<Partial<Record<PresentAction, string>>> = {
  next: 'PageDown',
  previous: 'PageUp',
  reveal: 'R',
  blank: 'B',
  spotlight: 'S',
  ring: 'L',
  fullscreen: 'F',
  leave: 'Escape',
}

/** Everything that a presenter's keys do, as buttons for a touch board. */
export function createPresentBar(
  context: ViewContext,
  says: PresentWords,
  format: Formatter,
  port: BarPort,
  signal: AbortSignal,
): PresentBar {
  const { story } = context
  const button = (action: PresentAction, name: string): HTMLButtonElement => {
    const key = KEYS[action] ?? null
    const made = h(
      'button',
      { type: 'button', 'data-act': action, 'aria-keyshortcuts': key, title: key && `${name} (${key})` },
      name,
    )
    made.addEventListener('click', () => port.act(action), { signal })
    return made
  }
  const [previous, next] = [button('previous', says.previous), button('next', says.next)]
  const reveal = button('reveal', says.reveal)
  const [spotlight, ring, fullscreen] = [
    button('spotlight', says.spotlight),
    button('ring', says.ring),
    button('fullscreen', says.fullscreen),
  ]
  const notes = h('button', { type: 'button', class: 'present-notes' }, says.notes)
  notes.addEventListener('click', port.openNotes, { signal })
  const more = createPresentMore(context, says, port, signal)
  // What cannot be had in a frame is not offered in it.
  const offered = [...(port.can.fullscreen ? [fullscreen] : []), ...(port.can.popups ? [notes] : [])]
  const hasDots = story.steps.length > 0 && story.steps.length <= MOST_DOTS
  const dots = hasDots ? createDots(story, says, format, port.go, signal, 'present') : null
  const place = h('span', { class: 'present-at' })
  const others = h('p', { class: 'present-others' }, says.others)
  const element = h(
    'div',
    { class: 'present-bar', role: 'group', 'aria-label': says.bar },
    h('div', { class: 'present-way' }, previous, dots?.element ?? place, next),
    others,
    h('div', { class: 'present-tools' }, reveal, button('blank', says.blank), spotlight, ring, ...offered, more.button, more.pane, button('leave', says.leave)), // biome-ignore format: one row
  )
  const press = (control: HTMLElement, on: boolean): void => control.setAttribute('aria-pressed', String(on))
  const bar = (control: HTMLElement, off: boolean): void => control.setAttribute('aria-disabled', String(off))
  return {
    element,
    focus(action) {
      const found = element.querySelector<HTMLElement>(`[data-act="${action}"]`)
      found?.focus({ preventScroll: true })
      return found !== null
    },
    show(state, { isRing, isFullscreen, isAnswered, canReveal }) {
      dots?.show(state.step)
      place.textContent = placeText(says, format, placeOf(story, state))
      // Not `disabled`: that would drop the focus of whoever presses on to the end.
      bar(previous, turn(story, state, 'previous') === null)
      bar(next, turn(story, state, 'next') === null)
      bar(reveal, !canReveal)
      bar(spotlight, state.selected === null)
      reveal.textContent = isAnswered ? says.hide : says.reveal
      press(spotlight, state.spotlight)
      press(ring, isRing)
      press(fullscreen, isFullscreen)
      more.update(state)
      others.classList.toggle('is-blank', isArticleOnly(story, state))
    },
  }
}
