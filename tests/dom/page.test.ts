import { screen, within } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { bindTheme } from '../../src/adapters/theme'
import { english as words } from '../../src/core/words/words'
import { type AppState, initialState } from '../../src/state/state'
import { Store } from '../../src/state/store'
import { createAbout } from '../../src/views/about'
import { showBanner } from '../../src/views/banner'
import { createHeader } from '../../src/views/header'
import { createPageBar } from '../../src/views/page-bar'
import { createPeek } from '../../src/views/peek'
import { createStatus } from '../../src/views/status'
import { anEvent, aStory } from '../support/a-story'

const story = aStory({
  title: 'Talks',
  summary: 'They met.',
  asOf: '2026-02-26',
  attribution: 'Parley',
  license: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  edition: { number: 2, published: '2026-03-01' },
  sources: [
    { id: 'article', publisher: 'A paper', url: 'https://example.org/a' },
    { id: 'unlinked', publisher: 'Another paper' },
  ],
  unknowns: [{ id: 'end', text: 'When it ended.', sources: [{ source: 'article' }, { source: 'unlinked' }] }],
  glossary: [{ term: 'Snapback', text: 'A return of <b>sanctions</b>.' }],
  corrections: [{ on: '2026-03-01', text: 'The hour was wrong.' }],
  events: [
    anEvent({ id: 'talks', title: 'Third round', when: '2026-02-26' }),
    anEvent({ id: 'speech', kind: 'statement', when: '2026-02-25' }),
  ],
})
const everyKey = (state: AppState) => new Set(Object.keys(state) as (keyof AppState)[])

let store: Store<AppState>
let root: HTMLElement
beforeEach(() => {
  store = new Store(initialState(story))
  root = document.createElement('div')
  document.body.replaceChildren(root)
})
afterEach(() => {
  vi.useRealTimers()
})
const context = () => ({ story, store, words })

test('the header says what the story is, and up to which day', () => {
  createHeader({ copyAddress: async () => true }, () => {})(root, context())
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Talks')
  expect(screen.getByText('They met.')).toBeTruthy()
  expect(screen.getByText('As of Thu, 26 Feb 2026.')).toBeTruthy()
})

test('while all else is as it was known, the header says that title and summary are not', () => {
  const shown = context()
  const view = createHeader({ copyAddress: async () => true }, () => {})(root, shown)
  const set = (known: number | null) => {
    shown.store.set({ known })
    view.update(shown.store.state, new Set(['known'] as const))
  }
  set(Date.UTC(2026, 1, 20, 12))
  expect(root.textContent).toContain('Title and summary are of Thu, 26 Feb 2026, all else as it was known on Fri, 20 Feb 2026.')
  set(null)
  expect(root.textContent).toContain('As of Thu, 26 Feb 2026.')
})

test.each([
  [true, words.page.copied],
  [false, words.page.copyFailed],
])('copying the link says whether it worked (%s)', async (works, sentence) => {
  const said: string[] = []
  createHeader({ copyAddress: async () => works }, (text) => said.push(text))(root, context())
  await userEvent.click(screen.getByRole('button', { name: words.page.copyLink }))
  expect(said).toEqual([sentence])
})

test('a link that cannot be copied is told where it can be seen', async () => {
  createHeader({ copyAddress: async () => false }, () => {})(root, context())
  expect(screen.queryByText(words.page.copyFailed)?.hidden).toBe(true)
  await userEvent.click(screen.getByRole('button', { name: words.page.copyLink }))
  expect(screen.getByText(words.page.copyFailed).hidden).toBe(false)
})

test('what is not known, corrections and help are one press away in the header and at the foot of a small screen', async () => {
  const bar = document.createElement('div')
  document.body.append(bar)
  createHeader({ copyAddress: async () => true }, () => {})(root, context())
  createPageBar(bar, context())
  for (const name of [words.page.tools, words.page.bar]) {
    const nav = within(screen.getByRole('navigation', { name }))
    await userEvent.click(nav.getByRole('link', { name: words.page.unknownsLink }))
    expect(store.state.dialog).toBe('unknowns')
    await userEvent.click(nav.getByRole('link', { name: words.page.correctionsLink }))
    expect(store.state.dialog).toBe('corrections')
    await userEvent.click(nav.getAllByRole('button', { name: words.page.help })[0] as HTMLElement)
    expect(store.state.dialog).toBe('help')
  }
})

test('without script the same are links to the foot of the page', () => {
  createHeader({ copyAddress: async () => true }, () => {})(root, context())
  const address = (name: string) => screen.getByRole('link', { name }).getAttribute('href')
  expect(address(words.page.unknownsLink)).toBe('#unknowns')
  expect(address(words.page.correctionsLink)).toBe('#corrections')
})

test('a link that the reader opens in another tab opens nothing here', async () => {
  createHeader({ copyAddress: async () => true }, () => {})(root, context())
  const user = userEvent.setup()
  await user.keyboard('{Control>}')
  await user.click(screen.getByRole('link', { name: words.page.unknownsLink }))
  expect(store.state.dialog).toBeNull()
})

test('“More” says whether its pane is open', () => {
  createHeader({ copyAddress: async () => true }, () => {})(root, context())
  const more = screen.getByRole('button', { name: words.page.more })
  const pane = document.getElementById(more.getAttribute('popovertarget') ?? '')
  expect(more.getAttribute('aria-expanded')).toBe('false')
  pane?.dispatchEvent(Object.assign(new Event('beforetoggle'), { newState: 'open' }))
  expect(more.getAttribute('aria-expanded')).toBe('true')
})

test('less motion can be asked for, and follows the address', async () => {
  const header = createHeader({ copyAddress: async () => true }, () => {})(root, context())
  const end = bindTheme(store)
  const box = screen.getByRole<HTMLInputElement>('checkbox', { name: words.page.lessMotion, hidden: true })
  await userEvent.click(box)
  expect(store.state.motion).toBe('less')
  expect(document.documentElement.dataset.motion).toBe('less')
  store.set({ motion: 'auto' })
  header.update(store.state, new Set(['motion']))
  expect(box.checked).toBe(false)
  expect(document.documentElement.dataset.motion).toBeUndefined()
  end()
})

test('the colours can be chosen and follow the address', async () => {
  const header = createHeader({ copyAddress: async () => true }, () => {})(root, context())
  const theme = screen.getByRole<HTMLSelectElement>('combobox', { name: words.page.theme, hidden: true })
  await userEvent.selectOptions(theme, 'dark')
  expect(store.state.theme).toBe('dark')
  store.set({ theme: 'light' })
  header.update(store.state, new Set(['theme']))
  expect(theme.value).toBe('light')
})

test('the foot of the page tells what is not known, terms, corrections and licence, as text', () => {
  createAbout('./data/x.json')(root, context())
  const unknowns = within(screen.getByRole('region', { name: words.page.unknowns }))
  expect(unknowns.getByRole('listitem').textContent).toBe('When it ended. (A paper, Another paper)')
  expect(unknowns.getByRole('link', { name: 'A paper' }).getAttribute('rel')).toBe('noopener noreferrer')
  expect(unknowns.queryByRole('link', { name: 'Another paper' })).toBeNull()
  expect(screen.getByRole('definition').textContent).toBe('A return of <b>sanctions</b>.')
  expect(root.querySelector('b')).toBeNull()
  const corrections = screen.getByRole('region', { name: words.page.corrections }).textContent
  expect(corrections).toContain('Edition 2, 1 March 2026.')
  expect(corrections).toContain('The hour was wrong.')
  expect(screen.getByRole('link', { name: 'CC BY 4.0' }).getAttribute('href')).toMatch(/^https:/)
})

test('after a filter the status says once, when the reader pauses, how many events are left', () => {
  vi.useFakeTimers()
  const status = createStatus(root, context())
  status.update(store.state, everyKey(store.state))
  const filter = (patch: Partial<AppState>) => {
    store.set(patch)
    status.update(store.state, new Set(Object.keys(patch) as (keyof AppState)[]))
  }
  filter({ kinds: new Set(['talks'] as const) })
  filter({ kinds: new Set(['military'] as const) })
  expect(root.textContent).toBe('')
  vi.runAllTimers()
  expect(root.textContent).toBe('0 of 2 events shown.')
  filter({ kinds: new Set() })
  vi.runAllTimers()
  expect(root.textContent).toBe('All 2 events shown.')
})

test('the status counts one and none exactly', () => {
  vi.useFakeTimers()
  const one = aStory({ events: [anEvent({ id: 'only' })] })
  const state = initialState(one)
  const status = createStatus(root, { story: one, store: new Store(state), words })
  const said = (patch: Partial<AppState>): string => {
    status.update({ ...state, ...patch }, new Set(Object.keys(patch) as (keyof AppState)[]))
    vi.runAllTimers()
    return root.textContent
  }
  status.update(state, everyKey(state))
  expect(said({ search: '' })).toBe('1 event shown.')
  expect(said({ search: 'nothing of the kind' })).toBe('0 of 1 event shown.')
})

test('the status says by which day and by which part of the map it counts', () => {
  vi.useFakeTimers()
  const status = createStatus(root, context())
  status.update(store.state, everyKey(store.state))
  const filter = (patch: Partial<AppState>): string => {
    store.set(patch)
    status.update(store.state, new Set(Object.keys(patch) as (keyof AppState)[]))
    vi.runAllTimers()
    return root.textContent
  }
  expect(filter({ known: Date.UTC(2026, 1, 25, 12) })).toBe('1 of 2 events shown, as known on Wed, 25 Feb 2026.')
  expect(filter({ known: null, byMap: 'view', area: [[0, 0, 1, 1]] })).toBe('0 of 2 events shown, placed in the map’s view.')
  expect(filter({ byMap: 'view-and-unplaced' })).toBe('All 2 events shown, placed in the map’s view or without a place.')
})

test('a map that moves without filtering is not announced', () => {
  vi.useFakeTimers()
  const status = createStatus(root, context())
  status.update(store.state, everyKey(store.state))
  store.set({ area: [[0, 0, 1, 1]] })
  status.update(store.state, new Set(['area']))
  vi.runAllTimers()
  expect(root.textContent).toBe('')
})

test('the first picture of the page is not announced', () => {
  vi.useFakeTimers()
  createStatus(root, context()).update(store.state, everyKey(store.state))
  vi.runAllTimers()
  expect(root.textContent).toBe('')
})

test('a banner tells in one sentence what is wrong with a file, and lists where', () => {
  const issue = { severity: 'error', code: 'x', path: '/events/0', line: 3, column: 5, message: 'bad', fix: 'mend it' } as const
  showBanner(root, words, 'Something is wrong.', [issue])
  expect(root.hidden).toBe(false)
  expect(screen.getByText('Something is wrong.')).toBeTruthy()
  expect(screen.getByRole('listitem', { hidden: true }).textContent).toBe('3:5 error x /events/0 bad. Mend it.')
  showBanner(root, words, null)
  expect(root.hidden).toBe(true)
})

test('the line at the foot of a phone leads to the open event while that is out of sight', async () => {
  let seen: (visible: boolean) => void = () => {}
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(listener: (entries: { isIntersecting: boolean }[]) => void) {
        seen = (visible) => listener([{ isIntersecting: visible }])
      }
      observe() {}
      disconnect() {}
    },
  )
  const row = document.createElement('article')
  row.id = 'ev-talks'
  const title = document.createElement('button')
  row.append(title)
  row.scrollIntoView = () => {}
  document.body.append(row)
  const peek = createPeek(root, context())
  const talks = story.events.at(1).id
  store.set({ selected: talks })
  peek.update(store.state, new Set(['selected']))
  seen(false)
  expect(root.hidden).toBe(false)
  await userEvent.click(screen.getByRole('button', { name: /Third round/ }))
  expect(document.activeElement).toBe(title)
  seen(true)
  expect(root.hidden).toBe(true)
  vi.unstubAllGlobals()
})
