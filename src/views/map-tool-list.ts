import { FILTER_KEYS } from '../core/derive'
import type { Formatter } from '../core/format'
import type { Bounds } from '../core/types'
import type { AppState } from '../state/state'
import type { Changed } from '../state/store'
import { sameArea } from './map-area'
import { createMapStates } from './map-states'
import { createTools } from './map-tools'
import type { ViewContext } from './view'

export interface MapTools {
  /** The button, its panel, and what is on. */
  readonly elements: readonly HTMLElement[]
  /** Who mediated, while it is asked for. */
  readonly relay: HTMLElement
  /** True where its buttons may come or go with these changes. */
  isNew(changed: Changed<AppState>): boolean
  update(state: AppState, changed: Changed<AppState>): void
}

const KEYS: readonly (keyof AppState)[] = [...FILTER_KEYS, 'relay', 'selected', 'measure']

/** Filter by map, who mediated, distance: how they are switched on, and what of them is on. */
export function createMapTools(
  context: ViewContext,
  formatter: Formatter,
  area: () => readonly Bounds[],
  signal: AbortSignal,
): MapTools {
  const { map: says } = context.words
  const tools = createTools(
    context,
    [
      {
        name: says.inView,
        hint: says.inViewHint,
        isOn: ({ byMap }) => byMap !== 'off',
        press: (store) =>
          store.set(store.state.byMap === 'off' ? { byMap: 'view', area: sameArea(store.state.area, area()) } : { byMap: 'off' }),
      },
      {
        name: says.relay,
        hint: says.relayHint,
        isOn: ({ relay }) => relay,
        press: (store) => store.set({ relay: !store.state.relay }),
      },
      {
        name: says.distance,
        hint: says.distanceHint,
        isOn: ({ measure }) => measure?.kind === 'distance',
        press: (store) =>
          store.set({ measure: store.state.measure?.kind === 'distance' ? null : { kind: 'distance', from: null, to: null } }),
      },
    ],
    signal,
  )
  const states = createMapStates(context, formatter, tools.button, signal)
  const isNew = (changed: Changed<AppState>): boolean => KEYS.some((key) => changed.has(key))
  return {
    elements: [tools.button, tools.panel, ...states.elements],
    relay: states.relay,
    isNew,
    update(state, changed) {
      if (!isNew(changed)) return
      tools.update(state)
      states.update(state)
    },
  }
}
