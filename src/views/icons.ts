import { svg } from './dom'

/** Strokes of the icons in use, on a grid of 24. Source: Lucide 1.62 (ISC licence, https://lucide.dev). */
const PATHS = {
  search: ['m21 21-4.34-4.34', 'M11 3a8 8 0 1 0 0 16a8 8 0 1 0 0-16'],
  filter: ['M2 5h20', 'M6 12h12', 'M9 19h6'],
  link: [
    'M10 13a5 5 0 0 0 7.54.54l3-3a5 5 0 0 0-7.07-7.07l-1.72 1.71',
    'M14 11a5 5 0 0 0-7.54-.54l-3 3a5 5 0 0 0 7.07 7.07l1.71-1.71',
  ],
  copy: [
    'M10 8h10a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H10a2 2 0 0 1-2-2V10a2 2 0 0 1 2-2',
    'M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2',
  ],
  check: ['M20 6 9 17l-5-5'],
  chevron: ['m6 9 6 6 6-6'],
} as const

export type IconName = keyof typeof PATHS

/** A decorative icon in the colour of the text beside it; its button carries the name. */
export function icon(name: IconName, sizePx = 16): SVGSVGElement {
  const strokes = PATHS[name].map((d) => svg('path', { d }))
  return svg(
    'svg',
    {
      class: 'icon',
      width: sizePx,
      height: sizePx,
      viewBox: '0 0 24 24',
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': 1.5,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
      'aria-hidden': 'true',
    },
    ...strokes,
  )
}
