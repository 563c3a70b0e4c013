import { embedPageWords as says } from '../core/words/embed-page-words'
import type { Part } from '../state/state'
import { h } from './dom'

export type Group = readonly Part[]

/** The elements of the three views, by the ids that they have in the page. */
export const PANE_IDS: Readonly<Record<Part, string>> = { map: 'map', timeline: 'timeline', list: 'events' }

const nameOf = (group: Group): string => says.panes[group.join(' ')] ?? ''
const tabId = (group: Group): string => `frame-tab-${group[0]}`

export interface FrameTabs {
  /** Shows a tab for each group; none where there is one group only. */
  show(groups: readonly Group[], shown: Group): void
}

/** Tabs of a frame that shows one group of views at a time: one tab stop, arrows, Home and End go to a tab and open it. */
export function createFrameTabs(root: HTMLElement, isRtl: boolean, choose: (part: Part) => void, signal: AbortSignal): FrameTabs {
  root.setAttribute('role', 'tablist')
  root.setAttribute('aria-label', says.tabs)
  let groups: readonly Group[] = []
  let tabs: readonly HTMLButtonElement[] = []
  const press = (index: number): void => {
    const part = groups[index]?.[0]
    if (part !== undefined) choose(part)
  }
  const steps: Readonly<Record<string, (at: number) => number>> = {
    [isRtl ? 'ArrowLeft' : 'ArrowRight']: (at) => (at + 1) % tabs.length,
    [isRtl ? 'ArrowRight' : 'ArrowLeft']: (at) => (at + tabs.length - 1) % tabs.length,
    Home: () => 0,
    End: () => tabs.length - 1,
  }
  root.addEventListener('click', ({ target }) => press(tabs.findIndex((tab) => tab === target)), { signal })
  root.addEventListener(
    'keydown',
    (event) => {
      const at = tabs.findIndex((tab) => tab === event.target)
      const next = steps[event.key]?.(at)
      if (at < 0 || next === undefined) return
      event.preventDefault()
      press(next)
      tabs[next]?.focus()
    },
    { signal },
  )

  const build = (next: readonly Group[]): void => {
    const held = root.contains(document.activeElement)
    groups = next
    tabs = (next.length > 1 ? next : []).map((group) => {
      const controls = group.map((part) => PANE_IDS[part]).join(' ')
      return h('button', { type: 'button', role: 'tab', id: tabId(group), 'aria-controls': controls }, nameOf(group))
    })
    root.replaceChildren(...tabs)
    root.hidden = tabs.length === 0
    // The frame got another size while a tab had the focus.
    if (held) queueMicrotask(() => tabs.find((tab) => tab.tabIndex === 0)?.focus())
  }
  return {
    show(next, shown) {
      if (next.map(String).join(';') !== groups.map(String).join(';')) build(next)
      tabs.forEach((tab, index) => {
        const isShown = groups[index]?.[0] === shown[0]
        tab.setAttribute('aria-selected', String(isShown))
        tab.tabIndex = isShown ? 0 : -1
      })
    },
  }
}
