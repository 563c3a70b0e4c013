import { describe, expect, test } from 'vitest'
import { isClaimLater, isKnownBy, matchingEvents, shownEvents } from '../../src/core/derive'
import { dayOf, endOfDay, isSourceLater, knownSummary } from '../../src/core/known'
import { initialState } from '../../src/state/state'
import { anEvent, aStory } from '../support/a-story'

const story = aStory({
  sources: [
    { id: 'early', publisher: 'Early', published: '2026-02-18' },
    { id: 'late', publisher: 'Late', published: '2026-02-26' },
    { id: 'undated', publisher: 'Undated' },
  ],
  events: [
    anEvent({ id: 'round', title: 'Round', when: '2026-02-17', parties: ['us'] }),
    anEvent({ id: 'leak', title: 'Leak', when: '2026-02-10', reported: '2026-02-26', parties: ['us'] }),
    anEvent({ id: 'no-date', title: 'Without a date' }),
    anEvent({ id: 'late-base', title: 'Told late', when: '2026-02-26', parties: ['iran'], topics: ['force'] }),
    anEvent({ id: 'early-report', title: 'Told early', refines: 'late-base', when: '2026-02-12', reported: '2026-02-19' }),
  ],
})
const at = (day: string) => endOfDay(story, day)
const state = (day: string) => ({ ...initialState(story), known: at(day) })
const titles = (day: string) => matchingEvents(story, state(day)).map((event) => event.title.value)

describe('as it was known', () => {
  test('what was reported later is hidden, and counted', () => {
    expect(titles('2026-02-20')).toEqual(['Told early', 'Round', 'Without a date'])
    expect(knownSummary(story, state('2026-02-20')).hidden).toBe(1)
    expect(knownSummary(story, state('2026-02-26')).hidden).toBe(0)
  })

  test('records without a date of report are named, and those without any date apart from them', () => {
    const { unreported, undated } = knownSummary(story, state('2026-02-20'))
    expect(unreported.map((record) => record.id).sort()).toEqual(['late-base', 'round'])
    expect(undated.map((record) => record.id)).toEqual(['no-date'])
  })

  test('counts are of what the other filters leave', () => {
    const search = { ...state('2026-02-20'), search: 'leak' }
    expect(knownSummary(story, search)).toEqual({ hidden: 1, unreported: [], undated: [] })
  })

  test('an event that was itself reported later gives way to what was known of it', () => {
    const [early] = matchingEvents(story, state('2026-02-20'))
    expect([early?.id, early?.parties, early?.topics]).toEqual(['early-report', ['iran'], ['force']])
    expect(shownEvents(story, state('2026-02-26')).map((event) => event.id)).not.toContain('early-report')
  })

  test('asking what would be there without it does not make the list anew', () => {
    const before = shownEvents(story, state('2026-02-20'))
    const same = { ...state('2026-02-20'), layers: initialState(story).layers }
    const kept = shownEvents(story, same)
    knownSummary(story, same)
    expect(shownEvents(story, same)).toBe(kept)
    expect(before).toHaveLength(kept.length)
  })

  test('a source and a claim are later by the date of publication; without one they count as there', () => {
    const known = at('2026-02-20')
    const source = (id: string) => [...story.sources.values()].filter((one) => one.id === id)
    const later = (...ids: string[]) =>
      isClaimLater(
        story,
        { sources: ids.flatMap(source).map(({ id }) => ({ source: id, at: null, span: null, quote: null })) },
        known,
      )
    expect([later('early'), later('late'), later('undated'), later('early', 'late')]).toEqual([false, true, false, false])
    expect(source('late').map((one) => isSourceLater(story, one, known))).toEqual([true])
    expect(source('late').map((one) => isSourceLater(story, one, null))).toEqual([false])
  })
})

describe('days', () => {
  test('a day ends in the story’s zone', () => {
    expect(at('2026-02-20')).toBe(Date.parse('2026-02-20T23:59:59.999+01:00'))
    expect(at('2026-03-29')).toBe(Date.parse('2026-03-29T23:59:59.999+02:00'))
    expect([at('2026-02-30'), at('20 Feb'), at('')]).toEqual([null, null, null])
  })

  test('the day of its end is the day', () => {
    for (const day of ['2026-02-20', '2026-03-29', '2015-07-14']) expect(dayOf(story, at(day) ?? 0)).toBe(day)
  })

  test('a day of another zone is read from the calendar, a clock time from the clock', () => {
    const events = aStory({
      events: [
        anEvent({ id: 'day', when: '2026-02-26', where: { place: 'tehran' } }),
        anEvent({ id: 'clock', when: '2026-02-26T01:00+03:30', where: { place: 'tehran' } }),
        anEvent({ id: 'west', when: '2026-02-25', where: { place: 'washington' } }),
      ],
    }).events
    const known = [...events].filter((event) => isKnownBy(story, event, at('2026-02-25'))).map(({ id }) => id)
    expect(known.sort()).toEqual(['clock', 'west'])
  })
})
