import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { compareWords } from '../../src/core/words/compare-words'
import { english as words } from '../../src/core/words/words'
import { becomes } from '../support/reading'
import { expectClean, host, open } from './support'

const PAIR = 'compare=geneva-round-2026-2,geneva-round-3'
const dialogOf = (page: Page) => page.getByRole('dialog', { name: compareWords.title })
const opener = (page: Page) => page.locator('#events .event[aria-current]').getByRole('button', { name: words.list.compareRound })
const columns = (page: Page) => dialogOf(page).getByRole('columnheader').allTextContents()
const queryOf = (page: Page) => new URL(page.url()).search
const hasFocus = (page: Page, text: string) => becomes(() => page.evaluate(() => document.activeElement?.textContent)).toBe(text)

test('two rounds open by pointer, change, and close with a press beside them; back and forward walk through', async () => {
  const visit = await open({ noWebgl: true, path: '?event=geneva-round-3' })
  const { page } = visit
  await opener(page).click()
  const dialog = dialogOf(page)
  await dialog.waitFor()
  expect(await columns(page)).toContain('Third round ends without a deal')
  await dialog.getByLabel(compareWords.sides[0]).selectOption('muscat-round-2026-1')
  await dialog.getByLabel(compareWords.sides[1]).selectOption('geneva-round-3')
  expect(await dialog.getByRole('status').textContent()).toBe('20 days apart')
  await dialog.getByRole('button', { name: compareWords.swap }).click()
  expect(await columns(page)).toEqual(['Third round ends without a deal', '+ First round of 2026 in Muscat'])
  await becomes(async () => queryOf(page)).toContain('compare=geneva-round-3,muscat-round-2026-1')
  await page.goBack()
  await becomes(() => columns(page)).toEqual(['+ First round of 2026 in Muscat', 'Third round ends without a deal'])
  await page.goForward()
  await becomes(() => columns(page)).toEqual(['Third round ends without a deal', '+ First round of 2026 in Muscat'])
  // A press that begins in the dialog marks text; one that begins beside it closes.
  const box = await dialog.boundingBox()
  await page.mouse.move((box?.x ?? 0) + 40, 300)
  await page.mouse.down()
  await page.mouse.move(4, 300)
  await page.mouse.up()
  expect(await dialog.isVisible()).toBe(true)
  await page.mouse.click(4, 300)
  await dialog.waitFor({ state: 'hidden' })
  await hasFocus(page, words.list.compareRound)
  await becomes(async () => queryOf(page)).not.toContain('compare')
  expectClean(visit)
})

test('by keyboard: focus stays in the dialog, Esc closes it alone and gives focus back', async () => {
  const { page } = await open({ noWebgl: true, path: '?event=geneva-round-3' })
  await opener(page).focus()
  await page.keyboard.press('Enter')
  await dialogOf(page).waitFor()
  await hasFocus(page, compareWords.title)
  const inside = () =>
    page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null)
  for (let stops = 0; stops < 40; stops++) {
    await page.keyboard.press('Tab')
    if (!(await inside())) throw new Error(`Focus left the dialog after ${stops + 1} steps`)
  }
  await dialogOf(page).getByLabel(compareWords.sides[0]).focus()
  const before = queryOf(page)
  await page.keyboard.press('ArrowUp')
  await becomes(async () => queryOf(page)).not.toBe(before)
  await page.keyboard.press('Escape')
  await dialogOf(page).waitFor({ state: 'hidden' })
  await hasFocus(page, words.list.compareRound)
  expect(await page.locator('.event[aria-current]').getAttribute('data-event')).toBe('geneva-round-3')
})

for (const width of [390, 320]) {
  test(`by touch at ${width} px both stand side by side, and nothing scrolls sideways or behind`, async () => {
    const { page } = await open({ noWebgl: true, touch: true, width, height: 844, path: `?event=geneva-round-3&${PAIR}` })
    const dialog = dialogOf(page)
    await dialog.waitFor()
    const state = await dialog.evaluate((element) => {
      const cells = [...element.querySelectorAll('tbody tr:first-child td')].map((cell) => cell.getBoundingClientRect())
      return {
        sideways: element.scrollWidth - element.clientWidth,
        fills: element.clientWidth === innerWidth,
        beside: cells[0]?.top === cells[1]?.top,
        least: Math.min(...cells.map((cell) => cell.width)),
        small: [...element.querySelectorAll('button, select')].filter((each) => each.getBoundingClientRect().height < 44).length,
        behind: getComputedStyle(document.documentElement).overflowY,
      }
    })
    expect(state).toMatchObject({ sideways: 0, fills: true, beside: true, small: 0, behind: 'hidden' })
    expect(state.least).toBeGreaterThanOrEqual(width === 390 ? 160 : 137)
    await dialog.getByRole('button', { name: compareWords.swap }).tap()
    await becomes(() => columns(page)).toEqual(['Third round ends without a deal', '+ Second round of 2026 in Geneva'])
    await dialog.getByRole('button', { name: words.dialog.close }).tap()
    await dialog.waitFor({ state: 'hidden' })
  })
}

test('an open dialog is printed alone and whole', async () => {
  const { page } = await open({ noWebgl: true, path: `?${PAIR}` })
  await dialogOf(page).waitFor()
  await page.emulateMedia({ media: 'print' })
  const printed = await dialogOf(page).evaluate((element) => ({
    cut: element.scrollHeight - element.clientHeight,
    others: [...document.body.children].filter((part) => !part.contains(element) && part.getClientRects().length > 0).length,
    controls: [...element.querySelectorAll('button, select')].filter((each) => each.getClientRects().length > 0).length,
  }))
  expect(printed).toEqual({ cut: 0, others: 0, controls: 0 })
})

test('where the script of the dialogs cannot be loaded the page says so and goes on', async () => {
  const dist = inject('dist')
  const script = (await readdir(join(dist, 'assets'))).find((name) => /^dialogs-.*\.js$/.test(name))
  const site = await host({ fail: [`assets/${script}`] })
  const { page } = await open({ noWebgl: true, site, path: `?event=geneva-round-3&${PAIR}` })
  await becomes(() => page.locator('#banner').textContent()).toContain(words.dialog.notLoaded)
  await becomes(async () => queryOf(page)).not.toContain('compare')
  await opener(page).click()
  await becomes(() => page.locator('#status').textContent()).toBe(words.dialog.notLoaded)
})
