import { fireEvent, screen, within } from '@testing-library/dom'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { StoryFile } from '../../src/core/schema'
import type { EventId } from '../../src/core/types'
import { undoTopmost } from '../../src/state/actions'
import type { AppState } from '../../src/state/state'
import { createTimeline } from '../../src/views/timeline'
import { anEvent, aStory } from '../support/a-story'
import { show } from './show'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const zurich = (text: string) => Date.parse(`${text}+01:00`)
const endOf = (day: string) => zurich(`${day}T23:59:59.999`)
const NOW = endOf('2026-02-26')

const FILE: Partial<StoryFile> = {
  asOf: '2026-02-26',
  chapters: [{ id: 'opening', title: 'Two weeks', window: '2026-02-11/2026-03-09' }],
  layers: [{ id: 'article', name: 'The article', shown: true }],
  events: [
    anEvent({ id: 'early', title: 'Muscat round', when: '2026-02-06', where: { place: 'geneva' } }),
    anEvent({ id: 'second', title: 'Second round', when: '2026-02-17', where: { place: 'geneva' }, reported: '2026-02-19' }),
    anEvent({ id: 'sails', title: 'Ford sails', when: '2026-02-26T08:00+01:00', where: { place: 'geneva' } }),
    anEvent({ id: 'third', title: 'Third round', when: '2026-02-26', where: { place: 'geneva' } }),
    anEvent({ id: 'arms', title: 'No arms', when: '2026-02-26', where: { place: 'vienna' } }),
    anEvent({ id: 'vienna', title: 'Technical talks', when: '2026-03-02', status: 'planned', where: { place: 'vienna' } }),
  ],
}
const SHIP: StoryFile['vessels'] = [
  {
    id: 'ford',
    name: 'USS Gerald R. Ford',
    short: 'Ford',
    speedKnots: 30,
    reports: [
      {
        id: 'left',
        when: '2026-02-26T08:00+01:00',
        place: 'Souda Bay',
        precision: 'port',
        method: 'observed',
        geometry: { type: 'Point', coordinates: [24.03, 35.51] },
        layer: 'article',
        sources: [{ source: 'article' }],
      },
    ],
  },
]

function open(state: Partial<AppState> = {}, file: Partial<StoryFile> = {}) {
  const shown = show(createTimeline, aStory({ ...FILE, ...file }), state)
  return { ...shown, line: screen.getByLabelText('Now-line', { selector: '[role="slider"]' }) }
}
// By label, which is quicker to find than by role: these tests press many buttons.
const player = () => screen.getByLabelText('Player', { selector: '[role="group"]:not([hidden])' })
const press = (name: string) => fireEvent.click(within(player()).getByRole('button', { name }))
const start = () => fireEvent.click(within(screen.getByLabelText('Timeline tools')).getByRole('button', { name: 'Play' }))
const sentence = () => player().querySelector('.player-sentence')?.textContent
const marks = () => within(screen.getByLabelText('Events on the timeline')).queryAllByRole('option')
const wait = (seconds: number) => vi.advanceTimersByTime(seconds * 1000)
const type = (label: string, value: string) => {
  const field = screen.getByLabelText(label)
  fireEvent.input(field, { target: { value } })
  fireEvent.change(field)
  fireEvent.blur(field)
  return field
}

test('nothing plays before the reader says so, and there is no player either', () => {
  const { store } = open()
  wait(60)
  expect(store.state.playing).toBe(false)
  expect(store.state.instant).toBe(NOW)
  expect(screen.queryByLabelText('Player', { selector: ':not([hidden])' })).toBeNull()
})

test('play begins at the first event in the window and goes from one to the next', () => {
  const { store } = open()
  start()
  expect([store.state.instant, store.state.selected]).toEqual([endOf('2026-02-17'), 'second'])
  expect(sentence()).toBe('2 of 6: Second round, Geneva')
  wait(3.5)
  expect([store.state.instant, store.state.selected]).toEqual([zurich('2026-02-26T08:00'), 'sails'])
  wait(3.5)
  expect([store.state.instant, store.state.selected]).toEqual([NOW, 'third'])
  wait(3.5)
  expect([store.state.instant, store.state.selected]).toEqual([NOW, 'arms'])
})

test('it ends by itself at the last event and says so; play begins again', () => {
  const { store } = open()
  start()
  wait(3.5 * 4)
  expect(store.state.selected).toBe('vienna')
  expect(store.state.playing).toBe(true)
  wait(3.5)
  expect(store.state.playing).toBe(false)
  expect(sentence()).toBe('That was the last of 6 events.')
  press('Play')
  expect(store.state.selected).toBe('second')
})

test('the pause holds it, and play goes on from there', () => {
  const { store } = open()
  start()
  press('Pause')
  wait(60)
  expect(store.state.selected).toBe('second')
  press('Play')
  expect(store.state.selected).toBe('sails')
})

test('the player takes the focus when it opens, and gives it back when it closes', () => {
  const { store } = open()
  start()
  expect(document.activeElement).toBe(within(player()).getByRole('button', { name: 'Pause' }))
  press('Close the player')
  expect(store.state.playing).toBe(false)
  expect(screen.queryByLabelText('Player', { selector: ':not([hidden])' })).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Play' }))
  expect(document.activeElement).toHaveProperty('tabIndex', 0)
})

test.each([
  ['Slow', 6],
  ['Normal', 3.5],
  ['Fast', 1.5],
])('at the speed “%s” an event stands for %d seconds', (name, seconds) => {
  const { store } = open()
  start()
  const speed = screen.getByLabelText('Speed')
  fireEvent.change(speed, { target: { value: name.toLowerCase() } })
  wait(seconds - 0.1)
  expect(store.state.selected).toBe('second')
  wait(0.1)
  expect(store.state.selected).toBe('sails')
})

test('previous and next go from event to event, of one day too', () => {
  const { store } = open({ instant: endOf('2026-02-17'), selected: 'second' as EventId })
  press('Next event')
  press('Next event')
  press('Next event')
  expect(store.state.selected).toBe('arms')
  press('Previous event')
  expect([store.state.selected, store.state.playing]).toEqual(['third', false])
  press('Next event')
  press('Next event')
  expect(within(player()).getByRole('button', { name: 'Next event' }).getAttribute('aria-disabled')).toBe('true')
  press('Next event')
  expect(store.state.selected).toBe('vienna')
})

test('while the area of a ship grows, play goes by two hours, and says when it gives way to shading', () => {
  const { store } = open({ instant: zurich('2026-02-26T08:00'), selected: 'sails' as EventId }, { vessels: SHIP })
  press('Play')
  expect(store.state.instant).toBe(zurich('2026-02-26T10:00'))
  expect(store.state.selected).toBe('sails')
  expect(sentence()).toBe('Ford: 2 hours after its last report with a time of day')
  wait(1)
  expect(store.state.instant).toBe(zurich('2026-02-26T12:00'))
  fireEvent.change(screen.getByLabelText('Speed'), { target: { value: 'fast' } })
  for (let seconds = 0; store.state.instant < zurich('2026-02-27T08:01') && seconds < 20; seconds += 0.5) wait(0.5)
  expect(sentence()).toBe('Ford: more than 24 hours after that report, only the sea is shaded')
  wait(0.5)
  expect(store.state.selected).toBe('vienna')
})

test('next event passes over a ship’s area', () => {
  const { store } = open({ instant: zurich('2026-02-26T12:00'), selected: 'sails' as EventId }, { vessels: SHIP })
  press('Next event')
  expect([store.state.instant, store.state.selected]).toEqual([NOW, 'third'])
})

test.each([
  ['opens another event', { selected: 'early' as EventId }],
  ['searches', { search: 'round' }],
  ['filters by time', { brush: [endOf('2026-02-10'), NOW] as const }],
  ['moves the now-line', { instant: zurich('2026-02-20T12:00') }],
  ['opens the help', { dialog: 'help' as const }],
])('who %s while it plays has it pause', (_, patch) => {
  const { store } = open()
  start()
  store.set(patch)
  wait(0)
  expect(store.state.playing).toBe(false)
  expect(store.state).toMatchObject(patch)
})

test('to look at another time or at another mark does not end the play', () => {
  const { store } = open()
  start()
  store.set({ domain: [endOf('2026-02-01'), endOf('2026-03-09')] })
  store.set({ hovered: 'third' as EventId, pointed: NOW })
  wait(3.5)
  expect(store.state.playing).toBe(true)
  expect(store.state.selected).toBe('sails')
})

test('Esc pauses first and closes the event afterwards', () => {
  const { store } = open()
  start()
  store.set(undoTopmost(store.state) ?? {})
  expect([store.state.playing, store.state.selected]).toEqual([false, 'second'])
  store.set(undoTopmost(store.state) ?? {})
  expect(store.state.selected).toBeNull()
})

test('the now-line can be typed as day and time of day', () => {
  const { store } = open({ instant: zurich('2026-02-20T12:00') })
  type('Shown until: day', '2026-02-17')
  expect(store.state.instant).toBe(zurich('2026-02-17T12:00'))
  type('Shown until: time of day', '09:30')
  expect(store.state.instant).toBe(zurich('2026-02-17T09:30'))
  type('Shown until: time of day', '23:59')
  expect(store.state.instant).toBe(endOf('2026-02-17'))
  expect(within(player()).getByText('Geneva time')).toBeDefined()
})

test.each([
  ['Shown until: day', '1999-01-01', /^This story reaches from .* to .*\. Nothing was changed\.$/],
  ['Shown until: day', '', /^This is no day/],
  ['Shown until: time of day', '', /^This is no time of day/],
])('in the field “%s” the text “%s” is told to be wrong, and changes nothing', (label, value, message) => {
  const { store } = open({ instant: zurich('2026-02-20T12:00') })
  const field = type(label, value)
  expect(store.state.instant).toBe(zurich('2026-02-20T12:00'))
  expect(field.getAttribute('aria-invalid')).toBe('true')
  const error = screen.getByRole('alert')
  expect(error.textContent).toMatch(message)
  expect(field.getAttribute('aria-describedby')).toBe(error.id)
  type(label, label === 'Shown until: day' ? '2026-02-19' : '10:00')
  expect(screen.queryByRole('alert')).toBeNull()
  expect(field.hasAttribute('aria-invalid')).toBe(false)
})

test('one press leads back to the day of the story', () => {
  const { store } = open({ instant: zurich('2026-02-20T12:00') })
  press('Back to 26 Feb')
  expect(store.state.instant).toBe(NOW)
  expect(within(player()).queryByRole('button', { name: 'Back to 26 Feb' })).toBeNull()
  expect(player().contains(document.activeElement)).toBe(true)
})

test('“known by then only” goes with the line, and an event comes when it was reported', () => {
  const { store } = open({ instant: endOf('2026-02-17'), selected: 'second' as EventId })
  fireEvent.click(screen.getByLabelText('Known by then only'))
  expect(store.state.known).toBe(endOf('2026-02-17'))
  press('Next event')
  expect([store.state.selected, store.state.instant]).toEqual(['second', zurich('2026-02-19T00:00')])
  expect(store.state.known).toBe(store.state.instant)
  expect(sentence()).toBe('2 of 6: Second round, Geneva')
  expect(marks()).toHaveLength(2)
  fireEvent.click(screen.getByLabelText('Known by then only'))
  expect(store.state.known).toBeNull()
})

test('a play that shows only what was known goes on to the last event', () => {
  const { store } = open({ instant: endOf('2026-02-17') })
  fireEvent.click(screen.getByLabelText('Known by then only'))
  press('Play')
  wait(3.5 * 4)
  expect(store.state.playing).toBe(true)
  expect(store.state.selected).toBe('vienna')
  expect(marks()).toHaveLength(6)
})

test('the lanes stay while less is known', () => {
  const reports = { id: 'reports', name: 'Other reports', shown: true }
  const placed = anEvent({ id: 'more', refines: 'bare', layer: 'reports', where: { place: 'vienna' }, reported: '2026-02-20' })
  const events = [...(FILE.events ?? []).slice(0, 4), anEvent({ id: 'bare', when: '2026-02-12' }), placed]
  const { store, root } = open({}, { events, layers: [...(FILE.layers ?? []), reports] })
  const lanes = () => [...root.querySelectorAll('.lane text')].map((text) => text.textContent)
  store.set({ known: endOf('2026-02-05') })
  const before = lanes()
  store.set({ known: endOf('2026-02-18') })
  expect(lanes()).toEqual(before)
  store.set({ known: NOW })
  expect(lanes()).toEqual(before)
})

test('a fixed “known on” is left as it is when the line moves', () => {
  const known = endOf('2026-02-20')
  const { store, line } = open({ known, instant: endOf('2026-02-18') })
  fireEvent.keyDown(line, { key: 'ArrowRight' })
  expect(store.state.instant).toBe(endOf('2026-02-19'))
  expect(store.state.known).toBe(known)
})

test('a link to another instant opens the player, which does not play', () => {
  const { store } = open({ instant: zurich('2026-02-20T12:00') })
  expect(sentence()).toBe('2 of 6 events by then')
  expect(store.state.playing).toBe(false)
})

test('with nothing to go to the player says so', () => {
  const { store } = open({ search: 'no such thing' })
  start()
  expect(store.state.playing).toBe(false)
  expect(sentence()).toBe('No event with a date fits the filters.')
})

test('the now-line is a slider that says day and time, and steps by days and weeks', () => {
  const { store, line } = open()
  expect(line.getAttribute('aria-valuetext')).toBe('Thursday 26 February 2026, end of the day, Geneva time')
  expect(Number(line.getAttribute('aria-valuenow'))).toBe(NOW)
  expect(Number(line.getAttribute('aria-valuemin'))).toBeLessThan(zurich('2026-02-06T00:00'))
  const after = (key: string) => {
    fireEvent.keyDown(line, { key })
    return store.state.instant
  }
  expect(after('ArrowLeft')).toBe(endOf('2026-02-25'))
  expect(after('PageDown')).toBe(endOf('2026-02-18'))
  expect(after('PageUp')).toBe(endOf('2026-02-25'))
  expect(after('Home')).toBe(Number(line.getAttribute('aria-valuemin')))
  expect(after('End')).toBe(Number(line.getAttribute('aria-valuemax')))
})

test('it steps by hours where the window shows them', () => {
  const { store, line } = open({ domain: [zurich('2026-02-26T00:00'), NOW], instant: zurich('2026-02-26T09:20') })
  fireEvent.keyDown(line, { key: 'ArrowRight' })
  expect(store.state.instant).toBe(zurich('2026-02-26T10:00'))
  expect(line.getAttribute('aria-valuetext')).toBe('Thursday 26 February 2026, 10:00, Geneva time')
})

test('out of the window it can still be reached, says so, and a step brings it back', () => {
  const { store, line } = open({ instant: endOf('2026-02-06') })
  expect(line.getAttribute('aria-valuetext')).toBe('Friday 6 February 2026, end of the day, Geneva time, outside the window')
  fireEvent.keyDown(line, { key: 'ArrowLeft' })
  expect(store.state.domain[0]).toBeLessThan(endOf('2026-02-05'))
  expect(line.getAttribute('aria-valuetext')).toBe('Thursday 5 February 2026, end of the day, Geneva time')
})

test('it can be dragged, which pauses, and Esc puts it back', () => {
  const { store, line } = open()
  start()
  const before = store.state.instant
  fireEvent.pointerDown(line, { clientX: 500, button: 0, isPrimary: true, pointerId: 1 })
  fireEvent.pointerMove(document, { clientX: 700, pointerId: 1 })
  expect(store.state.playing).toBe(false)
  expect(store.state.instant).not.toBe(before)
  fireEvent.keyDown(document.body, { key: 'Escape' })
  expect(store.state.instant).toBe(before)
  expect(store.state.selected).toBe('second')
})

test('a press on it opens the player', () => {
  const { line, store } = open()
  fireEvent.pointerDown(line, { button: 0, isPrimary: true, pointerId: 1 })
  fireEvent.click(line)
  expect(player()).toBeDefined()
  expect(store.state.playing).toBe(false)
})

test('what is later than the line is dimmed and says so, but for the open event', () => {
  const { store, root } = open()
  store.set({ instant: endOf('2026-02-20') })
  const dimmed = () => [...root.querySelectorAll('.option.later')].map((mark) => mark.getAttribute('data-id')).sort()
  expect(dimmed()).toEqual(['arms', 'sails', 'third', 'vienna'])
  expect(screen.getByLabelText(/^Third round, .*, later than the now-line$/)).toBeDefined()
  store.set({ selected: 'third' as EventId })
  expect(dimmed()).not.toContain('third')
  store.set({ instant: NOW })
  expect(dimmed()).toEqual([])
  expect(screen.queryByLabelText(/later than the now-line/)).toBeNull()
})

test('the line moves without a new layout of the marks', () => {
  const { store, root } = open()
  const marks = [...root.querySelectorAll('.option .shape')]
  store.set({ instant: endOf('2026-02-20') })
  expect([...root.querySelectorAll('.option .shape')]).toEqual(marks)
  expect(root.querySelector('.now text')?.textContent).toBe('Shown: Fri 20 Feb, end of day')
})

test('a press on a mark while the time between two events is measured is one of its ends', () => {
  const { store } = open({ measure: { kind: 'time', from: 'second' as EventId, to: null } })
  fireEvent.click(screen.getByLabelText(/^Third round/))
  expect(store.state.measure).toEqual({ kind: 'time', from: 'second', to: 'third' })
  expect(store.state.selected).toBeNull()
})
