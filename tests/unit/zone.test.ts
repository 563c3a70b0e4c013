import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isTimeZone, utcInstant, zonedInstant } from '../../src/core/zone'

const HOUR_MS = 3_600_000

/** Hours from one midnight to the next. */
const hoursOf = (year: number, month: number, day: number, timeZone: string) =>
  (zonedInstant({ year, month, day: day + 1 }, timeZone) - zonedInstant({ year, month, day }, timeZone)) / HOUR_MS

const localText = (instant: number, timeZone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(instant)

describe('a day in a zone', () => {
  test.each([
    [2026, 3, 29, 'Europe/Zurich', 23],
    [2026, 10, 25, 'Europe/Zurich', 25],
    [2026, 3, 8, 'America/New_York', 23],
    [2026, 11, 1, 'America/New_York', 25],
    [2026, 2, 26, 'Europe/Zurich', 24],
    [2022, 3, 22, 'Asia/Tehran', 23],
    [2026, 4, 5, 'Australia/Lord_Howe', 24.5],
    [2011, 12, 30, 'Pacific/Apia', 0],
  ])('%i-%i-%i in %s has %d hours', (year, month, day, timeZone, hours) => {
    expect(hoursOf(year, month, day, timeZone)).toBe(hours)
  })

  test('starts when the clock jumps, where it skips midnight', () => {
    expect(localText(zonedInstant({ year: 2022, month: 3, day: 22 }, 'Asia/Tehran'), 'Asia/Tehran')).toBe('2022-03-22 01:00:00')
  })

  test('starts at the first of two midnights', () => {
    const start = zonedInstant({ year: 2026, month: 11, day: 1 }, 'America/Havana')
    expect(localText(start, 'America/Havana')).toBe('2026-11-01 00:00:00')
    expect(localText(start + HOUR_MS, 'America/Havana')).toBe('2026-11-01 00:00:00')
  })

  test('is the same day for the reader of a clock, in old offsets too', () => {
    const zones = ['Europe/London', 'Europe/Lisbon', 'Africa/Monrovia', 'Asia/Tehran', 'America/St_Johns', 'Europe/Zurich']
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1700-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        fc.constantFrom(...zones),
        (date, timeZone) => {
          const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
          const noon = zonedInstant({ year, month, day, hour: 12 }, timeZone)
          expect(localText(noon, timeZone)).toBe(`${date.toISOString().slice(0, 10)} 12:00:00`)
        },
      ),
    )
  })
})

test('names of zones are known or refused, never thrown at', () => {
  expect(['Europe/Zurich', 'UTC', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5'].map(isTimeZone)).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect(['Zurich', '', '+02:00', '__proto__', 'constructor', 'Europe/Zürich', 'x'.repeat(1e5)].some(isTimeZone)).toBe(false)
})

test('years 0 to 99 are not those of the twentieth century', () => {
  expect(new Date(utcInstant({ year: 44, month: 3, day: 15 })).getUTCFullYear()).toBe(44)
})
