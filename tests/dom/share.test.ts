import { screen, within } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { shareWords } from '../../src/core/words/share-words'
import { english, type Words } from '../../src/core/words/words'
import { encodeQuery } from '../../src/state/query'
import { type AppState, initialState } from '../../src/state/state'
import { createCite } from '../../src/views/cite'
import { createDownload } from '../../src/views/download'
import type { SharePorts } from '../../src/views/share-ports'
import { anEvent, aStory } from '../support/a-story'
import { ourStory } from '../support/an-export'
import { show } from './show'

const SITE = 'https://parley.example/'
type Story = ReturnType<typeof ourStory>

interface Saved {
  readonly name: string
  readonly content: Blob
}

/** What the outside is asked for is kept. */
function outside(story: Story, patch: Partial<SharePorts> = {}) {
  const saved: Saved[] = []
  const copied: string[] = []
  const ports: SharePorts = {
    addressOf: (state) => SITE + encodeQuery(story, state),
    linkTo: (event) => `${SITE}?event=${event}`,
    today: () => ({ year: 2026, month: 11, day: 23 }),
    copy: async (text) => {
      copied.push(text)
      return true
    },
    canSave: true,
    fullPage: null,
    save: (name, content) => saved.push({ name, content }),
    offline: null,
    drawMap: async () => null,
    drawTimeline: null,
    svg: async () => '',
    png: async () => null,
    ...patch,
  }
  return { ports, saved, copied }
}

/** jsdom's blobs give their text to a FileReader only. */
const textOf = (content: Blob): Promise<string> =>
  new Promise((done) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result))
    reader.readAsText(content)
  })

function open(dialog: 'download' | 'cite', patch: Partial<SharePorts> = {}, state: Partial<AppState> = {}, story = ourStory()) {
  const { ports, saved, copied } = outside(story, patch)
  const create = dialog === 'download' ? createDownload : createCite
  const shown = show(create(shareWords, ports), story, { ...state, dialog })
  return { ...shown, saved, copied, dialog: screen.getByRole('dialog') }
}

test('“Download” says how many events the files hold, and what each is for', () => {
  const story = ourStory()
  const { dialog } = open('download', {}, { parties: new Set(['oman' as never]) }, story)
  expect(within(dialog).getByRole('heading', { name: 'Download' })).toBeTruthy()
  expect(within(dialog).getByRole('radio', { name: /^\d+ of \d+ events, as filtered, as the page shows now$/ })).toBeTruthy()
  const formats = within(within(dialog).getByRole('region', { name: 'Data' })).getAllByRole('listitem')
  expect(formats.map((item) => within(item).getByRole('button').textContent)).toEqual([
    'Save CSV of events',
    'Save CSV of claims',
    'Save JSON',
    'Save GeoJSON',
    'Save iCalendar',
  ])
})

test('a press saves the file under a name that says what it holds and when', async () => {
  const { dialog, saved } = open('download')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save CSV of events' }))
  expect(saved.map(({ name }) => name)).toEqual(['us-iran-2026-events-2026-11-23.csv'])
  expect(within(dialog).getByText('Handed to the browser to save: us-iran-2026-events-2026-11-23.csv.')).toBeTruthy()
})

test('the open event can be saved alone', async () => {
  const { dialog, saved } = open('download')
  await userEvent.click(within(dialog).getByRole('radio', { name: /^The open event alone: / }))
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save iCalendar' }))
  const text = await textOf(saved[0]?.content ?? new Blob())
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1)
})

test('where no event fits, no data is saved, and why is said beside the buttons and at a press', async () => {
  const { dialog, saved } = open('download', {}, { search: 'zzzzqq', selected: null })
  const data = within(dialog).getByRole('region', { name: 'Data' })
  expect(within(data).getByText(shareWords.download.nothing, { selector: '.share-remark' })).toBeTruthy()
  for (const button of within(data).getAllByRole('button')) {
    expect(button.getAttribute('aria-disabled')).toBe('true')
    expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toBe(shareWords.download.nothing)
    await userEvent.click(button)
  }
  expect(saved).toEqual([])
  expect(
    within(dialog)
      .getAllByRole('status')
      .map((status) => status.textContent),
  ).toContain(shareWords.download.nothing)
})

test('data can be saved again as soon as an event fits', () => {
  const { dialog, store } = open('download', {}, { search: 'zzzzqq', selected: null })
  store.set({ search: '' })
  const buttons = within(within(dialog).getByRole('region', { name: 'Data' })).getAllByRole('button')
  expect(buttons.map((button) => [button.getAttribute('aria-disabled'), button.hasAttribute('aria-describedby')])).toEqual(
    buttons.map(() => [null, false]),
  )
})

test('without a date there is no calendar, and the other files are saved', async () => {
  const story = aStory({ events: [anEvent({ id: 'a', when: undefined })] })
  const { dialog, saved } = open('download', {}, { selected: null }, story)
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save iCalendar' }))
  expect(saved).toEqual([])
  expect(within(dialog).getAllByText(shareWords.download.noDates).length).toBeGreaterThan(0)
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save CSV of events' }))
  expect(saved).toHaveLength(1)
})

test('where nothing can be saved and no event fits, there is no text to copy', () => {
  const { dialog } = open('download', { canSave: false }, { search: 'zzzzqq', selected: null })
  expect(within(dialog).queryByRole('button', { name: 'Copy' })).toBeNull()
})

test('saved data has the day of reading in its credit', async () => {
  const { dialog, saved } = open('download')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save GeoJSON' }))
  const { credit, access_date } = JSON.parse(await textOf(saved[0]?.content ?? new Blob()))
  expect(credit).toContain('(accessed 23 November 2026)')
  expect(access_date).toBe('2026-11-23')
})

test('without an address of its own the page does not promise one in its files', () => {
  const { dialog } = open('download', { addressOf: () => null })
  expect(within(dialog).getByText(shareWords.download.everyAlone)).toBeTruthy()
})

test('without an open event nothing is said of one', () => {
  const { dialog } = open('download', {}, { selected: null })
  expect(within(dialog).queryByRole('radio', { name: /open event/ })).toBeNull()
})

test('the calendar says what it leaves out', () => {
  const story = aStory({ events: [anEvent({ id: 'a', when: '2026-02-26' }), anEvent({ id: 'b', when: undefined })] })
  const { dialog } = open('download', {}, {}, story)
  expect(within(dialog).getByText('Left out: one event without a date.')).toBeTruthy()
})

test('where nothing can be saved, the text can be copied and the full page opened', async () => {
  const { dialog, copied } = open('download', { canSave: false, fullPage: () => `${SITE}?event=x` })
  expect(within(dialog).queryByRole('button', { name: /^Save/ })).toBeNull()
  expect(within(dialog).getByRole('link', { name: 'Open the full page' }).getAttribute('href')).toBe(`${SITE}?event=x`)
  await userEvent.selectOptions(within(dialog).getByRole('combobox', { name: 'Format' }), 'GeoJSON')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Copy' }))
  expect(JSON.parse(copied[0] ?? '')).toMatchObject({ type: 'FeatureCollection' })
})

test('the offline page is offered where the site has one', () => {
  const { dialog } = open('download', { offline: './offline/story.html' })
  const link = within(dialog).getByRole('link', { name: 'Save the offline page' })
  expect([link.getAttribute('href'), link.hasAttribute('download')]).toEqual(['./offline/story.html', true])
})

test('a picture that cannot be drawn is not offered, and it is said', async () => {
  const { dialog } = open('download')
  await within(dialog).findByText(shareWords.download.notHere)
  expect(within(dialog).getByRole('button', { name: 'Save PNG' }).getAttribute('aria-disabled')).toBe('true')
})

test('“Cite” gives every style with edition, day of reading and the address of this view', () => {
  const { dialog } = open('cite')
  const text = dialog.textContent ?? ''
  expect(text).toContain('Parley. (2026, November 22).')
  expect(text).toContain('Retrieved November 23, 2026, from https://parley.example/')
  expect(text).toContain('@misc{us-iran-2026-1,')
  expect(text).toContain('This is edition 1, 22 November 2026. Read on 23 November 2026.')
  const names = within(dialog)
    .getAllByRole('heading', { level: 4 })
    .map((heading) => heading.textContent)
  expect(names).toEqual([
    'APA, 7th edition',
    'Chicago, note',
    'Chicago, bibliography',
    'MLA, 9th edition',
    'BibTeX',
    'Credit line',
    'Credit line as HTML',
  ])
})

test('the day of the edition is written as the other dates are, where the interface says it', () => {
  const story = ourStory()
  const words: Words = { ...english, locale: 'en-US' }
  const { ports } = outside(story)
  show(createCite(shareWords, ports), story, { dialog: 'cite' }, { words })
  const text = screen.getByRole('dialog').textContent ?? ''
  expect(text).toContain('This is edition 1, November 22, 2026. Read on November 23, 2026.')
  expect(text).toContain('(edition 1, 22 November 2026)')
})

test('the licence is named and linked, and the credit line as HTML stays text', () => {
  const { dialog } = open('cite')
  const links = within(dialog).getAllByRole('link', { name: 'CC BY 4.0' })
  expect(new Set(links.map((link) => link.getAttribute('href')))).toEqual(
    new Set(['https://creativecommons.org/licenses/by/4.0/']),
  )
  expect(within(dialog).getByRole('region', { name: 'Credit line as HTML' }).textContent).toContain('rel="license">CC BY 4.0</a>')
})

test('the credit line and its HTML have edition, day of reading and the address of this view', () => {
  const { dialog } = open('cite', {}, {}, ourStory())
  const address = within(dialog).getByRole<HTMLTextAreaElement>('textbox', { name: 'Address' }).value
  const line = within(dialog).getByRole('heading', { name: 'Credit line' }).parentElement?.textContent ?? ''
  const markup = within(dialog).getByRole('region', { name: 'Credit line as HTML' }).textContent ?? ''
  for (const text of [line, markup]) {
    expect(text).toContain('(edition 1, 22 November 2026)')
    expect(text).toContain(address)
    expect(text).toContain('(accessed 23 November 2026)')
  }
})

test('citations follow the choice between this view and the story', async () => {
  const story = ourStory()
  const state = { parties: new Set(['oman' as never]) }
  const { dialog } = open('cite', {}, state, story)
  const view = SITE + encodeQuery(story, { ...initialState(story), ...state })
  expect(within(dialog).getByRole<HTMLTextAreaElement>('textbox', { name: 'Address' }).value).toBe(view)
  await userEvent.click(within(dialog).getByRole('radio', { name: 'The story' }))
  expect(within(dialog).getByRole<HTMLTextAreaElement>('textbox', { name: 'Address' }).value).toBe(SITE)
  expect(dialog.textContent).not.toContain(view)
})

test('a press copies a citation, and it is said', async () => {
  const { dialog, copied } = open('cite')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Copy: MLA, 9th edition' }))
  expect(copied[0]).toMatch(/^“Three Rounds of Talks, .* Accessed 23 Nov\. 2026\.$/)
  expect(within(dialog).getByText('Copied.')).toBeTruthy()
})

test('without permission to copy the text is selected in a field, and it is said', async () => {
  const { dialog } = open('cite', { copy: async () => false })
  expect(within(dialog).queryByRole('textbox', { name: 'APA, 7th edition' })).toBeNull()
  await userEvent.click(within(dialog).getByRole('button', { name: 'Copy: APA, 7th edition' }))
  const field = within(dialog).getByRole<HTMLTextAreaElement>('textbox', { name: 'APA, 7th edition' })
  expect(document.activeElement).toBe(field)
  expect(field.value.slice(field.selectionStart, field.selectionEnd)).toMatch(/^Parley\. \(2026, November 22\)/)
  expect(within(dialog).getByText(shareWords.cite.byHand)).toBeTruthy()
})

test('a page without an address of its own gives none, and no code', () => {
  const { dialog } = open('cite', { addressOf: () => null })
  expect(within(dialog).getByText(shareWords.cite.noAddress)).toBeTruthy()
  expect(within(dialog).queryByRole('img', { name: shareWords.cite.codeOf })).toBeNull()
  expect(dialog.textContent).not.toContain('https://parley.example')
})

test('closing tells the state, and state closes', async () => {
  const { dialog, store } = open('cite')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }))
  expect(store.state.dialog).toBeNull()
  store.set({ dialog: 'cite' })
  expect(dialog.hasAttribute('open')).toBe(true)
  store.set({ dialog: null })
  expect(dialog.hasAttribute('open')).toBe(false)
})
