import { memoLast } from './memo'
import { quizWords } from './words/quiz-words'

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** Names that `Intl` gives a field of a date in English and in a language, the longest first: "Sept" must not hide in "September". */
function namesOf(language: string, form: Intl.DateTimeFormatOptions, days: readonly number[]): string {
  const names = ['en-GB', 'en-US', language].flatMap((locale) => {
    const format = new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC' })
    return days.map((day) => format.format(day).replace(/\.$/, ''))
  })
  const all = [...new Set(names)].filter((name) => /\p{L}/u.test(name)).sort((a, b) => b.length - a.length)
  return `(?:${all.map(escaped).join('|')})`
}

const MONTHS = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 15))
/** From Sunday on. */
const DAYS = Array.from({ length: 7 }, (_, day) => Date.UTC(2026, 0, 4 + day))

/** Dates as texts of a language write them. A month alone counts after a preposition only: “may” and “march” are verbs too. */
const datePattern = memoLast((language: string): RegExp => {
  const month = `(?:${namesOf(language, { month: 'long' }, MONTHS)}|${namesOf(language, { month: 'short' }, MONTHS)}\\.?)`
  const weekday = namesOf(language, { weekday: 'long' }, DAYS)
  const shortDay = namesOf(language, { weekday: 'short' }, DAYS)
  const day = '\\d{1,2}(?:st|nd|rd|th|\\.)?'
  // "6 and 17", "14–15", "17, 18 or 20": one date in several parts, so one gap.
  const days = `${day}(?:(?:\\s*[,/–-]\\s*|,?\\s+\\p{L}{1,3}\\s+)${day}(?![\\p{L}\\p{N}:]))*`
  const lead = `(?:(?:${weekday}|${shortDay}\\.?),?\\s+(?:the\\s+)?)?`
  const forms = [
    '\\d{4}-\\d{2}(?:-\\d{2})?',
    `${lead}${days}\\s+(?:of\\s+)?${month}(?:,?\\s+\\d{4})?`,
    `${lead}${month}\\s+${days}(?:,\\s*\\d{4})?`,
    `${month}\\s+\\d{4}`,
    `(?<=(?:^|[^\\p{L}])(?:in|of|since|from|by|until|early|late|mid|through)[\\s-])${month}`,
    weekday,
  ]
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
})

/** Gaps with nothing but a comma or a dash between them are one. */
export const mergeGaps = (text: string): string =>
  text.replace(new RegExp(`${quizWords.gap}(?:\\s*[,–-]?\\s*${quizWords.gap})+`, 'gu'), quizWords.gap)

/** A text with a gap for every date in it, whichever event it is of. */
export const withoutDates = (text: string, language: string): string =>
  mergeGaps(text.replace(datePattern(language), quizWords.gap))
