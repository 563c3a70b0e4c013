import { toWall } from '../core/axis-levels'
import { matchingEvents, shownEvents } from '../core/derive'
import { memoLast } from '../core/memo'
import type { StoryEvent } from '../core/types'
import { articleOnly, isArticleOnly } from '../state/actions'
import type { AppState } from '../state/state'
import { h, write } from './dom'
import { type Says, saysOf } from './list-lines'
import { bringIntoPane } from './list-scroll'
import { ALL_FILTERS, filtersChanged, filtersSet } from './list-state'
import type { CreateView, View, ViewContext } from './view'

/**
 * First and last known instant of the dated events, as `zone` reads their clocks: 26 February in Tehran is that day, although it
 * begins on the 25th in Geneva. Null where none is dated.
 */
const spanOf = memoLast((events: readonly StoryEvent[], zone: string): readonly [number, number] | null => {
  let start = Number.POSITIVE_INFINITY
  let end = Number.NEGATIVE_INFINITY
  for (const { when } of events) {
    if (when === null) continue
    for (const edge of when.extent) {
      if (!Number.isFinite(edge)) continue
      const read = edge + (when.timeZone === zone ? 0 : toWall(edge, when.timeZone) - toWall(edge, zone))
      start = Math.min(start, read)
      end = Math.max(end, read)
    }
  }
  return start <= end ? [start, end] : null
})

/** "16 of 46 events, 11 Feb – 9 Mar 2026": the reader's time filter, else the time that the events cover. */
export function countLine({ story, words, format }: Says, state: AppState): string {
  const events = matchingEvents(story, state)
  const all = shownEvents(story, state).length
  const counted = words.list.counted(events.length, all, format.count(events.length), format.count(all))
  const span = state.brush ?? spanOf(events, story.timeZone)
  const located = state.byMap !== 'off' && state.area !== null ? words.list.countedInView(counted) : counted
  return span === null ? located : words.list.countedWithin(located, format.interval(span))
}

/** The row under the tabs: how many events, and the switch between the article and everything. */
export function createCountRow({ story, store, words }: ViewContext, signal: AbortSignal) {
  const says = saysOf({ story, store, words })
  const count = h('p', { class: 'count' })
  const button = (name: string, on: boolean | null, className: string): HTMLButtonElement => {
    const element = h('button', { type: 'button', class: className }, name)
    const set = (): void => store.set(articleOnly(story, store.state, on ?? !isArticleOnly(story, store.state)))
    element.addEventListener('click', set, { signal })
    return element
  }
  const alone = button(words.list.articleOnly, null, 'alone')
  const others = button(words.list.articleAndOthers, false, 'others')
  const choice = h('div', { class: 'sources-choice', role: 'group', 'aria-label': words.list.sourcesChoice }, alone, others)
  // Without a second layer on the author's page there is nothing to switch to.
  const single = ![...story.layers.values()].some((layer) => layer.shown && !layer.base)
  return {
    element: h('div', { class: 'pane-count' }, count, single ? null : choice),
    show(state: AppState): void {
      write(count, countLine(says, state))
      const article = isArticleOnly(story, state)
      alone.setAttribute('aria-pressed', String(article))
      others.setAttribute('aria-pressed', String(!article))
    },
  }
}

/** The search field, its label read and its hint seen. */
function createSearch({ store, words }: ViewContext, signal: AbortSignal) {
  const field = h('input', {
    type: 'search',
    id: 'events-search',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-describedby': 'events-search-hint',
  })
  const label = h('label', { for: 'events-search' }, words.list.searchLabel)
  const hint = h('p', { id: 'events-search-hint', class: 'hint' }, words.list.searchHint)
  const element = h('div', { class: 'pane-search', role: 'search', hidden: true }, label, field, hint)
  field.addEventListener('input', () => store.set({ search: field.value }), { signal })
  return {
    element,
    field,
    show(state: AppState): void {
      if (field.value !== state.search) field.value = state.search
    },
  }
}

/** Search and Filter: two buttons, and the row that each opens. Closed filters count nothing. */
export function createTools(
  context: ViewContext,
  createFilters: CreateView,
  signal: AbortSignal,
): View & { buttons: HTMLElement; search: HTMLElement; filters: HTMLElement } {
  const { story, store, words } = context
  const { format } = saysOf(context)
  const search = createSearch(context, signal)
  const filters = h('div', {
    class: 'pane-filters',
    id: 'events-filters',
    role: 'group',
    'aria-label': words.list.filter,
    hidden: true,
  })
  search.element.id = 'events-search-row'
  /** Made when it is first opened. */
  let view: View | null = null
  const opener = (name: string, row: HTMLElement, opened: () => void): HTMLButtonElement => {
    const button = h('button', { type: 'button', 'aria-expanded': 'false', 'aria-controls': row.id }, name)
    const toggle = (): void => {
      row.hidden = !row.hidden
      button.setAttribute('aria-expanded', String(!row.hidden))
      if (!row.hidden) opened()
    }
    button.addEventListener('click', toggle, { signal })
    return button
  }
  const searchButton = opener(words.list.search, search.element, () => search.field.focus())
  const filterButton = opener(words.list.filter, filters, () => {
    view ??= createFilters(filters, context)
    view.update(store.state, ALL_FILTERS)
    bringIntoPane(filters, true)
  })
  return {
    buttons: h('div', { class: 'pane-tools' }, searchButton, filterButton),
    search: search.element,
    filters,
    update(state, changed) {
      if (!filters.hidden) view?.update(state, changed)
      if (!filtersChanged(changed)) return
      const set = filtersSet(story, state)
      const query = state.search.trim()
      write(filterButton, set === 0 ? words.list.filter : words.list.filtersSet(format.count(set)))
      write(searchButton, query === '' ? words.list.search : words.list.searchSet(query))
      search.show(state)
    },
    destroy: () => view?.destroy(),
  }
}
