import { screen, within } from '@testing-library/dom'
import { describe, expect, test } from 'vitest'
import type { EventId } from '../../src/core/types'
import { wordsFor } from '../../src/core/words/words'
import type { AppState } from '../../src/state/state'
import { createTimeline } from '../../src/views/timeline'
import type { ViewContext } from '../../src/views/view'
import { anEvent, aStory } from '../support/a-story'
import { show, showPane } from './show'

const clocks = ['Europe/Zurich', 'Asia/Tehran', 'America/New_York']
const instant = (text: string) => Date.parse(text)

describe('the open event', () => {
  const line = (when: string, place: string, readerZone?: string): string => {
    const story = aStory({ clocks, events: [anEvent({ id: 'e', when, where: { place } })] })
    showPane(story, { selected: 'e' as EventId }, { readerZone })
    const body = screen.getByRole('article').querySelector('.event-body')
    return [...(body?.querySelectorAll('.event-when, .event-reported') ?? [])].map((part) => part.textContent).join(' | ')
  }

  test('a clock time says whose clock, and what the others show', () => {
    expect(line('2026-02-26T10:00+01:00', 'geneva')).toMatch(
      /^Thu, 26 Feb 2026, 10:00 · Geneva \| Local time, which is 12:30 in Tehran and 04:00 in New York$/,
    )
  })

  test('another day is said', () => {
    expect(line('2026-02-26T01:00+01:00', 'geneva')).toMatch(/03:30 in Tehran and Wed 19:00 in New York/)
  })

  test('a day has no clock', () => {
    expect(line('2026-02-26', 'geneva')).toBe('Thu, 26 Feb 2026 · Geneva')
  })

  test('the reader’s own clock is named where it is none of these', () => {
    expect(line('2026-02-26T10:00+01:00', 'geneva', 'Europe/London')).toMatch(
      /12:30 in Tehran, 04:00 in New York and 09:00 where you are$/,
    )
    expect(line('2026-02-26T10:00+01:00', 'geneva', 'Europe/Berlin')).toMatch(/12:30 in Tehran and 04:00 in New York$/)
  })
})

describe('the row of clocks', () => {
  const open = (state: Partial<AppState> = {}, reader: Partial<ViewContext> = {}) => {
    const events = [
      anEvent({ id: 'talks', when: '2026-02-26T10:00+01:00/..', where: { place: 'geneva' } }),
      anEvent({ id: 'day', when: '2026-02-26', where: { place: 'tehran' } }),
    ]
    const shown = show(createTimeline, aStory({ asOf: '2026-02-26', clocks, events }), state, reader)
    return { ...shown, row: () => screen.getByTitle('All clocks'), text: () => visible(screen.getByTitle('All clocks')) }
  }
  /** The text without what only keeps room. */
  const visible = (element: Element): string => {
    const copy = element.cloneNode(true) as Element
    for (const hidden of copy.querySelectorAll('[aria-hidden], [hidden]')) hidden.remove()
    return (copy.textContent ?? '').replace(/\s+/g, ' ').trim()
  }
  const cells = (): string[][] =>
    [...document.querySelectorAll('#timeline-clocks tr')].map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? ''),
    )
  const openTable = () => {
    const pane = document.querySelector('#timeline-clocks')
    pane?.dispatchEvent(Object.assign(new Event('beforetoggle'), { newState: 'open' }))
  }

  test('shows the now-line on every clock, with the weekday where it is not the venue’s', () => {
    expect(open().text()).toBe('Now-line Geneva 24:00 Tehran Fri 02:30 New York 18:00')
  })

  test('follows the pointer while it is on the plot, and says so', () => {
    const { store, text } = open()
    store.set({ pointed: instant('2026-02-26T09:00Z') })
    expect(text()).toBe('Pointer Geneva 10:00 Tehran 12:30 New York 04:00')
    store.set({ pointed: null })
    expect(text()).toMatch(/^Now-line Geneva 24:00/)
  })

  test('has the reader’s own clock where no other shows the same', () => {
    expect(open({}, { readerZone: 'Asia/Tokyo' }).text()).toMatch(/New York 18:00 You Fri 08:00$/)
    expect(open({}, { readerZone: 'Europe/Rome' }).text()).not.toMatch(/You/)
  })

  test('opens a table of the now-line and the open event, every cell with its day', () => {
    open({ selected: 'talks' as EventId }, { readerZone: 'America/Toronto' })
    openTable()
    expect(cells()).toEqual([
      ['Clock', 'Now-line', 'Open event'],
      ['Geneva', 'Thu 26 Feb 24:00', 'Thu 26 Feb from 10:00'],
      ['Tehran', 'Fri 27 Feb 02:30', 'Thu 26 Feb from 12:30'],
      ['New York (your time)', 'Thu 26 Feb 18:00', 'Thu 26 Feb from 04:00'],
    ])
  })

  test('of an event without a clock time the table says the day, once for all clocks', () => {
    const { store } = open({ selected: 'day' as EventId, pointed: instant('2026-02-26T09:00Z') }, { readerZone: 'Asia/Tokyo' })
    openTable()
    expect(cells()[1]).toEqual(['Geneva', 'Thu 26 Feb 24:00', 'Thu, 26 Feb 2026no time of day given', 'Thu 26 Feb 10:00'])
    expect(cells().at(-1)).toEqual(['You (Tokyo)', 'Fri 27 Feb 08:00', 'Thu 26 Feb 18:00'])
    store.set({ selected: null, pointed: null })
    expect(cells()[0]).toEqual(['Clock', 'Now-line'])
  })

  test('dates alone are in the reader’s language, and say which it is', () => {
    const { row, text } = open({}, { words: wordsFor(['fa-IR'], null) })
    expect(text()).toContain('Tehran جمعه 02:30')
    const day = [...row().querySelectorAll('bdi')].find((one) => one.textContent === 'جمعه')
    expect([day?.lang, day?.dir]).toEqual(['fa-IR', 'rtl'])
    expect(within(row()).getByText('18:00').closest('[lang]')?.getAttribute('lang')).toBe('en')
    expect(document.querySelector('.axis .major')?.getAttribute('lang')).toBe('fa-IR')
  })
})
