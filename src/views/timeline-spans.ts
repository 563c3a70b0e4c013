import { select } from 'd3-selection'
import type { Interval } from '../core/interval'
import { spanParts } from './span-drawing'
import type { Mark } from './timeline-items'
import { redrawOn } from './timeline-marks'
import type { Scene } from './timeline-scene'

/** Hard bars are cut near the window: browsers draw boxes of millions of px badly. Soft ones must keep their length to fade right. */
function endsOf({ span }: Mark, plotPx: number): Interval {
  if (span.form !== 'day' && span.form !== 'range') return [span.x0, span.x1]
  const cut = (x: number) => Math.min(Math.max(x, -plotPx), 2 * plotPx)
  return [cut(span.x0), cut(span.x1)]
}

/** Draws when, as far as it is known, under all marks. */
export function drawSpans(layer: SVGGElement, scene: Scene, selected: string | null): void {
  select(layer)
    .selectAll<SVGGElement, Mark>('g')
    .data(scene.marks, (mark) => mark.event.id)
    .join((enter) => enter.append('g').attr('data-party', (mark) => mark.party))
    .classed('later', (mark) => mark.later && mark.event.id !== selected)
    .classed('selected', (mark) => mark.event.id === selected)
    .each(function (mark) {
      const [x0, x1] = endsOf(mark, scene.plotPx)
      const widthPx = Math.max(Math.round((x1 - x0) * 100) / 100, 1)
      const { form, dashed, bars } = mark.span
      this.setAttribute('transform', `translate(${x0.toFixed(2)},${mark.y.toFixed(2)})`)
      redrawOn(this, [form, dashed, bars.length, mark.hatched, widthPx, scene.rowPx, scene.scale].join(), () =>
        spanParts(mark, widthPx, scene.rowPx, 'timeline', scene.scale),
      )
    })
}
