import type { AppState, Panel } from '../state/state'
import { h } from './dom'
import { createNone } from './filters-none'
import { createList } from './list'
import { createMore } from './list-more'
import type { Share } from './list-share'
import { filtersChanged } from './list-state'
import { createTerms } from './list-terms'
import { createInViewLine } from './pane-inview'
import { createKnownLine } from './pane-known'
import { createTabs } from './pane-tabs'
import { createCountRow, createTools } from './pane-tools'
import type { CreateView, View } from './view'

export type { Share } from './list-share'

/** What the pane opens beside its list. */
export interface PaneParts extends Readonly<Record<Exclude<Panel, 'events'>, CreateView>> {
  readonly filters: CreateView
}

/** The pane of events: tabs, search, filters, and the list or one of the other `panels` under them. */
export function createEventsPane(share: Share, { filters, ...panels }: PaneParts): CreateView {
  const makers: Readonly<Record<Panel, CreateView>> = { ...panels, events: createList(share) }
  return (root, context) => {
    const { store, words } = context
    const abort = new AbortController()
    const { signal } = abort
    const tabs = createTabs(words, (panel) => store.set({ panel }), signal)
    const tools = createTools(context, filters, signal)
    const count = createCountRow(context, signal)
    const known = createKnownLine(context, signal)
    const inView = createInViewLine(context, signal)
    const terms = createTerms(root, context, signal)
    const views = new Map<Panel, View>()
    /** What a panel that is out of sight has missed. */
    const missed = new Map<Panel, Set<keyof AppState>>()

    root.classList.add('events-pane')
    const bar = h('div', { class: 'pane-bar' }, tabs.list, tools.buttons)
    const name = h('h2', { class: 'unseen' }, words.list.pane)
    const head = h('div', { class: 'pane-head' }, name, bar, tools.search, count.element, known.line, inView.element)
    root.replaceChildren(head, tools.filters, known.fold)
    // What has the focus keeps clear of the head, which grows with the lines and the search in it.
    const headSize =
      typeof ResizeObserver === 'undefined'
        ? null
        : new ResizeObserver(() => root.style.setProperty('--head', `${head.offsetHeight}px`))
    headSize?.observe(head)
    const none = createNone(root, context)
    root.append(...tabs.bodies)
    const more = createMore(root, context, share)
    if (terms) root.append(terms)

    const updatePanel = (state: AppState): void => {
      const { panel } = state
      const body = tabs.body(panel)
      if (!body) return
      const keys = missed.get(panel) ?? new Set(Object.keys(state) as (keyof AppState)[])
      missed.set(panel, new Set())
      const view = views.get(panel) ?? makers[panel](body, context)
      views.set(panel, view)
      view.update(state, keys)
    }

    /** The panel that had the focus is gone from sight: it goes to the open event, else to the tab. After the update: focus sets state. */
    const keepFocus = ({ panel }: AppState): void =>
      queueMicrotask(() => {
        const body = tabs.body(panel)
        const open = body?.querySelector<HTMLElement>('[aria-current] button') ?? tabs.tab(panel)
        open?.focus()
      })

    return {
      update(state, changed) {
        for (const keys of missed.values()) for (const key of changed) keys.add(key)
        tools.update(state, changed)
        none.update(state, changed)
        more.update(state, changed)
        if (filtersChanged(changed)) for (const line of [count, known, inView]) line.show(state)
        const left = changed.has('panel') ? tabs.show(state.panel) : false
        root.dataset.panel = state.panel
        updatePanel(state)
        if (left) keepFocus(state)
      },
      destroy() {
        abort.abort()
        headSize?.disconnect()
        for (const view of [...views.values(), tools, none, more]) view.destroy()
        root.replaceChildren()
      },
    }
  }
}
