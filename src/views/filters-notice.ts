import type { Layer } from '../core/story-types'
import { toggleFacet } from '../state/actions'
import type { AppState } from '../state/state'
import { h, setText } from './dom'
import type { ViewContext } from './view'

/** The word on a layer's content that is read before the layer opens. One at a time; nothing of the layer is shown until it is asked for. */
export function createNotices({ store, words }: ViewContext, signal: AbortSignal) {
  const text = h('p')
  const show = h('button', { type: 'button', class: 'text-button' })
  const keep = h('button', { type: 'button', class: 'text-button' }, words.list.keepHidden)
  const element = h('div', { class: 'layer-notice', role: 'group', hidden: true }, text, show, keep)
  let asked: Layer | null = null
  let opener: HTMLElement | null = null

  const close = (): void => {
    const held = element.contains(document.activeElement)
    element.hidden = true
    asked = null
    if (held) opener?.focus()
  }
  keep.addEventListener('click', close, { signal })
  show.addEventListener(
    'click',
    () => {
      if (asked && !store.state.layers.has(asked.id)) store.set(toggleFacet(store.state, 'layers', asked.id))
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
      if (asked && state.layers.has(asked.id)) close()
    },
  }
}
