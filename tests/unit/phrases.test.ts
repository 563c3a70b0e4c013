import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Phrases } from '../../src/core/phrases'

const found = (phrases: readonly string[], text: string) => new Phrases(phrases).matches(text).map(({ phrase }) => phrase)

test.each([
  ['whole words only', ['Oman', 'Rome'], 'Women in Rome', ['Rome']],
  [
    'whatever the capitals and the signs between',
    ['26 February', 'St Kitts'],
    'On ST. KITTS, 26 february',
    ['St Kitts', '26 February'],
  ],
  ['an ISO date', ['2026-02-26'], 'On 2026-02-26.', ['2026-02-26']],
  ['overlapping ones', ['Souda', 'Souda Bay', 'Bay'], 'In Souda Bay', ['Souda', 'Souda Bay', 'Bay']],
  ['letters of any script', ['ژنو'], 'در ژنو بود', ['ژنو']],
  ['nothing for a phrase without words', ['…', ''], 'a … b', []],
])('finds %s', (_, phrases, text, expected) => expect(found(phrases, text)).toEqual(expected))

test('a gap takes the place of the longest', () =>
  expect(new Phrases(['Souda', 'Souda Bay', 'Geneva']).without('From Geneva to Souda Bay, Crete', '…')).toBe(
    'From … to …, Crete',
  ))

test('what was taken out is not found any more, and the rest stays', () => {
  const word = fc.constantFrom('a', 'b', 'c', 'd')
  const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(
      fc.array(phrase),
      fc.array(word).map((words) => words.join(' ')),
      (phrases, text) => {
        const left = new Phrases(phrases).without(text, '/')
        for (const phrase of phrases)
          expect(`/${left}/`.split(/[\s]*\/[\s]*/).some((part) => new Phrases([phrase]).isIn(part))).toBe(false)
        if (phrases.length === 0) expect(left).toBe(text)
      },
    ),
  )
})
