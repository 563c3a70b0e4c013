import type { EventId } from '../core/types'
import type { Row } from './list-row'
import type { Rows } from './list-rows'

/**
 * One tab stop for the titles of the list: arrows, Home and End go from title to title, Tab goes on into the open event and out. The
 * stop is where the focus was last, else the open event, else the first row.
 */
export function createRowKeys(rows: Rows, signal: AbortSignal) {
  let stop: Row | null = null

  const setStop = (row: Row | null): void => {
    if (row === stop) return
    if (stop) stop.button.tabIndex = -1
    if (row) row.button.tabIndex = 0
    stop = row
  }
  const rowOf = (target: EventTarget | null): Row | null => {
    if (!(target instanceof HTMLElement) || target.dataset.action !== 'open') return null
    return rows.row(target.closest<HTMLElement>('[data-event]')?.dataset.event as EventId | undefined)
  }
  const neighbour = (row: Row, by: 1 | -1): Row | undefined => {
    const next = () => rows.seen()[rows.seen().indexOf(row) + by]
    return next() ?? (rows.grow(by > 0 ? 'later' : 'earlier') ? next() : undefined)
  }
  const goals: Readonly<Record<string, (row: Row) => Row | undefined>> = {
    ArrowDown: (row) => neighbour(row, 1),
    ArrowUp: (row) => neighbour(row, -1),
    Home: () => rows.seen()[0],
    End: () => rows.seen().at(-1),
  }
  rows.items.addEventListener('focusin', ({ target }) => setStop(rowOf(target) ?? stop), { signal })
  rows.items.addEventListener(
    'keydown',
    (event) => {
      const row = rowOf(event.target)
      if (row === null || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      const goal = goals[event.key]
      if (!goal) return
      event.preventDefault()
      goal(row)?.button.focus()
    },
    { signal },
  )
  return {
    /** After the rows have changed: the stop stands on a row that is there. `open` is the open event's. */
    settle(open: Row | null): void {
      const seen = rows.seen()
      const kept = stop && rows.row(stop.event.id) === stop && seen.includes(stop) ? stop : null
      const replaced = stop ? rows.row(stop.event.id) : null
      const choice = kept ?? [replaced, open].find((row) => row !== null && seen.includes(row)) ?? seen[0] ?? null
      setStop(choice)
    },
    /** An event that opens takes the stop along, unless the focus is on a row. */
    follow(open: Row | null): void {
      if (open && rowOf(document.activeElement) === null && rows.seen().includes(open)) setStop(open)
    },
  }
}
