import { screen } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { createTable } from '../../src/views/table'
import { anEvent, aStory } from '../support/a-story'
import { show } from './show'

const story = () =>
  aStory({
    events: [
      anEvent({ id: 'b', title: 'Beta', when: '2026-02-26', where: { place: 'vienna' } }),
      anEvent({ id: 'a', title: 'Älpha', when: '2026-02-27', where: { place: 'geneva' } }),
      anEvent({ id: 'c', title: 'Gamma' }),
    ],
  })
const headers = () => screen.getAllByRole('rowheader').map((header) => header.textContent)

test('every event is a row under named columns, in order of date, undated last', () => {
  show(createTable, story())
  expect(headers()).toEqual(['Beta', 'Älpha', 'Gamma'])
  expect(screen.getAllByRole('columnheader').map((header) => header.textContent)).toEqual([
    'Date',
    'Event',
    'Kind',
    'Status',
    'Place',
    'Parties',
    'Claims',
    'Sources',
  ])
  expect(screen.getByRole('table', { name: '3 events, sorted by date, ascending' })).toBeTruthy()
})

test('a column header sorts, a second press turns the order, what has no date stays last', async () => {
  show(createTable, story())
  await userEvent.click(screen.getByRole('button', { name: 'Event' }))
  expect(headers()).toEqual(['Älpha', 'Beta', 'Gamma'])
  await userEvent.click(screen.getByRole('button', { name: 'Date' }))
  await userEvent.click(screen.getByRole('button', { name: 'Date' }))
  expect(headers()).toEqual(['Älpha', 'Beta', 'Gamma'])
  expect(screen.getByRole('columnheader', { name: 'Date' }).getAttribute('aria-sort')).toBe('descending')
  expect(screen.getByRole('columnheader', { name: 'Event' }).hasAttribute('aria-sort')).toBe(false)
})

test('sorting keeps the focus', async () => {
  show(createTable, story())
  await userEvent.click(screen.getByRole('button', { name: 'Place' }))
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Place' }))
})

test('a title opens its event', async () => {
  const { store } = show(createTable, story())
  await userEvent.click(screen.getByRole('button', { name: 'Beta' }))
  expect(store.state.selected).toBe('b')
  expect(screen.getByRole('row', { name: /Beta/ }).getAttribute('aria-current')).toBe('true')
})

test('the table scrolls in a region that the keyboard reaches', () => {
  show(createTable, story())
  expect(screen.getByRole('region', { name: 'Table of events' }).tabIndex).toBe(0)
})
