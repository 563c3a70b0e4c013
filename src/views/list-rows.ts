import { anchor, matchingEvents, matchingIds, shownEvents } from '../core/derive'
import type { EventId, StoryEvent } from '../core/types'
import type { AppState } from '../state/state'
import { h } from './dom'
import type { Says } from './list-lines'
import { createRow, type Row } from './list-row'
import type { Share } from './list-share'
import {
  arrange, createFill, createStretchButtons, fitStretch, GROW_ROWS, MOST_ROWS, STRETCH_ROWS, type Stretch,
} from './list-window' // biome-ignore format: one list, read as one

const FIRST_YEAR = new Date(0).setUTCFullYear(1, 0, 1)

/** Names of the years that events stand under; of those without a date, the words for it. */
function createYears({ story, words }: Says): (event: StoryEvent) => string {
  const year = new Intl.DateTimeFormat(words.locale, { year: 'numeric', timeZone: story.timeZone })
  const withEra = new Intl.DateTimeFormat(words.locale, { year: 'numeric', era: 'short', timeZone: story.timeZone })
  return ({ when }) => {
    if (when === null) return words.list.noDate
    const at = anchor(when)
    if (!(Math.abs(at) <= 8.64e15)) return ''
    return (at < FIRST_YEAR ? withEra : year).format(at)
  }
}

/** A year stands over its first event, where there is more than one; what has no date is counted. */
function showYears(says: Says, year: (event: StoryEvent) => string, rows: readonly Row[]): void {
  const { words, format } = says
  const years = rows.map((row) => year(row.event))
  const dated = new Set(years.filter((_, index) => rows[index]?.event.when !== null))
  const undated = rows.filter((row) => row.event.when === null).length
  rows.forEach((row, index) => {
    const first = years[index] !== years[index - 1]
    if (row.event.when === null) row.setGroup(first ? words.list.noDateCount(format.count(undated)) : null)
    else row.setGroup(first && dated.size > 1 ? (years[index] ?? null) : null)
  })
}

export interface Rows {
  readonly items: HTMLOListElement
  /** Shows what fits `state`, with the selected event among it. */
  list(state: AppState): void
  row(id: EventId | null | undefined): Row | null
  /** The rows that a reader sees, in their order. */
  seen(): readonly Row[]
  /** Brings the next stretch of a long list into the page; false where there is none. */
  grow(towards: 'earlier' | 'later'): boolean
}

/**
 * The rows of the list, kept by event. A short story has all its rows in the page and hides what does not fit; of a long one only a
 * stretch of what fits is there.
 */
export function createRows(root: HTMLElement, says: Says, share: Share, regrow: () => void, signal: AbortSignal): Rows {
  const { story } = says
  const rows = new Map<EventId, Row>()
  const items = h('ol', { class: 'events' })
  const year = createYears(says)
  let stretch: Stretch = [0, STRETCH_ROWS]
  let inPage: Stretch = stretch
  let seen: readonly Row[] = []
  let total = 0

  const grow = (towards: 'earlier' | 'later'): boolean => {
    const [start, end] = inPage
    if (towards === 'earlier' ? start === 0 : end >= total) return false
    stretch = towards === 'earlier' ? [Math.max(0, start - GROW_ROWS), end] : [start, end + GROW_ROWS]
    regrow()
    return true
  }
  const buttons = createStretchButtons(says, grow, signal)
  const fill = createFill(regrow, signal)
  root.append(buttons.earlier, items, buttons.later)

  const rowOf = (event: StoryEvent, lazy: boolean): Row => {
    const known = rows.get(event.id)
    if (known?.event === event) return known
    const row = createRow(says, share, event, lazy)
    if (known?.element.contains(document.activeElement)) queueMicrotask(() => row.button.focus({ preventScroll: true }))
    rows.set(event.id, row)
    return row
  }

  return {
    items,
    row: (id) => rows.get(id as EventId) ?? null,
    seen: () => seen,
    grow,
    list(state) {
      const shown = shownEvents(story, state)
      const long = shown.length > MOST_ROWS
      const fitting = long ? matchingEvents(story, state) : shown
      const selected = state.selected === null ? null : fitting.findIndex((event) => event.id === state.selected)
      stretch = long ? fitStretch(stretch, fitting.length, selected) : [0, fitting.length]
      inPage = fill(stretch, fitting.length)
      items.classList.toggle('is-long', long)
      buttons.show(inPage, fitting.length)
      const listed = fitting.slice(...inPage).map((event) => rowOf(event, long))
      const kept = new Set(listed.map((row) => row.event.id))
      for (const id of rows.keys()) if (!kept.has(id)) rows.delete(id)
      // In a long list nothing stands that does not fit.
      const ids = long ? kept : matchingIds(story, state)
      for (const row of listed) {
        row.setShown(ids.has(row.event.id))
        row.setKnown(state.known)
      }
      seen = listed.filter((row) => ids.has(row.event.id))
      total = fitting.length
      showYears(says, year, seen)
      arrange(
        items,
        listed.map((row) => row.element),
      )
    },
  }
}
