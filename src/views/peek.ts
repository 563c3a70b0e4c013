import { FILTER_KEYS, findEvent, matchingIds } from '../core/derive'
import { domId, h, setText } from './dom'
import type { CreateView } from './view'

/**
 * On phones and upright tablets the list lies below the map: this line at the foot of the screen names the open event while its text is
 * out of sight, and leads to it. The sheet hides it where the list stands beside the map.
 */
export const createPeek: CreateView = (root, { story, words }) => {
  const abort = new AbortController()
  const title = h('span', { class: 'peek-title' })
  const button = h('button', { type: 'button' }, title, h('span', { class: 'peek-read' }, words.page.read))
  let row: Element | null = null
  let watched: Element | null = null
  // The build's document has no layout to watch.
  const watch =
    typeof IntersectionObserver === 'function'
      ? new IntersectionObserver((entries) => {
          root.hidden = row === null || entries.some((entry) => entry.isIntersecting)
        })
      : null
  button.addEventListener(
    'click',
    () => {
      row?.scrollIntoView({ block: 'start' })
      row?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true })
    },
    { signal: abort.signal },
  )
  root.replaceChildren(button)
  root.hidden = true

  return {
    update(state, changed) {
      if (!changed.has('selected') && !changed.has('panel') && !FILTER_KEYS.some((key) => changed.has(key))) return
      const event = findEvent(story, state, state.selected)
      const listed = event !== null && state.panel === 'events' && matchingIds(story, state).has(event.id)
      if (event) setText(title, event.title)
      // The list has shown the same state by now: it is updated first.
      row = listed ? document.getElementById(domId(event)) : null
      if (row === watched) return
      watched = row
      watch?.disconnect()
      root.hidden = true
      if (row) watch?.observe(row)
    },
    destroy() {
      abort.abort()
      watch?.disconnect()
      root.replaceChildren()
    },
  }
}
