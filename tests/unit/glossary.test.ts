import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { termParts } from '../../src/core/glossary'
import type { Term } from '../../src/core/story-types'
import type { Text } from '../../src/core/types'

const text = (value: string, lang = 'en'): Text => ({ value, lang, dir: 'ltr' })
const term = (name: string, lang = 'en'): Term => ({
  term: text(name, lang),
  text: text(`What ${name} means`, lang),
  sources: [],
})
const glossary = [term('Enrichment'), term('Technical talks'), term('Talks'), term('IAEA'), term('US'), term('Knot')]

/** The words that are found, each with the term it stands for. */
const found = (value: string, lang = 'en', terms = glossary) =>
  termParts(terms, text(value, lang)).flatMap(({ text: word, term: of }) => (of ? [`${word} = ${of.term.value}`] : []))

describe('terms in texts', () => {
  test('a term is found as a whole word, however it is capitalised', () => {
    expect(found('ENRICHMENT? No enrichment.')).toEqual(['ENRICHMENT = Enrichment'])
    expect(found('Reenrichment, enrichments’')).toEqual(['enrichments = Enrichment'])
    expect(found('enrichmentlike')).toEqual([])
  })

  test('a term may hold a hyphen and other signs', () => {
    const signs = [term('Dual-use'), term('E3/EU+3')]
    expect(found('Dual-use goods and the E3/EU+3', 'en', signs)).toEqual(['Dual-use = Dual-use', 'E3/EU+3 = E3/EU+3'])
  })

  test('only its first occurrence in a text counts', () => {
    expect(found('Enrichment, then enrichment')).toEqual(['Enrichment = Enrichment'])
  })

  test('the longest term wins where several begin', () => {
    expect(found('Technical talks, and talks')).toEqual(['Technical talks = Technical talks', 'talks = Talks'])
  })

  test('an acronym is found only as it is written', () => {
    expect(found('The IAEA told us')).toEqual(['IAEA = IAEA'])
    expect(found('US envoys, the iaea')).toEqual(['US = US'])
  })

  test('the plain plural of an English term is found too', () => {
    expect(found('30 knots')).toEqual(['knots = Knot'])
    expect(found('30 knots', 'de', [term('Knot', 'de')])).toEqual([])
  })

  test('a text in another language than the term has no terms', () => {
    expect(found('Enrichment', 'fr')).toEqual([])
    expect(found('غنی‌سازی اورانیوم', 'fa', [term('غنی‌سازی', 'fa')])).toEqual(['غنی‌سازی = غنی‌سازی'])
  })

  test('signs in a term are signs, not a pattern', () => {
    expect(found('E3/EU+3 and a.b', 'en', [term('E3/EU+3'), term('a.b'), term('axb')])).toEqual([
      'E3/EU+3 = E3/EU+3',
      'a.b = a.b',
    ])
  })

  test('a letter with an accent typed as two signs is no end of a word', () => {
    expect(found('Talkse\u0301')).toEqual([])
  })
})

const WORDS = ['talks', 'technical', 'US', 'us', 'IAEA', 'knots', 'knot', ' ', ' ', ', ', '-', 'é', '\n', '.', '(', '🙂']
const sentence = fc.oneof(
  fc.array(fc.constantFrom(...WORDS), { maxLength: 30 }).map((words) => words.join('')),
  fc.string({ unit: 'binary' }),
)
const names = fc.array(
  fc.oneof(fc.constantFrom('Talks', 'US', 'Technical talks', 'e\u0301', 'K', ' '), fc.string({ unit: 'binary' })),
)

test('the parts in their order are the text, each term once at most, no term part empty', () => {
  fc.assert(
    fc.property(sentence, names, (value, terms) => {
      const parts = termParts(
        terms.map((name) => term(name)),
        text(value),
      )
      expect(parts.map((part) => part.text).join('')).toBe(value)
      const used = parts.flatMap((part) => (part.term ? [part.term] : []))
      expect(new Set(used).size).toBe(used.length)
      expect(parts.filter((part) => part.term && part.text === '')).toEqual([])
    }),
  )
})
