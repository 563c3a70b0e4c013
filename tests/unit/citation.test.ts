import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bibtexEntry, latexAddress, latexText } from '../../src/core/bibtex'
import { calendarDay, dayOfWhen, isoDay } from '../../src/core/calendar-day'
import { type Access, citationsOf, creditLine, editionText } from '../../src/core/citation'
import { headline } from '../../src/core/headline'
import type { StoryFile } from '../../src/core/schema'
import { anEvent, aStory } from '../support/a-story'
import { ourStory } from '../support/an-export'

const ADDRESS = 'https://parley.example/us-iran/?e=geneva-round-3&w=2026-02-12_2026-03-09&s=100%25'
const ACCESS: Access = { address: ADDRESS, accessed: { year: 2026, month: 11, day: 23 } }
const NOWHERE: Access = { address: null, accessed: { year: 2026, month: 11, day: 23 } }

const bare = (fields: Partial<StoryFile> = {}) => aStory({ events: [anEvent({ id: 'talks' })], ...fields })
const texts = (story = ourStory(), access = ACCESS) =>
  Object.fromEntries(Object.entries(citationsOf(story, access)).map(([style, { text }]) => [style, text]))

describe('our story', () => {
  test('in APA, Chicago, MLA and BibTeX', () => {
    expect(texts()).toEqual({
      apa: `Parley. (2026, November 22). Three rounds of talks, two carriers, no deal yet (Edition 1) [Interactive timeline and map]. Retrieved November 23, 2026, from ${ADDRESS}`,
      chicagoNote: `“Three Rounds of Talks, Two Carriers, No Deal Yet,” Parley, edition 1, November 22, 2026, accessed November 23, 2026, ${ADDRESS}.`,
      chicagoBibliography: `Parley. “Three Rounds of Talks, Two Carriers, No Deal Yet.” Edition 1. November 22, 2026. Accessed November 23, 2026. ${ADDRESS}.`,
      mla: `“Three Rounds of Talks, Two Carriers, No Deal Yet.” Edition 1, Parley, 22 Nov. 2026, ${ADDRESS.slice(8)}. Accessed 23 Nov. 2026.`,
      bibtex: `@misc{us-iran-2026-1,
  author = {{Parley}},
  title = {{Three rounds of talks, two carriers, no deal yet}},
  year = {2026},
  month = nov,
  howpublished = {\\url{${ADDRESS}}},
  note = {Edition 1, 22 November 2026. Interactive timeline and map. Licence: CC BY 4.0. Accessed 23 November 2026},
}`,
    })
  })

  test('without an address leaves out the day it was read as well', () => {
    expect(texts(ourStory(), NOWHERE)).toEqual({
      apa: 'Parley. (2026, November 22). Three rounds of talks, two carriers, no deal yet (Edition 1) [Interactive timeline and map].',
      chicagoNote: '“Three Rounds of Talks, Two Carriers, No Deal Yet,” Parley, edition 1, November 22, 2026.',
      chicagoBibliography: 'Parley. “Three Rounds of Talks, Two Carriers, No Deal Yet.” Edition 1. November 22, 2026.',
      mla: '“Three Rounds of Talks, Two Carriers, No Deal Yet.” Edition 1, Parley, 22 Nov. 2026.',
      bibtex: `@misc{us-iran-2026-1,
  author = {{Parley}},
  title = {{Three rounds of talks, two carriers, no deal yet}},
  year = {2026},
  month = nov,
  note = {Edition 1, 22 November 2026. Interactive timeline and map. Licence: CC BY 4.0},
}`,
    })
  })

  test('is credited by title, author, licence, source and day of access', () => {
    const { text, markup, parts } = creditLine(ourStory(), 'https://parley.example/?e=a&t=b', ACCESS.accessed)
    expect(text).toBe(
      '“Three rounds of talks, two carriers, no deal yet” (edition 1, 22 November 2026) by Parley is licensed under CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/). Source: https://parley.example/?e=a&t=b (accessed 23 November 2026)',
    )
    expect(markup).toBe(
      '<a href="https://parley.example/?e=a&amp;t=b">“Three rounds of talks, two carriers, no deal yet”</a> (edition 1, 22 November 2026) by Parley is licensed under <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">CC BY 4.0</a>. Source: <a href="https://parley.example/?e=a&amp;t=b">https://parley.example/?e=a&amp;t=b</a> (accessed 23 November 2026)',
    )
    expect(parts.find(({ isLicence }) => isLicence)?.text).toBe('CC BY 4.0')
  })

  test('is credited without a day of access where there is no source to go to, or none is given', () => {
    expect(creditLine(ourStory(), null, ACCESS.accessed).text).toMatch(/by\/4\.0\/\)\.$/)
    expect(creditLine(ourStory(), ADDRESS).text.endsWith(` Source: ${ADDRESS}`)).toBe(true)
  })

  test('sets its title in italics for the APA alone', () => {
    const { apa, mla } = citationsOf(ourStory(), ACCESS)
    expect(apa.parts.filter(({ italic }) => italic).map(({ text }) => text)).toEqual([
      'Three rounds of talks, two carriers, no deal yet',
    ])
    expect(apa.markup).toContain('<i>Three rounds of talks, two carriers, no deal yet</i>')
    expect(mla.parts.some(({ italic }) => italic)).toBe(false)
  })
})

describe('a story that gives neither edition nor licence nor attribution', () => {
  test('is cited by its title, and no author and no date are made up', () => {
    expect(texts(bare())).toEqual({
      apa: `A story [Interactive timeline and map]. (n.d.). Retrieved November 23, 2026, from ${ADDRESS}`,
      chicagoNote: `“A Story,” accessed November 23, 2026, ${ADDRESS}.`,
      chicagoBibliography: `“A Story.” Accessed November 23, 2026. ${ADDRESS}.`,
      mla: `“A Story.” ${ADDRESS.slice(8)}. Accessed 23 Nov. 2026.`,
      bibtex: `@misc{test,
  title = {{A story}},
  howpublished = {\\url{${ADDRESS}}},
  note = {Interactive timeline and map. Accessed 23 November 2026},
}`,
    })
  })

  test('with nothing but a title still ends each form properly', () => {
    expect(texts(bare(), NOWHERE)).toMatchObject({
      apa: 'A story [Interactive timeline and map]. (n.d.).',
      chicagoNote: '“A Story.”',
      chicagoBibliography: '“A Story.”',
      mla: '“A Story.”',
    })
  })

  test('is credited with the words that no licence is given', () => {
    expect(creditLine(bare(), null).text).toBe('“A story”: no licence is given, so ask before you reuse it.')
    expect(editionText(bare())).toBeNull()
  })

  test.each([
    ['attribution alone', { attribution: 'The desk' }, '“A story” by The desk: no licence is given, so ask before you reuse it.'],
    ['licence alone', { license: { name: 'CC0' } }, '“A story” is licensed under CC0.'],
    [
      'an edition without a day',
      { edition: { number: 3 } },
      '“A story” (edition 3): no licence is given, so ask before you reuse it.',
    ],
  ] as const)('%s', (_what, fields, line) => {
    expect(creditLine(bare(fields), null).text).toBe(line)
  })
})

describe('dates of an edition', () => {
  test.each([
    ['2026-11-22', '(2026, November 22)', '22 Nov. 2026'],
    ['2026-11', '(2026, November)', 'Nov. 2026'],
    ['2026', '(2026)', ', 2026,'],
    ['2026-22', '(2026)', ', 2026,'],
    ['2026-05-01T23:30:00Z', '(2026, May 2)', '2 May 2026'],
  ])('%s is cited no finer than it is given', (published, apa, mla) => {
    const cited = texts(bare({ edition: { number: 2, published }, attribution: 'Desk' }))
    expect(cited.apa).toContain(apa)
    expect(cited.mla).toContain(mla)
  })

  test('a day is the one that the clocks of the zone show', () => {
    const instant = Date.UTC(2026, 10, 22, 23, 30)
    expect(isoDay(calendarDay(instant, 'Europe/Zurich'))).toBe('2026-11-23')
    expect(isoDay(calendarDay(instant, 'America/New_York'))).toBe('2026-11-22')
    expect(isoDay({ year: -43, month: 3, day: null })).toBe('-000043-03')
  })

  test('of an open start the known end counts', () => {
    const { edition } = bare({ edition: { number: 1, published: '../2026-11' } })
    expect(edition?.published && dayOfWhen(edition.published)).toEqual({ year: 2026, month: 11, day: null })
  })
})

describe('titles', () => {
  test.each([
    ['who talks to whom, and why', 'Who Talks to Whom, and Why', 'Who Talks to Whom, and Why'],
    ['talks between rivals: the long road', 'Talks Between Rivals: The Long Road', 'Talks between Rivals: The Long Road'],
    ['the IAEA’s report on the US–Iran deal', 'The IAEA’s Report on the US–Iran Deal', 'The IAEA’s Report on the US–Iran Deal'],
    ['what it is for', 'What It Is For', 'What It Is For'],
  ])('%s', (title, chicago, mla) => {
    expect([headline(title, 'en-GB', 'chicago'), headline(title, 'en', 'mla')]).toEqual([chicago, mla])
  })

  test('in other languages keep their capitals', () => {
    expect(headline('trois tours de pourparlers', 'fr', 'mla')).toBe('trois tours de pourparlers')
  })

  test('change in nothing but capitals', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        expect(headline(title, 'en', 'chicago').toLowerCase()).toBe(title.toLowerCase())
      }),
    )
  })

  test('that ask keep their mark, and quotations inside become single', () => {
    const cited = texts(bare({ title: 'Is “peace” near?' }), NOWHERE)
    expect(cited.mla).toBe('“Is ‘Peace’ Near?”')
    expect(texts(bare({ title: 'No deal.', attribution: 'Desk Inc.' }), NOWHERE)).toMatchObject({
      chicagoNote: '“No Deal,” Desk Inc.',
      chicagoBibliography: 'Desk Inc. “No Deal.”',
    })
  })
})

describe('text for LaTeX', () => {
  test('holds no command of the text’s own', () => {
    expect(latexText('50 % of $5 & \\input{x} #1 a_b ~ ^ "q"')).toBe(
      '50 \\% of \\$5 \\& \\textbackslash{}input\\textbraceleft{}x\\textbraceright{} \\#1 a\\_b \\textasciitilde{} \\textasciicircum{} \\textquotedbl{}q\\textquotedbl{}',
    )
  })

  test('keeps the braces of an entry in balance, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (title, address) => {
        const entry = bibtexEntry('misc', 'key', {
          title: `{{${latexText(title)}}}`,
          howpublished: `{\\url{${latexAddress(address)}}}`,
        })
        let depth = 0
        for (const sign of entry) {
          depth += sign === '{' ? 1 : sign === '}' ? -1 : 0
          expect(depth).toBeGreaterThanOrEqual(0)
        }
        expect(depth).toBe(0)
      }),
    )
  })
})

test('what is copied as HTML holds no markup of the story’s own', () => {
  const story = bare({
    title: '<img src=x onerror="alert(1)"> & ‘co’',
    attribution: '<b>Desk</b>',
    license: { name: '<i>free</i>' },
  })
  const address = 'https://parley.example/?q="><script>'
  const all = [...Object.values(citationsOf(story, { ...ACCESS, address })), creditLine(story, address)]
  for (const { markup } of all) expect(markup.replace(/<\/?(i|a)>|<a href="[^"<>]*"( rel="license")?>/g, '')).not.toMatch(/[<>"]/)
})

test('only https is linked', () => {
  const { parts } = creditLine(bare(), 'file:///C:/story.html')
  expect(parts.filter(({ href }) => href !== null)).toEqual([])
})
