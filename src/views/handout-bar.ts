import type { HandoutWords } from '../core/words/handout-words'
import type { AppState, Handout } from '../state/state'
import { h } from './dom'
import type { AppStore } from './view'

/** What the bar needs of the outside. */
export interface HandoutBarPorts {
  /** Null where the page may not print. */
  readonly print: (() => void) | null
  /** The full page, for readers of a frame; null where this is it, or where no tab may be opened. */
  readonly fullPage: ((state: AppState) => string) | null
}

export interface HandoutBar {
  readonly element: HTMLElement
  /** The control that focus goes to where there is no sheet. */
  readonly first: HTMLElement
  show(state: AppState): void
}

const VERSIONS: readonly Handout[] = ['answers', 'blank']

/** Which of the two sheets, how large, and the way to the printer. It is not printed itself. */
export function createBar(says: HandoutWords, store: AppStore, ports: HandoutBarPorts, signal: AbortSignal): HandoutBar {
  const radios = VERSIONS.map((value) => {
    const input = h('input', { type: 'radio', name: 'handout-version', value })
    input.addEventListener('change', () => store.set({ handout: value }), { signal })
    return { value, input, element: h('label', {}, input, says[value]) }
  })
  const versions = h('fieldset', {}, h('legend', { class: 'unseen' }, says.version), ...radios.map(({ element }) => element))
  const large = h('input', { type: 'checkbox' })
  large.addEventListener('change', () => store.set({ large: large.checked }), { signal })
  const close = h('button', { type: 'button' }, says.close)
  close.addEventListener('click', () => store.set({ handout: null, large: false }), { signal })
  const print = ports.print && h('button', { type: 'button', class: 'handout-print' }, says.print)
  print?.addEventListener('click', () => ports.print?.(), { signal })
  const full = ports.print ? null : ports.fullPage && h('a', { target: '_blank', rel: 'noopener' }, says.full)
  const hint = h('p', {}, ports.print ? says.paper : says.noPrint, full ? ' ' : '', full)
  const element = h(
    'div',
    { class: 'handout-bar', role: 'group', 'aria-label': says.bar },
    versions,
    h('label', {}, large, says.large),
    hint,
    h('span', { class: 'handout-buttons' }, print, close),
  )
  return {
    element,
    first: close,
    show(state) {
      for (const { value, input } of radios) input.checked = state.handout === value
      large.checked = state.large
      if (full && ports.fullPage) full.href = ports.fullPage(state)
    },
  }
}
