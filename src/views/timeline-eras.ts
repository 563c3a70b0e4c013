import { select } from 'd3-selection'
import { dayStart } from '../core/axis-levels'
import { type PlacedEra, placeEras, type Taken } from '../core/eras'
import { formatterOf } from '../core/format'
import { contains, type Interval, intersects } from '../core/interval'
import type { Story } from '../core/story-types'
import type { Citation } from '../core/types'
import { goTo } from '../state/actions'
import type { AppState } from '../state/state'
import { bdi, h, setText, svg } from './dom'
import { AXIS_PX, axisHeight } from './timeline-axis'
import { type Measure, TYPE_PX } from './timeline-measure'
import type { Scene } from './timeline-scene'
import type { ViewContext } from './view'

export interface Eras {
  /** Bands behind the lanes, from the top of the axis down; px from the top of the lanes. */
  readonly bands: SVGGElement
  /** Titles in the upper row of the axis, and the description. */
  readonly titles: SVGGElement
  /** `now`: the drawn now-line, whose label titles keep clear of. */
  draw(scene: Scene, state: AppState, now: Element): void
}

const ARROW_PX = 12
/** Names the eras in view for those who do not see them. */
export const ERAS_ID = 'timeline-eras'

/** Quiet spans behind the lanes, each with its title once, above them, where there is room. */
export function createEras({ story, words }: ViewContext, measure: Measure): Eras {
  const clip = svg('rect')
  const clipPath = svg('clipPath', { id: 'timeline-clip-eras' }, clip)
  const layer = svg('g', { 'clip-path': 'url(#timeline-clip-eras)' })
  const bands = svg('g', { class: 'eras', 'aria-hidden': 'true' }, clipPath, layer)
  const names = svg('g', { 'aria-hidden': 'true' })
  const description = svg('desc', { id: ERAS_ID })
  const titles = svg('g', { class: 'era-titles' }, description, names)
  const dayEnd = (instant: number) => dayStart(instant, story.timeZone, 1)
  const pageEnd = story.asOf?.extent[1] ?? story.now
  const { list } = formatterOf(story, words)

  return {
    bands,
    titles,
    draw: (scene, state, now) => {
      if (story.eras.length === 0) return
      const { toX, plotPx } = scene
      const placed = placeEras(story.eras, {
        domain: state.domain,
        toX,
        widthPx: plotPx,
        pageEnd,
        dayEnd,
        measure: (title) => measure(title, 400, TYPE_PX * scene.scale),
        taken: [...scene.axis.major, ...takenByNow(scene, state, now, measure)],
      })
      const top = -axisHeight(scene)
      for (const [name, value] of Object.entries({ y: top, width: plotPx, height: scene.lanesPx - top })) {
        clip.setAttribute(name, String(value))
      }
      drawBands(layer, placed, [top, scene.lanesPx])
      drawTitles(names, placed, AXIS_PX.major * scene.scale)
      const said = placed.map(({ era }) => era.title.value)
      description.textContent = said.length === 0 ? '' : words.eras.inView(list(said))
    },
  }
}

/** The label of the now-line, or the arrow that stands for it at an end of the axis. */
function takenByNow({ plotPx, scale }: Scene, { domain, instant }: AppState, now: Element, measure: Measure): Taken[] {
  if (!contains(domain, instant)) return [{ x: instant < domain[0] ? 0 : plotPx - ARROW_PX, widthPx: ARROW_PX }]
  const label = now.querySelector('text')
  return label ? [{ x: Number(label.getAttribute('x')), widthPx: measure(label.textContent ?? '', 600, TYPE_PX * scale) }] : []
}

function drawBands(layer: SVGGElement, placed: readonly PlacedEra[], [top, bottom]: Interval): void {
  const groups = select(layer)
    .selectAll<SVGGElement, PlacedEra>('g')
    .data(placed, ({ era }) => era.id)
    .join((enter) => {
      const group = enter.append('g')
      group.append('rect')
      return group
    })
    .classed('dashed', ({ dashed }) => dashed)
  groups
    .select('rect')
    .attr('x', ({ x0 }) => x0)
    .attr('width', ({ x0, x1 }) => Math.max(x1 - x0, 1))
    .attr('y', top)
    .attr('height', bottom - top)
    .attr('mask', ({ fade }) => (fade === 'none' ? null : `url(#timeline-mask-${fade})`))
  groups
    .selectAll<SVGLineElement, number>('line')
    .data(({ bars }) => bars)
    .join('line')
    .attr('x1', (x) => Math.round(x) + 0.5)
    .attr('x2', (x) => Math.round(x) + 0.5)
    .attr('y1', top)
    .attr('y2', bottom)
}

function drawTitles(layer: SVGGElement, placed: readonly PlacedEra[], y: number): void {
  select(layer)
    .selectAll<SVGTextElement, PlacedEra>('text')
    .data(
      placed.filter(({ titleX }) => titleX !== null),
      ({ era }) => era.id,
    )
    .join('text')
    .attr('x', ({ titleX }) => titleX)
    .attr('y', y)
    .each(function ({ era }) {
      setText(this, era.title)
      // A start at the left is what the place was measured for.
      this.removeAttribute('dir')
    })
}

/** A little more than the era, so that its ends can be seen; open ends reach to the story's. */
function around({ extent }: Story, [start, end]: Interval): Interval {
  const from = Number.isFinite(start) ? start : extent[0]
  const to = Number.isFinite(end) ? end : extent[1]
  return [from - (to - from) * 0.08, to + (to - from) * 0.08]
}

function outlets(story: Story, citations: readonly Citation[]): (Node | string)[] {
  const sources = [...new Set(citations.map(({ source }) => source))].flatMap((id) => story.sources.get(id) ?? [])
  return sources.flatMap(({ publisher, url }) => [
    ' · ',
    url === null
      ? h('bdi', {}, publisher)
      : h('a', { href: url, rel: 'noopener noreferrer', target: '_blank' }, h('bdi', {}, publisher)),
  ])
}

/** True where the window shows a part of an era. */
export const isEraInView = ({ eras }: Story, domain: Interval): boolean =>
  eras.some(({ when }) => intersects(when.extent, domain))

/** Every era with its dates and sources, and a way to it; null where the story has none. */
export function createEraList({ story, store, words }: ViewContext, signal: AbortSignal): HTMLElement | null {
  if (story.eras.length === 0) return null
  const { when: dates } = formatterOf(story, words)
  const items = story.eras.map(({ title, when, sources }) => {
    const button = h('button', { type: 'button' }, bdi(title))
    button.setAttribute('aria-label', words.eras.goTo(title.value))
    button.addEventListener('click', () => store.set(goTo(story, store.state, around(story, when.extent))), { signal })
    return h('li', {}, button, h('span', {}, dates(when), ...outlets(story, sources)))
  })
  return h(
    'div',
    { class: 'era-list' },
    h('h3', { id: 'timeline-era-list' }, words.eras.title),
    h('ul', { 'aria-labelledby': 'timeline-era-list' }, ...items),
  )
}
