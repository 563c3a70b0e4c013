import { findEvent, isKnownBy } from '../core/derive'
import type { Story } from '../core/story-types'
import type { EventId, StoryEvent, When } from '../core/types'
import type { AppState } from '../state/state'

export type Dated = StoryEvent & { readonly when: When }

/** A chosen event as the page shows it now; null where its layer is hidden, it was not known yet or has no date. A filter hides no end. */
export function endOf(story: Story, state: AppState, id: EventId | null): Dated | null {
  const event = findEvent(story, state, id)
  if (event === null || event.when === null || !isKnownBy(story, event, state.known)) return null
  return event as Dated
}

/** Both ends of the time that is measured; null where no time is. */
export function endsOf(story: Story, state: AppState): readonly [Dated | null, Dated | null] | null {
  const { measure } = state
  return measure?.kind === 'time' ? [endOf(story, state, measure.from), endOf(story, state, measure.to)] : null
}
