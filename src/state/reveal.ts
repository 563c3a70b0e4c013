import { findEvent, shownEvents } from '../core/derive'
import { wholeStory } from '../core/mask'
import { maskNames } from '../core/mask-names'
import type { Story } from '../core/story-types'
import type { EventId, StoryEvent } from '../core/types'
import { type Patch, selectEvent } from './actions'
import { keepsBack } from './kept'
import { viewAt } from './path'
import { type AppState, initialState } from './state'

/* All take the story that is on the page, masked or whole. */

/** The most events that an address names; a larger story is shown whole at once. */
const MOST_TOLD = 300

const realOf = (story: Story, id: EventId | null): EventId | null =>
  id === null ? null : maskNames(wholeStory(story)).realOf(id)

const isTold = (story: Story, { told }: AppState, id: EventId): boolean =>
  told.has(id) || [...told].some((each) => realOf(story, each) === id)

/** The event that is next to be told: the first in the story’s own order of those on the page; null where none is left. */
function nextUntold(story: Story, state: AppState): StoryEvent | null {
  if (!keepsBack(state)) return null
  const shown = shownEvents(wholeStory(story), { layers: state.layers, known: state.known })
  const told = new Set([...state.told].map((id) => realOf(story, id)))
  return shown.find(({ id }) => !told.has(realOf(story, id))) ?? null
}

/** Tells an event and opens it. */
function tell(story: Story, state: AppState, id: EventId): Patch {
  return { ...selectEvent(wholeStory(story), state, id), told: new Set([...state.told, id]) }
}

/** Tells the event that is open; null where none is, or where it is told already. */
export function revealSelected(story: Story, state: AppState): Patch | null {
  const id = realOf(story, state.selected)
  const isShown = findEvent(wholeStory(story), state, id) !== null
  return id === null || !isShown || !keepsBack(state) || isTold(story, state, id) ? null : tell(story, state, id)
}

/** Tells the next event in the order of the story and opens it; null where all on the page are told. */
export function revealNext(story: Story, state: AppState): Patch | null {
  const next = nextUntold(story, state)
  return next && tell(story, state, realOf(story, next.id) ?? next.id)
}

/** What one key does while presenting: tells the open event, or the next one where that is told. */
export const revealStepwise = (story: Story, state: AppState): Patch | null =>
  revealSelected(story, state) ?? revealNext(story, state)

/** Tells every event, of hidden layers too. */
export function revealAll(story: Story): Patch {
  const whole = wholeStory(story)
  const { rootOf } = maskNames(whole)
  const told = new Set([...whole.events].map(rootOf))
  return told.size > MOST_TOLD ? stopHiding : { told }
}

/** Hides what was told, and leaves where that has led: a window or a place on the map would tell it again. */
export function hideAgain(story: Story, { step, locked }: AppState): Patch {
  const { domain, instant, brush, camera, selected, claim } = { ...initialState(story), ...viewAt(story, step, locked) }
  return { told: new Set(), domain, instant, brush, camera, selected, claim, compare: null, measure: null }
}

/** Keeps nothing back any more. */
export const stopHiding: Patch = { secrets: new Set(), told: new Set(), exercise: null, guess: null }
