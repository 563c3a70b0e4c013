import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ClaimId, EventId, LayerId, PartyId, PlaceId, StepId, TopicId } from '../../src/core/types'
import { decodeQuery, encodeQuery } from '../../src/state/query'
import { type AppState, initialState, PARTS, SECRETS } from '../../src/state/state'
import { anEvent, aStory } from '../support/a-story'

const story = aStory({
  places: [
    { id: 'geneva', name: 'Geneva', geometry: { type: 'Point', coordinates: [6.14, 46.21] } },
    { id: 'vienna', name: 'Vienna', geometry: { type: 'Point', coordinates: [16.37, 48.21] } },
    { id: 'sea', name: 'Sea', precision: 'area', geometry: { type: 'Point', coordinates: [20, 35] } },
  ],
  asOf: '2026-02-26',
  layers: [
    { id: 'article', name: 'The article' },
    { id: 'history', name: 'History', shown: false },
    { id: 'afterwards', name: 'Afterwards', shown: false, notice: 'It tells of strikes.' },
  ],
  events: [
    anEvent({
      id: 'talks',
      when: '2026-02-26',
      parties: ['us', 'iran'],
      topics: ['process', 'missiles'],
      claims: [
        {
          id: 'progress',
          attribution: 'outlet',
          status: 'claimed',
          text: 'There was progress.',
          sources: [{ source: 'article' }],
        },
      ],
    }),
    anEvent({ id: 'treaty', when: '2015-07-14', layer: 'history' }),
    anEvent({ id: 'strikes', when: '2026-02-28', layer: 'afterwards' }),
  ],
  steps: [{ id: 'first', title: 'First', text: 'Look.' }],
})
const blank = initialState(story)
const MINUTE = 60_000

const minute = fc.integer({ min: Date.UTC(1900, 0) / MINUTE, max: Date.UTC(2100, 0) / MINUTE }).map((n) => n * MINUTE)
const interval = fc
  .tuple(minute, fc.integer({ min: 1, max: 10_000_000 }))
  .map(([start, length]) => [start, start + length * MINUTE] as const)
const set = <Value>(values: readonly Value[]) => fc.subarray([...values]).map((chosen) => new Set(chosen))

const sharedState: fc.Arbitrary<AppState> = fc.record({
  domain: interval,
  brush: fc.option(interval),
  instant: minute,
  known: fc.option(minute),
  selected: fc.constantFrom(null, 'talks' as EventId),
  hovered: fc.constant(null),
  search: fc.string({ maxLength: 60 }).map((text) => text.trim()),
  parties: set(['us', 'iran'] as PartyId[]),
  topics: set(['process', 'missiles'] as TopicId[]),
  kinds: set(['talks', 'military'] as const),
  statuses: set(['happened', 'planned'] as const),
  layers: fc.subarray([...story.layers.keys()] as LayerId[], { minLength: 1 }).map((ids) => new Set(ids)),
  panel: fc.constantFrom('events', 'table', 'positions'),
  laneBy: fc.constantFrom('place', 'party', 'topic'),
  camera: fc.option(
    fc.record({
      center: fc
        .tuple(fc.integer({ min: -1_800_000, max: 1_800_000 }), fc.integer({ min: -850_000, max: 850_000 }))
        .map(([lon, lat]) => [lon / 10_000, lat / 10_000] as const),
      zoom: fc.integer({ min: 0, max: 1000 }).map((n) => n / 100),
    }),
  ),
  step: fc.constantFrom(null, 'first' as StepId),
  place: fc.constant(null),
  mode: fc.constantFrom('explore', 'present'),
  lang: fc.constantFrom(null, 'fa', 'en-GB'),
  theme: fc.constantFrom('auto', 'light', 'dark'),
  api: fc.boolean(),
  claim: fc.constant(null),
  pointed: fc.constant(null),
  playing: fc.constant(false),
  area: fc.constant(null),
  dialog: fc.constant(null),
  byMap: fc.constantFrom('off', 'view', 'view-and-unplaced'),
  measure: fc.constantFrom(
    null,
    { kind: 'time', from: null, to: null } as const,
    { kind: 'time', from: 'talks' as EventId, to: 'treaty' as EventId } as const,
    { kind: 'distance', from: 'geneva' as PlaceId, to: null } as const,
    { kind: 'distance', from: 'geneva' as PlaceId, to: 'vienna' as PlaceId } as const,
  ),
  relay: fc.boolean(),
  compare: fc.constantFrom(null, ['talks' as EventId, 'treaty' as EventId] as const),
  motion: fc.constantFrom('auto', 'less'),
  keys: fc.boolean(),
  locked: fc.boolean(),
  parts: fc.subarray([...PARTS], { minLength: 1 }).map((parts) => new Set(parts)),
  pane: fc.constantFrom(null, ...PARTS),
  resize: fc.constantFrom('auto' as const, 'fixed' as const),
  secrets: set(SECRETS),
  told: set(['talks', 'treaty'] as EventId[]),
  exercise: fc.constantFrom(null, 'place' as const, 'order' as const),
  handout: fc.constantFrom(null, 'answers' as const, 'blank' as const),
  large: fc.boolean(),
  guess: fc.constant(null),
  blank: fc.constant(false),
  answered: fc.constant(null),
  spotlight: fc.constant(false),
})

test('a shared link restores what was shared', () => {
  fc.assert(
    fc.property(sharedState, fc.boolean(), (state, withClaim) => {
      // A locked page holds no layer with a notice.
      fc.pre(!state.locked || !state.layers.has('afterwards' as LayerId))
      const claim = withClaim && state.selected ? ('progress' as ClaimId) : null
      const shared = { ...state, claim }
      expect({ ...blank, ...decodeQuery(story, encodeQuery(story, shared)) }).toEqual(shared)
    }),
  )
})

test('any text is read without an error', () => {
  fc.assert(
    fc.property(fc.webQueryParameters(), fc.string(), (query, text) => {
      decodeQuery(story, `?${query}`)
      decodeQuery(story, text)
      for (const key of ['window', 'at', 'map', 'event', 'party', 'lang'])
        decodeQuery(story, `?${key}=${encodeURIComponent(text)}`)
    }),
  )
})

describe('the address', () => {
  test('is bare while everything is as it was', () => {
    expect(encodeQuery(story, blank)).toBe('')
  })
  test('names days where they say it all, in the story’s zone', () => {
    const state = { ...blank, brush: [Date.parse('2026-02-11T23:00Z'), Date.parse('2026-03-09T23:00Z') - 1] as const }
    expect(encodeQuery(story, state)).toBe('?brush=2026-02-12/2026-03-09')
  })
  test('a step has a number while something is kept back, because its id may tell; both lead to it', () => {
    const state = { ...blank, step: 'first' as StepId }
    expect(encodeQuery(story, state)).toBe('?step=first')
    expect(encodeQuery(story, { ...state, secrets: new Set(['places'] as const) })).toContain('step=_1&')
    for (const step of ['_1', 'first']) expect(decodeQuery(story, `?step=${step}&hide=places`).step).toBe('first')
    expect(decodeQuery(story, '?step=_2').step).toBeUndefined()
  })
  test('a day for the now-line is its end', () => {
    expect(decodeQuery(story, '?at=2026-02-20').instant).toBe(Date.parse('2026-02-20T23:00Z') - 1)
  })
  test.each([
    '?window=2026-02-30/2026-03-01',
    '?window=2026-03-02/2026-03-01',
    '?brush=yesterday',
    '?event=nobody',
    '?party=france',
    '?map=200,10,3',
    '?theme=pink',
    '?inview=3',
    '?parts=banner',
    '?pane=table',
    '?resize=9000',
    '?hide=answers',
    '?told=nobody',
    '?exercise=jump',
    '?handout=yes',
    '?large=yes',
    '?measure=weight,geneva,vienna',
    '?compare=talks,nobody',
    '?relay=yes',
    '?childId=frame-1&parentUrl=https://example.org/',
    '?__proto__=1&constructor=2',
  ])('%s changes nothing', (query) => {
    expect(decodeQuery(story, query)).toEqual({})
  })
  test('good members of a list are kept', () => {
    expect(decodeQuery(story, '?party=france,iran').parties).toEqual(new Set(['iran']))
  })
  test('says so where the event that opens by itself is closed', () => {
    const opening = aStory({
      chapters: [{ id: 'opening', title: 'Opening', window: '2026-02-12/2026-03-09', select: 'talks' }],
      events: [anEvent({ id: 'talks', when: '2026-02-26' })],
    })
    const state = initialState(opening)
    expect(state.selected).toBe('talks')
    expect(encodeQuery(opening, state)).toBe('')
    expect(encodeQuery(opening, { ...state, selected: null })).toBe('?event=-')
    expect(decodeQuery(opening, '?event=-').selected).toBeNull()
  })
  test('a link to an event of a hidden layer shows the layer', () => {
    expect(decodeQuery(story, '?event=treaty').layers).toEqual(new Set(['article', 'history']))
  })
  test('a layer with a notice stays closed until the reader opens it', () => {
    expect(decodeQuery(story, '?event=strikes').layers).toBeUndefined()
  })
  test('in a class’s link a layer with a notice stays closed even where the link asks for it', () => {
    expect(decodeQuery(story, '?layer=article,afterwards').layers).toEqual(new Set(['article', 'afterwards']))
    expect(decodeQuery(story, '?layer=article,afterwards&lock=1').layers).toEqual(new Set(['article']))
    expect(decodeQuery(story, '?layer=afterwards&lock=1').layers).toEqual(new Set(['article']))
  })
  test('nothing is measured from an area, which has no one point', () => {
    expect(decodeQuery(story, '?measure=distance,sea,vienna').measure).toEqual({ kind: 'distance', from: 'vienna', to: null })
  })
})
