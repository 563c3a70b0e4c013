import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shownEvents } from '../../src/core/derive'
import { type Hidden, maskStory, wholeStory } from '../../src/core/mask'
import { maskNames } from '../../src/core/mask-names'
import { storyFromJson, storyToJson } from '../../src/core/story-json'
import type { Story } from '../../src/core/story-types'
import type { EventId } from '../../src/core/types'
import { SECRETS } from '../../src/state/state'
import { anEvent, aStory } from '../support/a-story'

const ids = (...names: string[]) => new Set(names as EventId[])
const hiding = (...hides: Hidden[]) => new Set(hides)
const all = hiding(...SECRETS)

const story = aStory({
  title: 'A deal and no deal',
  summary: 'It ends in Vienna.',
  layers: [
    { id: 'article', name: 'Article' },
    { id: 'reports', name: 'Reports' },
  ],
  chapters: [{ id: 'opening', title: 'Four weeks', window: '2026-02-12/2026-03-09', select: 'third-round' }],
  events: [
    anEvent({
      id: 'third-round',
      title: 'Third round in Geneva on 26 February',
      text: 'They met for hours.',
      when: '2026-02-26',
      display: 'Thursday',
      where: { place: 'geneva', role: 'happened', text: 'by the lake' },
      kind: 'talks',
      parties: ['us', 'iran', 'oman'],
      people: ['araghchi'],
      topics: ['process'],
      format: { text: 'Indirect, with a mediator.' },
      outcome: { text: 'Nothing was signed.' },
      claims: [
        {
          id: 'met',
          by: { party: 'oman' },
          attribution: 'named',
          status: 'claimed',
          text: 'Progress was made.',
          sources: [{ source: 'paper', at: 'S2' }],
        },
      ],
      sources: [{ source: 'paper', at: 'S1' }],
    }),
    anEvent({
      id: 'at-ten',
      layer: 'reports',
      refines: 'third-round',
      title: 'Doors open at ten',
      when: '2026-02-26T10:00+01:00',
      sources: [{ source: 'wire' }],
    }),
    anEvent({
      id: 'planned',
      title: 'Talks planned',
      when: '2026-03-02',
      status: 'planned',
      where: { place: 'vienna', role: 'planned' },
      sources: [{ source: 'paper', at: 'S3' }],
    }),
    anEvent({ id: 'sails', title: 'The ship sails', when: '2026-02-20', vessel: 'ship', sources: [{ source: 'harbour' }] }),
  ],
  vessels: [
    {
      id: 'ship',
      name: 'The ship',
      party: 'us',
      speedKnots: 30,
      reports: [
        {
          id: 'left',
          when: '2026-02-20',
          place: 'left the port of Souda',
          precision: 'port',
          method: 'observed',
          layer: 'article',
          event: 'sails',
          geometry: { type: 'Point', coordinates: [24, 35] },
          sources: [{ source: 'harbour' }],
        },
      ],
    },
  ],
  links: [{ from: 'us', to: 'iran', via: 'oman', kind: 'relay', text: 'Mediated', sources: [{ source: 'paper', at: 'S2' }] }],
  positions: [
    {
      id: 'p',
      issue: 'process',
      party: 'iran',
      attribution: 'named',
      status: 'claimed',
      text: 'Slowly, please.',
      sources: [{ source: 'paper', at: 'S9' }],
    },
  ],
  unknowns: [
    { id: 'u1', text: 'When the round ended.', sources: [{ source: 'paper', at: 'S2' }] },
    { id: 'u2', text: 'Who wrote the article.' },
  ],
  glossary: [
    { term: 'Round', text: 'One meeting of several.' },
    { term: 'Lake', text: 'What lies in Geneva.' },
  ],
  steps: [
    {
      id: 'one',
      title: 'By the lake',
      text: 'They met in Geneva.',
      select: 'third-round',
      window: '2026-02-26/2026-02-26',
      camera: { bounds: [0, 40, 10, 50] },
      question: 'Who met?',
      answer: 'Two sides and Oman.',
      note: 'Say it slowly.',
    },
    {
      id: 'two',
      title: 'And then',
      text: 'They go to Vienna.',
      select: 'planned',
      question: 'What is planned in Vienna?',
      answer: 'More talks.',
    },
  ],
})
const STEP = { id: 'one', title: 'One', text: 'It says so.' }
const PLAIN = {
  events: [anEvent({ id: 'round', title: 'Round', format: { text: 'Indirect.' }, outcome: { text: 'Nothing was signed.' } })],
}
const at = (masked: Story, id: string) => masked.events.get(id as EventId)

describe('what is hidden is not in the story', () => {
  const masked = maskStory(story, all, ids())
  const json = storyToJson(masked)

  test('nothing hidden, or everything told, leaves the same story', () => {
    expect(maskStory(story, hiding(), ids())).toBe(story)
    expect(maskStory(story, all, ids('third-round', 'planned', 'sails'))).toBe(story)
  })

  test.each([
    'Third round', '26 February', '2026-02-26', 'Thursday', 'by the lake', 'They met', 'Indirect', 'Nothing was signed', 'Progress', 'Doors open',
    'third-round', 'at-ten', 'planned in Vienna', 'Souda', 'Mediated', 'Slowly, please', 'When the round', 'What lies', 'It ends', 'no deal', 'Two sides', 'araghchi"]',
  ])('“%s” is gone', (text) => expect(json).not.toContain(text)) // biome-ignore format: one list, read as one

  test('what tells of no event stays', () => {
    for (const text of ['Who wrote', 'One meeting of several', 'Four weeks', 'Who met?']) expect(json).toContain(text)
    // For the teacher’s own window, which has the whole story.
    expect(json).not.toContain('Say it slowly')
  })

  test('a question is still asked, with gaps for places and dates; one that holds a title or an outcome is not', () => {
    expect(masked.steps.map(({ question }) => question?.value)).toEqual(['Who met?', 'What is planned in …?'])
    const told = maskStory(
      aStory({ ...PLAIN, steps: [{ ...STEP, question: 'Why was it that nothing was signed?' }] }),
      all,
      ids(),
    )
    expect(told.steps[0]?.question).toBeNull()
    // A word of a format alone is no answer.
    const format = maskStory(aStory({ ...PLAIN, steps: [{ ...STEP, question: 'What makes talks “indirect”?' }] }), all, ids())
    expect(format.steps[0]?.question?.value).toBe('What makes talks “indirect”?')
  })

  test('a title that tells what came of it is hidden with the outcomes, and others stay', () => {
    const outcomes = maskStory(
      aStory({
        events: [
          anEvent({ id: 'round', title: 'Round ends without a deal', outcome: { text: 'All speak of significant progress.' } }),
          anEvent({ id: 'post', title: 'Minister posts of “significant progress”' }),
          anEvent({ id: 'ship', title: 'The ship sails' }),
        ],
      }),
      hiding('outcomes'),
      ids(),
    )
    expect([...outcomes.events].map(({ title }) => title.value).filter((title) => !/^Event \d$/.test(title))).toEqual([
      'The ship sails',
    ])
  })

  test('names in ships’ reports are places, and weekdays are dates', () => {
    const sailing = aStory({
      events: [
        anEvent({ id: 'sails', title: 'Ship on course to the Strait of Gibraltar', vessel: 'ship', when: '2026-02-18' }),
        anEvent({ id: 'later', title: 'Talks set to start on Monday', when: '2026-03-02' }),
      ],
      vessels: [
        {
          id: 'ship',
          name: 'Ship',
          party: 'us',
          speedKnots: 30,
          reports: [
            {
              id: 'r',
              when: '2026-02-18',
              place: 'towards the Strait of Gibraltar',
              precision: 'region',
              method: 'observed',
              layer: 'article',
              event: 'sails',
              sources: [{ source: 'harbour' }],
            },
          ],
        },
      ],
    })
    const titles = (hides: Hidden): (string | undefined)[] => {
      const masked = maskStory(sailing, hiding(hides), ids())
      return ['sails', 'later'].map((id) => at(masked, id)?.title.value)
    }
    expect(titles('places')).toEqual(['Ship on course to the …', 'Talks set to start on Monday'])
    expect(titles('dates')).toEqual(['Ship on course to the Strait of Gibraltar', 'Talks set to start on …'])
  })

  test('with the places the zones of times are gone: the same instants and days by the story’s own clock', () => {
    const zoned = aStory({
      timeZone: 'Europe/Zurich',
      events: [
        anEvent({ id: 'hour', title: 'A', when: '2026-02-26T09:00+02:00', where: { place: 'geneva', role: 'happened' } }),
        anEvent({ id: 'day', title: 'B', when: '2026-02-19', where: { place: 'washington', role: 'happened' } }),
      ],
    })
    expect(at(zoned, 'day')?.when?.timeZone).toBe('America/New_York')
    const masked = maskStory(zoned, hiding('places'), ids())
    const [hour, day] = ['hour', 'day'].map((id) => at(masked, id)?.when)
    expect([hour?.timeZone, hour?.edtf, hour?.extent[0]]).toEqual([
      'Europe/Zurich',
      '2026-02-26T07:00Z',
      Date.UTC(2026, 1, 26, 7),
    ])
    expect([day?.timeZone, day?.edtf]).toEqual(['Europe/Zurich', '2026-02-19'])
    expect(day?.extent).toEqual([Date.UTC(2026, 1, 18, 23), Date.UTC(2026, 1, 19, 23) - 1])
  })

  test('events are numbered, not in the order of time, and always the same', () => {
    const titles = [...masked.events].map(({ title }) => title.value)
    expect([...titles].sort()).toEqual(['Event 1', 'Event 2', 'Event 3'])
    expect([...maskStory(story, hiding('titles'), ids()).events].map(({ title }) => title.value).sort()).toEqual(
      [...titles].sort(),
    )
    const many = aStory({
      events: Array.from({ length: 40 }, (_, n) =>
        anEvent({ id: `e${n}`, when: `2026-01-01T${String(n % 24).padStart(2, '0')}:00Z` }),
      ),
    })
    const numbers = [...maskStory(many, hiding('titles'), ids()).events].map(({ title }) =>
      Number(title.value.replace(/\D/g, '')),
    )
    expect([...numbers].sort((a, b) => a - b)).not.toEqual(numbers)
  })

  test('ships, lines, positions and the sources that nothing cites any more are gone', () => {
    expect([masked.vessels.size, masked.links.length, masked.positions.length, masked.sources.size]).toEqual([0, 0, 0, 0])
    expect([...masked.events].every((event) => event.claims.length + event.sources.length === 0)).toBe(true)
  })

  test('the order of events without dates does not tell theirs', () => {
    const many = aStory({
      events: Array.from({ length: 30 }, (_, n) => anEvent({ id: `e${n}`, when: `2026-01-${String(n + 1).padStart(2, '0')}` })),
    })
    const dateless = maskStory(many, hiding('dates'), ids())
    const state = { layers: new Set(many.layers.keys()), known: null }
    expect(shownEvents(dateless, state).map(({ title }) => title.value)).not.toEqual(
      [...many.events].map(({ title }) => title.value),
    )
  })
})

describe('only what is chosen is hidden', () => {
  test('a title keeps its words but those that tell its own date and place', () => {
    const masked = maskStory(story, hiding('dates', 'places'), ids())
    expect(at(masked, 'third-round')?.title.value).toBe('Third round in … on …')
    expect(at(masked, 'third-round')?.outcome?.text.value).toBe('Nothing was signed.')
    expect(masked.title.value).toBe('A deal and no deal')
  })

  test('dates stay while places are hidden, and a party’s own name is no secret', () => {
    const masked = maskStory(
      aStory({
        events: [
          anEvent({ id: 'a', title: 'Iran speaks in Tehran', when: '2026-02-26', parties: ['iran'], where: { place: 'inside' } }),
        ],
        places: [{ id: 'inside', name: 'Tehran', alternateNames: ['Iran'] }],
      }),
      hiding('places'),
      ids(),
    )
    expect([...masked.events].map(({ title, when, where }) => [title.value, when?.edtf, where])).toEqual([
      ['Iran speaks in …', '2026-02-26', null],
    ])
  })
})

describe('a told event is whole', () => {
  const masked = maskStory(story, all, ids('third-round'))

  test('with its addition, its claims and its sources', () => {
    expect(at(masked, 'third-round')).toBe(at(story, 'third-round'))
    expect(at(masked, 'at-ten')).toBe(at(story, 'at-ten'))
    expect(masked.sources.has('paper' as never)).toBe(true)
    expect(storyToJson(masked)).not.toContain('Talks planned')
  })

  test('with its step, as far as that names nothing of another', () => {
    expect(masked.steps.map(({ title, answer }) => [title.value, answer?.value])).toEqual([
      ['By the lake', 'Two sides and Oman.'],
      ['Step 2', undefined],
    ])
    const ship = maskStory(story, all, ids('sails'))
    expect(ship.vessels.size).toBe(1)
  })

  test('an addition’s id, or the alias, tells its event', () => {
    const { aliasOf } = maskNames(story)
    for (const id of ['at-ten', aliasOf('third-round' as EventId)])
      expect(maskStory(story, all, ids(id)).events.get('third-round' as EventId)?.title.value).toContain('Third round')
  })

  test('an own id in a link finds the event under its alias', () => {
    const { aliasOf } = maskNames(story)
    expect(at(masked, 'planned')?.id).toBe(aliasOf('planned' as EventId))
    expect(at(masked, aliasOf('third-round' as EventId))?.id).toBe('third-round')
    expect(wholeStory(masked)).toBe(story)
  })
})

/** Words that occur once in a story, so that finding one means that it was told. */
const record = fc.record({
  date: fc.integer({ min: 1, max: 28 }),
  place: fc.integer({ min: 0, max: 4 }),
  isDated: fc.boolean(),
  isPlaced: fc.boolean(),
  refines: fc.option(fc.integer({ min: 0, max: 5 })),
})
const MARKS = ['title', 'short', 'outcome', 'format', 'claim', 'text', 'worded', 'conflict'] as const

test('nothing that is hidden of an event that is not told stands anywhere in the story', () => {
  const stories = fc.array(record, { minLength: 1, maxLength: 7 })
  const chosen = fc.subarray([...SECRETS], { minLength: 1 })
  fc.assert(
    fc.property(stories, chosen, fc.infiniteStream(fc.boolean()), (records, hides, coins) => {
      const word = (mark: string, n: number) => `${mark}mark${n}end`
      const events = records.map(({ date, place, isDated, isPlaced, refines }, n) =>
        anEvent({
          id: `event${n}end`,
          title: word('title', n),
          short: `${word('short', n)} of Town${place}`,
          text: word('text', n),
          conflict: word('conflict', n),
          when: isDated ? `2026-03-${String(date).padStart(2, '0')}` : undefined,
          outcome: { text: word('outcome', n) },
          format: { text: word('format', n) },
          claims: [
            {
              id: 'c',
              by: { name: 'x' },
              attribution: 'named',
              status: 'claimed',
              text: word('claim', n),
              sources: [{ source: 's' }],
            },
          ],
          ...(isPlaced ? { where: { place: `town${place}`, role: 'happened' as const, text: word('worded', n) } } : {}),
          ...(refines !== null && refines < n && records[refines]?.refines === null ? { refines: `event${refines}end` } : {}),
        }),
      )
      const made = aStory({
        events,
        places: [0, 1, 2, 3, 4].map((n) => ({ id: `town${n}`, name: `Town${n}` })),
        steps: events.map(({ id }, n) => ({
          id: `s${n}`,
          title: word('title', n),
          text: `${word('title', n)} ${word('outcome', n)} Town${n % 5}`,
          select: id,
        })),
        unknowns: events.map((_, n) => ({ id: `u${n}`, text: `About ${word('title', n)} and ${word('claim', n)}` })),
      })
      const { rootOf } = maskNames(made)
      const told = new Set(
        [...made.events].filter((event) => rootOf(event) === event.id && coins.next().value).map(({ id }) => id),
      )
      const masked = maskStory(made, new Set(hides), told)
      const json = storyToJson(masked)
      const isHidden = (mark: (typeof MARKS)[number]): boolean =>
        ['claim', 'text', 'conflict'].includes(mark) ||
        (['title', 'short'].includes(mark) && hides.includes('titles')) ||
        (['outcome', 'format'].includes(mark) && hides.includes('outcomes')) ||
        (mark === 'worded' && hides.includes('places'))
      for (const event of made.events) {
        if (told.has(rootOf(event))) continue
        const n = Number(event.id.replace(/\D/g, ''))
        expect(json).not.toContain(event.id)
        for (const mark of MARKS) {
          // What is not hidden may stand in a remark: a claim’s text is withheld with its event, and a remark is the story’s own.
          const inRemark = (mark === 'claim' && !hides.includes('outcomes')) || (mark === 'title' && !hides.includes('titles'))
          if (isHidden(mark) && !inRemark) expect(json).not.toContain(word(mark, n))
        }
        const own = masked.events.get(event.id)
        if (event.refines === null && hides.includes('dates')) expect(own?.when).toBeNull()
        if (event.refines === null && hides.includes('places')) expect(own).toMatchObject({ where: null })
        if (event.refines === null && hides.includes('places') && event.where && !json.includes('"role":"happened"'))
          expect(own?.short.value).not.toContain('Town')
      }
      for (const id of told) expect(masked.events.get(id)).toBe(made.events.get(id))
      expect(storyToJson(storyFromJson(json))).toBe(json)
    }),
    { numRuns: 150 },
  )
})

test('a part of a place’s name is kept back like the whole', () => {
  const sailing = aStory({
    places: [
      { id: 'souda', name: 'Souda Bay, Crete', geometry: { type: 'Point', coordinates: [24.1, 35.5] }, precision: 'city' },
    ],
    events: [
      anEvent({
        id: 'leaves',
        title: 'The ship leaves',
        short: 'Leaving Crete',
        where: { place: 'souda', role: 'happened' },
        when: '2026-02-26',
      }),
      anEvent({ id: 'other', title: 'Talks', when: '2026-02-26' }),
    ],
  })
  const { short } =
    [...maskStory(sailing, hiding('places'), ids()).events].find(({ title }) => title.value.includes('ship')) ?? {}
  expect(short?.value).toBe('Leaving …')
})
