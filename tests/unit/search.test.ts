import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StoryFile } from '../../src/core/schema'
import { fold, matchesSearch } from '../../src/core/search'
import { anEvent, aStory } from '../support/a-story'

function found(fields: Partial<StoryFile>, query: string): boolean {
  const story = aStory(fields)
  return [...story.events].some((event) => matchesSearch(story, event, query))
}

describe('fold', () => {
  test.each([
    ['São Tomé', 'sao tome'],
    ['STRASSE', 'strasse'],
    ['Straße', 'strasse'],
    ['Łódź', 'lodz'],
    ['Diyarbakır', 'diyarbakir'],
    ['DİYARBAKIR', 'diyarbakir'],
    ['U.S.–Iran', 'us iran'],
    ['Oman’s', 'omans'],
    ['عراقچي', 'عراقچی'],
    ['كيش', 'کیش'],
    ['می‌رود', 'میرود'],
    ['۱۴۰۴', '1404'],
    ['ﬁnal', 'final'],
  ])('%s is read as %s', (text, folded) => expect(fold(text)).toBe(folded))

  test('is idempotent', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)))
  })

  test('reads plain text the same whatever stands beside it', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => fold(`${text} ß`) === `${fold(text)} ss`.trim()))
  })

  test('takes a very long text, too', () => {
    expect(fold("a'́-".repeat(25_000))).not.toContain('́')
  })
})

describe('matchesSearch', () => {
  const talks = anEvent({ id: 'talks', title: 'Third round', text: 'Indirect talks were discussed at length.' })

  test('finds every word in any order', () => expect(found({ events: [talks] }, 'talks indirect')).toBe(true))
  test('needs every word', () => expect(found({ events: [talks] }, 'talks direct missiles')).toBe(false))
  test('an empty query finds all', () => expect(found({ events: [talks] }, '  ')).toBe(true))
  test('a word of two letters must begin a word', () => expect(found({ events: [talks] }, 'us')).toBe(false))
  test('of two queries in turn each finds its own', () => {
    const story = aStory({ events: [talks] })
    const [event] = story.events
    if (!event) throw new Error('no event')
    expect(['third', 'fourth', 'third'].map((query) => matchesSearch(story, event, query))).toEqual([true, false, true])
  })
  test('characters that mean something to a pattern mean nothing here', () =>
    expect(found({ events: [talks] }, '(.*')).toBe(true))

  test.each(['Araghchi', 'aragchi', 'ARAQCHI', 'عراقچی'])('knows the name %s by another spelling', (query) => {
    const people = [{ id: 'a', name: 'Abbas Araghchi', alternateNames: ['Abbas Aragchi', 'Araqchi', 'عراقچي'] }]
    expect(found({ people, events: [anEvent({ id: 'e', people: ['a'] })] }, query)).toBe(true)
  })

  test.each(['genf', 'significant progress', 'albusaidi', 'rte', 'reuters', 'oman', 'next week'])(
    'finds %s in what belongs to it',
    (query) => {
      const file: Partial<StoryFile> = {
        places: [{ id: 'geneva', name: 'Geneva', alternateNames: ['Genf'] }],
        people: [{ id: 'b', name: 'Badr al-Busaidi', alternateNames: ['Albusaidi'] }],
        sources: [{ id: 'rte', publisher: 'RTÉ', agency: 'Reuters' }],
        events: [
          anEvent({
            id: 'e',
            where: { place: 'geneva' },
            parties: ['oman'],
            sources: [{ source: 'rte', quote: 'next week in Vienna' }],
            claims: [{ by: { person: 'b' }, text: 'Significant progress' }],
          }),
        ],
      }
      expect(found(file, query)).toBe(true)
    },
  )

  test('never throws, whatever is typed', () => {
    const story = aStory({ events: [talks] })
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        for (const event of story.events) expect(typeof matchesSearch(story, event, query)).toBe('boolean')
      }),
    )
  })
})
