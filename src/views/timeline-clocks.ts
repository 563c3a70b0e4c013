import { formatWall } from '../core/axis'
import { type Clock, clocksFor, clockTime, isAbout, isSameDay, momentsOf, type Reading } from '../core/clocks'
import { findEvent } from '../core/derive'
import { formatterOf } from '../core/format'
import type { Instant, StoryEvent } from '../core/types'
import type { Words } from '../core/words/words'
import { zoneName } from '../core/zone-name'
import type { AppState } from '../state/state'
import { dateAlone } from './date-alone'
import { h, svg } from './dom'
import { createPopover } from './timeline-filter'
import type { ViewContext } from './view'

export { clockTime } from '../core/clocks'

const DAY_MS = 86_400_000
/** On a grid of 10 × 14. */
const SIGNS = { nowLine: 'M1,1h8v6l-4,5l-4,-5z', pointer: 'M1.5,1v10.5l2.8,-2.6h4.2z' }

/** The column of one instant, or of an event that may have two clock times or none. */
interface Column {
  readonly name: string
  readonly event: StoryEvent | null
  readonly instants: readonly Instant[]
}

/** Of two things the state may show: the instant under the pointer, else the now-line. */
const shownInstant = ({ pointed, instant }: AppState): Instant => pointed ?? instant

function columnsOf({ story, words }: ViewContext, state: AppState): readonly Column[] {
  const says = words.clocks
  const event = findEvent(story, state, state.selected)
  const moments = momentsOf(event?.when ?? null).map(({ at }) => at)
  return [
    { name: says.nowLine, event: null, instants: [state.instant] },
    ...(event?.when ? [{ name: says.openEvent, event, instants: moments }] : []),
    ...(state.pointed === null ? [] : [{ name: says.pointer, event: null, instants: [state.pointed] }]),
  ]
}

/** Every clock against the instants that the reader may ask for. */
function fillTable(table: HTMLTableElement, context: ViewContext, state: AppState): void {
  const { story, words, readerZone = null } = context
  const says = words.clocks
  const columns = columnsOf(context, state)
  const clocks = clocksFor(
    story,
    readerZone,
    columns.flatMap(({ instants }) => instants),
  )
  const nameOf = ({ zone, reader }: Clock): string => {
    const name = zoneName(story, zone)
    return reader === null ? name : reader === 'own' ? says.own(name) : says.shared(name)
  }
  const reading = (instant: Instant, zone: string, lead = ''): Node[] => {
    const { text, wall } = clockTime(instant, zone, words.dateLocale)
    const day = formatWall(wall, words.dateLocale, { weekday: 'short', day: 'numeric', month: 'short' })
    const time = h('span', {}, lead === '' ? '' : `${lead} `, h('b', {}, text))
    return [h('span', { class: 'reading' }, dateAlone(words, day), ' ', time)]
  }
  const cellOf = ({ event, instants }: Column, zone: string, first: boolean): HTMLElement | null => {
    if (event?.when == null) return h('td', {}, ...instants.flatMap((instant) => reading(instant, zone)))
    const moments = momentsOf(event.when)
    const about = isAbout(event.when) ? says.about : ''
    if (moments.length > 0)
      return h('td', {}, ...moments.flatMap(({ at, edge }) => reading(at, zone, `${says.edges[edge]} ${about}`.trim())))
    // One cell for all clocks: a day is the same day for everyone, and has no time to convert.
    if (!first) return null
    return h('td', { rowspan: clocks.length }, formatterOf(story, words).when(event.when), h('br'), says.noTime)
  }
  const rows = clocks.map((clock, index) =>
    h('tr', {}, h('th', { scope: 'row' }, nameOf(clock)), ...columns.map((column) => cellOf(column, clock.zone, index === 0))),
  )
  table.replaceChildren(
    h('caption', {}, says.caption),
    h(
      'thead',
      {},
      h('tr', {}, ...[says.clock, ...columns.map(({ name }) => name)].map((name) => h('th', { scope: 'col' }, name))),
    ),
    h('tbody', {}, ...rows),
  )
}

/** Texts over each other in one place, which is as wide as the widest. */
const stack = (...texts: readonly (Node | string)[]): HTMLElement =>
  h('span', { class: 'room', 'aria-hidden': 'true' }, ...texts.map((text) => h('span', {}, text)))

interface Face {
  readonly element: HTMLElement
  show(reading: Reading, day: string | null): void
}

/** One clock of the row. Its room is that of its widest reading, so that nothing moves while the pointer does. */
function createFace(words: Words, name: string, weekdays: readonly string[]): Face {
  const day = dateAlone(words, '')
  const time = h('span')
  // Outside of the day: a space at the end of Persian text would stand before it.
  const gap = document.createTextNode('')
  const value = h('b', {}, day, gap, time)
  const room = stack(...(weekdays.length === 0 ? ['00:00'] : weekdays.map((weekday) => `${weekday} 00:00`)))
  const element = h('span', { class: 'clock' }, `${name} `, h('span', { class: 'value' }, value, room))
  return {
    element,
    show: (reading, weekday) => {
      const said = weekday ?? ''
      if (day.textContent !== said) {
        day.textContent = said
        gap.data = weekday === null ? '' : ' '
      }
      if (time.textContent !== reading.text) time.textContent = reading.text
    },
  }
}

export interface Clocks {
  /** The row: a button that opens the table. */
  readonly element: HTMLButtonElement
  readonly pane: HTMLElement
  draw(state: AppState): void
}

/**
 * The instant under the pointer, else the now-line, on the story's clocks and the reader's own, with the weekday where it is not the
 * venue's; the table behind it has the open event too.
 */
export function createClocks(context: ViewContext, signal: AbortSignal): Clocks {
  const { story, words, readerZone = null } = context
  const says = words.clocks
  const weekday = (wall: number) => formatWall(wall, words.dateLocale, { weekday: 'short' })
  const weekdays = Array.from({ length: 7 }, (_, index) => weekday(index * DAY_MS))
  const faceOf = (zone: string, name: string): Face => createFace(words, name, zone === story.timeZone ? [] : weekdays)
  const faces = new Map(story.clocks.map((zone) => [zone, faceOf(zone, zoneName(story, zone))]))
  const own = readerZone === null || faces.has(readerZone) ? null : faceOf(readerZone, says.ownShort)
  const which = h('span', { class: 'unseen' }, says.nowLine)
  // The pin is the now-line’s own; the arrow stands for the pointer. Words would cost the row its key of the parties.
  const sign = svg('path', { d: SIGNS.nowLine })
  const label = h(
    'span',
    { class: 'which' },
    which,
    svg('svg', { viewBox: '0 0 10 14', width: 10, height: 14, 'aria-hidden': 'true' }, sign),
  )
  const table = h('table')
  const { button, pane } = createPopover('', 'timeline-clocks', signal, table)
  button.className = 'clocks'
  button.title = says.show
  // Spaces between the parts are for the button's name; the row has gaps of its own.
  const parts = [...faces.values(), ...(own ? [own] : [])].flatMap(({ element }) => [' ', element])
  button.replaceChildren(label, ...parts)
  let drawn: AppState | null = null
  let open = false
  pane.addEventListener(
    'beforetoggle',
    (event) => {
      open = 'newState' in event && event.newState === 'open'
      if (open && drawn) fillTable(table, context, drawn)
    },
    { signal },
  )
  const isOwnAt = (...instants: readonly Instant[]): boolean =>
    clocksFor(story, readerZone, instants).some(({ reader }) => reader === 'own')

  return {
    element: button,
    pane,
    draw: (state) => {
      drawn = state
      const at = shownInstant(state)
      const name = state.pointed === null ? 'nowLine' : 'pointer'
      which.textContent = says[name]
      sign.setAttribute('d', SIGNS[name])
      label.classList.toggle('pointing', state.pointed !== null)
      const read = (zone: string) => clockTime(at, zone, words.dateLocale)
      const venue = read(story.timeZone)
      const show = (face: Face, zone: string) => {
        const reading = read(zone)
        face.show(reading, isSameDay(reading, venue) ? null : weekday(reading.wall))
      }
      for (const [zone, face] of faces) show(face, zone)
      if (own && readerZone !== null) {
        show(own, readerZone)
        // Where a change of the clocks lies in the window, the place is kept, so that the row does not move under the pointer.
        own.element.hidden = !isOwnAt(at, ...state.domain)
        own.element.classList.toggle('away', !isOwnAt(at))
      }
      if (open) fillTable(table, context, state)
    },
  }
}
