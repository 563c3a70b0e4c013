import { fireEvent, screen, within } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { endOfDay } from '../../src/core/known'
import type { EventId } from '../../src/core/types'
import { anEvent, aStory } from '../support/a-story'
import { showPane, titles } from './show'

const claim = (id: string, party: string, source: string) => ({
  id,
  by: { party },
  attribution: 'named' as const,
  status: 'claimed' as const,
  text: `Said in ${source}.`,
  sources: [{ source }],
})
const story = () =>
  aStory({
    sources: [
      { id: 'early', publisher: 'Early paper', published: '2026-02-18' },
      { id: 'late', publisher: 'Late paper', published: '2026-02-26' },
    ],
    topics: [{ id: 'missiles', name: 'Missiles' }],
    events: [
      anEvent({
        id: 'round',
        title: 'Round of talks',
        when: '2026-02-17',
        parties: ['us', 'iran'],
        sources: [{ source: 'early' }, { source: 'late' }],
        claims: [claim('a', 'us', 'early'), claim('b', 'us', 'late'), claim('c', 'iran', 'late')],
      }),
      anEvent({ id: 'leak', title: 'Leaked order', when: '2026-02-10', reported: '2026-02-26' }),
      anEvent({ id: 'no-date', title: 'Without a date' }),
    ],
    positions: [
      { issue: 'missiles', party: 'us', attribution: 'named', status: 'claimed', text: 'Talk.', sources: [{ source: 'early' }] },
      { issue: 'missiles', party: 'iran', attribution: 'named', status: 'claimed', text: 'Not.', sources: [{ source: 'late' }] },
      { issue: 'missiles', party: 'us', attribution: 'named', status: 'claimed', text: 'Soon.', sources: [{ source: 'late' }] },
    ],
  })
const known = (day: string) => ({ known: endOfDay(story(), day) })
const openFilter = () => userEvent.click(screen.getByRole('button', { name: /^Filter/ }))
const field = () => screen.getByLabelText<HTMLInputElement>('Known on: Day')
const typeDay = (day: string) => fireEvent.change(field(), { target: { value: day } })

describe('known on a day', () => {
  test('a typed day hides what was reported later, says how many, and is taken back with one press', async () => {
    const { root, store } = showPane(story())
    await openFilter()
    typeDay('2026-02-20')
    expect(store.state.known).toBe(known('2026-02-20').known)
    expect(titles(root)).toEqual(['Round of talks', 'Without a date'])
    expect(screen.getByText('As it was known on Fri, 20 Feb 2026: 1 event hidden.')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Filter: 1 set' })).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Show all' }))
    expect(titles(root)).toHaveLength(3)
    expect(field().value).toBe('')
    expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Events' }))
  })

  test('the field shows the day of a link, and clears', async () => {
    const { store } = showPane(story(), known('2026-02-20'))
    await openFilter()
    expect(field().value).toBe('2026-02-20')
    await userEvent.click(within(screen.getByRole('group', { name: 'Known on' })).getByRole('button', { name: 'Clear' }))
    expect(store.state.known).toBeNull()
    expect(document.activeElement).toBe(field())
  })

  test('a day out of reach changes nothing, and the field says what would be right', async () => {
    const { store } = showPane(story())
    await openFilter()
    typeDay('1926-02-20')
    expect(field().getAttribute('aria-invalid')).not.toBe('true')
    fireEvent.blur(field())
    expect(store.state.known).toBeNull()
    expect(field().getAttribute('aria-invalid')).toBe('true')
    const told = screen.getByRole('alert')
    expect(told.textContent).toMatch(/^Give a whole date between .+ and .+\.$/)
    expect(field().getAttribute('aria-describedby')?.split(' ')).toContain(told.id)
    typeDay('2026-02-20')
    expect(told.textContent).toBe('')
    expect(field().getAttribute('aria-invalid')).toBe('false')
  })

  test('a fold names the records without a date of report, and those without any date', async () => {
    showPane(story(), known('2026-02-12'))
    const opener = screen.getByRole('button', { name: '1 record carries no date of report' })
    const fold = document.getElementById(opener.getAttribute('aria-controls') ?? '')
    expect(fold?.hidden).toBe(true)
    await userEvent.click(opener)
    expect([fold?.hidden, opener.getAttribute('aria-expanded')]).toEqual([false, 'true'])
    expect(fold?.textContent).toContain('Round of talks (17 Feb, hidden)')
    expect(fold?.textContent).toContain('1 record carries no date at all and stays:Without a date (no date)')
  })
})

describe('what is told of it', () => {
  const row = () => screen.getByRole('heading', { name: 'Round of talks' }).closest('li') ?? document.body

  test('claims and sources published later are counted, not shown; who had said nothing yet did so later', () => {
    showPane(story(), { ...known('2026-02-20'), selected: 'round' as EventId })
    const text = row().textContent ?? ''
    expect(text).toContain('Said in early.')
    expect(text).not.toContain('Said in late.')
    expect(text).toContain('Iran')
    expect(screen.getByRole('heading', { name: 'Iran' }).parentElement?.textContent).toBe('I IranPublished later')
    expect(text).toContain('2 claims were published later.')
    expect(text).toContain('1 source: Early paper (not linked). 1 source was published later.')
  })

  test('the open event follows when another day is set, and keeps its place', () => {
    const { store } = showPane(story(), { selected: 'round' as EventId })
    const before = row()
    expect(before.textContent).toContain('Said in late.')
    store.set(known('2026-02-20'))
    expect(row()).toBe(before)
    expect(before.textContent).not.toContain('Said in late.')
    store.set({ known: null })
    expect(before.textContent).toContain('Said in late.')
  })

  test('a position that was published later is said to be so, not to be none', () => {
    showPane(story(), { ...known('2026-02-20'), panel: 'positions' })
    expect(screen.getAllByRole('cell').map((cell) => cell.textContent)).toEqual([
      'Talk.claimed · named speaker · Early paper (not linked)1 claim was published later.',
      'Published later',
    ])
  })
})

describe('a layer that a class keeps closed', () => {
  const withLayer = () =>
    aStory({
      layers: [
        { id: 'article', name: 'The article', shown: true },
        { id: 'afterwards', name: 'Afterwards', shown: false, notice: 'It tells of deaths.' },
        { id: 'reports', name: 'Reports', shown: true },
      ],
      events: [
        anEvent({ id: 'a', layer: 'article', when: '2026-02-26' }),
        anEvent({ id: 'b', layer: 'afterwards', when: '2026-02-28' }),
        anEvent({ id: 'c', layer: 'reports', when: '2026-02-26' }),
      ],
    })

  test('its notice copies a link that keeps it closed, and says what that does', async () => {
    const { copied } = showPane(withLayer())
    await userEvent.click(screen.getByRole('button', { name: 'Afterwards (1)' }))
    expect(screen.getByText(/Whoever opens the link cannot open this layer/)).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Keep it closed for a class' }))
    expect(copied).toEqual(['https://parley.example/?lock=1'])
    expect(screen.getByText('Link for the class copied')).toBeTruthy()
  })

  test('with that link its box and its button are closed and do not tell how much it holds', async () => {
    const { root, store } = showPane(withLayer(), { locked: true })
    await openFilter()
    const box = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Afterwards closed for this class' })
    expect(box.disabled).toBe(true)
    fireEvent.click(box)
    expect(store.state.layers.size).toBe(2)
    expect(screen.queryByRole('button', { name: /Afterwards/ })).toBeNull()
    expect(screen.getByText('Not shown here:').parentElement?.textContent).toContain('Afterwards: closed for this class')
    expect(titles(root)).toEqual(['Event a', '+ Event c'])
  })
})
