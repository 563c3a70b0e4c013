import { screen, within } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { EventId } from '../../src/core/types'
import { FULL_ROWS, REST_MS, STRETCH_ROWS } from '../../src/views/list-window'
import { anEvent, aStory } from '../support/a-story'
import { showPane, titles } from './show'

const layers = [
  { id: 'article', name: 'The article', shown: true },
  { id: 'reports', name: 'Other reports', shown: true },
  { id: 'afterwards', name: 'Afterwards', shown: false, notice: 'It tells of deaths.' },
]
const sources = [
  { id: 'trt', publisher: 'TRT World', url: 'https://trt.example/a', published: '2026-02-26' },
  { id: 'paper', publisher: 'A paper' },
]
const story = () =>
  aStory({
    layers,
    sources,
    people: [{ id: 'b', name: 'Badr Albusaidi', party: 'oman' }],
    events: [
      anEvent({
        id: 'talks',
        layer: 'article',
        kind: 'talks',
        title: 'Third round ends',
        text: 'They met for hours.',
        when: '2026-02-26',
        parties: ['us', 'iran'],
        where: { place: 'geneva' },
        conflict: 'Some write of direct talks.',
        sources: [
          { source: 'trt', at: 'S1' },
          { source: 'trt', at: 'S2' },
          { source: 'paper', at: 'H1' },
        ],
        claims: [
          {
            id: 'c1',
            by: { person: 'b' },
            attribution: 'named',
            status: 'claimed',
            text: 'Significant progress.',
            sources: [{ source: 'trt', at: 'S4' }],
          },
        ],
      }),
      anEvent({ id: 'more', layer: 'reports', refines: 'talks', text: 'It began at ten.', where: { place: 'cologny' } }),
      anEvent({ id: 'ford', layer: 'reports', kind: 'military', title: 'Ford leaves', when: '2026-02-20', parties: ['us'] }),
      anEvent({ id: 'warning', layer: 'article', kind: 'statement', title: 'Iran warns', parties: ['iran'] }),
      anEvent({ id: 'strikes', layer: 'afterwards', title: 'Strikes', when: '2026-02-28' }),
    ],
  })
const id = (text: string) => text as EventId
const row = (title: string): HTMLElement => screen.getByRole('heading', { name: title }).closest('li') ?? document.body
const isFolded = (title: string) => row(title).querySelector('.event-body')?.getAttribute('hidden') === 'until-found'

describe('the list', () => {
  test('shows every event in order, additions with a plus, what has no date last', () => {
    const { root } = showPane(story())
    expect(titles(root)).toEqual(['+ Ford leaves', 'Third round ends', 'Iran warns'])
    expect(row('Iran warns').textContent).toContain('No date given (1)')
  })

  test('a press opens an event, a second press folds it', async () => {
    const { store } = showPane(story())
    const title = screen.getByRole('button', { name: 'Third round ends' })
    await userEvent.click(title)
    expect(store.state.selected).toBe('talks')
    expect(title.getAttribute('aria-expanded')).toBe('true')
    expect(isFolded('Third round ends')).toBe(false)
    await userEvent.click(title)
    expect(store.state.selected).toBeNull()
    expect(isFolded('Third round ends')).toBe(true)
  })

  test('a selection from elsewhere opens the event and leaves the focus alone', () => {
    const { store } = showPane(story())
    const other = screen.getByRole('button', { name: 'Iran warns' })
    other.focus()
    store.set({ selected: id('talks') })
    expect(row('Third round ends').getAttribute('aria-current')).toBe('true')
    expect(document.activeElement).toBe(other)
  })

  test('text that the browser finds in a folded event opens it', () => {
    const { store } = showPane(story())
    const text = screen.getByText('They met for hours.')
    text.closest('.event-body')?.dispatchEvent(new Event('beforematch', { bubbles: true }))
    expect(store.state.selected).toBe('talks')
  })

  test('an open event names place, text, conflict, what was added, claims and sources', () => {
    showPane(story(), { selected: id('talks') })
    const text = row('Third round ends').textContent ?? ''
    for (const part of [
      '+ cologny',
      'They met for hours.',
      '+ It began at ten.',
      'Sources differ: Some write of direct talks.',
    ]) {
      expect(text).toContain(part)
    }
    expect(text).toContain('Badr Albusaidi: Significant progress.')
    expect(text).toContain('named speaker')
    expect(text).toContain('TRT World, sentences 1–2, 4')
    expect(text).toContain('A paper, sub-heading 1 (not linked)')
  })

  test('an event without a place says so', () => {
    showPane(story(), { selected: id('warning') })
    expect(row('Iran warns').textContent).toContain('The article does not say where')
  })

  test('links to sources are https, tell the source nothing, and show the host', () => {
    showPane(story())
    const links = [...row('Third round ends').querySelectorAll<HTMLAnchorElement>('a[target]')]
    expect(links.length).toBeGreaterThan(0)
    for (const link of links) {
      expect(link.protocol).toBe('https:')
      expect(link.rel).toBe('noopener noreferrer')
    }
    expect(links.map((link) => link.textContent)).toContain('trt.example')
  })

  test('a text in another language says which it is, and which way it runs', () => {
    showPane(aStory({ events: [anEvent({ id: 'talks', title: { fa: 'گفت‌وگو' }, when: '2026-02-26' })] }))
    const title = screen.getByRole('heading', { name: /گفت/ }).querySelector('[lang="fa"]')
    expect(title?.getAttribute('dir')).toBe('rtl')
  })

  test('texts with markup stay text', () => {
    const { root } = showPane(
      aStory({ events: [anEvent({ id: 'x', title: '<img src=x onerror=alert(1)>', text: '<b>bold</b>' })] }),
    )
    expect(titles(root)).toEqual(['<img src=x onerror=alert(1)>'])
    expect(root.querySelector('img')).toBeNull()
    expect(screen.getByText('<b>bold</b>')).toBeTruthy()
  })

  test('the pointer and the focus lift an event', async () => {
    const { store } = showPane(story())
    await userEvent.hover(screen.getByRole('button', { name: 'Iran warns' }))
    expect(store.state.hovered).toBe('warning')
    expect(row('Iran warns').hasAttribute('data-hovered')).toBe(true)
    screen.getByRole('button', { name: 'Third round ends' }).focus()
    expect(store.state.hovered).toBe('talks')
  })

  describe('of a long story', () => {
    const events = Array.from({ length: 400 }, (_, index) =>
      anEvent({ id: `e${index}`, title: `Number ${index}`, when: `${1000 + index}` }),
    )
    beforeEach(() => void vi.useFakeTimers())
    afterEach(() => void vi.useRealTimers())

    test('a stretch is in the page, and the selected event with it', () => {
      const { root, store } = showPane(aStory({ events }))
      expect(titles(root).length).toBe(STRETCH_ROWS)
      screen.getByRole('button', { name: 'Show 60 more' }).click()
      expect(titles(root).length).toBe(STRETCH_ROWS + 60)
      store.set({ selected: id('e390') })
      expect(row('Number 390').getAttribute('aria-current')).toBe('true')
      expect(titles(root).length).toBeLessThanOrEqual(STRETCH_ROWS)
      expect(screen.getByText(/400 events/)).toBeTruthy()
    })

    test('a reader who rests has more of it, and the next step begins with little again', () => {
      const { root, store } = showPane(aStory({ events }))
      vi.advanceTimersByTime(REST_MS)
      expect(titles(root).length).toBe(FULL_ROWS)
      store.set({ search: 'Number 1' })
      expect(titles(root).length).toBe(STRETCH_ROWS)
      vi.advanceTimersByTime(REST_MS)
      expect(titles(root).length).toBe(FULL_ROWS)
    })
  })
})

describe('who says what', () => {
  test('stands by party under headings, in the author’s order, silence said to be silence', () => {
    showPane(story(), { selected: id('talks') })
    const claims = within(row('Third round ends')).getByRole('group', { name: 'Who says what' })
    const groups = within(claims)
      .getAllByRole('heading', { level: 4 })
      .map((heading) => [heading.textContent, heading.nextElementSibling?.textContent])
    expect(groups).toEqual([
      ['U United States', 'No statement in the sources.'],
      ['I Iran', 'No statement in the sources.'],
      ['O Oman', expect.stringContaining('Badr Albusaidi: Significant progress.')],
    ])
  })
})

describe('the keys of the list', () => {
  const stops = (root: Element) => [...root.querySelectorAll<HTMLElement>('h3 button')].filter((button) => button.tabIndex === 0)

  test('the titles are one tab stop; arrows, Home and End go from title to title and select nothing', async () => {
    const { root, store } = showPane(story())
    expect(stops(root).map((button) => button.textContent)).toEqual(['+ Ford leaves'])
    stops(root)[0]?.focus()
    await userEvent.keyboard('{ArrowDown}')
    expect(document.activeElement?.textContent).toBe('Third round ends')
    await userEvent.keyboard('{End}')
    expect(document.activeElement?.textContent).toBe('Iran warns')
    await userEvent.keyboard('{ArrowDown}{ArrowUp}{ArrowUp}{ArrowUp}')
    expect(document.activeElement?.textContent).toBe('+ Ford leaves')
    expect(stops(root)).toEqual([document.activeElement])
    expect(store.state.selected).toBeNull()
  })

  test('an event that opens takes the stop along, and from there Tab goes into it', async () => {
    const { root, store } = showPane(story())
    store.set({ selected: id('talks') })
    expect(stops(root).map((button) => button.textContent)).toEqual(['Third round ends'])
    stops(root)[0]?.focus()
    await userEvent.tab()
    expect(row('Third round ends').contains(document.activeElement)).toBe(true)
  })

  test('where a filter takes the stop away, another row has it', () => {
    const { root, store } = showPane(story())
    store.set({ search: 'iran warns' })
    expect(stops(root).map((button) => button.textContent)).toContain('Iran warns')
  })

  test('arrows go on beyond the stretch of a long story that is in the page', async () => {
    const events = Array.from({ length: 310 }, (_, index) =>
      anEvent({ id: `e${index}`, title: `Number ${index}`, when: `${1000 + index}` }),
    )
    showPane(aStory({ events }))
    screen.getByRole('button', { name: `Number ${STRETCH_ROWS - 1}` }).focus()
    await userEvent.keyboard('{ArrowDown}')
    expect(document.activeElement?.textContent).toBe(`Number ${STRETCH_ROWS}`)
  })
})

describe('time', () => {
  test('what begins after the now-line is dimmed, and said to be later', () => {
    const { store } = showPane(
      aStory({ events: [anEvent({ id: 'a', when: '2026-02-10' }), anEvent({ id: 'b', when: '2026-02-20' })] }),
    )
    store.set({ instant: Date.UTC(2026, 1, 15) })
    expect([row('Event a'), row('Event b')].map((one) => one.classList.contains('is-later'))).toEqual([false, true])
    expect(row('Event b').textContent).toContain('later than the time shown')
    store.set({ instant: Date.UTC(2026, 1, 21) })
    expect(row('Event b').textContent).not.toContain('later than the time shown')
  })

  test('while time is measured a press on a row is an end of it, in the table too', async () => {
    const { store } = showPane(story(), { measure: { kind: 'time', from: null, to: null } })
    await userEvent.click(screen.getByRole('button', { name: 'Third round ends' }))
    await userEvent.click(screen.getByRole('tab', { name: 'Table' }))
    await userEvent.click(screen.getByRole('button', { name: /Ford leaves/ }))
    expect(store.state.measure).toEqual({ kind: 'time', from: 'talks', to: 'ford' })
    expect(store.state.selected).toBeNull()
  })

  test('a round of talks is laid beside the nearest other', async () => {
    const events = ['02-06', '02-17', '02-26'].map((day) => anEvent({ id: `r${day}`, kind: 'talks', when: `2026-${day}` }))
    const { store } = showPane(aStory({ events }), { selected: id('r02-26') })
    await userEvent.click(within(row('Event r02-26')).getByRole('button', { name: 'Compare with another round' }))
    expect(store.state.compare).toEqual(['r02-26', 'r02-17'])
  })
})

describe('sharing', () => {
  test('a claim is copied with speaker, outlet, date and addresses', async () => {
    const { copied } = showPane(story(), { selected: id('talks') })
    await userEvent.click(within(row('Third round ends')).getByRole('button', { name: 'Copy with source' }))
    expect(copied).toEqual([
      '“Significant progress.” — Badr Albusaidi, TRT World, sentence 4, Thu, 26 Feb 2026, https://trt.example/a, https://parley.example/?event=talks.c1',
    ])
    expect(screen.getByText('Copied')).toBeTruthy()
  })

  test('where the browser refuses, the text stands there to be copied by hand', async () => {
    showPane(story(), { selected: id('talks') }, { refuses: true })
    await userEvent.click(screen.getByRole('button', { name: 'Copy with source' }))
    const field = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Copy this text' })
    expect(field.value).toContain('“Significant progress.”')
    expect(document.activeElement).toBe(field)
  })

  test('the link of a claim is an address, and pressing it goes there and copies it', async () => {
    const { store, copied } = showPane(story(), { selected: id('talks') })
    const link = screen.getByRole<HTMLAnchorElement>('link', { name: 'Link to this claim' })
    expect(link.href).toBe('https://parley.example/?event=talks.c1')
    await userEvent.click(link)
    expect(store.state.claim).toBe('c1')
    expect(copied).toEqual(['https://parley.example/?event=talks.c1'])
    expect(link.closest('li')?.getAttribute('aria-current')).toBe('true')
  })
})

describe('the pane', () => {
  test('the article alone: additions and what they added are gone', async () => {
    const { root } = showPane(story(), { selected: id('talks') })
    await userEvent.click(screen.getByRole('button', { name: 'Article only' }))
    expect(titles(root)).toEqual(['Third round ends', 'Iran warns'])
    expect(row('Third round ends').textContent).not.toContain('It began at ten.')
    expect(screen.getByRole('button', { name: 'Article only' }).getAttribute('aria-pressed')).toBe('true')
    await userEvent.click(screen.getByRole('button', { name: 'Article + other sources' }))
    expect(titles(root)).toContain('+ Ford leaves')
  })

  test('search narrows list and table to the same events', async () => {
    const { root } = showPane(story())
    await userEvent.click(screen.getByRole('button', { name: 'Search' }))
    await userEvent.keyboard('FORD')
    expect(titles(root)).toEqual(['+ Ford leaves'])
    expect(screen.getByText(/1 of 3 events/)).toBeTruthy()
    await userEvent.click(screen.getByRole('tab', { name: 'Table' }))
    expect(root.querySelectorAll('tbody tr').length).toBe(1)
  })

  test('arrows, Home and End walk through the tabs', async () => {
    const { store } = showPane(story())
    screen.getByRole('tab', { name: 'Events' }).focus()
    await userEvent.keyboard('{ArrowRight}')
    expect(store.state.panel).toBe('table')
    await userEvent.keyboard('{End}')
    expect(store.state.panel).toBe('positions')
    await userEvent.keyboard('{ArrowRight}')
    expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Events' }))
    expect(screen.getByRole('tabpanel').getAttribute('aria-labelledby')).toBe('tab-events')
  })

  test('destroy gives the page back, twice', () => {
    const { root, view } = showPane(story())
    view.destroy()
    view.destroy()
    expect(root.childElementCount).toBe(0)
  })
})
