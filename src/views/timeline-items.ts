import { dayStart } from '../core/axis-levels'
import { anchor, isAddition, isLater, partyOf } from '../core/derive'
import type { Interval } from '../core/interval'
import type { LayoutItem, PlacedItem, TitleSide } from '../core/layout'
import { type MarkFill, markFill } from '../core/marks'
import { type Span, spanOf } from '../core/span'
import type { Story } from '../core/story-types'
import type { StoryEvent, When } from '../core/types'
import type { AppState } from '../state/state'
import type { Measure } from './timeline-measure'

export type Dated = StoryEvent & { readonly when: When }
const isDated = (event: StoryEvent): event is Dated => event.when !== null

const dated = new WeakMap<readonly StoryEvent[], readonly Dated[]>()
/** Those with a date: the same array for the same events. */
export function datedOf(events: readonly StoryEvent[]): readonly Dated[] {
  const known = dated.get(events) ?? (events.every(isDated) ? events : events.filter(isDated))
  dated.set(events, known)
  return known
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
  /** It begins after the now-line, which the reader has moved back. */
  readonly later: boolean
}

/** What the layout places: an event with its span. */
export interface Item extends LayoutItem {
  readonly event: Dated
  readonly span: Span
}

export interface ItemOptions {
  readonly story: Story
  readonly state: AppState
  readonly plus: string
  readonly measure: Measure
  readonly narrow: boolean
  readonly plotPx: number
  readonly radiusPx: number
  readonly scale: number
  /** More room about a body than usual. */
  readonly padPx: number
  readonly toX: (instant: number) => number
  readonly column: Interval | null
  readonly laneIndexOf: (event: StoryEvent) => number
}

/** Of a title’s letter from its words. */
export const LETTER_GAP_PX = 4
const TITLE_GAP_PX = 6
/** A longer open end has its title at its start. */
const LONG_PX = 100

/** Title with its letter and plus, px. */
function titleWidth({ story, state, plus, measure, scale }: ItemOptions, event: StoryEvent): number {
  const letter = letterOf(story, event)
  const letters = letter ? measure(letter, 700) + LETTER_GAP_PX * scale : 0
  const text = hasPlus(story, event) ? `${plus} ${event.short.value}` : event.short.value
  return letters + measure(text, event.id === state.selected ? 600 : 400) + 2
}

function letterOf(story: Story, event: StoryEvent): string {
  const party = partyOf(event)
  return (party && story.parties.get(party)?.letter) || ''
}

/** Of another layer than the page's own, or placed by one on a day or in a place that the page's own does not give. */
function hasPlus(story: Story, event: StoryEvent): boolean {
  const own = story.events.get(event.id)
  if (isAddition(story, event) || event.additions === null || !own) return isAddition(story, event)
  return (event.additions.where && own.where === null) || (event.additions.when && !isSameDay(story, own.when, event.when))
}

function isSameDay({ timeZone }: Story, own: When | null, shown: When | null): boolean {
  if (own === null || shown === null || own.start !== 'known') return false
  const day = dayStart(anchor(own), timeZone)
  return dayStart(own.extent[1], timeZone) === day && dayStart(anchor(shown), timeZone) === day
}

const isHatched = (story: Story, event: StoryEvent): boolean =>
  event.kind === 'military' && event.where?.role === 'subject' && story.places.get(event.where.place)?.precision === 'area'

/** A long body holds its title beside the mark; outside it would stand far from it. */
function insideOf(span: Span, titlePx: number, radiusPx: number): Item['inside'] {
  const long = span.x1 - span.x0 > (span.form === 'open-start' ? 2 * LONG_PX : 4 * LONG_PX)
  const x = span.form === 'open-start' ? span.markX - radiusPx - TITLE_GAP_PX - titlePx : span.markX + radiusPx + TITLE_GAP_PX
  return { x, first: long || span.form === 'within' }
}

/** An event in px, with the room that it wants. On a narrow screen only marks keep clear of each other. */
export function itemOf(options: ItemOptions, event: Dated): Item {
  const { story, narrow, plotPx, radiusPx, padPx, toX, column } = options
  const dayEnd = (instant: number) => dayStart(instant, story.timeZone, 1)
  const pageEnd = story.asOf?.extent[1] ?? story.now
  const span = spanOf(event.when, { toX, widthPx: plotPx, radiusPx, pageEnd, dayEnd })
  const reach = radiusPx + 2
  const around: Interval = [span.markX - reach, span.markX + reach]
  const markOnly = narrow || span.form === 'about'
  const titlePx = narrow ? 0 : titleWidth(options, event)
  const body = markOnly ? around : ([Math.min(span.x0 + 1.5, around[0]), Math.max(span.x1 - 1.5, around[1])] as const)
  const pointed = span.form === 'about' || span.form === 'instant'
  return {
    id: event.id,
    lane: options.laneIndexOf(event),
    body: [body[0] - padPx, body[1] + padPx],
    mark: around,
    titlePx,
    inside: pointed ? null : insideOf(span, titlePx, radiusPx),
    prefersLeft: span.form === 'open-end' && span.x1 - span.x0 > LONG_PX,
    inColumn: column !== null && span.markX >= column[0] - 1 && span.markX <= column[1] + 1,
    event,
    span,
  }
}

/** What is drawn of a placed item on the row at `y`. */
export function markOf({ story, state }: ItemOptions, { item: { event, span }, title }: PlacedItem<Item>, y: number): Mark {
  return {
    event,
    span,
    fill: markFill(event),
    party: partyOf(event),
    letter: letterOf(story, event),
    plus: hasPlus(story, event),
    title,
    y,
    hatched: isHatched(story, event),
    later: isLater(story, state, event),
  }
}
