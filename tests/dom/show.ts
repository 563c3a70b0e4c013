import type { Story } from '../../src/core/story-types'
import { english } from '../../src/core/words/words'
import { type AppState, initialState } from '../../src/state/state'
import { Store } from '../../src/state/store'
import { createEventsPane, type Share } from '../../src/views/events-pane'
import { createFilters } from '../../src/views/filters'
import { createPositions } from '../../src/views/positions'
import { createTable } from '../../src/views/table'
import type { CreateView, ViewContext } from '../../src/views/view'

/** Puts a view on an empty page, with a real store and every key shown once. */
export function show(create: CreateView, story: Story, state: Partial<AppState> = {}, reader: Partial<ViewContext> = {}) {
  const root = document.createElement('section')
  document.documentElement.lang = 'en'
  document.body.replaceChildren(root)
  const store = new Store<AppState>({ ...initialState(story), ...state })
  const view = create(root, { story, store, words: english, ...reader })
  store.subscribe((next, changed) => view.update(next, changed))
  view.update(store.state, new Set(Object.keys(store.state) as (keyof AppState)[]))
  return { root, store, view, story }
}

interface Clipboard extends Partial<ViewContext> {
  readonly refuses?: boolean
}

/** The events pane with a clipboard that keeps what was copied; `refuses` stands for a browser that does not let the page copy. */
export function showPane(story: Story, state: Partial<AppState> = {}, { refuses = false, ...reader }: Clipboard = {}) {
  const copied: string[] = []
  const share: Share = {
    linkTo: (event, claim) => `https://parley.example/?event=${event}${claim === undefined ? '' : `.${claim}`}`,
    linkToClass: () => 'https://parley.example/?lock=1',
    copy: async (text) => {
      if (!refuses) copied.push(text)
      return !refuses
    },
  }
  return {
    ...show(
      createEventsPane(share, { table: createTable, positions: createPositions, filters: createFilters(share) }),
      story,
      state,
      reader,
    ),
    copied,
  }
}

/** The rows that a reader sees, as titles. */
export const titles = (root: Element): string[] =>
  [...root.querySelectorAll('.events > li:not([hidden]) h3')].map((heading) => heading.textContent ?? '')
