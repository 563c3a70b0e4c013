import { dayStart } from '../core/axis-levels'
import { formatterOf } from '../core/format'
import type { MarkFill } from '../core/marks'
import { spanOf } from '../core/span'
import type { Story } from '../core/story-types'
import type { Instant, Kind, When } from '../core/types'
import type { TimeRow, Told } from '../core/words/help-words'
import { h, svg } from './dom'
import { type HelpContext, helpSection } from './help-section'
import { spanDefs, spanParts } from './span-drawing'
import { shapeOf } from './timeline-marks'

/** Days before and after the story's own. */
const DAYS = [-4, -3, -2, -1, 0, 1, 2, 3] as const
const DAY_PX = 36
const WIDTH_PX = DAY_PX * DAYS.length
const ROW_PX = 40
const SPAN_PX = 24
const RADIUS_PX = 7
const HOUR_MS = 3_600_000
const PREFIX = 'help-times'

interface Example {
  readonly row: TimeRow
  readonly kind: Kind
  readonly fill: MarkFill
  readonly when: Partial<When>
}

/** Dates made up around the day of the story: they show how a date is drawn, and tell of nothing. */
function examples(day: (days: number, hours?: number) => Instant): readonly Example[] {
  const whole = (from: number, to = from): When['extent'] => [day(from), day(to + 1) - 1]
  const at = (days: number, hours: number): When['extent'] => [day(days, hours), day(days, hours)]
  return [
    { row: 'instant', kind: 'talks', fill: 'solid', when: { extent: at(0, 10), startPrecision: 'instant' } },
    { row: 'about', kind: 'military', fill: 'solid', when: { extent: at(0, 9), startPrecision: 'instant', approximate: true } },
    { row: 'day', kind: 'position', fill: 'solid', when: { extent: whole(0) } },
    { row: 'hours', kind: 'talks', fill: 'solid', when: { extent: at(0, 10), startPrecision: 'instant', end: 'unknown' } },
    { row: 'range', kind: 'military', fill: 'solid', when: { extent: whole(-3, -1), interval: true } },
    { row: 'within', kind: 'talks', fill: 'hollow', when: { extent: whole(1, 3), interval: true, occurs: 'within' } },
    { row: 'uncertain', kind: 'position', fill: 'dashed', when: { extent: whole(0), qualifier: '?' } },
    { row: 'openStart', kind: 'statement', fill: 'solid', when: { extent: whole(0), start: 'unknown', interval: true } },
    { row: 'openEnd', kind: 'domestic', fill: 'solid', when: { extent: whole(-3), end: 'unknown', interval: true } },
    { row: 'sea', kind: 'military', fill: 'solid', when: { extent: whole(-3, 0), interval: true } },
  ]
}

const blank = (timeZone: string) =>
  ({
    edtf: '',
    start: 'known',
    end: 'known',
    startPrecision: 'day',
    endPrecision: 'day',
    qualifier: '',
    approximate: false,
    occurs: 'throughout',
    interval: false,
    timeZone,
  }) as const

const drawing = (heightPx: number, ...children: readonly Node[]): SVGSVGElement =>
  svg(
    'svg',
    { class: 'help-time', width: WIDTH_PX, height: heightPx, viewBox: `0 0 ${WIDTH_PX} ${heightPx}`, 'aria-hidden': 'true' },
    svg('g', { class: 'timeline' }, ...children),
  )

/** The faint column of the story's day, and a line at each midnight. */
const grid = (heightPx: number): SVGGElement =>
  svg(
    'g',
    { class: 'grid' },
    svg('rect', { class: 'day', x: -DAYS[0] * DAY_PX, width: DAY_PX, height: heightPx }),
    ...DAYS.map((_, index) => svg('line', { class: 'tick', x1: index * DAY_PX, x2: index * DAY_PX, y2: heightPx })),
  )

function axis(story: Story, locale: string, day: (days: number) => Instant): SVGSVGElement {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: story.timeZone })
  const number = format({ day: 'numeric' })
  const month = format({ month: 'short' })
  const texts = DAYS.map((days, index) => {
    const bold = days === 0
    const text = svg('text', { class: bold ? 'bold' : null, x: index * DAY_PX + 4, y: 15, 'font-size': 13 })
    text.textContent = number.format(day(days))
    return text
  })
  const months = DAYS.flatMap((days, index) => {
    const name = month.format(day(days))
    if (index > 0 && month.format(day(days - 1)) === name) return []
    const text = svg('text', { x: index * DAY_PX + 4, y: 15, 'font-size': 13 })
    text.textContent = name
    return [text]
  })
  const names = svg('g', { class: 'axis' }, ...months)
  const days = svg('g', { class: 'axis', transform: 'translate(0,18)' }, ...texts)
  const column = svg('g', { transform: 'translate(0,18)' }, grid(22))
  return drawing(40, spanDefs(PREFIX), column, names, days)
}

function row([name, note]: Told, ...content: readonly Node[]): HTMLElement {
  return h('li', {}, h('p', {}, h('b', {}, name), h('span', {}, note)), ...content)
}

/** Each way to know a date, drawn as on the timeline. */
export function helpTimes({ story, words, says }: HelpContext): HTMLElement {
  const zone = story.timeZone
  const day = (days: number, hours = 0): Instant => dayStart(story.now, zone, days) + hours * HOUR_MS
  const start = day(DAYS[0])
  const toX = (instant: Instant): number => ((instant - start) / (24 * HOUR_MS)) * DAY_PX
  const options = {
    toX,
    widthPx: WIDTH_PX,
    radiusPx: RADIUS_PX,
    pageEnd: day(1) - 1,
    dayEnd: (at: Instant) => dayStart(at, zone, 1),
  }
  const rows = examples(day).map(({ row: name, kind, fill, when }) => {
    const span = spanOf({ ...blank(zone), extent: [start, start], ...when }, options)
    const parts = spanParts({ span, hatched: name === 'sea' }, Math.max(span.x1 - span.x0, 1), SPAN_PX, PREFIX)
    const spans = svg('g', { class: 'spans', transform: `translate(${span.x0.toFixed(2)},${ROW_PX / 2})` }, ...parts)
    const at = `translate(${span.markX.toFixed(2)},${ROW_PX / 2})`
    const mark = svg('g', { transform: at }, shapeOf({ fill, event: { kind } }, RADIUS_PX))
    return row(says.times[name], drawing(ROW_PX, grid(ROW_PX), spans, mark))
  })
  const now = svg('g', { class: 'now' }, svg('line', { x1: 5 * DAY_PX, x2: 5 * DAY_PX, y2: ROW_PX }))
  const fold = svg('text', { x: 5 * DAY_PX + 6, y: ROW_PX / 2, dy: '0.34em', 'font-size': 13 })
  fold.textContent = says.fold[0]
  const list = h(
    'ul',
    { class: 'help-times' },
    h('li', { class: 'help-axis', 'aria-hidden': 'true' }, h('p'), axis(story, words.locale, day)),
    ...rows,
    row(says.now, drawing(ROW_PX, grid(ROW_PX), now)),
    row(says.fold, drawing(ROW_PX, grid(ROW_PX), svg('g', { class: 'fold' }, fold))),
  )
  const note = story.asOf ? says.whenNote(formatterOf(story, words).day(story.now)) : null
  return helpSection(says.when, note, list, h('p', { class: 'help-remark' }, says.differ))
}
