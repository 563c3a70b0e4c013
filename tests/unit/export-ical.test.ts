import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { toIcal } from '../../src/core/export-ical'
import { foldLine, icalText } from '../../src/core/ical'
import { maskStory } from '../../src/core/mask'
import type { EventRecord } from '../../src/core/schema'
import type { Story } from '../../src/core/story-types'
import { anEvent, aStory } from '../support/a-story'
import { allLayers, anExport, ourStory } from '../support/an-export'

const octets = (line: string): number => new TextEncoder().encode(line).length
/** As another library reads the calendar. */
const read = (text: string) => new ICAL.Component(ICAL.parse(text))
const eventsIn = (text: string) => read(text).getAllSubcomponents('vevent')
const textOf = (component: { getFirstPropertyValue(name: string): unknown }, name: string): string | null => {
  const value = component.getFirstPropertyValue(name)
  return value === null ? null : String(value)
}

/** Start, end and title that a calendar shows for one event. */
function shown(event: Partial<EventRecord>, extra: Parameters<typeof aStory>[0] = {}) {
  const story = aStory({ events: [anEvent({ id: 'talks', title: 'Talks', ...event })], ...extra })
  const [first] = eventsIn(toIcal(anExport(story)).text)
  if (first === undefined) throw new Error('the calendar is empty')
  return { start: textOf(first, 'dtstart'), end: textOf(first, 'dtend'), title: textOf(first, 'summary') }
}

describe('times', () => {
  test.each([
    ['a day is a whole day, its end excluded', '2026-02-26', '2026-02-26', '2026-02-27', 'Talks'],
    ['days are whole days', '2026-02-26/2026-03-02', '2026-02-26', '2026-03-03', 'Talks'],
    ['a clock time is UTC and takes no time', '2026-02-26T10:00+01:00', '2026-02-26T09:00:00Z', null, 'Talks'],
    [
      'two clock times are UTC',
      '2026-02-26T10:00+01:00/2026-02-26T12:00+01:00',
      '2026-02-26T09:00:00Z',
      '2026-02-26T11:00:00Z',
      'Talks',
    ],
    [
      'a known hour without an end says so',
      '2026-02-26T10:00+01:00/',
      '2026-02-26T09:00:00Z',
      null,
      'Talks (from Thu, 26 Feb 2026, 10:00; end not reported)',
    ],
    ['a month is all of it', '2026-02', '2026-02-01', '2026-03-01', 'Talks (February 2026)'],
    ['a season is all of it', '2025-24', '2025-12-01', '2026-03-01', 'Talks (winter 2025)'],
    ['a year is all of it', '2026', '2026-01-01', '2027-01-01', 'Talks (2026)'],
    ['a doubted day says so', '2026-02-26?', '2026-02-26', '2026-02-27', 'Talks (Thu, 26 Feb 2026, date uncertain)'],
    [
      'what goes on is the day it began',
      '2026-02-21/..',
      '2026-02-21',
      '2026-02-22',
      'Talks (from Sat, 21 Feb 2026 and going on)',
    ],
    [
      'what has no start is the day it is known of',
      '/2026-02-26',
      '2026-02-26',
      '2026-02-27',
      'Talks (by Thu, 26 Feb 2026; since when is not said)',
    ],
    [
      'what goes on from a month is all of that month',
      '2026-02/..',
      '2026-02-01',
      '2026-03-01',
      'Talks (from February 2026 and going on)',
    ],
    ['what went on up to a month is all of that month', '../2026-02', '2026-02-01', '2026-03-01', 'Talks (up to February 2026)'],
    ['an hour on one side alone is no hour', '2026-02-26T10:00+01:00/2026-02-28', '2026-02-26', '2026-03-01', null],
  ])('%s: %s', (_what, when, start, end, title) => {
    const found = shown({ when })
    expect([found.start, found.end]).toEqual([start, end])
    if (title === null) expect(found.title).toMatch(/^Talks \(.+\)$/)
    else expect(found.title).toBe(title)
  })

  test('an hour that is only about right is no hour of a calendar', () => {
    expect(shown({ when: '2026-02-26T10:00+01:00', approximate: true })).toEqual({
      start: '2026-02-26',
      end: '2026-02-27',
      title: 'Talks (Thu, 26 Feb 2026, about 10:00)',
    })
  })

  test('some time within days is all of them, and says so', () => {
    const { start, end, title } = shown({ when: '2026-03-02/2026-03-08', occurs: 'within' })
    expect([start, end]).toEqual(['2026-03-02', '2026-03-09'])
    expect(title).toMatch(/^Talks \(some time in /)
  })

  test('a day is the day of its own place', () => {
    expect(shown({ when: '2026-02-26', where: { place: 'tehran' } }).start).toBe('2026-02-26')
    expect(shown({ when: '2026-02-26', where: { place: 'washington' } }).start).toBe('2026-02-26')
  })

  test('no time gets a clock time, or an end before its start, that it does not have', () => {
    const date = fc.constantFrom(
      '2026',
      '2026-02',
      '2026-02-26',
      '2026-21',
      '202X',
      '2026-XX',
      '2026-02-26T10:00Z',
      '2026-02-27T08:30Z',
    )
    const when = fc.oneof(
      fc.tuple(date, fc.constantFrom('', '?', '~', '%')).map(([text, mark]) => (text.includes('T') ? text : text + mark)),
      fc.tuple(date, fc.constantFrom('', '..')).map(([text, edge]) => `${text}/${edge}`),
      fc.tuple(date, fc.constantFrom('', '..')).map(([text, edge]) => `${edge}/${text}`),
    )
    fc.assert(
      fc.property(when, fc.boolean(), (edtf, approximate) => {
        const { start, end, title } = shown({ when: edtf, approximate })
        const isTimed = start?.includes('T') ?? false
        if (isTimed) expect(edtf).toMatch(/^2026-02-2\dT/)
        else expect(end !== null && start !== null && start < end).toBe(true)
        if (!/^\d{4}-\d\d-\d\d(T.*Z)?$/.test(edtf) || approximate) expect(title).not.toBe('Talks')
      }),
    )
  })
})

describe('what a calendar cannot hold is left out and counted', () => {
  test('events without a date', () => {
    const view = anExport(aStory({ events: [anEvent({ id: 'talks' }), anEvent({ id: 'round', when: '2026-02-26' })] }))
    expect(toIcal(view)).toMatchObject({ count: 1, leftOut: { undated: 1, beyond: 0 } })
  })

  test('years that four digits cannot write', () => {
    const view = anExport(aStory({ events: [anEvent({ id: 'old', when: '-0480-09' }), anEvent({ id: 'far', when: 'Y12026' })] }))
    expect(toIcal(view)).toMatchObject({ count: 0, leftOut: { undated: 0, beyond: 2 } })
    expect(eventsIn(toIcal(view).text)).toEqual([])
  })
})

describe('our story', () => {
  const story = ourStory()
  const { text, count } = toIcal(anExport(story, allLayers(story)))

  test('is read by another library with every dated event', () => {
    const expected = anExport(story, allLayers(story)).events
    const found = eventsIn(text)
    expect(found.length).toBe(count)
    expect(found.map((event) => textOf(event, 'uid'))).toEqual(expected.map(({ id }) => `${id}@us-iran-2026.parley`))
    expect(found.map((event) => textOf(event, 'class'))).toEqual(found.map(() => 'PUBLIC'))
    expect(found.every((event) => (textOf(event, 'description') ?? '').includes('When: '))).toBe(true)
  })

  test('is stamped with the day of its edition', () => {
    expect(textOf(read(text), 'last-modified')).toBe('2026-11-22T12:00:00Z')
  })

  test('has lines of at most 75 octets, each ended by CRLF', () => {
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(text.split('\r\n').filter((line) => octets(line) > 75)).toEqual([])
  })

  test('is the same file at every download of an edition', () => {
    expect(eventsIn(text).map((event) => [textOf(event, 'dtstamp'), textOf(event, 'sequence')])).toEqual(
      Array.from({ length: count }, () => ['2026-11-22T12:00:00Z', '1']),
    )
  })

  test('names its licence for the whole and in every event', () => {
    const calendar = read(text)
    expect(textOf(calendar, 'x-wr-caldesc')).toContain(
      'is licensed under CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)',
    )
    // ical.js takes no property that begins with X- for text.
    expect(textOf(calendar, 'x-wr-calname')?.replaceAll('\\,', ',')).toBe('Three rounds of talks, two carriers, no deal yet')
    for (const event of eventsIn(text)) expect(textOf(event, 'comment')).toContain('is licensed under CC BY 4.0')
  })
})

describe('an event', () => {
  const eventOf = (story: Story) => {
    const [event] = eventsIn(toIcal(anExport(story)).text)
    if (event === undefined) throw new Error('the calendar is empty')
    return event
  }
  const at = (where: EventRecord['where'], places: Parameters<typeof aStory>[0] = {}) =>
    eventOf(aStory({ events: [anEvent({ id: 'talks', when: '2026-02-26', where })], ...places }))

  test('that is planned or cancelled says so in its title and to the calendar', () => {
    const told = (status: EventRecord['status']) => {
      const event = eventOf(aStory({ events: [anEvent({ id: 'talks', title: 'Talks', when: '2026-02-26', status })] }))
      return [textOf(event, 'summary'), textOf(event, 'status')]
    }
    expect(told('planned')).toEqual(['Planned: Talks', 'TENTATIVE'])
    expect(told('cancelled')).toEqual(['Cancelled: Talks', 'CANCELLED'])
    expect(told('unknown')).toEqual(['Not known whether it happened: Talks', 'TENTATIVE'])
    expect(told('happened')).toEqual(['Talks', null])
  })

  test('does not say twice that it is planned or cancelled', () => {
    const told = (title: string, status: EventRecord['status']) =>
      textOf(eventOf(aStory({ events: [anEvent({ id: 'talks', title, when: '2026-02-26', status })] })), 'summary')
    expect(told('Technical talks planned for Vienna', 'planned')).toBe('Technical talks planned for Vienna')
    expect(told('Round is cancelled', 'cancelled')).toBe('Round is cancelled')
    expect(told('An unplanned round', 'planned')).toBe('Planned: An unplanned round')
    expect(told('Planned talks', 'cancelled')).toBe('Cancelled: Planned talks')
  })

  test('that is kept back has an id that says nothing and is none of the page’s own', () => {
    const story = aStory({ events: [anEvent({ id: 'vienna-talks', when: '2026-02-26' })] })
    expect(textOf(eventOf(maskStory(story, new Set(['titles']), new Set())), 'uid')).toBe('event-1@test.parley')
  })

  test('has a location only where it took place, and a position only of a site', () => {
    expect([textOf(at({ place: 'geneva' }), 'location'), textOf(at({ place: 'geneva' }), 'geo')]).toEqual(['Geneva', null])
    const statement = at({ place: 'tehran', role: 'seat' })
    expect(textOf(statement, 'location')).toBeNull()
    expect(textOf(statement, 'description')).toContain('Where: said by: Tehran')
    const villa = {
      id: 'villa',
      name: 'A villa',
      precision: 'site' as const,
      geometry: { type: 'Point' as const, coordinates: [6.18, 46.22] as [number, number] },
    }
    expect(textOf(at({ place: 'villa' }, { places: [villa] }), 'geo')).toBe('46.22,6.18')
  })

  test('has its kind and topics as categories, whatever is in their names', () => {
    const story = aStory({
      events: [anEvent({ id: 'talks', kind: 'talks', when: '2026-02-26', topics: ['a', 'b'] })],
      topics: [
        { id: 'a', name: 'Sanctions, relief; and \\ more' },
        { id: 'b', name: 'Missiles' },
      ],
    })
    expect(eventOf(story).getFirstProperty('categories')?.getValues()).toEqual([
      'Talks',
      'Sanctions, relief; and \\ more',
      'Missiles',
    ])
  })

  test('keeps every character of its texts', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((value) => /\S/.test(value) && !/\p{Cc}|[\u2028\u2029]/u.test(value))
    fc.assert(
      fc.property(text, (title) => {
        const story = aStory({ events: [anEvent({ id: 'talks', title, when: '2026-02-26' })] })
        expect(textOf(eventOf(story), 'summary')).toBe(title)
      }),
    )
  })

  test('cannot end its line or begin another property', () => {
    const title = 'Talks\r\nATTENDEE:mailto:x@example.org\nEND:VEVENT\u2028x'
    const event = eventOf(aStory({ events: [anEvent({ id: 'talks', title, when: '2026-02-26' })] }))
    expect(event.getFirstProperty('attendee')).toBeNull()
    expect(textOf(event, 'summary')).toBe('Talks\nATTENDEE:mailto:x@example.org\nEND:VEVENT\nx')
  })
})

describe('lines', () => {
  test('are folded between characters, and unfold to what they were', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const line = `SUMMARY:${icalText(text)}`
        const folded = foldLine(line)
        expect(folded.replaceAll('\r\n ', '')).toBe(line)
        expect(folded.split('\r\n').filter((piece) => octets(piece) > 75)).toEqual([])
      }),
    )
  })
})
