import { select } from 'd3-selection'
import type { Interval } from '../core/interval'
import { svg } from './dom'
import type { Mark, Scene } from './timeline-scene'

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

/** Soft ends as masks over any colour, and the hatch of seas. One set for the page's one timeline. */
export function spanDefs(): SVGDefsElement {
  const masks = Object.entries(MASKS).flatMap(([name, stops]) => [
    svg(
      'linearGradient',
      { id: `timeline-fade-${name}` },
      ...stops.map(([offset, opacity]) => svg('stop', { offset, 'stop-color': '#fff', 'stop-opacity': opacity })),
    ),
    svg(
      'mask',
      { id: `timeline-mask-${name}`, maskContentUnits: 'objectBoundingBox' },
      svg('rect', { width: 1, height: 1, fill: `url(#timeline-fade-${name})` }),
    ),
  ])
  const hatch = svg(
    'pattern',
    { id: 'timeline-hatch', width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    svg('rect', { class: 'hatch-tint', width: 5, height: 5 }),
    svg('line', { class: 'hatch-line', x1: 0.65, x2: 0.65, y2: 5 }),
  )
  return svg('defs', {}, ...masks, hatch)
}

const mask = (name: Mask): string => `url(#timeline-mask-${name})`

interface Body {
  readonly class: string
  readonly mask: Mask | null
}

function bodyStyle({ span, hatched }: Mark): Body | null {
  if (hatched && span.form !== 'within') return { class: 'body hatched', mask: 'hatch' }
  const styles: Readonly<Record<Mark['span']['form'], Body | null>> = {
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

/** Masks and long bars are cut near the window: a gradient over millions of px would show as none. */
const cut = (x: number, plotPx: number, hard: boolean): number => (hard ? Math.min(Math.max(x, -plotPx), 2 * plotPx) : x)

function drawSpan(mark: Mark, { rowPx, plotPx }: Scene): SVGElement[] {
  const { span } = mark
  const hard = span.form === 'day' || span.form === 'range'
  const [x0, x1]: Interval = [cut(span.x0, plotPx, hard), cut(span.x1, plotPx, hard)]
  const widthPx = Math.max(x1 - x0, 1)
  if (span.form === 'within') {
    const reach = Math.min(rowPx / 2 - 1.5, 9)
    return [-reach, reach - 1].map((y) =>
      svg('rect', { class: 'edge', x: x0, y: mark.y + y - 0.25, width: widthPx, height: 1.5, mask: mask('ends') }),
    )
  }
  const heightPx = Math.round(Math.min(rowPx * 0.57, 13))
  const y = Math.round((mark.y - heightPx / 2) * 2) / 2
  const parts: SVGElement[] = []
  const style = bodyStyle(mark)
  const inset = span.form === 'day' && widthPx > 6 ? 0.5 : 0
  if (style) {
    const box = { x: x0 + inset, y, width: widthPx - 2 * inset, height: heightPx }
    parts.push(svg('rect', { class: style.class, ...box, mask: style.mask && mask(style.mask) }))
  }
  if (span.dashed)
    parts.push(
      svg('rect', { class: 'dashed', x: x0 + 0.75, y: y + 0.25, width: Math.max(widthPx - 1.5, 1), height: heightPx - 0.5 }),
    )
  for (const bar of span.bars)
    parts.push(svg('rect', { class: 'bar', x: bar === span.x1 ? bar - 2 : bar, y: y - 0.5, width: 2, height: heightPx + 1 }))
  if (span.form === 'instant') {
    const reach = Math.min(rowPx / 2 - 0.5, 12)
    parts.push(svg('rect', { class: 'bar', x: span.markX - 1, y: mark.y - reach, width: 2, height: 2 * reach }))
  }
  return parts
}

/** Draws when, as far as it is known, under all marks. */
export function drawSpans(layer: SVGGElement, scene: Scene, selected: string | null): void {
  select(layer)
    .selectAll<SVGGElement, Mark>('g')
    .data(scene.marks, (mark) => mark.event.id)
    .join('g')
    .attr('data-id', (mark) => mark.event.id)
    .attr('data-party', (mark) => mark.party)
    .classed('later', (mark) => mark.later && mark.event.id !== selected)
    .each(function (mark) {
      this.replaceChildren(...drawSpan(mark, scene))
    })
}
