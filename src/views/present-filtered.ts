import { matchingEvents } from '../core/derive'
import { sameInterval } from '../core/interval'
import { stepOf } from '../core/path'
import type { Story } from '../core/story-types'
import { clearFilters, type Patch } from '../state/actions'
import type { AppState } from '../state/state'

/** Every filter of the reader’s away; layers, and the time that a step shows alone, stay. */
export function showAll(story: Story, { layers, step }: AppState): Patch {
  return { ...clearFilters(story), layers, brush: stepOf(story, step)?.brush ?? null }
}

/** How many events the reader’s filters leave, where that is fewer than without them; null else. Their fields are not on a projector. */
export function narrowed(story: Story, state: AppState): { readonly shown: number; readonly of: number } | null {
  const patch = showAll(story, state)
  const brush = patch.brush ?? null
  // The same brush: what was worked out for it is found again.
  const open = { ...state, ...patch, brush: sameInterval(brush, state.brush) ? state.brush : brush }
  const [shown, of] = [matchingEvents(story, state).length, matchingEvents(story, open).length]
  return shown < of ? { shown, of } : null
}
