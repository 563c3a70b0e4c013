import { screen, within } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import type { EventId, LayerId } from '../../src/core/types'
import { compareWords } from '../../src/core/words/compare-words'
import type { AppState } from '../../src/state/state'
import { createCompare } from '../../src/views/compare'
import { anEvent, aStory } from '../support/a-story'
import { show } from './show'

const people = [
  { id: 'araghchi', name: 'Abbas Araghchi', party: 'iran', role: 'Foreign minister' },
  { id: 'minister', name: 'Badr Albusaidi', party: 'oman' },
]
const story = aStory({
  asOf: '2026-02-26',
  people,
  layers: [
    { id: 'article', name: 'The article' },
    { id: 'past', name: 'Earlier rounds', shown: false },
    { id: 'after', name: 'Afterwards', shown: false, notice: 'Strikes' },
  ],
  events: [
    anEvent({
      id: 'third',
      kind: 'talks',
      title: 'Third round',
      when: '2026-02-26T10:00+01:00/',
      approximate: true,
      where: { place: 'geneva' },
      parties: ['us', 'iran'],
      people: ['araghchi', 'minister'],
      format: { text: 'Indirect', sources: [{ source: 'agency', at: 'S2' }] },
      claims: [{ by: { party: 'oman', person: 'minister' }, text: 'There was progress', sources: [{ source: 'paper' }] }],
      conflict: 'One outlet speaks of direct talks.',
    }),
    anEvent({ id: 'second', kind: 'talks', title: 'Second round', when: '2026-02-17', outcome: { text: 'Principles' } }),
    anEvent({
      id: 'week',
      kind: 'talks',
      title: 'Next week',
      when: '2026-03-02/2026-03-08',
      occurs: 'within',
      status: 'planned',
    }),
    anEvent({ id: 'first', kind: 'talks', title: 'First round', when: '2025-04-12', layer: 'past' }),
    anEvent({ id: 'next', kind: 'talks', title: 'After all', when: '2026-03-02', layer: 'after' }),
  ],
})
const pair = (a: string, b: string) => ({ compare: [a, b] as unknown as readonly [EventId, EventId] })
const compare = (a: string, b: string, state: Partial<AppState> = {}) =>
  show(createCompare(compareWords), story, { ...pair(a, b), ...state })
const dialog = () => screen.getByRole('dialog', { name: 'Compare two rounds' })
/** The two cells of a row. */
const row = (name: string) => {
  const element = within(dialog()).getByRole('rowheader', { name }).closest('tr')
  if (element === null) throw new Error('The header stands in no row')
  return within(element)
    .getAllByRole('cell')
    .map((cell) => cell.textContent)
}
const select = (name: string) => within(dialog()).getByRole<HTMLSelectElement>('combobox', { name })

describe('two rounds side by side', () => {
  test('are a table with the rounds as columns and what is asked of them as rows', () => {
    compare('second', 'third')
    const table = within(dialog()).getByRole('table', { name: 'Second round, beside Third round' })
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((cell) => cell.textContent),
    ).toEqual(['Second round', 'Third round'])
    expect(
      within(table)
        .getAllByRole('rowheader')
        .map((cell) => cell.textContent),
    ).toEqual(['When', 'Where', 'Who', 'Format', 'Where sources differ', 'Outcome', 'Claims', 'Sources'])
  })

  test('say what no source states', () => {
    compare('second', 'third')
    expect(row('Format')).toEqual(['Not stated in the sources here.', expect.stringContaining('Indirect')])
    expect(row('Outcome')).toEqual([
      expect.stringContaining('Principles'),
      expect.stringContaining('Not stated in the sources here.'),
    ])
    expect(row('Where')).toEqual(['Not stated in the sources here.', 'Geneva'])
  })

  test('name the source of a format where it has one of its own', () => {
    compare('second', 'third')
    expect(row('Format')[1]).toBe('Indirectagency, sentence 2 (not linked)')
  })

  test('list the people of the parties that take part, not those who only speak of it', () => {
    compare('second', 'third')
    expect(row('Who')[1]).toBe('UUnited StatesIIranAbbas Araghchi, Foreign minister')
    expect(row('Claims')[1]).toContain('Badr Albusaidi: There was progress')
    expect(row('Claims')[1]).toContain('claimed · named speaker · paper')
  })

  test('keep the row of differing sources for rounds that have some', () => {
    compare('second', 'week')
    expect(within(dialog()).queryByRole('rowheader', { name: 'Where sources differ' })).toBeNull()
    expect(row('Outcome')[1]).toContain('Planned: no outcome yet.')
  })

  test('stand on one scale, each as far as it is known, and the days between are counted', () => {
    compare('second', 'third')
    expect(within(dialog()).getByRole('status').textContent).toBe('9 days apart')
    const scale = within(dialog()).getByRole('figure', { name: 'On one scale' })
    expect(
      within(scale)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['17 Feb: hours not stated', '26 Feb, Geneva: from about 10:00; end not reported'])
    expect(scale.textContent).toContain('Hours of the day')
  })

  test('stand on a scale of days where one is not known to the day', () => {
    compare('third', 'week')
    expect(within(dialog()).getByRole('status').textContent).toBe('4 to 10 days apart')
    expect(within(dialog()).getByRole('figure').textContent).toContain('Days, each counted from its own first day.')
  })
})

describe('the choice of rounds', () => {
  test('offers the rounds of all layers that need no word before, by year', () => {
    compare('second', 'third')
    const groups = within(select('First round')).getAllByRole('group')
    expect(groups.map((group) => group.getAttribute('label'))).toEqual(['2025', '2026'])
    const options = within(select('First round')).getAllByRole('option', { hidden: false })
    expect(options.map((option) => option.textContent).filter((text) => text !== 'Choose a round')).toEqual([
      '12 Apr 2025: + First round (not on the page)',
      '17 Feb: Second round',
      '26 Feb: Third round',
      expect.stringMatching(/^2\s?–\s?8 Mar: Next week$/),
    ])
  })

  test('puts another round in the place of one, and says that the page does not show it', async () => {
    const { store } = compare('second', 'third')
    await userEvent.selectOptions(select('First round'), 'first')
    expect(store.state.compare).toEqual(['first', 'third'])
    expect(within(dialog()).getByRole('columnheader', { name: '+ First round' })).toBeTruthy()
    expect(dialog().textContent).toContain('Not shown on the page: “Earlier rounds” is hidden there.')
    expect(within(dialog()).getByRole('status').textContent).toBe('320 days apart')
  })

  test('swaps the sides, by its button or by choosing the other’s round', async () => {
    const { store } = compare('second', 'third')
    await userEvent.click(within(dialog()).getByRole('button', { name: 'Swap sides' }))
    expect(store.state.compare).toEqual(['third', 'second'])
    expect(select('First round').value).toBe('third')
    await userEvent.selectOptions(select('First round'), 'second')
    expect(store.state.compare).toEqual(['second', 'third'])
  })

  test('keeps focus where it is while rounds change', async () => {
    compare('second', 'third')
    await userEvent.selectOptions(select('Second round'), 'week')
    await userEvent.tab()
    await userEvent.tab({ shift: true })
    expect(document.activeElement).toBe(select('Second round'))
  })

  test('asks for another where a link names what cannot be shown', () => {
    compare('third', 'next')
    expect(select('Second round').value).toBe('')
    expect(dialog().textContent).toContain('This round cannot be shown here. Choose another.')
    expect(within(dialog()).queryByRole('table')).toBeNull()
  })

  test('has the rounds of a layer with a notice once that is open', () => {
    compare('third', 'next', { layers: new Set(['article', 'after'] as LayerId[]) })
    expect(within(dialog()).getByRole('columnheader', { name: '+ After all' })).toBeTruthy()
  })
})

describe('the dialog', () => {
  test('is open while state names two rounds, and Esc sets none', async () => {
    const { store } = compare('second', 'third')
    await userEvent.keyboard('{Escape}')
    expect(store.state.compare).toBeNull()
    expect(screen.queryByRole('dialog')).toBeNull()
    store.set(pair('third', 'week'))
    expect(within(dialog()).getByRole('columnheader', { name: 'Next week' })).toBeTruthy()
    store.set({ compare: null })
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('leaves what was claimed later out while the page shows what was known before', () => {
    const dated = aStory({
      sources: [{ id: 'paper', publisher: 'Paper', published: '2026-02-28' }],
      events: [
        anEvent({ id: 'a', kind: 'talks', title: 'A', when: '2026-02-06' }),
        anEvent({
          id: 'b',
          kind: 'talks',
          title: 'B',
          when: '2026-02-17',
          claims: [{ text: 'It went well', sources: [{ source: 'paper' }] }],
        }),
      ],
    })
    show(createCompare(compareWords), dated, { ...pair('a', 'b'), known: Date.parse('2026-02-20') })
    expect(row('Claims')[1]).not.toContain('It went well')
    expect(row('Claims')[1]).toContain('1 claim was published later.')
  })
})
