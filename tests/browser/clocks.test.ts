import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { boxesOf, collisions, inkOf } from '../support/boxes'
import { becomes, comeToRest, rowOf } from '../support/reading'
import { open, type Scene } from './support'

const THIRD_ROUND = '?event=geneva-round-3'
const openAtRest = async (scene: Scene): Promise<Page> => {
  const { page } = await open({ noWebgl: true, width: 1440, height: 900, ...scene })
  await comeToRest(page)
  return page
}
const row = (page: Page) => page.locator('#timeline button.clocks')
const named = (page: Page, name: RegExp) => page.locator('#timeline').getByRole('button', { name })
const table = (page: Page) => page.locator('#timeline-clocks table')
const readings = (page: Page): Promise<string[]> =>
  table(page)
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((one) => [...one.children].map((cell) => cell.textContent).join(' | ')))

test('the clocks follow the pointer over the lanes, and nothing in their row moves', async () => {
  const page = await openAtRest({ context: { timezoneId: 'Asia/Tokyo' } })
  const parts = () => boxesOf(page, '#timeline .tools > :not([hidden]), #timeline .clocks > *')
  const places = async () => (await parts()).map(({ corners }) => corners.map(({ x }) => Math.round(x)).join())
  await named(page, /^Now-line Geneva 24:00 Tehran Fri 02:30 Washington 18:00 You Fri 08:00$/).waitFor()
  const still = await places()
  const plot = await page.locator('#timeline .plot .ground').boundingBox()
  if (!plot) throw new Error('The lanes are not drawn.')
  for (const part of [0.1, 0.33, 0.6, 0.95]) {
    await page.mouse.move(plot.x + plot.width * part, plot.y + 3)
    await named(page, /^Pointer/).waitFor()
    expect.soft(await places(), `at ${part}`).toEqual(still)
  }
  await page.mouse.move(plot.x + plot.width * 0.6, plot.y - 200)
  await named(page, /^Now-line/).waitFor()
})

test('the keyboard opens the table of clocks, and Esc closes it alone and goes back', async () => {
  const page = await openAtRest({ path: THIRD_ROUND })
  await page.getByRole('combobox', { name: 'Arrange by' }).focus()
  const isOnRow = () => row(page).evaluate((button) => button === document.activeElement)
  for (let steps = 0; steps < 8 && !(await isOnRow()); steps++) await page.keyboard.press('ArrowRight')
  expect(await isOnRow()).toBe(true)
  await page.keyboard.press('Enter')
  await table(page).waitFor()
  expect(await readings(page)).toEqual([
    'Geneva (your time) | Thu 26 Feb 24:00 | Thu 26 Feb from about 10:00',
    'Tehran | Fri 27 Feb 02:30 | Thu 26 Feb from about 12:30',
    'Washington | Thu 26 Feb 18:00 | Thu 26 Feb from about 04:00',
  ])
  await page.keyboard.press('Escape')
  await becomes(() => table(page).isVisible()).toBe(false)
  expect(await isOnRow()).toBe(true)
  expect(await page.locator('#timeline [aria-selected="true"]').count()).toBe(1)
})

test('on a phone the clocks and the years are a tap away, and the ends of the window are 44 px wide', async () => {
  const page = await openAtRest({ path: THIRD_ROUND, width: 390, height: 844, touch: true })
  await page.locator('button[popovertarget="timeline-key"]').tap()
  await row(page).tap()
  await table(page).waitFor()
  const [box] = await boxesOf(page, '#timeline-clocks')
  expect(box?.corners.every(({ x, y }) => x >= 0 && x <= 390 && y >= 0)).toBe(true)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Go to the years 2013–2025' }).tap()
  await becomes(() => page.locator('#timeline .axis text').allTextContents()).toContain('2016')
  const targets = await boxesOf(page, '#timeline .overview .handle .hit')
  const widths = targets.map(({ corners: [a, b] }) => Math.round((b?.x ?? 0) - (a?.x ?? 0)))
  expect(widths).toEqual([44, 44])
  expect(collisions(targets)).toEqual([])
  expect(collisions(await inkOf(page, '#timeline .overview .years'), targets)).toEqual([])
})

test('American readers find the month before the day, in sentences and on the axis', async () => {
  const page = await openAtRest({ path: THIRD_ROUND, context: { locale: 'en-US', timezoneId: 'America/Chicago' } })
  expect.soft(await rowOf(page, 'geneva-round-3').locator('.event-when').textContent()).toMatch(/Thu, Feb 26, 2026, about 10:00/)
  expect
    .soft(await rowOf(page, 'geneva-round-3').locator('.event-reported').first().textContent())
    .toMatch(/04:00 in Washington,? and 03:00 where you are/)
  expect.soft(await page.locator('#timeline .now text').textContent()).toMatch(/Feb 26/)
})

for (const [locale, month] of [
  ['de-DE', 'Februar 2026'],
  ['fa-IR', 'فوریهٔ 2026'],
] as const) {
  test(`dates alone are in the reader’s language, and no two labels touch: ${locale}`, async () => {
    const page = await openAtRest({ context: { locale } })
    expect(await page.locator(`#timeline .axis [lang="${locale}"]`).allTextContents()).toContain(month)
    expect(await page.locator('#timeline .now text').textContent()).toMatch(/26 Feb/)
    for (const chapter of ['Four weeks', 'The day', 'History']) {
      await page.getByRole('combobox', { name: 'Chapters' }).selectOption(chapter)
      await comeToRest(page)
      const axis = await inkOf(page, '#timeline .chart :is(.axis, .now, .era-titles) text')
      expect.soft(collisions(axis), `axis, ${chapter}`).toEqual([])
      const overview = await inkOf(page, '#timeline .overview :is(text, .whole, .years)')
      expect.soft(collisions(overview), `overview, ${chapter}`).toEqual([])
      expect.soft(collisions(overview, await boxesOf(page, '#timeline .overview .handle .box')), chapter).toEqual([])
    }
  })
}
