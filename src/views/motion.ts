/** True where the system or the reader of this page asks for less motion. */
export const wantsLessMotion = (): boolean =>
  document.documentElement.dataset.motion === 'less' ||
  (typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches)

/** How long camera and window take to go somewhere else, together. */
export const FLIGHT_MS = 600

/** Slow at both ends. `t` from 0 to 1. */
export const ease = (t: number): number => (t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2)
