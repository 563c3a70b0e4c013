import { svg } from './dom'

/** Seat of government, 20 × 18 about 0,0: a roof on three columns. */
const TEMPLE = 'M0,-9L10,-4V-1.9H-10V-4ZM-8.2,-1H-5V5.2H-8.2ZM-1.6,-1H1.6V5.2H-1.6ZM5,-1H8.2V5.2H5ZM-10,6.2H10V9H-10Z'
/** Its outline, so that the ground does not show between the columns. */
const TEMPLE_GROUND = 'M0,-9L10,-4V9H-10V-4Z'
/** Aircraft carrier, 31 × 14 about 0,0. */
const SHIP = 'M-15.5,1.2H3V-2.6H4.6V-7H6.2V-2.6H9V1.2H15.5L12.2,7H-11.8Z'

const group = (className: string, ...children: readonly SVGElement[]): SVGGElement => svg('g', { class: className }, ...children)

function number(count: number): SVGTextElement {
  const text = svg('text', { class: 'count', 'text-anchor': 'middle', y: 4.4, 'font-size': 13, 'font-weight': 700 })
  text.textContent = String(count)
  return text
}

/** Marks of the map at a scale of 1 about 0,0: the same on the map and in its key. */
export const symbols = {
  venue: (count: number): SVGGElement =>
    group('symbol-venue', svg('circle', { r: count > 1 ? 10.5 : 6.5 }), ...(count > 1 ? [number(count)] : [])),
  planned: (): SVGGElement => group('symbol-planned', svg('circle', { r: 7.5 })),
  seat: (): SVGGElement => group('symbol-seat', svg('path', { class: 'ground', d: TEMPLE_GROUND }), svg('path', { d: TEMPLE })),
  port: (): SVGGElement => group('symbol-port', svg('circle', { r: 5 })),
  past: (): SVGGElement => group('symbol-past', svg('circle', { r: 4 })),
  choice: (): SVGGElement => group('symbol-planned', svg('circle', { r: 6.5 })),
  area: (): SVGGElement => group('symbol-area', svg('circle', { class: 'soft', r: 10 }), svg('circle', { r: 3.5 })),
  /** Of a ship that nobody places: in a frame, never at a place. */
  hollowShip: (): SVGGElement => group('symbol-ship hollow', svg('path', { d: SHIP })),
  ship: (): SVGGElement => group('symbol-ship', svg('path', { d: SHIP })),
} as const
