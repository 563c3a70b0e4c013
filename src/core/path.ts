import { findEvent } from './derive'
import type { Step, Story } from './story-types'
import type { EventId, Instant, Interval, LayerId, StepId } from './types'

/** What a step shows; what it leaves out is as the story opens. Its camera is its bounds, which the map fits into its pane. */
export interface StepView {
  readonly domain: Interval
  readonly brush: Interval | null
  readonly instant: Instant
  readonly selected: EventId | null
  readonly layers: ReadonlySet<LayerId>
}

/** The step of an id; null where the story has none of it. */
export const stepOf = (story: Story, id: StepId | null): Step | null => story.steps.find((step) => step.id === id) ?? null

/** What a step shows. `isLocked`: layers with a notice stay closed. */
export function stepView(story: Story, step: Step, isLocked = false): StepView {
  const { window, brush, at, select } = step
  const named = step.layers ?? [...story.layers.values()].filter(({ shown }) => shown).map(({ id }) => id)
  const open = named.filter((id) => !isLocked || (story.layers.get(id)?.notice ?? null) === null)
  const layers = new Set(open)
  const selected = findEvent(story, { layers, known: null }, select ?? story.opens)?.id ?? null
  return { domain: window ?? story.opening, brush, instant: at ?? story.now, selected, layers }
}

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
