import type { Frame, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { becomes } from '../support/reading'
import { onlyFrame, openHost } from './frames'
import { shows } from './support'

const embed = (site: string, query = '', attributes = 'width="1000" height="760"') =>
  `<iframe title="Talks" ${attributes} src="${site}embed.html${query}"></iframe>`
/** Gives the frame the height that it asks for, as the listener of our snippet does: then nothing in it scrolls but its panes. */
const LISTENER = `<script>addEventListener('message', ({ data, source }) => {
  const frame = [...document.querySelectorAll('iframe')].find((each) => each.contentWindow === source)
  if (frame && data.type === 'embed-size') frame.style.height = data.height + 'px'
})</script>`
const TALL = '<p style="height: 3000px">The rest of the article</p>'

/** Where map and timeline stand, in whole px: other text where one of them was zoomed or moved. */
const views = (frame: Frame) =>
  frame.evaluate(() => {
    const whole = (text: string) => text.replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number))))
    const read = (selector: string, name: string) =>
      [...document.querySelectorAll(selector)].map((each) => `${each.textContent} ${whole(each.getAttribute(name) ?? '')}`)
    return {
      map: read('#map .map-over .place', 'transform').join(),
      timeline: read('#timeline .axis text', 'x').join(),
    }
  })

/** The same once neither has moved for a moment. */
async function viewsAtRest(frame: Frame): Promise<Awaited<ReturnType<typeof views>>> {
  let last = await views(frame)
  await becomes(async () => {
    const before = JSON.stringify(last)
    await frame.waitForTimeout(300)
    last = await views(frame)
    return JSON.stringify(last) === before
  }).toBe(true)
  return last
}

/** The middle of an element of the frame, in the host page's px. */
async function middleOf(frame: Frame, selector: string): Promise<readonly [number, number]> {
  const box = await frame.locator(selector).first().boundingBox()
  if (!box) throw new Error(`no ${selector}`)
  return [box.x + box.width * 0.55, box.y + box.height / 2]
}

/** What can be scrolled by a few px only: it looks still, and swallows the wheel that should scroll the host's page. */
const slack = (frame: Frame) =>
  frame.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main, main *')]
      .filter((each) => each === document.documentElement || /auto|scroll/.test(getComputedStyle(each).overflowY))
      .filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight && scrollHeight < clientHeight + 8)
      .map(({ localName, id, className }) => `${localName} ${id} ${className}`),
  )

const scrolled = (page: Page) => page.evaluate(() => Math.round(scrollY))
const toTop = (page: Page) => page.evaluate(() => scrollTo(0, 0))

/** Fingers that all move by the same, or apart, in ten steps. */
async function touch(page: Page, at: readonly [number, number], fingers: readonly (readonly [number, number])[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const points = (part: number) => fingers.map(([x, y], id) => ({ x: at[0] + x * part, y: at[1] + y * part, id }))
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points(fingers.length > 1 ? 0.2 : 0) })
  for (let step = 3; step <= 10; step++)
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: points(step / 10) })
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

test('the wheel over map and timeline scrolls the host’s page; with Ctrl it zooms them and the page stays', async () => {
  const hosted = await openHost((site) => LISTENER + embed(site) + TALL, { scene: { noWebgl: true } })
  const { page } = hosted
  const frame = onlyFrame(hosted)
  await shows(frame, '#timeline .axis text', '#map .map-over .place')
  await becomes(() => slack(frame)).toEqual([])
  for (const name of ['map', 'timeline'] as const) {
    const before = await viewsAtRest(frame)
    await page.mouse.move(...(await middleOf(frame, name === 'map' ? '#map .map-main' : '#timeline svg.chart')))
    await page.mouse.wheel(0, 240)
    await becomes(() => scrolled(page)).toBeGreaterThan(200)
    expect(await views(frame), name).toEqual(before)

    await toTop(page)
    await becomes(() => scrolled(page)).toBe(0)
    await page.keyboard.down('Control')
    // A wheel that comes before the browser has drawn the page at its top falls on what stood there.
    await becomes(async () => {
      await page.mouse.wheel(0, -200)
      return (await views(frame))[name]
    }).not.toBe(before[name])
    await page.keyboard.up('Control')
    expect(await scrolled(page), name).toBe(0)
  }
})

test('one finger on map and timeline scrolls the host’s page; two fingers zoom the map and the page stays', async () => {
  const hosted = await openHost((site) => LISTENER + embed(site, '', 'width="370" height="600"') + TALL, {
    scene: { noWebgl: true, touch: true, width: 390, height: 844 },
  })
  const { page } = hosted
  const frame = onlyFrame(hosted)
  await shows(frame, '#timeline .axis text', '#map .map-over .place')
  await becomes(() => slack(frame)).toEqual([])
  const still = await views(frame)
  await touch(page, await middleOf(frame, '#map .map-main'), [
    [-60, 0],
    [60, 0],
  ])
  await becomes(async () => (await views(frame)).map).not.toBe(still.map)
  expect(await page.evaluate(() => [Math.round(scrollY), visualViewport?.scale])).toEqual([0, 1])

  for (const selector of ['#map .map-main', '#timeline svg.chart']) {
    await frame.locator(selector).first().scrollIntoViewIfNeeded()
    const [start, before] = [await scrolled(page), await views(frame)]
    await touch(page, await middleOf(frame, selector), [[0, -150]])
    await becomes(() => scrolled(page)).toBeGreaterThan(start + 60)
    expect(await views(frame), selector).toEqual(before)
  }
})

test('a frame that opens on an event and a dialog takes neither focus nor place, and keys act where they are typed', async () => {
  const hosted = await openHost(
    (site) =>
      `<label>Search <input autofocus></label>${TALL}${embed(site, '?event=geneva-round-3&compare=geneva-round-3,geneva-round-2026-2')}
       <script>heard = []; addEventListener('keydown', (event) => heard.push(event.key))</script>`,
    { scene: { noWebgl: true } },
  )
  const { page } = hosted
  const frame = onlyFrame(hosted)
  await frame.locator('dialog[open]').waitFor()
  const stand = () => page.evaluate(() => [document.activeElement?.localName, Math.round(scrollY)])
  expect(await stand()).toEqual(['input', 0])
  await page.keyboard.type('?j')
  await page.keyboard.press('Escape')
  expect(await page.locator('input').inputValue()).toBe('?j')
  expect(await frame.locator('dialog[open]').count()).toBe(1)

  await frame.locator('.dialog-close').first().click()
  await frame.locator('dialog[open]').waitFor({ state: 'detached' })
  await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.splice(0))
  await frame.locator('#events li[aria-current] button').first().press('?')
  await frame.locator('dialog[open]').waitFor()
  expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([])
})

test('below the fold a lazy frame asks for nothing, and a loaded one for no map engine, until they are seen', async () => {
  const hosted = await openHost(
    (site) =>
      `<p style="height: 6000px">An article</p>${embed(site)}${embed(site, '?lanes=party', 'width="1000" height="760" loading="lazy"')}`,
  )
  const { page, requests } = hosted
  const frame = onlyFrame(hosted)
  const asked = (pattern: RegExp) => requests.some((url) => pattern.test(url))
  await expect.poll(() => asked(/basemap\/world-110/), { timeout: 10_000 }).toBe(true)
  await shows(frame, '#map .map-main path.ground-land')
  // The page says when it has nothing else to do: the engine would be asked for by then.
  await frame.evaluate(() => new Promise((done) => requestIdleCallback(() => setTimeout(done, 300), { timeout: 2000 })))
  expect(asked(/map-engine|map-worker|world-50|lanes=party/)).toBe(false)

  await page.locator('iframe').first().scrollIntoViewIfNeeded()
  await expect.poll(() => asked(/map-engine/) && asked(/world-50/) && asked(/lanes=party/), { timeout: 10_000 }).toBe(true)
})
