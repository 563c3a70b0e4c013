import { screen } from '@testing-library/dom'
import { expect, test } from 'vitest'
import { createPositions } from '../../src/views/positions'
import { anEvent, aStory } from '../support/a-story'
import { show } from './show'

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
    events: [anEvent({ id: 'e', sources: [{ source: 'trt' }] })],
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
  expect(cell?.textContent).toBe('A major obstacle.claimed · Marco Rubio · named speaker · TRT World, sentence 9')
  expect(screen.getAllByRole<HTMLAnchorElement>('link', { name: 'TRT World' })[0]?.href).toBe('https://trt.example/a')
})

test('an empty cell says that the article states none', () => {
  show(createPositions, story())
  expect(screen.getAllByRole('cell')[1]?.textContent).toBe('The article states none')
})
