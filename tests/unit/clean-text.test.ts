import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText, hasHiddenCharacters } from '../../src/core/clean-text'

describe('a text of the file', () => {
  test('loses bidi controls and tags, which change how it reads', () => {
    expect(cleanText('access\u202e\u2066// only admin\u2069\u2066')).toBe('access// only admin')
    expect(cleanText('flag\u{e0067}\u{e007f}')).toBe('flag')
    expect(cleanText('a\u0000b\u0085c\ufeff')).toBe('abc')
  })

  test('keeps the joiners and marks that Persian and Hebrew need', () => {
    const persian = 'گفت\u200cوگو\u200dها \u200f\u200e'
    expect(cleanText(persian)).toBe(persian.trim())
    expect(hasHiddenCharacters(persian)).toBe(false)
  })

  test('keeps line breaks and emoji, and mends half characters', () => {
    expect(cleanText('one\ntwo 👩‍🚀')).toBe('one\ntwo 👩‍🚀')
    expect(cleanText('a\ud800b')).toBe('a\ufffdb')
    expect(hasHiddenCharacters('a\ud800b')).toBe(true)
  })

  test('is trimmed, in one form, and stacks at most four marks', () => {
    expect(cleanText('  Gene\u0300ve ')).toBe('Genève')
    expect(cleanText(`z${'\u0335'.repeat(40)}`)).toBe(`z${'\u0335'.repeat(4)}`)
  })

  test('is clean once it was cleaned', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        const clean = cleanText(text)
        expect(cleanText(clean)).toBe(clean)
        expect(hasHiddenCharacters(clean)).toBe(false)
      }),
    )
  })

  test('of 100,000 characters is cleaned before the test times out, which a quadratic way would not', () => {
    for (const char of ['a', '\u202e', '\u0301', '\ud800', ' '])
      expect(cleanText(char.repeat(100_000)).length).toBeLessThanOrEqual(100_000)
  })
})
