import { getAllByRole, getByRole, queryByRole } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test } from 'vitest'
import type { EventId, LayerId, PlaceId } from '../../src/core/types'
import { measureBarWords } from '../../src/core/words/measure-bar-words'
import { pressEvent, undoTopmost } from '../../src/state/actions'
import type { AppState, Measure } from '../../src/state/state'
import { createMeasurePanel } from '../../src/views/measure'
import { createTimeline } from '../../src/views/timeline'
import { anEvent, aStory } from '../support/a-story'
import { show } from './show'

const story = aStory({
  layers: [
    { id: 'article', name: 'Article' },
    { id: 'past', name: 'Past', shown: false },
  ],
  places: [
    { id: 'geneva', name: 'Geneva', geometry: { type: 'Point', coordinates: [6.14, 46.21] }, timeZone: 'Europe/Zurich' },
    { id: 'vienna', name: 'Vienna', geometry: { type: 'Point', coordinates: [16.37, 48.21] }, timeZone: 'Europe/Vienna' },
    { id: 'region', name: 'The region', precision: 'area', geometry: { type: 'Point', coordinates: [40, 30] } },
  ],
  events: [
    anEvent({ id: 'second', title: 'Second round', when: '2026-02-17', where: { place: 'geneva' } }),
    anEvent({ id: 'third', title: 'Third round', when: '2026-02-26T10:00+01:00/', where: { place: 'geneva' } }),
    anEvent({ id: 'planned', title: 'Vienna talks', when: '2026-03-02', status: 'planned', where: { place: 'vienna' } }),
    anEvent({ id: 'undated', title: 'Somebody speaks' }),
    anEvent({ id: 'old', title: 'The deal', when: '2015-07-14', layer: 'past' }),
  ],
})
const time = (from: string | null, to: string | null): Measure => ({
  kind: 'time',
  from: from as EventId | null,
  to: to as EventId | null,
})
const distance = (from: string | null, to: string | null): Measure => ({
  kind: 'distance',
  from: from as PlaceId | null,
  to: to as PlaceId | null,
})

/** The bar, and a button on the page from which it was asked for. */
function showBar(state: Partial<AppState> = {}) {
  const shown = show(createMeasurePanel(measureBarWords), story, state)
  const opener = document.createElement('button')
  opener.textContent = 'Measure'
  document.body.append(opener)
  const { root } = shown
  return {
    ...shown,
    opener,
    from: () => getByRole<HTMLSelectElement>(root, 'combobox', { name: 'From' }),
    to: () => getByRole<HTMLSelectElement>(root, 'combobox', { name: 'To' }),
    said: () => getByRole(root, 'status').textContent,
  }
}
const optionsOf = (select: HTMLElement) => getAllByRole(select, 'option').map((option) => option.textContent)

beforeEach(() => document.body.replaceChildren())

describe('the bar', () => {
  test('is not there while nothing is measured', () => {
    const { root, store } = showBar()
    expect(root.hidden).toBe(true)
    store.set({ measure: time(null, null) })
    expect(getByRole(document.body, 'region', { name: 'Measure' })).toBe(root)
    store.set({ measure: null })
    expect(root.hidden).toBe(true)
  })

  test('offers the events with a date, in the order of time, and says what else can be done', () => {
    const { from, said } = showBar({ measure: time(null, null) })
    expect(optionsOf(from())).toEqual(['Choose an event', '17 Feb: Second round', '26 Feb: Third round', '2 Mar: Vienna talks'])
    expect(said()).toBe('Or press two marks on the timeline.')
  })

  test('tells the time between two chosen events in a sentence', async () => {
    const { from, to, said, store } = showBar({ measure: time(null, null) })
    await userEvent.selectOptions(from(), '17 Feb: Second round')
    expect(said()).toBe('Now the other end: choose it, or press its mark.')
    await userEvent.selectOptions(to(), '26 Feb: Third round')
    expect(store.state.measure).toEqual(time('second', 'third'))
    expect(said()).toBe(
      'From Second round (17 Feb) to Third round (26 Feb): 9 days. The sources give days; only the later has a clock time.',
    )
  })

  test('swaps the ends, and then goes back in time', async () => {
    const { root, said, store } = showBar({ measure: time('second', 'third') })
    await userEvent.click(getByRole(root, 'button', { name: 'Swap the two ends' }))
    expect(store.state.measure).toEqual(time('third', 'second'))
    expect(said()).toMatch(/^From Third round \(26 Feb\) back to Second round \(17 Feb\): 9 days\./)
  })

  test('takes an end away from the one side where it is chosen for the other', async () => {
    const { to, store } = showBar({ measure: time('second', 'third') })
    await userEvent.selectOptions(to(), '17 Feb: Second round')
    expect(store.state.measure).toEqual(time(null, 'second'))
  })

  test('changes to distance and back to what was measured before', async () => {
    const { root, from, said, store } = showBar({ measure: time('second', 'third') })
    await userEvent.click(getByRole(root, 'button', { name: 'Distance' }))
    expect(getByRole(root, 'button', { name: 'Distance' }).getAttribute('aria-pressed')).toBe('true')
    expect(store.state.measure).toEqual(distance(null, null))
    expect(optionsOf(from())).toEqual(['Choose a place', 'Geneva', 'Vienna'])
    expect(said()).toMatch(/^Or press two places on the map\. Where only the sea or the country is known/)
    await userEvent.click(getByRole(root, 'button', { name: 'Time' }))
    expect(store.state.measure).toEqual(time('second', 'third'))
  })

  test('tells the distance in kilometres and nautical miles, and along what', () => {
    const { said } = showBar({ measure: distance('geneva', 'vienna') })
    expect(said()).toBe(
      'Geneva to Vienna: 803 km, 434 nautical miles. Along the great circle: the shortest way over the Earth’s surface, which no ship or aircraft need take.',
    )
  })

  test('keeps an end that a filter leaves out, and says so in the list', () => {
    const { from, said } = showBar({ measure: time('second', 'third'), search: 'third' })
    expect(optionsOf(from())).toEqual(['Choose an event', '17 Feb: Second round (filtered out)', '26 Feb: Third round'])
    expect(said()).toContain('9 days')
  })

  test('asks for another end where one is on a hidden layer, without naming it', () => {
    const { root, from, said, store } = showBar({ measure: time('old', 'third') })
    expect(said()).toBe('The event that was chosen is not shown now, or has no date. Choose another.')
    expect(from().value).toBe('')
    expect(root.textContent).not.toContain('The deal')
    store.set({ layers: new Set(['article', 'past'] as LayerId[]) })
    expect(said()).toMatch(/^From The deal/)
  })

  test('writes the same words no second time: a live region would speak again', () => {
    const { root, store } = showBar({ measure: time('second', 'third') })
    const before = getByRole(root, 'status').firstChild
    store.set({ search: 'round' })
    expect(getByRole(root, 'status').firstChild).toBe(before)
  })

  test('takes the focus to the end that is to be chosen, and gives it back when it closes', async () => {
    const { root, opener, from, to, store } = showBar()
    opener.focus()
    store.set({ measure: time(null, null) })
    expect(document.activeElement).toBe(from())
    store.set({ measure: null })
    expect(document.activeElement).toBe(opener)
    store.set({ measure: time('second', null) })
    expect(document.activeElement).toBe(to())
    await userEvent.click(getByRole(root, 'button', { name: 'Stop measuring' }))
    expect(store.state.measure).toBeNull()
    expect(document.activeElement).toBe(opener)
  })

  test('leaves the focus alone where a link opens it', () => {
    const { root } = showBar({ measure: time('second', 'third') })
    expect(root.contains(document.activeElement)).toBe(false)
  })

  test('is what Esc closes before anything else is undone', () => {
    const { store } = showBar({ measure: time('second', null), selected: 'third' as EventId })
    expect(undoTopmost(store.state)).toEqual({ measure: null })
  })
})

describe('many events', () => {
  const many = aStory({
    events: Array.from({ length: 1000 }, (_, index) =>
      anEvent({
        id: `e${index}`,
        title: `Event ${index}`,
        when: new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10),
      }),
    ),
  })

  test('are written into the list when the reader comes to it', () => {
    const { root } = show(createMeasurePanel(measureBarWords), many, { measure: time('e5', null) })
    const from = getByRole<HTMLSelectElement>(root, 'combobox', { name: 'From' })
    expect(from.options.length).toBe(2)
    expect(from.selectedOptions[0]?.textContent).toContain('Event 5')
    from.focus()
    expect(from.options.length).toBe(1001)
    expect(from.selectedOptions[0]?.textContent).toContain('Event 5')
  })
})

describe('the timeline', () => {
  const showTimeline = (state: Partial<AppState> = {}) => show(createTimeline, story, { domain: story.extent, ...state })
  const row = (root: HTMLElement) => [...root.querySelectorAll('.measured text')].map((text) => text.textContent)
  const option = (root: HTMLElement, name: RegExp) => getByRole(root, 'option', { name })

  test('opens the bar from the selected event', async () => {
    const { root, store } = showTimeline({ selected: 'third' as EventId })
    const button = getByRole(root, 'button', { name: 'Measure' })
    await userEvent.click(button)
    expect(store.state.measure).toEqual(time('third', null))
    expect(button.getAttribute('aria-pressed')).toBe('true')
    await userEvent.click(button)
    expect(store.state.measure).toBeNull()
  })

  test('begins without an end where nothing with a date is open', async () => {
    const { root, store } = showTimeline({ selected: 'undated' as EventId })
    await userEvent.click(getByRole(root, 'button', { name: 'Measure' }))
    expect(store.state.measure).toEqual(time(null, null))
  })

  test('says what Enter does while it measures, and sets the ends by it', async () => {
    const { root, store } = showTimeline({ measure: time(null, null), selected: null })
    const listbox = getByRole(root, 'listbox')
    const help = document.getElementById('timeline-help')
    expect(listbox.getAttribute('aria-describedby')).toContain('timeline-help')
    expect(help?.textContent).toContain('Enter sets an end of the measurement')
    listbox.focus()
    await userEvent.keyboard('{Home}{Enter}{ArrowRight}{Enter}')
    expect(store.state.measure).toEqual(time('second', 'third'))
    expect(store.state.selected).toBeNull()
    store.set({ measure: null })
    expect(help?.textContent).not.toContain('measurement')
  })

  test('shows the measured time in a row of its own', () => {
    const { root, store } = showTimeline({ measure: time(null, null) })
    const height = () => Number(root.querySelector('.chart')?.getAttribute('height'))
    const tall = height()
    expect(row(root)).toEqual(['Measured', 'Press two marks'])
    store.set(pressEvent(story, store.state, 'second' as EventId))
    expect(row(root)).toEqual(['Measured', 'from here'])
    store.set(pressEvent(story, store.state, 'third' as EventId))
    expect(row(root)).toEqual(['Measured', '9 days'])
    store.set({ measure: null })
    expect(row(root)).toEqual([])
    expect(height()).toBeLessThan(tall)
  })

  test('is soft where only the day is known, and sharp at a clock time', () => {
    const { root } = showTimeline({
      measure: time('second', 'third'),
      domain: [Date.parse('2026-02-10'), Date.parse('2026-03-05')],
    })
    expect([root.querySelectorAll('.measured .soft').length, root.querySelectorAll('.measured .tick').length]).toEqual([1, 1])
  })

  test.each([
    ['one end', '2026-02-20', '2026-03-01', 1],
    ['both ends', '2026-02-18', '2026-02-24', 2],
    ['all of it', '2026-03-05', '2026-03-08', 1],
  ])('points out of the window where %s lies there', (_, from, to, arrows) => {
    const { root } = showTimeline({ measure: time('second', 'third'), domain: [Date.parse(from), Date.parse(to)] })
    expect(new Set([...root.querySelectorAll('.measured .arrow')].map((arrow) => arrow.getAttribute('d'))).size).toBe(arrows)
    expect(row(root)).toEqual(['Measured', '9 days'])
  })

  test('draws nothing while a distance is measured', () => {
    const { root } = showTimeline({ measure: distance('geneva', null) })
    expect(row(root)).toEqual([])
    expect(queryByRole(root, 'button', { name: 'Measure', pressed: true })).toBeNull()
    expect(option(root, /Second round/)).toBeTruthy()
  })
})
