import { type Axis, axisOf } from '../core/axis'
import { matchingEvents, shownEvents } from '../core/derive'
import { clamp, type Interval, intersects } from '../core/interval'
import { type Fold, type Layout, layOut } from '../core/layout'
import { memoLast } from '../core/memo'
import type { Story } from '../core/story-types'
import type { EventId, LayerId, StoryEvent } from '../core/types'
import type { Words } from '../core/words/words'
import type { AppState } from '../state/state'
import { dateMarks } from './date-alone'
import { type Bin, binsOf, nearWindow } from './timeline-bins'
import { ghostsOf } from './timeline-ghosts'
import { datedOf, type Item, type ItemOptions, itemOf, type Mark, markOf } from './timeline-items'
import { fitName, type LaneName, lanesFor } from './timeline-lanes'
import { type Measure, scaledMeasure } from './timeline-measure'

export interface SceneLane extends LaneName {
  /** The name as far as there is room for it. */
  readonly label: string
  readonly y: number
  readonly heightPx: number
  readonly open: boolean
}

export interface SceneFold extends Fold {
  readonly y: number
  readonly laneId: string
  readonly laneName: string
}

/** Everything that is drawn of axis and lanes. Lengths are px from the plot's left edge and the top of the lanes. */
export interface Scene {
  readonly plotX: number
  readonly plotPx: number
  readonly narrow: boolean
  /** By how much type and marks are larger than usual: 1, but in present mode. */
  readonly scale: number
  readonly rowPx: number
  readonly lanesPx: number
  readonly radiusPx: number
  readonly axis: Axis
  /** `lang` of the axis's labels; null where it is the page's. */
  readonly dateLang: string | null
  readonly toX: (instant: number) => number
  readonly lanes: readonly SceneLane[]
  readonly marks: readonly Mark[]
  readonly folds: readonly SceneFold[]
  readonly bins: readonly Bin[]
  /** A path. */
  readonly ghosts: string
  readonly day: Interval | null
  readonly laneIndexOf: (event: StoryEvent) => number
}

export interface SceneOptions {
  readonly story: Story
  readonly state: AppState
  readonly words: Words
  readonly measure: Measure
  readonly widthPx: number
  /** Height of the screen. */
  readonly heightPx: number
  readonly coarse: boolean
  /** As in the scene; 1 unless told. */
  readonly scale?: number
  /** Titles and full names of lanes however narrow it is: for pictures whose titles are short. */
  readonly isTitled?: boolean
  /** Ids of lanes whose folds are open. */
  readonly open: ReadonlySet<string>
  /** The focused event. */
  readonly active: EventId | null
}

const NARROW_PX = 640
/** In present mode, at a scale of 1: marks of 32 px and more on rows of 42, on the screen that it is drawn for. */
const PRESENT = { radiusPx: 9.75, rowPx: 22.75, lanesPart: 0.195 }
/** Height of all lanes: fixed below a width, then a part of the screen's height; and what rows may be made of it. */
export const LANES_PX = { below: 208, from: 1024, least: 166, part: 0.231 }
const ROW_PX = { least: 17.3, most: 24, narrow: 24 }
/** A mark for so many px of a row: above that lanes hold bars of counts. */
const PX_PER_MARK = 60
/** Fewer are always drawn one by one. */
const LEAST_BINNED = 200
/** Names of lanes take no more of a narrow screen than this; right of them are 12 px, left of them a few. */
const NAMES_MOST = 0.36
const NAME_MARGIN_PX = 18
/** A day that takes more of the window than this is no column any more. */
const COLUMN_MOST = 0.2
const FOLD_PX = 20
/** What is drawn larger keeps so much more from its title, for each time that it is larger. */
const ROOM_PX = 6
/** The same list each time: what is drawn of none is not drawn again. */
const NONE: readonly never[] = []

function frameOf({ widthPx, coarse, measure, scale = 1, state }: SceneOptions, narrow: boolean, lanes: readonly LaneName[]) {
  const widest = Math.max(0, ...lanes.map((lane) => measure(lane.name, 600)))
  const most = Math.max(112, widthPx * NAMES_MOST)
  const plotX = narrow
    ? Math.min(Math.max(widest + 26 * scale, 72 * scale), most)
    : Math.min(Math.max(widest + 24 * scale, 128 * scale), 176 * scale)
  const radiusPx = (state.mode === 'present' ? PRESENT.radiusPx : narrow || coarse ? 7.5 : 6.75) * scale
  return { narrow, scale, plotX, plotPx: Math.max(widthPx - plotX, 80), radiusPx }
}

/** The same axis as long as the window and the width are: what it draws can be left as it is. */
const axisFor = memoLast(
  (story: Story, domain: Interval, words: Words, measure: Measure, plotPx: number, insetPx: number): Axis =>
    axisOf({
      domain,
      widthPx: plotPx,
      locale: words.dateLocale,
      timeZone: story.timeZone,
      measure: (text, bold) => measure(text, bold ? 600 : 400),
      day: story.asOf?.startPrecision === 'day' ? story.asOf.extent : null,
      insetPx,
    }),
)

/** The day of the story, px, where it can be seen. */
function dayOf(story: Story, toX: (instant: number) => number, plotPx: number): Interval | null {
  if (story.asOf === null) return null
  const [x0, x1] = [toX(story.asOf.extent[0]), toX(story.asOf.extent[1])]
  return x1 > 0 && x0 < plotPx && x1 - x0 >= 2 ? [x0, x1] : null
}

const lanesRoom = ({ widthPx, heightPx, state }: SceneOptions): number => {
  if (state.mode === 'present') return heightPx * PRESENT.lanesPart
  return widthPx < LANES_PX.from ? LANES_PX.below : Math.max(LANES_PX.least, heightPx * LANES_PX.part)
}

/** Of a row, px. */
function rowRange({ coarse, state, scale = 1 }: SceneOptions, narrow: boolean): Interval {
  if (state.mode === 'present') return [PRESENT.rowPx * scale, PRESENT.rowPx * scale]
  return [narrow || coarse ? ROW_PX.narrow : ROW_PX.least, narrow ? ROW_PX.narrow : ROW_PX.most]
}

/** Heights of the lanes by their rows. */
function stack(
  lanes: readonly LaneName[],
  { rows }: Layout,
  options: SceneOptions,
  { narrow, plotX }: ReturnType<typeof frameOf>,
) {
  const { open, measure, scale = 1 } = options
  const total = rows.reduce((sum, count) => sum + count, 0)
  const rowPx = clamp(lanesRoom(options) / Math.max(total, 1), rowRange(options, narrow))
  let lanesPx = 0
  const placed = lanes.map((lane, index): SceneLane => {
    const heightPx = (rows[index] ?? 1) * rowPx
    lanesPx += heightPx
    const isOpen = open.has(lane.id)
    const label = fitName(isOpen ? `− ${lane.name}` : lane.name, plotX - NAME_MARGIN_PX * scale, measure)
    return { ...lane, label, y: lanesPx - heightPx, heightPx, open: isOpen }
  })
  const rowY = (lane: number, row: number) => (placed[lane]?.y ?? 0) + (row + 0.5) * rowPx
  return { rowPx, lanesPx, lanes: placed, rowY }
}

/**
 * The events with and without what was added to them: as long as they are shown "as it was known" the lanes stay, whatever the
 * instant, and one that was not yet placed has its lane too.
 */
const everShown = memoLast((story: Story, layers: ReadonlySet<LayerId>): readonly StoryEvent[] => {
  const [later, first] = [null, -Infinity].map((known) => datedOf(shownEvents(story, { layers, known })))
  return [...(later ?? []), ...(first ?? [])]
})

/** Lays out what the state shows. Above so many events in view lanes hold bars of counts instead of marks. */
export function sceneOf(asked: SceneOptions): Scene {
  const { story, state, words, scale = 1 } = asked
  const measure = scaledMeasure(asked.measure, scale)
  const options = { ...asked, measure }
  const isPresenting = state.mode === 'present'
  const shown = datedOf(shownEvents(story, state))
  const matching = datedOf(matchingEvents(story, state))
  const narrow = asked.isTitled !== true && options.widthPx < NARROW_PX * scale
  const {
    lanes: names,
    indexOf: laneIndexOf,
    laneAt,
  } = lanesFor(story, state.known === null ? shown : everShown(story, state.layers), state.laneBy, narrow || isPresenting, words)
  const frame = frameOf(options, narrow, names)
  const { plotPx, radiusPx } = frame
  const [start, end] = state.domain
  const toX = (instant: number) => ((instant - start) / (end - start)) * plotPx
  const day = dayOf(story, toX, plotPx)
  const padPx = ROOM_PX * (scale - 1)
  const column: Interval | null = day && day[1] - day[0] <= plotPx * COLUMN_MOST ? [day[0] - padPx, day[1] + padPx] : null
  const itemOptions: ItemOptions = {
    story,
    state,
    plus: words.timeline.plus,
    measure,
    narrow,
    plotPx,
    radiusPx,
    scale,
    padPx,
    toX,
    column,
    laneIndexOf,
  }

  const visible = nearWindow(matching, state.domain, plotPx)
  const least = isPresenting ? PRESENT.rowPx * scale : ROW_PX.least
  const budget = narrow ? names.length : Math.max(Math.floor(lanesRoom(options) / least), names.length)
  const binned = visible.length > Math.max((plotPx * budget) / PX_PER_MARK, LEAST_BINNED)
  const items = binned
    ? []
    : Array.from(visible, (index) => matching[index])
        .filter((event) => event !== undefined)
        .map((event) => itemOf(itemOptions, event))
  const layout = layOut<Item>(
    items.filter(({ event, span }) => intersects(event.when.extent, state.domain) || (span.markX >= 0 && span.markX <= plotPx)),
    {
      lanes: names.length,
      widthPx: plotPx,
      budget,
      open: new Set(names.flatMap((lane, index) => (options.open.has(lane.id) ? [index] : []))),
      pinned: new Set([state.selected, options.active].filter((id) => id !== null)),
      titled: state.selected,
      column,
      foldPx: FOLD_PX * scale,
    },
  )
  const { rowY, ...rows } = stack(names, layout, options, frame)
  return {
    ...frame,
    ...rows,
    axis: axisFor(story, state.domain, words, measure, plotPx, (narrow ? 3 : 5) * scale),
    dateLang: dateMarks(words).lang,
    toX,
    marks: layout.placed.map((placed) => markOf(itemOptions, placed, rowY(placed.item.lane, placed.row))),
    folds: layout.folds.map((fold) => {
      const lane = names[fold.lane]
      return { ...fold, y: rowY(fold.lane, fold.row), laneId: lane?.id ?? '', laneName: lane?.name ?? '' }
    }),
    // Without marks each lane is one row.
    bins: binned ? binsOf(matching, state.domain, plotPx, laneAt, names.length, rows.rowPx) : NONE,
    ghosts:
      matching.length === shown.length
        ? ''
        : ghostsOf(story, state, shown, { toX, plotPx, yOf: (lane) => rowY(lane, 0), laneAt: laneAt(shown) }),
    day,
    laneIndexOf,
  }
}
