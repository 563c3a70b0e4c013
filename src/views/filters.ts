import { type FacetCounts, facetCounts } from '../core/derive'
import { KIND_PATHS } from '../core/marks'
import type { Story } from '../core/story-types'
import { KINDS, type Kind, type LayerId, STATUSES, type Text } from '../core/types'
import type { Words } from '../core/words/words'
import { clearFilters, type Facet, toggleFacet } from '../state/actions'
import type { AppState } from '../state/state'
import { bdi, h, svg } from './dom'
import { createKnownField } from './filters-known'
import { createNotices } from './filters-notice'
import { type Says, saysOf } from './list-lines'
import type { Share } from './list-share'
import { filtersChanged, filtersSet } from './list-state'
import type { CreateView, ViewContext } from './view'

interface Option {
  readonly id: string
  readonly name: Text | string
  readonly letter?: string
}

const FACETS: readonly Facet[] = ['parties', 'topics', 'kinds', 'statuses', 'layers']

/** What each facet offers, in the author's order; kinds and statuses only as far as the story has them. */
function optionsOf(story: Story, words: Words, facet: Facet): Option[] {
  const events = [...story.events]
  switch (facet) {
    case 'parties':
      return [...story.parties.values()].map(({ id, name, letter }) => ({ id, name, letter }))
    case 'topics':
      return [...story.topics.values()].map(({ id, name }) => ({ id, name }))
    case 'kinds': {
      const used = new Set(events.map((event) => event.kind))
      return KINDS.filter((kind) => used.has(kind)).map((id) => ({ id, name: words.list.capital(words.list.kinds[id]) }))
    }
    case 'statuses': {
      const used = new Set(events.map((event) => event.status))
      return STATUSES.filter((status) => used.has(status)).map((id) => ({
        id,
        name: words.list.capital(words.list.statuses[id]),
      }))
    }
    case 'layers':
      return [...story.layers.values()].map(({ id, name }) => ({ id, name }))
  }
}

interface Toggle {
  readonly facet: Facet
  readonly id: string
  readonly label: HTMLLabelElement
  readonly box: HTMLInputElement
  readonly count: HTMLElement
}

const kindMark = (kind: Kind): SVGSVGElement =>
  svg(
    'svg',
    { class: 'mark', viewBox: '-9 -9 18 18', width: 14, height: 14, 'aria-hidden': 'true' },
    svg('path', { d: KIND_PATHS[kind] }),
  )

function createToggle(facet: Facet, { id, name, letter }: Option): Toggle {
  const box = h('input', { type: 'checkbox', 'data-facet': facet, value: id })
  const count = h('span', { class: 'facet-count' })
  const mark = letter === undefined ? null : h('span', { class: 'letter', 'aria-hidden': 'true', 'data-party': id }, letter)
  const words = h('span', {}, typeof name === 'string' ? name : bdi(name), ' ', count)
  const label = h('label', { class: 'facet' }, box, mark ?? (facet === 'kinds' ? kindMark(id as Kind) : null), words)
  return { facet, id, label, box, count }
}

/** In a class's link a layer with a word on its content cannot be opened, and does not tell how much it holds. */
const isClosed = (story: Story, { facet, id }: Toggle, state: AppState): boolean =>
  state.locked && facet === 'layers' && (story.layers.get(id as LayerId)?.notice ?? null) !== null

function showToggle({ story, words, format }: Says, toggle: Toggle, state: AppState, counts: FacetCounts): void {
  const chosen: ReadonlySet<unknown> = state[toggle.facet]
  const count = (counts[toggle.facet] as ReadonlyMap<unknown, number>).get(toggle.id) ?? 0
  toggle.box.checked = chosen.has(toggle.id)
  const closed = isClosed(story, toggle, state)
  toggle.box.disabled = closed
  toggle.count.textContent = closed ? words.list.closedForClass : format.count(count)
  toggle.label.classList.toggle('is-empty', closed || count === 0)
}

/** The filter by map as a box to tick. */
function createMapToggle({ store, words }: ViewContext, signal: AbortSignal) {
  const box = h('input', { type: 'checkbox' })
  const label = h('label', { class: 'facet' }, box, h('span', {}, words.list.inView.only))
  const element = h(
    'fieldset',
    { class: 'facets' },
    h('legend', {}, words.list.inView.facet),
    h('div', { class: 'facet-values' }, label),
  )
  box.addEventListener('change', () => store.set({ byMap: box.checked ? 'view' : 'off' }), { signal })
  return {
    element,
    show: ({ byMap }: AppState): void => {
      box.checked = byMap !== 'off'
    },
  }
}

/** The facets: what a reader can narrow the story by, with the number of events that each value would show. */
export const createFilters =
  (share: Share): CreateView =>
  (root, context) => {
    const { story, store, words } = context
    const says = saysOf(context)
    const abort = new AbortController()
    const { signal } = abort
    const toggles: Toggle[] = []
    const notices = createNotices(context, share, signal)

    for (const facet of FACETS) {
      const options = optionsOf(story, words, facet)
      if (options.length < 2) continue
      const own = options.map((option) => createToggle(facet, option))
      toggles.push(...own)
      const values = h('div', { class: 'facet-values' }, ...own.map((toggle) => toggle.label))
      const set = h('fieldset', { class: 'facets' }, h('legend', {}, words.list.facets[facet]), values)
      if (facet === 'layers') set.append(notices.element)
      root.append(set)
    }
    const known = createKnownField(context, signal)
    const map = createMapToggle(context, signal)
    const clear = h('button', { type: 'button', class: 'text-button' }, words.list.clearFilters)
    root.append(known.element, map.element, clear)

    clear.addEventListener('click', () => store.set(clearFilters(story)), { signal })
    root.addEventListener(
      'change',
      ({ target }) => {
        const toggle = toggles.find(({ box }) => box === target)
        if (!toggle) return
        const { facet, id, box } = toggle
        const layer = facet === 'layers' ? story.layers.get(id as LayerId) : undefined
        if (layer?.notice && box.checked && store.state.locked) return
        if (layer?.notice && box.checked) {
          box.checked = false
          notices.ask(layer, box)
          return
        }
        store.set(toggleFacet(store.state, facet, id as never))
        box.checked = (store.state[facet] as ReadonlySet<unknown>).has(id)
      },
      { signal },
    )

    return {
      update(state, changed) {
        if (!filtersChanged(changed) && !changed.has('locked')) return
        const counts = facetCounts(story, state)
        for (const toggle of toggles) showToggle(says, toggle, state, counts)
        notices.update(state)
        known.show(state)
        map.show(state)
        clear.hidden = filtersSet(story, state) === 0 && state.search === '' && state.brush === null
      },
      destroy() {
        abort.abort()
        root.replaceChildren()
      },
    }
  }
