import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { builderWords as says } from '../../src/core/words/builder-words'
import { reportWords } from '../../src/core/words/report-words'
import { english as words } from '../../src/core/words/words'
import { becomes, steady } from '../support/reading'
import { openHost } from './frames'
import { expectClean, open, openBlank } from './support'

const dialogOf = (page: Page) => page.getByRole('dialog', { name: says.title })
const opener = (page: Page) => page.getByRole('button', { name: words.page.embed, exact: true })
const copyButton = (page: Page) => dialogOf(page).getByRole('button', { name: says.copy }).first()
const code = (page: Page) => dialogOf(page).getByRole('textbox', { name: says.code }).inputValue()
const hasFocus = (page: Page, text: string) => becomes(() => page.evaluate(() => document.activeElement?.textContent)).toBe(text)
/** Until the embed in the preview has asked for its height, and for no other since. */
async function measured(page: Page): Promise<void> {
  await becomes(async () => /iframe[^>]* height="(?!720")/.test(await code(page))).toBe(true)
  await page
    .frames()
    .at(-1)
    ?.waitForFunction(() => 'parleyGuide' in window && document.fonts.status === 'loaded')
  await steady(() => code(page))
}

test('by pointer: the preview shows what is chosen, at its own size or smaller, and the lines say the same', async () => {
  const visit = await open({ noWebgl: true, width: 1280, height: 800 })
  const { page } = visit
  expect(page.frames()).toHaveLength(1)
  await opener(page).click()
  await measured(page)
  const dialog = dialogOf(page)
  const frame = () => page.frames().at(-1)?.url() ?? ''
  expect(frame()).toBe(`${inject('site')}embed.html`)
  await dialog.getByRole('checkbox', { name: says.partNames.timeline }).uncheck()
  await dialog.getByRole('combobox', { name: says.theme }).selectOption('dark')
  await becomes(async () => frame()).toMatch(/embed\.html\?theme=dark&parts=list,map$/)
  expect(await code(page)).toContain('embed.html?theme=dark&amp;parts=list,map"')
  await dialog.getByText('Full, 900 px').click()
  const box = async () => {
    const [inner, outer] = await Promise.all(
      ['iframe', ''].map((each) => dialog.locator(`.builder-stage ${each}`).last().boundingBox()),
    )
    return { fits: (inner?.width ?? 0) <= (outer?.width ?? 0) + 1, height: Math.abs((inner?.height ?? 0) - (outer?.height ?? 0)) }
  }
  await becomes(box).toEqual({ fits: true, height: expect.closeTo(0, 0) })
  expect(await dialog.locator('.builder-size').textContent()).toMatch(/^900 × [\d,]+ px, drawn at \d\d%$/)
  await page.goBack()
  expect(page.url()).toBe('about:blank')
  expectClean(visit)
})

test('by keyboard: choices and lines come before the preview, and Esc closes and gives the focus back', async () => {
  const { page } = await open({ noWebgl: true })
  await opener(page).focus()
  await page.keyboard.press('Enter')
  await hasFocus(page, says.title)
  const stops: string[] = []
  for (let stop = 0; stop < 16 && stops.at(-1) !== 'iframe'; stop++) {
    await page.keyboard.press('Tab')
    stops.push(await page.evaluate(() => document.activeElement?.id || document.activeElement?.localName || ''))
  }
  expect(stops.indexOf('builder-code')).toBeGreaterThan(stops.indexOf('builder-kind'))
  expect(stops.indexOf('iframe')).toBeGreaterThan(stops.indexOf('builder-code'))
  await dialogOf(page).getByRole('radio', { name: says.heights.auto }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.type('5')
  await becomes(() => dialogOf(page).getByRole('spinbutton').getAttribute('aria-invalid')).toBe('true')
  await page.keyboard.press('Escape')
  await dialogOf(page).waitFor({ state: 'hidden' })
  await hasFocus(page, words.page.embed)
  await becomes(async () => page.frames().length).toBe(1)
})

test('by touch at 320 px everything fits, and copying works without the permission to', async () => {
  const { page } = await openBlank({ noWebgl: true, touch: true, width: 320, height: 640 }, new URL(inject('site')).origin)
  // As on a page without https, or in a frame that was not given it.
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await page.goto(inject('site'))
  // The header of a phone has no room for it.
  await page.getByRole('button', { name: words.page.more }).first().tap()
  await opener(page).tap()
  await measured(page)
  const state = await dialogOf(page).evaluate((element) => ({
    sideways: element.scrollWidth - element.clientWidth,
    fills: element.clientWidth === innerWidth,
    small: [...element.querySelectorAll('button, select, summary, label:has(input)')]
      .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 44)
      .map((each) => each.textContent),
  }))
  expect(state).toEqual({ sideways: 0, fills: true, small: [] })
  await dialogOf(page).getByText(says.partNames.map, { exact: true }).tap()
  await becomes(() => code(page)).toContain('parts=list,timeline')
  await measured(page)
  await copyButton(page).tap()
  await dialogOf(page).getByText(says.copied).waitFor()
  const copied = await code(page)
  expect(copied).toContain('parts=list,timeline')
  // Where even the old way is closed, the text stands there, selected.
  await page.evaluate(() => (document.execCommand = () => false))
  await copyButton(page).tap()
  await dialogOf(page).getByText(says.byHand).waitFor()
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(copied)
})

test('lines that were pasted into a page of another site size their frames, each its own, in a sandbox too', async () => {
  const { page } = await open({ noWebgl: true })
  await opener(page).click()
  await measured(page)
  const first = await code(page)
  await dialogOf(page).getByRole('checkbox', { name: says.partNames.list }).uncheck()
  const second = (await code(page)).replace('<iframe', '<iframe sandbox="allow-scripts"')
  const pasted = (site: string) => `<main style="width:600px">${first}${second}</main>`.replaceAll(inject('site'), site)
  const visit = await openHost(pasted, { scene: { noWebgl: true, width: 800 } })
  const heights = () =>
    visit.page.locator('iframe').evaluateAll((frames) => frames.map((frame) => Number.parseInt(frame.style.height, 10) || 0))
  await becomes(async () => (await heights()).filter((height) => height > 200).length).toBe(2)
  await becomes(async () => {
    const [whole = 0, part = 0] = await heights()
    return whole > part + 100
  }).toBe(true)
  expect(visit.errors).toEqual([])
})

test('an error is reported from an event’s card and from an embed, with the address of that record', async () => {
  const { page } = await open({ noWebgl: true, path: '?event=geneva-round-2026-2' })
  const report = page.getByRole('dialog', { name: reportWords.title })
  await page.locator('#events .event[aria-current]').getByRole('button', { name: words.page.report }).click()
  const address = () => report.getByRole('textbox', { name: reportWords.address }).inputValue()
  expect(await address()).toBe(`${inject('site')}?event=geneva-round-2026-2`)
  await page.keyboard.press('Escape')
  await hasFocus(page, words.page.report)
  await page.goto(`${inject('site')}embed.html?event=geneva-round-3`)
  await page.locator('#page-footer').getByRole('button', { name: words.page.report }).click()
  await report.waitFor()
  expect(await address()).toBe(`${inject('site')}?event=geneva-round-3`)
})

test('on a page opened from disk a report names the site that it came from, or none, and no folder of the reader’s', async () => {
  const { page } = await openBlank({ noWebgl: true }, 'null')
  await page.goto(`${pathToFileURL(join(inject('dist'), 'index.html')).href}?event=geneva-round-2026-2`)
  const site = await page.evaluate(() => document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '')
  await page.locator('#events .event[aria-current]').getByRole('button', { name: words.page.report }).click()
  const report = page.getByRole('dialog', { name: reportWords.title })
  expect(await report.getByRole('textbox', { name: reportWords.address }).inputValue()).toBe(`${site}?event=geneva-round-2026-2`)
  expect(await report.getByRole('textbox', { name: reportWords.text }).inputValue()).not.toContain('file:')
})

test('axe finds nothing in the two dialogs, wide and light, narrow and dark', async () => {
  const { page } = await open({ noWebgl: true, bypassPolicy: true })
  await page.addScriptTag({ content: axe.source })
  const findings = () =>
    page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run('dialog[open]', {
        runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
        rules: { 'target-size': { enabled: true } },
        iframes: false,
      })
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`))
    })
  await opener(page).click()
  await dialogOf(page).locator('details summary').click()
  expect(await findings()).toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await findings()).toEqual([])
  await page.keyboard.press('Escape')
  await page.locator('#events .event[aria-current]').getByRole('button', { name: words.page.report }).click()
  await page.getByRole('dialog', { name: reportWords.title }).waitFor()
  expect(await findings()).toEqual([])
})
