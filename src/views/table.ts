import { findEvent, isLater, matchingEvents, partyOf, shownEvents } from '../core/derive'
import type { EventId, StoryEvent } from '../core/types'
import { pressEvent, selectEvent } from '../state/actions'
import type { AppState } from '../state/state'
import { h } from './dom'
import { icon } from './icons'
import { type Says, saysOf } from './list-lines'
import { filtersChanged, hoverRows } from './list-state'
import {
  arrange, createFill, createStretchButtons, fitStretch, GROW_ROWS, MOST_ROWS, STRETCH_ROWS, type Stretch,
} from './list-window' // biome-ignore format: one list, read as one
import { COLUMNS, type ColumnId, type Sort, sortEvents } from './table-columns'
import type { CreateView } from './view'

interface TableRow {
  readonly event: StoryEvent
  readonly element: HTMLTableRowElement
}

function createRow(says: Says, event: StoryEvent): TableRow {
  const cells = COLUMNS.map((column) => {
    const content = column.cell(says, event)
    if (column.id !== 'title') return h('td', { 'data-column': column.id }, ...content)
    const button = h('button', { type: 'button', 'data-select': event.id }, ...content)
    return h('th', { scope: 'row', 'data-column': column.id }, button)
  })
  return { event, element: h('tr', { 'data-event': event.id, 'data-party': partyOf(event) }, ...cells) }
}

function createHeads(says: Says) {
  const heads = COLUMNS.map(({ id }) => {
    const button = h('button', { type: 'button', 'data-sort': id }, says.words.list.table.columns[id], icon('chevron', 14))
    return { id, element: h('th', { scope: 'col', 'data-column': id }, button) }
  })
  return {
    row: h('tr', {}, ...heads.map(({ element }) => element)),
    show(sort: Sort): void {
      for (const { id, element } of heads) {
        if (id !== sort.column) element.removeAttribute('aria-sort')
        else element.setAttribute('aria-sort', sort.descending ? 'descending' : 'ascending')
      }
    },
  }
}

/** The same events as a plain table, sortable by every column. A row's title opens the event in every view. */
export const createTable: CreateView = (root, context) => {
  const { story, store, words } = context
  const says = saysOf(context)
  const abort = new AbortController()
  const { signal } = abort
  const rows = new Map<EventId, TableRow>()
  const heads = createHeads(says)
  const caption = h('caption')
  const body = h('tbody')
  const table = h('table', { class: 'event-table' }, caption, h('thead', {}, heads.row), body)
  const region = h('div', { class: 'table-region', role: 'region', tabindex: 0, 'aria-label': words.list.table.region }, table)
  let sort: Sort = { column: 'date', descending: false }
  let stretch: Stretch = [0, STRETCH_ROWS]
  let inPage: Stretch = stretch
  const fill = createFill(() => list(store.state), signal)

  const buttons = createStretchButtons(
    says,
    (towards) => {
      const [start, end] = inPage
      stretch = towards === 'earlier' ? [Math.max(0, start - GROW_ROWS), end] : [start, end + GROW_ROWS]
      list(store.state)
    },
    signal,
  )
  root.append(buttons.earlier, region, buttons.later)

  const list = (state: AppState): void => {
    const events = sortEvents(says, matchingEvents(story, state), sort)
    const selected = state.selected === null ? null : events.findIndex((event) => event.id === state.selected)
    stretch = events.length > MOST_ROWS ? fitStretch(stretch, events.length, selected) : [0, events.length]
    inPage = fill(stretch, events.length)
    buttons.show(inPage, events.length)
    const listed = events.slice(...inPage).map((event) => {
      const known = rows.get(event.id)
      const row = known?.event === event ? known : createRow(says, event)
      rows.set(event.id, row)
      return row
    })
    arrange(
      body,
      listed.map(({ element }) => element),
    )
    const kept = new Set(listed.map(({ event }) => event.id))
    for (const id of rows.keys()) if (!kept.has(id)) rows.delete(id)
    heads.show(sort)
    const all = shownEvents(story, state).length
    const counted = words.list.counted(events.length, all, says.format.count(events.length), says.format.count(all))
    const direction = sort.descending ? words.list.table.descending : words.list.table.ascending
    caption.textContent = words.list.table.caption(counted, words.list.table.columns[sort.column], direction)
    mark(state)
  }
  const mark = (state: AppState): void => {
    const selected = findEvent(story, state, state.selected)?.id
    const hovered = findEvent(story, state, state.hovered)?.id
    for (const { event, element } of rows.values()) {
      if (event.id === selected) element.setAttribute('aria-current', 'true')
      else element.removeAttribute('aria-current')
      element.toggleAttribute('data-hovered', event.id === hovered)
      element.classList.toggle('is-later', isLater(story, state, event))
    }
  }
  const press = (id: EventId): void => {
    const { state } = store
    if (state.measure?.kind === 'time') store.set(pressEvent(story, state, id))
    else store.set(selectEvent(story, state, state.selected === id ? null : id))
  }

  hoverRows(body, store, signal)
  table.addEventListener(
    'click',
    ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null
      const { sort: column, select } = button?.dataset ?? {}
      if (select) press(select as EventId)
      if (!column) return
      sort = { column: column as ColumnId, descending: sort.column === column && !sort.descending }
      list(store.state)
    },
    { signal },
  )

  return {
    update(state, changed) {
      if (filtersChanged(changed)) list(state)
      else if (changed.has('selected') || changed.has('hovered') || changed.has('instant')) mark(state)
    },
    destroy() {
      abort.abort()
      root.replaceChildren()
    },
  }
}
