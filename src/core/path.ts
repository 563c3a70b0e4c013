import type { Step, Story } from './story-types'
import type { StepId } from './types'

/** The step of an id; null where the story has none of it. */
export const stepOf = (story: Story, id: StepId | null): Step | null => story.steps.find((step) => step.id === id) ?? null

/** Where a step stands among the others. */
export interface Way {
  /** From 0; -1 where the path is not walked. */
  readonly index: number
  readonly count: number
  readonly first: StepId | null
  readonly previous: StepId | null
  readonly next: StepId | null
  readonly last: StepId | null
}

/** The way from a step on; from none of them the next one is the first. */
export function wayFrom({ steps }: Story, id: StepId | null): Way {
  const index = steps.findIndex((step) => step.id === id)
  const at = (place: number): StepId | null => steps[place]?.id ?? null
  return {
    index,
    count: steps.length,
    first: at(0),
    previous: index > 0 ? at(index - 1) : null,
    next: at(index + 1),
    last: at(steps.length - 1),
  }
}
