import { findEvent } from '../core/derive'
import { stepOf, wayFrom } from '../core/path'
import { stepView } from '../core/step-view'
import { type Stop, stepInstant, stopAt } from '../core/stops'
import type { Step, Story } from '../core/story-types'
import type { StoryEvent } from '../core/types'
import type { Patch } from '../state/actions'
import { goToStep } from '../state/path'
import type { AppState } from '../state/state'
import { goToStop, stopsFor } from './player-line'

export type Turn = 'next' | 'previous' | 'first' | 'last'

/** What stands on the screen: a step, an event, or the story itself. */
export type Told =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'event'; readonly event: StoryEvent; readonly step: Step | null }
  | { readonly kind: 'story' }

/** Where the walk is, counted from 1; 0 before its first. */
export interface Place {
  readonly of: 'steps' | 'events'
  readonly at: number
  readonly count: number
}

const eventStops = (story: Story, state: AppState): readonly Stop[] =>
  stopsFor(story, state, false).filter(({ event }) => event !== null)

/** What is told: an event that was opened by hand before the step that it is not part of. */
export function toldBy(story: Story, state: AppState): Told {
  const step = stepOf(story, state.step)
  const event = findEvent(story, state, state.selected)
  const own = step === null ? null : stepView(story, step, state.locked).selected
  if (step !== null && (event === null || event.id === own)) return { kind: 'step', step }
  return event === null ? { kind: 'story' } : { kind: 'event', event, step }
}

/** A turn of the path, or from event to event where a story has no steps; null at an end. */
export function turn(story: Story, state: AppState, to: Turn): Patch | null {
  if (story.steps.length > 0) {
    const id = wayFrom(story, state.step)[to]
    return id === null ? null : { ...goToStep(story, state, id), playing: false, answered: null }
  }
  const stops = eventStops(story, state)
  const stop = to === 'first' ? stops[0] : to === 'last' ? stops.at(-1) : stepInstant(stops, state, to === 'next' ? 1 : -1)
  return stop ? { ...goToStop(story, state, stop, false), playing: false } : null
}

/** Where the walk is now. */
export function placeOf(story: Story, state: AppState): Place {
  const { index, count } = wayFrom(story, state.step)
  if (count > 0) return { of: 'steps', at: index + 1, count }
  const stops = eventStops(story, state)
  return { of: 'events', at: stopAt(stops, state) + 1, count: stops.length }
}
