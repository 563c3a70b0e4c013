import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { expect, inject, onTestFinished, test } from 'vitest'
import { findings } from '../support/findings'
import { becomes } from '../support/reading'
import { expectClean, open, openBlank, settle } from './support'

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
  // The step, its answer, a step with two venues and their numbers, and an event that is opened by hand.
  for (const key of ['', 'r', 'PageUp', 'End', 'event']) {
    if (key === 'event')
      await page
        .locator('.map-buttons')
        .getByRole('button', { name: /^Geneva, / })
        .click()
    else if (key) await page.keyboard.press(key)
    await settle(page)
    if (key === 'End') expect(await page.locator('.map-over .place text').allTextContents()).toContain('3')
    const sizes = await textSizes(page)
    expect(sizes.length).toBeGreaterThan(40)
    expect(sizes.filter(({ px }) => px < 23.9)).toEqual([])
    expect(sizes.filter(({ px, isRead }) => isRead && px < 35.9)).toEqual([])
    expect(sizes.filter(({ isRead }) => isRead).length).toBeGreaterThan(2)
    const marks = await page.evaluate(() =>
      [...document.querySelectorAll('.timeline .option .shape, .map-over .place > g')].map((mark) => {
        const { width, height } = mark.getBoundingClientRect()
        // Of a hollow mark the line counts as well.
        const line = Number.parseFloat(getComputedStyle(mark.lastElementChild ?? mark).strokeWidth) || 0
        return { mark: mark.outerHTML.slice(0, 80), px: Math.max(width, height) + line }
      }),
    )
    expect(marks.length).toBeGreaterThan(10)
    // What lies outside the frame is not drawn, and has no size.
    expect(marks.filter(({ px }) => px > 2 && px < 31.5)).toEqual([])
  }
  await page.getByRole('button', { name: 'More', exact: true }).click()
  const pane = page.getByRole('group', { name: 'More', exact: true })
  const small = (await pane.getByRole('button').all()).map(async (each) => (await each.boundingBox())?.height ?? 0)
  expect(Math.min(...(await Promise.all(small)))).toBeGreaterThanOrEqual(44)
  expect((await textSizes(page)).filter(({ px }) => px < 23.9)).toEqual([])
  expect(await findings(page)).toEqual([])
  await pane.getByRole('button', { name: 'Cite and reuse' }).click()
  await page.getByRole('dialog', { name: 'Cite and reuse' }).waitFor()
  expect((await textSizes(page)).filter(({ px }) => px < 23.9)).toEqual([])
  await page.keyboard.press('Escape')
  await becomes(() => page.evaluate(() => document.activeElement?.textContent ?? '')).toBe('More')
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
  await page.locator('#page-header').getByRole('button', { name: 'Present', exact: true }).click()
  await presented(page)
  await becomes(() => page.evaluate(() => location.search)).toContain('present=1')
  // A press on a mark leaves the focus in the timeline, and the clicker goes on.
  await page.locator('#timeline .option .shape').first().click()
  for (const id of ['the-round', 'several-accounts']) {
    await page.keyboard.press('PageDown')
    await becomes(() => page.evaluate(() => location.search)).toContain(`step=${id}`)
  }
  await page.keyboard.press('b')
  await page.getByRole('button', { name: /^Screen blanked/ }).waitFor()
  expect(await page.evaluate(() => [...document.body.children].filter((part) => !(part as HTMLElement).inert).length)).toBe(2)
  expect(await page.locator('#screen').evaluate((part) => part.checkVisibility({ visibilityProperty: true }))).toBe(false)
  await page.keyboard.press('PageDown')
  expect(await page.locator('#screen').evaluate((part) => part.checkVisibility({ visibilityProperty: true }))).toBe(true)
  await page.keyboard.press('Escape')
  await page.locator('html:not(.presenting)').waitFor({ state: 'attached' })
  await expect.poll(() => list.evaluate((pane) => pane.scrollTop)).toBe(260)
  await becomes(() => page.evaluate(() => location.search)).not.toContain('step=')
  expect(await page.evaluate(() => location.search)).toContain('party=iran')
  expect(
    await page
      .locator('#page-header')
      .getByRole('button', { name: 'Present', exact: true })
      .evaluate((b) => b === document.activeElement),
  ).toBe(true)
  expectClean(visit)
})

test('a link holds a calm page with the title until the screen stands; where its script does not come, the page is there', async () => {
  const site = inject('site')
  const { page } = await openBlank({ noWebgl: true }, new URL(site).origin)
  const seen = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('h1, h2, h3, li, p, button')]
        .filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.getBoundingClientRect().width > 1)
        .map((each) => each.textContent),
    )
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route(/guide-[\w-]+\.js/, async (route) => {
    await held
    await route.continue()
  })
  await page.goto(new URL('?present=1', site).href, { waitUntil: 'commit' })
  await page.locator('body:not(.prerendered)').waitFor({ state: 'attached' })
  expect(await seen()).toEqual(['Three rounds of talks, two carriers, no deal yet'])
  release()
  await presented(page)
  expect((await seen()).length).toBeGreaterThan(10)
  await page.keyboard.press('Escape')
  await page.locator('#page-header .standfirst').waitFor()

  await page.unroute(/guide-[\w-]+\.js/)
  await page.route(/guide-[\w-]+\.js/, (route) => route.abort())
  await page.goto(new URL('?present=1', site).href)
  await page.locator('#banner').getByText('could not be loaded', { exact: false }).waitFor()
  await page
    .locator('#events')
    .getByRole('button', { name: /^Third round ends/ })
    .waitFor()
  await page.route(/main-[\w-]+\.js/, (route) => route.abort())
  await page.goto(new URL('?present=1', site).href)
  await page.getByRole('alert').getByText('could not be loaded', { exact: false }).waitFor()
  await page.locator('#events').getByText('Third round ends without a deal').first().waitFor()
})

test('in a frame it is as large as that, says so, and offers a tab where one may be opened', async () => {
  const site = inject('site')
  const { page } = await openBlank({ noWebgl: true, width: 1000, height: 900 }, new URL(site).origin)
  const markup = `<!doctype html><title>Host</title>
<iframe name="free" src="${site}embed.html" width="700" height="1600"></iframe>
<iframe name="strict" sandbox="allow-scripts" src="${site}embed.html?step=the-ford-sails" width="700" height="1600"></iframe>
<script>addEventListener('message', ({ data, source }) => {
  if (data.parley) for (const frame of document.querySelectorAll('iframe'))
    if (frame.contentWindow === source) frame.height = data.height
})</script>`
  const server = createServer((_request, response) => response.setHeader('Content-Type', 'text/html').end(markup))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  // Of another origin, which lets no frame fill the screen.
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  for (const [name, where] of [
    ['free', '#page-header'],
    ['strict', '.steps'],
  ] as const) {
    const frame = page.frameLocator(`iframe[name="${name}"]`)
    await frame.locator(where).getByRole('button', { name: 'Present', exact: true }).click()
    await frame.getByText('This is as large as the frame lets it be.').waitFor()
    expect(await frame.getByRole('link', { name: 'Open in a new tab' }).count(), name).toBe(name === 'free' ? 1 : 0)
    // Not as high as the list was: the page around it follows.
    await becomes(async () => (await page.locator(`iframe[name="${name}"]`).boundingBox())?.height ?? 0).toBeLessThan(900)
    const boxes = await Promise.all(
      ['#map', '#timeline', '.present-text', '.present-bar'].map((each) => frame.locator(each).boundingBox()),
    )
    expect(
      boxes.every((box) => box !== null && box.height > 40 && box.width > 600),
      name,
    ).toBe(true)
    await frame.getByRole('button', { name: 'Leave', exact: true }).click()
    await frame
      .locator('#events')
      .getByRole('button', { name: /^Third round ends/ })
      .first()
      .waitFor()
  }
})
