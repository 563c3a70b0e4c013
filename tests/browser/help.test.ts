import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { helpWords as says } from '../../src/core/words/help-words'
import { english as words } from '../../src/core/words/words'
import { becomes, comeToRest, focused, selection } from '../support/reading'
import { expectClean, open, type Scene } from './support'

const PHONE = { width: 390, height: 844, touch: true } as const
const DIALOGS = { help: says.title, unknowns: words.page.unknowns, corrections: words.page.corrections } as const

async function openAtRest(scene: Scene = {}): Promise<Page> {
  const { page } = await open({ noWebgl: true, ...scene })
  await comeToRest(page)
  return page
}

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })
const shortcuts = (page: Page) => page.getByRole('navigation', { name: words.page.bar })
const overflow = (page: Page) =>
  page
    .locator('dialog[open]')
    .evaluate((each) => [each.scrollWidth - each.clientWidth, document.documentElement.scrollWidth - innerWidth])

test('? opens the help from the timeline, Esc closes it alone, and the focus is back', async () => {
  const page = await openAtRest()
  const listbox = page.getByRole('listbox', { name: words.timeline.marks })
  await listbox.focus()
  const { list } = await selection(page)
  await page.keyboard.press('?')
  await dialog(page, says.title).waitFor()
  expect(await focused(page)).toContain(says.title)
  await page.keyboard.press('Escape')
  await dialog(page, says.title).waitFor({ state: 'hidden' })
  expect((await selection(page)).list).toEqual(list)
  expect(await listbox.evaluate((each) => each === document.activeElement)).toBe(true)
})

test('in the search ? is a letter, and switched off it opens nothing', async () => {
  const page = await openAtRest({ path: '?keys=off' })
  await page.keyboard.press('?')
  await page.getByRole('button', { name: words.page.help }).click()
  await dialog(page, says.title).getByRole('checkbox', { name: says.questionMark }).check()
  await dialog(page, says.title).getByRole('button', { name: words.dialog.close }).click()
  await page.waitForURL((url) => !url.searchParams.has('keys'))
  await page.getByRole('button', { name: words.list.search, exact: true }).click()
  const search = page.getByRole('searchbox')
  await search.press('?')
  expect(await search.inputValue()).toBe('?')
  expect(await page.locator('dialog[open]').count()).toBe(0)
})

test('by touch the help opens from the header of a phone, in one column, with the marks of the page', async () => {
  const page = await openAtRest(PHONE)
  await page.locator('#page-header').getByRole('button', { name: words.page.help }).tap()
  await dialog(page, says.title).waitFor()
  expect(await overflow(page)).toEqual([0, 0])
  await becomes(() => page.locator('.help-fixes svg .ground-land').count()).toBe(4)
  const shapes = (root: string) =>
    page.locator(`${root} path`).evaluateAll((paths) => [...new Set(paths.map((path) => path.getAttribute('d')))])
  expect(await shapes('.help-shapes .mark')).toEqual(expect.arrayContaining(await shapes('#events .event-mark')))
})

test('on a phone, far down the list, what is not known and the corrections are one touch away', async () => {
  const page = await openAtRest(PHONE)
  await page.locator('.events > li:not([hidden])').last().scrollIntoViewIfNeeded()
  const before = await page.evaluate(() => scrollY)
  expect(before).toBeGreaterThan(844)
  await shortcuts(page).getByRole('link', { name: words.page.unknownsLink }).tap()
  await dialog(page, words.page.unknowns).waitFor()
  await dialog(page, words.page.unknowns).getByRole('button', { name: words.dialog.close }).tap()
  await shortcuts(page).getByRole('link', { name: words.page.correctionsLink }).tap()
  expect(await dialog(page, words.page.corrections).textContent()).toMatch(/Edition 1, \d+ \w+ 2026/)
  await dialog(page, words.page.corrections).getByRole('button', { name: words.dialog.close }).tap()
  expect(await page.evaluate(() => scrollY)).toBe(before)
})

test('“More” opens by keyboard, and Esc closes it alone', async () => {
  const page = await openAtRest()
  const more = page.locator('#page-header').getByRole('button', { name: words.page.more })
  const { list } = await selection(page)
  await more.press('Enter')
  await page.getByRole('checkbox', { name: words.page.lessMotion }).press('Space')
  await page.waitForURL(/motion=less/)
  await page.keyboard.press('Escape')
  expect(await more.evaluate((each) => each === document.activeElement)).toBe(true)
  expect(await more.getAttribute('aria-expanded')).toBe('false')
  expect((await selection(page)).list).toEqual(list)
})

for (const [name, scene] of [
  ['wide', { width: 1280, height: 800 }],
  ['320 px and dark', { width: 320, height: 568, touch: true, dark: true }],
] as const) {
  test(`axe finds nothing in help, what is not known and corrections: ${name}`, async () => {
    const visit = await open({ ...scene, noWebgl: true, bypassPolicy: true })
    const { page } = visit
    await comeToRest(page)
    await page.addScriptTag({ content: axe.source })
    const links = [
      ['help', page.locator('#page-header .help-button:visible')],
      ['unknowns', page.getByRole('link', { name: words.page.unknownsLink }).locator('visible=true')],
      ['corrections', page.getByRole('link', { name: words.page.correctionsLink }).locator('visible=true')],
    ] as const
    for (const [id, link] of links) {
      await link.first().click()
      await dialog(page, DIALOGS[id]).waitFor()
      const { violations } = await page.evaluate(
        (dialogId) =>
          (globalThis as unknown as { axe: typeof axe }).axe.run(`#dialog-${dialogId}`, {
            runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
            rules: { 'target-size': { enabled: true } },
          }),
        id,
      )
      expect
        .soft(violations.flatMap((each) => each.nodes.map((node) => `${id} ${each.id}: ${node.target.join(' ')}`)))
        .toEqual([])
      expect.soft(await overflow(page)).toEqual([0, 0])
      await page.keyboard.press('Escape')
      await dialog(page, DIALOGS[id]).waitFor({ state: 'hidden' })
    }
    expectClean(visit)
  })
}
