import { screen } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { EventId } from '../../src/core/types'
import { createPositions } from '../../src/views/positions'
import { anEvent, aStory } from '../support/a-story'
import { show, showPane } from './show'

const story = () =>
  aStory({
    topics: [
      { id: 'missiles', name: 'Missiles' },
      { id: 'sanctions', name: 'Sanctions' },
      { id: 'process', name: 'Process' },
    ],
    people: [{ id: 'r', name: 'Marco Rubio', party: 'us' }],
    parties: [
      { id: 'us', name: 'United States', letter: 'U' },
      { id: 'iran', name: 'Iran', letter: 'I' },
      { id: 'un', name: 'United Nations', letter: 'N' },
    ],
    sources: [{ id: 'trt', publisher: 'TRT World', url: 'https://trt.example/a' }],
    events: [
      anEvent({ id: 'e', sources: [{ source: 'trt' }] }),
      anEvent({ id: 'rubio', title: 'Rubio speaks', sources: [{ source: 'trt', at: 'S9' }] }),
    ],
    positions: [
      {
        issue: 'missiles',
        party: 'us',
        by: { person: 'r' },
        attribution: 'named',
        status: 'claimed',
        text: 'A major obstacle.',
        sources: [{ source: 'trt', at: 'S9' }],
      },
      { issue: 'sanctions', party: 'iran', attribution: 'collective', text: 'Relief.', sources: [{ source: 'trt', at: 'S8' }] },
    ],
  })

test('the parties that have a position stand against the issues that someone has one on', () => {
  show(createPositions, story())
  expect(screen.getAllByRole('columnheader').map((header) => header.textContent)).toEqual(['Issue', 'U United States', 'I Iran'])
  expect(screen.getAllByRole('rowheader').map((header) => header.textContent)).toEqual(['Missiles', 'Sanctions'])
})

test('a cell says what, how sure, who, and in which sentence', () => {
  show(createPositions, story())
  const [cell] = screen.getAllByRole('cell')
  expect(cell?.textContent).toBe('A major obstacle.claimed · Marco Rubio · named speaker · TRT World, sentence 9In: Rubio speaks')
  expect(screen.getAllByRole<HTMLAnchorElement>('link', { name: 'TRT World' })[0]?.href).toBe('https://trt.example/a')
})

test('an empty cell says that the article states none', () => {
  show(createPositions, story())
  expect(screen.getAllByRole('cell')[1]?.textContent).toBe('The article states none')
})

test('a position leads to the event that cites its sentence: the list opens it, and the focus is there', async () => {
  const { store } = showPane(story(), { panel: 'positions' })
  await userEvent.click(screen.getByRole('button', { name: 'In: Rubio speaks' }))
  expect([store.state.selected, store.state.panel]).toEqual(['rubio', 'events'])
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Rubio speaks' }))
})

test('the positions of the open event are marked', () => {
  const { store } = show(createPositions, story())
  store.set({ selected: 'rubio' as EventId })
  const [obstacle, none] = screen.getAllByRole('cell')
  expect(obstacle?.querySelector('[aria-current="true"]')?.textContent).toContain('A major obstacle.')
  store.set({ selected: 'e' as EventId })
  expect(none?.parentElement?.querySelector('[aria-current]')).toBeNull()
})

test('the pointer on a position lifts its event', async () => {
  const { store } = show(createPositions, story())
  await userEvent.hover(screen.getByText('A major obstacle.'))
  expect(store.state.hovered).toBe('rubio')
})
