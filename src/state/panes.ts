import { PARTS, type Part } from './state'

/**
 * How a frame shows its views. `flow`: one after the other at their own heights, the frame grows with them. The others keep to the
 * frame's height: `split` as a desktop; `stack` one under the other, the list scrolls; by tabs `pairs`, map and timeline or the list;
 * `halves`, the map or timeline and list; `single`, one view at a time.
 */
export type Arrangement = 'flow' | 'split' | 'stack' | 'pairs' | 'halves' | 'single'

export interface FrameSize {
  readonly widthPx: number
  readonly heightPx: number
  /** The host gave the height and keeps it. */
  readonly isFixed: boolean
}

/** Narrower, a map beside a list would leave neither room to be read. */
const SPLIT_PX = { width: 900, height: 620 }
/** From here on a map, a timeline and a useful part of the list stand one under the other. */
const STACK_PX = 1040
/**
 * Heights from which two views share a frame. Below a width the timeline has no titles and is 250 px high, else 320: over it a map wants
 * 300 px to hold the story's frame, under it a list 200.
 */
const NARROW_PX = { below: 640, pairs: 690, halves: 560 }
const WIDE_PX = { pairs: 800, halves: 620 }
/** In a lower or narrower frame, as with very large type, nothing that stays in place leaves room for what scrolls. */
const LEAST_PX = { width: 240, height: 300 }

/** The arrangement for a frame. */
export function arrangementOf({ widthPx, heightPx, isFixed }: FrameSize): Arrangement {
  if (!isFixed || heightPx < LEAST_PX.height || widthPx < LEAST_PX.width) return 'flow'
  if (widthPx >= SPLIT_PX.width && heightPx >= SPLIT_PX.height) return 'split'
  if (heightPx >= STACK_PX && widthPx < SPLIT_PX.width) return 'stack'
  const { pairs, halves } = widthPx < NARROW_PX.below ? NARROW_PX : WIDE_PX
  return heightPx >= pairs ? 'pairs' : heightPx >= halves ? 'halves' : 'single'
}

const TABS: Readonly<Partial<Record<Arrangement, readonly (readonly Part[])[]>>> = {
  pairs: [['map', 'timeline'], ['list']],
  halves: [['map'], ['timeline', 'list']],
  single: [['map'], ['timeline'], ['list']],
}

/** The views that an arrangement shows together, group by group: more than one group takes tabs. */
export const groupsOf = (arrangement: Arrangement, parts: ReadonlySet<Part>): readonly (readonly Part[])[] =>
  (TABS[arrangement] ?? [PARTS]).map((group) => group.filter((part) => parts.has(part))).filter((group) => group.length > 0)

/** The group that a reader sees: the one with the asked-for view, else the first. */
export const groupWith = (groups: readonly (readonly Part[])[], pane: Part | null): readonly Part[] =>
  groups.find((group) => pane !== null && group.includes(pane)) ?? groups[0] ?? []
