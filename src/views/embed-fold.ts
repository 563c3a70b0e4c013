import { type Fold, foldAround } from '../core/fold'
import { embedPageWords as says } from '../core/words/embed-page-words'
import { h, write } from './dom'

const rowsOf = (list: Element): readonly HTMLElement[] => [...list.querySelectorAll<HTMLElement>(':scope > .event:not([hidden])')]

/** Marks the rows that are left out until they are asked for. */
function foldRows(list: Element, was: Fold | null): { readonly fold: Fold; readonly rows: readonly HTMLElement[] } {
  const rows = rowsOf(list)
  const open = rows.findIndex((row) => row.hasAttribute('aria-current'))
  const [start, end] = foldAround(was, rows.length, open)
  for (const [index, row] of rows.entries()) row.toggleAttribute('data-folded', index < start || index >= end)
  return { fold: [start, end], rows }
}

/** Fewer claims than this stand in the open. */
const MANY_CLAIMS = 4

/** The claims of the open event behind a button: in a narrow frame they are the longest part by far. A link to one of them opens all. */
function foldClaims(row: HTMLElement | undefined, told: WeakSet<Element>, format: (n: number) => string): void {
  const claims = row?.querySelector('.claims')
  const count = claims?.querySelectorAll('.claim').length ?? 0
  if (!row || !claims || count < MANY_CLAIMS) return
  if (claims.querySelector('[aria-current]')) told.add(row)
  const before = claims.previousElementSibling
  const button = before?.matches('.fold-claims') ? before : h('button', { type: 'button', class: 'fold-claims text-button' })
  if (button !== before) claims.before(button)
  const isTold = told.has(row)
  claims.toggleAttribute('data-folded', !isTold)
  write(button, isTold ? says.hideClaims : says.showClaims(count, format(count)))
}

/** Keys that may lead from the rows that are shown to one that is not. */
const LEAVING: readonly string[] = ['ArrowDown', 'ArrowUp', 'Home', 'End']

/**
 * In a frame that grows with its content the list shows the open event with its neighbours; two buttons show what comes before and
 * after, and its claims when they are asked for. All stays in the page: the sheet hides what is marked, on a screen and where the frame
 * is one column.
 */
export function foldList(list: Element, format: (n: number) => string): () => void {
  const abort = new AbortController()
  const { signal } = abort
  let fold: Fold | null = null
  let rows: readonly HTMLElement[] = []
  const told = new WeakSet<Element>()
  const earlier = h('button', { type: 'button', class: 'fold-rows text-button', hidden: true })
  const later = h('button', { type: 'button', class: 'fold-rows text-button', hidden: true })
  list.before(earlier)
  list.after(later)

  const show = (): void => {
    const next = foldRows(list, fold)
    fold = next.fold
    rows = next.rows
    const [start, end] = fold
    const after = rows.length - end
    earlier.hidden = start === 0
    later.hidden = after === 0
    earlier.textContent = says.earlier(start, format(start))
    later.textContent = says.later(after, format(after))
    foldClaims(
      rows.find((row) => row.hasAttribute('aria-current')),
      told,
      format,
    )
  }
  const unfold = (next: Fold): void => {
    fold = next
    show()
  }
  /** The first row that was not there before takes the focus: the button that had it is gone. */
  const unfoldTo = (next: Fold, first: number): void => {
    unfold(next)
    rows[first]?.querySelector<HTMLElement>('[data-action="open"]')?.focus({ preventScroll: true })
  }
  earlier.addEventListener('click', () => unfoldTo([0, fold?.[1] ?? 0], 0), { signal })
  later.addEventListener('click', () => unfoldTo([fold?.[0] ?? 0, rows.length], fold?.[1] ?? 0), { signal })
  const tell = ({ target }: Event): void => {
    const button = target instanceof Element ? target.closest('.fold-claims') : null
    const row = button?.closest('.event')
    if (!row) return
    if (!told.delete(row)) told.add(row)
    show()
  }
  list.addEventListener('click', tell, { signal })
  // Before the list hears the key: it goes to the next row, shown or not.
  const keyed = (event: KeyboardEvent): void => {
    if (!LEAVING.includes(event.key) || fold === null) return
    const at = rows.findIndex((row) => row.contains(event.target as Node))
    const [start, end] = fold
    const leaves = event.key === 'ArrowDown' ? at === end - 1 : event.key === 'ArrowUp' ? at === start : true
    if (at >= 0 && leaves) unfold(event.key === 'ArrowDown' || event.key === 'End' ? [start, rows.length] : [0, end])
  }
  list.addEventListener('keydown', (event) => event instanceof KeyboardEvent && keyed(event), { signal, capture: true })
  const watch = new MutationObserver(show)
  watch.observe(list, { childList: true, subtree: true, attributes: true, attributeFilter: ['hidden', 'aria-current'] })
  show()
  return () => {
    abort.abort()
    watch.disconnect()
    earlier.remove()
    later.remove()
  }
}
