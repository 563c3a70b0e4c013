import { describe, expect, test } from 'vitest'
import { clocksFor, clockTime, isSameDay, momentsOf } from '../../src/core/clocks'
import { zoneName } from '../../src/core/zone-name'
import { anEvent, aStory } from '../support/a-story'

const ZONES = ['Europe/Zurich', 'Asia/Tehran', 'America/New_York']
const story = aStory({ clocks: ZONES, events: [anEvent({ id: 'e', when: '2026-02-26' })] })
const WASHINGTON = { id: 'washington', name: 'Washington', precision: 'city' as const, timeZone: 'America/New_York' }
const at = (text: string) => Date.parse(text)
const read = (text: string) => ZONES.map((zone) => clockTime(at(text), zone, 'en-GB').text)
const hoursApart = (text: string): number => {
  const [geneva, , washington] = ZONES.map((zone) => clockTime(at(text), zone, 'en-GB').wall)
  return ((geneva ?? 0) - (washington ?? 0)) / 3_600_000
}

describe('the three clocks', () => {
  test('at the talks of 26 February Washington is six hours behind Geneva and Tehran two and a half before it', () => {
    expect(read('2026-02-26T09:00Z')).toEqual(['10:00', '12:30', '04:00'])
  })

  test('the clocks of Washington go from two to three on 8 March 2026, those of Tehran and Geneva do not', () => {
    expect(read('2026-03-08T06:59Z')).toEqual(['07:59', '10:29', '01:59'])
    expect(read('2026-03-08T07:00Z')).toEqual(['08:00', '10:30', '03:00'])
  })

  test('between the changes of Washington and Geneva they are five hours apart', () => {
    expect(['2026-03-08T06:59Z', '2026-03-08T07:00Z', '2026-03-29T00:59Z', '2026-03-29T01:00Z'].map(hoursApart)).toEqual([
      6, 5, 5, 6,
    ])
  })

  test('the clocks of Geneva go from two to three on 29 March 2026, and those of Tehran have no summer time', () => {
    expect(read('2026-03-29T00:59Z')).toEqual(['01:59', '04:29', '20:59'])
    expect(read('2026-03-29T01:00Z')).toEqual(['03:00', '04:30', '21:00'])
    expect(read('2026-07-01T00:00Z')[1]).toBe('03:30')
  })

  test('the last instant of a day is its end', () => {
    const end = at('2026-02-26T23:00Z') - 1
    const [geneva, tehran, washington] = ZONES.map((zone) => clockTime(end, zone, 'en-GB'))
    expect([geneva, tehran, washington].map((clock) => clock?.text)).toEqual(['24:00', '02:30', '18:00'])
    if (!geneva || !tehran || !washington) throw new Error('A clock is missing.')
    expect(isSameDay(geneva, tehran)).toBe(false)
    expect(isSameDay(geneva, washington)).toBe(true)
  })

  test('the day is one of 24 hours in every language', () => {
    for (const locale of ['en-US', 'de', 'fa-u-ca-gregory-nu-latn', 'ja']) {
      expect(clockTime(at('2026-02-26T20:05Z'), 'Europe/Zurich', locale).text).toBe('21:05')
    }
  })
})

describe('the reader’s clock', () => {
  const own = (zone: string, ...instants: string[]) => clocksFor(story, zone, instants.map(at)).map((clock) => clock.reader)

  test('it stands beside the story’s', () => {
    expect(own('Asia/Tokyo', '2026-02-26T09:00Z')).toEqual([null, null, null, 'own'])
  })

  test('it is one of the story’s where that shows the same time', () => {
    expect(own('America/New_York', '2026-02-26T09:00Z')).toEqual([null, null, 'shared'])
    expect(own('Europe/Paris', '2026-02-26T09:00Z')).toEqual(['shared', null, null])
    expect(own('Africa/Lagos', '2026-02-26T09:00Z')).toEqual(['shared', null, null])
    expect(own('Africa/Lagos', '2026-04-26T09:00Z')).toEqual([null, null, null, 'own'])
    expect(own('Africa/Lagos', '2026-02-26T09:00Z', '2026-04-26T09:00Z')).toEqual([null, null, null, 'own'])
  })

  test('without a known zone there is none', () => {
    expect(clocksFor(story, null, [0]).map((clock) => clock.reader)).toEqual([null, null, null])
  })
})

describe('the clock times of an event', () => {
  const moments = (when: string) => momentsOf(aStory({ events: [anEvent({ id: 'e', when })] }).events.at(0).when)

  test('a day has none, and no false midnight', () => {
    expect(moments('2026-02-26')).toEqual([])
    expect(moments('2026-02-26/2026-02-27')).toEqual([])
  })

  test('a time of day is one', () => {
    expect(moments('2026-02-26T10:00+01:00')).toEqual([{ at: at('2026-02-26T09:00Z'), edge: 'at' }])
  })

  test('of an interval they are its ends, as far as they are known', () => {
    expect(moments('2026-02-26T10:00+01:00/..')).toEqual([{ at: at('2026-02-26T09:00Z'), edge: 'from' }])
    expect(moments('2026-02-26T10:00+01:00/2026-02-26T13:00+01:00').map(({ edge }) => edge)).toEqual(['from', 'until'])
  })
})

test('a zone is named by a city of the story, else by its own, and one without a city by its hours', () => {
  const names = ['America/New_York', 'America/Sao_Paulo', 'Etc/GMT+3', 'UTC'].map((zone) =>
    zoneName(aStory({ events: [anEvent({ id: 'e', where: { place: 'washington' } })], places: [WASHINGTON] }), zone),
  )
  expect(names).toEqual(['Washington', 'Sao Paulo', 'UTC−3', 'UTC'])
})
