import { FILTER_KEYS } from '../core/derive'
import { firstStop, type Stop, stepInstant } from '../core/stops'
import type { AppState } from '../state/state'
import type { Changed } from '../state/store'
import { goToStop, stopsFor } from './player-line'
import type { ViewContext } from './view'

export type Speed = 'slow' | 'normal' | 'fast'

/** How long the now-line rests, ms: at an event, to be read, and at a ship's growing area, to be seen. */
const PACE_MS: Readonly<Record<Speed, { readonly event: number; readonly reach: number }>> = {
  slow: { event: 6000, reach: 1800 },
  normal: { event: 3500, reach: 1000 },
  fast: { event: 1500, reach: 500 },
}

/** What the reader does while it plays ends the play; to look around, to zoom and to hover do not. */
const INTERRUPTS: readonly (keyof AppState)[] = [
  ...FILTER_KEYS.filter((key) => key !== 'area'),
  'instant', 'selected', 'measure', 'compare', 'dialog', 'step', 'mode',
] // biome-ignore format: one list, read as one

export interface RunPort {
  knownOnly(): boolean
  speed(): Speed
}

export interface Run {
  /** True after the last stop, until the reader does something else. */
  readonly ended: () => boolean
  /** True while the player itself changes the state. */
  readonly moving: () => boolean
  play(): void
  /** To the next or previous event; stops between events are passed over. */
  step(direction: 1 | -1): void
  /** The event that a step would lead to, or null. */
  ahead(state: AppState, direction: 1 | -1): Stop | null
  /** Goes by the new speed from now on. */
  restart(): void
  /** A change that the player itself makes, which does not end the play. */
  set(patch: Partial<AppState>): void
  update(state: AppState, changed: Changed<AppState>): void
}

/** Leads the now-line from stop to stop while the state says that it plays. */
export function createRun({ story, store }: ViewContext, port: RunPort, signal: AbortSignal): Run {
  let timer: ReturnType<typeof setTimeout> | undefined
  let moving = false
  let ended = false
  /** The last stop that was gone to. */
  let last: Stop | null = null

  const set = (patch: Partial<AppState>) => {
    moving = true
    try {
      store.set(patch)
    } finally {
      moving = false
    }
  }
  const stops = (state: AppState) => stopsFor(story, state, port.knownOnly())
  const goTo = (stop: Stop, playing: boolean) => {
    last = stop
    ended = false
    set({ ...goToStop(story, store.state, stop, port.knownOnly()), playing })
  }
  const isAt = (stop: Stop | null, { instant, selected }: AppState): boolean =>
    stop !== null && stop.at === instant && (stop.event === null || stop.event === selected)

  const forward = () => {
    const next = stepInstant(stops(store.state), present(store.state), 1)
    if (next) return goTo(next, true)
    ended = true
    set({ playing: false })
  }
  /** A stop between events leaves the event before it open. */
  const present = (state: AppState) => (isAt(last, state) && last?.event === null ? { ...state, selected: null } : state)
  const wait = () => {
    clearTimeout(timer)
    const pace = PACE_MS[port.speed()]
    timer = setTimeout(forward, last?.event === null ? pace.reach : pace.event)
  }
  const stop = () => clearTimeout(timer)
  signal.addEventListener('abort', stop)

  const ahead = (state: AppState, direction: 1 | -1) => {
    const all = stops(state)
    const events = all.filter((one) => one.event !== null)
    return stepInstant(events, present(state), direction)
  }
  return {
    ended: () => ended,
    moving: () => moving,
    ahead,
    play: () => {
      const { state } = store
      const all = stops(state)
      // On the page as it opens the line stands at the end: play begins where the window does.
      const untouched = state.instant === story.now && !isAt(last, state)
      const next = (untouched ? null : stepInstant(all, present(state), 1)) ?? firstStop(all, state.domain[0])
      if (next) goTo(next, true)
    },
    step: (direction) => {
      const next = ahead(store.state, direction)
      if (next) goTo(next, false)
    },
    restart: () => {
      if (store.state.playing) wait()
    },
    set,
    update: (state, changed) => {
      const told = INTERRUPTS.some((key) => changed.has(key))
      if (told && !moving) ended = false
      if (!state.playing) return stop()
      if (moving || changed.has('playing')) return wait()
      if (!told) return
      // A view may not set state while it is shown: at once afterwards.
      stop()
      timer = setTimeout(() => store.set({ playing: false }), 0)
    },
  }
}
