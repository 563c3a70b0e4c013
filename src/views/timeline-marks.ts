import { select } from 'd3-selection'
import { KIND_PATHS } from '../core/marks'
import type { EventId, StoryEvent } from '../core/types'
import { isOutdated, svg } from './dom'
import type { Bin } from './timeline-bins'
import { LETTER_GAP_PX, type Mark } from './timeline-items'
import type { Scene, SceneFold } from './timeline-scene'

/** Dashes are unreadable on a small shape: it is drawn larger. */
const DASHED_SCALE = 1.12
const SHAPE_RADIUS = 6.75
const CROSS = 'M-7.5,7.5L7.5,-7.5'

/** Replaces the children of a group when its signature changes, which names what it consists of; else it is only moved. */
export function redrawOn(group: SVGGElement, signature: string, draw: () => readonly Node[]): void {
  if (isOutdated(group, signature)) group.replaceChildren(...draw())
}

/** The shape of an event's kind, drawn by its fill, on a halo of the ground. */
export function shapeOf(mark: Pick<Mark, 'fill'> & { event: Pick<StoryEvent, 'kind'> }, radiusPx: number): SVGGElement {
  const scale = (radiusPx / SHAPE_RADIUS) * (mark.fill === 'dashed' ? DASHED_SCALE : 1)
  const d = KIND_PATHS[mark.event.kind]
  const group = svg(
    'g',
    { class: 'shape', 'data-fill': mark.fill, transform: scale === 1 ? null : `scale(${scale})` },
    svg('path', { class: 'halo', d }),
    svg('path', { class: 'outline', d }),
  )
  if (mark.fill === 'crossed') group.append(svg('path', { class: 'outline', d: CROSS }))
  return group
}

function titleText(mark: Mark, plus: string, scale: number): SVGTextElement {
  const { event, letter, title } = mark
  const inside = title?.side === 'inside' && mark.span.form === 'within'
  const text = svg('text', { class: inside ? 'title inside' : 'title', dy: '0.34em' })
  const part = (content: string, attributes: Record<string, string | number> = {}) => {
    const tspan = svg('tspan', attributes)
    tspan.textContent = content
    text.append(tspan)
    return tspan
  }
  const doubt = mark.fill === 'question' ? '? ' : ''
  if (letter) part(letter, { class: 'letter' })
  const words = part(`${doubt}${mark.plus ? `${plus} ` : ''}${event.short.value}`, letter ? { dx: LETTER_GAP_PX * scale } : {})
  if (event.short.lang !== document.documentElement.lang) words.setAttribute('lang', event.short.lang)
  return text
}

function drawMark(group: SVGGElement, mark: Mark | undefined, scene: Scene, selected: boolean): void {
  // An event out of the window or in a fold stays an option: only its picture is gone.
  if (!mark) {
    redrawOn(group, '', () => [])
    return
  }
  group.setAttribute('transform', `translate(${mark.span.markX.toFixed(2)},${mark.y.toFixed(2)})`)
  redrawOn(group, [mark.event.kind, mark.fill, scene.radiusPx, scene.scale, selected].join(), () => {
    const ring = scene.radiusPx + 4 * scene.scale
    const rings = selected
      ? [svg('circle', { class: 'ring-ground', r: ring }), svg('circle', { class: 'ring', r: ring })]
      : [svg('circle', { class: 'lift', r: scene.radiusPx + 3.5 })]
    const reach = ring + 3
    const focus = svg('rect', { class: 'focus', x: -reach, y: -reach, width: 2 * reach, height: 2 * reach })
    return [...rings, focus, shapeOf(mark, scene.radiusPx)]
  })
}

/** Letters and titles beside the marks: for the eye only, the options carry their own names. */
export function drawTitles(layer: SVGGElement, scene: Scene, selected: EventId | null, plus: string): void {
  select(layer)
    .selectAll<SVGGElement, Mark>('g')
    .data(
      scene.marks.filter((mark) => mark.title !== null),
      (mark) => mark.event.id,
    )
    .join((enter) =>
      enter
        .append('g')
        .attr('data-id', (mark) => mark.event.id)
        .attr('data-party', (mark) => mark.party),
    )
    .classed('selected', (mark) => mark.event.id === selected)
    .classed('later', (mark) => mark.later && mark.event.id !== selected)
    .attr('transform', ({ title, y }) => `translate(${(title?.x ?? 0).toFixed(2)},${y.toFixed(2)})`)
    .each(function (mark) {
      const { event, letter, title, span, fill } = mark
      const signature = [
        scene.scale,
        title?.side === 'inside' && span.form,
        letter,
        mark.plus,
        fill === 'question',
        event.short.value,
      ]
      redrawOn(this, signature.join(), () => [titleText(mark, plus, scene.scale)])
    })
}

export interface OptionsToDraw {
  /** In order; all that match, or of very many those that are drawn. */
  readonly events: readonly StoryEvent[]
  /** Position of each in the whole set, from 1, and the size of that set. */
  readonly position: (event: StoryEvent) => number
  readonly total: number
  readonly selected: EventId | null
  /** It begins after the now-line. */
  readonly later: (event: StoryEvent) => boolean
  readonly name: (event: StoryEvent) => string
}

/** Options of the listbox: a mark and its title each, keyed by event. */
export function drawOptions(layer: SVGGElement, scene: Scene, options: OptionsToDraw): void {
  const drawn = new Map(scene.marks.map((mark) => [mark.event.id, mark]))
  select(layer)
    .selectAll<SVGGElement, StoryEvent>('g.option')
    .data(options.events, (event) => event.id)
    .join((enter) =>
      enter
        .append('g')
        .attr('class', 'option')
        .attr('role', 'option')
        .attr('id', (event) => optionId(event.id))
        .attr('data-id', (event) => event.id),
    )
    .order()
    .attr('data-party', (event) => drawn.get(event.id)?.party ?? null)
    .attr('aria-label', options.name)
    .attr('aria-selected', (event) => String(event.id === options.selected))
    .attr('aria-posinset', options.position)
    .attr('aria-setsize', options.total)
    .classed('later', options.later)
    .each(function (event) {
      drawMark(this, drawn.get(event.id), scene, event.id === options.selected)
    })
}

/** Dims what now is later than the now-line, and no more what is not: in `layers` of marks, bodies and titles that are drawn. */
export function dimLater(
  layers: readonly SVGGElement[],
  later: (event: StoryEvent) => boolean,
  name: (event: StoryEvent) => string,
): void {
  for (const layer of layers) {
    select(layer)
      .selectChildren<SVGGElement, Mark | StoryEvent>('g')
      .each(function (datum) {
        const event = 'event' in datum ? datum.event : datum
        const isLater = later(event)
        if (this.classList.contains('later') === isLater) return
        this.classList.toggle('later', isLater)
        if (this.getAttribute('role') === 'option') this.setAttribute('aria-label', name(event))
      })
  }
}

export const optionId = (id: EventId): string => `timeline-${id}`

/** "+n" where events found no room. Out of the tab order: the keys of the listbox reach what is folded. */
export function drawFolds(
  layer: SVGGElement,
  folds: readonly SceneFold[],
  text: (fold: SceneFold) => string,
  label: (fold: SceneFold) => string,
): void {
  select(layer)
    .selectAll<SVGGElement, SceneFold>('g')
    .data(folds, (fold) => `${fold.laneId}/${fold.ids[0]}`)
    .join((enter) => {
      const group = enter.append('g').attr('role', 'button').attr('tabindex', -1).attr('class', 'fold')
      group.append('rect').attr('class', 'hit')
      group.append('text').attr('dy', '0.34em')
      return group
    })
    .attr('data-lane', (fold) => fold.laneId)
    .attr('aria-label', label)
    .each(function (fold) {
      select(this)
        .select('rect')
        .attr('x', fold.x - 4)
        .attr('y', fold.y - 12)
        .attr('width', 28)
        .attr('height', 24)
      select(this).select('text').attr('x', fold.x).attr('y', fold.y).text(text(fold))
    })
}

const drawnBins = new WeakMap<SVGPathElement, readonly Bin[]>()

/** Bars of counts where events are too many to draw. The same list is not put together again. */
export function drawBins(path: SVGPathElement, bins: readonly Bin[]): void {
  if (drawnBins.get(path) === bins) return
  drawnBins.set(path, bins)
  const bars = bins.map(({ x0, x1, y, heightPx }) => `M${x0},${y.toFixed(1)}H${x1}v${heightPx.toFixed(1)}H${x0}Z`)
  // One path for all: a thousand elements would be laid out anew with every step.
  path.setAttribute('d', bars.join(''))
}

/** Faint ticks where the filters left events out; neighbours as one bar. */
export function drawGhosts(path: SVGPathElement, { ghosts }: Scene): void {
  if (isOutdated(path, ghosts)) path.setAttribute('d', ghosts)
}
