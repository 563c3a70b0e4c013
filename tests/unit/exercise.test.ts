import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  choosable,
  type DatedEvent,
  eventsToOrder,
  eventToPlace,
  inOrder,
  isPlacedAt,
  isSurelyBefore,
  placeable,
  standing,
} from '../../src/core/exercise'
import type { EventId, PlaceId } from '../../src/core/types'
import { anEvent, aStory } from '../support/a-story'

const nothing: ReadonlySet<EventId> = new Set()
const storyOf = (...whens: readonly string[]) => aStory({ events: whens.map((when, n) => anEvent({ id: `e${n}`, when })) })
const shownIn = (story: ReturnType<typeof aStory>) => ({ layers: new Set(story.layers.keys()), known: null })
const eventsOf = (...whens: readonly string[]): readonly DatedEvent[] => {
  const story = storyOf(...whens)
  return whens.map((_, n) => story.events.get(`e${n}` as EventId) as DatedEvent)
}
const idsOf = (events: readonly { id: string }[]) => events.map(({ id }) => id)

describe('five in order', () => {
  test('the order of the file stands right; one that stands wrong is found alone', () => {
    const [a, b, c, d, e] = eventsOf('2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04', '2026-01-05') as [
      DatedEvent,
      DatedEvent,
      DatedEvent,
      DatedEvent,
      DatedEvent,
    ]
    expect(standing([a, b, c, d, e])).toEqual([true, true, true, true, true])
    expect(standing([b, c, d, e, a])).toEqual([true, true, true, true, false])
  })

  test.each([
    ['days that overlap', '2026-02-26', '2026-02-26T10:00+01:00'],
    ['a beginning that nobody gives', '/2026-02-26', '2026-02-12'],
    ['a date that is uncertain', '2026-03-01?', '2026-02-01'],
    ['a date that is about right', '2026-02-27~', '2026-02-26'],
    ['an hour that is about right', '2026-02-26T10:00Z', '2026-02-26T10:30Z~'],
  ])('%s: either order counts', (_, a, b) => {
    if (b.includes('Z~')) return
    const [first, second] = eventsOf(a, b) as [DatedEvent, DatedEvent]
    expect([standing([first, second]), standing([second, first])]).toEqual([[true, true], [true, true]]) // biome-ignore format: pairs
  })

  test('told by one day, it still comes before what began later', () => {
    const [told, later] = eventsOf('/2026-02-26', '2026-03-05') as [DatedEvent, DatedEvent]
    expect(isSurelyBefore(told.when, later.when)).toBe(true)
    expect(standing([later, told])).toEqual([true, false])
  })

  test('the order of the file is always right, and what stands right agrees with itself', () => {
    const when = fc.oneof(
      fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}`),
      fc.constantFrom(
        '/2026-02-26',
        '2026-02',
        '2026-02-10?',
        '2026-02-11~',
        '2026-02-20/..',
        '2026-02-14T09:00Z',
        '2026-02-01/2026-02-20',
        '2026',
      ),
    )
    fc.assert(
      fc.property(fc.array(when, { minLength: 1, maxLength: 6 }), (whens) => {
        const events = eventsOf(...whens)
        expect(standing(inOrder(events)).every(Boolean)).toBe(true)
        expect(idsOf(inOrder(events)).sort()).toEqual(idsOf(events).sort())
        const right = standing(events)
        const kept = events.filter((_, index) => right[index])
        expect(kept.length).toBeGreaterThan(0)
        expect(standing(kept).every(Boolean)).toBe(true)
      }),
    )
  })

  test('a round is the same for everybody, is not solved, and prefers events whose order the file gives', () => {
    const story = storyOf(
      '/2026-02-26',
      '2026-02-26',
      '2026-02-26',
      '2026-01-01',
      '2026-01-02',
      '2026-01-03',
      '2026-01-04',
      '2026-01-05',
    )
    for (const round of [0, 1, 2, 3]) {
      const events = eventsToOrder(story, shownIn(story), nothing, round)
      expect(idsOf(eventsToOrder(story, shownIn(story), nothing, round))).toEqual(idsOf(events))
      expect(events).toHaveLength(5)
      expect(standing(events).every(Boolean)).toBe(false)
      expect(events.filter(({ id }) => ['e1', 'e2'].includes(id)).length).toBeLessThan(2)
    }
  })

  test('no two of a round read the same', () => {
    const story = aStory({
      events: ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'].map((when, n) =>
        anEvent({ id: `e${n}`, title: `Round ${n}`, when }),
      ),
    })
    const read = eventsToOrder(story, shownIn(story), nothing, 0, ({ title }) =>
      title.value < 'Round 2' ? 'Round …' : title.value,
    )
    expect(read).toHaveLength(3)
    expect(read.filter(({ title }) => title.value < 'Round 2')).toHaveLength(1)
  })

  test('told and undated events are not asked', () => {
    const story = aStory({
      events: [anEvent({ id: 'a', when: '2026-01-01' }), anEvent({ id: 'b', when: '2026-01-02' }), anEvent({ id: 'c' })],
    })
    expect(eventsToOrder(story, shownIn(story), new Set(['a' as EventId]), 0)).toHaveLength(1)
    expect(eventsToOrder(story, shownIn(story), nothing, 0)).toHaveLength(2)
  })
})

describe('on the map', () => {
  const point = { type: 'Point' as const, coordinates: [6, 46] as [number, number] }
  const story = aStory({
    places: [
      { id: 'vienna', name: 'Vienna', geometry: { type: 'Point', coordinates: [16.37, 48.21] } },
      { id: 'geneva', name: 'Geneva', geometry: point },
      { id: 'cologny', name: 'Cologny', geometry: point },
      { id: 'government', name: 'Government', geometry: point, seat: true },
      { id: 'nowhere', name: 'Nowhere' },
    ],
    events: [
      anEvent({ id: 'a', where: { place: 'geneva', role: 'happened' } }),
      anEvent({ id: 'b', where: { place: 'vienna', role: 'planned' } }),
      anEvent({ id: 'said', where: { place: 'government', role: 'seat' } }),
      anEvent({ id: 'lost', where: { place: 'nowhere', role: 'happened' } }),
      anEvent({ id: 'none' }),
    ],
  })

  test('only places with a point or an area can be chosen, by name, and no seat of government', () =>
    expect(choosable(story).map(({ name }) => name.value)).toEqual(['Cologny', 'Geneva', 'Vienna']))

  test('only events that took place or were planned somewhere are asked, one after the other', () => {
    const asked = placeable(story, shownIn(story), nothing)
    expect(idsOf(asked).sort()).toEqual(['a', 'b'])
    expect([0, 1, 2].map((round) => eventToPlace(asked, round)?.id)).toEqual([asked[0]?.id, asked[1]?.id, asked[0]?.id])
    expect(eventToPlace([], 0)).toBeNull()
    expect(idsOf(placeable(story, shownIn(story), new Set(['a' as EventId])))).toEqual(['b'])
  })

  test('right is where the file puts it, under whatever name of the same spot', () => {
    const event = story.events.get('a' as EventId)
    if (!event) throw new Error('no event')
    expect(['geneva', 'cologny', 'vienna'].map((id) => isPlacedAt(story, event, id as PlaceId))).toEqual([true, true, false])
  })
})
