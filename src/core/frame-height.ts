/** Frames are at least and at most so high, in px: WordPress gives no less, and no page should have to give more. */
export const LEAST_PX = 200
export const MOST_PX = 4000
const STEP_PX = 2
/** At most ten sends a second. */
const PACE_MS = 100
/** More growths than this within this time are a loop: what we say makes the page grow, and the page makes us say it. */
const GROWTHS = 10
const GROWTHS_MS = 5000
/** A host that gave another height than this by so much, for so long, does not follow. */
const NEAR_PX = 10
const PATIENCE_MS = 1500
/** A frame that came into view has its true height after so long. */
const SETTLED_MS = 250
/** A host that does not follow is told again, for a listener that comes late: after one second, then after twice as long each time. */
const REPEAT_MS = 1000
const REPEAT_MOST_MS = 16_000

/** The whole height, in px, that a content of so many px asks for. */
export const frameHeight = (contentPx: number): number => Math.min(Math.max(Math.ceil(contentPx), LEAST_PX), MOST_PX)

/** What has been said so far; times in ms of any clock. */
export interface Said {
  readonly heightPx: number | null
  readonly widthPx: number
  readonly at: number
  /** When it grew, without having shrunk and at the same width. */
  readonly growths: readonly number[]
  /** It went round in a loop: nothing is said any more. */
  readonly stopped: boolean
  /** Said again for so many ms the last time. */
  readonly repeatMs: number
}

export const NOTHING_SAID: Said = {
  heightPx: null,
  widthPx: 0,
  at: -Infinity,
  growths: [],
  stopped: false,
  repeatMs: REPEAT_MS,
}

/** What was measured. `isAsked`: the host wants an answer, whether or not the height changed. */
export interface Measured {
  readonly contentPx: number
  readonly widthPx: number
  readonly isAsked: boolean
}

/** `send`: the height to tell, in px. `retryMs`: measure again then, since it is too soon now. */
export interface HeightStep {
  readonly said: Said
  readonly send: number | null
  readonly retryMs: number | null
}

/** Decides whether a measured height is told: changes of 2 px and more, at most ten a second, and never in a loop. */
export function nextHeight(said: Said, now: number, { contentPx, widthPx, isAsked }: Measured): HeightStep {
  const heightPx = frameHeight(contentPx)
  const changePx = said.heightPx === null ? Infinity : heightPx - said.heightPx
  if (said.stopped || (Math.abs(changePx) < STEP_PX && !isAsked)) return { said, send: null, retryMs: null }
  const waitMs = said.at + PACE_MS - now
  if (waitMs > 0) return { said, send: null, retryMs: waitMs }
  const growths = growthsAfter(said, now, changePx, widthPx)
  if (growths.length > GROWTHS) return { said: { ...said, growths, stopped: true }, send: null, retryMs: null }
  return {
    said: { ...said, heightPx, widthPx, at: now, growths, repeatMs: REPEAT_MS },
    send: heightPx,
    retryMs: null,
  }
}

/** In another width the content has another height, which is no loop. */
function growthsAfter(said: Said, now: number, changePx: number, widthPx: number): readonly number[] {
  if (said.heightPx === null || changePx < 0 || widthPx !== said.widthPx) return []
  const recent = said.growths.filter((at) => now - at < GROWTHS_MS)
  return changePx > 0 ? [...recent, now] : recent
}

/** Decides whether the last height is told again to a host that does not follow. */
export function nextRepeat(said: Said, now: number): HeightStep {
  const isDue = !said.stopped && said.heightPx !== null && now - said.at >= said.repeatMs
  if (!isDue) return { said, send: null, retryMs: null }
  const repeatMs = Math.min(said.repeatMs * 2, REPEAT_MOST_MS)
  return { said: { ...said, at: now, repeatMs }, send: said.heightPx, retryMs: null }
}

/** Whether the host follows. `offSince`: since when the frame has had this one height, which is not the one asked for. */
export interface Fit {
  readonly fixed: boolean
  readonly givenPx: number | null
  readonly offSince: number | null
}

export const UNKNOWN_FIT: Fit = { fixed: false, givenPx: null, offSince: null }

/** A look at the frame. `shownSince`: since when the reader can see the frame; null where it is out of view. */
export interface FitLook {
  readonly askedPx: number | null
  readonly givenPx: number
  readonly shownSince: number | null
}

/**
 * What a look tells: a host that has left the frame otherwise than asked for 1.5 s keeps its own height, until it gives the one asked
 * for after all. A height that still moves is given time. Out of view nothing is decided: Chromium 156 tells a frame from another site
 * its new height only when it comes into view, and a little after.
 */
export function nextFit(fit: Fit, now: number, { askedPx, givenPx, shownSince }: FitLook): Fit {
  if (askedPx === null || Math.abs(givenPx - askedPx) <= NEAR_PX) return { fixed: false, givenPx, offSince: null }
  const offSince = fit.offSince !== null && givenPx === fit.givenPx ? fit.offSince : now
  const fixed = fit.fixed || (shownSince !== null && now >= decidedAt(offSince, shownSince))
  return { fixed, givenPx, offSince }
}

const decidedAt = (offSince: number, shownSince: number): number => Math.max(offSince + PATIENCE_MS, shownSince + SETTLED_MS)

/** In so many ms another look may decide; null where only a change can. */
export const nextLookMs = (fit: Fit, now: number, shownSince: number | null): number | null =>
  fit.offSince === null || shownSince === null || fit.fixed ? null : Math.max(decidedAt(fit.offSince, shownSince) - now, 0)
