import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readStory } from '../../src/core/story'
import { directionOf } from '../../src/core/story-text'
import { anEvent, aStory } from '../support/a-story'

const fixture = (name: string) => readFileSync(resolve(import.meta.dirname, '../fixtures/good', name), 'utf8')
const idsOf = (story: ReturnType<typeof aStory>) => Array.from(story.events, (event) => event.id as string)
const iso = (instant: number) => new Date(instant).toISOString()

describe('the events of a story', () => {
  test('are in the order of start, then end, then file; undated ones last', () => {
    const events = [
      anEvent({ id: 'undated' }),
      anEvent({ id: 'month', when: '2026-02' }),
      anEvent({ id: 'since', when: '2026-02-01/..' }),
      anEvent({ id: 'first', when: '2026-02-01' }),
      anEvent({ id: 'also-first', when: '2026-02-01' }),
      anEvent({ id: 'until', when: '../2026-01-31' }),
      anEvent({ id: 'undated-too' }),
    ]
    expect(idsOf(aStory({ events }))).toEqual(['until', 'first', 'also-first', 'month', 'since', 'undated', 'undated-too'])
  })

  test('are found by index and by id', () => {
    const { events } = aStory({ events: [anEvent({ id: 'a' })] })
    expect(events.get(events.at(0).id)).toBe(events.at(0))
    expect(events.length).toBe(1)
    expect(() => events.at(1)).toThrow(RangeError)
  })

  test('count their days in the zone of their place, else of the story', () => {
    const story = aStory({
      timeZone: 'Europe/Zurich',
      events: [
        anEvent({ id: 'there', when: '2026-02-25', where: { place: 'tehran' } }),
        anEvent({ id: 'here', when: '2026-02-26' }),
      ],
    })
    expect(Array.from(story.events, (event) => event.when?.timeZone)).toEqual(['Asia/Tehran', 'Europe/Zurich'])
    expect(iso(story.events.at(0).when?.extent[0] ?? 0)).toBe('2026-02-24T20:30:00.000Z')
  })

  test('fall back on the first layer, on the title, and on what a claim names', () => {
    const claims = [
      { text: 'A', by: { person: 'araghchi' } },
      { text: 'B', by: { party: 'iran' } },
      { text: 'C', by: { party: 'iran', name: 'an official, not named' } },
      { id: 'd', text: 'D' },
    ]
    const [event] = aStory({ events: [anEvent({ id: 'a', title: 'Talks', claims })] }).events
    expect(event).toMatchObject({
      layer: 'article',
      kind: 'other',
      status: 'happened',
      short: { value: 'Talks' },
      additions: null,
    })
    expect(event?.claims.map((claim) => claim.id)).toEqual(['c1', 'c2', 'c3', 'd'])
    expect(event?.claims.map((claim) => claim.attribution)).toEqual(['named', 'collective', 'anonymous', 'outlet'])
    expect(event?.claims[0]).toMatchObject({ status: 'claimed', layer: 'article' })
  })

  test('at a seat of government were said by it', () => {
    const places = [{ id: 'gov', name: 'Government', seat: true }]
    const story = aStory({
      places,
      events: [anEvent({ id: 'a', where: { place: 'gov' } }), anEvent({ id: 'b', where: { place: 'geneva' } })],
    })
    expect(Array.from(story.events, (event) => event.where?.role)).toEqual(['seat', 'happened'])
  })
})

describe('the times of a story', () => {
  const events = [
    anEvent({ id: 'a', when: '2026-02-01/..' }),
    anEvent({ id: 'b', when: '2026-02-26' }),
    anEvent({ id: 'later', layer: 'later', when: '2026-03-10' }),
  ]

  test('reach over all known ends, and never to infinity', () => {
    const { extent } = aStory({ timeZone: 'UTC', events })
    expect(extent.map(iso)).toEqual(['2026-02-01T00:00:00.000Z', '2026-03-10T23:59:59.999Z'])
  })

  test('put the now-line at the end of the day that the story tells up to', () => {
    expect(iso(aStory({ asOf: '2026-02-26', timeZone: 'Europe/Zurich', events }).now)).toBe('2026-02-26T22:59:59.999Z')
    expect(iso(aStory({ timeZone: 'UTC', events }).now)).toBe('2026-03-10T23:59:59.999Z')
  })

  test('open with the chapter of that name, else with the first layer and some room', () => {
    const chapters = [{ id: 'opening', title: 'February', window: '2026-02-10/2026-02-28' }]
    expect(aStory({ timeZone: 'UTC', chapters, events }).opening.map(iso)).toEqual([
      '2026-02-10T00:00:00.000Z',
      '2026-02-28T23:59:59.999Z',
    ])
    const [start, end] = aStory({ timeZone: 'UTC', events }).opening
    expect(iso(start) < '2026-02-01').toBe(true)
    expect(iso(end) > '2026-02-27' && iso(end) < '2026-03-01').toBe(true)
  })

  test('have a length where nothing is dated, or one instant only', () => {
    for (const when of [undefined, '2026-02-26T09:00Z']) {
      const { extent, opening, now } = aStory({ events: [anEvent({ id: 'a', when })] })
      expect(extent[1]).toBeGreaterThan(extent[0])
      expect(opening[1]).toBeGreaterThan(opening[0])
      expect(Number.isFinite(now)).toBe(true)
    }
  })

  test('bound the open windows of chapters and steps', () => {
    const steps = [{ id: 's', title: 'S', text: 'x', window: '2026-02-20/..', at: '2026-02-26', brush: null }]
    const [step] = aStory({ timeZone: 'UTC', steps, events }).steps
    expect(step?.window?.map(iso)).toEqual(['2026-02-20T00:00:00.000Z', '2026-03-10T23:59:59.999Z'])
    expect(step).toMatchObject({ at: Date.UTC(2026, 1, 27) - 1, brush: null })
  })
})

describe('a text of a story', () => {
  test('is in the language asked for, else the story’s, else the first given', () => {
    const { story } = readStory(fixture('languages.json'), 'fa')
    expect(story?.language).toBe('fa')
    expect(story?.title).toEqual({ value: 'گفت‌وگوها در ژنو', lang: 'fa', dir: 'rtl' })
    expect(story?.events.at(0).text).toEqual({ value: 'Nur auf Deutsch', lang: 'de', dir: 'ltr' })
    expect(readStory(fixture('languages.json'), 'zh').story?.title.lang).toBe('en')
    expect(readStory(fixture('languages.json'), 'fa-IR').story?.title.lang).toBe('fa')
  })

  test.each([
    ['fa', 'rtl'],
    ['ar-EG', 'rtl'],
    ['he', 'rtl'],
    ['az-Arab', 'rtl'],
    ['ur-Latn', 'ltr'],
    ['en', 'ltr'],
    ['de-CH', 'ltr'],
  ])('in %s runs %s', (language, direction) => {
    expect(directionOf(language)).toBe(direction)
  })
})

describe('the rows of the timeline', () => {
  const events = ['muscat', 'geneva', 'washington'].map((place) => anEvent({ id: place, where: { place } }))

  test('go from west to east where the author gives none, places without a geometry last', () => {
    const story = aStory({ places: [{ id: 'nowhere', name: 'Nowhere' }], events })
    expect([...story.lanes.keys()]).toEqual(['washington', 'geneva', 'muscat', 'nowhere'])
    expect(Array.from(story.places.values(), (place) => place.lane)).toEqual(Array.from(story.places.keys()))
    expect([...story.narrowLanes.keys()]).toEqual([...story.lanes.keys()])
  })

  test('are the author’s where there are any', () => {
    const { story } = readStory(fixture('everything.json'))
    expect(Array.from(story?.lanes.values() ?? [], ({ id, narrow }) => [id, narrow])).toEqual([
      ['geneva', 'talks'],
      ['seats', 'seats'],
    ])
    expect([...(story?.narrowLanes.keys() ?? [])]).toEqual(['talks', 'seats'])
  })

  test('come from areas of any number of vertices', () => {
    const ring = Array.from({ length: 200_000 }, (_, index): [number, number] => [(index % 360) - 180, index % 90])
    const geometry = { type: 'Polygon' as const, coordinates: [[...ring, ring[0] ?? [0, 0]] as [number, number][]] }
    expect(aStory({ places: [{ id: 'sea', name: 'Sea', geometry }], events: [] }).lanes.size).toBe(1)
  })
})

test('the first layer is the base', () => {
  const { layers } = aStory({ events: [anEvent({ id: 'a' }), anEvent({ id: 'b', layer: 'later' })] })
  expect(Array.from(layers.values(), ({ id, base, shown }) => [id, base, shown])).toEqual([
    ['article', true, true],
    ['later', false, true],
  ])
})

test('a story cannot be changed', () => {
  const story = readStory(fixture('everything.json')).story
  const [event] = story?.events ?? []
  for (const part of [story, event, event?.claims, event?.claims[0], event?.when?.extent, story?.steps[0], story?.vessels]) {
    expect(Object.isFrozen(part)).toBe(true)
  }
  for (const record of [...(story?.places.values() ?? []), ...(story?.vessels.values() ?? [])])
    expect(Object.isFrozen(record)).toBe(true)
})

test('reports of a vessel are in time order', () => {
  const report = (id: string, when?: string) => ({
    id,
    when,
    place: 'x',
    precision: 'none' as const,
    method: 'observed' as const,
  })
  const reports = [report('late', '2026-02-26'), report('undated'), report('early', '2026-02-20')]
  const story = aStory({ vessels: [{ id: 'ford', name: 'Ford', reports }], events: [anEvent({ id: 'a' })] })
  expect(Array.from(story.vessels.values())[0]?.reports.map((each) => each.id)).toEqual(['early', 'late', 'undated'])
})
