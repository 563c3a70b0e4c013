import { stepOf } from '../core/path'
import { type StepView, stepView } from '../core/step-view'
import type { Story } from '../core/story-types'
import type { StepId } from '../core/types'
import { type AppState, initialState, type ReaderPlace } from './state'

type Patch = Partial<AppState>

/** What a step sets, and what it keeps for the reader who comes back. */
const PLACE_KEYS = [
  'domain', 'brush', 'instant', 'known', 'byMap', 'selected', 'claim', 'playing', 'search', 'parties', 'topics', 'kinds', 'statuses',
  'layers', 'panel', 'laneBy', 'camera', 'measure', 'relay', 'compare',
] as const satisfies readonly (keyof ReaderPlace)[] // biome-ignore format: one list, read as one

const placeOf = (state: ReaderPlace): ReaderPlace =>
  Object.fromEntries(PLACE_KEYS.map((key) => [key, state[key]])) as unknown as ReaderPlace

/** A place as it was kept outside the page; null where it is none, such as that of an older page. */
export const readPlace = (kept: unknown): ReaderPlace | null =>
  typeof kept === 'object' && kept !== null && PLACE_KEYS.every((key) => key in kept) ? placeOf(kept as ReaderPlace) : null

/** All that a step decides, the same for every reader; empty where the story has no such step. */
export function viewAt(story: Story, id: StepId | null, isLocked = false): Patch {
  const step = stepOf(story, id)
  if (step === null) return {}
  const view: StepView = stepView(story, step, isLocked)
  return { ...placeOf(initialState(story)), ...view, step: step.id }
}

const isSame = (a: unknown, b: unknown): boolean => {
  if (a instanceof Set && b instanceof Set) return a.size === b.size && [...a].every((each) => b.has(each))
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, index) => Object.is(each, b[index]))
  return Object.is(a, b)
}

/** What of a patch is not so already: what stays keeps its identity, and no view draws it again. */
const newOf = (state: AppState, patch: Patch): Patch =>
  Object.fromEntries(Object.entries(patch).filter(([key, value]) => !isSame(value, state[key as keyof AppState])))

/** What a turn of the path leaves behind: an exercise would hide what the step tells. */
const LEFT = { exercise: null, guess: null } as const satisfies Patch

/** Goes to a step. From outside the path it keeps where the reader was. */
export const goToStep = (story: Story, state: AppState, id: StepId): Patch =>
  newOf(state, { ...viewAt(story, id, state.locked), ...LEFT, ...(state.step === null ? { place: placeOf(state) } : {}) })

/** Leaves the path for where the reader was; who came by a link sees the story as it opens. */
export function leaveSteps(story: Story, state: AppState): Patch {
  const { place } = state
  return newOf(state, { ...(place ?? placeOf(initialState(story))), place: null, step: null })
}

/** True where the reader went on from the step by hand. */
export const hasStrayed = (story: Story, state: AppState): boolean =>
  Object.keys(newOf(state, { ...viewAt(story, state.step, state.locked), playing: state.playing })).length > 0
