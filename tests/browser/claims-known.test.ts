import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { becomes, charted, comeToRest, focused, listed, rowOf, selection, tabled } from '../support/reading'
import { expectClean, open } from './support'

const ROUND = 'geneva-round-3'

async function openAtRest(path = ''): Promise<Page> {
  const { page } = await open({ path, width: 1440, height: 900, noWebgl: true })
  await comeToRest(page)
  return page
}
const onPhone = (path: string) => open({ path, width: 390, height: 844, touch: true, noWebgl: true })

const boxes = (found: Locator) =>
  found.evaluateAll((all) =>
    all.map((each) => {
      const { left, right, top, bottom, height } = each.getBoundingClientRect()
      return { left: Math.round(left), right: Math.round(right), top: Math.round(top), bottom: Math.round(bottom), height }
    }),
  )
const parties = (page: Page) => rowOf(page, ROUND).locator('.speakers > .speaker')
const tooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

test('a day typed into the filter hides what was reported later in list, timeline and table alike, and one press brings it back', async () => {
  const page = await openAtRest()
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByLabel('Known on: Day').fill('2026-02-20')
  await becomes(() => listed(page)).not.toContain(ROUND)
  const list = (await listed(page)).sort()
  await becomes(async () => (await charted(page)).sort()).toEqual(list)
  await becomes(async () => new URL(page.url()).searchParams.get('known')).toBe('2026-02-20')
  await expect.poll(() => page.getByText(/^As it was known on Fri,? 20 Feb 2026: \d+ events hidden\.$/).isVisible()).toBe(true)
  await page.getByRole('tab', { name: 'Table' }).click()
  expect((await tabled(page)).sort()).toEqual(list)
  await page.getByRole('button', { name: 'Show all', exact: true }).click()
  await becomes(async () => (await tabled(page)).length).toBe(29)
  expect(await focused(page)).toContain('tab-table')
})

test('a term opens its definition with the keyboard; Esc closes that alone and gives the focus back', async () => {
  const page = await openAtRest()
  const term = rowOf(page, ROUND).getByRole('button', { name: 'indirect talks' }).first()
  await term.focus()
  const before = await rowOf(page, ROUND).locator('.event-text').first().boundingBox()
  await page.keyboard.press('Enter')
  const pane = page.getByRole('dialog', { name: 'Indirect talks' })
  await expect.poll(() => pane.isVisible()).toBe(true)
  expect(await pane.textContent()).toContain('a third party stands between them')
  expect(await rowOf(page, ROUND).locator('.event-text').first().boundingBox()).toEqual(before)
  await page.keyboard.press('Tab')
  expect(await focused(page)).toContain('All terms')
  await page.keyboard.press('Escape')
  await expect.poll(() => pane.isVisible()).toBe(false)
  expect(await focused(page)).toContain('indirect talks')
  expect((await selection(page)).list).toEqual([ROUND])
})

test('what the parties say stands side by side where there is room, the outlets’ words under it', async () => {
  const page = await openAtRest()
  const columns = await boxes(parties(page))
  expect(columns).toHaveLength(3)
  expect(new Set(columns.map(({ top }) => top)).size).toBe(1)
  for (const [index, column] of columns.entries())
    if (index > 0) expect(column.left).toBeGreaterThan(columns[index - 1]?.right ?? 0)
  const [outlets] = await boxes(rowOf(page, ROUND).locator('.claims > .speaker').last())
  expect(outlets?.top).toBeGreaterThanOrEqual(Math.max(...columns.map(({ bottom }) => bottom)))
})

test('on a phone claims stand under each other, and a tap on a term and on a position leads where it says', async () => {
  const visit = await onPhone(`?event=${ROUND}`)
  const { page } = visit
  const columns = await boxes(parties(page))
  for (const [index, column] of columns.entries())
    if (index > 0) expect(column.top).toBeGreaterThanOrEqual(columns[index - 1]?.bottom ?? 0)
  await rowOf(page, ROUND).getByRole('button', { name: 'framework agreement' }).first().tap()
  const pane = page.getByRole('dialog', { name: 'Framework agreement' })
  await expect.poll(() => pane.isVisible()).toBe(true)
  const [shown] = await boxes(pane)
  expect([shown?.left ?? -1, 390 - (shown?.right ?? 400)].every((gap) => gap >= 0)).toBe(true)
  expect((await boxes(pane.getByRole('button', { name: 'Close' })))[0]?.height).toBeGreaterThanOrEqual(44)
  await pane.getByRole('button', { name: 'Close' }).tap()
  await page.getByRole('tab', { name: 'Positions' }).tap()
  const leads = page.getByRole('button', { name: /^In: / })
  expect((await boxes(leads)).every(({ height }) => height >= 44)).toBe(true)
  await page.getByRole('button', { name: 'In: Rubio: missile refusal is an obstacle' }).first().tap()
  await becomes(async () => (await selection(page)).list).toEqual(['rubio-missiles'])
  await expect.poll(() => rowOf(page, 'rubio-missiles').locator('h3 button').isVisible()).toBe(true)
  expect(await tooWide(page)).toBeLessThanOrEqual(0)
  expectClean(visit)
})

test('a link to what came afterwards opens it only after the word on its content', async () => {
  const page = await openAtRest('?layer=article,reports,afterwards&event=ford-suez')
  await page.locator('#banner').getByText('“Afterwards” is part of this link.').waitFor()
  expect(await listed(page)).not.toContain('ford-suez')
  expect(await listed(page)).toContain('geneva-round-3')
})

test('a class’s link keeps the layer closed, whatever else it asks for', async () => {
  const page = await openAtRest('?lock=1&layer=article,reports,afterwards&event=ford-suez')
  expect(await listed(page)).not.toContain('ford-suez')
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  const box = page.getByRole('checkbox', { name: 'Afterwards closed for this class' })
  await expect.poll(() => box.isVisible()).toBe(true)
  expect(await box.isDisabled()).toBe(true)
  expect(await page.getByRole('button', { name: /Afterwards/ }).count()).toBe(0)
})
