import { describe, expect, test } from 'vitest'
import { plainSpaces } from '../../src/core/export-time'
import { type Blank, type Handout, handoutOf } from '../../src/core/handout'
import { anEvent, aStory } from '../support/a-story'
import { anExport, ourStory } from '../support/an-export'

const sheet = (blanks: readonly Blank[] = [], answers = false, story = ourStory()): Handout =>
  handoutOf(anExport(story), { blanks: new Set(blanks), answers })

describe('a handout', () => {
  test('numbers every event that is shown, in order', () => {
    const { events } = sheet()
    expect(events.map(({ id }) => id)).toEqual(anExport(ourStory()).events.map(({ id }) => id))
    expect(events.map(({ number }) => number)).toEqual(events.map((_, index) => index + 1))
  })

  test('numbers places by their first event, and each event names its place by that number', () => {
    const { events, places } = sheet()
    expect(places.map(({ number }) => number)).toEqual(places.map((_, index) => index + 1))
    for (const { number, events: own } of places) {
      expect(events.filter((event) => event.place === number).map((event) => event.number)).toEqual(own)
    }
    expect(places[0]?.name?.value).toBe('Muscat')
  })

  test('numbers sources by their first use, with the place in each', () => {
    const story = aStory({
      events: [
        anEvent({ id: 'a', sources: [{ source: 'x', at: 'S4' }], claims: [{ text: 'Claim', sources: [{ source: 'y' }] }] }),
        anEvent({ id: 'b', sources: [{ source: 'y', at: 'S1' }, { source: 'x' }] }),
      ],
    })
    const { events, sources } = sheet([], false, story)
    const [first, second] = [1, 2].map((number) => sources.find((source) => source.number === number)?.source.id)
    expect([...sources].map(({ number }) => number)).toEqual([1, 2])
    expect(new Set([first, second])).toEqual(new Set(['x', 'y']))
    const numberOf = (id: string) => sources.find(({ source }) => source.id === (id as typeof source.id))?.number
    expect(events[0]?.sources).toContainEqual({ number: numberOf('x'), at: 'sentence 4' })
    expect(events[0]?.claims[0]?.sources).toEqual([{ number: numberOf('y'), at: '' }])
    expect(events[1]?.sources).toContainEqual({ number: numberOf('y'), at: 'sentence 1' })
  })

  test('explains the terms that stand on it and no others', () => {
    const glossary = [
      { term: 'Enrichment', text: 'Means this' },
      { term: 'Snapback', text: 'Means that' },
    ]
    const story = aStory({ events: [anEvent({ id: 'a', text: 'They spoke of enrichment.' })], glossary })
    expect(sheet([], false, story).terms.map(({ term }) => term.value)).toEqual(['Enrichment'])
  })

  test('tells of ships as the map does, with their doubt', () => {
    expect(sheet().vessels.map(({ told }) => plainSpaces(told))).toEqual([
      'Mediterranean, as of 26 Feb (AFP); eastern part inferred from its heading',
      'Arabian Sea, as of 14 – 15 Feb (BBC Verify)',
    ])
  })

  test('asks the questions of the steps whose event is on it; answers are for the teacher', () => {
    const [ours, theirs] = [sheet(), sheet([], true)]
    expect(ours.questions.length).toBe(theirs.questions.length)
    expect(ours.questions.every(({ answer }) => answer === null)).toBe(true)
    expect(theirs.questions.find(({ step }) => (step as string) === 'the-round')?.answer?.value).toMatch(/^A third party/)
    const ids = new Set(ours.events.map(({ id }) => id))
    const asked = new Set(ours.questions.map(({ step }) => step))
    expect(ours.leftOut).toEqual({ away: 1, undrawn: 0, telling: 0 })
    const numberOf = (step: string) => ours.questions.find((each) => (each.step as string) === step)?.event
    const round = ours.events.find(({ id }) => (id as string) === 'geneva-round-3')
    expect(numberOf('the-round')).toBe(round?.number)
    const about = ourStory().steps.filter(({ id, select }) => asked.has(id) && select !== null && !ids.has(select))
    expect(about).toEqual([])
  })
})

describe('a handout with blanks', () => {
  test.each([
    ['titles', (event: Handout['events'][number]) => event.title],
    ['dates', (event: Handout['events'][number]) => event.date],
    ['outcomes', (event: Handout['events'][number]) => event.outcome],
  ] as const)('holds no %s, nor a text that tells them', (blank, field) => {
    const { events, questions } = sheet([blank])
    expect(events.filter((event) => field(event) !== null || event.texts.length + event.conflicts.length > 0)).toEqual([])
    expect(questions.filter(({ title }) => title !== null)).toEqual([])
  })

  test('of places keeps their numbers and drops their names, and the ships’', () => {
    const [whole, blank] = [sheet(), sheet(['places'])]
    expect(blank.places.map(({ number, events }) => [number, events])).toEqual(
      whole.places.map(({ number, events }) => [number, events]),
    )
    expect(blank.places.filter(({ name }) => name !== null)).toEqual([])
    expect(blank.vessels).toEqual([])
  })

  test('has gaps where a claim, an outcome, a question or a term would name a place', () => {
    const texts = (places: readonly Blank[]) => {
      const { events, questions, terms } = sheet(places)
      return [
        ...events.flatMap(({ claims, outcome }) => [...claims.map(({ text }) => text.value), outcome?.value ?? '']),
        ...questions.map(({ question }) => question.value),
        ...terms.map(({ text }) => text.value),
      ].join('\n')
    }
    expect(texts([])).toMatch(/Geneva|Muscat|Arabian Sea/)
    expect(texts(['places'])).not.toMatch(/Geneva|Vienna|Muscat|Arabian Sea|Souda/)
    expect(texts(['places'])).toContain('Diplomats met in … on Thursday 26 February.')
    expect(texts(['places'])).toContain('Why is the mark for … hollow?')
    expect(texts(['dates'])).toContain('Diplomats met in Geneva on ….')
  })

  test('of outcomes holds no claim, which would tell them, and of dates no ship, whose sighting has one', () => {
    expect(sheet(['outcomes']).events.flatMap(({ claims }) => claims)).toEqual([])
    expect(sheet(['dates']).vessels).toEqual([])
  })

  test('never tells a title in another event’s claim', () => {
    const story = aStory({
      events: [
        anEvent({ id: 'a', title: 'The lake freezes' }),
        anEvent({ id: 'b', claims: [{ text: 'They knew that the lake freezes.', sources: [{ source: 'x' }] }] }),
      ],
    })
    expect(sheet(['titles'], false, story).events[1]?.claims[0]?.text.value).toBe('They knew that ….')
  })
})
