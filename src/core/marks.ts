import type { ClaimStatus, Kind, Status, StoryEvent } from './types'

/**
 * Shapes of the kinds, as SVG paths on a 16 × 16 grid centred on 0,0: the same on map, timeline, list and legend.
 * Areas are balanced by eye, so that no kind looks louder than another.
 */
export const KIND_PATHS: Readonly<Record<Kind, string>> = {
  talks: 'M-6,0A6,6 0 1,1 6,0A6,6 0 1,1 -6,0Z',
  statement: 'M-6.2,-5.8H6.2V3.4H-0.4L-3.8,6.8V3.4H-6.2Z',
  position: 'M0,-7.2L7.2,0L0,7.2L-7.2,0Z',
  military: 'M0,-6.6L7,5.6H-7Z',
  domestic: 'M0,-7L6.9,-1.9L4.3,6H-4.3L-6.9,-1.9Z',
  agreement: 'M0,-7.6L2.1,-2.6L7.4,-2.3L3.3,1.2L4.7,6.5L0,3.6L-4.7,6.5L-3.3,1.2L-7.4,-2.3L-2.1,-2.6Z',
  sanctions: 'M-2.4,-6.8H2.4V-2.4H6.8V2.4H2.4V6.8H-2.4V2.4H-6.8V-2.4H-2.4Z',
  other: 'M-4.4,-4.4H4.4V4.4H-4.4Z',
}

/** How a mark is drawn: solid happened, hollow planned, crossed cancelled, `?` unknown, dashed where every claim is claimed or disputed. */
export type MarkFill = 'solid' | 'hollow' | 'crossed' | 'question' | 'dashed'

const SHAKY: readonly ClaimStatus[] = ['claimed', 'disputed']

export function markFill(event: Pick<StoryEvent, 'status' | 'claims'>): MarkFill {
  const byStatus: Readonly<Record<Status, MarkFill>> = {
    happened: 'solid',
    planned: 'hollow',
    cancelled: 'crossed',
    unknown: 'question',
  }
  const fill = byStatus[event.status]
  const shaky = event.claims.length > 0 && event.claims.every((claim) => SHAKY.includes(claim.status))
  return fill === 'solid' && shaky ? 'dashed' : fill
}
