import { shownEvents } from '../core/derive'
import { KIND_PATHS } from '../core/marks'
import { KINDS } from '../core/types'
import type { AppState } from '../state/state'
import { h, setText, svg } from './dom'
import type { ViewContext } from './view'

/** The shapes of the kinds in view, and the letters of the parties: two lists, so that a narrow row can let go of one. */
export interface Key {
  readonly kinds: HTMLElement
  readonly parties: HTMLElement
  draw(state: AppState): void
}

export function createKey({ story, words }: ViewContext): Key {
  const kinds = h('ul', { class: 'key', 'aria-label': words.timeline.key })
  const parties = h('ul', { class: 'key' })
  return {
    kinds,
    parties,
    draw: (state) => {
      const events = shownEvents(story, state)
      const used = new Set(events.map((event) => event.kind))
      kinds.replaceChildren(
        ...KINDS.filter((kind) => used.has(kind)).map((kind) => {
          const shape = svg('g', { class: 'shape', 'data-fill': 'solid' }, svg('path', { class: 'outline', d: KIND_PATHS[kind] }))
          const drawing = svg('svg', { viewBox: '-8 -8 16 16', width: 13, height: 13, 'aria-hidden': 'true' }, shape)
          return h('li', {}, drawing, words.list.kinds[kind])
        }),
      )
      const inUse = new Set(events.flatMap((event) => event.parties))
      const rows = [...story.parties.values()]
        .filter((party) => inUse.has(party.id))
        .map((party) => {
          const name = h('span')
          setText(name, party.short)
          return h('li', { 'data-party': party.id }, h('b', { class: 'letter' }, party.letter), name)
        })
      const others = events.some((event) => story.layers.get(event.layer)?.base === false || event.additions)
      const plus = others ? [h('li', {}, h('b', {}, words.timeline.plus), words.timeline.otherSources)] : []
      parties.replaceChildren(...rows, ...plus)
    },
  }
}
