import { creditLine } from '../core/citation'
import { formatterOf } from '../core/format'
import type { ShareWords } from '../core/words/share-words'
import { svg } from './dom'
import { flatten } from './picture-flat'
import { type Block, createWidths, type KeyEntry, keyBlock, moved, sheetOf, stack, type Width } from './picture-frame'
import { timelineKey } from './picture-key'
import type { DrawMapPicture, MapPicture } from './picture-map'
import type { DrawTimelinePicture, TimelineRoom } from './picture-timeline'
import {
  type Drawer,
  footOf,
  headOf,
  mapNotes,
  momentOf,
  notes,
  type PictureOrder,
  selectionOf,
  timelineNotes,
} from './picture-words'
import { createMeasure, type Measure } from './timeline-measure'
import type { ViewContext } from './view'

/** A drawing that stands by itself, in px of its own, and the size of its bitmap. */
export interface Picture {
  readonly drawing: SVGSVGElement
  readonly widthPx: number
  readonly heightPx: number
}

/** What scripts that are on the page already draw. */
export interface Drawers {
  readonly drawMap: DrawMapPicture
  readonly drawTimeline: DrawTimelinePicture | null
}

const MARGIN_PX = 24
const GAP_PX = 12
/** A map that is wider than this has its key beside it. */
const BESIDE_PX = 700
const KEY_PX = 216
/** Height of a map for its width, where the sheet gives none. */
const MAP_SHAPE = 0.6
const LEAST_MAP_PX = 220
/** What adds up to a given height may miss it by so much. */
const ROUNDING_PX = 0.5
/** What there is no room for at one scale is tried at smaller ones, down to that of the page. */
const SMALLER = [1.08, 1.16, 1.25] as const

function timelineIn(drawer: Drawer, draw: DrawTimelinePicture, room: TimelineRoom): { body: Block; lanesPx: number } {
  const { context, says, order, width, innerPx } = drawer
  const chart = draw(context, order.state, room)
  const key = keyBlock(timelineKey(context, order.state, chart, says.picture), innerPx, width)
  const told = notes(drawer, timelineNotes(drawer, chart.folded), innerPx)
  const body = stack([{ element: chart.element, heightPx: chart.heightPx }, stack([key, told], 4)], GAP_PX)
  return { body, lanesPx: chart.lanesPx }
}

/** The key beside a wide map, else under it; null where there is no map. */
async function mapIn(drawer: Drawer, drawMap: DrawMapPicture, roomPx: number | null): Promise<Block | null> {
  const { context, order, width, innerPx } = drawer
  const isBeside = innerPx >= BESIDE_PX
  const mapPx = isBeside ? innerPx - KEY_PX - GAP_PX : innerPx
  const draw = (heightPx: number) => drawMap(context, order.state, { widthPx: mapPx, heightPx })
  const keyFor = (map: MapPicture): Block => {
    const entries: KeyEntry[] = map.key.map(({ swatch, text }) => ({ swatch, text, widthPx: 24 }))
    const keyPx = isBeside ? KEY_PX : innerPx
    const key = keyBlock(entries, keyPx, width)
    return stack([key, notes(drawer, mapNotes(drawer, map), keyPx)], isBeside ? GAP_PX : 4)
  }
  const heightPx = Math.round(Math.max(roomPx ?? mapPx * MAP_SHAPE, LEAST_MAP_PX))
  const first = await draw(heightPx)
  if (first === null) return null
  const key = keyFor(first)
  if (isBeside) {
    const element = svg('g', {}, first.element, moved(key.element, mapPx + GAP_PX, 0))
    return { element, heightPx: Math.max(heightPx, key.heightPx) }
  }
  if (roomPx === null) return stack([{ element: first.element, heightPx }, key], GAP_PX)
  // Of a given height the map has what the key leaves.
  const left = Math.max(heightPx - key.heightPx - GAP_PX, LEAST_MAP_PX)
  const map = (await draw(left)) ?? first
  return stack([{ element: map.element, heightPx: left }, key], GAP_PX)
}

function drawerFor(context: ViewContext, says: ShareWords, order: PictureOrder, layoutPx: number, width: Width): Drawer {
  const { widthPx, heightPx } = order.sheet
  return {
    context,
    says,
    order,
    width,
    format: formatterOf(context.story, context.words),
    layoutPx,
    innerPx: layoutPx - 2 * MARGIN_PX,
    heightPx: heightPx === null ? null : (heightPx * layoutPx) / widthPx,
  }
}

/** Head, body and foot on their sheet; as high as they are where the sheet gives no height, and never lower. */
function assemble(drawer: Drawer, body: Block): Picture {
  const { order, layoutPx, context, says } = drawer
  const [head, foot] = [headOf(drawer), footOf(drawer)]
  const least = MARGIN_PX * 1.5 + head.heightPx + GAP_PX + body.heightPx + GAP_PX + foot.heightPx
  const given = drawer.heightPx ?? 0
  const heightPx = least <= given + ROUNDING_PX ? given : Math.ceil(least)
  const footY = heightPx - MARGIN_PX * 0.75 - foot.heightPx
  const drawing = flatten(
    sheetOf(
      { widthPx: layoutPx, heightPx },
      moved(head.element, MARGIN_PX, MARGIN_PX * 0.75),
      moved(body.element, MARGIN_PX, MARGIN_PX * 0.75 + head.heightPx + GAP_PX),
      moved(foot.element, MARGIN_PX, footY),
    ),
  )
  const { story } = context
  const title = svg('title')
  title.textContent = says.picture.title(says.download.subjects[order.subject], story.title.value)
  const about = svg('desc')
  about.textContent = [selectionOf(drawer), ...momentOf(drawer), creditLine(story, order.address, order.accessed).text].join('. ')
  drawing.prepend(title, about)
  const scale = order.sheet.widthPx / layoutPx
  return { drawing, widthPx: order.sheet.widthPx, heightPx: Math.round(heightPx * scale) }
}

/** What a body of a given height may take. */
function roomFor(drawer: Drawer): number | null {
  if (drawer.heightPx === null) return null
  return drawer.heightPx - headOf(drawer).heightPx - footOf(drawer).heightPx - 2 * GAP_PX - 1.5 * MARGIN_PX
}

/**
 * Every lane unfolded, at a smaller scale where that takes it, folded as on the page where nothing else fits. What is left of a given
 * height goes to the rows.
 */
function drawTimeline(drawers: readonly Drawer[], draw: DrawTimelinePicture, measure: Measure): Picture | null {
  let last: Picture | null = null
  for (const unfold of [true, false]) {
    for (const drawer of drawers) {
      const asked = { measure, widthPx: drawer.innerPx, lanesPx: 0, unfold }
      const { body, lanesPx } = timelineIn(drawer, draw, asked)
      const room = roomFor(drawer)
      if (room === null) return assemble(drawer, body)
      const higher = timelineIn(drawer, draw, { ...asked, lanesPx: lanesPx + room - body.heightPx })
      if (body.heightPx <= room) return assemble(drawer, higher.body.heightPx <= room ? higher.body : body)
      last = assemble(drawer, body)
    }
  }
  return last
}

/** Draws the timeline or the map of a state anew for a sheet; null where there is no map to draw. */
export async function drawPicture(
  context: ViewContext,
  says: ShareWords,
  order: PictureOrder,
  { drawMap, drawTimeline: draw }: Drawers,
): Promise<Picture | null> {
  const width = createWidths()
  const { layoutPx, heightPx } = order.sheet
  const first = drawerFor(context, says, order, layoutPx, width)
  if (order.subject === 'map') {
    const body = await mapIn(first, drawMap, roomFor(first))
    return body && assemble(first, body)
  }
  const family = getComputedStyle(document.documentElement).getPropertyValue('--sans').trim() || 'sans-serif'
  const smaller = heightPx === null ? [] : SMALLER.map((by) => drawerFor(context, says, order, layoutPx * by, width))
  return draw && drawTimeline([first, ...smaller], draw, createMeasure(family).measure)
}
