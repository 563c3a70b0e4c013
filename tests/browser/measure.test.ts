import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { collisions, inkOf } from '../support/boxes'
import { becomes, focused, markOf } from '../support/reading'
import { expectClean, open, shows } from './support'

const BAR = '#measure output'
const ROUNDS = ['geneva-round-2026-2', 'geneva-round-3'] as const
const NINE_DAYS =
  'From Second round of 2026, Geneva (17 Feb) to Third round ends without a deal (26 Feb): 9 days. The sources give days; only the later has a clock time.'

const said = (page: Page) => page.locator(BAR).textContent()
const end = (page: Page, name: string) => page.locator('#measure').getByRole('combobox', { name, exact: true })
/** What stands in the row under the lanes, without its name. */
const drawn = async (page: Page) => (await page.locator('#timeline .measured .length').allTextContents()).join()
const query = (page: Page) => new URL(page.url()).searchParams.get('measure')
/** The button, which stands behind “More” where the row of tools has no room. */
async function measureButton(page: Page, press: (button: Locator) => Promise<void>): Promise<Locator> {
  const button = page.getByRole('button', { name: 'Measure', exact: true })
  const more = page.locator('#timeline .tools').getByRole('button', { name: 'More', exact: true })
  await shows(page, '#timeline .tools')
  if (!(await button.isVisible())) await press(more)
  return button
}
const box = async (page: Page, selector: string) => {
  const found = await page.locator(selector).boundingBox()
  if (!found) throw new Error(`${selector} is not to be seen`)
  return found
}

test('by pointer: two marks give the time between them, and nothing covers anything', async () => {
  const visit = await open({ noWebgl: true, width: 1440, height: 900 })
  const { page } = visit
  const before = await box(page, '#timeline .overview')
  await (await measureButton(page, (more) => more.click())).click()
  await shows(page, BAR)
  const [header, bar, map] = [await box(page, '#page-header'), await box(page, '#measure'), await box(page, '#map')]
  expect(bar.y).toBeGreaterThanOrEqual(header.y + header.height - 1)
  expect(map.y).toBeGreaterThanOrEqual(bar.y + bar.height - 1)
  expect(await box(page, '#timeline .overview')).toEqual(before)

  await end(page, 'From').selectOption('')
  for (const id of ROUNDS) await markOf(page, id).click()
  await becomes(() => said(page)).toBe(NINE_DAYS)
  expect(await drawn(page)).toBe('9 days')
  await becomes(async () => query(page)).toBe(`time,${ROUNDS.join()}`)
  // The bar keeps its height: the views do not move while the reader measures.
  expect((await box(page, '#measure')).height).toBe(bar.height)
  await page.evaluate(async () => void (await document.fonts.ready))
  const texts = await inkOf(page, '#timeline .chart :is(.axis, .now, .lane, .measured) text')
  expect(collisions(texts, await inkOf(page, '#timeline .chart :is(.title, .fold text)'))).toEqual([])

  await page.getByRole('button', { name: 'Distance', exact: true }).click()
  await end(page, 'From').selectOption('geneva')
  await end(page, 'To').selectOption('vienna')
  await becomes(() => said(page)).toMatch(/^Geneva to Vienna: \d{3} km, \d{3} nautical miles\. Along the great circle/)
  await page.getByRole('button', { name: 'Stop measuring' }).click()
  await page.locator(BAR).waitFor({ state: 'hidden' })
  await becomes(async () => query(page)).toBeNull()
  expectClean(visit)
})

test('by keyboard: from the tools through the lists and the marks, and Esc leads back', async () => {
  const { page } = await open({ noWebgl: true, width: 1440, height: 900, path: '?event=-' })
  const button = await measureButton(page, (more) => more.press('Enter'))
  await button.press('Enter')
  await becomes(() => end(page, 'From').evaluate((select) => select === document.activeElement)).toBe(true)
  await page.keyboard.press('End')
  await becomes(async () => query(page)).toBe('time,vienna-technical-talks,')
  await page.getByRole('listbox', { name: 'Events on the timeline' }).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  const sentence =
    /^From Technical talks planned for Vienna \(2 Mar\) back to Lincoln enters the CENTCOM area \(26 Jan\): 35 days\./
  await becomes(() => said(page)).toMatch(sentence)
  expect(await page.locator('#timeline-help').textContent()).toContain('Enter sets an end')
  await page.getByRole('button', { name: 'Swap the two ends' }).focus()
  await page.keyboard.press('Space')
  await becomes(() => said(page)).toMatch(/^From Lincoln .* to Technical talks/)
  await page.keyboard.press('Escape')
  await page.locator(BAR).waitFor({ state: 'hidden' })
  expect(await focused(page)).toMatch(/^button .*(Measure|More)$/)
})

test('by touch: the bar stands at the foot of a phone, in reach of the thumb, and covers no focus', async () => {
  const { page } = await open({ noWebgl: true, width: 390, height: 844, touch: true })
  await (await measureButton(page, (more) => more.tap())).tap()
  await shows(page, BAR)
  const [bar, foot] = [await box(page, '#measure'), await box(page, '#page-bar')]
  expect(bar.y + bar.height).toBeLessThanOrEqual(foot.y + 1)
  const controls = await page.locator('#measure :is(button, select)').evaluateAll((all) =>
    all.map((each) => {
      const { width, height, left, right } = each.getBoundingClientRect()
      return width >= 43.5 && height >= 43.5 && left >= 0 && right <= innerWidth
    }),
  )
  expect(controls).toEqual([true, true, true, true, true, true])
  await expectNoSidewaysScroll(page)

  await end(page, 'From').selectOption('')
  await page.locator('#timeline .chart').scrollIntoViewIfNeeded()
  for (const id of ROUNDS) await markOf(page, id).tap()
  await becomes(() => said(page)).toBe(NINE_DAYS)

  // Whatever takes the focus lies clear of the bar.
  const last = page.locator('#events button').filter({ visible: true }).last()
  await last.focus()
  await becomes(async () => {
    const [button, cover] = [await last.boundingBox(), await box(page, '#measure')]
    return button !== null && button.y + button.height <= cover.y + 1
  }).toBe(true)
})

const expectNoSidewaysScroll = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)

test('a link brings the measurement back, as far as its ends are shown', async () => {
  const { page } = await open({ noWebgl: true, width: 1440, height: 900, path: `?measure=time,${ROUNDS.join()}&q=second` })
  await shows(page, BAR)
  await becomes(() => said(page)).toBe(NINE_DAYS)
  await page.reload()
  await shows(page, BAR)
  await becomes(() => said(page)).toBe(NINE_DAYS)
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
  await page.goto(`${page.url().split('?')[0]}?measure=time,strikes-on-iran,${ROUNDS[1]}`)
  await shows(page, BAR)
  await becomes(() => said(page)).toBe('The event that was chosen is not shown now, or has no date. Choose another.')
  expect(await page.locator('#measure').textContent()).not.toContain('Strikes')
})
