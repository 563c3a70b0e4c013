import { matchingEvents } from '../core/derive'
import type { Story } from '../core/story-types'
import type { Words } from '../core/words/words'
import { clearFilters } from '../state/actions'
import type { AppState } from '../state/state'
import { h } from './dom'
import { type Says, saysOf } from './list-lines'
import { filtersChanged } from './list-state'
import type { CreateView } from './view'

type Narrowing = 'search' | 'brush' | 'known' | 'byMap' | 'parties' | 'topics' | 'kinds' | 'statuses'
const NARROWINGS: readonly Narrowing[] = ['search', 'parties', 'topics', 'kinds', 'statuses', 'brush', 'known', 'byMap']

const OFF = { search: '', brush: null, known: null, byMap: 'off' } as const

const without = (state: AppState, narrowing: Narrowing): AppState => ({
  ...state,
  [narrowing]: narrowing in OFF ? OFF[narrowing as keyof typeof OFF] : new Set(),
})

function isSet(state: AppState, narrowing: Narrowing): boolean {
  if (narrowing === 'search') return state.search.trim() !== ''
  if (narrowing === 'byMap') return state.byMap !== 'off' && state.area !== null
  if (narrowing === 'brush' || narrowing === 'known') return state[narrowing] !== null
  return state[narrowing].size > 0
}

const nameOf = (story: Story, words: Words, narrowing: Narrowing, id: string): string => {
  if (narrowing === 'parties') return [...story.parties.values()].find((party) => party.id === id)?.name.value ?? id
  if (narrowing === 'topics') return [...story.topics.values()].find((topic) => topic.id === id)?.name.value ?? id
  const names: Readonly<Record<string, string>> = { ...words.list.kinds, ...words.list.statuses }
  return names[id] ?? id
}

function inWords({ story, words, format }: Says, state: AppState, narrowing: Narrowing): string {
  if (narrowing === 'search') return words.list.noneSearch(state.search.trim())
  if (narrowing === 'brush') return state.brush ? words.list.noneBrush(format.interval(state.brush)) : ''
  if (narrowing === 'known') return state.known === null ? '' : words.list.noneKnown(format.day(state.known))
  if (narrowing === 'byMap') return words.list.noneInView
  const names = [...state[narrowing]].map((id) => nameOf(story, words, narrowing, id))
  return words.list.noneFacet(words.list.facets[narrowing], names.join(words.list.either))
}

/** Why nothing is left: the filters whose absence would bring events back, else all that are set. */
export function whyNone(says: Says, state: AppState): string {
  const set = NARROWINGS.filter((narrowing) => isSet(state, narrowing))
  const guilty = set.filter((narrowing) => matchingEvents(says.story, without(state, narrowing)).length > 0)
  const reasons = (guilty.length > 0 ? guilty : set).map((narrowing) => inWords(says, state, narrowing))
  if (reasons.length === 0) return says.words.list.none
  return reasons.length === 1
    ? says.words.list.noneBecause(reasons.join(''))
    : says.words.list.noneTogether(says.format.list(reasons))
}

/** What stands in place of the list when no event fits: the reason, and a way back. */
export const createNone: CreateView = (root, context) => {
  const { story, store, words } = context
  const says = saysOf(context)
  const abort = new AbortController()
  const sentence = h('p')
  const reset = h('button', { type: 'button', class: 'text-button' }, words.list.reset)
  const element = h('div', { class: 'none', hidden: true }, sentence, reset)
  reset.addEventListener('click', () => store.set(clearFilters(story)), { signal: abort.signal })
  root.append(element)
  return {
    update(state, changed) {
      if (!filtersChanged(changed)) return
      const none = matchingEvents(story, state).length === 0
      if (none) sentence.textContent = whyNone(says, state)
      element.hidden = !none
    },
    destroy() {
      abort.abort()
      element.remove()
    },
  }
}
