import { describe, expect, test } from 'vitest'
import { plainSpaces } from '../../src/core/export-time'
import { type Blank, type Handout, handoutOf } from '../../src/core/handout'
import { withoutDates } from '../../src/core/handout-dates'
import { anEvent, aStory } from '../support/a-story'
import { allLayers, anExport, ourStory } from '../support/an-export'

const sheet = (blanks: readonly Blank[], story = ourStory(), patch = {}): Handout =>
  handoutOf(anExport(story, patch), { blanks: new Set(blanks), answers: false, isMixed: true })

/** All that is printed of a sheet in words. */
const textsOf = ({ events, places, questions, terms }: Handout): readonly string[] => [
  ...events.flatMap(({ title, date, placeName, texts, format, outcome, claims, conflicts }) =>
    [title, placeName, ...texts, format, outcome, ...claims.map(({ text }) => text), ...conflicts]
      .flatMap((text) => text?.value ?? [])
      .concat(date ?? [], ...claims.map(({ who }) => who)),
  ),
  ...places.flatMap(({ name }) => name?.value ?? []),
  ...questions.map(({ question }) => question.value),
  ...terms.flatMap(({ term, text }) => [term.value, text.value]),
]

const DATED =
  /\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|\b(March|May)\b.*\d|April|June|July|August|September|October|November|December|\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b|\d{4}-\d{2}/

describe('a sheet that asks for dates', () => {
  test.each([
    ['the article’s events', {}],
    ['every layer', allLayers(ourStory())],
  ])('names no day of the week, no month and no ISO date: %s', (_, patch) => {
    expect(textsOf(sheet(['dates'], ourStory(), patch)).filter((text) => DATED.test(text))).toEqual([])
  })

  test('keeps the year that all of its events share', () => {
    const titles = sheet(['dates']).events.map(({ title }) => title?.value)
    expect(titles).toContain('First round of 2026 in Muscat')
    expect(titles).toContain('Second round of 2026 in Geneva')
  })

  test('keeps no year where they are of several', () => {
    const story = aStory({
      events: [
        anEvent({ id: 'a', title: 'Round of 2025', when: '2025' }),
        anEvent({ id: 'b', title: 'Round of 2026', when: '2026' }),
      ],
    })
    expect(new Set(sheet(['dates'], story).events.map(({ title }) => title?.value))).toEqual(new Set(['Round of …']))
  })

  test.each([
    ['Diplomats met on Thursday 26 February.', 'Diplomats met on ….'],
    ['On Wednesday the Ford was on its way.', 'On … the Ford was on its way.'],
    ['After those of 6 and 17 February. Five rounds.', 'After those of …. Five rounds.'],
    ['Taken on 14–15 Feb 2026, 11 days old', 'Taken on …, 11 days old'],
    ['It starts on Monday, March 2, at noon', 'It starts on …, at noon'],
    ['Counted from April 2025, with five rounds', 'Counted from …, with five rounds'],
    ['The post of 2026-02-26 may be old', 'The post of … may be old'],
    ['A deal may be within reach; they march on, 12 may stay', 'A deal may be within reach; they march on, 12 may stay'],
    ['Two ships and 17 aircraft', 'Two ships and 17 aircraft'],
  ])('%s → %s', (text, cleared) => {
    expect(withoutDates(text, 'en')).toBe(cleared)
  })

  test.each(['dates', 'places'] as const)('explains no term with a gap in it: %s', (blank) => {
    const { terms } = sheet([blank])
    expect(terms.length).toBeGreaterThan(3)
    expect(terms.filter(({ text }) => text.value.includes('…'))).toEqual([])
  })
})

describe('a sheet that asks what came of it', () => {
  const { events, questions, leftOut } = sheet(['outcomes'])
  const titleOf = (id: string) => events.find((event) => (event.id as string) === id)?.title?.value

  test('says in headings what an event is and where, where its title would tell', () => {
    expect(titleOf('geneva-round-3')).toBe('Talks: Geneva')
    expect(titleOf('albusaidi-post')).toBe('Statement: Government of Oman')
    expect(titleOf('diplomats-unresolved')).not.toContain('differences')
    expect(titleOf('trump-warning')).toBe('Trump warns Iran to make a deal soon')
    expect(events.filter(({ isRenamed }) => isRenamed).length).toBeLessThan(8)
    expect(sheet(['outcomes', 'places']).events.some(({ title }) => title?.value === 'Talks')).toBe(true)
  })

  test('asks no question that holds the answer, and says that it leaves one out', () => {
    expect(questions.map(({ question }) => question.value).filter((text) => text.includes('progress'))).toEqual([])
    expect(questions.map(({ question }) => question.value)).toContain('What makes talks “indirect”?')
    expect(leftOut.telling).toBe(1)
  })
})

describe('a sheet that asks for places', () => {
  test('names no party at its own seat of government', () => {
    const seats = sheet(['places']).events.filter(({ role }) => role === 'seat')
    expect(seats.length).toBeGreaterThan(3)
    expect(seats.filter(({ parties }) => parties !== null)).toEqual([])
    expect(sheet(['titles']).events.filter(({ parties }) => parties === null)).toEqual([])
  })
})

describe('questions of a blank sheet', () => {
  test.each(['places', 'dates'] as const)('about ships are left out and counted where the sheet draws none: %s', (blank) => {
    const { questions, leftOut } = sheet([blank])
    expect(questions.map(({ step }) => step as string).filter((step) => /ford|sea/.test(step))).toEqual([])
    expect(leftOut).toEqual({ away: 1, undrawn: 2, telling: 0 })
  })

  test('have the same numbers on both sheets, and name their events by the numbers of the sheet', () => {
    const answers = handoutOf(anExport(ourStory()), { blanks: new Set(), answers: true })
    const blank = handoutOf(anExport(ourStory()), { blanks: new Set(['titles', 'places']), answers: false })
    const numbered = ({ questions }: Handout) => questions.map(({ step, number, event }) => [step, number, event])
    expect(blank.questions.length).toBeLessThan(answers.questions.length)
    expect(numbered(answers)).toEqual(expect.arrayContaining(numbered(blank)))
    expect(blank.questions.filter(({ event }) => event === null)).toEqual([])
  })
})

test('a ship’s line says by when it could be so far', () => {
  const toldAt = (instant?: number) =>
    handoutOf(anExport(ourStory(), instant === undefined ? {} : { instant }), {
      blanks: new Set(),
      answers: true,
    }).vessels[0]?.strong.map(plainSpaces)
  expect(toldAt()).toEqual(['Dashed: as far as it could be by 24:00 Geneva time, after 16 hours at 30 knots'])
  expect(toldAt(Date.parse('2026-02-26T21:00+01:00'))?.[0]).toMatch(/by 21:00 Geneva time, after 13 hours at 30 knots/)
})
