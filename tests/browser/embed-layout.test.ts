import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { findings } from '../support/findings'
import { comeToRest, placeButton, selection, steady, titleButton } from '../support/reading'
import { onlyFrame, openHost } from './frames'
import { open, type Scene, shows } from './support'

/* Frames whose host keeps the height that its snippet gave, and frames that are as high as their content. */

const FIXED = 'embed.html?resize=fixed'
const SIZES = [
  { width: 320, height: 480, tabs: ['Map', 'Timeline', 'Events'] },
  { width: 600, height: 400, tabs: ['Map', 'Timeline', 'Events'] },
  { width: 650, height: 650, tabs: ['Map', 'Timeline and events'] },
  { width: 360, height: 720, tabs: ['Map and timeline', 'Events'] },
  { width: 960, height: 720, tabs: [] },
] as const

async function openAtRest(scene: Scene): Promise<Page> {
  const { page } = await open({ noWebgl: true, ...scene })
  await comeToRest(page)
  return page
}

/**
 * What a reader could not reach: controls that no scrolling brings into the frame whole. Marks on the map and on the timeline are left
 * out, which may lie at an edge. `free`: the frame grows, and only sideways it has an edge.
 */
const clipped = (page: Page, free = false): Promise<readonly string[]> =>
  page.evaluate((free) => {
    const room = (element: Element): DOMRect => {
      const box = element.getBoundingClientRect()
      let [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom]
      const cut = (by: { left: number; top: number; right: number; bottom: number }): void => {
        left = Math.max(left, by.left)
        top = Math.max(top, by.top)
        right = Math.min(right, by.right)
        bottom = Math.min(bottom, by.bottom)
      }
      let isLoose = getComputedStyle(element).position === 'absolute'
      for (let at = element.parentElement; at; at = at.parentElement) {
        const { position, display, overflowX, overflowY } = getComputedStyle(at)
        isLoose &&= position === 'static'
        const cuts = display !== 'contents' && !isLoose && (overflowX !== 'visible' || overflowY !== 'visible')
        if (cuts) cut(at.getBoundingClientRect())
        isLoose ||= position === 'absolute'
      }
      cut({ left: 0, top: 0, right: innerWidth, bottom: free ? Infinity : innerHeight })
      return new DOMRect(left, top, right - left, bottom - top)
    }
    return [...document.body.querySelectorAll<HTMLElement>('button, a[href], select, input, summary, [tabindex="0"]')]
      .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.closest('svg, .map-target, .unseen'))
      .flatMap((each) => {
        each.scrollIntoView({ block: 'nearest', inline: 'nearest' })
        const [own, seen] = [each.getBoundingClientRect(), room(each)]
        const isWhole = seen.width >= own.width - 1 && seen.height >= Math.min(own.height, innerHeight) - 1
        return isWhole ? [] : [`${each.localName}.${each.className} “${each.textContent?.slice(0, 30)}”`]
      })
  }, free)

/** What scrolls up and down now, and in what else that scrolls it stands. */
const scrollers = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const scrolls = (element: Element): boolean =>
      element.scrollHeight > element.clientHeight + 1 &&
      (element === document.documentElement
        ? getComputedStyle(element).overflowY !== 'hidden'
        : /auto|scroll/.test(getComputedStyle(element).overflowY))
    const all = [...document.querySelectorAll('html, body, body *')].filter((each) => each.checkVisibility() && scrolls(each))
    return all.map((each) =>
      [each, ...all.filter((other) => other !== each && other.contains(each))].map((one) => one.id || one.localName).join(' in '),
    )
  })

/** Views, and the page around them, that could be scrolled sideways. */
const sideways = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [document.documentElement, document.body, ...document.querySelectorAll('main, #map, #timeline, #events, #page-footer')]
      .filter((each) => each.checkVisibility() && each.scrollWidth > each.clientWidth)
      .map((each) => `${each.localName} ${each.id}: ${each.scrollWidth} in ${each.clientWidth}`),
  )

/** Goes through the tabs; before the first one where there are none. */
async function* panes(page: Page): AsyncGenerator<string> {
  const tabs = page.getByRole('tablist', { name: 'Views' }).getByRole('tab')
  const count = await tabs.count()
  if (count === 0) yield ''
  for (let index = 0; index < count; index++) {
    await tabs.nth(index).click()
    await comeToRest(page)
    yield (await tabs.nth(index).textContent()) ?? ''
  }
}

test('a frame of any fixed height has every control whole, and one thing at most to scroll in a view', async () => {
  const page = await openAtRest({ path: FIXED, width: 320, height: 480 })
  for (const { width, height, tabs } of SIZES) {
    await page.setViewportSize({ width, height })
    await comeToRest(page)
    expect.soft(await page.getByRole('tablist', { name: 'Views' }).getByRole('tab').allTextContents()).toEqual(tabs)
    for await (const pane of panes(page)) {
      const where = `${width} × ${height} ${pane}`
      expect
        .soft(
          (await scrollers(page)).filter((each) => each !== 'events'),
          where,
        )
        .toEqual([])
      expect.soft(await clipped(page), where).toEqual([])
      expect.soft(await sideways(page), where).toEqual([])
    }
  }
})

test('by touch every control of the smallest frame is whole too, and none is lower than a thumb', async () => {
  const page = await openAtRest({ path: FIXED, width: 320, height: 480, touch: true })
  for await (const pane of panes(page)) expect.soft(await clipped(page), pane).toEqual([])
  const low = await page
    .locator('#frame-tabs button, .credit :is(a, button), #page-header button')
    .evaluateAll((all) => all.filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 44).length)
  expect(low).toBe(0)
})

for (const { width, most } of [
  { width: 360, most: 2400 },
  { width: 650, most: 1700 },
  { width: 900, most: 920 },
]) {
  test(`a frame that grows is sensibly high at ${width} px, depends on no window and hides no control`, async () => {
    const page = await openAtRest({ path: 'embed.html', width, height: 640 })
    const heightPx = () => page.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height))
    const before = await heightPx()
    expect(before).toBeLessThanOrEqual(most)
    expect(await clipped(page, true)).toEqual([])
    await page.setViewportSize({ width, height: 3000 })
    await comeToRest(page)
    expect(await heightPx()).toBe(before)
  })
}

test('an event that is chosen on the map of a small frame is named under it, and its text is one press away', async () => {
  const page = await openAtRest({ path: `${FIXED}&event=-`, width: 320, height: 480 })
  await placeButton(page, 'Vienna').click()
  const line = page.getByRole('button', { name: /Technical talks planned.* Read/ })
  await line.press('Enter')
  await shows(page, '.events > li[aria-current] .event-body')
  expect(await selection(page)).toMatchObject({ list: ['vienna-technical-talks'] })
  const [pane, row] = await Promise.all(['#events', '.events > li[aria-current]'].map((each) => page.locator(each).boundingBox()))
  expect(Math.abs((row?.y ?? 0) - (pane?.y ?? 999))).toBeLessThanOrEqual(2)
})

test('views that the address leaves out are not there, nor are their tabs', async () => {
  const { page } = await open({ path: `${FIXED}&parts=list,timeline`, width: 320, height: 480, noWebgl: true })
  await shows(page, '#timeline svg.chart')
  expect(await page.getByRole('tab').filter({ visible: true }).allTextContents()).toEqual(['Timeline', 'Events'])
  expect(await page.locator('#map').isVisible()).toBe(false)
})

test('in a frame higher than the window a dialog opens where the reader is, and the host’s page stays', async () => {
  const follow =
    "addEventListener('message', (e) => { if (e.data.type === 'embed-size') document.querySelector('iframe').height = e.data.height })"
  const host = await openHost(
    (site) =>
      `<p>Before</p><iframe title="Talks" src="${site}embed.html" width="360" height="600"></iframe><script>${follow}</script>`,
    { scene: { noWebgl: true, width: 400, height: 700 } },
  )
  const frame = onlyFrame(host)
  await shows(frame, '#timeline svg.chart', '.map-main path.ground-land')
  const heightPx = () => host.page.locator('iframe').evaluate((each) => each.clientHeight)
  await expect.poll(heightPx).toBeGreaterThan(1400)
  // What comes last changes the height by a few px, and with it how far the host’s page can be scrolled.
  await frame.waitForFunction(() => 'parleyGuide' in window && document.fonts.status === 'loaded')
  await steady(heightPx)
  const help = frame.getByRole('button', { name: 'Help', exact: true })
  await help.scrollIntoViewIfNeeded()
  const before = await host.page.evaluate(() => scrollY)
  await help.click()
  const dialog = frame.getByRole('dialog')
  await expect.poll(async () => (await dialog.boundingBox())?.y ?? -1).toBeGreaterThanOrEqual(0)
  const box = await dialog.boundingBox()
  expect((box?.y ?? 0) + (box?.height ?? 999)).toBeLessThanOrEqual(700)
  expect(await host.page.evaluate(() => scrollY)).toBe(before)
})

test('axe finds nothing in a small frame and in one with room for all', async () => {
  const page = await openAtRest({ path: FIXED, width: 320, height: 480, bypassPolicy: true, dark: true })
  await page.getByRole('button', { name: 'About', exact: true }).click()
  expect.soft(await findings(page), '320 × 480').toEqual([])
  await page.setViewportSize({ width: 960, height: 720 })
  await comeToRest(page)
  expect.soft(await findings(page), '960 × 720').toEqual([])
})

test('a title opens in place and the frame grows with it', async () => {
  const page = await openAtRest({ path: 'embed.html?event=-', width: 360, height: 640 })
  const heightPx = () => page.evaluate(() => document.body.getBoundingClientRect().height)
  const before = await heightPx()
  await titleButton(page, 'Lincoln enters').click()
  expect(await heightPx()).toBeGreaterThan(before + 60)
})
