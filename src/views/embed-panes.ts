import { type Arrangement, arrangementOf, groupsOf, groupWith } from '../state/panes'
import { type AppState, PARTS, type Part } from '../state/state'
import { createEmbedPeek } from './embed-peek'
import { createFrameTabs, PANE_IDS } from './embed-tabs'
import type { EmbedTools } from './embed-tools'
import type { CreateView } from './view'

/** On the root element while the frame keeps the height that its host gave it. */
const FIXED = 'fixed-height'

const frameNow = (): Arrangement =>
  arrangementOf({
    widthPx: window.innerWidth,
    heightPx: window.innerHeight,
    isFixed: document.documentElement.classList.contains(FIXED),
  })

/** The open event in the list's own pane, at its top: the page around the frame stays where it is. */
function bringOpenEvent(): void {
  const pane = document.getElementById(PANE_IDS.list)
  const row = pane?.querySelector('.event[aria-current]')
  if (!pane || !row) return
  const head = pane.querySelector('.pane-head')
  const isSticky = head !== null && getComputedStyle(head).position === 'sticky'
  const top = pane.getBoundingClientRect().top + (isSticky ? head.clientHeight : 0)
  pane.scrollTop += row.getBoundingClientRect().top - top
}

/**
 * Which of the three views an embed shows, and how: all of them, or in a small frame of a fixed height one group at a time, chosen by
 * tabs. `root` holds the tabs, `#peek` the line that names the selected event while the list is out of sight.
 */
export const createEmbedPanes =
  (tools: EmbedTools, site: string): CreateView =>
  (root, context) => {
    const { store, words } = context
    const abort = new AbortController()
    const { signal } = abort
    const page = document.documentElement
    const tabs = createFrameTabs(root, words.dir === 'rtl', (pane: Part) => store.set({ pane }), signal)
    const under = document.getElementById('peek')
    const peek = under && createEmbedPeek(under, context, tools, site, signal)
    let isListShown: boolean | null = null

    function showParts(state: AppState): void {
      const arrangement = frameNow()
      const groups = groupsOf(arrangement, state.parts)
      const shown = groupWith(groups, state.pane)
      page.dataset.arrangement = arrangement
      page.dataset.parts = groups.flat().join(' ')
      tabs.show(groups, shown)
      for (const part of PARTS) {
        const pane = document.getElementById(PANE_IDS[part])
        if (!pane) continue
        pane.hidden = !shown.includes(part)
        if (groups.length > 1) pane.setAttribute('role', 'tabpanel')
        else pane.removeAttribute('role')
      }
      const wasShown = isListShown
      isListShown = shown.includes('list')
      if (wasShown === false && isListShown && arrangement !== 'flow') bringOpenEvent()
    }

    const resized = (): void => {
      showParts(store.state)
      peek?.show(store.state, isListShown ?? true)
    }
    window.addEventListener('resize', resized, { signal })
    const watch = typeof MutationObserver === 'function' ? new MutationObserver(resized) : null
    watch?.observe(page, { attributes: true, attributeFilter: ['class'] })

    return {
      update(state, changed) {
        if (changed.has('parts') || changed.has('pane')) showParts(state)
        peek?.show(state, isListShown ?? true)
      },
      destroy() {
        abort.abort()
        watch?.disconnect()
        root.replaceChildren()
        under?.replaceChildren()
      },
    }
  }
