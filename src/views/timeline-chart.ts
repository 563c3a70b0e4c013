import type { Axis } from '../core/axis'
import { isLater } from '../core/derive'
import { formatterOf } from '../core/format'
import { memoLast } from '../core/memo'
import type { EventId, StoryEvent } from '../core/types'
import { zoneName } from '../core/zone-name'
import type { AppState } from '../state/state'
import { svg, writeAttributes } from './dom'
import { spanDefs } from './span-drawing'
import { axisHeight, drawAxis, drawGrid, drawLanes } from './timeline-axis'
import type { Brush } from './timeline-brush'
import { ERAS_ID, type Eras } from './timeline-eras'
import type { Dated } from './timeline-items'
import { dimLater, drawBins, drawFolds, drawGhosts, drawOptions, drawTitles, optionId } from './timeline-marks'
import type { NowLine } from './timeline-now'
import { optionName } from './timeline-option-name'
import type { Scene } from './timeline-scene'
import type { SpanMeasure } from './timeline-span-measure'
import { drawSpans } from './timeline-spans'
import type { ViewContext } from './view'

export interface ChartDrawing {
  readonly scene: Scene
  readonly state: AppState
  /** All options, in order. */
  readonly options: readonly Dated[]
  readonly active: EventId | null
}

export interface Chart {
  readonly element: SVGSVGElement
  /** Takes presses on the lanes. */
  readonly plot: SVGGElement
  readonly listbox: SVGGElement
  draw(drawing: ChartDrawing): void
  /** The same where nothing but the now-line has moved: no mark is laid out again. */
  drawNow(scene: Scene, state: AppState): void
  /** The measured time alone. */
  measureSpan(scene: Scene, state: AppState): void
  /** Lifts one event, and shows where the focus is. */
  lift(hovered: EventId | null, active: EventId | null): void
}

/** A mark at the very start of the window is whole: it may reach into the gap before the lanes. */
const CLIP_PX = 10
/** More options than this are in the tree only while they are drawn. */
const MOST_OPTIONS = 400

/** The options that are drawn, and the focused one, in order: the cost follows what is drawn, not what there is. */
function inOrder(
  options: readonly Dated[],
  position: ReadonlyMap<EventId, number>,
  drawn: ReadonlySet<EventId>,
  active: EventId | null,
): Dated[] {
  const ids = active === null ? drawn : new Set([...drawn, active])
  const at = [...ids].map((id) => position.get(id) ?? 0).sort((a, b) => a - b)
  return at.flatMap((index) => options[index - 1] ?? [])
}

/** Axis and lanes as one picture. */
export function createChart({ story, words }: ViewContext, brush: Brush, now: NowLine, eras: Eras, span: SpanMeasure): Chart {
  const says = words.timeline
  const group = (name: string) => svg('g', { class: name })
  const grid = group('grid')
  const axis = group('axis')
  // Each option says its own date; thirty numbers in a row say nothing.
  axis.setAttribute('aria-hidden', 'true')
  const clip = svg('rect', { x: -CLIP_PX, y: -20 })
  const ground = svg('rect', { class: 'ground' })
  const spanClip = svg('rect', { y: -20 })
  const spans = svg('g', { class: 'spans', 'aria-hidden': 'true', 'clip-path': 'url(#timeline-clip-spans)' })
  const ghosts = svg('path', { class: 'ghosts' })
  const bins = svg('path', { class: 'bins' })
  const listbox = svg('g', {
    class: 'events',
    role: 'listbox',
    tabindex: 0,
    'aria-orientation': 'horizontal',
    'aria-label': says.marks,
    'aria-describedby': `timeline-help ${ERAS_ID}`,
  })
  const titles = svg('g', { class: 'titles', 'aria-hidden': 'true' })
  const folds = group('folds')
  const cut = svg('g', { 'clip-path': 'url(#timeline-clip)' }, spans, ghosts, bins, listbox, titles, folds)
  const lanes = group('lanes')
  const plot = svg('g', { class: 'plot' }, ground, cut)
  const defs = spanDefs('timeline')
  defs.append(svg('clipPath', { id: 'timeline-clip' }, clip), svg('clipPath', { id: 'timeline-clip-spans' }, spanClip))
  const element = svg('svg', { class: 'chart' }, defs)
  // The now-line lies over the grid and under the marks.
  const below = svg('g', {}, eras.bands, grid, lanes, span.element)
  const top = svg('g', {}, axis, eras.titles, now.line)
  const above = svg('g', {}, plot)
  const handles = svg('g', {}, brush.element, now.handle)
  element.append(below, top, above, handles)
  const zone = zoneName(story, story.timeZone)
  const positionsOf = memoLast((options: readonly Dated[]) => new Map(options.map((event, index) => [event.id, index + 1])))
  const none: ReadonlyMap<EventId, number> = new Map()
  let drawn: readonly Element[] = []
  let stands: { axis: Axis | null; key: string } = { axis: null, key: '' }

  return {
    element,
    plot,
    listbox,
    draw: ({ scene, state, options, active }) => {
      const axisPx = axisHeight(scene)
      measureSpan(scene, state)
      // The same again would lay out all that is inside.
      for (const part of [below, above]) writeAttributes(part, { transform: `translate(${scene.plotX},${axisPx})` })
      for (const part of [top, handles]) writeAttributes(part, { transform: `translate(${scene.plotX},0)` })
      writeAttributes(ground, { width: scene.plotPx, height: scene.lanesPx })
      writeAttributes(clip, { width: scene.plotPx + CLIP_PX, height: scene.lanesPx + 40 })
      writeAttributes(spanClip, { width: scene.plotPx, height: scene.lanesPx + 40 })

      const drawnIds = new Set(scene.marks.map((mark) => mark.event.id))
      const selected = scene.marks.find((mark) => mark.event.id === state.selected)
      const boldLane = selected
        ? (scene.lanes.find((lane) => selected.y >= lane.y && selected.y < lane.y + lane.heightPx)?.id ?? null)
        : null
      const rows = scene.lanes.map((lane) => [lane.id, lane.label, lane.y, lane.heightPx].join()).join()
      const standing = [scene.plotX, scene.plotPx, scene.narrow, scene.scale, boldLane, rows].join()
      // Hairlines and names stay while a filter moves.
      if (scene.axis !== stands.axis || standing !== stands.key) {
        drawGrid(grid, scene)
        drawLanes(lanes, scene, boldLane, says.unfold)
        stands = { axis: scene.axis, key: standing }
      }
      drawLine(scene, state)
      brush.draw(scene, state)

      drawSpans(spans, scene, state.selected)
      drawGhosts(ghosts, scene)
      drawBins(bins, scene.bins)
      const many = options.length > MOST_OPTIONS
      const position = drawnIds.size > 0 || active !== null ? positionsOf(options) : none
      drawOptions(listbox, scene, {
        events: many ? inOrder(options, position, drawnIds, active) : options,
        position: (event) => position.get(event.id) ?? 0,
        total: options.length,
        selected: state.selected,
        later: (event) => isDimmed(state, event),
        name: (event) => optionName(story, words, event, isDimmed(state, event)),
      })
      const count = formatterOf(story, words).count
      drawTitles(titles, scene, state.selected, says.plus)
      drawFolds(
        folds,
        scene.folds,
        (fold) => says.fold(count(fold.ids.length)),
        (fold) => says.foldLabel(count(fold.ids.length), fold.laneName),
      )
    },
    drawNow: (scene, state) => {
      drawLine(scene, state)
      const name = (event: StoryEvent) => optionName(story, words, event, isDimmed(state, event))
      dimLater([spans, listbox, titles], (event) => isDimmed(state, event), name)
    },
    measureSpan,
    lift: (hovered, active) => {
      for (const group of drawn) group.classList.remove('lifted', 'active')
      const find = (id: EventId | null) => (id === null ? null : element.ownerDocument.getElementById(optionId(id)))
      const lifted = find(hovered)
      const focused = find(active)
      lifted?.classList.add('lifted')
      focused?.classList.add('active')
      const title = hovered === null ? null : titles.querySelector(`[data-id="${hovered}"]`)
      title?.classList.add('lifted')
      drawn = [lifted, focused, title].filter((group) => group !== null)
      if (focused) listbox.setAttribute('aria-activedescendant', focused.id)
      else listbox.removeAttribute('aria-activedescendant')
    },
  }

  function measureSpan(scene: Scene, state: AppState): void {
    writeAttributes(element, { height: axisHeight(scene) + scene.lanesPx + span.height(state) + 1 })
    element.classList.toggle('measuring', state.measure?.kind === 'time')
    span.draw(scene, state)
  }
  function drawLine(scene: Scene, state: AppState): void {
    const clear = now.clear(scene, state)
    drawAxis(axis, clear, scene.narrow ? zone : says.zoneTime(zone))
    now.draw(clear, state)
    eras.draw(clear, state, now.line)
  }
  /** The open event is what the reader looks at: it stays as it is. */
  function isDimmed(state: AppState, event: StoryEvent): boolean {
    return event.id !== state.selected && isLater(story, state, event)
  }
}
