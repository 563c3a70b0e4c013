import { findEvent } from '../core/derive'
import { wholeStory } from '../core/mask'
import { maskNames } from '../core/mask-names'
import { editionOf, HIDES, type Reveals } from '../core/notes-messages'
import { stepOf, wayFrom } from '../core/path'
import { stepView } from '../core/step-view'
import { type Stop, stepInstant, stopAt } from '../core/stops'
import type { Step, Story } from '../core/story-types'
import type { EventId, StoryEvent } from '../core/types'
import type { Patch } from '../state/actions'
import { secretsOf } from '../state/kept'
import { goToStep } from '../state/path'
import { revealNext, revealSelected } from '../state/reveal'
import type { AppState } from '../state/state'
import { goToStop, stopsFor } from './player-line'
import type { Showing } from './present-needs'

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

/** Index of the stop where the walk is: at the open event, whenever the now-line stands; without one that is a stop, at the now-line. */
function stopOf(stops: readonly Stop[], state: AppState): number {
  const own = stops.findIndex(({ event }) => event === state.selected)
  return own >= 0 ? own : stopAt(stops, state)
}

/** A turn of the path, or from event to event where a story has no steps; null at an end. */
export function turn(story: Story, state: AppState, to: Turn): Patch | null {
  if (story.steps.length > 0) {
    const id = wayFrom(story, state.step)[to]
    return id === null ? null : { ...goToStep(story, state, id), playing: false, answered: null }
  }
  const stops = eventStops(story, state)
  const by = to === 'next' ? 1 : -1
  const here = stopOf(stops, state)
  const beside = here >= 0 ? stops[here + by] : stepInstant(stops, state, by)
  const stop = to === 'first' ? stops[0] : to === 'last' ? stops.at(-1) : beside
  return stop ? { ...goToStop(story, state, stop, false), playing: false } : null
}

/** Where the walk is now. */
export function placeOf(story: Story, state: AppState): Place {
  const { index, count } = wayFrom(story, state.step)
  if (count > 0) return { of: 'steps', at: index + 1, count }
  const stops = eventStops(story, state)
  return { of: 'events', at: stopOf(stops, state) + 1, count: stops.length }
}

/** What a press on Reveal does: what is kept back of the open event first, then the step's answer, then the next event. Null: nothing. */
export function revealing(story: Story, state: AppState): { readonly does: Reveals; readonly patch: Patch } | null {
  const selected = revealSelected(story, state)
  if (selected) return { does: 'event', patch: selected }
  const now = toldBy(story, state)
  if (now.kind === 'step' && now.step.answer) {
    const isAnswered = state.answered === state.step
    return { does: isAnswered ? 'cover' : 'answer', patch: { answered: isAnswered ? null : state.step } }
  }
  const next = revealNext(story, state)
  return next && { does: 'next', patch: next }
}

/** What the notes are told: by the file's own names, whatever the class sees of them. */
export function showingOf(story: Story, state: AppState): Showing {
  const real = (id: EventId | null | undefined): EventId | null => (id ? maskNames(wholeStory(story)).realOf(id) : null)
  const { step, selected, blank, answered, exercise } = state
  const secrets = secretsOf(state)
  return {
    step,
    event: real(selected),
    blank,
    answered: step !== null && answered === step,
    reveals: revealing(story, state)?.does ?? null,
    hidden: HIDES.filter((each) => secrets.has(each)),
    exercise,
    next: story.steps.length > 0 ? null : real(turn(story, state, 'next')?.selected),
    edition: editionOf(story),
  }
}
