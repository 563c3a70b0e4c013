import { wholeStory } from '../core/mask'
import type { Story } from '../core/story-types'
import type { EventId } from '../core/types'

/** Where a reader is in the exercises. It outlives the page that is made anew, and ends with the visit. */
export interface ExerciseMemory {
  placeRound: number
  /** What the file says of the event is shown. */
  isAnswered: boolean
  orderRound: number
  /** Own ids, as the reader has put them; null before. */
  order: readonly EventId[] | null
  orderState: 'asked' | 'checked' | 'shown'
}

const memories = new WeakMap<Story, ExerciseMemory>()

/** The memory of the whole story behind the one that is shown. */
export function exerciseMemory(story: Story): ExerciseMemory {
  const whole = wholeStory(story)
  const memory = memories.get(whole) ?? { placeRound: 0, isAnswered: false, orderRound: 0, order: null, orderState: 'asked' }
  memories.set(whole, memory)
  return memory
}
