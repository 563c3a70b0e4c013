import type { Patch } from './actions'
import type { AppState } from './state'

/** What a presenter can ask for, by key, by button or from the notes window. */
export const PRESENT_ACTIONS = [
  'next', 'previous', 'first', 'last', 'reveal', 'blank', 'spotlight', 'ring', 'fullscreen', 'leave',
] as const // biome-ignore format: one list, read as one
export type PresentAction = (typeof PRESENT_ACTIONS)[number]

/** Into present mode: what lies over the page goes, everything else stays as it is. */
export const enterPresent = (): Patch => ({ mode: 'present', dialog: null, playing: false, blank: false, spotlight: false })

/** Back to the page as it was. */
export const leavePresent = (): Patch => ({ mode: 'explore', blank: false, spotlight: false })

/** True while nothing of the page is to be seen. */
export const isBlank = ({ mode, blank }: Pick<AppState, 'mode' | 'blank'>): boolean => mode === 'present' && blank

/** True where only the open event is to be seen well. */
export const isSpotlit = ({ mode, spotlight, selected }: Pick<AppState, 'mode' | 'spotlight' | 'selected'>): boolean =>
  mode === 'present' && spotlight && selected !== null
