/** A stop watch: what has run up, and since when it runs; null while it stands. */
export interface Timer {
  readonly ranMs: number
  readonly since: number | null
}

export const STOPPED: Timer = { ranMs: 0, since: null }

/** What it shows at `now`, ms; never less than before, whatever the clock does. */
export const elapsedMs = ({ ranMs, since }: Timer, now: number): number => ranMs + (since === null ? 0 : Math.max(now - since, 0))

/** Starts a watch that stands and stops one that runs. */
export const toggled = (timer: Timer, now: number): Timer =>
  timer.since === null ? { ...timer, since: now } : { ranMs: elapsedMs(timer, now), since: null }

/** From the start again: running where it ran. */
export const restarted = ({ since }: Timer, now: number): Timer => ({ ranMs: 0, since: since === null ? null : now })

const two = (number: number): string => String(number).padStart(2, '0')

/** `4:05`, or `1:04:05` from an hour on. */
export function timerText(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}
