import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Axis, axisOf, besideLine, formatWall } from '../../src/core/axis'
import { dayStart, fromWall, toWall } from '../../src/core/axis-levels'

const DAY = 86_400_000
const zone = 'Europe/Zurich'
const measure = (text: string, bold: boolean) => text.length * (bold ? 7.4 : 7)
const options = { locale: 'en-GB', timeZone: zone, measure }
const texts = (axis: Axis) => ({ major: axis.major.map((label) => label.text), minor: axis.minor.map((label) => label.text) })
const storyDay = [Date.parse('2026-02-26T00:00+01:00'), Date.parse('2026-02-27T00:00+01:00') - 1] as const
const opening = [Date.parse('2026-02-11T12:00+01:00'), Date.parse('2026-03-10T00:00+01:00')] as const

describe('the axis names', () => {
  test('days under their month, the year once', () => {
    const axis = axisOf({ ...options, domain: opening, widthPx: 1312, day: storyDay })
    expect(axis.unit).toBe('day')
    expect(texts(axis).major).toEqual(['February 2026', 'March'])
    expect(texts(axis).minor).toEqual([
      '12',
      '13',
      '14',
      '15',
      '16',
      '17',
      '18',
      '19',
      '20',
      '21',
      '22',
      '23',
      '24',
      '25',
      '26',
      '27',
      '28',
      ...'123456789',
    ])
  })

  test('Mondays and Thursdays on a phone, and the day of the story in bold', () => {
    const domain = [Date.parse('2026-02-16T00:00+01:00'), Date.parse('2026-03-10T00:00+01:00')] as const
    const axis = axisOf({ ...options, domain, widthPx: 310, day: storyDay, insetPx: 3 })
    expect(texts(axis).minor).toEqual(['16', '19', '23', '26', '2', '5', '9'])
    expect(axis.minor.filter((label) => label.bold).map((label) => label.text)).toEqual(['26'])
    expect(axis.lines.filter((line) => line.major).map((line) => line.at)).toEqual([Date.parse('2026-03-01T00:00+01:00')])
  })

  test('hours under the day that began before the window', () => {
    const at = Date.parse('2026-02-26T13:30+01:00')
    const axis = axisOf({ ...options, domain: [at, at + 3.5 * 3_600_000], widthPx: 300 })
    expect(texts(axis)).toEqual({ major: ['Thu 26 February 2026'], minor: ['14:00', '15:00', '16:00'] })
  })

  test('years alone over decades', () => {
    const axis = axisOf({ ...options, domain: [Date.UTC(2013, 0, 1), Date.UTC(2026, 2, 1)], widthPx: 330 })
    expect(texts(axis)).toEqual({ major: [], minor: ['2014', '2016', '2018', '2020', '2022', '2024'] })
  })
})

test('a day of the story between the ticks takes the place of its neighbours', () => {
  const friday = [Date.parse('2026-02-20T00:00+01:00'), Date.parse('2026-02-21T00:00+01:00') - 1] as const
  const domain = [Date.parse('2026-02-16T00:00+01:00'), Date.parse('2026-03-10T00:00+01:00')] as const
  const axis = axisOf({ ...options, domain, widthPx: 310, day: friday })
  expect(texts(axis).minor).toEqual(['16', '20', '23', '26', '2', '5', '9'])
})

test('days begin at midnight of the venue, whatever the clocks do', () => {
  for (const name of [zone, 'Asia/Tehran', 'Pacific/Kiritimati', 'America/New_York']) {
    const domain = [Date.UTC(2026, 2, 5), Date.UTC(2026, 3, 3)] as const
    for (const line of axisOf({ ...options, timeZone: name, domain, widthPx: 1300 }).lines) {
      expect(toWall(line.at, name) % DAY).toBe(0)
    }
  }
})

test('a time that the clock skips is the instant of the change', () => {
  expect(fromWall(Date.UTC(2026, 2, 29, 2, 30), zone)).toBeGreaterThanOrEqual(Date.UTC(2026, 2, 29, 0, 30))
  expect(dayStart(Date.UTC(2026, 2, 29, 20), zone)).toBe(Date.UTC(2026, 2, 28, 23))
  expect(dayStart(Date.UTC(2026, 2, 29, 20), zone, 1)).toBe(Date.UTC(2026, 2, 29, 22))
})

const windows = fc.record({
  start: fc.integer({ min: -6e13, max: 6e13 }),
  length: fc.double({ min: Math.log(60_000), max: Math.log(1e14), noNaN: true }).map(Math.exp),
  widthPx: fc.integer({ min: 180, max: 2400 }),
  locale: fc.constantFrom('en-GB', 'de', 'fa', 'ar', 'fr'),
  timeZone: fc.constantFrom(zone, 'Asia/Tehran', 'UTC', 'America/New_York', 'Pacific/Kiritimati'),
})

test('no two labels of a row touch, and none is cut, from minutes to millennia', () => {
  fc.assert(
    fc.property(windows, ({ start, length, widthPx, locale, timeZone }) => {
      const axis = axisOf({ domain: [start, start + length], widthPx, locale, timeZone, measure, day: storyDay })
      for (const row of [axis.minor, axis.major]) {
        row.forEach((label, index) => {
          expect(label.x).toBeGreaterThanOrEqual(0)
          expect(label.x + label.widthPx).toBeLessThanOrEqual(widthPx)
          const next = row[index + 1]
          if (next) expect(next.x).toBeGreaterThanOrEqual(label.x + label.widthPx + 4)
        })
      }
      expect(axis.lines.length).toBeLessThanOrEqual(widthPx / 4 + 8)
    }),
    { numRuns: 300 },
  )
})

test('wall time and instants lead back to each other outside of changes of the clock', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2e9 }), (minutes) => {
      const instant = minutes * 60_000
      const back = fromWall(toWall(instant, zone), zone)
      expect(Math.abs(back - instant) === 0 || Math.abs(back - instant) === 3_600_000).toBe(true)
    }),
  )
})

test('the label of the now-line stands left of it, else right, else nowhere', () => {
  const month = { at: 0, x: 10, widthPx: 90, text: 'February 2026', bold: true }
  expect(besideLine(400, 150, [month], 800)).toBe(244)
  expect(besideLine(200, 150, [month], 800)).toBe(206)
  expect(besideLine(200, 150, [month], 300)).toBeNull()
})

test('a wall time is written in any language, on 24 hours, without the commas that can be spared', () => {
  const wall = Date.parse('2026-02-26T21:05Z')
  const style = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const
  const day = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const
  expect(formatWall(wall, 'en-GB', day)).toBe('Thu 26 Feb 2026')
  expect(formatWall(wall, 'en-US', day)).toBe('Thu Feb 26, 2026')
  expect(formatWall(wall, 'de', day)).toBe('Do. 26. Feb. 2026')
  for (const locale of ['en-GB', 'en-US', 'de', 'fa-u-ca-gregory-nu-latn'])
    expect(formatWall(wall, locale, style)).toContain('21:05')
})
