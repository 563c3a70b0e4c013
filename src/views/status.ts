import { FILTER_KEYS, matchingEvents, shownEvents } from '../core/derive'
import { formatterOf } from '../core/format'
import type { View, ViewContext } from './view'

const QUIET_MS = 600

export interface Status extends View {
  /** Says a sentence at once. */
  announce(sentence: string): void
}

/** The one live region of the page: says how many events are left after a filter, once the reader pauses. */
export function createStatus(root: HTMLElement, { story, words }: ViewContext): Status {
  const format = formatterOf(story, words)
  let timer: ReturnType<typeof setTimeout> | undefined
  let first = true
  const say = (sentence: string): void => {
    clearTimeout(timer)
    root.textContent = sentence
  }
  return {
    announce: say,
    update(state, changed) {
      if (first || !FILTER_KEYS.some((key) => changed.has(key))) {
        first = false
        return
      }
      clearTimeout(timer)
      timer = setTimeout(() => {
        const all = shownEvents(story, state).length
        const shown = matchingEvents(story, state).length
        const count = words.page.count(shown, all, format.count(shown), format.count(all))
        say(state.brush === null ? `${count}.` : words.page.statusDuring(count, format.interval(state.brush)))
      }, QUIET_MS)
    },
    destroy() {
      clearTimeout(timer)
      root.textContent = ''
    },
  }
}
