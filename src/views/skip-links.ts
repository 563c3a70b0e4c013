import type { Words } from '../core/words/words'
import { h } from './dom'

/** Links over the top of the page to its three views; seen when they have the focus. */
export function fillSkipLinks(document: Document, words: Words): void {
  const { skipTo } = words.page
  const links = (['events', 'timeline', 'map'] as const).map((view) => h('a', { href: `#${view}` }, skipTo[view]))
  document.getElementById('skip')?.replaceChildren(...links)
}
