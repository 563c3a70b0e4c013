import type { PresentWords } from '../core/words/present-words'
import { h } from './dom'

export interface Blank {
  show(isBlank: boolean): void
  destroy(): void
}

const CLASS = 'blanked'

/**
 * A dark screen over everything, pop-ups included: the page behind it is inert and not drawn. It stands beside the page, in the body,
 * because what lies in an inert part is inert too. A press on it, or any of a presenter's keys, brings the page back, and the focus with it.
 */
export function createBlank(says: PresentWords, show: () => void, signal: AbortSignal): Blank {
  const cover = h('button', { type: 'button', class: 'present-blank', 'aria-label': says.unblank })
  cover.addEventListener('click', show, { signal })
  const told = h('p', { class: 'unseen present-blank-told', role: 'status' })
  document.body.append(told)
  let made: HTMLElement[] = []
  let focused: Element | null = null
  const uncover = (): void => {
    for (const element of made) element.inert = false
    made = []
    cover.remove()
    document.documentElement.classList.remove(CLASS)
  }
  return {
    show(isBlank) {
      if (isBlank === cover.isConnected) return
      told.textContent = isBlank ? says.blanked : says.unblanked
      if (!isBlank) {
        uncover()
        if (focused instanceof HTMLElement && focused.isConnected) focused.focus({ preventScroll: true })
        return
      }
      // What is modal would keep the cover from being reached, whoever is asked to close it and when.
      for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog[open]')) dialog.close()
      focused = document.activeElement
      const others = [...document.body.children].filter((child) => child instanceof HTMLElement)
      made = others.filter((child) => child !== told && !child.inert)
      for (const element of made) element.inert = true
      document.body.append(cover)
      document.documentElement.classList.add(CLASS)
      cover.focus({ preventScroll: true })
    },
    destroy() {
      uncover()
      told.remove()
    },
  }
}
