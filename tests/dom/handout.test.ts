import { screen, within } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test } from 'vitest'
import { plainSpaces } from '../../src/core/export-time'
import type { Story } from '../../src/core/story-types'
import { handoutWords } from '../../src/core/words/handout-words'
import { english } from '../../src/core/words/words'
import type { AppState } from '../../src/state/state'
import { createHandout, type HandoutPorts } from '../../src/views/handout'
import { anEvent, aStory } from '../support/a-story'
import { ourStory } from '../support/an-export'
import { show } from './show'

const ADDRESS = 'https://parley.example/?event=x'

function showHandout(story: Story, state: Partial<AppState>, ports: Partial<HandoutPorts> = {}) {
  const printed: string[] = []
  const own: HandoutPorts = {
    whole: (context) => context,
    addressOf: (shown) => `${ADDRESS}${shown.secrets.size > 0 ? `&hide=${[...shown.secrets].sort()}` : ''}`,
    fullPage: null,
    today: () => ({ year: 2026, month: 12, day: 1 }),
    print: () => printed.push('once'),
    drawHandout: async () => null,
    drawTimeline: null,
    runningFoot: () => undefined,
    ...ports,
  }
  return { ...show(createHandout(handoutWords, own), story, state), printed }
}

const sheet = (): HTMLElement => screen.getByRole('article')
const part = (name: string): HTMLElement => within(sheet()).getByRole('region', { name })
const ours = ourStory()

beforeEach(() => {
  document.title = 'Story'
})

describe('the handout', () => {
  test('is not there until it is asked for', () => {
    const { store } = showHandout(ours, {})
    expect(screen.queryByRole('article')).toBeNull()
    store.set({ handout: 'answers' })
    expect(screen.getByRole('heading', { level: 1, name: ours.title.value })).toBe(document.activeElement)
    expect(document.title).toBe(`Handout: ${ours.title.value}`)
  })

  test('numbers every event of the view, with date, place number, claims and sources', () => {
    showHandout(ours, { handout: 'answers' })
    const rows = [...part('What happened').querySelectorAll('.handout-event')]
    expect(rows.map((row) => row.getAttribute('value'))).toEqual(Array.from({ length: 29 }, (_, index) => String(index + 1)))
    const round = rows.find((row) => row.querySelector('h3')?.textContent === 'Third round ends without a deal')
    expect(round?.textContent).toMatch(/Thu, 26 Feb 2026, about 10:00; end not reported3 Geneva Talks: US, Iran and Oman/)
    expect(round?.textContent).toContain(
      'Badr Albusaidi: The round ended with “significant progress”, says Oman’s foreign minister.',
    )
    expect(round?.querySelectorAll('.handout-claims li')).toHaveLength(13)
  })

  test('asks the questions and keeps the answers for a key of its own', () => {
    showHandout(ours, { handout: 'answers' })
    expect(part('Questions').textContent).not.toContain('A third party stands between the two sides.')
    expect(part('Answer key').textContent).toContain('A third party stands between the two sides.')
    expect(part('Answer key').textContent).toContain('29Technical talks planned for Vienna')
  })

  test('has sources with addresses, terms, credit, the address of the view and its code', () => {
    showHandout(ours, { handout: 'answers' })
    expect(within(part('Sources')).getByRole('link', { name: 'https://www.trtworld.com/article/f382c926e205' })).toBeTruthy()
    expect(within(part('Words to know')).getByText('Indirect talks')).toBeTruthy()
    expect(within(sheet()).getByText(ADDRESS)).toBeTruthy()
    expect(within(sheet()).getByRole('img', { name: 'QR code of the address of this view' })).toBeTruthy()
    expect(sheet().textContent).toContain('is licensed under CC BY 4.0')
    expect(sheet().querySelector('footer')?.textContent).toContain(`Source: ${ADDRESS} (accessed 1 December 2026)`)
  })

  test('without map or line of time says so and is whole otherwise', async () => {
    showHandout(ours, { handout: 'answers' })
    expect(await screen.findByText('The map did not load, so the places are listed without it.')).toBeTruthy()
    expect(screen.getByRole('list', { name: 'Places' }).children).toHaveLength(10)
  })

  test('of more events than paper can hold asks for a filter', () => {
    const many = aStory({ events: Array.from({ length: 301 }, (_, index) => anEvent({ id: `e${index}` })) })
    showHandout(many, { handout: 'answers' })
    expect(sheet().textContent).toBe(
      '301 events are too many for a sheet of paper. Filter the list to 300 at most and come back.',
    )
  })
})

describe('the blank handout', () => {
  test('has lines for titles and places, and tells none of them', () => {
    showHandout(ours, { handout: 'blank' })
    const lines = (name: string) => within(sheet()).getAllByRole('img', { name }).length
    expect(lines('Line to write on: title')).toBe(29)
    expect(lines('Line to write on: place')).toBe(10)
    const text = sheet().textContent ?? ''
    expect([...ours.events].map(({ title }) => title.value).filter((title) => text.includes(title))).toEqual([])
    expect(screen.queryByRole('region', { name: 'Answer key' })).toBeNull()
    expect(screen.getByRole('list', { name: 'Places' }).textContent).not.toMatch(/Geneva|Vienna|Iran|Muscat/)
  })

  test('asks for what the teacher keeps back instead', () => {
    showHandout(ours, { handout: 'blank', secrets: new Set(['dates']) })
    expect(within(sheet()).getAllByRole('img', { name: 'Line to write on: date' })).toHaveLength(29)
    expect(within(sheet()).queryAllByRole('img', { name: 'Line to write on: title' })).toHaveLength(0)
  })

  test('names the sites of its sources, whose addresses would tell', () => {
    showHandout(ours, { handout: 'blank' })
    const sources = part('Sources')
    expect(within(sources).queryAllByRole('link')).toEqual([])
    expect(sources.textContent).toContain('trtworld.com')
    expect(sources.innerHTML).not.toMatch(/geneva|vienna|arabian/i)
    expect(sources.textContent).toContain('Full addresses stand on the sheet with answers: their words would tell.')
  })

  test('has no headline where that tells what came of it, in the title of the page neither', () => {
    showHandout(ours, { handout: 'blank', secrets: new Set(['outcomes']) })
    expect(within(sheet()).getByRole('heading', { level: 1, name: 'What came of it?' })).toBeTruthy()
    expect(sheet().textContent).not.toContain(ours.title.value)
    expect(document.title).toBe('Handout: What came of it?')
    expect(screen.getByRole('region', { name: 'Handout: What came of it?' })).toBeTruthy()
    expect(screen.queryByRole('region', { name: new RegExp(ours.title.value) })).toBeNull()
  })

  test('names the events that it asks the outcome of, and says why some headings are no titles', () => {
    showHandout(ours, { handout: 'blank', secrets: new Set(['outcomes']) })
    expect(within(sheet()).getAllByRole('img', { name: 'Line to write on: outcome' })).toHaveLength(1)
    expect(sheet().textContent).toContain('Write what came of event 28.')
    expect(sheet().textContent).toContain('Some headings only say what kind of event it is and where: their own would tell.')
    expect(sheet().textContent).not.toMatch(/progress|without a deal/)
  })

  test('names the event of each question by its number, and says how many questions are left out and why', () => {
    showHandout(ours, { handout: 'blank' })
    const questions = part('Questions')
    const texts = within(questions)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent)
    expect(texts).toHaveLength(5)
    expect(texts.filter((text) => !/^Event \d+: /.test(text ?? ''))).toEqual([])
    expect(texts[4]).toBe('Event 12: Where would you have put this mark if you had read only the article?')
    expect(questions.textContent).toContain('1 question is left out: its event is not on this sheet.')
    expect(questions.textContent).toContain('2 questions are left out: their ships are not drawn on this sheet.')
  })

  test('says with a gap who speaks at a seat of government, which its number on the map would tell', () => {
    showHandout(ours, { handout: 'blank', secrets: new Set(['places']) })
    const facts = [...part('What happened').querySelectorAll('.handout-facts')].map(({ textContent }) => textContent ?? '')
    const seats = facts.filter((text) => text.includes('said by: place'))
    expect(seats.length).toBeGreaterThan(3)
    expect(seats.filter((text) => !text.endsWith(': …'))).toEqual([])
  })

  test('without dates names no day and no month but that of the sheet itself', () => {
    showHandout(ours, { handout: 'blank', secrets: new Set(['dates']) })
    const copy = sheet().cloneNode(true) as HTMLElement
    for (const own of copy.querySelectorAll('header, footer, .handout-when')) own.remove()
    expect(
      /\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|Feb|January|\d March|March \d|\d{4}-\d{2}/.exec(copy.textContent ?? ''),
    ).toBeNull()
  })

  test('leads to a view that keeps the same back', () => {
    showHandout(ours, { handout: 'blank' })
    expect(within(sheet()).getByText(`${ADDRESS}&hide=places,titles`)).toBeTruthy()
  })
})

test('writes the day of the edition as all other dates of the sheet', () => {
  const words = { ...english, locale: 'en-US' }
  showHandout(ours, { handout: 'answers' }, { whole: (context) => ({ ...context, words }) })
  expect(plainSpaces(sheet().querySelector('header')?.textContent ?? '')).toContain(
    'As of Thu, Feb 26, 2026. Edition 1, November 22, 2026. All 29 events.',
  )
})

describe('the bar over the handout', () => {
  test('changes the version and the size of print', async () => {
    const { store } = showHandout(ours, { handout: 'answers' })
    await userEvent.click(screen.getByRole('radio', { name: 'Blank' }))
    await userEvent.click(screen.getByRole('checkbox', { name: 'Large print' }))
    expect([store.state.handout, store.state.large]).toEqual(['blank', true])
    expect(screen.getByRole('radio', { name: 'Blank' })).toHaveProperty('checked', true)
  })

  test('prints, and closes to where the reader was', async () => {
    const { store, printed } = showHandout(ours, {})
    const opener = document.createElement('button')
    document.body.prepend(opener)
    opener.focus()
    store.set({ handout: 'answers' })
    await userEvent.click(screen.getByRole('button', { name: 'Print' }))
    expect(printed).toEqual(['once'])
    await userEvent.click(screen.getByRole('button', { name: 'Close' }))
    expect(store.state.handout).toBeNull()
    expect(document.activeElement).toBe(opener)
    expect(document.title).toBe('Story')
  })

  test('offers no printing where the page may not print, but the full page', () => {
    showHandout(ours, { handout: 'answers' }, { print: null, fullPage: () => 'https://parley.example/' })
    expect(screen.queryByRole('button', { name: 'Print' })).toBeNull()
    expect(screen.getByRole('link', { name: 'Open the full page' }).getAttribute('href')).toBe('https://parley.example/')
  })
})
