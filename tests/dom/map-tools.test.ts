import { screen, within } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Story } from '../../src/core/story-types'
import type { EventId } from '../../src/core/types'
import { aRelayStory } from '../support/a-relay'
import { anEvent, aStory } from '../support/a-story'
import { grounds, settled, showMap } from './show-map'

const aStoryWithUnplaced = (): Story =>
  aStory({
    events: [
      anEvent({ id: 'here', when: '2026-02-26', where: { place: 'geneva' } }),
      anEvent({ id: 'somewhere', when: '2026-02-26' }),
      anEvent({ id: 'elsewhere', when: '2026-02-26' }),
    ],
  })

beforeEach(() => {
  grounds.length = 0
})

test('the controls are one stop of the Tab key, and arrows go among them', async () => {
  showMap()
  const controls = screen.getByRole('toolbar', { name: 'Zoom and move the map' })
  const buttons = within(controls).getAllByRole('button')
  expect(buttons.filter((button) => button.tabIndex === 0)).toEqual([buttons[0]])
  buttons[0]?.focus()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Show the story’s frame')
  expect(buttons.filter((button) => button.tabIndex === 0)).toEqual([document.activeElement])
})

test('the line under the map is one stop: its tools, what is on, what is out of view, the table of the ships', async () => {
  showMap({ byMap: 'view' })
  const bar = screen.getByRole('toolbar', { name: 'Under the map' })
  screen.getByRole('button', { name: 'Map tools' }).focus()
  const reached: (string | null | undefined)[] = []
  for (let press = 0; press < 4; press++) {
    reached.push(document.activeElement?.textContent)
    await userEvent.keyboard('{ArrowRight}')
  }
  expect(reached).toEqual(['Map tools', 'Only what is in view', 'Rome', 'Carrier reports as a table'])
  expect(document.activeElement?.textContent).toBe('Map tools')
  expect(bar.querySelectorAll('[data-stop][tabindex="0"]')).toHaveLength(1)
})

test('from a mark, plus and minus zoom and 0 goes back to the frame', async () => {
  const { store } = showMap()
  screen.getByRole('button', { name: /^Vienna/ }).focus()
  await userEvent.keyboard('+')
  const closer = store.state.camera
  await userEvent.keyboard('-')
  expect(store.state.camera?.zoom).toBeLessThan(closer?.zoom ?? 0)
  await userEvent.keyboard('0')
  expect(store.state.camera).toBeNull()
})

const openTools = async () => {
  await userEvent.click(screen.getByRole('button', { name: 'Map tools' }))
  return within(screen.getByRole('group', { name: 'Map tools' }))
}

test('the tools open by their button; Escape closes them and gives the focus back', async () => {
  showMap()
  const tools = await openTools()
  tools.getByRole('button', { name: 'Measure a distance' }).focus()
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('group', { name: 'Map tools' })).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Map tools' }))
})

describe('the filter by map', () => {
  test('knows what both panes show as soon as the map stands', async () => {
    const { store } = showMap()
    await settled()
    expect(store.state.area).toHaveLength(2)
    const [main, strip] = store.state.area ?? []
    expect(main?.[0]).toBeCloseTo(-11, 0)
    expect(strip?.[2]).toBeLessThan(-60)
  })

  test('is switched on in the tools and off under the map, where it says so', async () => {
    const { store } = showMap()
    await userEvent.click((await openTools()).getByRole('button', { name: 'Only what is in view' }))
    expect(store.state.byMap).toBe('view')
    const shown = screen.getByRole('button', { name: 'Only what is in view', pressed: true })
    await userEvent.click(shown)
    expect(store.state.byMap).toBe('off')
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Map tools' }))
  })

  test('counts what has no place, one press away', async () => {
    const { store } = showMap({ byMap: 'view' }, {}, aStoryWithUnplaced())
    await userEvent.click(screen.getByRole('button', { name: '2 without a place', pressed: false }))
    expect(store.state.byMap).toBe('view-and-unplaced')
    await userEvent.click(screen.getByRole('button', { name: '2 without a place', pressed: true }))
    expect(store.state.byMap).toBe('view')
  })

  test('moves the map to no selection, so that it cannot chase its own view', async () => {
    const { store, story } = showMap({ byMap: 'view' })
    await settled()
    const { area } = store.state
    const before = grounds[0]?.cameras
    store.set({ selected: [...story.events].find(({ id }) => id === 'far')?.id ?? null })
    await settled()
    expect(grounds[0]?.cameras).toBe(before)
    expect(store.state.area).toBe(area)
  })

  test('follows the view once for each move, and lets the selection stand', async () => {
    const { store } = showMap({ byMap: 'view', motion: 'less' })
    await settled()
    store.set({ selected: 'round-3' as EventId })
    const areas: unknown[] = []
    store.subscribe((state, changed) => {
      if (changed.has('area')) areas.push(state.area)
    })
    await userEvent.click(screen.getByRole('button', { name: 'Move east' }))
    await settled()
    expect(areas).toHaveLength(1)
    expect(store.state.selected).toBe('round-3')
    const { camera } = store.state
    await settled()
    expect(store.state.camera).toBe(camera)
  })
})

test('a selection that is out of view is flown to only without motion reduced on the page', async () => {
  const { store, story } = showMap({ motion: 'less' })
  const before = grounds[0]?.cameras ?? 0
  store.set({ selected: [...story.events].find(({ id }) => id === 'far')?.id ?? null })
  expect(grounds[0]?.cameras).toBe(before + 1)
})

describe('while a distance is measured', () => {
  const measuring = { measure: { kind: 'distance', from: null, to: null } } as const

  test('a press on a place is an end of it, by pointer and by key, and opens nothing', async () => {
    const { store, root } = showMap({ ...measuring, selected: null })
    await userEvent.click(screen.getByRole('button', { name: /^Geneva/ }))
    screen.getByRole('button', { name: /^Government of Iran/ }).focus()
    await userEvent.keyboard('{Enter}')
    expect(store.state.measure).toEqual({ kind: 'distance', from: 'geneva', to: 'iran-seat' })
    expect(store.state.selected).toBeNull()
    const label = [...root.querySelectorAll('.map-over text')].find((text) => text.textContent?.includes('nautical'))
    expect(label?.textContent).toMatch(/^3,9\d\d km, 2,1\d\d nautical miles$/)
    expect(screen.getAllByRole('button', { pressed: true }).map((button) => button.getAttribute('aria-label'))).toEqual([
      'Geneva, happened here, 2 events',
      'Government of Iran, seat of government, said by it, 1 statement',
    ])
  })

  test('an area says that it has no one point', async () => {
    const { store, root } = showMap(measuring, {}, aRelayStory())
    const area = screen.getByRole('button', { name: /^Inside Iran.*an area has no one point to measure from$/ })
    expect(area.getAttribute('aria-disabled')).toBe('true')
    await userEvent.click(area)
    expect(store.state.measure).toEqual(measuring.measure)
    expect(root.querySelector('.map-hint')?.textContent).toBe('Inside Iran is an area: it has no one point to measure from.')
  })
})

describe('who mediated', () => {
  const says = (root: Element) => root.querySelector('.map-relay p')?.textContent

  test('asks for a round of talks where none is selected', () => {
    const { root } = showMap({ relay: true, selected: null }, {}, aRelayStory())
    expect(says(root)).toBe('Select a round of talks to see it.')
    expect(root.querySelectorAll('.relay')).toHaveLength(0)
  })

  test('is drawn over both panes for the selected round and told with its source', () => {
    const { root } = showMap({ relay: true, selected: 'round-3' as EventId }, {}, aRelayStory())
    expect(root.querySelectorAll('.map-strip .relay')).toHaveLength(1)
    expect(root.querySelectorAll('.map-main .relay').length).toBeGreaterThan(1)
    expect(says(root)).toBe(
      'Indirect, mediated by Oman: lines from US government to Government of Oman to Government of Iran (The article, sentence 2)',
    )
    expect(within(root).getByRole('link', { name: 'The article' }).getAttribute('href')).toBe('https://news.example/article')
  })

  test('comes and goes with the selection', () => {
    const { root, store } = showMap({ relay: true, selected: 'round-3' as EventId }, {}, aRelayStory())
    store.set({ selected: 'round-2' as EventId })
    expect(root.querySelectorAll('.map-pane .relay')).toHaveLength(0)
    expect(says(root)).toBe('For the selected talks the story has no lines of mediation.')
  })

  test('is off until it is asked for', async () => {
    const { root, store } = showMap({ selected: 'round-3' as EventId }, {}, aRelayStory())
    expect(root.querySelectorAll('.relay')).toHaveLength(0)
    await userEvent.click((await openTools()).getByRole('button', { name: 'Who mediated' }))
    expect(store.state.relay).toBe(true)
    expect(root.querySelectorAll('.map-main .relay').length).toBeGreaterThan(1)
  })
})
