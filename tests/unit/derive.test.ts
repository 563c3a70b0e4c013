import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { facetCounts, laneOf, lanesOf, matchingEvents, shownEvents } from '../../src/core/derive'
import type { PartyId } from '../../src/core/types'
import { type AppState, initialState } from '../../src/state/state'
import { anEvent, aStory } from '../support/a-story'

const story = aStory({
  layers: [
    { id: 'article', name: 'The article' },
    { id: 'afterwards', name: 'Afterwards', shown: false },
  ],
  lanes: [
    { id: 'west', name: 'West', narrow: 'all' },
    { id: 'east', name: 'East', narrow: 'all' },
  ],
  narrowLanes: [{ id: 'all', name: 'All' }],
  places: [
    { id: 'geneva', name: 'Geneva', lane: 'west' },
    { id: 'tehran', name: 'Tehran', lane: 'east' },
  ],
  events: [
    anEvent({
      id: 'talks',
      when: '2026-02-26',
      kind: 'talks',
      parties: ['us', 'iran'],
      where: { place: 'geneva', role: 'happened' },
    }),
    anEvent({ id: 'speech', when: '2026-02-25', kind: 'statement', parties: ['iran'], where: { place: 'tehran', role: 'seat' } }),
    anEvent({ id: 'stance', when: '/2026-02-26', kind: 'position', parties: ['us'] }),
    anEvent({ id: 'undated', kind: 'statement', parties: ['iran'] }),
    anEvent({ id: 'after', when: '2026-02-28', layer: 'afterwards', parties: ['us'], reported: '2026-03-01' }),
  ],
})
const blank = initialState(story)
const day = (text: string): number => Date.parse(`${text}T12:00Z`)
const ids = (state: Partial<AppState>) => matchingEvents(story, { ...blank, ...state }).map((event) => event.id)
const us = 'us' as PartyId
const iran = 'iran' as PartyId

describe('filters', () => {
  test('without one all events of the shown layers match, undated last', () => {
    expect(ids({})).toEqual(['speech', 'talks', 'stance', 'undated'])
  })
  test('a time filter keeps what overlaps it and leaves out what has no date', () => {
    expect(ids({ brush: [day('2026-02-24'), day('2026-02-25')] })).toEqual(['speech'])
  })
  test('of a time without a known start only its end is known', () => {
    expect(ids({ brush: [day('2026-02-26'), day('2026-02-27')] })).toEqual(['talks', 'stance'])
  })
  test('values of one facet add up, facets narrow each other', () => {
    expect(ids({ parties: new Set([us, iran]) })).toHaveLength(4)
    expect(ids({ parties: new Set([iran]), kinds: new Set(['statement'] as const) })).toEqual(['speech', 'undated'])
  })
  test('what was reported later is not yet known', () => {
    const layers = new Set(story.layers.keys())
    expect(ids({ layers, known: day('2026-02-28') })).not.toContain('after')
    expect(ids({ layers, known: day('2026-03-02') })).toContain('after')
  })
})

test('a count says how many events a click on it would leave', () => {
  const facet = fc.subarray(['us', 'iran'] as PartyId[])
  const kinds = fc.subarray(['talks', 'statement', 'position'] as const)
  fc.assert(
    fc.property(facet, kinds, (parties, kind) => {
      const state = { ...blank, parties: new Set(parties), kinds: new Set(kind) }
      for (const [party, count] of facetCounts(story, state).parties) {
        expect(matchingEvents(story, { ...state, parties: new Set([party]) })).toHaveLength(count)
      }
    }),
  )
})

test('a layer is counted whether it is shown or not', () => {
  expect(Object.fromEntries(facetCounts(story, blank).layers)).toEqual({ article: 4, afterwards: 1 })
})

test('lanes keep the author’s order and leave out what is empty', () => {
  const events = shownEvents(story, blank)
  expect(lanesOf(story, events, 'place', false).map((lane) => lane.id)).toEqual(['west', 'east', ''])
  expect(lanesOf(story, events, 'place', true).map((lane) => lane.id)).toEqual(['all', ''])
  expect(lanesOf(story, events, 'party', false).map((lane) => lane.id)).toEqual(['us', 'iran', 'joint'])
  for (const event of events) {
    expect(lanesOf(story, events, 'place', false).map((lane) => lane.id)).toContain(laneOf(story, event, 'place', false))
  }
})
