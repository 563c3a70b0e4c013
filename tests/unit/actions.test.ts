import { expect, test } from 'vitest'
import type { EventId } from '../../src/core/types'
import {
  articleOnly,
  goTo,
  isArticleOnly,
  reach,
  selectEvent,
  setDomain,
  toggleFacet,
  undoTopmost,
  withNoticesFirst,
} from '../../src/state/actions'
import { initialState } from '../../src/state/state'
import { anEvent, aStory } from '../support/a-story'

const story = aStory({
  layers: [
    { id: 'article', name: 'The article' },
    { id: 'reports', name: 'Other reports' },
  ],
  chapters: [{ id: 'opening', title: 'Opening', window: '2026-02-12/2026-03-09' }],
  events: [
    anEvent({ id: 'talks', layer: 'article', when: '2026-02-26' }),
    anEvent({ id: 'old', layer: 'article', when: '2025-04-12' }),
    anEvent({ id: 'extra', layer: 'reports', when: '2026-02-20' }),
  ],
})
const blank = initialState(story)
const id = (text: string) => text as EventId

test('going to a time shows the hidden layers that have events there, but none with a notice', () => {
  const layered = aStory({
    layers: [
      { id: 'article', name: 'The article' },
      { id: 'history', name: 'History', shown: false },
      { id: 'afterwards', name: 'Afterwards', shown: false, notice: 'It tells of strikes.' },
    ],
    events: [
      anEvent({ id: 'talks', layer: 'article', when: '2026-02-26' }),
      anEvent({ id: 'treaty', layer: 'history', when: '2015-07-14' }),
      anEvent({ id: 'strikes', layer: 'afterwards', when: '2026-02-28' }),
    ],
  })
  const state = initialState(layered)
  const go = (from: string, to: string) => goTo(layered, state, [Date.parse(from), Date.parse(to)]).layers
  expect(go('2015-01-01', '2016-01-01')).toEqual(new Set(['article', 'history']))
  expect(go('2026-02-01', '2026-03-01')).toBeUndefined()
})

test('selecting an event in view leaves the window as it is', () => {
  expect(selectEvent(story, blank, id('talks'))).toEqual({ selected: 'talks', claim: null, domain: blank.domain })
})

test('selecting an event out of view moves the window to it and keeps its length', () => {
  const { domain } = selectEvent(story, blank, id('old'))
  const length = blank.domain[1] - blank.domain[0]
  expect(domain && domain[1] - domain[0]).toBeCloseTo(length, 0)
  const at = Date.parse('2025-04-12T12:00Z')
  expect(domain && domain[0] < at && at < domain[1]).toBe(true)
})

test('an event that is not shown cannot be selected', () => {
  const alone = { ...blank, ...articleOnly(story, blank, true) }
  expect(isArticleOnly(story, alone)).toBe(true)
  expect(selectEvent(story, alone, id('extra')).selected).toBeNull()
})

test('the article alone closes an open event of another layer', () => {
  expect(articleOnly(story, { ...blank, selected: id('extra') }, true).selected).toBeNull()
  expect(articleOnly(story, { ...blank, selected: id('talks') }, true)).not.toHaveProperty('selected')
})

test('the window is never shorter than a minute nor beyond the reach of the story', () => {
  const narrow = setDomain(story, [5, 6]).domain
  expect(narrow && narrow[1] - narrow[0]).toBe(60_000)
  expect(setDomain(story, [-1e15, 1e15]).domain).toEqual(reach(story))
})

test('the last layer cannot be taken away', () => {
  const one = { ...blank, layers: new Set([...blank.layers].slice(0, 1)) }
  expect(toggleFacet(one, 'layers', [...one.layers][0] as never)).toEqual({})
})

test('Esc undoes the selection, then the time filter, then the filters, one at a time', () => {
  let state = { ...blank, selected: id('talks'), brush: blank.domain, search: 'x' }
  const left: string[] = []
  for (let patch = undoTopmost(state); patch !== null; patch = undoTopmost(state)) {
    state = { ...state, ...(patch as typeof state) }
    left.push([state.selected, state.brush && 'brush', state.search].filter(Boolean).join(' '))
  }
  expect(left).toEqual(['brush x', 'x', ''])
})

test('a link opens no layer past the word on its content, but what the author shows, and all others', () => {
  const warned = aStory({
    layers: [
      { id: 'article', name: 'The article' },
      { id: 'reports', name: 'Other reports', shown: false },
      { id: 'after', name: 'Afterwards', shown: false, notice: 'It tells of deaths.' },
      { id: 'open', name: 'Open', notice: 'It tells of wounds.' },
    ],
  })
  const asked = { ...initialState(warned), layers: new Set(warned.layers.keys()) }
  const { state, closed } = withNoticesFirst(warned, asked)
  expect([...state.layers]).toEqual(['article', 'reports', 'open'])
  expect(closed.map(({ id }) => id)).toEqual(['after'])
  expect(withNoticesFirst(warned, state).state).toBe(state)
})
