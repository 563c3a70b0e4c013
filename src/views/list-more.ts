import type { Layer } from '../core/story-types'
import { isArticleOnly, toggleFacet } from '../state/actions'
import { bdi, h } from './dom'
import { createNotices } from './filters-notice'
import { saysOf } from './list-lines'
import type { Share } from './list-share'
import type { View, ViewContext } from './view'

/**
 * What the story holds beyond the layers on the page, under the list. A layer with a word on its content opens only after that word.
 * With the article alone there is nothing more to offer.
 */
export function createMore(root: HTMLElement, context: ViewContext, share: Share): View {
  const { story, store, words } = context
  const { format } = saysOf(context)
  const abort = new AbortController()
  const { signal } = abort
  const notices = createNotices(context, share, signal)
  const open = (layer: Layer, button: HTMLElement): void => {
    if (layer.notice) notices.ask(layer, button)
    else store.set(toggleFacet(store.state, 'layers', layer.id))
  }
  const offers = [...story.layers.values()]
    .filter((layer) => !layer.base)
    .map((layer) => {
      const count = [...story.events].filter((event) => event.layer === layer.id && event.refines === null).length
      const button = h('button', { type: 'button', class: 'text-button' }, bdi(layer.name), ` (${format.count(count)})`)
      button.addEventListener('click', () => open(layer, button), { signal })
      const closed = h('span', {}, bdi(layer.name), `: ${words.list.closedForClass}`)
      return { layer, count, button, closed, item: h('li', {}, button, closed) }
    })
    .filter(({ count }) => count > 0)
  const heading = h('p', {}, words.list.moreLayers)
  const element = h(
    'div',
    { class: 'more-layers tool', hidden: true },
    heading,
    h('ul', {}, ...offers.map(({ item }) => item)),
    notices.element,
  )
  root.append(element)
  return {
    update(state, changed) {
      if (!changed.has('layers') && !changed.has('locked')) return
      const held = element.contains(document.activeElement)
      for (const { layer, button, closed, item } of offers) {
        item.hidden = state.layers.has(layer.id)
        button.hidden = state.locked && layer.notice !== null
        closed.hidden = !button.hidden
      }
      notices.update(state)
      element.hidden = isArticleOnly(story, state) || offers.every(({ item }) => item.hidden)
      // The button that was pressed is gone: focus goes to the head of the pane, not to nowhere.
      const lost = held && (document.activeElement === document.body || document.activeElement?.closest('[hidden]'))
      if (lost) root.querySelector<HTMLElement>('[aria-selected="true"]')?.focus({ preventScroll: true })
    },
    destroy() {
      abort.abort()
      element.remove()
    },
  }
}
