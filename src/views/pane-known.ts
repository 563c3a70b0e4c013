import { isKnownBy } from '../core/derive'
import { knownSummary } from '../core/known'
import type { StoryEvent } from '../core/types'
import type { AppState } from '../state/state'
import { bdi, h, write } from './dom'
import { saysOf, shortDate } from './list-lines'
import { bringIntoPane } from './list-scroll'
import type { ViewContext } from './view'

/** So many records are named; of more, the number. */
const MOST_NAMES = 100

/**
 * What "as it was known" hides: a line under the count, which stays, and a fold that names the records without a date of report,
 * which goes with the list.
 */
export function createKnownLine(context: ViewContext, signal: AbortSignal) {
  const { story, store, words } = context
  const says = saysOf(context)
  const { format } = says
  const { known: names } = words.list
  const sentence = h('span')
  const all = h('button', { type: 'button', class: 'text-button' }, names.showAll)
  const opener = h('button', {
    type: 'button',
    class: 'text-button pane-opener',
    'aria-expanded': 'false',
    'aria-controls': 'known-records',
  })
  const line = h('div', { class: 'pane-line', hidden: true }, sentence, all, opener)
  const records = h('ul')
  const why = h('p', {}, names.unreportedWhy)
  const undatedName = h('p')
  const undated = h('ul')
  const fold = h('div', { class: 'pane-fold', id: 'known-records', hidden: true }, why, records, undatedName, undated)
  const unfold = (open: boolean): void => {
    fold.hidden = !open
    opener.setAttribute('aria-expanded', String(open))
  }

  all.addEventListener(
    'click',
    () => {
      // The button goes with the line: the focus goes to the pane's head, not to nowhere.
      const head = all.closest('.pane-head')
      store.set({ known: null })
      head?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus({ preventScroll: true })
    },
    { signal },
  )

  opener.addEventListener(
    'click',
    () => {
      unfold(fold.hidden !== false)
      if (!fold.hidden) bringIntoPane(fold, true)
    },
    { signal },
  )

  const fill = (list: HTMLElement, events: readonly StoryEvent[], state: AppState): void => {
    const items = events.slice(0, MOST_NAMES).map((event) => {
      const hidden = isKnownBy(story, event, state.known) ? '' : `, ${names.isHidden}`
      return h('li', {}, bdi(event.title), ` (${shortDate(says, event)}${hidden})`)
    })
    const over = events.length - MOST_NAMES
    list.replaceChildren(...items, ...(over > 0 ? [h('li', {}, names.more(format.count(over)))] : []))
  }
  return {
    line,
    fold,
    show(state: AppState): void {
      const { known } = state
      line.hidden = known === null
      if (known === null) return unfold(false)
      const { hidden, unreported, undated: never } = knownSummary(story, state)
      write(sentence, names.line(format.day(known), hidden, format.count(hidden)))
      opener.hidden = unreported.length + never.length === 0
      if (opener.hidden) unfold(false)
      why.hidden = unreported.length === 0
      undatedName.hidden = never.length === 0
      const counts = [
        ...(unreported.length > 0 ? [names.unreported(unreported.length, format.count(unreported.length))] : []),
        ...(never.length > 0 ? [names.undated(never.length, format.count(never.length))] : []),
      ]
      write(opener, counts[0] ?? '')
      write(undatedName, `${counts.at(-1)}:`)
      fill(records, unreported, state)
      fill(undated, never, state)
    },
  }
}
