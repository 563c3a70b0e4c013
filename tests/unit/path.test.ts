import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { homeCamera, panesOf } from '../../src/core/frame'
import { boundsOf } from '../../src/core/mercator'
import { wayFrom } from '../../src/core/path'
import { stepView } from '../../src/core/step-view'
import { readStory } from '../../src/core/story'
import type { Story } from '../../src/core/story-types'
import type { EventId, LayerId, PartyId, StepId } from '../../src/core/types'
import { goToStep, hasStrayed, leaveSteps, readPlace, viewAt } from '../../src/state/path'
import { decodeQuery, encodeQuery } from '../../src/state/query'
import { type AppState, initialState } from '../../src/state/state'
import { windowBetween } from '../../src/views/timeline-flight'
import { anEvent, aStory } from '../support/a-story'

function ourStory(): Story {
  const { story } = readStory(readFileSync(resolve(import.meta.dirname, '../../data/us-iran-2026.json')))
  if (story === null) throw new Error('Our story cannot be read')
  return story
}
const ours = ourStory()

const story = aStory({
  asOf: '2026-02-26',
  layers: [
    { id: 'article', name: 'The article' },
    { id: 'history', name: 'History', shown: false },
    { id: 'afterwards', name: 'Afterwards', shown: false, notice: 'It tells of strikes.' },
  ],
  events: [
    anEvent({ id: 'talks', when: '2026-02-26', where: { place: 'geneva' }, parties: ['us', 'iran'] }),
    anEvent({ id: 'treaty', when: '2015-07-14', layer: 'history' }),
    anEvent({ id: 'strikes', when: '2026-02-28', layer: 'afterwards' }),
  ],
  chapters: [{ id: 'opening', title: 'Opening', window: '2026-02-20/2026-03-01', select: 'talks' }],
  steps: [
    { id: 'bare', title: 'Bare', text: 'Names nothing.' },
    {
      id: 'then',
      title: 'Then',
      text: 'Years ago.',
      select: 'treaty',
      window: '2013/2016',
      brush: '2015',
      at: '2015-07-14T12:00Z',
      layers: ['article', 'history'],
      camera: { bounds: [0, 40, 20, 50] },
    },
    { id: 'later', title: 'Later', text: 'Afterwards.', select: 'strikes', layers: ['article', 'afterwards'] },
  ],
})
const step = (id: string) => id as StepId
const at = (state: AppState, id: string): AppState => ({ ...state, ...goToStep(story, state, step(id)) })
const left = (state: AppState): AppState => ({ ...state, ...leaveSteps(story, state) })
const opened = (query: string, of = story): AppState => ({ ...initialState(of), ...decodeQuery(of, query) })

/** What a reader does by hand, on the path or beside it. */
const byHand: fc.Arbitrary<Partial<AppState>> = fc.record(
  {
    domain: fc
      .tuple(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 1, max: 1e12 }))
      .map(([from, length]) => [from, from + length] as const),
    brush: fc.option(fc.constant([1e12, 2e12] as const)),
    instant: fc.integer({ min: 0, max: 2e12 }),
    selected: fc.constantFrom<EventId | null>(null, 'talks' as EventId),
    camera: fc.option(fc.constant({ center: [10, 40] as const, zoom: 4 })),
    layers: fc.subarray([...story.layers.keys()], { minLength: 1 }).map((ids): ReadonlySet<LayerId> => new Set(ids)),
    parties: fc.subarray(['us', 'iran'] as PartyId[]).map((ids) => new Set(ids)),
    search: fc.constantFrom('', 'talks'),
    panel: fc.constantFrom('events', 'table', 'positions'),
    laneBy: fc.constantFrom('place', 'party'),
    theme: fc.constantFrom('auto', 'dark'),
  },
  { requiredKeys: [] },
)

describe('the way', () => {
  test('begins with the first step and ends with the last', () => {
    expect(wayFrom(story, null)).toEqual({ index: -1, count: 3, first: 'bare', previous: null, next: 'bare', last: 'later' })
    expect(wayFrom(story, step('bare'))).toMatchObject({ index: 0, previous: null, next: 'then' })
    expect(wayFrom(story, step('later'))).toMatchObject({ index: 2, previous: 'then', next: null })
  })

  test('of a story without steps leads nowhere', () => {
    expect(wayFrom(aStory({ events: [] }), null)).toMatchObject({ count: 0, first: null, next: null, last: null })
  })
})

describe('a step', () => {
  test('that names nothing shows the story as it opens', () => {
    const before = { ...initialState(story), search: 'x', panel: 'table' as const, selected: null }
    expect({ ...at(before, 'bare'), step: null, place: null }).toEqual(initialState(story))
  })

  test('sets window, time filter, now-line, event and layers', () => {
    const [, then] = story.steps
    if (!then) throw new Error('The story has no second step')
    const state = at(initialState(story), 'then')
    expect(state).toMatchObject({ domain: then.window, brush: then.brush, instant: then.at, selected: 'treaty', camera: null })
    expect([...state.layers]).toEqual(['article', 'history'])
  })

  test('opens no layer with a notice in a class’s link', () => {
    const locked = { ...initialState(story), locked: true }
    expect([...at(locked, 'later').layers]).toEqual(['article'])
    expect(at(locked, 'later').selected).toBeNull()
    expect([...at(initialState(story), 'later').layers]).toEqual(['article', 'afterwards'])
  })

  test('leaves what it does not change as it is, so that no view draws it again', () => {
    const state = initialState(story)
    expect(Object.keys(goToStep(story, state, step('bare'))).sort()).toEqual(['place', 'step'])
  })

  test('leaves an exercise, and keeps what is hidden and told', () => {
    const asked = { exercise: 'place', guess: [...story.places.keys()][0] ?? null, secrets: new Set(['dates' as const]) } as const
    const state = { ...initialState(story), ...asked, told: new Set([...story.events].slice(0, 1).map(({ id }) => id)) }
    const patch = goToStep(story, state, step('then'))
    expect(patch).toMatchObject({ exercise: null, step: 'then' })
    expect([patch.secrets, patch.told]).toEqual([undefined, undefined])
  })

  test('shows all of its bounds in a pane of any shape', () => {
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 1600 }), fc.integer({ min: 200, max: 900 }), (widthPx, heightPx) => {
        const panes = panesOf(story, { widthPx, heightPx })
        const [west, south, east, north] = boundsOf(homeCamera(story, step('then'), panes), panes.main)
        expect(Math.max(west - 0, south - 40, 20 - east, 50 - north)).toBeLessThan(1e-6)
      }),
    )
    const panes = panesOf(story, { widthPx: 800, heightPx: 400 })
    expect(homeCamera(story, step('bare'), panes)).toBe(panes.camera)
  })
})

describe('leaving', () => {
  test('gives back where the reader was, wherever the path went and whatever was done on it', () => {
    const walk = fc.array(fc.oneof(fc.constantFrom('bare', 'then', 'later'), byHand), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(byHand, fc.constantFrom('bare', 'then', 'later'), walk, (was, first, moves) => {
        // The colours are not the path's: they stay as the reader made them last.
        const before: AppState = { ...initialState(story), ...was, theme: 'auto' }
        let state = at(before, first)
        for (const move of moves) state = typeof move === 'string' ? at(state, move) : { ...state, ...move, theme: 'auto' }
        expect(left(state)).toEqual(before)
      }),
    )
  })

  test('gives the story as it opens to who came by a link', () => {
    expect(left(opened('?step=then'))).toEqual(initialState(story))
  })

  test('leads there from what was kept of it outside the page too; what is no place is none', () => {
    const state = at({ ...initialState(story), search: 'talks', parties: new Set(['iran' as PartyId]) }, 'bare')
    expect(readPlace(structuredClone(state.place))).toEqual(state.place)
    for (const none of [null, undefined, 'talks', {}, { search: 'talks' }]) expect(readPlace(none)).toBeNull()
  })

  test('and coming again keeps the newer place', () => {
    const again = at({ ...left(at(initialState(story), 'then')), search: 'talks' }, 'bare')
    expect(left(again).search).toBe('talks')
  })
})

describe('going on by hand', () => {
  test('stays on the path and is told from the step itself', () => {
    const state = at(initialState(story), 'then')
    expect(hasStrayed(story, state)).toBe(false)
    for (const done of [{ selected: null }, { camera: { center: [0, 0] as const, zoom: 3 } }, { panel: 'table' as const }]) {
      expect(hasStrayed(story, { ...state, ...done })).toBe(true)
      expect(at({ ...state, ...done }, 'then')).toEqual(state)
    }
    expect(hasStrayed(story, { ...state, hovered: 'talks' as EventId, theme: 'dark' })).toBe(false)
  })

  test('is nothing where no step is shown', () => {
    expect(hasStrayed(story, { ...initialState(story), search: 'x' })).toBe(false)
  })
})

describe('the address of a step', () => {
  test.each(ours.steps.map(({ id }) => id))('“%s” alone gives its whole view', (id) => {
    const reached = { ...initialState(ours), ...goToStep(ours, { ...initialState(ours), search: 'gone' }, id), search: '' }
    const query = encodeQuery(ours, reached)
    expect(query).toBe(`?step=${id}`)
    expect({ ...opened(query, ours), place: null }).toEqual({ ...reached, place: null })
  })

  test.each(ours.steps)('“$id” finds its event on the page, and has a question and a note', (each) => {
    const view = stepView(ours, each)
    expect(view.selected).toBe(each.select)
    expect(each.question && each.answer && each.note).toBeTruthy()
  })

  test('with other keys lets those win', () => {
    const state = opened('?step=then&event=talks&brush=-&layer=article')
    expect(state).toMatchObject({ step: 'then', selected: 'talks', brush: null, domain: story.steps[1]?.window })
    expect([...state.layers]).toEqual(['article'])
  })

  test('gives back what the reader changed in the step', () => {
    fc.assert(
      fc.property(fc.constantFrom('bare', 'then'), byHand, (id, done) => {
        // Times are written to the minute.
        const { domain: _, instant: __, brush, ...rest } = done
        const state: AppState = { ...at(initialState(story), id), ...rest, ...(brush === null ? { brush } : {}), place: null }
        expect(opened(encodeQuery(story, state))).toEqual(state)
      }),
    )
  })

  test('that the story does not know is no step', () => {
    expect(decodeQuery(story, '?step=nowhere')).toEqual({})
    expect(viewAt(story, step('nowhere'))).toEqual({})
  })
})

test('between two windows the way begins at the one, ends at the other and never turns back', () => {
  const time = fc.integer({ min: -1e12, max: 1e12 })
  const span = fc.tuple(time, fc.integer({ min: 60_000, max: 1e12 })).map(([from, length]) => [from, from + length] as const)
  fc.assert(
    fc.property(span, span, (from, to) => {
      const near = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1)
      const parts = [0, 0.25, 0.5, 0.75, 1].map((t) => windowBetween(from, to, t))
      near(parts[0]?.[0] ?? 0, from[0])
      near(parts[0]?.[1] ?? 0, from[1])
      expect(parts[4]).toBe(to)
      const lengths = parts.map(([start, end]) => end - start)
      const sorted = [...lengths].sort((a, b) => ((lengths[0] ?? 0) <= (lengths[4] ?? 0) ? a - b : b - a))
      for (const [index, length] of lengths.entries()) near(length, sorted[index] ?? 0)
    }),
  )
})
