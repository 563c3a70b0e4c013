import { describe, expect, test } from 'vitest'
import { formatterOf } from '../../src/core/format'
import { english } from '../../src/core/words/words'
import { anEvent, aStory } from '../support/a-story'

const DAY = 86_400_000
const base = aStory({ asOf: '2026-02-26', events: [anEvent({ id: 'e', when: '2026-02-26' })] })
const format = formatterOf(base, english)

/** The words for the only event of a story, whose `when` is given. */
function words(fields: { when?: string; occurs?: 'within'; approximate?: boolean }): string {
  const story = aStory({ asOf: '2026-02-26', events: [anEvent({ id: 'e', ...fields })] })
  return formatterOf(story, english).when(story.events.at(0).when)
}

describe('a time in words says its doubt', () => {
  test.each([
    [{ when: '2026-02-26' }, 'Thu, 26 Feb 2026'],
    [{ when: '2026-02-26?' }, 'Thu, 26 Feb 2026, date uncertain'],
    [{ when: '2026-02~' }, 'about February 2026'],
    [{ when: '2026' }, '2026'],
    [{ when: '2026-02-26T09:00:00+01:00', approximate: true }, 'Thu, 26 Feb 2026, about 09:00'],
    [{ when: '/2026-02-26' }, 'by Thu, 26 Feb 2026; since when is not said'],
    [{ when: '2026-02-21/..' }, 'from Sat, 21 Feb 2026 and going on'],
    [{ when: '2026-02-21/' }, 'from Sat, 21 Feb 2026; end not reported'],
    [{}, 'No date given'],
  ])('%o is “%s”', (fields, text) => {
    expect(words(fields)).toBe(text)
  })
  test('within a span it happened once', () => {
    expect(words({ when: '2026-03-02/2026-03-08', occurs: 'within' })).toMatch(/^some time in Mon, 2.*Sun, 8 Mar 2026$/)
  })
  test('a range is written once', () => {
    expect(words({ when: '2025-06-13/2025-06-24' })).toMatch(/^Fri, 13.*Tue, 24 Jun.* 2025$/)
  })
})

test('a short date names the year only where it is not the story’s', () => {
  const story = aStory({
    asOf: '2026-02-26',
    events: [anEvent({ id: 'a', when: '2015-07-14' }), anEvent({ id: 'b', when: '2026-02-26' })],
  })
  const short = [...story.events].map((event) => formatterOf(story, english).whenShort(event.when))
  expect(short).toEqual(['14 Jul 2015', '26 Feb'])
})

test('a duration is in the largest unit that says enough', () => {
  expect([5, 90, 16 * 60, 60 * 24 * 3].map((minutes) => format.duration(minutes * 60_000))).toEqual([
    '5 minutes',
    '1.5 hours',
    '16 hours',
    '3 days',
  ])
  expect(format.duration(DAY)).toBe('24 hours')
})
