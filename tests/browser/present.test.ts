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

test('at 1920 × 1080 no text is under 24 px, what is read is 36, and marks are 32 (C02)', async () => {
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
  await page.keyboard.press('Escape')
  // Whatever present mode can lay over the page.
  for (const [way, name] of [
    ['For a class', /class/i],
    ['Download', 'Download'],
    ['Cite and reuse', 'Cite and reuse'],
    ['?', 'How to read this page'],
  ] as const) {
    if (way === '?') await page.keyboard.press('?')
    else {
      await page.getByRole('button', { name: 'More', exact: true }).click()
      await pane.getByRole('button', { name: way }).click()
    }
    await page.getByRole('dialog', { name }).waitFor()
    await settle(page)
    expect(
      (await textSizes(page)).filter(({ px }) => px < 23.9),
      way,
    ).toEqual([])
    if (way === '?') continue
    await page.keyboard.press('Escape')
    await becomes(() => page.evaluate(() => document.activeElement?.textContent ?? '')).toBe('More')
  }
  const help = page.getByRole('dialog', { name: 'How to read this page' })
  const samples = await help.evaluate((dialog) => {
    const shapes =
      '.help-columns .mark .shape, .help-places .map svg > g > *, .help-places .symbol-ship, .help-time > g > g > .shape'
    const lines = /\b(reach|join|route|relay|relay-case|ground-disputed)\b/
    return [...dialog.querySelectorAll<SVGGraphicsElement>(shapes)]
      .filter((mark) => !lines.test(mark.getAttribute('class') ?? ''))
      .map((mark) => {
        const { width, height } = mark.getBoundingClientRect()
        const line = Number.parseFloat(getComputedStyle(mark).strokeWidth) * (mark.getScreenCTM()?.a ?? 1)
        return { mark: mark.outerHTML.slice(0, 90), px: Math.max(width, height) + (line || 0) }
      })
  })
  expect(samples.length).toBeGreaterThan(60)
  expect(samples.filter(({ px }) => px < 31.5)).toEqual([])
  // What is drawn of dates is drawn here too.
  expect(await help.locator('.help-time .spans').first().isVisible()).toBe(true)
  for (const name of ['What this page does not know', 'Corrections']) {
    await page.getByRole('dialog').getByRole('button', { name }).last().click()
    await settle(page)
    expect(
      (await textSizes(page)).filter(({ px }) => px < 23.9),
      name,
    ).toEqual([])
  }
  // From any of them a room can be given a dark screen; a pane goes with the clicker's press.
  await page.keyboard.press('.')
  await page.getByRole('button', { name: /^Screen blanked/ }).waitFor()
  await becomes(() => page.evaluate(() => document.activeElement?.classList.contains('present-blank'))).toBe(true)
  await page.keyboard.press('.')
  expect(await page.getByRole('dialog').count()).toBe(0)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.keyboard.press('Home')
  expect(await pane.isVisible()).toBe(true)
  await page.keyboard.press('PageUp')
  await becomes(() => page.title()).toMatch(/^Step 7 of 8/)
  expect(await pane.isVisible()).toBe(false)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.keyboard.press('b')
  await page.getByRole('button', { name: /^Screen blanked/ }).waitFor()
  await page.keyboard.press('b')
  expect(await pane.isVisible()).toBe(false)
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
    // Every step with its answer, which takes most room; where the screen is low or of the usual size without it too.
    await page.keyboard.press('Home')
    for (let step = 1; step <= 8; step += 1) {
      for (const key of width === 1024 || width === 1920 ? ['', 'r'] : ['r']) {
        if (key) await page.keyboard.press(key)
        await becomes(() => page.title()).toMatch(new RegExp(`^Step ${step} of 8`))
        await becomes(() => page.locator('.present-answer').count()).toBe(key === '' ? 0 : 1)
        const told = await page.evaluate(() => {
          const box = (of: string) => document.querySelector(of)?.getBoundingClientRect() ?? new DOMRect()
          const text = document.querySelector('.present-text') ?? document.body
          const [frame, last] = [text.getBoundingClientRect(), box('.present-body > :last-child')]
          return {
            hidden: [text.scrollHeight - text.clientHeight, text.scrollWidth - text.clientWidth],
            isWhole: last.height > 0 && last.bottom <= frame.bottom + 1 && last.bottom <= box('.present-bar').top,
            isBeside: frame.right <= box('#map').left + 1 || frame.bottom <= box('#map').top + 1,
          }
        })
        const at = `${width} × ${height}, step ${step}${key && ' answered'}`
        expect(told, at).toEqual({ hidden: [0, 0], isWhole: true, isBeside: true })
      }
      if (step < 8) await page.keyboard.press('PageDown')
    }
  }
  // In the hand: three short rows at most, and what is asked is there.
  await page.setViewportSize({ width: 390, height: 844 })
  await page.keyboard.press('Home')
  await becomes(() => page.title()).toMatch(/^Step 1 of 8/)
  const bar = await page.locator('.present-bar').boundingBox()
  const asked = await page.locator('.present-question').boundingBox()
  expect(bar?.height).toBeLessThan(150)
  expect((asked?.y ?? 0) + (asked?.height ?? 0)).toBeLessThan(bar?.y ?? 0)
  expectClean(visit)
})

test('the spotlight leaves the open event lit, and dims marks, names, the ground’s lines and the scale', async () => {
  const visit = await open({ path: '?present=1&step=the-round', noWebgl: true, dark: true })
  const { page } = visit
  await presented(page)
  /** How much of each is seen: its own opacity, its lines', and that of all around it. */
  const seen = () =>
    page.evaluate(() => {
      const lit = (of: string): number => {
        let strength = 1
        for (let at = document.querySelector(of); at; at = at.parentElement) {
          const { opacity, strokeOpacity } = getComputedStyle(at)
          strength *= Number(opacity) * (at instanceof SVGPathElement ? Number(strokeOpacity) : 1)
        }
        return document.querySelector(of) ? strength : -1
      }
      const kept = ['.present-title', '#timeline .option[aria-selected="true"] .shape', '.map-over .place.selected']
      const dimmed = [
        '.ground-coast', '.ground-borders', '.map-over .place:not(.selected)', '#timeline .option[aria-selected="false"] .shape',
        '.map-legend', '.map-scale', '#timeline .axis text',
      ] // biome-ignore format: one list, read as one
      return { kept: kept.map(lit), dimmed: Object.fromEntries(dimmed.map((of) => [of, lit(of)])) }
    })
  expect(Object.values((await seen()).dimmed).filter((each) => each < 0.9)).toEqual([])
  for (const forcedColors of ['none', 'active'] as const) {
    await page.emulateMedia({ forcedColors, colorScheme: 'dark' })
    if (forcedColors === 'none') await page.keyboard.press('s')
    await page.locator('html.spotlit').waitFor({ state: 'attached' })
    const { kept, dimmed } = await seen()
    expect(kept).toEqual([1, 1, 1])
    expect(Object.entries(dimmed).filter(([, each]) => each < 0 || each > 0.4)).toEqual([])
  }
})

test('a place’s list is wide enough for its titles, rows are whole, and what lies off the map is named', async () => {
  const visit = await open({ path: '?present=1&step=two-cities', noWebgl: true, width: 1920, height: 1080 })
  const { page } = visit
  await presented(page)
  const away = page.getByText('Not on this frame:', { exact: false })
  await page
    .locator('.map-buttons')
    .getByRole('button', { name: /^Geneva, / })
    .click()
  const list = page.getByRole('group', { name: 'Events: Geneva' })
  const [over, ...rows] = await list.evaluate((each) => [
    each.scrollHeight - each.clientHeight,
    ...[...each.querySelectorAll('button')].map((row) => row.getBoundingClientRect().height),
  ])
  expect(over).toBe(0)
  expect(rows.length).toBe(3)
  expect(Math.max(...rows)).toBeLessThan(90)
  expect(await page.locator('.present-text').filter({ has: away }).count()).toBe(0)
  await page.goto(new URL('?present=1&event=rubio-st-kitts&map=10,48,4.5', inject('site')).href)
  await page.locator('.present-text').getByText('Not on this frame: Basseterre, St Kitts').waitFor()
})

test('revealing while presenting keeps place, ring and focus, and leaving gives back what was there', async () => {
  const visit = await open({ path: '?party=iran&hide=titles', noWebgl: true })
  const { page } = visit
  const query = () => page.evaluate(() => location.search)
  const list = page.locator('#events')
  await list.evaluate((pane) => pane.scrollTo(0, 160))
  const top = await list.evaluate((pane) => pane.scrollTop)
  await page.locator('#page-header').getByRole('button', { name: 'Present', exact: true }).click()
  await presented(page)
  await page.getByText(/^A filter is on: \d+ of \d+ events are shown\./).waitFor()
  await page.keyboard.press('l')
  await page.keyboard.press('PageDown')
  await becomes(query).toContain('step=')
  await page.keyboard.press('r')
  await becomes(query).toContain('told=')
  await presented(page)
  expect(await page.locator('.present-ring').isVisible()).toBe(true)
  await becomes(() => page.evaluate(() => document.activeElement?.className)).toBe('present-title')
  await page.keyboard.press('Escape')
  await becomes(query).not.toContain('step=')
  expect(await query()).toContain('party=iran')
  await expect.poll(() => list.evaluate((pane) => pane.scrollTop)).toBe(top)
  await becomes(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Present')
  expectClean(visit)
})

test('while the handout lies over it a clicker changes nothing behind', async () => {
  const { page } = await open({ path: '?present=1&step=the-round&handout=answers', noWebgl: true })
  await page.locator('.handout h1').first().waitFor()
  const before = await page.evaluate(() => location.search)
  for (const key of ['PageDown', 'b', 's']) await page.keyboard.press(key)
  expect(await page.evaluate(() => location.search)).toBe(before)
  expect(await page.locator('.present-blank, .spotlit').count()).toBe(0)
})

test('in an embed the steps turn by keys and by a swipe', async () => {
  const { page } = await open({ path: 'embed.html?step=the-round', noWebgl: true, touch: true, width: 390, height: 844 })
  const panel = page.getByRole('region', { name: 'Steps' })
  await panel.getByRole('button', { name: 'Next' }).focus()
  await page.keyboard.press('PageDown')
  await becomes(() => page.evaluate(() => location.search)).toContain('step=several-accounts')
  await page.keyboard.press('ArrowLeft')
  await becomes(() => page.evaluate(() => location.search)).toContain('step=the-round')
  const box = await panel.locator('.steps-told').boundingBox()
  const touch = await page.context().newCDPSession(page)
  const y = (box?.y ?? 0) + 20
  const at = (x: number) => ({ touchPoints: [{ x, y }] })
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', ...at(300) })
  for (const x of [210, 120]) await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', ...at(x) })
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await becomes(() => page.evaluate(() => location.search)).toContain('step=several-accounts')
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
