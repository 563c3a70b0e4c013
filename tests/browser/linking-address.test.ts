import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import {
  becomes,
  charted,
  comeToRest,
  counted,
  listed,
  mapped,
  placeButton,
  selection,
  standing,
  titleButton,
} from '../support/reading'
import { expectClean, open } from './support'

const SIZE = { width: 1440, height: 900, noWebgl: true }
const VIENNA = 'vienna-technical-talks'
const OMAN = 'albusaidi-post'

async function openAtRest(path = ''): Promise<Page> {
  const { page } = await open({ path, ...SIZE })
  await comeToRest(page)
  return page
}

/** All that a link has to restore. */
const view = async (page: Page) => {
  const { days, marks } = await standing(page)
  return {
    days,
    marks,
    list: await listed(page),
    timeline: await charted(page),
    places: (await mapped(page)).sort(),
    count: await counted(page),
    selection: await selection(page),
    lanes: await page.getByRole('combobox', { name: 'Arrange by' }).inputValue(),
    theme: await page.locator('#page-theme').inputValue(),
  }
}

/** Where the marks of the map stand, px: an address holds the zoom to a hundredth, which is 1.5 px at the edge of the pane. */
const expectSameMap = async (page: Page, before: readonly Point[]): Promise<void> => {
  const after = await marksOfMap(page)
  expect(after).toHaveLength(before.length)
  const farthest = after.map(([x, y], index) => Math.hypot(x - (before[index]?.[0] ?? 0), y - (before[index]?.[1] ?? 0)))
  expect(Math.max(...farthest)).toBeLessThan(3)
}
type Point = readonly [number, number]
const marksOfMap = (page: Page): Promise<Point[]> =>
  page.locator('.map-over .place').evaluateAll((marks) =>
    marks.map((mark) => {
      const { x, y } = mark.getBoundingClientRect()
      return [x, y] as const
    }),
  )

test('back and forward walk through the events that were opened', async () => {
  const page = await openAtRest()
  const opened = async () => (await selection(page)).list
  await titleButton(page, 'Technical talks planned').click()
  await becomes(opened).toEqual([VIENNA])
  await titleButton(page, 'Albusaidi posts').click()
  await becomes(opened).toEqual([OMAN])
  await page.goBack()
  await becomes(opened).toEqual([VIENNA])
  await page.goBack()
  await becomes(opened).toEqual(['geneva-round-3'])
  await page.goForward()
  await becomes(opened).toEqual([VIENNA])
})

test('a filter makes no step of the history of its own', async () => {
  const page = await openAtRest()
  await titleButton(page, 'Technical talks planned').click()
  await becomes(async () => (await selection(page)).list).toEqual([VIENNA])
  await page.getByRole('button', { name: 'Article only' }).click()
  await page.waitForURL(/layer=article/)
  await page.goBack()
  await becomes(async () => (await selection(page)).list).toEqual(['geneva-round-3'])
})

/** Makes a view by hand and gives its address once it is written. */
async function makeView(page: Page): Promise<string> {
  await page.getByRole('combobox', { name: 'Arrange by' }).selectOption({ label: 'Lanes by party' })
  await page.locator('.page-tools').getByRole('button', { name: 'More' }).click()
  await page.getByRole('combobox', { name: 'Colours' }).selectOption({ label: 'Dark' })
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('checkbox', { name: /^Talks/ }).check()
  await page.getByRole('button', { name: 'Filter by time' }).click()
  await page.locator('#timeline-filter').getByLabel('From', { exact: true }).fill('2026-02-10')
  await page.locator('h1').click()
  await titleButton(page, 'Technical talks planned').click()
  await page.locator('.map-target').first().waitFor()
  await page.getByRole('button', { name: 'Zoom in' }).first().press('Enter')
  await page.waitForURL((url) => ['lanes', 'theme', 'kind', 'brush', 'event', 'map'].every((key) => url.searchParams.has(key)))
  return page.url()
}

test('a reload shows the same', async () => {
  const page = await openAtRest()
  await makeView(page)
  await comeToRest(page)
  const before = await view(page)
  const map = await marksOfMap(page)
  await page.reload()
  await comeToRest(page)
  expect(await view(page)).toEqual(before)
  await expectSameMap(page, map)
})

test('after a reload within the steps the way out still leads to where the reader was', async () => {
  const page = await openAtRest('?party=us&view=table')
  await page.getByRole('button', { name: 'Start the 8 steps' }).click()
  await page.getByRole('region', { name: 'Steps' }).getByRole('button', { name: 'Next', exact: true }).click()
  await becomes(async () => new URL(page.url()).search).toBe('?step=several-accounts')
  await page.reload()
  await comeToRest(page)
  await page.getByRole('button', { name: 'Leave the steps' }).click()
  await becomes(async () => new URL(page.url()).search).toBe('?party=us&view=table')
})

test('the same link shows the same to another reader', async () => {
  const page = await openAtRest()
  const address = await makeView(page)
  await comeToRest(page)
  const other = await openAtRest(new URL(address).search)
  expect(await view(other)).toEqual(await view(page))
  await expectSameMap(other, await marksOfMap(page))
})

test('a link to an event shows it open, and its time', async () => {
  const page = await openAtRest('?event=lincoln-enters-centcom')
  expect((await selection(page)).list).toEqual(['lincoln-enters-centcom'])
  expect(await page.locator('#timeline-lincoln-enters-centcom .shape').count()).toBe(1)
})

const BAD = {
  window: 'wombat/2026-02-30',
  brush: '2026-13-01/2026-02-01',
  at: 'wombat',
  known: '2026-02-31',
  event: '<b>wombat</b>',
  step: 'wombat',
  party: 'wombat',
  topic: 'wombat,../wombat',
  kind: 'wombat',
  status: 'wombat',
  layer: 'wombat',
  view: 'wombat',
  lanes: 'wombat',
  map: '999,99,wombat',
  lang: '<wombat>',
  theme: 'wombat',
  present: 'wombat',
  api: 'wombat',
}

/** Up to five elements whose own text or attributes hold a word. */
const holding = (page: Page, word: string) =>
  page.evaluate(
    (word) =>
      [...document.querySelectorAll('*')]
        .map((each) =>
          [...each.attributes].map(({ value }) => value).concat([...each.childNodes].map((node) => node.nodeValue ?? '')),
        )
        .flatMap((texts) => texts.filter((text) => text.includes(word)))
        .slice(0, 5),
    word,
  )

test('bad values of the address are ignored and do not appear in the page', async () => {
  const visit = await open({ path: `?${new URLSearchParams(BAD)}`, ...SIZE })
  await comeToRest(visit.page)
  const usual = await openAtRest()
  expect(await view(visit.page)).toEqual(await view(usual))
  expect(await holding(visit.page, 'wombat')).toEqual([])
  expectClean(visit)
})

test('bad values of the address leave the next address', async () => {
  const page = await openAtRest(`?${new URLSearchParams(BAD)}`)
  await titleButton(page, 'Technical talks planned').click()
  await page.waitForURL(/event=vienna-technical-talks/)
  expect(new URL(page.url()).search).toBe(`?event=${VIENNA}`)
})

test('foreign keys of the address are ignored and leave the next address', async () => {
  const visit = await open({ path: '?childId=wombat&parentUrl=https%3A%2F%2Fwombat.example%2F#wombat', ...SIZE })
  await comeToRest(visit.page)
  await titleButton(visit.page, 'Technical talks planned').click()
  await visit.page.waitForURL(/event=vienna-technical-talks/)
  expect(new URL(visit.page.url()).search).toBe(`?event=${VIENNA}`)
  expectClean(visit)
})

test('what a host wrote into the address stays out of the page and of the links that a reader shares', async () => {
  const page = await openAtRest('?childId=wombat#?secret=wombat')
  expect(await holding(page, 'wombat')).toEqual([])
})

test('pressing a place on the map does not pin the map’s frame into the address', async () => {
  const page = await openAtRest()
  await placeButton(page, 'Vienna').click()
  await page.waitForURL(/event=vienna-technical-talks/)
  expect(new URL(page.url()).search).toBe(`?event=${VIENNA}`)
})
