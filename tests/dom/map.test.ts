import { screen, within } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import type { LayerId } from '../../src/core/types'
import { fakeGround, grounds, settled, showMap } from './show-map'

beforeEach(() => {
  grounds.length = 0
})

test('every mark is a button that says what it is', () => {
  showMap()
  expect(screen.getByRole('button', { name: 'Geneva, happened here, 2 events' })).toBeDefined()
  expect(screen.getByRole('button', { name: /^Vienna, planned here, planned, / })).toBeDefined()
  expect(screen.getByRole('button', { name: 'US government, seat of government, said by it, 1 statement' })).toBeDefined()
  expect(screen.getByRole('button', { name: /^USS Gerald R\. Ford, aircraft carrier: Mediterranean/ })).toBeDefined()
})

test('pressing a place with one event selects it', async () => {
  const { store } = showMap()
  await userEvent.click(screen.getByRole('button', { name: /^Vienna/ }))
  expect(store.state.selected).toBe('technical')
})

test('pressing a place with several lists them, and one of them can be chosen', async () => {
  const { store } = showMap()
  await userEvent.click(screen.getByRole('button', { name: /^Geneva/ }))
  const list = screen.getByRole('group', { name: 'Events: Geneva' })
  expect(within(list).getAllByRole('button')).toHaveLength(2)
  await userEvent.click(within(list).getByRole('button', { name: /round-3/ }))
  expect(store.state.selected).toBe('round-3')
  expect(screen.queryByRole('group', { name: 'Events: Geneva' })).toBeNull()
})

test('Escape closes the list and gives the focus back', async () => {
  showMap()
  const geneva = screen.getByRole('button', { name: /^Geneva/ })
  geneva.focus()
  await userEvent.keyboard('{Enter}')
  expect(document.activeElement?.closest('.map-list')).not.toBeNull()
  await userEvent.keyboard('{Escape}')
  expect(document.activeElement).toBe(geneva)
})

test('all marks are one stop of the Tab key; arrows go from one to the next and round', async () => {
  const { root } = showMap()
  const stops = [...root.querySelectorAll<HTMLElement>('.map-target')]
  expect(stops.filter((stop) => stop.tabIndex === 0)).toHaveLength(1)
  stops[0]?.focus()
  await userEvent.keyboard('{ArrowRight}')
  expect(document.activeElement).toBe(stops[1])
  await userEvent.keyboard('{Home}{ArrowLeft}')
  expect(document.activeElement).toBe(stops.at(-1))
})

test('focus on a mark lifts its first event, leaving it lets go', () => {
  const { store } = showMap()
  const vienna = screen.getByRole('button', { name: /^Vienna/ })
  vienna.focus()
  expect(store.state.hovered).toBe('technical')
  vienna.blur()
  expect(store.state.hovered).toBeNull()
})

test('a selection from elsewhere is marked on the map and moves nothing that is in view', () => {
  const { store, story } = showMap()
  store.set({ selected: [...story.events].find(({ id }) => id === 'us-says')?.id ?? null })
  expect(screen.getByRole('button', { name: /^US government/ }).getAttribute('aria-current')).toBe('true')
  expect(store.state.camera).toBeNull()
})

test('the buttons zoom, move and go back to the story’s frame', async () => {
  const { store } = showMap()
  await userEvent.click(screen.getByRole('button', { name: 'Zoom in' }))
  const closer = store.state.camera
  await userEvent.click(screen.getByRole('button', { name: 'Move east' }))
  expect(store.state.camera?.zoom).toBe(closer?.zoom)
  expect(store.state.camera?.center[0]).toBeGreaterThan(closer?.center[0] ?? 0)
  await userEvent.click(screen.getByRole('button', { name: 'Show the story’s frame' }))
  expect(store.state.camera).toBeNull()
})

test('what lies in neither pane is named under the map', () => {
  const { root } = showMap()
  expect(root.querySelector('.map-away')?.textContent).toBe('Not on this frame: Rome')
})

test('with the article alone the Ford is a badge and the Lincoln is gone', () => {
  const { root, store } = showMap()
  store.set({ layers: new Set(['article'] as LayerId[]) })
  const texts = [...root.querySelectorAll('.ship text')].map((node) => node.textContent)
  expect(texts.join(' ')).toBe('USS Gerald R. Ford The article says only ‘the region’')
})

test('the key names only what is drawn', () => {
  const { root, store } = showMap()
  const entries = () => [...root.querySelectorAll('#map-key li')].map((item) => item.textContent)
  expect(entries()).toContain('How far it could be at 30 knots')
  store.set({ layers: new Set(['article'] as LayerId[]) })
  expect(entries()).not.toContain('How far it could be at 30 knots')
})

test('the table of reports tells what is known by the now-line', () => {
  const { root } = showMap()
  const details = root.querySelector('details')
  if (!details) throw new Error('no table')
  details.open = true
  details.dispatchEvent(new Event('toggle'))
  const rows = within(details)
    .getAllByRole('rowheader')
    .map((cell) => cell.closest('tr')?.textContent)
  expect(rows).toHaveLength(6)
  expect(rows.at(-1)).toContain('seen; only the sea11–12 days')
})

test('the detailed ground takes over when its picture stands', async () => {
  showMap({}, { detailed: async () => fakeGround })
  await settled()
  const [simple, detailed] = grounds
  expect(simple?.isGone).toBe(false)
  detailed?.options.onReady()
  expect(simple?.isGone).toBe(true)
})

test('the simple ground comes back where the detailed one fails, and says so', async () => {
  const { root } = showMap({}, { detailed: async () => fakeGround })
  await settled()
  grounds[1]?.options.onReady()
  grounds[1]?.options.onFail('lost')
  expect(grounds.map(({ isGone }) => isGone)).toEqual([true, true, false])
  expect(root.querySelector('.map-note')?.hasAttribute('hidden')).toBe(false)
})

test('a view that is destroyed leaves nothing behind, also twice', () => {
  const { root, view } = showMap()
  view.destroy()
  view.destroy()
  expect(root.children).toHaveLength(0)
  expect(grounds.every(({ isGone }) => isGone)).toBe(true)
})
