import type { Words } from '../core/words/words'
import { h } from './dom'
import type { Away } from './map-model'
import { createRoving } from './map-roving'

export interface Foot {
  readonly element: HTMLElement
  away(all: readonly Away[]): void
  /** One line that says what does not work here and what does. */
  note(text: string | null): void
  /** Buttons came or went. */
  refresh(): void
}

interface FootParts {
  /** The way to the tools, and what of them is on. */
  readonly tools: readonly HTMLElement[]
  /** Who mediated: a line of its own. */
  readonly relay: HTMLElement
  /** The ships in words. */
  readonly carriers: HTMLElement | null
  readonly scale: HTMLElement
  go(away: Away): void
}

const MOST_NAMES = 8

/** The line under the map: its tools, what is on, what lies in neither pane, the scale, and what does not work here. */
export function createFoot(words: Words, { tools, relay, carriers, scale, go }: FootParts, signal: AbortSignal): Foot {
  const says = words.map
  const away = h('p', { class: 'map-away', hidden: true })
  const note = h('p', { class: 'map-note', hidden: true })
  const bar = h(
    'div',
    { class: 'map-bar', role: 'toolbar', 'aria-label': says.under },
    ...tools,
    away,
    ...(carriers ? [carriers] : []),
    relay,
  )
  const credit = h('p', { class: 'map-credit' }, says.credit)
  const element = h('div', { class: 'map-foot' }, bar, scale, credit, note)
  const roving = createRoving(bar, signal)
  let shown = ''
  return {
    element,
    refresh: roving.refresh,
    away(all) {
      const key = all.map(({ name }) => name).join()
      if (key === shown) return
      shown = key
      const names = all.slice(0, MOST_NAMES).map((item) => {
        const button = h('button', { type: 'button', 'data-stop': true }, item.name)
        button.addEventListener('click', () => go(item), { signal })
        return h('li', {}, button)
      })
      const rest = all.length > MOST_NAMES ? [h('li', {}, says.more(all.length - MOST_NAMES))] : []
      away.replaceChildren(says.away, ' ', h('ul', {}, ...names, ...rest))
      away.hidden = all.length === 0
      roving.refresh()
    },
    note(text) {
      note.textContent = text ?? ''
      note.hidden = text === null
    },
  }
}
