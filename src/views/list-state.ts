import { FILTER_KEYS } from '../core/derive'
import type { Story } from '../core/story-types'
import type { EventId } from '../core/types'
import type { AppState } from '../state/state'
import type { Changed } from '../state/store'
import type { AppStore } from './view'

/** As if every filter had changed. */
export const ALL_FILTERS: Changed<AppState> = new Set(FILTER_KEYS)

/** True where the change may alter which events match. */
export const filtersChanged = (changed: Changed<AppState>): boolean => FILTER_KEYS.some((key) => changed.has(key))

/** The nearest element around the event's target that fits. */
export const closest = (event: Event, selector: string): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null

/** The event whose row the DOM event came from. */
export const eventIdOf = (event: Event): EventId | null =>
  (closest(event, '[data-event]')?.dataset.event ?? null) as EventId | null

/** A row is hovered while the pointer or the focus is on it. */
export function hoverRows(rows: HTMLElement, store: AppStore, signal: AbortSignal): void {
  const enter = (event: Event): void => {
    const id = eventIdOf(event)
    if (id !== null) store.set({ hovered: id })
  }
  const leave = (): void => store.set({ hovered: null })
  for (const type of ['pointerover', 'focusin']) rows.addEventListener(type, enter, { signal })
  for (const type of ['pointerleave', 'focusout']) rows.addEventListener(type, leave, { signal })
}

/** How many values the reader chose, a day and the map's view among them; layers count where they differ from the author's. */
export function filtersSet(story: Story, state: AppState): number {
  const facets = [state.parties, state.topics, state.kinds, state.statuses].reduce((sum, set) => sum + set.size, 0)
  const layers = [...story.layers.values()].filter((layer) => layer.shown !== state.layers.has(layer.id)).length
  return facets + layers + Number(state.known !== null) + Number(state.byMap !== 'off')
}
