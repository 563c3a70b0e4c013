import type { Words } from '../core/words/words'
import { h } from './dom'
import type { Away } from './map-model'

export interface Foot {
  readonly element: HTMLElement
  away(all: readonly Away[]): void
  /** One line that says what does not work here and what does. */
  note(text: string | null): void
}

const MOST_NAMES = 8

/** The line under the map: what lies in neither pane, and what does not work here. */
export function createFoot(words: Words, go: (away: Away) => void, signal: AbortSignal): Foot {
  const away = h('p', { class: 'map-away', hidden: true })
  const note = h('p', { class: 'map-note', hidden: true })
  const element = h('div', { class: 'map-foot' }, away, note)
  let shown = ''
  return {
    element,
    away(all) {
      const key = all.map(({ name }) => name).join()
      if (key === shown) return
      shown = key
      const names = all.slice(0, MOST_NAMES).map((item) => {
        const button = h('button', { type: 'button' }, item.name)
        button.addEventListener('click', () => go(item), { signal })
        return h('li', {}, button)
      })
      const rest = all.length > MOST_NAMES ? [h('li', {}, words.map.more(all.length - MOST_NAMES))] : []
      away.replaceChildren(words.map.away, ' ', h('ul', {}, ...names, ...rest))
      away.hidden = all.length === 0
    },
    note(text) {
      note.textContent = text ?? ''
      note.hidden = text === null
    },
  }
}
