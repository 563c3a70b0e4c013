import { screen } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { LayerId } from '../../src/core/types'
import { anEvent, aStory } from '../support/a-story'
import { showPane, titles } from './show'

const story = () =>
  aStory({
    layers: [
      { id: 'article', name: 'The article', shown: true },
      { id: 'background', name: 'Background', shown: false },
      { id: 'afterwards', name: 'Afterwards', shown: false, notice: 'It tells of deaths.' },
    ],
    events: [
      anEvent({ id: 'a', layer: 'article', kind: 'talks', status: 'planned', parties: ['us', 'iran'], when: '2026-03-02' }),
      anEvent({ id: 'b', layer: 'article', kind: 'statement', parties: ['iran'], when: '2026-02-26' }),
      anEvent({ id: 'c', layer: 'background', kind: 'agreement', parties: ['us'], when: '2015' }),
      anEvent({ id: 'd', layer: 'afterwards', kind: 'military', parties: ['us'], when: '2026-02-28' }),
    ],
  })

const open = () => userEvent.click(screen.getByRole('button', { name: 'Filter' }))
const box = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name })

test('every facet carries how many events it would leave', async () => {
  showPane(story())
  await open()
  expect(screen.getByRole('group', { name: 'Party' })).toBeTruthy()
  expect(box('Iran 2')).toBeTruthy()
  expect(box('Talks 1')).toBeTruthy()
  expect(box('Planned 1')).toBeTruthy()
  expect(box('Afterwards 1').checked).toBe(false)
})

test('a facet narrows the list, and the counts of the others follow', async () => {
  const { root } = showPane(story())
  await open()
  await userEvent.click(box(/United States/))
  expect(titles(root)).toEqual(['Event a'])
  expect(box('Statement 0')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Filter: 1 set' })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }))
  expect(titles(root).length).toBe(2)
})

test('a layer with a word on its content opens only after that word was read', async () => {
  const { root } = showPane(story())
  await open()
  await userEvent.click(box(/Afterwards/))
  expect(titles(root)).not.toContain('+ Event d')
  expect(box(/Afterwards/).checked).toBe(false)
  expect(screen.getByText('It tells of deaths.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Show “Afterwards”' }))
  expect(titles(root)).toContain('+ Event d')
  expect(box(/Afterwards/).checked).toBe(true)
  expect(document.activeElement).toBe(box(/Afterwards/))
})

test('a layer can stay hidden after its word was read', async () => {
  const { store } = showPane(story())
  await open()
  await userEvent.click(box(/Afterwards/))
  await userEvent.click(screen.getByRole('button', { name: 'Keep it hidden' }))
  expect(store.state.layers.size).toBe(1)
  expect(document.activeElement).toBe(box(/Afterwards/))
})

test('the last layer stays', async () => {
  const { store } = showPane(story())
  await open()
  await userEvent.click(box(/The article/))
  expect(store.state.layers.size).toBe(1)
  expect(box(/The article/).checked).toBe(true)
})

test('the years stand over their events where there is more than one', async () => {
  const { root } = showPane(story())
  await open()
  await userEvent.click(box(/Background/))
  const groups = [...root.querySelectorAll('.event-group:not([hidden])')].map((group) => group.textContent)
  expect(groups).toEqual(['2015', '2026'])
})

test('when nothing fits, a sentence says why and a button brings everything back', async () => {
  const { root } = showPane(story(), { search: 'submarine' })
  expect(screen.getByText('No event fits the search “submarine”.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Show all events' }))
  expect(titles(root).length).toBe(2)
})

test('filters that are empty only together are named together', async () => {
  showPane(story(), { kinds: new Set(['talks']), statuses: new Set(['happened']) })
  expect(screen.getByText('No event fits kind talks and status happened together.')).toBeTruthy()
})

test('under the list stands what is not shown, with a word on its content first where it has one', async () => {
  const { store, root } = showPane(story(), { layers: new Set(['article', 'background'] as LayerId[]) })
  await userEvent.click(screen.getByRole('button', { name: 'Afterwards (1)' }))
  expect(store.state.layers.size).toBe(2)
  expect(screen.getByText('It tells of deaths.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Show “Afterwards”' }))
  expect(titles(root)).toContain('+ Event d')
  expect(screen.getByText('Not shown here:').parentElement?.hidden).toBe(true)
  expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Events' }))
})

const onMap = () =>
  aStory({
    events: [
      anEvent({ id: 'a', when: '2026-02-26', where: { place: 'geneva' } }),
      anEvent({ id: 'b', when: '2026-02-26', where: { place: 'tehran' } }),
      anEvent({ id: 'c', when: '2026-02-26' }),
    ],
  })
const EUROPE = [[-10, 36, 30, 60]] as const

test('only what is in the map’s view: counted so, what has no place one press away, and a way back', async () => {
  const { root, store } = showPane(onMap(), { area: EUROPE })
  await open()
  await userEvent.click(box('Only what is in the map’s view'))
  expect(titles(root)).toEqual(['Event a'])
  expect(screen.getByText(/^1 of 3 events in the map’s view, /)).toBeTruthy()
  const unplaced = screen.getByRole('button', { name: '1 without a place' })
  expect(unplaced.getAttribute('aria-pressed')).toBe('false')
  await userEvent.click(unplaced)
  expect(titles(root)).toEqual(['Event a', 'Event c'])
  expect(unplaced.getAttribute('aria-pressed')).toBe('true')
  await userEvent.click(screen.getByRole('button', { name: 'Show all' }))
  expect(store.state.byMap).toBe('off')
  expect(titles(root)).toHaveLength(3)
  expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Events' }))
})

test('without a map the filter by map leaves nothing out, and says so', () => {
  const { root } = showPane(onMap(), { byMap: 'view' })
  expect(titles(root)).toHaveLength(3)
  expect(screen.getByText('The map is not there, so nothing is left out.')).toBeTruthy()
  expect(screen.getByText(/^3 events, /)).toBeTruthy()
})

test('a map’s view without events says why nothing is left', () => {
  showPane(onMap(), { byMap: 'view', area: [[100, -50, 120, -40]] })
  expect(screen.getByText('No event fits the map’s view.')).toBeTruthy()
})
