import { screen, waitFor, within } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import { asksForHelp, bindKeys, takesText } from '../../src/adapters/keyboard'
import { helpWords as says } from '../../src/core/words/help-words'
import { english as words } from '../../src/core/words/words'
import type { AppState } from '../../src/state/state'
import { createHelp } from '../../src/views/help'
import type { FixMaps } from '../../src/views/map-fix'
import { anEvent, aStory } from '../support/a-story'
import { show } from './show'

const story = aStory({
  asOf: '2026-02-26',
  edition: { number: 2, published: '2026-03-01' },
  sources: [{ id: 'article', publisher: 'A paper', url: 'https://example.org/a' }],
  unknowns: [{ id: 'end', text: 'When it ended.', sources: [{ source: 'article' }] }],
  corrections: [{ on: '2026-03-01', text: 'The hour was wrong.' }],
  events: [anEvent({ id: 'talks', when: '2026-02-26' })],
})

const noMaps = () => null
const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

function showHelp(state: Partial<AppState> = {}, drawFix: () => FixMaps | null = noMaps) {
  const shown = show(createHelp(says, drawFix), story, state)
  ends.push(bindKeys(shown.store), shown.view.destroy)
  return shown
}
const dialog = (name: string) => within(screen.getByRole('dialog', { name }))

describe('the help', () => {
  test('shows every shape and every fill with words, and its drawings to the eye alone', () => {
    const { root } = showHelp({ dialog: 'help' })
    const help = dialog(says.title)
    expect(help.getByText('Talks: a circle.')).toBeTruthy()
    expect(help.getByText('Cancelled: crossed out.')).toBeTruthy()
    for (const [name, note] of Object.values(says.times)) {
      expect(help.getByText(name).parentElement?.textContent).toBe(name + note)
    }
    const drawings = [...root.querySelectorAll('svg')]
    expect(drawings.length).toBeGreaterThan(50)
    expect(drawings.filter((each) => each.closest('[aria-hidden="true"]') === null)).toEqual([])
  })

  test('tells the keys part by part', () => {
    showHelp({ dialog: 'help' })
    const table = within(dialog(says.title).getByRole('table', { name: 'Timeline' }))
    expect(table.getByRole('row', { name: 'Page Up, Page Down a week back or on' })).toBeTruthy()
  })

  test('says what is known of its accessibility, and leads to where to report what is in the way', async () => {
    const { store } = showHelp({ dialog: 'help' })
    const region = within(dialog(says.title).getByRole('region', { name: 'Accessibility' }))
    expect(region.getByText(/^Not met yet: /)).toBeTruthy()
    await userEvent.click(region.getByRole('button', { name: words.page.report }))
    expect(store.state.dialog).toBe('report')
  })

  test('tells what this page does not know, and leads to the corrections', async () => {
    const { store } = showHelp({ dialog: 'help' })
    const help = dialog(says.title)
    expect(help.getByText('When it ended.').closest('li')?.textContent).toBe('When it ended. (A paper)')
    await userEvent.click(help.getByRole('button', { name: words.page.corrections }))
    expect(store.state.dialog).toBe('corrections')
    expect(screen.queryByRole('dialog', { name: says.title })).toBeNull()
    expect(dialog(words.page.corrections).getByText('Edition 2, 1 March 2026.')).toBeTruthy()
  })

  test('shows what may be said after a last fix where the map can draw it', () => {
    const when = story.events.at(0).when
    if (when === null) throw new Error('The event has a date')
    const text = (value: string) => ({ value, lang: 'en', dir: 'ltr' }) as const
    const maps = [0, 6, 13, 24.5].map((hours) => ({
      hours,
      radiusKm: hours * 55.56,
      drawing: document.createElementNS('http://www.w3.org/2000/svg', 'svg'),
    }))
    showHelp({ dialog: 'help' }, () => ({ ship: text('A ship'), isAdded: true, place: text('a bay'), when, knots: 30, maps }))
    const help = dialog(says.title)
    expect(help.getByText('+ A ship: a bay, Thu, 26 Feb 2026')).toBeTruthy()
    expect(help.getByText('After 13 hours: 722 km')).toBeTruthy()
    expect(help.getByText('After 24 hours')).toBeTruthy()
  })

  test('says nothing of a last fix where there is no map', () => {
    showHelp({ dialog: 'help' })
    expect(dialog(says.title).queryByRole('heading', { name: says.fix })).toBeNull()
  })

  test('its row of links leads to a part, and the focus with it', async () => {
    showHelp({ dialog: 'help' })
    const help = dialog(says.title)
    await userEvent.click(within(help.getByRole('navigation', { name: says.parts })).getByRole('button', { name: says.keys }))
    expect(document.activeElement).toBe(help.getByRole('heading', { name: says.keys }))
  })

  test('lets the reader switch its key off, and asks for less motion', async () => {
    const { store } = showHelp({ dialog: 'help' })
    const help = dialog(says.title)
    await userEvent.click(help.getByRole('checkbox', { name: says.questionMark }))
    await userEvent.click(help.getByRole('checkbox', { name: says.lessMotion }))
    expect(store.state).toMatchObject({ keys: false, motion: 'less' })
  })
})

test('what is not known opens with the edition, and focus goes back where it came from', async () => {
  const { store } = showHelp()
  const opener = document.body.appendChild(document.createElement('button'))
  opener.focus()
  store.set({ dialog: 'unknowns' })
  const unknowns = dialog(words.page.unknowns)
  expect(unknowns.getByText('Edition 2, 1 March 2026.')).toBeTruthy()
  await userEvent.click(unknowns.getByRole('button', { name: words.dialog.close }))
  expect(store.state.dialog).toBeNull()
  expect(document.activeElement).toBe(opener)
})

test('from one dialog to the next, focus still goes back to what opened the first', async () => {
  const { store } = showHelp()
  const opener = document.body.appendChild(document.createElement('button'))
  opener.focus()
  store.set({ dialog: 'help' })
  store.set({ dialog: 'corrections' })
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(store.state.dialog).toBeNull())
  expect(document.activeElement).toBe(opener)
})

describe('the key of the help', () => {
  test('opens it from anywhere on the page', async () => {
    const { store } = showHelp()
    await userEvent.keyboard('?')
    expect(store.state.dialog).toBe('help')
  })

  test('does nothing while the reader types or chooses', async () => {
    const { store } = showHelp()
    for (const tag of ['input', 'textarea', 'select'] as const) {
      document.body.appendChild(document.createElement(tag)).focus()
      await userEvent.keyboard('?')
      expect(store.state.dialog).toBeNull()
    }
  })

  test('does nothing when it is switched off', async () => {
    const { store } = showHelp({ keys: false })
    await userEvent.keyboard('?')
    expect(store.state.dialog).toBeNull()
  })

  const stroke = { key: '?', ctrlKey: false, metaKey: false, altKey: false, isComposing: false, defaultPrevented: false }
  const state = { keys: true, dialog: null, compare: null } as const

  test.each([
    ['another key', { key: '/' }, {}],
    ['a shortcut of the browser', { ctrlKey: true }, {}],
    ['a key that a view has used', { defaultPrevented: true }, {}],
    ['a key under a dialog', {}, { dialog: 'unknowns' as const }],
  ])('is not %s', (_name, ofStroke, ofState) => {
    expect(asksForHelp(stroke, state, null)).toBe(true)
    expect(asksForHelp({ ...stroke, ...ofStroke }, { ...state, ...ofState }, null)).toBe(false)
  })

  test('a box to tick takes no text, a date does', () => {
    const input = (type: string) => Object.assign(document.createElement('input'), { type })
    expect(takesText(input('checkbox'))).toBe(false)
    expect(takesText(input('date'))).toBe(true)
  })
})
