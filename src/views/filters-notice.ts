import type { Layer } from '../core/story-types'
import { toggleFacet } from '../state/actions'
import type { AppState } from '../state/state'
import { h, setText } from './dom'
import { saysOf } from './list-lines'
import { createCopier, type Share } from './list-share'
import type { ViewContext } from './view'

/** The word on a layer's content that is read before the layer opens. One at a time; nothing of the layer is shown until it is asked for. */
export function createNotices(context: ViewContext, share: Share, signal: AbortSignal) {
  const { store, words } = context
  const copy = createCopier(saysOf(context), share)
  const text = h('p')
  const show = h('button', { type: 'button', class: 'text-button' })
  const keep = h('button', { type: 'button', class: 'text-button' }, words.list.keepHidden)
  const lock = h('button', { type: 'button', class: 'text-button' }, words.list.keepClosed)
  const why = h('p', { class: 'hint' }, words.list.keepClosedWhy)
  const element = h('div', { class: 'layer-notice', role: 'group', hidden: true }, text, show, keep, lock, why)
  let asked: Layer | null = null
  let opener: HTMLElement | null = null

  const close = (): void => {
    const held = element.contains(document.activeElement)
    element.hidden = true
    asked = null
    if (held) opener?.focus()
  }
  keep.addEventListener('click', close, { signal })
  lock.addEventListener('click', () => void copy(share.linkToClass(), lock, words.list.lockedLinkCopied), { signal })
  show.addEventListener(
    'click',
    () => {
      if (asked && !store.state.locked && !store.state.layers.has(asked.id))
        store.set(toggleFacet(store.state, 'layers', asked.id))
    },
    { signal },
  )
  return {
    element,
    /** Shows the notice of `layer`; focus goes to the button that opens it, and comes back to `from`. */
    ask(layer: Layer, from: HTMLElement): void {
      if (!layer.notice) return
      asked = layer
      opener = from
      setText(text, layer.notice)
      show.textContent = words.list.showLayer(layer.name.value)
      element.setAttribute('aria-label', layer.name.value)
      element.hidden = false
      show.focus()
    },
    update(state: AppState): void {
      if (asked && (state.locked || state.layers.has(asked.id))) close()
    },
  }
}
