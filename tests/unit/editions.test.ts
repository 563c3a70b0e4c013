import { expect, test } from 'vitest'
import { type Edition, editionProblems, olderEditions, pinnedAddress } from '../../src/build/editions'
import { aStory } from '../support/a-story'

const edition = (name: string, number: number | null, text = name, id = 'talks'): Edition => ({
  name,
  bytes: new TextEncoder().encode(text),
  story: aStory({ id, ...(number === null ? {} : { edition: { number } }) }),
})

const current = edition('data/talks.json', 2, 'second')
const first = edition('data/editions/1.json', 1, 'first')

test('a pinned page is named after its edition and the first of its file’s SHA-256', () => {
  expect(pinnedAddress(edition('a.json', 3, 'abc'))).toBe('./pinned/3-ba7816bf.html')
  expect(pinnedAddress(edition('a.json', null))).toBeNull()
})

test('an earlier edition that is kept has its own page beside the current one', () => {
  expect(editionProblems(current, [first])).toEqual([])
  expect(olderEditions(current, [first])).toEqual([first])
})

test('the current edition may be kept too, and then has one page', () => {
  const kept = edition('data/editions/2.json', 2, 'second')
  expect(editionProblems(current, [first, kept])).toEqual([])
  expect(olderEditions(current, [first, kept])).toEqual([first])
})

test.each([
  ['the current one under its number', edition('data/editions/2.json', 2, 'other'), 'are both edition 2, but differ'],
  ['another kept one under its number', edition('data/editions/one.json', 1, 'other'), 'are both edition 1, but differ'],
  ['no number', edition('data/editions/x.json', null), 'names no edition'],
  ['another story', edition('data/editions/x.json', 3, 'x', 'other-talks'), 'is of another story (other-talks)'],
])('a kept edition that contradicts stops the build: %s', (_what, wrong, reason) => {
  expect(editionProblems(current, [first, wrong])).toEqual([expect.stringContaining(reason)])
})
