import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnsOf, indexesWithin, sift } from '../../src/core/columns'
import { facetCounts, matchingEvents, shownEvents } from '../../src/core/derive'
import { type Interval, intersects } from '../../src/core/interval'
import { KINDS, type PartyId } from '../../src/core/types'
import { initialState } from '../../src/state/state'
import { anEvent, aStory } from '../support/a-story'

const DAY_MS = 86_400_000
const FIRST = Date.parse('2026-02-01')
const dayText = (day: number): string => new Date(FIRST + day * DAY_MS).toISOString().slice(0, 10)

const when = fc
  .tuple(
    fc.integer({ min: 0, max: 27 }),
    fc.integer({ min: 0, max: 5 }),
    fc.constantFrom('day', 'interval', 'open', 'since', 'none'),
  )
  .map(([day, length, form]) => {
    if (form === 'none') return undefined
    if (form === 'day') return dayText(day)
    if (form === 'open') return `../${dayText(day)}`
    return form === 'since' ? `${dayText(day)}/..` : `${dayText(day)}/${dayText(day + length)}`
  })
const events = fc
  .array(fc.record({ when, kind: fc.constantFrom(...KINDS), party: fc.constantFrom('us', 'iran') }), {
    minLength: 1,
    maxLength: 25,
  })
  .map((all) =>
    all.map(({ when, kind, party }, index) => anEvent({ id: `e${index}`, kind, parties: [party], ...(when ? { when } : {}) })),
  )
const brush = fc
  .tuple(fc.integer({ min: -2, max: 30 }), fc.integer({ min: 0, max: 12 }))
  .map(([day, length]): Interval => [FIRST + day * DAY_MS, FIRST + (day + length) * DAY_MS])

test('bisection finds what a look at every event finds, in the same order', () => {
  fc.assert(
    fc.property(events, brush, (all, interval) => {
      const story = aStory({ events: all })
      const shown = shownEvents(story, initialState(story))
      const wanted = shown.filter((event) => event.when !== null && intersects(event.when.extent, interval))
      expect(sift(shown, interval, null)).toEqual(wanted)
    }),
  )
})

test('columns of sifted events are those of the events themselves, and say where they come from', () => {
  fc.assert(
    fc.property(events, brush, (all, interval) => {
      const story = aStory({ events: all })
      const shown = shownEvents(story, initialState(story))
      const found = sift(shown, interval, ({ kind }) => kind !== 'talks')
      const { at, root, ...columns } = columnsOf(found)
      const { at: _at, root: _root, ...wanted } = columnsOf([...found])
      if (found !== shown) expect(columns).toEqual(wanted)
      expect(Array.from(at, (index) => root[index])).toEqual(found)
    }),
  )
})

test('indexes within an interval are those of the events that touch it', () => {
  fc.assert(
    fc.property(events, brush, (all, interval) => {
      const story = aStory({ events: all })
      const shown = shownEvents(story, initialState(story))
      const wanted = shown.flatMap(({ when }, index) => (when !== null && intersects(when.extent, interval) ? [index] : []))
      expect([...indexesWithin(columnsOf(shown), interval)]).toEqual(wanted)
    }),
  )
})

test('an interval that leaves nothing out gives the same array', () => {
  const story = aStory({ events: [anEvent({ id: 'a', when: '2026-02-03' }), anEvent({ id: 'b', when: '2026-02-04' })] })
  const shown = shownEvents(story, initialState(story))
  expect(sift(shown, [FIRST, FIRST + 30 * DAY_MS], null)).toBe(shown)
})

test('the count of a value is what choosing it alone would show, whatever else is set', () => {
  fc.assert(
    fc.property(events, fc.option(brush), fc.subarray(['us', 'iran']), fc.subarray([...KINDS]), (all, time, parties, kinds) => {
      const story = aStory({ events: all })
      const state = { ...initialState(story), brush: time, parties: new Set(parties as PartyId[]), kinds: new Set(kinds) }
      const counts = facetCounts(story, state)
      for (const kind of KINDS) {
        expect(counts.kinds.get(kind) ?? 0).toBe(matchingEvents(story, { ...state, kinds: new Set([kind]) }).length)
      }
      for (const party of ['us', 'iran'] as PartyId[]) {
        expect(counts.parties.get(party) ?? 0).toBe(matchingEvents(story, { ...state, parties: new Set([party]) }).length)
      }
      const layers = [...counts.layers.values()].reduce((sum, count) => sum + count, 0)
      expect(layers).toBe(matchingEvents(story, state).length)
    }),
  )
})
