import { screen, within } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { AppState } from '../../src/state/state'
import { createTimeline } from '../../src/views/timeline'
import { anEvent, aStory } from '../support/a-story'
import { show } from './show'

const day = (text: string) => Date.parse(`${text}T00:00+01:00`)
const chapters = [
  { id: 'opening', title: 'Four weeks', window: '2026-02-12/2026-03-09' },
  { id: 'history', title: 'History', window: '2013-01-01/2025-12-31' },
]
const events = [
  anEvent({ id: 'deal', when: '2015-07-14', where: { place: 'vienna' }, layer: 'background' }),
  anEvent({ id: 'interim', when: '2013-11-24', where: { place: 'geneva' }, layer: 'background' }),
  anEvent({ id: 'talks', when: '2026-02-26', where: { place: 'geneva' } }),
]
const layers = [
  { id: 'article', name: 'The article', shown: true },
  { id: 'background', name: 'Background', shown: false },
]
const sources = [
  { id: 'article', publisher: 'TRT World' },
  { id: 'eeas', publisher: 'EEAS', url: 'https://eeas.example/deal' },
]
const eras = [{ id: 'deal', title: 'The nuclear deal', when: '2015-07-14/2018-05-08', sources: [{ source: 'eeas' }] }]

const open = (state: Partial<AppState> = {}) => ({
  ...show(createTimeline, aStory({ asOf: '2026-02-26', chapters, layers, sources, eras, events }), state),
  user: userEvent.setup(),
})
const bands = () => document.querySelectorAll('.eras rect:not(clipPath rect)').length
const history: AppState['domain'] = [day('2013-01-01'), day('2026-01-01') - 1]

test('an era in the window is drawn behind the lanes with its title, and told to those who do not see it', () => {
  open({ domain: history })
  expect(bands()).toBe(1)
  expect(document.querySelector('.era-titles text')?.textContent).toBe('The nuclear deal')
  const ids = screen.getByRole('listbox').getAttribute('aria-describedby')?.split(' ') ?? []
  expect(ids.map((id) => document.getElementById(id)?.textContent).join(' ')).toMatch(
    /Background spans in view: The nuclear deal\.$/,
  )
})

test('out of the window it is not', () => {
  open()
  expect(bands()).toBe(0)
  expect(document.querySelector('.era-titles text')).toBeNull()
})

test('every era is listed with its dates and its sources, and one press away', async () => {
  const { store, user } = open({ domain: history })
  const [item] = within(screen.getByRole('list', { name: 'Background spans', hidden: true })).getAllByRole('listitem', {
    hidden: true,
  })
  if (!item) throw new Error('No era is listed.')
  expect(item.textContent).toMatch(/14 Jul 2015.*8 May 2018/)
  const link = within(item).getByRole('link', { name: 'EEAS', hidden: true })
  expect(link.getAttribute('href')).toBe('https://eeas.example/deal')
  await user.click(within(item).getByRole('button', { name: /The nuclear deal/, hidden: true }))
  expect(store.state.domain[0]).toBeLessThan(day('2015-07-14'))
  expect(store.state.domain[0]).toBeGreaterThan(day('2014-07-14'))
  expect([...store.state.layers]).toContain('background')
})

test('the years before the story are one press away on the overview, as the author’s chapter', async () => {
  const { store, user } = open()
  await user.click(screen.getByRole('button', { name: 'Go to the years 2013–2025' }))
  expect(store.state.domain).toEqual(history)
  expect([...store.state.layers]).toContain('background')
})

test('the overview shows the years and the days, each event once', () => {
  open()
  const bars = [...document.querySelectorAll('.overview .bars rect')].map((bar) => Number(bar.getAttribute('x')))
  expect(bars).toHaveLength(3)
})

test('the sliders of the window step by days, in the years by months, and Home and End go to the ends', async () => {
  const { store, user } = open()
  const end = screen.getByRole('slider', { name: 'In view: to' })
  expect(end.getAttribute('aria-valuetext')).toBe('Monday 9 March 2026')
  const start = screen.getByRole('slider', { name: 'In view: from' })
  start.focus()
  await user.keyboard('{ArrowRight}')
  expect(start.getAttribute('aria-valuetext')).toBe('Friday 13 February 2026')
  await user.keyboard('{Home}')
  expect(store.state.domain[0]).toBeLessThan(day('2013-11-24'))
  await user.keyboard('{ArrowRight}')
  expect(store.state.domain[0] - Number(start.getAttribute('aria-valuemin'))).toBeGreaterThan(28 * 86_400_000)
  await user.keyboard('{End}')
  expect(store.state.domain[1] - store.state.domain[0]).toBe(3_600_000)
})
