import { latitudeOf, longitudeOf, mercatorX, mercatorY } from '../core/mercator'
import type { Camera } from '../core/types'
import { ease, FLIGHT_MS, wantsLessMotion } from './motion'

const mix = (a: number, b: number, t: number): number => a + (b - a) * t

/** Between two cameras, straight on the flat map. */
export function between(from: Camera, to: Camera, t: number): Camera {
  if (t >= 1) return to
  const x = mix(mercatorX(from.center[0]), mercatorX(to.center[0]), t)
  const y = mix(mercatorY(from.center[1]), mercatorY(to.center[1]), t)
  return { center: [longitudeOf(x), latitudeOf(y)], zoom: mix(from.zoom, to.zoom, t) }
}

export interface Motion {
  /** Flies, or jumps where motion is reduced. Ends a flight that is under way. */
  to(from: Camera, target: Camera): void
  readonly isUnderWay: boolean
  stop(): void
}

/** The program's own moves of the camera. `show` learns which picture is the last; `isReduced` is the reader's choice on the page. */
export function createMotion(show: (camera: Camera, isLast: boolean) => void, isReduced: () => boolean): Motion {
  let frame = 0
  const stop = (): void => {
    if (frame) cancelAnimationFrame(frame)
    frame = 0
  }
  return {
    stop,
    get isUnderWay() {
      return frame !== 0
    },
    to(from, target) {
      stop()
      if (isReduced() || wantsLessMotion() || document.hidden) return show(target, true)
      const start = performance.now()
      const step = (now: number): void => {
        const t = Math.min((now - start) / FLIGHT_MS, 1)
        frame = t < 1 ? requestAnimationFrame(step) : 0
        show(between(from, target, ease(t)), t === 1)
      }
      frame = requestAnimationFrame(step)
    },
  }
}

const REST_MS = 220

export interface Settler {
  /** In the first way now, in full once nothing more has come for a while. */
  soon(): void
  /** In full at once. */
  now(): void
  stop(): void
}

/** What changes in quick succession, such as the now-line that is dragged, is drawn the cheap way until it rests. */
export function createSettler(draw: (settled: boolean) => void): Settler {
  let timer = 0
  const stop = (): void => window.clearTimeout(timer)
  return {
    stop,
    now() {
      stop()
      draw(true)
    },
    soon() {
      stop()
      draw(false)
      timer = window.setTimeout(() => draw(true), REST_MS)
    },
  }
}
