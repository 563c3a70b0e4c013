import type { PlaceShape } from '../core/handout'
import { svg } from './dom'

/** Half of a sign's height. */
export const SIGN_PX = 10
const STROKE = { stroke: 'var(--ink)', 'stroke-width': 1.5 }

function form(shape: PlaceShape, isDark: boolean): SVGElement {
  const r = SIGN_PX - 0.75
  const paint = { fill: isDark ? 'var(--ink)' : 'var(--paper)', ...STROKE }
  if (shape === 'seat') return svg('rect', { x: -r, y: -r, width: 2 * r, height: 2 * r, ...paint })
  return svg('circle', { r, ...paint, 'stroke-dasharray': shape === 'area' ? '3.2 2.2' : null })
}

/** The number of a place about 0,0, in a shape that tells what it is without colour; null for the shape alone. */
export function placeBadge(shape: PlaceShape, number: number | null): SVGGElement {
  const isDark = shape === 'happened' || shape === 'seat'
  // A ground of its own: it must read on land, sea and hatch.
  const ground = svg('circle', { r: SIGN_PX + 1.5, fill: 'var(--paper)' })
  if (number === null) return svg('g', {}, ground, form(shape, isDark))
  const text = svg('text', {
    'text-anchor': 'middle',
    y: 4.4,
    'font-family': 'var(--sans)',
    'font-size': number > 99 ? 12 : 13,
    'font-weight': 700,
    fill: isDark ? 'var(--paper)' : 'var(--ink)',
  })
  text.textContent = String(number)
  return svg('g', {}, ground, form(shape, isDark), text)
}

/** The same as a drawing beside text. */
export function placeSign(shape: PlaceShape, number: number | null): SVGSVGElement {
  const half = SIGN_PX + 1.5
  const box = `${-half} ${-half} ${2 * half} ${2 * half}`
  return svg('svg', { class: 'handout-sign', viewBox: box, 'aria-hidden': 'true' }, placeBadge(shape, number))
}
