import { svg } from './dom'

/** Filled shapes on a grid of 16. */
const SHAPES = {
  play: 'M4,2V14L14,8Z',
  pause: 'M3.5,2H6.5V14H3.5ZM9.5,2H12.5V14H9.5Z',
  previous: 'M3,2.5H5V13.5H3ZM14,2.5V13.5L6,8Z',
  next: 'M13,2.5H11V13.5H13ZM2,2.5V13.5L10,8Z',
  close: 'M3.5,4.2L4.2,3.5L8,7.3L11.8,3.5L12.5,4.2L8.7,8L12.5,11.8L11.8,12.5L8,8.7L4.2,12.5L3.5,11.8L7.3,8Z',
} as const

export type PlayerIcon = keyof typeof SHAPES

/** A decorative icon; the button that holds it carries the name. */
export const playerIcon = (name: PlayerIcon): SVGSVGElement =>
  svg(
    'svg',
    { class: 'player-icon', viewBox: '0 0 16 16', width: 14, height: 14, 'aria-hidden': 'true' },
    svg('path', { d: SHAPES[name] }),
  )
