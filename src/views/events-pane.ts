import type { AppState, Panel } from '../state/state'
import { h } from './dom'
import { createNone } from './filters-none'
import { createList } from './list'
import { createMore } from './list-more'
import type { Share } from './list-share'
import { filtersChanged } from './list-state'
import { createTabs } from './pane-tabs'
import { createCountRow, createTools } from './pane-tools'
import { createPositions } from './positions'
import { createTable } from './table'
import type { CreateView, View } from './view'

export type { Share } from './list-share'

/** The pane of events: tabs, search, filters, and the list, table or positions under them. */
export function createEventsPane(share: Share): CreateView {
  const makers: Readonly<Record<Panel, CreateView>> = {
    events: createList(share),
    table: createTable,
    positions: createPositions,
  }
  return (root, context) => {
    const { store, words } = context
    const abort = new AbortController()
    const { signal } = abort
    const tabs = createTabs(words, (panel) => store.set({ panel }), signal)
    const tools = createTools(context, signal)
    const count = createCountRow(context, signal)
    const views = new Map<Panel, View>()
    /** What a panel that is out of sight has missed. */
    const missed = new Map<Panel, Set<keyof AppState>>()

    root.classList.add('events-pane')
    const bar = h('div', { class: 'pane-bar' }, tabs.list, tools.buttons)
    const head = h('div', { class: 'pane-head' }, h('h2', { class: 'unseen' }, words.list.pane), bar, tools.search, count.element)
    root.replaceChildren(head, tools.filters)
    const none = createNone(root, context)
    root.append(...tabs.bodies)
    const more = createMore(root, context)

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

    return {
      update(state, changed) {
        for (const keys of missed.values()) for (const key of changed) keys.add(key)
        tools.update(state, changed)
        none.update(state, changed)
        more.update(state, changed)
        if (filtersChanged(changed)) count.show(state)
        if (changed.has('panel')) tabs.show(state.panel)
        root.dataset.panel = state.panel
        updatePanel(state)
      },
      destroy() {
        abort.abort()
        for (const view of [...views.values(), tools, none, more]) view.destroy()
        root.replaceChildren()
      },
    }
  }
}
