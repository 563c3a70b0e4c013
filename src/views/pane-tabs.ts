import type { Words } from '../core/words/words'
import type { Panel } from '../state/state'
import { h } from './dom'

const PANELS: readonly Panel[] = ['events', 'table', 'positions']

/** Tabs with one tab stop: arrows, Home and End go to a tab and open it. Source: ARIA APG, tabs pattern. */
export function createTabs(words: Words, choose: (panel: Panel) => void, signal: AbortSignal) {
  const tabs = PANELS.map((panel) => {
    const id = `tab-${panel}`
    const tab = h('button', { type: 'button', role: 'tab', id, 'aria-controls': `panel-${panel}` }, words.list.panels[panel])
    const body = h('div', {
      role: 'tabpanel',
      id: `panel-${panel}`,
      class: `panel panel-${panel}`,
      'aria-labelledby': id,
      hidden: true,
    })
    tab.addEventListener('click', () => choose(panel), { signal })
    return { panel, tab, body }
  })
  const list = h('div', { class: 'tabs', role: 'tablist', 'aria-label': words.list.panelList }, ...tabs.map(({ tab }) => tab))

  const steps: Readonly<Record<string, (at: number) => number>> = {
    [words.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight']: (at) => (at + 1) % tabs.length,
    [words.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft']: (at) => (at + tabs.length - 1) % tabs.length,
    Home: () => 0,
    End: () => tabs.length - 1,
  }
  list.addEventListener(
    'keydown',
    (event) => {
      const at = tabs.findIndex(({ tab }) => tab === event.target)
      const next = tabs[steps[event.key]?.(at) ?? -1]
      if (at < 0 || !next) return
      event.preventDefault()
      choose(next.panel)
      next.tab.focus()
    },
    { signal },
  )
  return {
    list,
    bodies: tabs.map(({ body }) => body),
    body: (panel: Panel): HTMLElement | undefined => tabs.find((tab) => tab.panel === panel)?.body,
    tab: (panel: Panel): HTMLElement | undefined => tabs.find((tab) => tab.panel === panel)?.tab,
    /** True where the panel that goes out of sight has the focus. */
    show(panel: Panel): boolean {
      const left = tabs.some((tab) => tab.panel !== panel && tab.body.contains(document.activeElement))
      for (const { panel: own, tab, body } of tabs) {
        tab.setAttribute('aria-selected', String(own === panel))
        tab.tabIndex = own === panel ? 0 : -1
        body.hidden = own !== panel
      }
      return left
    },
  }
}
