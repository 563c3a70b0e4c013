import type { Step, Story } from './story-types'
import type { Track } from './track'
import type { StepId, VesselId } from './types'

/** Where a class stands on the story's path. */
export interface Asking {
  readonly mode: string
  readonly step: StepId | null
  /** The step whose answer is shown. */
  readonly answered: StepId | null
}

/** The ship that a step asks about and tells of in its answer. */
const shipOf = ({ events }: Story, { answer, select }: Step): VesselId | null =>
  answer && select ? (events.get(select)?.vessel ?? null) : null

/**
 * The steps that a class has had answered: one that is shown again without its answer is asked again, and outside of presenting
 * nothing is asked.
 */
export function answeredSteps(before: ReadonlySet<StepId>, { mode, step, answered }: Asking): ReadonlySet<StepId> {
  const after = new Set(mode === 'present' ? before : [])
  if (mode !== 'present' || step === null) return after
  if (answered === step) after.add(step)
  else after.delete(step)
  return after
}

/**
 * What a class may see of a ship: how far it could be is withheld until the step that asks about the ship is answered. Where that
 * step is on the screen and there is no circle to withhold, the sea and the age of the sighting are what it asks for.
 */
export function withheld(story: Story, track: Track, now: Asking, answered: ReadonlySet<StepId>): Track {
  if (now.mode !== 'present') return track
  const asking = story.steps.filter((step) => !answered.has(step.id) && shipOf(story, step) === track.vessel.id)
  if (asking.length === 0) return track
  const isAsked = track.reach === null && asking.some(({ id }) => id === now.step)
  return { ...track, reach: null, isAsked }
}
