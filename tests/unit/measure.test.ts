import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseWhen } from '../../src/core/edtf'
import { isProblem } from '../../src/core/issue'
import { beginning, distanceBetween, eitherWay, isMeasurable, timeBetween } from '../../src/core/measure'
import type { EventRecord } from '../../src/core/schema'
import type { EventId, PlaceId, When } from '../../src/core/types'
import { measureBarWords as bar } from '../../src/core/words/measure-bar-words'
import { english as words } from '../../src/core/words/words'
import { initialState } from '../../src/state/state'
import { type Dated, endOf } from '../../src/views/measure-ends'
import { shortLength } from '../../src/views/measure-length'
import { distanceResult, timeResult } from '../../src/views/measure-result'
import { anEvent, aStory } from '../support/a-story'

const HOUR = 3_600_000
const DAY = 24 * HOUR

function whenOf(edtf: string, timeZone = 'Europe/Zurich', more: { approximate?: boolean; occurs?: When['occurs'] } = {}): When {
  const when = parseWhen(edtf, { timeZone, ...more })
  if (isProblem(when)) throw new Error(`${edtf}: ${when.message}`)
  return when
}

describe('the time between two times', () => {
  test('is one duration where both are clock times', () => {
    const between = timeBetween(whenOf('2026-02-26T09:00+02:00'), whenOf('2026-02-26T10:00+01:00'))
    expect([between.leastMs, between.mostMs, ...between.beginMs]).toEqual([2 * HOUR, 2 * HOUR, 2 * HOUR, 2 * HOUR])
    expect(between.clocked).toEqual([true, true])
  })

  test('of two days is a number of days, and between a day less and a day more in hours', () => {
    const between = timeBetween(whenOf('2026-02-17'), whenOf('2026-02-26'))
    expect(between.beginDays).toEqual([9, 9])
    expect([between.leastMs, between.mostMs]).toEqual([8 * DAY + 1, 10 * DAY - 1])
  })

  test('counts days by the calendar of each place', () => {
    // 02:00 in Muscat is still the day before in Washington.
    const muscat = whenOf('2026-02-27T02:00', 'Asia/Muscat')
    expect(timeBetween(whenOf('2026-02-26', 'America/New_York'), muscat).beginDays).toEqual([1, 1])
  })

  test('across the US change of 8 March 2026 is one day of 23 hours', () => {
    const between = timeBetween(whenOf('2026-03-07T12:00', 'America/New_York'), whenOf('2026-03-08T12:00', 'America/New_York'))
    expect(between.beginDays).toEqual([1, 1])
    expect(between.leastMs).toBe(23 * HOUR)
    const elsewhere = timeBetween(whenOf('2026-03-07T12:00'), whenOf('2026-03-08T12:00'))
    expect(elsewhere.leastMs).toBe(24 * HOUR)
  })

  test('to a time within a week is between its first and its last day', () => {
    const week = whenOf('2026-03-02/2026-03-08', 'Europe/Vienna', { occurs: 'within' })
    expect(timeBetween(whenOf('2026-02-26'), week).beginDays).toEqual([4, 10])
  })

  test('to a range is counted to its first day, and from its last where it is over', () => {
    const range = whenOf('2026-02-23/2026-02-26', 'Europe/Athens')
    const between = timeBetween(range, whenOf('2026-03-02'))
    expect(between.beginDays).toEqual([7, 7])
    expect(between.daysAfterEnd).toBe(4)
    expect(between.lasting).toEqual([true, false])
    expect(timeBetween(range, whenOf('2026-02-26')).daysAfterEnd).toBeNull()
  })

  test('from what began nobody says when has a least, and no most', () => {
    const by26 = whenOf('/2026-02-26')
    expect(timeBetween(by26, whenOf('2026-03-02')).beginDays).toEqual([4, Infinity])
    expect(timeBetween(whenOf('2026-03-02'), by26).beginDays).toEqual([-Infinity, -4])
    // It may have begun before or after.
    expect(timeBetween(by26, whenOf('2026-02-17')).beginDays).toEqual([-9, Infinity])
    expect(timeBetween(by26, whenOf('../2026-02-20')).beginDays).toEqual([-Infinity, Infinity])
  })

  test('of an open end is counted from the beginning, which is known', () => {
    expect(timeBetween(whenOf('2026-02-21/..'), whenOf('2026-02-26')).beginDays).toEqual([5, 5])
    expect(timeBetween(whenOf('2026-02-21/'), whenOf('2026-02-26')).mostMs).toBe(Infinity)
  })

  test('of a range of months has its beginning in the first month', () => {
    const months = whenOf('2026-01/2026-03', 'UTC')
    expect(beginning(months).map((instant) => new Date(instant).toISOString())).toEqual([
      '2026-01-01T00:00:00.000Z',
      '2026-01-31T23:59:59.999Z',
    ])
    expect(timeBetween(months, whenOf('2026-02-01', 'UTC')).beginDays).toEqual([1, 31])
  })
})

const ZONES = ['UTC', 'Europe/Zurich', 'Asia/Tehran', 'America/New_York', 'Pacific/Kiritimati']
const instant = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const day = instant.map((text) => text.slice(0, 10))
const side = fc.oneof(
  instant,
  day,
  day.map((text) => text.slice(0, 7)),
  day.map((text) => text.slice(0, 4)),
)
const edtf = fc.oneof(
  side,
  fc.tuple(side, side).map(([a, b]) => (a < b ? `${a}/${b}` : `${b}/${a}`)),
  side.map((text) => `${text}/`),
  side.map((text) => `/${text}`),
  side.map((text) => `${text}/..`),
  side.map((text) => `../${text}`),
)
const when = fc
  .tuple(edtf, fc.constantFrom(...ZONES), fc.constantFrom<When['occurs']>('throughout', 'within'))
  .map(([text, timeZone, occurs]) => parseWhen(text, { timeZone, occurs }))
  .filter((parsed): parsed is When => !isProblem(parsed))
/** Some instant between two, one of which may be infinite. */
const within = ([start, end]: readonly [number, number], part: number): number => {
  const from = Number.isFinite(start) ? start : Number.isFinite(end) ? end - 1e12 : -1e12
  const to = Number.isFinite(end) ? end : from + 1e12
  return Math.round(from + (to - from) * part)
}
const part = fc.double({ min: 0, max: 1, noNaN: true })

describe('the time between any two times', () => {
  test('has a least and a most, the same in both directions', () => {
    fc.assert(
      fc.property(when, when, (a, b) => {
        const [there, back] = [timeBetween(a, b), timeBetween(b, a)]
        expect(there.leastMs).toBeGreaterThanOrEqual(0)
        expect(there.leastMs).toBeLessThanOrEqual(there.mostMs)
        expect([back.leastMs, back.mostMs]).toEqual([there.leastMs, there.mostMs])
        expect(eitherWay(back.beginDays)).toEqual(eitherWay(there.beginDays))
        expect(eitherWay(back.beginMs)).toEqual(eitherWay(there.beginMs))
      }),
    )
  })

  test('holds the difference of any two instants in them, and of their beginnings', () => {
    fc.assert(
      fc.property(when, when, part, part, (a, b, first, second) => {
        const between = timeBetween(a, b)
        const difference = Math.abs(within(b.extent, second) - within(a.extent, first))
        expect(difference).toBeGreaterThanOrEqual(between.leastMs)
        expect(difference).toBeLessThanOrEqual(between.mostMs)
        const began = within(beginning(b), second) - within(beginning(a), first)
        expect(began).toBeGreaterThanOrEqual(between.beginMs[0])
        expect(began).toBeLessThanOrEqual(between.beginMs[1])
      }),
    )
  })

  test('is nothing with itself, and surely nothing only where it is exact', () => {
    fc.assert(
      fc.property(when, (one) => {
        const { leastMs, mostMs } = timeBetween(one, one)
        expect(leastMs).toBe(0)
        expect(mostMs === 0).toBe(one.extent[0] === one.extent[1] && one.start === 'known' && one.end === 'known')
      }),
    )
  })
})

describe('the result in words', () => {
  const say = (a: Partial<EventRecord>, b: Partial<EventRecord>) => {
    const story = aStory({ events: [anEvent({ id: 'a', title: 'A', ...a }), anEvent({ id: 'b', title: 'B', ...b })] })
    const [first, second] = (['a', 'b'] as EventId[]).map((id) => endOf(story, initialState(story), id) as Dated)
    if (!first || !second) throw new Error('Both have dates')
    const { value, notes, isBack } = timeResult({ story, words, bar }, first, second)
    return { text: [value, ...notes].join(' | '), short: shortLength({ story, words }, first, second), isBack }
  }

  test.each([
    [{ when: '2026-02-17' }, { when: '2026-02-26' }, '9 days | The sources give days, not hours.'],
    [
      { when: '2026-02-17' },
      { when: '2026-02-26T10:00+01:00/' },
      '9 days | The sources give days; only the later has a clock time.',
    ],
    [{ when: '2026-02-26' }, { when: '2026-02-26' }, 'the same day | The sources give days, not hours.'],
    [
      { when: '2026-02-26', where: { place: 'muscat' } },
      { when: '2026-02-27' },
      '1 day | The sources give days, not hours; each is a day of its own place.',
    ],
    [{ when: '2026-02-26T09:00+02:00' }, { when: '2026-02-26T10:30+01:00' }, '2 hours 30 minutes'],
    [
      { when: '2026-03-07T12:00-05:00', where: { place: 'washington' } },
      { when: '2026-03-08T12:00-04:00', where: { place: 'washington' } },
      '1 day (23 hours) | Days by the calendar of each place, hours as they passed.',
    ],
    [
      { when: '2026-02-26T09:00+02:00', approximate: true },
      { when: '2026-02-26T10:00+01:00' },
      'about 2 hours | A time is approximate.',
    ],
    [
      { when: '2026-02-26T09:00+02:00', approximate: true },
      { when: '2026-02-27' },
      '1 day | The sources give days; only the earlier has a clock time.',
    ],
    [
      { when: '2026-02-17~' },
      { when: '2026-02-26?' },
      'about 9 days | The sources give days, not hours. | A time is approximate. | A date is uncertain.',
    ],
    [
      { when: '2026-02-26' },
      { when: '2026-03-02/2026-03-08', occurs: 'within', status: 'planned' },
      '4 to 10 days | No one day is given for the later. | The later is a plan.',
    ],
    [
      { when: '2026-02' },
      { when: '2026-02-10' },
      'at most 18 days | No one day is given for the first. | Which came first is not known.',
    ],
    [{ when: '/2026-02-26' }, { when: '2026-03-02' }, 'at least 4 days | When “A” began is not said.'],
    [
      { when: '2026-02-17' },
      { when: '/2026-02-26' },
      'not known | When “B” began is not said. | It was so by 26 Feb, 9 days after the other.',
    ],
    [{ when: '/2026-02-26' }, { when: '/2026-02-26' }, 'not known | When “A” began is not said. | When “B” began is not said.'],
    [
      { when: '2026-02-23/2026-02-26' },
      { when: '2026-03-02' },
      '7 days | The sources give days, not hours. | Counted from start to start. | From the end of the earlier: 4 days.',
    ],
    [{ when: '2013-11-24' }, { when: '2026-02-26' }, '4,477 days (about 12.3 years) | The sources give days, not hours.'],
  ] as const)('%o to %o is told as it is known', (a, b, text) => {
    expect(say(a, b).text).toBe(text)
  })

  test('says that it goes back in time, and is as long', () => {
    expect(say({ when: '2026-02-26' }, { when: '2026-02-17' })).toMatchObject({ short: '9 days', isBack: true })
    expect(say({ when: '2026-02-17' }, { when: '2026-02-26' })).toMatchObject({ short: '9 days', isBack: false })
  })

  test('is short enough for the timeline', () => {
    expect(say({ when: '2026-02-17T10:00+01:00' }, { when: '2026-02-26T09:00+01:00' }).short).toBe('9 days')
    expect(say({ when: '2026-02-26T01:00+01:00' }, { when: '2026-02-27T09:00+01:00' }).short).toBe('32 hours')
  })
})

describe('an end', () => {
  const story = aStory({
    layers: [
      { id: 'article', name: 'Article' },
      { id: 'past', name: 'Past', shown: false },
    ],
    events: [
      anEvent({ id: 'told', when: '2026-02-17', reported: '2026-02-20' }),
      anEvent({ id: 'undated' }),
      anEvent({ id: 'old', when: '2015-07-14', layer: 'past' }),
    ],
  })
  const state = initialState(story)
  const find = (id: string, more = {}) => endOf(story, { ...state, ...more }, id as EventId)?.id ?? null

  test('is not there while its layer is hidden, before it was known, or without a date', () => {
    expect(['told', 'old', 'undated', 'nobody'].map((id) => find(id))).toEqual(['told', null, null, null])
    expect(find('told', { known: Date.parse('2026-02-19T12:00Z') })).toBeNull()
  })

  test('stays while a filter leaves it out', () => {
    expect(find('told', { search: 'something else' })).toBe('told')
  })
})

describe('the distance between two places', () => {
  const story = aStory({
    places: [
      { id: 'geneva', name: 'Geneva', geometry: { type: 'Point', coordinates: [6.14, 46.21] } },
      { id: 'vienna', name: 'Vienna', geometry: { type: 'Point', coordinates: [16.37, 48.21] } },
      { id: 'near', name: 'Near', geometry: { type: 'Point', coordinates: [6.141, 46.21] } },
      { id: 'west', name: 'West', geometry: { type: 'Point', coordinates: [-179.5, 0] } },
      { id: 'east', name: 'East', geometry: { type: 'Point', coordinates: [179.5, 0] } },
      { id: 'country', name: 'Country', precision: 'country', geometry: { type: 'Point', coordinates: [50, 30] } },
      {
        id: 'sea',
        name: 'Sea',
        precision: 'area',
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 0],
            ],
          ],
        },
      },
      { id: 'nowhere', name: 'Nowhere' },
    ],
  })
  const between = (from: string, to: string) => distanceBetween(story, from as PlaceId, to as PlaceId)
  const say = (from: string, to: string) => {
    const found = between(from, to)
    return found && distanceResult({ story, words, bar }, found).value
  }

  test('is that of the great circle, in kilometres and nautical miles', () => {
    expect(say('geneva', 'vienna')).toBe('803 km, 434 nautical miles')
    expect(between('geneva', 'vienna')).toEqual(between('vienna', 'geneva'))
  })

  test('goes the short way round, over 180 degrees', () => {
    expect(between('west', 'east')?.km).toBeCloseTo(111.2, 1)
  })

  test('is never told more exactly than to the kilometre', () => {
    expect(say('geneva', 'near')).toBe('less than 1 km')
    expect(say('geneva', 'geneva')).toBe('the same point on this map')
  })

  test('is not measured to seas, countries and places without a position', () => {
    const ids = ['sea', 'country', 'nowhere', 'nobody'] as PlaceId[]
    expect(ids.map((id) => between('geneva', id))).toEqual([null, null, null, null])
    expect(ids.some((id) => isMeasurable(story, id))).toBe(false)
  })
})
