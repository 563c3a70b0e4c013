import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fireEvent, screen, within } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { readStoryFile } from '../../src/core/read-file'
import type { EventRecord } from '../../src/core/schema'
import { buildStory } from '../../src/core/story'
import type { EventId } from '../../src/core/types'
import { english } from '../../src/core/words/words'
import type { AppState } from '../../src/state/state'
import { createTimeline } from '../../src/views/timeline'
import { optionName } from '../../src/views/timeline-option-name'
import { anEvent, aStory } from '../support/a-story'
import { show } from './show'

const { file } = readStoryFile(readFileSync(resolve(import.meta.dirname, '../../data/us-iran-2026.json')))
if (file === null) throw new Error('The first story cannot be read')
const firstStory = buildStory(file)

const zurich = (text: string) => Date.parse(`${text}+01:00`)
const opening = { id: 'opening', title: 'Two weeks', window: '2026-02-11/2026-03-09' }
const theDay = { id: 'day', title: 'The day', window: '2026-02-26' }

const EVENTS: EventRecord[] = [
  anEvent({ id: 'deal', title: 'Iran deal', when: '2015-07-14', where: { place: 'vienna' }, kind: 'agreement' }),
  anEvent({ id: 'warning', title: 'Trump warns', when: '2026-02-19', where: { place: 'washington' }, parties: ['us'] }),
  anEvent({
    id: 'round',
    title: 'Third round',
    when: '2026-02-26',
    where: { place: 'geneva' },
    kind: 'talks',
    parties: ['us', 'iran'],
  }),
  anEvent({ id: 'arms', title: 'No arms', when: '2026-02-26', where: { place: 'tehran' }, kind: 'position', parties: ['iran'] }),
  anEvent({
    id: 'vienna',
    title: 'Technical talks',
    when: '2026-03-02',
    where: { place: 'vienna' },
    kind: 'talks',
    status: 'planned',
  }),
  anEvent({ id: 'undated', title: 'Never dated' }),
]

function open(state: Partial<AppState> = {}, events = EVENTS) {
  const shown = show(createTimeline, aStory({ asOf: '2026-02-26', chapters: [opening, theDay], events }), state)
  return { ...shown, listbox: screen.getByRole('listbox', { name: 'Events on the timeline' }), user: userEvent.setup() }
}
const options = () => within(screen.getByRole('listbox', { name: 'Events on the timeline' })).queryAllByRole('option')
const names = () => options().map((option) => option.getAttribute('aria-label')?.split(',')[0])
const focused = (listbox: HTMLElement) =>
  document.getElementById(listbox.getAttribute('aria-activedescendant') ?? '')?.getAttribute('data-id')

// A day in Tehran begins before the same day in Geneva.
test('every dated event is an option in the order of time, title first, undated ones are not', () => {
  open()
  expect(names()).toEqual(['Iran deal', 'Trump warns', 'No arms', 'Third round', 'Technical talks'])
  const option = screen.getByRole('option', { name: /^Technical talks, .*2 Mar 2026, talks, planned, Vienna/ })
  expect(option.getAttribute('aria-posinset')).toBe('5')
  expect(option.getAttribute('aria-setsize')).toBe('5')
})

test('the marks are one tab stop, and arrows move the focus without selecting', async () => {
  const { listbox, user, store } = open()
  listbox.focus()
  await user.keyboard('{Home}{ArrowRight}{ArrowRight}{ArrowRight}')
  expect(focused(listbox)).toBe('round')
  expect(store.state.selected).toBeNull()
  expect(store.state.hovered).toBe('round')
  expect(document.activeElement).toBe(listbox)
})

test('Enter and Space select what has the focus', async () => {
  const { listbox, user, store } = open()
  listbox.focus()
  await user.keyboard('{End}{Enter}')
  expect(store.state.selected).toBe('vienna')
  expect(
    options()
      .filter((one) => one.getAttribute('aria-selected') === 'true')
      .map((one) => one.dataset.id),
  ).toEqual(['vienna'])
  await user.keyboard('{ArrowLeft}')
  expect(store.state.selected).toBe('vienna')
  await user.keyboard(' ')
  expect(store.state.selected).toBe('round')
})

test('up and down go to the next lane that has events', async () => {
  const { listbox, user } = open()
  listbox.focus()
  await user.keyboard('{End}{ArrowUp}')
  const first = focused(listbox)
  await user.keyboard('{ArrowDown}')
  expect(first).not.toBe('vienna')
  expect(focused(listbox)).toBe('vienna')
})

test('Page Down goes a week on, Home and End to the ends, letters to a title', async () => {
  const { listbox, user } = open({ hovered: null })
  listbox.focus()
  await user.keyboard('{Home}{ArrowRight}{PageDown}')
  expect(focused(listbox)).toBe('round')
  await user.keyboard('{End}')
  expect(focused(listbox)).toBe('vienna')
  await user.keyboard('tr')
  expect(focused(listbox)).toBe('warning')
})

test('an event outside of the window comes into it when it gets the focus', async () => {
  const { listbox, user, store } = open()
  listbox.focus()
  await user.keyboard('{Home}')
  expect(focused(listbox)).toBe('deal')
  expect(store.state.domain[0]).toBeLessThan(Date.parse('2015-07-14T12:00Z'))
  expect(store.state.domain[1]).toBeGreaterThan(Date.parse('2015-07-14T12:00Z'))
})

test('letters go to the words that begin the name of an option, too', async () => {
  const events = [...EVENTS, anEvent({ id: 'short', title: 'The long title', short: 'Quick word', when: '2026-02-20' })]
  const { listbox, user } = open({}, events)
  listbox.focus()
  await user.keyboard('qu')
  expect(focused(listbox)).toBe('short')
})

test('the names of the first story’s events begin with different words', () => {
  const names = [...firstStory.events].map((event) => optionName(firstStory, english, event, false))
  const first = names.map((name) => name.split(/[\s,:]/)[0])
  const unique = first.filter((word) => first.indexOf(word) === first.lastIndexOf(word))
  expect(unique.length / first.length).toBeGreaterThanOrEqual(0.8)
  expect(names.every((name, index) => name.startsWith([...firstStory.events][index]?.short.value ?? '-'))).toBe(true)
})

test('plus and minus zoom around the focused event', async () => {
  const { listbox, user, store } = open()
  const before = store.state.domain
  listbox.focus()
  await user.keyboard('+')
  expect(store.state.domain[1] - store.state.domain[0]).toBeCloseTo((before[1] - before[0]) / 2, -3)
})

test('pressing a mark selects its event', async () => {
  const { user, store } = open()
  await user.click(screen.getByRole('option', { name: /^Third round/ }))
  expect(store.state.selected).toBe('round')
})

test('what another view hovers is lifted here, and no state is set for it', () => {
  const { store } = open()
  store.set({ hovered: 'arms' as EventId })
  expect(screen.getByRole('option', { name: /^No arms/ }).classList.contains('lifted')).toBe(true)
})

test('chapters and the whole story are one press away, and say when they are shown', async () => {
  const { user, store } = open()
  const chapters = screen.getByRole('group', { name: 'Chapters' })
  await user.click(within(chapters).getByRole('button', { name: 'The day' }))
  expect(store.state.domain[0]).toBeCloseTo(zurich('2026-02-26T00:00'), -3)
  expect(within(chapters).getByRole('button', { name: 'The day' }).getAttribute('aria-pressed')).toBe('true')
  await user.click(within(chapters).getByRole('button', { name: 'All' }))
  expect(store.state.domain[0]).toBeLessThan(Date.parse('2015-07-14T00:00Z'))
})

test('typed days are the time filter, from the first midnight to the end of the last day', () => {
  const { store } = open()
  fireEvent.change(screen.getByLabelText('From'), { target: { value: '2026-02-17' } })
  fireEvent.change(screen.getByLabelText('To'), { target: { value: '2026-02-20' } })
  expect(store.state.brush).toEqual([zurich('2026-02-17T00:00'), zurich('2026-02-21T00:00') - 1])
  expect(names()).toEqual(['Trump warns'])
})

test('days typed the wrong way round mean the same', () => {
  const { store } = open()
  fireEvent.change(screen.getByLabelText('To'), { target: { value: '2026-02-17' } })
  fireEvent.change(screen.getByLabelText('From'), { target: { value: '2026-02-20' } })
  expect(store.state.brush).toEqual([zurich('2026-02-17T00:00'), zurich('2026-02-21T00:00') - 1])
})

const brush = [zurich('2026-02-17T00:00'), zurich('2026-02-21T00:00') - 1] as const

test('the filter has a slider at each end, which says its day and moves by days and weeks', async () => {
  const { user, store } = open({ brush })
  const start = screen.getByRole('slider', { name: 'Filter: first day' })
  const end = screen.getByRole('slider', { name: 'Filter: last day' })
  expect(start.getAttribute('aria-valuetext')).toBe('Tuesday 17 February 2026')
  expect(end.getAttribute('aria-valuetext')).toBe('Friday 20 February 2026')
  start.focus()
  await user.keyboard('{ArrowRight}')
  expect(store.state.brush?.[0]).toBe(zurich('2026-02-18T00:00'))
  end.focus()
  await user.keyboard('{PageUp}')
  expect(store.state.brush?.[1]).toBe(zurich('2026-02-28T00:00') - 1)
})

test('the ends of the filter cannot pass each other', async () => {
  const { user, store } = open({ brush })
  const start = screen.getByRole('slider', { name: 'Filter: first day' })
  start.focus()
  await user.keyboard('{End}')
  expect(store.state.brush?.[0]).toBe(zurich('2026-02-20T00:00'))
  expect(Number(start.getAttribute('aria-valuemax'))).toBe(zurich('2026-02-20T00:00'))
})

test('the button takes the filter away', async () => {
  const { user, store } = open({ brush })
  await user.click(screen.getByText('Show all times'))
  expect(store.state.brush).toBeNull()
})

test('the window has two sliders on the overview', async () => {
  const { user, store } = open()
  const start = screen.getByRole('slider', { name: 'In view: from' })
  expect(start.getAttribute('aria-valuetext')).toBe('Wednesday 11 February 2026')
  start.focus()
  await user.keyboard('{ArrowRight}')
  expect(store.state.domain[0]).toBe(zurich('2026-02-12T00:00'))
})

test('the years before the story are one press away', async () => {
  const { user, store } = open()
  await user.click(screen.getByRole('button', { name: 'Go to the years 2015–2025' }))
  expect(store.state.domain[0]).toBeLessThan(Date.parse('2015-07-15T00:00Z'))
  expect(store.state.domain[1]).toBeLessThan(Date.parse('2026-02-01T00:00Z'))
})

test('what does not fit is counted on a button that opens the lane', async () => {
  const many = Array.from({ length: 14 }, (_, index) =>
    anEvent({ id: `e${index}`, when: '2026-02-26', where: { place: 'geneva' } }),
  )
  const { user, listbox } = open({}, many)
  const fold = screen.getByRole('button', { name: /^Show \d+ more: Geneva/ })
  await user.click(fold)
  expect(listbox.querySelectorAll('.shape').length).toBeGreaterThan(11)
})

test('a folded event that gets the focus is drawn', async () => {
  const many = Array.from({ length: 14 }, (_, index) =>
    anEvent({ id: `e${String(index).padStart(2, '0')}`, when: '2026-02-26', where: { place: 'geneva' } }),
  )
  const { user, listbox } = open({}, many)
  listbox.focus()
  await user.keyboard('{End}')
  expect(listbox.querySelector('.active .shape')).not.toBeNull()
})

test('lanes can be arranged by party', async () => {
  const { user, store, root } = open()
  await user.selectOptions(screen.getByRole('combobox', { name: 'Arrange by' }), 'Lanes by party')
  expect(store.state.laneBy).toBe('party')
  expect([...root.querySelectorAll('.lane text')].map((text) => text.textContent)).toContain('United States')
})

test('the tools are one tab stop, and arrows go from one to the next', async () => {
  const { user } = open()
  const stops = [...screen.getByRole('toolbar').querySelectorAll<HTMLElement>('button, select')].filter(
    (one) => one.tabIndex === 0 && !one.closest('[hidden]'),
  )
  expect(stops).toHaveLength(1)
  screen.getByRole('combobox', { name: 'Arrange by' }).focus()
  await user.keyboard('{ArrowRight}')
  expect(document.activeElement?.textContent).toBe('Play')
  await user.keyboard('{ArrowRight}')
  expect(document.activeElement?.textContent).toBe('Two weeks')
})

test('a plain wheel is left to the page, with Ctrl it zooms', () => {
  const { store, root } = open()
  const plot = root.querySelector('.plot') as SVGGElement
  const before = store.state.domain
  expect(fireEvent.wheel(plot, { deltaY: 100 })).toBe(true)
  expect(store.state.domain).toBe(before)
  expect(fireEvent.wheel(plot, { deltaY: -120, ctrlKey: true, clientX: 600 })).toBe(false)
  expect(store.state.domain[1] - store.state.domain[0]).toBeLessThan(before[1] - before[0])
})

test('a press on the dates, without a drag, moves the nearer end of the filter there', () => {
  const { store, root } = open({ brush })
  const track = root.querySelector('.track') as SVGRectElement
  fireEvent.pointerDown(track, { clientX: 190, button: 0, isPrimary: true, pointerId: 1 })
  fireEvent.pointerUp(document, { clientX: 190, pointerId: 1 })
  expect(store.state.brush?.[1]).toBe(brush[1])
  expect(store.state.brush?.[0]).not.toBe(brush[0])
})

test('Esc breaks off a drag and puts the filter back', () => {
  const { store, root } = open({ brush })
  const track = root.querySelector('.track') as SVGRectElement
  fireEvent.pointerDown(track, { clientX: 500, button: 0, isPrimary: true, pointerId: 1 })
  fireEvent.pointerMove(document, { clientX: 700, pointerId: 1 })
  expect(store.state.brush).not.toEqual(brush)
  fireEvent.keyDown(document.body, { key: 'Escape' })
  expect(store.state.brush).toEqual(brush)
})

test('Esc takes back a drag of the lanes, and the open event stays open', () => {
  const { store, root } = open({ selected: 'talks' as never })
  const before = store.state.domain
  const ground = root.querySelector('.plot') as SVGGElement
  fireEvent.pointerDown(ground, { clientX: 500, button: 0, isPrimary: true, pointerId: 1 })
  fireEvent.pointerMove(document, { clientX: 700, pointerId: 1 })
  expect(store.state.domain).not.toEqual(before)
  const undone: Event[] = []
  const page = (event: Event) => undone.push(event)
  document.body.addEventListener('keydown', page)
  fireEvent.keyDown(document.body, { key: 'Escape' })
  fireEvent.pointerMove(document, { clientX: 800, pointerId: 1 })
  fireEvent.pointerUp(document, { clientX: 800, pointerId: 1 })
  document.body.removeEventListener('keydown', page)
  expect(store.state.domain).toEqual(before)
  expect(undone).toEqual([])
})

test('a story without dates says so', () => {
  open({}, [anEvent({ id: 'undated' })])
  expect(screen.getByText('No event of this story has a date. The list shows them all.')).toBeDefined()
})

test('the view gives everything back, twice if asked', () => {
  const { view, root } = open()
  view.destroy()
  view.destroy()
  expect(root.children).toHaveLength(0)
})
