import { range } from 'd3-array'
import { eventTable } from '../core/event-table'
import { type Parts, padded, partsOf, type Stretch } from '../core/handout-stretch'
import { notDrawn, numberedStory, numberRanges } from '../core/handout-time'
import { type Interval, intersects } from '../core/interval'
import type { StoryEvent } from '../core/types'
import type { AppState } from '../state/state'
import { figure, framed, LARGE, PAPER_PX, sentence } from './handout-drawing'
import type { Sheet } from './handout-part'
import type { DrawTimelinePicture, TimelinePicture } from './picture-timeline'
import { createMeasure } from './timeline-measure'
import type { ViewContext } from './view'

/** Of a page of Letter what a heading and two lines of text leave. */
const MOST_PX = 800
/** Worse than any number that is missing. */
const TOO_HIGH = 1000
/** Better than one that is missing: a number in both strips, whose mark the cut goes through. */
const TWICE = 0.1
const MOST_SPLITS = 32
/** What a mark needs on both sides of its time, and about what the names of the lanes take of the width. */
const HALF_MARK_PX = 12
const NAMES_PX = 120
const DAY_MS = 86_400_000

/** What the strip shows is decided by the sheet alone: no filter, no open event, no mode of the page. */
const stateFor = (sheet: Sheet, state: AppState): AppState => ({
  ...state,
  brush: null,
  known: null,
  byMap: 'off',
  area: null,
  search: '',
  parties: new Set(),
  topics: new Set(),
  kinds: new Set(),
  statuses: new Set(),
  selected: null,
  claim: null,
  hovered: null,
  pointed: null,
  playing: false,
  measure: null,
  mode: 'explore',
  // Rows named by places would tell them.
  laneBy: sheet.blanks.has('places') && state.laneBy === 'place' ? 'party' : state.laneBy,
})

type Strip = TimelinePicture & Stretch

/** How the strips of a sheet are drawn. */
interface Drawing {
  readonly mostPx: number
  draw(stretch: Stretch, lanes: Partial<AppState>): TimelinePicture
}

const titlesOf = (strips: readonly Strip[]): ReadonlySet<string> =>
  new Set(
    strips.flatMap(({ element }) =>
      [...element.querySelectorAll('.title')].map((title) => /\d+$/.exec(title.textContent ?? '')?.[0] ?? ''),
    ),
  )

/**
 * A time in two, from day to day, the even ones first. The first goes on for half a day, so that the marks of its last day are whole; what
 * reaches beyond that is in both.
 */
function splits({ domain: [start, end], events }: Stretch): readonly (readonly Stretch[])[] {
  const days = Math.round((end - start) / DAY_MS)
  const step = Math.max(Math.ceil(days / MOST_SPLITS), 1)
  const at = range(step, days, step).sort((a, b) => Math.abs(a - days / 2) - Math.abs(b - days / 2))
  return at.map((day) => {
    const middle = start + day * DAY_MS
    const until = Math.min(middle + DAY_MS / 2, end)
    const isLater = (extent: Interval): boolean => extent[0] >= middle || extent[1] > until
    return [
      { domain: [start, until], events: events.filter(({ when }) => when && when.extent[0] < middle) },
      { domain: [middle, end], events: events.filter(({ when }) => when && isLater(when.extent)) },
    ]
  })
}

/** Events whose numbers found no room. */
function bareOf(strips: readonly Strip[], events: readonly StoryEvent[]): readonly StoryEvent[] {
  const titles = titlesOf(strips)
  const isIn = ({ when }: StoryEvent): boolean => when !== null && strips.some(({ domain }) => intersects(when.extent, domain))
  return events.filter((event) => isIn(event) && !titles.has(event.title.value))
}

/** In the lanes of the page, else in those of parties, which are fewer; in two strips where one is too high or has no room for a number. */
function bestStrips(drawing: Drawing, whole: Stretch): readonly Strip[] {
  const laned: readonly Partial<AppState>[] = [{}, { laneBy: 'party' }]
  const tries = [[whole], ...splits(whole)].flatMap((stretches) => laned.map((lanes) => ({ stretches, lanes })))
  let [best, least]: [readonly Strip[], number] = [[], Infinity]
  for (const { stretches, lanes } of tries) {
    const strips = stretches.map((each): Strip => ({ ...drawing.draw(each, lanes), ...each }))
    const isHigh = strips.some(({ heightPx }) => heightPx > drawing.mostPx)
    const twice = strips.reduce((sum, strip) => sum + titlesOf([strip]).size, 0) - titlesOf(strips).size
    const cost = (isHigh ? TOO_HIGH : 0) + bareOf(strips, whole.events).length + twice * TWICE
    console.log(
      JSON.stringify([strips.map((x) => [x.heightPx, x.domain.map((d) => new Date(d).toISOString().slice(0, 10))]), lanes, cost]),
    )
    if (cost < least) [best, least] = [strips, cost]
    if (cost === 0) break
  }
  return best
}

function notesOf(sheet: Sheet, domain: Interval, { stretches, empty }: Parts, bare: readonly number[]): readonly string[] {
  const { view, handout, says, blanks } = sheet
  const span = view.format.interval(domain)
  if (blanks.has('dates')) return [says.timeEmpty(span)]
  const { undated, outside } = notDrawn(view.events, handout, domain)
  const lines = [
    [outside, says.outside],
    [undated, says.undated],
    [bare, says.bare],
  ] as const
  const told = lines.flatMap(([numbers, say]) => (numbers.length > 0 ? [say(numberRanges(numbers))] : []))
  const spans = stretches.map((part) => view.format.interval(part.domain))
  const scales = spans.length > 1 ? [says.timeParts(view.format.list(spans))] : []
  const none = empty.map((each) => says.timeNone(view.format.interval(each)))
  return [says.timeSpan(span), ...scales, ...none, ...told, says.soft]
}

/** The strip of time, numbers for titles; without marks where dates are asked for. */
export function timeFigure(sheet: Sheet, context: ViewContext, state: AppState, draw: DrawTimelinePicture | null): HTMLElement {
  const { view, handout, says, blanks, isLarge } = sheet
  if (draw === null) return sentence(says.noTime)
  const widthPx = PAPER_PX / (isLarge ? LARGE : 1)
  const family = getComputedStyle(document.documentElement).getPropertyValue('--sans').trim() || 'sans-serif'
  const story = numberedStory(view, handout, blanks)
  const { measure } = createMeasure(family)
  const room = { measure, widthPx, lanesPx: 0, unfold: true, isTitled: true }
  const drawing: Drawing = {
    mostPx: MOST_PX / (isLarge ? LARGE : 1),
    draw: (stretch, lanes) => {
      const [start, end] = stretch.domain
      const domain = padded(stretch, ((end - start) * HALF_MARK_PX) / (widthPx - NAMES_PX))
      return draw(
        { ...context, story: { ...story, events: eventTable(stretch.events) } },
        { ...stateFor(sheet, state), domain, ...lanes },
        room,
      )
    },
  }
  const events = [...story.events]
  const parts = partsOf({ domain: state.domain, events }, story.timeZone)
  const strips = parts.stretches.flatMap((part) => bestStrips(drawing, part))
  const drawings = strips.map(({ element, heightPx, domain }, index) =>
    framed(`time-${index}`, element, [widthPx, heightPx], says.timeOf(view.format.interval(domain))),
  )
  const bare = bareOf(strips, events).map(({ title }) => Number(title.value))
  const made = figure(says.time, drawings, [sentence(notesOf(sheet, state.domain, parts, bare).join(' '))])
  if (blanks.has('dates')) made.classList.add('is-empty')
  return made
}
