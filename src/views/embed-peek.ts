import type { StoryEvent } from '../core/types'
import { embedPageWords as says } from '../core/words/embed-page-words'
import type { AppState } from '../state/state'
import { h, setText } from './dom'
import { type EmbedTools, fullPageAddress } from './embed-tools'
import type { ViewContext } from './view'

export interface Peek {
  /** Names the selected event, where the list is not in sight. */
  show(state: AppState, isListShown: boolean): void
}

/**
 * One line under map and timeline that names the selected event and leads to its text: to the list behind a tab, or, in an embed
 * without one, to the full page.
 */
export function createEmbedPeek(
  root: HTMLElement,
  context: ViewContext,
  tools: EmbedTools,
  site: string,
  signal: AbortSignal,
): Peek {
  const { story, store, words } = context
  const { findEvent, matchingIds } = tools
  const addressOf = (state: AppState): string => fullPageAddress(tools, site, story, state)
  const title = h('span', { class: 'peek-title' })
  const read = h('button', { type: 'button' }, ' ', h('span', { class: 'peek-read' }, words.page.read))
  const away = h('a', { rel: 'noopener', target: '_blank' }, ' ', h('span', { class: 'peek-read' }, says.readOnFullPage))
  read.addEventListener('click', () => store.set({ pane: 'list', panel: 'events' }), { signal })
  for (const reach of ['pointerenter', 'pointerdown', 'focus', 'click'])
    away.addEventListener(reach, () => away.setAttribute('href', addressOf(store.state)), { signal })
  root.replaceChildren(read, away)

  let named: StoryEvent | null = null
  return {
    show(state, isListShown) {
      const event = isListShown ? null : findEvent(story, state, state.selected)
      const isListed = state.parts.has('list')
      const isNamed = event !== null && (!isListed || matchingIds(story, state).has(event.id))
      root.hidden = !isNamed
      const shown = isListed ? read : away
      if (!isNamed || (event === named && shown.contains(title))) return
      named = event
      setText(title, event.title)
      shown.prepend(title)
      read.hidden = !isListed
      away.hidden = isListed
      away.setAttribute('href', addressOf(state))
    },
  }
}
