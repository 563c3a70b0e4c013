import { type Axis, type AxisLabel, axisOf } from '../core/axis'
import { dayStart } from '../core/axis-levels'
import { anchor, isAddition, laneOf, lanesOf, matchingEvents, matchingIds, partyOf, shownEvents } from '../core/derive'
import { type Interval, intersects } from '../core/interval'
import { type Fold, type LayoutItem, layOut, type TitleSide } from '../core/layout'
import { type MarkFill, markFill } from '../core/marks'
import { memoLast } from '../core/memo'
import { type Span, spanOf } from '../core/span'
import type { EventId, LaneBy, Story, StoryEvent, When } from '../core/types'
import type { Words } from '../core/words/words'
import type { AppState } from '../state/state'
import { type Bin, binsOf } from './timeline-bins'
import type { Measure } from './timeline-measure'

export interface SceneLane {
  readonly id: string
  readonly name: string
  readonly lang: string | null
  readonly y: number
  readonly heightPx: number
  readonly open: boolean
}

/** One drawn event. Lengths are px from the plot's left edge and the top of the lanes. */
export interface Mark {
  readonly event: StoryEvent
  readonly span: Span
  readonly fill: MarkFill
  readonly party: string | null
  readonly letter: string
  readonly plus: boolean
  readonly title: { readonly x: number; readonly side: TitleSide } | null
  readonly y: number
  /** Only an area is named, such as a sea. */
  readonly hatched: boolean
  /** It begins after the now-line, which the reader has moved. */
  readonly later: boolean
}

export interface SceneFold extends Fold {
  readonly y: number
  readonly laneId: string
  readonly laneName: string
}

export interface Scene {
  readonly plotX: number
  readonly plotPx: number
  readonly narrow: boolean
  readonly rowPx: number
  readonly lanesPx: number
  readonly radiusPx: number
  readonly axis: Axis
  readonly toX: (instant: number) => number
  readonly lanes: readonly SceneLane[]
  readonly marks: readonly Mark[]
  readonly folds: readonly SceneFold[]
  readonly bins: readonly Bin[]
  /** Where events stand that the filters leave out: x and lane's y. */
  readonly ghosts: readonly (readonly [number, number])[]
  readonly day: Interval | null
  readonly laneIndexOf: (event: StoryEvent) => number
}

export interface SceneOptions {
  readonly story: Story
  readonly state: AppState
  readonly words: Words
  readonly measure: Measure
  readonly widthPx: number
  readonly coarse: boolean
  /** Lanes whose folds are open. */
  readonly open: ReadonlySet<string>
  /** The focused event. */
  readonly active: EventId | null
}

export type Dated = StoryEvent & { readonly when: When }
const isDated = (event: StoryEvent): event is Dated => event.when !== null
const dated = new WeakMap<readonly StoryEvent[], readonly Dated[]>()
/** Those with a date: the same array for the same events. */
export function datedOf(events: readonly StoryEvent[]): readonly Dated[] {
  const known = dated.get(events) ?? events.filter(isDated)
  dated.set(events, known)
  return known
}

const NARROW_PX = 640
const MOST_LANES = 14
const LANES_PX = 200
const ROWS_WIDE = 11
const ROW_PX = { least: 18.2, most: 24, narrow: 24 }
const MOST_MARKS = 1000
const COLUMN_MOST = 0.2
const FOLD_PX = 20
const LETTER_GAP_PX = 4

export const isNarrow = (widthPx: number): boolean => widthPx < NARROW_PX

interface LaneName {
  readonly id: string
  readonly name: string
  readonly lang: string | null
}

/** The lanes of all dated events that are shown; of very many, the fullest, and one for the rest. */
const laneNames = memoLast(
  (
    story: Story,
    events: readonly Dated[],
    laneBy: LaneBy,
    narrow: boolean,
    words: Words,
  ): { lanes: LaneName[]; index: Map<string, number> } => {
    const says = words.timeline
    const unnamed = (id: string) => (id === 'joint' ? says.jointLane : says.noLane[laneBy])
    const all = lanesOf(story, events, laneBy, narrow)
    const size = new Map<string, number>()
    for (const event of events)
      size.set(laneOf(story, event, laneBy, narrow), (size.get(laneOf(story, event, laneBy, narrow)) ?? 0) + 1)
    const ranked = [...all].sort((a, b) => (size.get(b.id) ?? 0) - (size.get(a.id) ?? 0))
    const kept = new Set(
      all.length > MOST_LANES ? ranked.slice(0, MOST_LANES - 1).map((lane) => lane.id) : all.map((lane) => lane.id),
    )
    const lanes: LaneName[] = all
      .filter((lane) => kept.has(lane.id))
      .map((lane) => ({ id: lane.id, name: lane.name?.value ?? unnamed(lane.id), lang: lane.name?.lang ?? null }))
    if (kept.size < all.length) lanes.push({ id: '*', name: says.restLane, lang: null })
    const index = new Map(lanes.map((lane, position) => [lane.id, position]))
    for (const lane of all) if (!index.has(lane.id)) index.set(lane.id, lanes.length - 1)
    return { lanes, index }
  },
)

interface Item extends LayoutItem {
  readonly event: Dated
  readonly span: Span
}

function frameOf({ widthPx, coarse, measure }: SceneOptions, lanes: readonly LaneName[]) {
  const narrow = isNarrow(widthPx)
  const widest = Math.max(0, ...lanes.map((lane) => measure(lane.name, 600)))
  const plotX = narrow ? Math.min(Math.max(widest + 26, 72), 112) : Math.min(Math.max(widest + 24, 128), 176)
  return { narrow, plotX, plotPx: Math.max(widthPx - plotX, 80), radiusPx: narrow || coarse ? 7.5 : 6.75 }
}

/** Title with its letter and plus, in px; 0 where titles are not shown. */
function titleWidth(story: Story, event: StoryEvent, selected: boolean, measure: Measure, words: Words): number {
  const party = partyOf(event)
  const letter = party ? story.parties.get(party)?.letter : undefined
  const plus = hasPlus(story, event) ? `${words.timeline.plus} ` : ''
  const letters = letter ? measure(letter, 700) + LETTER_GAP_PX : 0
  return letters + measure(plus + event.short.value, selected ? 600 : 400) + 2
}

/** Of another layer than the page's own, or dated or placed only by one. */
function hasPlus(story: Story, event: StoryEvent): boolean {
  const own = story.events.get(event.id)
  return isAddition(story, event) || (event.additions !== null && (own?.when === null || own?.where === null))
}

const isHatched = (story: Story, event: StoryEvent): boolean =>
  event.kind === 'military' && event.where?.role === 'subject' && story.places.get(event.where.place)?.precision === 'area'

/** The number of the story's day steps back from a now-line that would run through it. */
function besideNow(label: AxisLabel, nowX: number): AxisLabel {
  const through = nowX > label.x - 3 && nowX < label.x + label.widthPx + 3
  return through ? { ...label, x: nowX - label.widthPx - 3 } : label
}

/** Everything that is drawn of the lanes, in px. */
export function sceneOf(options: SceneOptions): Scene {
  const { story, state, words, measure, coarse, active } = options
  const shown = datedOf(shownEvents(story, state.layers))
  const matching = datedOf(matchingEvents(story, state))
  const narrow = isNarrow(options.widthPx)
  const { lanes, index } = laneNames(story, shown, state.laneBy, narrow, words)
  const frame = frameOf(options, lanes)
  const { plotPx, radiusPx } = frame
  const [start, end] = state.domain
  const toX = (instant: number) => ((instant - start) / (end - start)) * plotPx
  const axis = axisOf({
    domain: state.domain,
    widthPx: plotPx,
    locale: words.locale,
    timeZone: story.timeZone,
    measure: (text, bold) => measure(text, bold ? 600 : 400),
    day: story.asOf?.startPrecision === 'day' ? story.asOf.extent : null,
    insetPx: narrow ? 3 : 5,
  })
  const nowX = toX(state.instant)
  const minor = axis.minor.map((label) => (label.bold ? besideNow(label, nowX) : label))
  const dayPx: Interval | null = story.asOf ? [toX(story.asOf.extent[0]), toX(story.asOf.extent[1])] : null
  const day = dayPx && dayPx[1] > 0 && dayPx[0] < plotPx && dayPx[1] - dayPx[0] >= 2 ? dayPx : null
  const column = day && day[1] - day[0] <= plotPx * COLUMN_MOST ? day : null

  const pad = ((end - start) / plotPx) * 24
  const visible = matching.filter((event) => intersects(event.when.extent, [start - pad, end + pad]))
  const laneIndexOf = (event: StoryEvent) => index.get(laneOf(story, event, state.laneBy, narrow)) ?? 0
  const binned = visible.length > MOST_MARKS
  const items = binned ? [] : visible.map(toItem).filter((item) => item.body[1] > 0 && item.body[0] < plotPx)
  const layout = layOut(items, {
    lanes: lanes.length,
    widthPx: plotPx,
    budget: narrow ? lanes.length : Math.max(ROWS_WIDE, lanes.length),
    open: new Set(lanes.flatMap((lane, position) => (options.open.has(lane.id) ? [position] : []))),
    pinned: new Set([state.selected, active].filter((id) => id !== null)),
    column,
    foldPx: FOLD_PX,
  })
  const total = layout.rows.reduce((sum, rows) => sum + rows, 0)
  const least = narrow || coarse ? ROW_PX.narrow : ROW_PX.least
  const rowPx = Math.min(Math.max(LANES_PX / Math.max(total, 1), least), narrow ? ROW_PX.narrow : ROW_PX.most)
  let y = 0
  const placedLanes = lanes.map((lane, position): SceneLane => {
    const heightPx = (layout.rows[position] ?? 1) * rowPx
    y += heightPx
    return { ...lane, y: y - heightPx, heightPx, open: options.open.has(lane.id) }
  })
  const rowY = (lane: number, row: number) => (placedLanes[lane]?.y ?? 0) + (row + 0.5) * rowPx

  function toItem(event: Dated): Item {
    const dayEnd = (instant: number) => dayStart(instant, story.timeZone, 1)
    const pageEnd = story.asOf?.extent[1] ?? story.now
    const span = spanOf(event.when, { toX, widthPx: plotPx, radiusPx, pageEnd, dayEnd })
    const reach = radiusPx + 2
    const around: Interval = [span.markX - reach, span.markX + reach]
    const marksOnly = narrow || span.form === 'about'
    const body: Interval = marksOnly ? around : [Math.min(span.x0 + 1.5, around[0]), Math.max(span.x1 - 1.5, around[1])]
    const titlePx = narrow ? 0 : titleWidth(story, event, event.id === state.selected, measure, words)
    const inside =
      span.form === 'about' || span.form === 'instant' ? null : { x: span.markX + radiusPx + 6, first: span.form === 'within' }
    const prefersLeft = span.form === 'open-end' && span.x1 - span.x0 > 100
    const inColumn = column !== null && span.markX >= column[0] - 1 && span.markX <= column[1] + 1
    return { id: event.id, lane: laneIndexOf(event), body, titlePx, inside, prefersLeft, inColumn, event, span }
  }

  const moved = state.instant !== story.now
  const marks = layout.placed.map(({ item: { event, span, lane }, row, title }): Mark => {
    const party = partyOf(event)
    return {
      event,
      span,
      fill: markFill(event),
      party,
      letter: (party && story.parties.get(party)?.letter) || '',
      plus: hasPlus(story, event),
      title,
      y: rowY(lane, row),
      hatched: isHatched(story, event),
      later: moved && anchor(event.when) > state.instant,
    }
  })
  const ids = matchingIds(story, state)
  const left =
    matching.length === shown.length
      ? []
      : shown.filter((event) => !ids.has(event.id) && intersects(event.when.extent, state.domain))
  const spots = new Map(
    left.map((event) => {
      const spot = [Math.round(toX(anchor(event.when))), rowY(laneIndexOf(event), 0)] as const
      return [spot.join(), spot]
    }),
  )
  return {
    ...frame,
    axis: { ...axis, minor },
    toX,
    rowPx,
    lanesPx: y,
    lanes: placedLanes,
    marks,
    folds: layout.folds.map((fold) => ({
      ...fold,
      y: rowY(fold.lane, fold.row),
      laneId: lanes[fold.lane]?.id ?? '',
      laneName: lanes[fold.lane]?.name ?? '',
    })),
    bins: binned ? binsOf(visible, { toX, laneOf: laneIndexOf, lanes: placedLanes, plotPx, most: MOST_MARKS }) : [],
    ghosts: [...spots.values()],
    day,
    laneIndexOf,
  }
}
