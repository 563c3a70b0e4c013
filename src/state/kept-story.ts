import { maskStory, wholeStory } from '../core/mask'
import { maskNames } from '../core/mask-names'
import type { Story } from '../core/story-types'
import type { EventId } from '../core/types'
import { type Kept, secretsOf } from './kept'
import type { AppState, Measure, ReaderPlace } from './state'

const masked = new WeakMap<Story, { readonly key: string; readonly story: Story }>()

/** The story as the state lets it be seen; the same one as before where that is the same. */
export function keptStory(whole: Story, state: Kept): Story {
  const key = [...secretsOf(state), '/', ...state.told].join()
  const before = masked.get(whole)
  if (before?.key === key) return before.story
  const story = maskStory(whole, secretsOf(state), state.told)
  masked.set(whole, { key, story })
  return story
}

/** The state for a story that shows more or less of the same whole: its events bear other ids there. */
export function keptState(story: Story, state: AppState): AppState {
  const { realOf } = maskNames(wholeStory(story))
  const idIn = (id: EventId | null): EventId | null => {
    const real = id === null ? null : realOf(id)
    return real === null ? null : (story.events.get(real)?.id ?? null)
  }
  const pairIn = ([a, b]: readonly [EventId, EventId]): AppState['compare'] => {
    const [from, to] = [idIn(a), idIn(b)]
    return from === null || to === null ? null : [from, to]
  }
  const measureIn = (measure: Measure | null): Measure | null =>
    measure?.kind === 'time' ? { kind: 'time', from: idIn(measure.from), to: idIn(measure.to) } : measure
  const placeIn = <Place extends Pick<ReaderPlace, 'selected' | 'claim' | 'compare' | 'measure'>>(place: Place): Place => {
    const selected = idIn(place.selected)
    const isKept = selected !== null && (story.events.get(selected)?.claims.length ?? 0) === 0
    const compare = place.compare && pairIn(place.compare)
    return { ...place, selected, claim: isKept ? null : place.claim, compare, measure: measureIn(place.measure) }
  }
  const told = new Set([...state.told].flatMap((id) => realOf(id) ?? []))
  const place = state.place && placeIn(state.place)
  return { ...placeIn(state), told, place, hovered: null, pointed: null, playing: false }
}
