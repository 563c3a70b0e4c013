import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { english as words } from '../../src/core/words/words'
import { becomes, charted, comeToRest, counted, listed, mapped, rowOf, selection, tabled } from '../support/reading'
import { open } from './support'

/** What overlaps 17 and 18 February: two events of one day, one of the other; one of them has a place. */
const TWO_DAYS = ['ford-crosses-atlantic', 'ford-towards-gibraltar', 'geneva-round-2026-2']
const SECOND_ROUND = ['ford-crosses-atlantic', 'geneva-round-2026-2']

async function openAtRest(path = ''): Promise<Page> {
  const { page } = await open({ path, width: 1440, height: 900, noWebgl: true })
  await comeToRest(page)
  return page
}

/** What each view shows of the events; ships stand on the map whatever is filtered. */
const shown = async (page: Page) => ({
  list: (await listed(page)).sort(),
  timeline: (await charted(page)).sort(),
  places: (await mapped(page)).filter((name) => !/^USS|^Souda Bay/.test(name)),
  count: await counted(page),
})
const inTable = async (page: Page): Promise<string[]> => {
  await page.getByRole('tab', { name: 'Table' }).click()
  return (await tabled(page)).sort()
}
const ONLY_TWO_DAYS = {
  list: TWO_DAYS,
  timeline: TWO_DAYS,
  places: ['Geneva'],
  count: '3 of 29 events, 17–18 Feb 2026',
}
const ONLY_SECOND_ROUND = {
  list: SECOND_ROUND,
  timeline: SECOND_ROUND,
  places: ['Geneva'],
  count: '2 of 29 events, 17 Feb 2026',
}

/** The page's place of a day on the axis, a little right of its beginning. */
async function dayOnAxis(page: Page, day: string): Promise<readonly [number, number]> {
  const label = page.locator('#timeline .axis text.minor').getByText(day, { exact: true })
  const box = await label.boundingBox()
  if (!box) throw new Error(`The axis does not name the day ${day}.`)
  return [box.x + box.width, box.y + box.height / 2]
}

test('dragging along the dates keeps what overlaps them in list, count, timeline, map and table', async () => {
  const page = await openAtRest()
  await page.mouse.move(...(await dayOnAxis(page, '17')))
  await page.mouse.down()
  await page.mouse.move(...(await dayOnAxis(page, '18')), { steps: 4 })
  await page.mouse.up()
  await becomes(() => shown(page)).toEqual(ONLY_TWO_DAYS)
  expect(await inTable(page)).toEqual(TWO_DAYS)
})

test('Esc during the drag puts back what was shown before', async () => {
  const page = await openAtRest('?brush=2026-02-17/2026-02-17')
  await page.mouse.move(...(await dayOnAxis(page, '20')))
  await page.mouse.down()
  await page.mouse.move(...(await dayOnAxis(page, '24')), { steps: 4 })
  await becomes(() => listed(page)).not.toContain('geneva-round-2026-2')
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await becomes(() => shown(page)).toEqual(ONLY_SECOND_ROUND)
})

test('two typed days keep what overlaps them in list, count, timeline, map and table', async () => {
  const page = await openAtRest()
  await page.getByRole('button', { name: 'Filter by time' }).click()
  await page.locator('#timeline-filter').getByLabel('From', { exact: true }).fill('2026-02-17')
  await page.locator('#timeline-filter').getByLabel('To', { exact: true }).fill('2026-02-18')
  await becomes(() => shown(page)).toEqual(ONLY_TWO_DAYS)
  expect(await inTable(page)).toEqual(TWO_DAYS)
})

test('an arrow key on a handle moves the end of the time filter by a day', async () => {
  const page = await openAtRest('?brush=2026-02-17/2026-02-18')
  await page.getByRole('slider', { name: 'Filter: last day' }).press('ArrowLeft')
  await becomes(() => shown(page)).toEqual(ONLY_SECOND_ROUND)
  expect(await inTable(page)).toEqual(SECOND_ROUND)
})

test('a range stays while it overlaps the time filter', async () => {
  const page = await openAtRest('?brush=2026-02-24/2026-02-24')
  const list = await listed(page)
  expect(list).toEqual(expect.arrayContaining(['ford-souda-bay', 'iran-protests']))
  expect(list).not.toContain('vienna-technical-talks')
})

test('the now-line puts the carriers where they were known to be by then, and dims what came later', async () => {
  const page = await openAtRest('?at=2026-02-20')
  const ford = page.locator('.map-buttons').getByRole('button', { name: /^USS Gerald R\. Ford/ })
  await becomes(() => ford.getAttribute('aria-label')).toContain('Strait of Gibraltar')
  const later = await page
    .locator('#timeline [role="option"].later')
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-id')))
  expect(later).toContain('vienna-technical-talks')
  expect(later).not.toContain('geneva-round-2026-2')
  expect(await page.locator('#timeline g.now').textContent()).toContain('20 Feb')
})

test('a facet narrows list, count, timeline, map and table, and the other facets count anew', async () => {
  const page = await openAtRest()
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  const talks = page.getByRole('checkbox', { name: /^Talks/ })
  await expect.poll(() => talks.isVisible()).toBe(true)
  await page.getByRole('checkbox', { name: /^Planned/ }).check()
  const only = ['vienna-technical-talks']
  await becomes(() => shown(page)).toEqual({
    list: only,
    timeline: only,
    places: ['Vienna'],
    count: '1 of 29 events, 2 Mar 2026',
  })
  await becomes(() => page.getByRole('group', { name: 'Kind' }).locator('label', { hasText: 'Talks' }).textContent()).toMatch(
    /\b1$/,
  )
  expect(await inTable(page)).toEqual(only)
})

test('the spellings “Araqchi” and “Araghchi” find the same events', async () => {
  const page = await openAtRest()
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  const field = page.getByRole('searchbox')
  await field.fill('araqchi')
  await becomes(() => listed(page)).toContain('araghchi-some-issues')
  const found = await shown(page)
  await field.fill('')
  await becomes(async () => (await listed(page)).length).toBe(29)
  await field.fill('araghchi')
  await becomes(() => shown(page)).toEqual(found)
  expect(found.timeline).toEqual(found.list)
})

test('Esc undoes the selection first, then the time filter, then the other filters', async () => {
  const page = await openAtRest('?event=geneva-round-2026-2&brush=2026-02-17/2026-02-26&kind=talks')
  const state = async () => {
    const asked = new URL(page.url()).searchParams
    return { open: (await selection(page)).list.length, brush: asked.has('brush'), kind: asked.has('kind') }
  }
  expect(await state()).toEqual({ open: 1, brush: true, kind: true })
  await page.keyboard.press('Escape')
  await becomes(state).toEqual({ open: 0, brush: true, kind: true })
  await page.keyboard.press('Escape')
  await becomes(state).toEqual({ open: 0, brush: false, kind: true })
  await page.keyboard.press('Escape')
  await becomes(state).toEqual({ open: 0, brush: false, kind: false })
})

test('Esc closes the pane of typed dates and leaves the open event', async () => {
  const page = await openAtRest()
  await page.getByRole('button', { name: 'Filter by time' }).click()
  const from = page.locator('#timeline-filter').getByLabel('From', { exact: true })
  await expect.poll(() => from.isVisible()).toBe(true)
  await page.keyboard.press('Escape')
  await expect.poll(() => from.isVisible()).toBe(false)
  expect((await selection(page)).list).toEqual(['geneva-round-3'])
})

test('Esc closes the list of a place and leaves the open event', async () => {
  const page = await openAtRest()
  await page
    .locator('.map-buttons')
    .getByRole('button', { name: /^Geneva, / })
    .press('Enter')
  const places = page.getByRole('group', { name: words.map.atPlace('Geneva') })
  await expect.poll(() => places.isVisible()).toBe(true)
  await page.keyboard.press('Escape')
  await expect.poll(() => places.isVisible()).toBe(false)
  expect((await selection(page)).list).toEqual(['geneva-round-3'])
})

test('“Article only” takes away every plus and the Lincoln, and tells the Ford as “the region”', async () => {
  const page = await openAtRest()
  await page.getByRole('button', { name: 'Article only' }).click()
  await becomes(() => mapped(page)).not.toContain('USS Abraham Lincoln')
  await comeToRest(page)
  const texts = await page.evaluate(() =>
    ['.events', '.map-box', '.map-foot', '#timeline .chart']
      .flatMap((selector) => [...document.querySelectorAll(selector)])
      .map((view) => [...view.querySelectorAll('*')].filter((each) => each.closest('button.tool, .map-zoom, .fold') === null))
      .flatMap((all) => all.flatMap((each) => [...each.childNodes]))
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent ?? ''),
  )
  expect(texts.filter((text) => /\+|Lincoln/.test(text))).toEqual([])
  await becomes(() => mapped(page)).toContain('USS Gerald R. Ford')
  const ford = page.locator('.map-buttons').getByRole('button', { name: /^USS Gerald R\. Ford/ })
  expect(await ford.getAttribute('aria-label')).toContain('The article says only ‘the region’')
  await expect.poll(() => rowOf(page, 'ford-deployed').getByText('the region').first().isVisible()).toBe(true)
})
