import { describe, expect, test } from 'vitest'
import { english, wordsFor } from '../../src/core/words/words'

const locales = (languages: readonly string[], lang: string | null = null) => {
  const { locale, dateLang, dateDir } = wordsFor(languages, lang)
  return [locale, dateLang, dateDir]
}
const NOON = Date.parse('2026-02-26T12:00Z')
const alone = (...languages: string[]): string =>
  new Intl.DateTimeFormat(wordsFor(languages, null).dateLocale, { dateStyle: 'long', timeZone: 'UTC' }).format(NOON)

describe('dates in sentences', () => {
  test('they are written as the reader’s region writes English', () => {
    expect(locales(['en-US', 'en'])[0]).toBe('en-US')
    expect(locales(['de-DE', 'en-AU'])[0]).toBe('en-AU')
  })

  test('a reader of another language, or of English from nowhere, reads them as in Britain', () => {
    expect(locales(['de-DE'])[0]).toBe('en-GB')
    expect(locales(['en'])).toEqual(['en-GB', 'en-GB', 'ltr'])
    expect(locales([])).toEqual(['en-GB', 'en-GB', 'ltr'])
  })

  test('the address goes before the browser', () => {
    expect(locales(['de-DE', 'en-US'], 'en-GB')).toEqual(['en-GB', 'en-GB', 'ltr'])
    expect(locales(['en-US'], 'fa')).toEqual(['en-US', 'fa', 'rtl'])
  })

  test('what is no language is left out', () => {
    expect(locales(['', '*', 'not a tag', 'en-US'])).toEqual(['en-US', 'en-US', 'ltr'])
  })
})

describe('dates alone', () => {
  test('they are written in the reader’s first language', () => {
    expect(alone('de-DE', 'en-US')).toBe('26. Februar 2026')
    expect(alone('en-US')).toBe('February 26, 2026')
  })

  test('calendar and digits are those of the page’s own texts', () => {
    expect(alone('fa-IR')).toBe('26 فوریهٔ 2026')
    expect(alone('ar-EG')).toMatch(/26 .* 2026/)
    expect(alone('th')).toMatch(/26 .* 2026/)
  })

  test('their direction goes with their script', () => {
    const directions = ['fa', 'ar-EG', 'he', 'ur', 'az-Arab', 'uz', 'pa', 'de'].map((tag) => locales([tag])[2])
    expect(directions).toEqual(['rtl', 'rtl', 'rtl', 'rtl', 'rtl', 'ltr', 'ltr', 'ltr'])
  })
})

test('the words are the same for all readers so far', () => {
  expect(wordsFor(['de'], null).timeline).toBe(english.timeline)
})
