import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { edtfProblem, parseWhen } from '../../src/core/edtf'
import { isProblem } from '../../src/core/issue'
import type { Precision, When } from '../../src/core/types'

const ZONES = ['UTC', 'Europe/Zurich', 'Asia/Tehran', 'America/New_York', 'Pacific/Kiritimati', 'America/St_Johns']

function whenOf(text: string, timeZone = 'UTC'): When {
  const result = parseWhen(text, { timeZone })
  if (isProblem(result)) throw new Error(`${text}: ${result.message}`)
  return result
}

const isoExtent = (text: string, timeZone = 'UTC') =>
  whenOf(text, timeZone).extent.map((instant) => (Number.isFinite(instant) ? new Date(instant).toISOString() : instant))

const codeOf = (text: string) => edtfProblem(text)?.code ?? null

const pad = (value: number, length = 2) => String(value).padStart(length, '0')

/** Calendar fields of an instant by `Intl`, which `parseWhen` does not use. */
function fieldsOf(instant: number, timeZone: string): { year: number; month: number; day: number } {
  const format = new Intl.DateTimeFormat('en-US-u-ca-gregory', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' })
  const parts = Object.fromEntries(format.formatToParts(instant).map((part) => [part.type, Number(part.value)]))
  return { year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0 }
}

function sideText(instant: number, precision: Precision, timeZone: string): string {
  const { year, month, day } = fieldsOf(instant, timeZone)
  const yearText = pad(year, 4)
  const seasonYear = month <= 2 ? year - 1 : year
  const texts: Record<Precision, string> = {
    instant: new Date(instant).toISOString(),
    day: `${yearText}-${pad(month)}-${pad(day)}`,
    month: `${yearText}-${pad(month)}`,
    season: `${pad(seasonYear, 4)}-${month <= 2 || month === 12 ? 24 : 20 + Math.floor(month / 3)}`,
    year: yearText,
    decade: `${yearText.slice(0, 3)}X`,
    century: `${yearText.slice(0, 2)}XX`,
  }
  return texts[precision]
}

/** EDTF again, from what a view knows. */
function textOf(when: When): string {
  const text = (edge: When['start'], instant: number, precision: Precision) =>
    edge === 'known' ? sideText(instant, precision, when.timeZone) : edge === 'open' ? '..' : ''
  const start = text(when.start, when.extent[0], when.startPrecision)
  return when.interval ? `${start}/${text(when.end, when.extent[1], when.endPrecision)}` : start + when.qualifier
}

const year = fc.integer({ min: 1200, max: 9998 })
const month = fc.integer({ min: 1, max: 12 })
const day = fc
  .date({ min: new Date('1200-01-01'), max: new Date('9998-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const instant = fc
  .date({ min: new Date('1200-01-01'), max: new Date('9998-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString())
const side = fc.oneof(
  day,
  instant,
  fc.tuple(year, month).map(([y, m]) => `${y}-${pad(m)}`),
  fc.tuple(year, fc.integer({ min: 21, max: 24 })).map(([y, season]) => `${y}-${season}`),
  year.map(String),
  year.map((y) => `${String(y).slice(0, 3)}X`),
  year.map((y) => `${String(y).slice(0, 2)}XX`),
)
const single = fc
  .tuple(side, fc.constantFrom('', '?', '~', '%'))
  .map(([text, qualifier]) => (text.includes('T') ? text : text + qualifier))
const interval = fc
  .tuple(fc.oneof(side, fc.constantFrom('', '..')), fc.oneof(side, fc.constantFrom('', '..')))
  .map(([start, end]) => `${start}/${end}`)
  .filter((text) => edtfProblem(text) === null)

describe('a time of an event', () => {
  test('reads EDTF into a time that writes the same EDTF again', () => {
    fc.assert(
      fc.property(fc.oneof(single, interval), fc.constantFrom(...ZONES), (text, timeZone) => {
        // An end with an offset and one without may lie in either order, until the zone is known: then they are put right.
        const sides = text.split('/').filter((side) => side !== '' && side !== '..')
        const [start, end] = sides.map((side) => whenOf(side, timeZone).extent)
        fc.pre(!start || !end || start[0] <= end[1])
        expect(textOf(whenOf(text, timeZone))).toBe(text)
      }),
      { numRuns: 500 },
    )
  })

  test('keeps the text as it was written', () => {
    expect(whenOf('2026-02-26/..').edtf).toBe('2026-02-26/..')
  })

  test('never ends before it starts, and never throws, whatever the text', () => {
    const near = fc.string({ unit: fc.constantFrom(...'0123456789-/.TXYZ?~%:+[]{}'), maxLength: 30 })
    fc.assert(
      fc.property(fc.oneof(near, fc.string(), interval), fc.constantFrom(...ZONES), (text, timeZone) => {
        const result = parseWhen(text, { timeZone })
        if (isProblem(result)) expect(edtfProblem(text)?.code).toBe(result.code)
        else expect(result.extent[0]).toBeLessThanOrEqual(result.extent[1])
      }),
      { numRuns: 2000 },
    )
  })

  test('refuses a very long text without going through it again and again', () => {
    for (const char of ['1', '-', 'X', '2026-', '/', 'T']) expect(codeOf(char.repeat(100_000))).not.toBeNull()
  })

  test('counts a day from midnight to midnight in its zone', () => {
    expect(isoExtent('2026-02-26', 'Europe/Zurich')).toEqual(['2026-02-25T23:00:00.000Z', '2026-02-26T22:59:59.999Z'])
    expect(isoExtent('2026-02-26', 'Asia/Tehran')).toEqual(['2026-02-25T20:30:00.000Z', '2026-02-26T20:29:59.999Z'])
  })

  test('takes the offset of a time of day before the zone, and the zone where it has none', () => {
    expect(isoExtent('2026-02-26T09:00+02:00', 'Asia/Tehran')).toEqual(['2026-02-26T07:00:00.000Z', '2026-02-26T07:00:00.000Z'])
    expect(isoExtent('2026-02-26T09:00', 'Asia/Tehran')).toEqual(['2026-02-26T05:30:00.000Z', '2026-02-26T05:30:00.000Z'])
    expect(isoExtent('2025-09-27T20:00:00-04:00')[0]).toBe('2025-09-28T00:00:00.000Z')
    expect(isoExtent('2026-02-26T09:00:00.5Z')[0]).toBe('2026-02-26T09:00:00.500Z')
  })

  test('knows an open end from an unknown one', () => {
    expect(whenOf('2026-02-26/..')).toMatchObject({ end: 'open', extent: [Date.UTC(2026, 1, 26), Number.POSITIVE_INFINITY] })
    expect(whenOf('/2026-02-26')).toMatchObject({ start: 'unknown', end: 'known', interval: true })
    expect(isoExtent('/2026-02-26')).toEqual(['2026-02-26T00:00:00.000Z', '2026-02-26T23:59:59.999Z'])
    expect(isoExtent('../2026-02-26')[0]).toBe(Number.NEGATIVE_INFINITY)
  })

  test('reads an interval of times of day, which EDTF does not know', () => {
    expect(isoExtent('2026-02-26T10:00+01:00/..')).toEqual(['2026-02-26T09:00:00.000Z', Number.POSITIVE_INFINITY])
    expect(whenOf('2026-02-26T10:00+01:00/2026-02-26T13:00+01:00')).toMatchObject({ startPrecision: 'instant', interval: true })
  })

  test.each([
    ['2026-02-26', 'day'],
    ['2026-02-26T09:00Z', 'instant'],
    ['2026-02', 'month'],
    ['2026-02-XX', 'month'],
    ['2026-21', 'season'],
    ['2026', 'year'],
    ['2026-XX', 'year'],
    ['2026-XX-XX', 'year'],
    ['Y17000', 'year'],
    ['202X', 'decade'],
    ['20XX', 'century'],
  ] as const)('takes %s for a %s', (text, precision) => {
    expect(whenOf(text).startPrecision).toBe(precision)
  })

  test('lets seasons be three months from March on', () => {
    expect(isoExtent('2026-21')).toEqual(['2026-03-01T00:00:00.000Z', '2026-05-31T23:59:59.999Z'])
    expect(isoExtent('2026-24')).toEqual(['2026-12-01T00:00:00.000Z', '2027-02-28T23:59:59.999Z'])
  })

  test('reads years far off and before our era', () => {
    expect(isoExtent('Y20000')[0]).toBe('+020000-01-01T00:00:00.000Z')
    expect(isoExtent('-0044-03-15')[0]).toBe('-000044-03-15T00:00:00.000Z')
    expect(isoExtent('-19XX')).toEqual(['-001999-01-01T00:00:00.000Z', '-001900-12-31T23:59:59.999Z'])
    expect(isoExtent('0050')[0]).toBe('0050-01-01T00:00:00.000Z')
  })

  test('says that an event lies within the time where digits are left open', () => {
    expect(whenOf('2026-XX').occurs).toBe('within')
    expect(whenOf('2026').occurs).toBe('throughout')
    expect(parseWhen('2026', { timeZone: 'UTC', occurs: 'within' })).toMatchObject({ occurs: 'within' })
  })

  test('adds up the doubt of both ends', () => {
    expect(whenOf('2026~/2027?').qualifier).toBe('%')
    expect(whenOf('2026-24?').qualifier).toBe('?')
  })

  test('does not call two ends reversed that are in order in some zone', () => {
    expect(codeOf('2026-02-26T23:00-05:00/2026-02-26')).toBeNull()
    expect(whenOf('2026-02-26T23:00-05:00/2026-02-26').extent[0]).toBeLessThan(
      whenOf('2026-02-26T23:00-05:00/2026-02-26').extent[1],
    )
    expect(codeOf('2026-02-28T23:00-05:00/2026-02-26')).toBe('edtf-order')
  })

  test.each([
    ['2026-13-45', 'edtf-month', 'month 13 does not exist (2026-13-45)', 'use 01 to 12'],
    ['2026-00', 'edtf-month', 'month 00 does not exist (2026-00)', 'use 01 to 12'],
    ['2026-02-29', 'edtf-day', 'day 29 does not exist in that month (2026-02-29)', 'use 01 to 28'],
    ['1900-02-29', 'edtf-day', 'day 29 does not exist in that month (1900-02-29)', 'use 01 to 28'],
    ['2026-02-28/2026-02-26', 'edtf-order', 'the end lies before the start (2026-02-28/2026-02-26)', 'swap the two ends'],
  ])('says what is wrong with %s', (text, code, message, fix) => {
    expect(edtfProblem(text)).toEqual({ code, message, fix })
  })

  test.each([
    ['2026-02-26T24:00', 'edtf-time'],
    ['2026-02-26T09:61', 'edtf-time'],
    ['2026-02-26T09:00~', 'edtf-qualifier'],
    ['[2026-03-02..2026-03-08]', 'edtf-set'],
    ['2026/2027/2028', 'edtf-syntax'],
    ['26 February 2026', 'edtf-syntax'],
    ['2026-2-3', 'edtf-syntax'],
    ['20', 'edtf-syntax'],
    ['../..', 'edtf-empty'],
    ['/', 'edtf-empty'],
    ['', 'edtf-empty'],
    ['2026~-02', 'edtf-level'],
    ['2026-25', 'edtf-level'],
    ['156X-12-25', 'edtf-level'],
    ['Y-300000', 'edtf-range'],
    ['2024-02-29', null],
    ['2000-02-29', null],
  ])('gives %s the code %s', (text, code) => {
    expect(codeOf(text)).toBe(code)
  })
})
