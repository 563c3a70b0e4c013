import type { Story } from '../core/story-types'
import { english } from '../core/words/words'
import { type AppState, initialState } from '../state/state'
import { Store } from '../state/store'
import { createAbout } from './about'
import { h } from './dom'
import { createEventsPane } from './events-pane'
import { createHeader } from './header'
import { partyRules } from './party-colors'
import { fillSkipLinks } from './skip-links'
import type { CreateView } from './view'

/**
 * Writes the story into the page's HTML with the views' own code, every event open: it is worth reading before, and without, any
 * script. The sheet folds the events again where script will run, so that nothing jumps when it does.
 */
export function prerender(document: Document, story: Story, dataFile: string): void {
  const store = new Store<AppState>(initialState(story))
  const context = { story, store, words: english }
  const fill = (id: string, create: CreateView): void => {
    const root = document.getElementById(id)
    if (root) create(root, context).update(store.state, new Set(Object.keys(store.state) as (keyof AppState)[]))
  }
  document.title = story.title.value
  document.documentElement.lang = story.language
  if (story.summary) document.head.append(h('meta', { name: 'description', content: story.summary.value }))
  document.head.append(h('style', {}, partyRules(story)))
  fillSkipLinks(document, english)
  fill(
    'page-header',
    createHeader({ copyAddress: async () => false }, () => {}),
  )
  fill('events', createEventsPane({ linkTo: () => '#', copy: async () => false }))
  fill('page-footer', createAbout(dataFile))
  document.body.classList.add('prerendered')
  for (const folded of document.querySelectorAll('[hidden="until-found"]')) folded.removeAttribute('hidden')
}
