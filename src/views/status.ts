import { FILTER_KEYS, matchingEvents, shownEvents } from '../core/derive'
import { formatterOf } from '../core/format'
import type { AppState } from '../state/state'
import type { Changed } from '../state/store'
import type { View, ViewContext } from './view'

const QUIET_MS = 600

export interface Status extends View {
  /** Says a sentence at once. */
  announce(sentence: string): void
}

/** A map that moves changes nothing while it does not filter. */
const isCounted = ({ byMap }: AppState, changed: Changed<AppState>): boolean =>
  FILTER_KEYS.some((key) => changed.has(key) && (key !== 'area' || byMap !== 'off'))

/** How many events are left, and by which of the filters that a count alone does not explain. */
function countSentence({ story, words }: ViewContext, state: AppState): string {
  const says = words.page
  const format = formatterOf(story, words)
  const all = shownEvents(story, state).length
  const shown = matchingEvents(story, state).length
  let sentence = says.count(shown, all, format.count(shown), format.count(all))
  if (state.brush !== null) sentence = says.statusDuring(sentence, format.interval(state.brush))
  if (state.known !== null) sentence = says.statusKnown(sentence, format.day(state.known))
  if (state.byMap === 'view') sentence = says.statusInView(sentence)
  if (state.byMap === 'view-and-unplaced') sentence = says.statusInViewOrUnplaced(sentence)
  return says.statusEnd(sentence)
}

/**
 * The one live region of the page: says how many events are left after a filter, once the reader pauses. Later scripts have it say a
 * sentence by an event `announce` with the sentence as its detail, which then stands for the count.
 */
export function createStatus(root: HTMLElement, context: ViewContext): Status {
  let timer: ReturnType<typeof setTimeout> | undefined
  let first = true
  const say = (sentence: string): void => {
    clearTimeout(timer)
    root.textContent = sentence
  }
  const hear = (event: Event): void => say(event instanceof CustomEvent ? String(event.detail) : '')
  root.addEventListener('announce', hear)
  return {
    announce: say,
    update(state, changed) {
      if (first || !isCounted(state, changed)) {
        first = false
        return
      }
      clearTimeout(timer)
      timer = setTimeout(() => say(countSentence(context, state)), QUIET_MS)
    },
    destroy() {
      root.removeEventListener('announce', hear)
      say('')
    },
  }
}
