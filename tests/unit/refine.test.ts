import { expect, test } from 'vitest'
import { findEvent, shownEvents } from '../../src/core/derive'
import type { EventId, LayerId } from '../../src/core/types'
import { anEvent, aStory } from '../support/a-story'

const layers = (...ids: string[]) => new Set(ids as LayerId[])
const story = aStory({
  layers: [
    { id: 'article', name: 'The article', shown: true },
    { id: 'reports', name: 'Other reports', shown: true },
  ],
  events: [
    anEvent({ id: 'warning', layer: 'article', when: '/2026-02-26', title: 'A warning' }),
    anEvent({
      id: 'warning-dated',
      layer: 'reports',
      refines: 'warning',
      when: '2026-02-19',
      where: { place: 'washington', role: 'happened' },
      text: 'At a meeting.',
      sources: [{ source: 'agency' }],
      claims: [
        { id: 'said', attribution: 'outlet', status: 'claimed', text: 'It was said then.', sources: [{ source: 'agency' }] },
      ],
    }),
    anEvent({ id: 'talks', layer: 'article', when: '2026-02-20' }),
  ],
})

test('a refinement and its event are one event, with what was added told apart', () => {
  const [first, ...rest] = shownEvents(story, { layers: layers('article', 'reports'), known: null })
  expect(first?.id).toBe('warning')
  expect(first?.when?.edtf).toBe('2026-02-19')
  expect(first?.where?.place).toBe('washington')
  expect(first?.additions).toMatchObject({ from: ['warning-dated'], when: true, where: true })
  expect(first?.additions?.texts.map((text) => text.value)).toEqual(['At a meeting.'])
  expect(first?.sources.map((citation) => citation.source)).toEqual(['article'])
  expect(first?.additions?.sources.map((citation) => citation.source)).toEqual(['agency'])
  expect(first?.claims.map((claim) => claim.layer)).toEqual(['reports'])
  expect(rest.map((event) => event.id)).toEqual(['talks'])
})

test('with the article alone the event is as the article has it, and in its place in time', () => {
  const events = shownEvents(story, { layers: layers('article'), known: null })
  expect(events.map((event) => event.id)).toEqual(['talks', 'warning'])
  expect(events[1]).toMatchObject({ where: null, additions: null })
  expect(events[1]?.when?.edtf).toBe('/2026-02-26')
})

test('a refinement whose event is hidden stands for itself', () => {
  expect(shownEvents(story, { layers: layers('reports'), known: null }).map((event) => event.id)).toEqual(['warning-dated'])
})

test('the id of a refinement leads to the event it refines', () => {
  const state = { layers: layers('article', 'reports'), known: null }
  expect(findEvent(story, state, 'warning-dated' as EventId)?.id).toBe('warning')
  expect(findEvent(story, { layers: layers('article'), known: null }, 'warning-dated' as EventId)).toBeNull()
})

test('of several records the last that tells format or outcome is believed, with its own citations', () => {
  const told = (text: string, source: string) => ({ text, sources: [{ source }] })
  const rounds = aStory({
    events: [
      anEvent({ id: 'round', format: told('Indirect', 'article') }),
      anEvent({ id: 'morning', refines: 'round', outcome: told('A list', 'agency') }),
      anEvent({ id: 'evening', refines: 'round', outcome: told('A longer list', 'paper') }),
    ],
  })
  const [round] = shownEvents(rounds, { layers: layers('article'), known: null })
  expect(round?.format?.text.value).toBe('Indirect')
  expect(round?.outcome).toMatchObject({ text: { value: 'A longer list' }, sources: [{ source: 'paper' }] })
  expect(round?.additions).toMatchObject({ format: false, outcome: true })
})
