import { findEvent } from './derive'
import type { Step, Story } from './story-types'
import type { EventId, Instant, Interval, LayerId } from './types'

/** What a step shows; what it leaves out is as the story opens. Its camera is its bounds, which the map fits into its pane. */
export interface StepView {
  readonly domain: Interval
  readonly brush: Interval | null
  readonly instant: Instant
  readonly selected: EventId | null
  readonly layers: ReadonlySet<LayerId>
}

/** What a step shows. `isLocked`: layers with a notice stay closed. */
export function stepView(story: Story, step: Step, isLocked = false): StepView {
  const { window, brush, at, select } = step
  const named = step.layers ?? [...story.layers.values()].filter(({ shown }) => shown).map(({ id }) => id)
  const open = named.filter((id) => !isLocked || (story.layers.get(id)?.notice ?? null) === null)
  const layers = new Set(open)
  const selected = findEvent(story, { layers, known: null }, select ?? story.opens)?.id ?? null
  return { domain: window ?? story.opening, brush, instant: at ?? story.now, selected, layers }
}
