import { shuffled } from './mask-names'
import type { StoryEvent } from './types'

/** Events in the order of their numbers: as they come, or mixed, the same for both sheets. */
export const inOrder = (events: readonly StoryEvent[], isMixed: boolean): readonly StoryEvent[] =>
  isMixed ? shuffled(events, 'handout') : events
