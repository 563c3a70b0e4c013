import { describe, expect, test } from 'vitest'
import { daysApart, lengthOf, roundOf, roundsOf, type ScaleOptions, scaleOf } from '../../src/core/compare'
import type { EventRecord } from '../../src/core/schema'
import type { EventId, LayerId, When } from '../../src/core/types'
import { initialState } from '../../src/state/state'
import { anEvent, aStory } from '../support/a-story'

const HOUR = 3_600_000

function whenOf(when: string, more: Partial<EventRecord> = {}): When {
  const story = aStory({ events: [anEvent({ id: 'e', when, ...more })] })
  return story.events.at(0).when as When
}
const inMuscat = { where: { place: 'muscat' } }

describe('the rounds that can be compared', () => {
  const story = aStory({
    layers: [
      { id: 'article', name: 'Article' },
      { id: 'past', name: 'Past', shown: false },
      { id: 'after', name: 'After', shown: false, notice: 'Strikes' },
    ],
    events: [
      anEvent({ id: 'second', kind: 'talks', when: '2026-02-17', reported: '2026-02-18' }),
      anEvent({ id: 'first', kind: 'talks', when: '2025-04-12', layer: 'past' }),
      anEvent({
        id: 'adds',
        kind: 'talks',
        when: '2026-02-17',
        reported: '2026-02-18',
        refines: 'second',
        outcome: { text: 'A list' },
      }),
      anEvent({ id: 'later', kind: 'talks', when: '2026-03-02', layer: 'after' }),
      anEvent({ id: 'undated', kind: 'talks' }),
      anEvent({ id: 'speech', kind: 'statement', when: '2026-02-17' }),
    ],
  })
  const state = initialState(story)
  const ids = (of: Parameters<typeof roundsOf>[1]) => roundsOf(story, of).map(({ event }) => event.id)

  test('are dated talks in the order of time, of hidden layers too unless they have a notice', () => {
    expect(ids(state)).toEqual(['first', 'second'])
    expect(roundsOf(story, state).map(({ shown }) => shown)).toEqual([false, true])
    expect(ids({ ...state, layers: new Set(['article', 'after'] as LayerId[]) })).toEqual(['first', 'second', 'later'])
  })

  test('leave out what was not known yet', () => {
    expect(ids({ ...state, known: Date.parse('2026-02-17T12:00Z') })).toEqual(['first'])
    expect(ids({ ...state, known: Date.parse('2026-02-18T12:00Z') })).toEqual(['first', 'second'])
  })

  test('are found by the id of what adds to them, with what it adds', () => {
    const round = roundOf(roundsOf(story, state), 'adds' as EventId)
    expect(round?.event.id).toBe('second')
    expect(round?.event.outcome?.text.value).toBe('A list')
    expect(round?.event.additions).toMatchObject({ outcome: true, format: false })
    expect(roundOf(roundsOf(story, state), 'later' as EventId)).toBeNull()
  })
})

describe('days apart', () => {
  const apart = (a: When, b: When) => daysApart(a, b)?.days

  test('are counted by the calendar of each place, in either direction', () => {
    expect(apart(whenOf('2026-02-17'), whenOf('2026-02-26'))).toEqual([9, 9])
    expect(apart(whenOf('2026-02-26'), whenOf('2026-02-06', inMuscat))).toEqual([20, 20])
    expect(apart(whenOf('2026-02-26T23:30+01:00'), whenOf('2026-02-26T01:00+04:00', inMuscat))).toEqual([0, 0])
  })

  test('are counted across the change to summer time', () => {
    expect(apart(whenOf('2026-03-28'), whenOf('2026-03-30'))).toEqual([2, 2])
  })

  test('lie between two numbers where a day is not known', () => {
    expect(apart(whenOf('2026-02-26'), whenOf('2026-03-02/2026-03-08', { occurs: 'within' }))).toEqual([4, 10])
    expect(apart(whenOf('2026-03-05'), whenOf('2026-03-02/2026-03-08', { occurs: 'within' }))).toEqual([0, 3])
    expect(apart(whenOf('2026-01-31'), whenOf('2026-02'))).toEqual([1, 28])
  })

  test('are about right where a date is, and not known where a beginning is not', () => {
    expect(daysApart(whenOf('2026-02-17~'), whenOf('2026-02-26'))).toEqual({ days: [9, 9], about: true })
    expect(daysApart(whenOf('/2026-02-26'), whenOf('2026-02-17'))).toBeNull()
  })
})

test.each([
  ['a day', '2026-02-26', {}, { form: 'day', days: 1, ms: null }],
  ['days', '2026-02-24/2026-02-26', {}, { form: 'lasting', days: 3, ms: null }],
  ['a time of day', '2026-02-26T10:00+01:00', {}, { form: 'moment', ms: null }],
  ['hours', '2026-02-26T10:00+01:00/2026-02-26T13:00+01:00', {}, { form: 'lasting', ms: 3 * HOUR }],
  ['an end that nobody reports', '2026-02-26T10:00+01:00/', {}, { form: 'no-end', ms: null }],
  ['no end yet', '2026-02-26/..', {}, { form: 'going-on', ms: null }],
  ['no beginning', '/2026-02-26', {}, { form: 'no-start', ms: null }],
  ['some day of a week', '2026-03-02/2026-03-08', { occurs: 'within' as const }, { form: 'within', days: 7 }],
  ['some day of a month', '2026-02', {}, { form: 'within', days: 28 }],
])('the length of %s is told as far as it is known', (_, when, more, length) => {
  expect(lengthOf(whenOf(when, more))).toMatchObject(length)
})

describe('one scale for both', () => {
  const options: ScaleOptions = { widthPx: 480, radiusPx: 7, pageEnd: Date.parse('2026-02-26T23:00Z'), tickPx: 56 }

  test('has the hours of a day while each lies within one', () => {
    const scale = scaleOf([whenOf('2026-02-17'), whenOf('2026-02-26T10:00+01:00/')], options)
    expect(scale).toMatchObject({ unit: 'hour', length: 24, ticks: [0, 3, 6, 9, 12, 15, 18, 21, 24] })
    expect(scale.spans[0]).toMatchObject({ form: 'day', x0: 0 })
    expect(scale.spans[0]?.x1).toBeCloseTo(480, 0)
    expect(scale.spans[1]).toMatchObject({ form: 'hours', x0: 200 })
    expect(scale.spans[1]?.x1).toBeCloseTo(480, 0)
  })

  test('has days where one is longer than two', () => {
    const scale = scaleOf([whenOf('2026-02-17'), whenOf('2026-03-02/2026-03-08', { occurs: 'within' })], options)
    expect(scale).toMatchObject({ unit: 'day', length: 7, ticks: [0, 1, 2, 3, 4, 5, 6, 7] })
    expect(scale.spans.map((span) => Math.round(span?.x1 ?? 0))).toEqual([69, 480])
  })

  test('starts at midnight by the clock of each place, on days of 23 hours too', () => {
    const scale = scaleOf([whenOf('2026-03-29T12:00+02:00'), whenOf('2026-02-26T12:00+04:00', inMuscat)], options)
    expect(scale.spans.map((span) => span?.markX)).toEqual([240, 240])
  })

  test('draws nothing for a round that is still to be chosen', () => {
    expect(scaleOf([null, null], options)).toMatchObject({ unit: 'hour', length: 24, spans: [null, null] })
  })
})
