import type { Interval } from '../core/interval'
import type { AppState } from '../state/state'
import { ease, FLIGHT_MS, wantsLessMotion } from './motion'

/** Between two windows: as seen through a zoom about the one instant that stays where it is, at an even rate. */
export function windowBetween(from: Interval, to: Interval, t: number): Interval {
  if (t >= 1) return to
  const [a, b] = [from[1] - from[0], to[1] - to[0]]
  const length = a * (b / a) ** t
  // How far the window has come; the two of one length have no such instant, and slide.
  const part = Math.abs(b - a) < 1 ? t : (length - a) / (b - a)
  const start = from[0] + (to[0] - from[0]) * part
  return [start, start + length]
}

export interface WindowFlight {
  /** The state with the window that is to be drawn just now. */
  over(state: AppState): AppState
  /** Goes from the window that is drawn to that of the new state, as the map's camera does; jumps where motion is reduced. */
  go(from: Interval): void
  stop(): void
}

/** Moves the window with the map's camera when a step is shown. `draw` draws the present state anew. */
export function createWindowFlight(draw: () => void): WindowFlight {
  let frame = 0
  let part = 1
  let origin: Interval | null = null
  const stop = (): void => {
    cancelAnimationFrame(frame)
    origin = null
    part = 1
  }
  return {
    stop,
    over: (state) => (origin === null ? state : { ...state, domain: windowBetween(origin, state.domain, ease(part)) }),
    go(from) {
      stop()
      if (wantsLessMotion() || document.hidden) return
      origin = from
      part = 0
      const start = performance.now()
      const step = (now: number): void => {
        part = Math.min(Math.max((now - start) / FLIGHT_MS, 0), 1)
        if (part < 1) frame = requestAnimationFrame(step)
        else stop()
        draw()
      }
      frame = requestAnimationFrame(step)
    },
  }
}
