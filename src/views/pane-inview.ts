import { unplacedCount } from '../core/derive'
import type { AppState } from '../state/state'
import { h, write } from './dom'
import { icon } from './icons'
import { saysOf } from './list-lines'
import type { ViewContext } from './view'

/** The line of the filter by map: what it keeps, what has no place and is one press away, and the way back. */
export function createInViewLine(context: ViewContext, signal: AbortSignal) {
  const { story, store, words } = context
  const { format } = saysOf(context)
  const { inView: names } = words.list
  const only = h('span')
  const unplaced = h('button', { type: 'button', class: 'text-button' })
  const none = h('span', {}, names.noneUnplaced)
  const all = h('button', { type: 'button', class: 'text-button' }, names.showAll)
  const element = h('div', { class: 'pane-line pane-inview', hidden: true }, only, h('span', {}, unplaced, none), all)

  unplaced.addEventListener(
    'click',
    () => store.set({ byMap: store.state.byMap === 'view-and-unplaced' ? 'view' : 'view-and-unplaced' }),
    { signal },
  )
  all.addEventListener(
    'click',
    () => {
      const head = element.closest('.pane-head')
      store.set({ byMap: 'off' })
      head?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus({ preventScroll: true })
    },
    { signal },
  )
  return {
    element,
    show(state: AppState): void {
      element.hidden = state.byMap === 'off'
      if (state.byMap === 'off') return
      const count = unplacedCount(story, state)
      const withUnplaced = state.byMap === 'view-and-unplaced'
      write(only, state.area === null ? names.noMap : names.only)
      const words = names.unplaced(count, format.count(count))
      unplaced.replaceChildren(...(withUnplaced ? [icon('check', 14), ' ', words] : [words]))
      unplaced.setAttribute('aria-pressed', String(withUnplaced))
      unplaced.hidden = state.area === null || count === 0
      none.hidden = state.area === null || count > 0
    },
  }
}
