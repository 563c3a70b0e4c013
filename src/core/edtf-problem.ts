import { type Problem, quoted } from './issue'

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days of a month (from 1) of the proleptic Gregorian calendar. */
export const daysOf = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 31))

const problem = (code: string, message: string, fix: string): Problem => ({ code, message, fix })

/** As written, shortened, safe to print. */
const plain = (text: string): string => quoted(text).slice(1, -1)

const LEVEL_2 = /^[?~%]|[?~%].*-|^-?\d{4}-(2[5-9]|3\d|4[01])$|^-?[\dX]{4}(-[\dX]{2}){0,2}$|E\d|S\d/

/** Says why `text`, one side of an interval or a whole time, is not EDTF that can be read. */
export function explainSyntax(text: string): Problem {
  const [, year, month, day, rest] = /^(-?\d{4})-(\d\d)(?:-(\d\d))?(.*)$/.exec(text) ?? []
  if (year !== undefined && month !== undefined && !/^[?~%]?-/.test(rest ?? '')) {
    const season = day === undefined && Number(month) > 20 && Number(month) < 42
    if (!season && (Number(month) < 1 || Number(month) > 12)) {
      return problem('edtf-month', `month ${month} does not exist (${plain(text)})`, 'use 01 to 12')
    }
    if (day !== undefined) {
      const days = daysOf(Number(year), Number(month))
      if (Number(day) < 1 || Number(day) > days) {
        return problem('edtf-day', `day ${day} does not exist in that month (${plain(text)})`, `use 01 to ${days}`)
      }
    }
  }
  if (/T\d\d:?\d\d/.test(text)) {
    return problem('edtf-time', `${quoted(text)} is not a time of day with its zone`, 'write it like 2026-02-26T09:00+02:00')
  }
  if (LEVEL_2.test(text)) {
    return problem(
      'edtf-level',
      `${quoted(text)} is EDTF of level 2, which is not read`,
      'use level 1: 2026-XX, 202X, 2026-02~, 2026-21, Y20000',
    )
  }
  return problem(
    'edtf-syntax',
    `${quoted(text)} is not a date in EDTF`,
    'write it like 2026-02-26, 2026-02, 2026, or A/B for an interval',
  )
}

/** Problems of the whole text, by what is wrong with it. */
export const EDTF_PROBLEMS = {
  long: (text: string) => problem('edtf-syntax', `a time of ${text.length} characters is not EDTF`, 'write it like 2026-02-26'),
  set: (text: string) => problem('edtf-set', `sets are not read (${quoted(text)})`, 'use an interval A/B and "occurs": "within"'),
  slashes: (text: string) =>
    problem('edtf-syntax', `an interval has two ends (${quoted(text)})`, 'write it like 2026-02-26/2026-02-28'),
  empty: (text: string) =>
    problem('edtf-empty', `${quoted(text)} says nothing about time`, 'give one end, or leave the field out'),
  order: (text: string) => problem('edtf-order', `the end lies before the start (${plain(text)})`, 'swap the two ends'),
  range: (text: string) =>
    problem('edtf-range', `${quoted(text)} is too far away to be drawn`, 'use years from Y-270000 to Y270000'),
  qualifier: (text: string) =>
    problem(
      'edtf-qualifier',
      `EDTF puts no ?, ~ or % on a time of day (${plain(text)})`,
      'leave it out and add "approximate": true',
    ),
}
