/** Closed interval `[start, end]` in UTC epoch milliseconds, start ≤ end; an open side is ±Infinity. */
export type Interval = readonly [number, number]

/** True where two closed intervals share at least one instant. */
export const intersects = (a: Interval, b: Interval): boolean => a[0] <= b[1] && b[0] <= a[1]

/** True where `instant` lies in the closed interval. */
export const contains = (interval: Interval, instant: number): boolean => interval[0] <= instant && instant <= interval[1]

/** The smallest interval that holds both. */
export const union = (a: Interval, b: Interval): Interval => [Math.min(a[0], b[0]), Math.max(a[1], b[1])]

/** `instant`, moved to the nearer end where it lies outside. */
export const clamp = (instant: number, interval: Interval): number => Math.min(Math.max(instant, interval[0]), interval[1])

/** The same interval where both ends are the same number, else false. */
export const sameInterval = (a: Interval | null, b: Interval | null): boolean =>
  a === b || (a !== null && b !== null && a[0] === b[0] && a[1] === b[1])

/** `interval` moved, not resized, until it touches `bounds`; the whole of `bounds` where it is longer than they are. */
export function slideInto(interval: Interval, bounds: Interval): Interval {
  const length = interval[1] - interval[0]
  if (length >= bounds[1] - bounds[0]) return bounds
  const start = clamp(interval[0], [bounds[0], bounds[1] - length])
  return [start, start + length]
}
