import { matchingEvents } from '../core/derive'
import type { MarkFill } from '../core/marks'
import type { SpanForm } from '../core/span'
import type { AppState } from '../state/state'
import { Store } from '../state/store'
import { svg } from './dom'
import { axisHeight } from './timeline-axis'
import { createBrush } from './timeline-brush'
import { createChart } from './timeline-chart'
import { createEras } from './timeline-eras'
import { datedOf } from './timeline-items'
import { fitName } from './timeline-lanes'
import type { Measure } from './timeline-measure'
import { createNowLine } from './timeline-now'
import { LANES_PX, type Scene, sceneOf } from './timeline-scene'
import { createSpanMeasure } from './timeline-span-measure'
import type { ViewContext } from './view'

export interface TimelinePicture {
  readonly element: SVGGElement
  readonly heightPx: number
  /** Of that, the lanes. */
  readonly lanesPx: number
  /** Events for which there is no room of their own. */
  readonly folded: number
  /** How marks are drawn, and whether some time is drawn with soft ends: what a key has to explain. */
  readonly fills: ReadonlySet<MarkFill>
  readonly hasDoubt: boolean
}

/** Times with hard ends. */
const SURE: ReadonlySet<SpanForm> = new Set(['instant', 'day', 'range'])
/** What a timeline is drawn in. */
export interface TimelineRoom {
  readonly measure: Measure
  readonly widthPx: number
  /** Rows of a wide timeline share it as long as they are not too high; 0: as low as can be. */
  readonly lanesPx: number
  readonly unfold: boolean
  /** Titles however narrow it is. */
  readonly isTitled?: boolean
}

/** How pictures of the timeline are drawn. */
export type DrawTimelinePicture = typeof drawTimelinePicture

/** The room beside the names of the lanes, as on the page. */
const NAME_MARGIN_PX = 18
/** Lanes that open may fold others. */
const MOST_TRIES = 4

/** As the page lays it out, every lane unfolded where `unfold` says so. */
function sceneFor(
  context: ViewContext,
  state: AppState,
  { measure, widthPx, lanesPx, unfold, isTitled = false }: TimelineRoom,
): Scene {
  const { story, words } = context
  const open = new Set<string>()
  const lay = (): Scene =>
    sceneOf({
      story,
      state,
      words,
      measure,
      widthPx,
      heightPx: lanesPx / LANES_PX.part,
      coarse: false,
      open,
      active: null,
      isTitled,
    })
  let scene = lay()
  for (let tries = 0; unfold && scene.folds.length > 0 && tries < MOST_TRIES; tries++) {
    for (const { laneId } of scene.folds) open.add(laneId)
    scene = lay()
  }
  // In a picture no lane can be folded again: its name says nothing of it.
  const lanes = scene.lanes.map((lane) => ({
    ...lane,
    open: false,
    label: fitName(lane.name, scene.plotX - NAME_MARGIN_PX, measure),
  }))
  return { ...scene, lanes }
}

/** The timeline of a state in a width of its own, drawn as the page draws it; its looks come from the page’s sheets. */
export function drawTimelinePicture(shown: ViewContext, state: AppState, room: TimelineRoom): TimelinePicture {
  const { measure } = room
  // What is drawn reads its store: this one never changes.
  const context = { ...shown, store: new Store(state) }
  const abort = new AbortController()
  const scene = sceneFor(context, state, room)
  const still = { instantAt: () => state.instant, move: () => undefined, press: () => undefined }
  const brush = createBrush(context, () => ({ left: 0, widthPx: scene.plotPx }), abort.signal)
  const now = createNowLine(context, still, measure, false, abort.signal)
  const chart = createChart(context, brush, now, createEras(context, measure), createSpanMeasure(context, measure))
  chart.draw({ scene, state, options: datedOf(matchingEvents(context.story, state)), active: null })
  abort.abort()
  for (const control of chart.element.querySelectorAll('.handle, .hit, .track, .focus, .lift, title, desc')) control.remove()
  const element = svg('g', { class: scene.narrow ? 'timeline narrow' : 'timeline' }, ...chart.element.childNodes)
  // What is measured is 13 px high, whatever size of type the reader has set.
  element.style.fontSize = '13px'
  return {
    element,
    fills: new Set(scene.marks.map(({ fill }) => fill)),
    hasDoubt: scene.marks.some(({ span }) => !SURE.has(span.form)),
    heightPx: Number(chart.element.getAttribute('height')) || axisHeight(scene) + scene.lanesPx,
    lanesPx: scene.lanesPx,
    folded: scene.folds.reduce((sum, fold) => sum + fold.ids.length, 0),
  }
}
