import type { AppState } from '../state/state'
import type { Kept } from './present-place'
import type { RingPlace } from './present-ring'

/** What presenting knows and no state holds. */
export interface Carried {
  /** The path began with presenting, and ends with it. */
  readonly isPathOwn: boolean
  readonly ring: RingPlace | null
  readonly kept: Kept | null
  /** What had the focus here: the action of a button, or null for what is told; undefined where nothing here had it. */
  readonly focused: string | null | undefined
}

/*
 * Whoever reveals something has the whole page made anew, with the same state. By its set of layers a state is known again: it goes from
 * one page to the next as it is, and a page that reads its address has one of its own.
 */
const carried = new WeakMap<AppState['layers'], Carried>()

/** Keeps it for the view that comes next with the same state. */
export const carry = ({ layers }: AppState, what: Carried): void => void carried.set(layers, what)

/** What the view before this one has left, once; null where there was none. */
export function takeCarried({ layers }: AppState): Carried | null {
  const before = carried.get(layers) ?? null
  carried.delete(layers)
  return before
}
