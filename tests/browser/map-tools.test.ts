import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { boxesOf, collisions, inkOf } from '../support/boxes'
import { becomes, comeToRest, listed, placeButton, selection, steady, titleButton } from '../support/reading'
import { open, type Scene } from './support'

async function openAtRest(scene: Scene): Promise<Page> {
  const { page } = await open({ noWebgl: true, ...scene })
  await comeToRest(page)
  return page
}

const DESKTOP = { width: 1440, height: 900 } as const
const PHONE = { width: 390, height: 844, touch: true } as const

/** Where the marks stand: the same as long as the map does not move. */
const places = (page: Page) =>
  page
    .locator('.map-main .place')
    .evaluateAll((all) => all.map((each) => each.getAttribute('transform')?.replace(/\d+\.\d+/g, (px) => Number(px).toFixed(2))))
const tool = (page: Page, name: string) => page.locator('.map-tools').getByRole('button', { name })
const openTools = (page: Page) => page.getByRole('button', { name: 'Map tools' })
const mapWords = (page: Page) => page.locator('.map-over .label-told.strong').allTextContents()

async function dragMap(page: Page, byX: number, byY: number): Promise<void> {
  const box = await page.locator('.map-main').boundingBox()
  if (!box) throw new Error('no map')
  const [x, y] = [box.x + box.width * 0.55, box.y + box.height * 0.12]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + byX, y + byY, { steps: 5 })
  await page.mouse.up()
}

/** One finger, from a point up the page. */
async function swipeUp(page: Page, x: number, y: number, byPx: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', up: number) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y: y - up }] })
  await touch('touchStart', 0)
  for (let step = 1; step <= 10; step++) await touch('touchMove', (byPx * step) / 10)
  await touch('touchEnd', byPx)
}

test('filter by map: the list keeps what is in view and follows a drag; a selection moves nothing', async () => {
  const page = await openAtRest(DESKTOP)
  await openTools(page).click()
  await tool(page, 'Only what is in view').click()
  await becomes(() => listed(page)).toContain('geneva-round-3')
  const all = await listed(page)
  const before = await steady(() => places(page))

  await titleButton(page, 'Technical talks planned').click()
  await becomes(async () => (await selection(page)).map).toEqual(['Vienna'])
  expect(await steady(() => places(page))).toEqual(before)

  await dragMap(page, -330, 0)
  await becomes(() => listed(page)).not.toContain('vienna-technical-talks')
  expect(await listed(page)).toContain('pezeshkian-statement')
  expect((await listed(page)).length).toBeLessThan(all.length)
  await becomes(async () => new URL(page.url()).searchParams.get('event')).toBe('vienna-technical-talks')
  const after = await steady(() => places(page))

  await titleButton(page, 'Iran denies').click()
  await becomes(async () => (await selection(page)).map.length).toBe(1)
  expect(await steady(() => places(page))).toEqual(after)

  const unplaced = page.locator('.map-bar').getByRole('button', { name: /without a place$/ })
  await unplaced.click()
  await becomes(async () => (await listed(page)).length).toBeGreaterThan(1)
  await becomes(() => listed(page)).toContain('official-deal-in-reach')
})

test('Esc takes back a drag of the map while the pointer is down, and the open event stays open', async () => {
  const page = await openAtRest(DESKTOP)
  const before = await steady(() => places(page))
  const box = await page.locator('.map-main').boundingBox()
  const [x, y] = [(box?.x ?? 0) + 400, (box?.y ?? 0) + 60]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x - 120, y + 40, { steps: 4 })
  await becomes(() => places(page)).not.toEqual(before)
  await page.keyboard.press('Escape')
  await page.mouse.move(x - 160, y + 60, { steps: 2 })
  await page.mouse.up()
  expect(await steady(() => places(page))).toEqual(before)
  expect((await selection(page)).list).toEqual(['geneva-round-3'])
  await dragMap(page, -100, 0)
  await becomes(() => places(page)).not.toEqual(before)
})

test('by keyboard: a distance is measured from mark to mark, and drawn with its length in both units', async () => {
  const page = await openAtRest(DESKTOP)
  await openTools(page).focus()
  await page.keyboard.press('Enter')
  await tool(page, 'Measure a distance').focus()
  await page.keyboard.press('Enter')
  await placeButton(page, 'Souda Bay').focus()
  await page.keyboard.press('Enter')
  await placeButton(page, 'Geneva').focus()
  await page.keyboard.press('Enter')
  await becomes(() => mapWords(page)).toContain('1,910 km, 1,031 nautical miles')
  expect(await page.locator('.map-main .map-over path.route').count()).toBe(1)
  await becomes(async () => new URL(page.url()).searchParams.get('measure')).toBe('distance,souda-bay,geneva')
})

test('by thumb: one finger on the map scrolls the page, controls are large, and a round shows who mediated', async () => {
  const page = await openAtRest(PHONE)
  const before = await steady(() => places(page))
  const box = await page.locator('.map-main').boundingBox()
  if (!box) throw new Error('no map')
  await swipeUp(page, box.x + box.width / 2, box.y + box.height / 2, 160)
  await becomes(() => page.evaluate(() => scrollY)).toBeGreaterThan(100)
  expect(await steady(() => places(page))).toEqual(before)

  await openTools(page).tap()
  const small = await page
    .locator('#map :is(.map-controls, .map-bar) button:visible, #map .map-bar summary:visible')
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect()).filter(({ height }) => height < 43.5).length)
  expect(small).toBe(0)
  await tool(page, 'Who mediated').tap()
  await becomes(() => mapWords(page)).toEqual(expect.arrayContaining([expect.stringContaining('Indirect')]))
  expect(await page.locator('.map-strip .map-over path.relay').count()).toBe(1)
  expect(await page.locator('.map-main .map-over path.relay').count()).toBe(2)
  await page.setViewportSize({ width: 320, height: 640 })
  await comeToRest(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
})

/** What of the Ford is drawn by then: the circle, the faint rest of its sea, its port solid or hollow. */
const ford = (page: Page) =>
  page.evaluate(() => ({
    circle: document.querySelectorAll('.map-main .map-under .reach').length,
    faint: document.querySelectorAll('.map-main .sea-shade.faint').length,
    solid: document.querySelectorAll('.map-main .map-over .symbol-port').length,
    hollow: document.querySelectorAll('.map-main .map-over .symbol-past').length,
  }))

const KNOWN: readonly (readonly [string, Awaited<ReturnType<typeof ford>>])[] = [
  ['2026-02-26T07:30Z', { circle: 1, faint: 1, solid: 1, hollow: 0 }],
  ['2026-02-26T13:00Z', { circle: 1, faint: 1, solid: 1, hollow: 0 }],
  ['2026-02-27T08:00Z', { circle: 0, faint: 0, solid: 0, hollow: 1 }],
]

for (const scene of [DESKTOP, PHONE]) {
  test(`the ships stand at what was known by the now-line, and no words collide: ${scene.width} px`, async () => {
    const { page } = await open({ noWebgl: true, ...scene })
    // The narrow map is laid out alike: its first minutes are left to the wide one.
    for (const [at, drawn] of scene.width < 500 ? KNOWN.slice(1) : KNOWN) {
      await page.goto(new URL(`?at=${at}`, page.url()).href)
      await comeToRest(page)
      expect.soft(await ford(page), at).toEqual(drawn)
      for (const pane of ['.map-main', '.map-strip']) {
        const texts = await inkOf(page, `${pane} .map-over text:not(.count)`)
        const marks = await boxesOf(page, `${pane} .map-over :is(.place, .ship) > :is(g, [class^="symbol"])`)
        const plates = await boxesOf(page, `${pane} :is(.map-legend ul, .map-key-toggle, .map-zoom, .map-cut):not(.unseen)`)
        expect.soft(collisions(texts), `${at} ${pane}`).toEqual([])
        expect.soft(collisions(texts, plates), `${at} ${pane}, plates`).toEqual([])
        expect.soft(marks.length, at).toBeGreaterThan(0)
      }
    }
  })
}
