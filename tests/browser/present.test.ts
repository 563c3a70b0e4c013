import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { findings } from '../support/findings'
import { expectClean, open, settle } from './support'

const presented = (page: Page) => page.locator('html.presenting .present-title').waitFor()

/** All text that can be seen, with its height on the screen: of a drawing that is scaled, as it comes out. */
const textSizes = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: { text: string; px: number; isRead: boolean }[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      const text = node.textContent?.trim() ?? ''
      if (!element || text === '' || /^(STYLE|SCRIPT|OPTION|TITLE|DESC)$/i.test(element.tagName)) continue
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const { width, height, bottom, right } = range.getBoundingClientRect()
      if (width < 2 || height < 2 || bottom < 0 || right < 0 || element.closest('.unseen, #page-header, #skip')) continue
      const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1
      const turned = element instanceof SVGGraphicsElement ? Math.hypot(scale, element.getScreenCTM()?.b ?? 0) : 1
      const px = Number.parseFloat(getComputedStyle(element).fontSize) * turned
      found.push({ text, px, isRead: element.closest('.present-told, .present-question, .present-title') !== null })
    }
    return found
  })

test('at 1920 × 1080 no text is under 24 px, what is read is 36, and marks are 32 (C02)', { timeout: 30_000 }, async () => {
  const visit = await open({
    path: '?present=1&step=the-ford-sails',
    width: 1920,
    height: 1080,
    noWebgl: true,
    bypassPolicy: true,
  })
  const { page } = visit
  await presented(page)
  for (const key of ['', 'r', 'PageUp']) {
    if (key) await page.keyboard.press(key)
    await settle(page)
    const sizes = await textSizes(page)
    expect(sizes.length).toBeGreaterThan(40)
    expect(sizes.filter(({ px }) => px < 23.9)).toEqual([])
    expect(sizes.filter(({ px, isRead }) => isRead && px < 35.9)).toEqual([])
    expect(sizes.filter(({ isRead }) => isRead).length).toBeGreaterThan(2)
  }
  const marks = await page.evaluate(() =>
    [...document.querySelectorAll('.timeline .option .shape, .map-over .place > g')].map((mark) => {
      const { width, height } = mark.getBoundingClientRect()
      // Of a hollow mark the line counts as well.
      const line = Number.parseFloat(getComputedStyle(mark.lastElementChild ?? mark).strokeWidth) || 0
      return Math.max(width, height) + line
    }),
  )
  expect(marks.length).toBeGreaterThan(10)
  expect(Math.min(...marks)).toBeGreaterThanOrEqual(31.5)
  expect(await findings(page)).toEqual([])
})

test('fits every projector and board without scrolling, with targets for a finger', async () => {
  const visit = await open({ path: '?present=1&step=several-accounts', noWebgl: true })
  const { page } = visit
  await presented(page)
  for (const [width, height] of [
    [1024, 768],
    [1280, 720],
    [1920, 1080],
    [3840, 2160],
  ] as const) {
    await page.setViewportSize({ width, height })
    await settle(page)
    const seen = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement
      const text = document.querySelector('.present-text')
      const cut = [...document.querySelectorAll('.present-bar button, .present-bar p, #map, #timeline, .present-text')]
        .filter((part) => part.checkVisibility())
        .map((part) => ({ name: part.textContent?.slice(0, 20), ...part.getBoundingClientRect().toJSON() }))
        .filter(({ left, top, right, bottom }) => left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1)
        .map(({ name }) => name)
      const small = [...document.querySelectorAll('.present-bar button, .map-controls button')]
        .filter((part) => part.checkVisibility())
        .map((part) => part.getBoundingClientRect())
        .filter((box) => box.width < 44 || box.height < 44).length
      const [map, time] = ['map', 'timeline'].map((id) => document.getElementById(id)?.getBoundingClientRect().height ?? 0)
      return {
        over: [scrollWidth - innerWidth, scrollHeight - innerHeight],
        hidden: (text?.scrollHeight ?? 0) - (text?.clientHeight ?? 0),
        cut,
        small,
        isLarge: (map ?? 0) > innerHeight * 0.55 && (time ?? 0) < innerHeight * 0.35,
      }
    })
    expect(seen, `${width} × ${height}`).toEqual({ over: [0, 0], hidden: 0, cut: [], small: 0, isLarge: true })
  }
  expectClean(visit)
})

test('pressed from the page, walked by a clicker, blanked and left, the page is as it was', async () => {
  const visit = await open({ path: '?party=iran', noWebgl: true, width: 1280, height: 720 })
  const { page } = visit
  const list = page.locator('#events')
  await list.evaluate((pane) => pane.scrollTo(0, 260))
  await page.getByRole('button', { name: 'More', exact: true }).first().click()
  await page.getByRole('button', { name: 'Present', exact: true }).click()
  await presented(page)
  expect(await page.evaluate(() => location.search)).toContain('present=1')
  await page.keyboard.press('b')
  await page.getByRole('button', { name: /^Screen blanked/ }).waitFor()
  expect(await page.evaluate(() => [...document.body.children].filter((part) => !(part as HTMLElement).inert).length)).toBe(2)
  expect(await page.locator('#screen').evaluate((part) => part.checkVisibility({ visibilityProperty: true }))).toBe(false)
  await page.keyboard.press('PageDown')
  expect(await page.locator('#screen').evaluate((part) => part.checkVisibility({ visibilityProperty: true }))).toBe(true)
  await page.keyboard.press('Escape')
  await page.locator('html:not(.presenting)').waitFor({ state: 'attached' })
  await expect.poll(() => list.evaluate((pane) => pane.scrollTop)).toBe(260)
  expect(await page.evaluate(() => location.search)).toContain('party=iran')
  expect(
    await page
      .getByRole('button', { name: 'More', exact: true })
      .first()
      .evaluate((b) => b === document.activeElement),
  ).toBe(true)
  expectClean(visit)
})
