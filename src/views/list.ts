import { nearestRound } from '../core/claims'
import { roundsOf } from '../core/compare'
import { findEvent, isLater } from '../core/derive'
import type { ClaimId, EventId } from '../core/types'
import { pressEvent, selectEvent } from '../state/actions'
import type { AppState } from '../state/state'
import { createRowKeys } from './list-keys'
import { saysOf } from './list-lines'
import type { Row } from './list-row'
import { createRows } from './list-rows'
import { beforeFrame, bringIntoPane, keepInPlace, scrolledTo } from './list-scroll'
import { createCopier, quotation, type Share } from './list-share'
import { closest, eventIdOf, filtersChanged, hoverRows } from './list-state'
import type { CreateView } from './view'

const claimElement = (row: Row, claim: ClaimId | null): HTMLElement | null =>
  [...row.element.querySelectorAll<HTMLElement>('.claim')].find((element) => element.dataset.claim === claim) ?? null

function showDetails(row: Row, open: boolean): void {
  row.element.querySelector('[data-action="sources"]')?.setAttribute('aria-expanded', String(open))
  const details = row.element.querySelector('.source-details')
  if (open) details?.removeAttribute('hidden')
  else details?.setAttribute('hidden', 'until-found')
}

/** The story as a list: every event that fits, in order, one of them open in place. */
export function createList(share: Share): CreateView {
  return (root, context) => {
    const { story, store } = context
    const says = saysOf(context)
    const abort = new AbortController()
    const { signal } = abort
    const copy = createCopier(says, share)
    const rows = createRows(root, says, share, () => list(store.state), signal)
    const keys = createRowKeys(rows, signal)
    let open: Row | null = null
    let hovered: Row | null = null
    let byHand = false

    const showOpen = (state: AppState): void => {
      const row = rows.row(findEvent(story, state, state.selected)?.id)
      if (open !== row) open?.setOpen(false, null)
      row?.setOpen(true, state.claim)
      open = row
      keys.follow(open)
    }
    const showHovered = (state: AppState): void => {
      const row = rows.row(findEvent(story, state, state.hovered)?.id)
      if (hovered !== row) hovered?.setHovered(false)
      row?.setHovered(true)
      hovered = row
    }
    const showLater = (state: AppState): void => {
      for (const row of rows.seen()) row.setLater(isLater(story, state, row.event))
    }
    const list = (state: AppState): void => {
      rows.list(state)
      showOpen(state)
      showHovered(state)
      showLater(state)
      keys.settle(open)
    }

    const select = (row: Row, id: EventId | null, claim: ClaimId | null): void => {
      byHand = true
      keepInPlace(row.button, () => store.set(selectEvent(story, store.state, id, claim)))
      byHand = false
      if (id !== null) bringIntoPane(row.element)
    }
    /** A press on a row: it opens or folds, or is an end of the time that is being measured. */
    const pressRow = (row: Row): void => {
      const { id } = row.event
      if (store.state.measure?.kind === 'time') store.set(pressEvent(story, store.state, id))
      else select(row, store.state.selected === id ? null : id, null)
    }
    const compare = (row: Row): void => {
      const rounds = roundsOf(story, store.state)
      const near = (shown: boolean) =>
        nearestRound(
          rounds.filter((round) => round.shown === shown).map(({ event }) => event),
          row.event,
        )
      const other = near(true) ?? near(false)
      if (other) store.set({ compare: [row.event.id, other.id] })
    }
    /** A plain press goes to the address and copies it; with a modifier the browser does as it always does. */
    const link = (event: MouseEvent, row: Row, control: HTMLElement, claim: ClaimId | null): void => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      select(row, row.event.id, claim)
      void copy(share.linkTo(row.event.id, claim ?? undefined), control, says.words.list.linkCopied)
    }
    const press = (event: MouseEvent): void => {
      const row = rows.row(eventIdOf(event))
      const control = closest(event, '[data-action]')
      if (!row || !control) return
      const id = control.closest<HTMLElement>('[data-claim]')?.dataset.claim
      const claim = row.event.claims.find((candidate) => candidate.id === id)
      const { action } = control.dataset
      if (action === 'open') pressRow(row)
      else if (action === 'compare') compare(row)
      else if (action === 'report') store.set({ dialog: 'report' })
      else if (action === 'sources') showDetails(row, control.getAttribute('aria-expanded') !== 'true')
      else if (action === 'copy-claim' && claim)
        void copy(quotation(says, share, row.event, claim), control, says.words.list.copied)
      else if (action === 'link-event' || action === 'link-claim') link(event, row, control, claim?.id ?? null)
    }
    /** The browser's own find came upon folded text. */
    const reveal = (event: Event): void => {
      const row = rows.row(eventIdOf(event))
      if (!row || !(event.target instanceof Element)) return
      if (event.target.matches('.source-details')) showDetails(row, true)
      else if (event.target.matches('.event-body')) select(row, row.event.id, null)
    }
    let opened = false
    /** Once the map has told what it shows, a link that filters by it has the open event at another height. */
    let located = false
    const bringOnceLocated = (state: AppState): void => {
      if (located || state.area === null) return
      located = true
      if (state.byMap !== 'off') requestAnimationFrame(() => !signal.aborted && open && bringIntoPane(open.element, true))
    }
    /**
     * The open event comes into the pane; as the page opens, once more when fonts and the other views have changed its height. To ask
     * where it is makes the browser lay out: once, when the other views have been drawn too.
     */
    const bring = (): void => {
      if (!open || signal.aborted) return
      const element = claimElement(open, store.state.claim) ?? open.element
      const at = bringIntoPane(element, !opened)
      if (opened) return
      opened = true
      void document.fonts?.ready.then(() =>
        requestAnimationFrame(() => {
          // A reader who has scrolled by then is left alone.
          if (!signal.aborted && scrolledTo(element) === at) bringIntoPane(element, true)
        }),
      )
    }
    hoverRows(rows.items, store, signal)
    rows.items.addEventListener('click', press, { signal })
    rows.items.addEventListener('beforematch', reveal, { signal })

    return {
      update(state, changed) {
        const selected = changed.has('selected')
        const away = selected && state.selected !== null && !rows.row(state.selected)
        if (filtersChanged(changed) || away) {
          list(state)
          bringOnceLocated(state)
        } else {
          if (selected || changed.has('claim')) showOpen(state)
          if (changed.has('hovered')) showHovered(state)
          if (changed.has('instant')) showLater(state)
        }
        if (!byHand && (selected || changed.has('claim'))) beforeFrame(bring)
      },
      destroy() {
        abort.abort()
        root.replaceChildren()
      },
    }
  }
}
