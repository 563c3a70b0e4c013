import { screen, within } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { findEvent, matchingIds } from '../../src/core/derive'
import { formatterOf } from '../../src/core/format'
import type { EventId } from '../../src/core/types'
import { english as words } from '../../src/core/words/words'
import { encodeQuery } from '../../src/state/query'
import { type AppState, initialState, type Part } from '../../src/state/state'
import { Store } from '../../src/state/store'
import { editionLine } from '../../src/views/about'
import { createEmbedCredit } from '../../src/views/embed-credit'
import { createEmbedHeader } from '../../src/views/embed-header'
import { createEmbedPanes } from '../../src/views/embed-panes'
import type { EmbedTools } from '../../src/views/embed-tools'
import type { CreateView } from '../../src/views/view'
import { anEvent, aStory } from '../support/a-story'

const SITE = 'https://news.example/talks/'
const tools: EmbedTools = { editionLine, encodeQuery, findEvent, formatterOf, matchingIds }
const story = aStory({
  title: 'Talks',
  asOf: '2026-02-26',
  attribution: 'Parley',
  license: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  edition: { number: 2, published: '2026-03-01' },
  unknowns: [{ id: 'end', text: 'When it ended.' }],
  events: [
    anEvent({ id: 'talks', title: 'Third round', when: '2026-02-26' }),
    anEvent({ id: 'speech', title: 'A speech', kind: 'statement', when: '2026-02-25' }),
  ],
})
const TALKS = 'talks' as EventId

let store: Store<AppState>
/** Gives the frame a size; `isFixed`: its host keeps it. */
function frame(width: number, height: number, isFixed = true): void {
  Object.assign(window, { innerWidth: width, innerHeight: height })
  document.documentElement.classList.toggle('fixed-height', isFixed)
}
function show(create: CreateView, id: string, state: Partial<AppState> = {}) {
  store = new Store<AppState>({ ...initialState(story), ...state })
  const root = document.getElementById(id) ?? document.body
  const view = create(root, { story, store, words })
  view.update(store.state, new Set(Object.keys(store.state) as (keyof AppState)[]))
  store.subscribe((next, changed) => view.update(next, changed))
  return { root, view }
}
const showPanes = (state: Partial<AppState> = {}) => show(createEmbedPanes(tools, SITE), 'frame-tabs', state)
const seen = () => ['map', 'timeline', 'events'].filter((id) => document.getElementById(id)?.hidden === false)

beforeEach(() => {
  document.documentElement.lang = 'en'
  const place = (id: string, tag = 'div') => Object.assign(document.createElement(tag), { id })
  const main = document.createElement('main')
  main.append(place('map', 'section'), place('events', 'section'), place('timeline', 'section'))
  document.body.replaceChildren(
    place('page-header', 'header'),
    place('frame-tabs'),
    main,
    place('peek'),
    place('page-footer', 'footer'),
  )
  frame(320, 480)
})

test('the header names the story and its day', () => {
  show(createEmbedHeader(tools), 'page-header')
  expect(screen.getByRole('heading', { level: 1, name: 'Talks' })).toBeTruthy()
  expect(screen.getByText('As of 26 Feb 2026.')).toBeTruthy()
})

test('an embed can be presented, from its header or from its foot, and be used with a class', async () => {
  const header = show(createEmbedHeader(tools), 'page-header')
  await userEvent.click(within(header.root).getByRole('button', { name: 'Present' }))
  expect(store.state.mode).toBe('present')
  const foot = show(createEmbedCredit(tools, SITE, false), 'page-footer')
  await userEvent.click(within(foot.root).getByRole('button', { name: 'Present', hidden: true }))
  expect(store.state.mode).toBe('present')
  await userEvent.click(within(foot.root).getByRole('button', { name: 'For a class', hidden: true }))
  expect(store.state.dialog).toBe('class')
})

test('the line at the foot names holder, licence and edition', () => {
  const { root } = show(createEmbedCredit(tools, SITE, false), 'page-footer')
  expect(root.querySelector('.licence')?.textContent).toBe('Story: Parley, CC BY 4.0. Edition 2, 1 March 2026.')
  const licence = screen.getByRole('link', { name: 'CC BY 4.0', hidden: true })
  expect([licence.getAttribute('href'), licence.getAttribute('target')]).toEqual([story.license?.url, '_blank'])
})

test('the full page opens in a tab of its own, in the present state and without what concerns the frame', async () => {
  show(createEmbedCredit(tools, SITE, false), 'page-footer', { parts: new Set<Part>(['map']), api: true, resize: 'fixed' })
  const link = screen.getByRole('link', { name: 'Open the full page' })
  expect(link.getAttribute('href')).toBe(SITE)
  store.set({ selected: TALKS, pane: 'map' })
  await userEvent.hover(link)
  link.dispatchEvent(new Event('pointerenter'))
  expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual([`${SITE}?event=talks`, '_blank'])
})

test('what is not known, corrections, help and errors open as dialogs, from one press', async () => {
  show(createEmbedCredit(tools, SITE, false), 'page-footer')
  for (const [role, name, dialog] of [
    ['link', 'Not known', 'unknowns'],
    ['link', 'Corrections', 'corrections'],
    ['button', 'Help', 'help'],
    ['button', 'Report an error', 'report'],
  ] as const) {
    await userEvent.click(screen.getByRole(role, { name, hidden: true }))
    expect(store.state.dialog).toBe(dialog)
  }
})

test.each([
  ['mailto:desk@example.org', ''],
  ['https://tracker.example/new', '_blank'],
])('errors are a link to %s before script, and open the dialog with it', async (reportTo, target) => {
  const root = document.getElementById('page-footer') ?? document.body
  const addressed = { ...story, reportTo }
  store = new Store<AppState>(initialState(addressed))
  createEmbedCredit(tools, SITE, false)(root, { story: addressed, store, words })
  const link = screen.getByRole<HTMLAnchorElement>('link', { name: 'Report an error', hidden: true })
  expect([link.href, link.target]).toEqual([reportTo, target])
  await userEvent.click(link)
  expect(store.state.dialog).toBe('report')
})

test('a pinned page keeps the sentence that says so with the licence, and gives it back', () => {
  const note = Object.assign(document.createElement('p'), { id: 'pinned', textContent: 'Edition 2, as published.' })
  document.getElementById('page-footer')?.before(note)
  const { root, view } = show(createEmbedCredit(tools, SITE, true), 'page-footer')
  expect(root.contains(note)).toBe(true)
  expect(root.querySelector('.credit-short')?.textContent).toBe('Pinned edition 2')
  view.destroy()
  expect([note.isConnected, root.contains(note)]).toEqual([true, false])
})

test('a small frame shows one view at a time, by tabs', async () => {
  showPanes()
  const tabs = screen.getByRole('tablist', { name: 'Views' })
  expect(
    within(tabs)
      .getAllByRole('tab')
      .map((tab) => tab.textContent),
  ).toEqual(['Map', 'Timeline', 'Events'])
  expect(seen()).toEqual(['map'])
  await userEvent.click(screen.getByRole('tab', { name: 'Events' }))
  expect([store.state.pane, ...seen()]).toEqual(['list', 'events'])
  expect(screen.getByRole('tab', { name: 'Events', selected: true }).tabIndex).toBe(0)
})

test('arrows, Home and End go from tab to tab and open it', async () => {
  showPanes()
  screen.getByRole('tab', { name: 'Map' }).focus()
  await userEvent.keyboard('{ArrowRight}')
  expect([document.activeElement?.textContent, store.state.pane]).toEqual(['Timeline', 'timeline'])
  await userEvent.keyboard('{End}{ArrowRight}')
  expect([document.activeElement?.textContent, store.state.pane]).toEqual(['Map', 'map'])
})

test('a frame with more height shows views together, and one that follows its content has no tabs', () => {
  frame(650, 650)
  showPanes()
  expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual(['Map', 'Timeline and events'])
  frame(360, 720)
  window.dispatchEvent(new Event('resize'))
  expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual(['Map and timeline', 'Events'])
  expect(seen()).toEqual(['map', 'timeline'])
  frame(360, 720, false)
  window.dispatchEvent(new Event('resize'))
  expect([screen.queryAllByRole('tab').length, ...seen()]).toEqual([0, 'map', 'timeline', 'events'])
})

test('views that the address leaves out are hidden, and have no tab', () => {
  showPanes({ parts: new Set<Part>(['timeline', 'list']), pane: 'map' })
  expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual(['Timeline', 'Events'])
  expect(seen()).toEqual(['timeline'])
  store.set({ parts: new Set<Part>(['map']) })
  expect([screen.queryAllByRole('tab').length, ...seen()]).toEqual([0, 'map'])
})

test('while the list is out of sight a line names the selected event and leads to its text', async () => {
  showPanes()
  expect(document.getElementById('peek')?.hidden).toBe(true)
  store.set({ selected: TALKS })
  await userEvent.click(screen.getByRole('button', { name: 'Third round Read' }))
  expect([...seen(), document.getElementById('peek')?.hidden]).toEqual(['events', true])
})

test('without a list the line leads to the full page', () => {
  frame(900, 700, false)
  showPanes({ parts: new Set<Part>(['map', 'timeline']), selected: TALKS })
  const link = screen.getByRole('link', { name: 'Third round Read on the full page' })
  expect(link.getAttribute('href')).toBe(`${SITE}?event=talks`)
})

test('an event that a filter leaves out is not named', () => {
  showPanes({ selected: TALKS })
  store.set({ kinds: new Set(['statement'] as const) })
  expect(document.getElementById('peek')?.hidden).toBe(true)
})
