import type { Story } from '../core/story-types'
import { heldWords } from '../core/words/held-words'
import { english } from '../core/words/words'
import { type AppState, initialState } from '../state/state'
import { Store } from '../state/store'
import { createAbout } from './about'
import { bdi, h } from './dom'
import { createEventsPane } from './events-pane'
import { createFilters } from './filters'
import { createHeader } from './header'
import { createList } from './list'
import { createPageBar } from './page-bar'
import { partyRules } from './party-colors'
import { createPositions } from './positions'
import { fillEmbed } from './prerender-embed'
import { fillSkipLinks } from './skip-links'
import { createTable } from './table'
import type { CreateView } from './view'

export interface PrerenderOptions {
  /** Address of the story's file, for the foot of the page. */
  readonly dataFile: string
  readonly kind: 'full' | 'embed' | 'pinned'
}

/**
 * Writes the story into the page's HTML with the views' own code, every event open: it is worth reading before, and without, any
 * script. Layers that are hidden at first stand under their names. The sheet folds the events again where script will run, so that
 * nothing jumps when it does.
 */
export function prerender(document: Document, story: Story, { dataFile, kind }: PrerenderOptions): void {
  const initial = initialState(story)
  const share = { linkTo: () => '#', linkToClass: () => '#', copy: async () => false }
  const fill = (root: HTMLElement | null, create: CreateView, state: AppState = initial): void => {
    const store = new Store(state)
    if (root) create(root, { story, store, words: english }).update(state, new Set(Object.keys(state) as (keyof AppState)[]))
  }
  const events = document.getElementById('events')
  document.title = story.title.value
  document.documentElement.lang = story.language
  document.head.append(h('style', {}, partyRules(story)))
  fillSkipLinks(document, english)
  if (kind === 'full')
    fill(
      document.getElementById('page-header'),
      createHeader({ copyAddress: async () => false }, () => {}),
    )
  else fillEmbed(document, story, english, kind)
  fill(events, createEventsPane(share, { table: createTable, positions: createPositions, filters: createFilters(share) }))
  for (const layer of story.layers.values()) {
    if (layer.shown) continue
    const list = h('div')
    fill(list, createList(share), { ...initial, layers: new Set([layer.id]), selected: null })
    const notice = layer.notice ? h('span', {}, ' ', bdi(layer.notice)) : null
    events?.append(h('details', { class: 'hidden-layer' }, h('summary', {}, bdi(layer.name), notice), list))
  }
  const positions = h('div')
  fill(positions, createPositions, { ...initial, panel: 'positions' })
  events?.append(h('details', { class: 'hidden-layer' }, h('summary', {}, english.list.panels.positions), positions))
  if (kind === 'full') {
    fill(document.getElementById('page-footer'), createAbout(dataFile))
    fill(document.getElementById('shortcuts'), createPageBar)
  }
  document.body.classList.add('prerendered')
  document.body.prepend(h('p', { id: 'held-up', role: 'alert' }, heldWords.notLoaded))
  for (const folded of document.querySelectorAll('[hidden="until-found"]')) folded.removeAttribute('hidden')
}
