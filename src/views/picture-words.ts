import type { CalendarDay } from '../core/calendar-day'
import { accessedOn, creditLine } from '../core/citation'
import { matchingAnywhereOnMap, matchingEvents, shownEvents, unplacedCount } from '../core/derive'
import type { Formatter } from '../core/format'
import { intersects } from '../core/interval'
import { isDayEnd } from '../core/now-line'
import type { PictureSheet, PictureSubject } from '../core/picture'
import { exportWords } from '../core/words/export-words'
import type { ShareWords } from '../core/words/share-words'
import type { AppState } from '../state/state'
import { type Block, FACES, rule, stack, textBlock, type Width } from './picture-frame'
import type { MapPicture } from './picture-map'
import type { ViewContext } from './view'

/* What stands around a drawing, in words: title, moment, selection, what is left out, credit. */

export interface PictureOrder {
  readonly subject: PictureSubject
  readonly sheet: PictureSheet
  readonly state: AppState
  /** False for a picture under a headline of its own. */
  readonly isTitled: boolean
  /** Of exactly this view; null where there is none. */
  readonly address: string | null
  /** The reader's day. */
  readonly accessed: CalendarDay
}

/** What a picture is drawn with. */
export interface Drawer {
  readonly context: ViewContext
  readonly says: ShareWords
  readonly order: PictureOrder
  readonly width: Width
  readonly format: Formatter
  /** Of the sheet in its own px. */
  readonly layoutPx: number
  readonly innerPx: number
  /** Null: as high as it becomes. */
  readonly heightPx: number | null
}

/** Which moment is shown: the now-line, and what was known when. */
export function momentOf({ context: { story }, says, order: { state }, format }: Drawer): readonly string[] {
  const { instant, known } = state
  const day = format.day(instant)
  const shown = isDayEnd(instant, story.timeZone) ? says.picture.shownDay(day) : says.picture.shownAt(day, format.time(instant))
  return [shown, ...(known === null ? [] : [says.picture.known(format.day(known))])]
}

export function selectionOf({ context: { story }, order: { state }, format }: Drawer): string {
  const [some, all] = [matchingEvents(story, state).length, shownEvents(story, state).length]
  return exportWords.selection(some, format.count(some), all, format.count(all))
}

export function headOf(drawer: Drawer): Block {
  const { context, says, order, width, innerPx, format } = drawer
  const { title, language } = context.story
  const isRtl = title.dir === 'rtl'
  const window = order.subject === 'timeline' ? [says.picture.window(format.interval(order.state.domain))] : []
  const lead = [...window, ...momentOf(drawer), selectionOf(drawer)].join(' · ')
  const name = textBlock(title.value, FACES.title, innerPx, width, isRtl)
  if (title.lang !== language) name.element.setAttribute('lang', title.lang)
  return stack([...(order.isTitled ? [name] : []), textBlock(lead, FACES.lead, innerPx, width)], 2)
}

export function footOf({ context: { story }, order, width, innerPx }: Drawer): Block {
  const { address, accessed } = order
  // Where there is no address, there is nothing that changes with the day: such a picture is the same on any.
  const lines = [creditLine(story, null).text, ...(address === null ? [] : [address + accessedOn(accessed)])]
  return stack(
    [
      rule(innerPx),
      stack(
        lines.map((line) => textBlock(line, FACES.note, innerPx, width)),
        0,
      ),
    ],
    7,
  )
}

export const notes = ({ width }: Drawer, lines: readonly string[], widthPx: number): Block =>
  stack(
    lines.map((line) => textBlock(line, FACES.note, widthPx, width)),
    4,
  )

/** What a timeline cannot show of the events, in sentences. */
export function timelineNotes({ context: { story }, says, order: { state }, format }: Drawer, folded: number): readonly string[] {
  const events = matchingEvents(story, state)
  const undated = events.filter(({ when }) => when === null).length
  const outside = events.filter(({ when }) => when !== null && !intersects(when.extent, state.domain)).length
  return [
    ...(outside > 0 ? [says.picture.outside(outside, format.count(outside))] : []),
    ...(undated > 0 ? [says.picture.undated(undated, format.count(undated))] : []),
    ...(folded > 0 ? [says.picture.folded] : []),
  ]
}

export function mapNotes(
  { context: { story, words }, says, order: { state }, format }: Drawer,
  map: MapPicture,
): readonly string[] {
  const unplaced = unplacedCount(story, state)
  const isWhole = matchingAnywhereOnMap(story, state).length > 0
  return [
    ...(map.away.length > 0 ? [says.picture.away(format.list(map.away))] : []),
    ...(unplaced > 0 && isWhole ? [says.picture.unplaced(unplaced, format.count(unplaced))] : []),
    ...(map.cutDegrees === null ? [] : [`${words.map.cut(map.cutDegrees)}.`]),
    ...(map.isUneven ? [says.picture.uneven] : []),
    says.picture.mapCredit,
  ]
}
