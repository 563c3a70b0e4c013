import type { Span } from '../core/span'
import { svg } from './dom'

const MASKS = {
  in: [
    [0, 0],
    [1, 1],
  ],
  out: [
    [0, 1],
    [0.35, 1],
    [1, 0],
  ],
  both: [
    [0, 0],
    [0.45, 1],
    [0.55, 1],
    [1, 0],
  ],
  ends: [
    [0, 0],
    [0.12, 1],
    [0.88, 1],
    [1, 0],
  ],
  hatch: [
    [0, 0],
    [0.25, 1],
    [1, 1],
  ],
} as const
type Mask = keyof typeof MASKS

/** Soft ends as masks over any colour, and the hatch of seas. One set for a drawing; `prefix` keeps its ids apart from others’. */
export function spanDefs(prefix: string): SVGDefsElement {
  const masks = Object.entries(MASKS).flatMap(([name, stops]) => [
    svg(
      'linearGradient',
      { id: `${prefix}-fade-${name}` },
      ...stops.map(([offset, opacity]) => svg('stop', { offset, 'stop-color': '#fff', 'stop-opacity': opacity })),
    ),
    svg(
      'mask',
      { id: `${prefix}-mask-${name}`, maskContentUnits: 'objectBoundingBox' },
      svg('rect', { width: 1, height: 1, fill: `url(#${prefix}-fade-${name})` }),
    ),
  ])
  const hatch = svg(
    'pattern',
    { id: `${prefix}-hatch`, width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    svg('rect', { class: 'hatch-tint', width: 5, height: 5 }),
    svg('line', { class: 'hatch-line', x1: 0.65, x2: 0.65, y2: 5 }),
  )
  return svg('defs', {}, ...masks, hatch)
}

interface Body {
  readonly class: string
  readonly mask: Mask | null
}

/** What of a time is drawn. */
export interface SpanShape {
  readonly span: Pick<Span, 'form' | 'dashed' | 'bars' | 'x1'>
  /** All that is known is a sea. */
  readonly hatched: boolean
}

function bodyStyle({ span, hatched }: SpanShape): Body | null {
  if (hatched && span.form !== 'within') return { class: 'body hatched', mask: 'hatch' }
  const styles: Readonly<Record<Span['form'], Body | null>> = {
    instant: null,
    within: null,
    about: { class: 'body firm', mask: 'both' },
    day: { class: 'body', mask: null },
    range: { class: 'body firm', mask: null },
    hours: { class: 'body firm', mask: 'out' },
    'open-start': { class: 'body firm', mask: 'in' },
    'open-end': { class: 'body firm', mask: 'out' },
    open: { class: 'body firm', mask: 'ends' },
  }
  return styles[span.form]
}

/** The parts of a span, px from its start and from the middle of its row. `prefix` is that of the drawing’s `spanDefs`. */
export function spanParts(shape: SpanShape, widthPx: number, rowPx: number, prefix: string, scale = 1): SVGElement[] {
  const { span } = shape
  const barPx = 2 * scale
  const mask = (name: Mask): string => `url(#${prefix}-mask-${name})`
  if (span.form === 'within') {
    const reach = Math.min(rowPx / 2 - 1.5, 9 * scale)
    return [-reach, reach - 1].map((y) =>
      svg('rect', { class: 'edge', y: y - 0.25, width: widthPx, height: 1.5 * scale, mask: mask('ends') }),
    )
  }
  const height = Math.round(Math.min(rowPx * 0.57, 13 * scale))
  const y = -height / 2
  const parts: SVGElement[] = []
  const style = bodyStyle(shape)
  const inset = span.form === 'day' && widthPx > 6 ? 0.5 : 0
  if (style) {
    const box = { x: inset, y, width: widthPx - 2 * inset, height }
    parts.push(svg('rect', { class: style.class, ...box, mask: style.mask && mask(style.mask) }))
  }
  if (span.dashed) {
    parts.push(svg('rect', { class: 'dashed', x: 0.75, y: y + 0.25, width: Math.max(widthPx - 1.5, 1), height: height - 0.5 }))
  }
  for (const bar of span.bars) {
    parts.push(
      svg('rect', { class: 'bar', x: bar === span.x1 ? widthPx - barPx : 0, y: y - 0.5, width: barPx, height: height + 1 }),
    )
  }
  if (span.form === 'instant') {
    const reach = Math.min(rowPx / 2 - 0.5, 12 * scale)
    parts.push(svg('rect', { class: 'bar', y: -reach, width: barPx, height: 2 * reach }))
  }
  return parts
}
