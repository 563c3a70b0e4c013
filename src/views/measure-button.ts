import { findEvent } from '../core/derive'
import type { AppState } from '../state/state'
import { h } from './dom'
import type { ViewContext } from './view'

/** The way in from the timeline: measures time from the open event, if that has a date; pressed again, it stops. */
export function createMeasureButton({ story, store, words }: ViewContext, signal: AbortSignal) {
  const says = words.measure
  const element = h('button', { type: 'button', title: says.openLabel, 'aria-pressed': 'false' }, says.open)
  element.addEventListener(
    'click',
    () => {
      const { state } = store
      // Where the row has no room the button stands in a pane, which gives the focus back to its own button.
      element.closest<HTMLElement>('[popover]')?.hidePopover?.()
      if (state.measure?.kind === 'time') return store.set({ measure: null })
      const event = findEvent(story, state, state.selected)
      store.set({ measure: { kind: 'time', from: event?.when ? event.id : null, to: null } })
    },
    { signal },
  )
  return {
    element,
    draw: ({ measure }: AppState) => element.setAttribute('aria-pressed', String(measure?.kind === 'time')),
  }
}
