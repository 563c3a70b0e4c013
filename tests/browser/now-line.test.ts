import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { becomes, comeToRest } from '../support/reading'
import { expectClean, open, type Scene } from './support'

const line = (page: Page): Locator => page.getByRole('slider', { name: 'Now-line' })
const player = (page: Page): Locator => page.getByRole('group', { name: 'Player' })
const play = (page: Page): Locator =>
  page.getByRole('toolbar', { name: 'Timeline tools' }).getByRole('button', { name: 'Play', exact: true })
const said = (page: Page): Promise<string | null> => line(page).getAttribute('aria-valuetext')
const sentence = (page: Page): Promise<string | null> => player(page).locator('.player-sentence').textContent()

async function visit(scene: Scene) {
  const visited = await open({ noWebgl: true, ...scene })
  await comeToRest(visited.page)
  return visited
}
async function centre(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox()
  if (box === null) throw new Error('It is not to be seen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

test('by mouse the line is dragged, other views follow, and Esc puts it back', async () => {
  const { page, errors } = await visit({ width: 1440, height: 900 })
  const ford = () => page.locator('.map-over .ship[data-key="cvn-78"]').textContent()
  expect(await ford()).toContain('Mediterranean, as of')
  const from = await centre(line(page).locator('.hit'))
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x - 215, from.y, { steps: 4 })
  await becomes(() => said(page)).toMatch(/^Sunday 22 February 2026/)
  expect(await page.locator('#timeline .option.later').count()).toBeGreaterThan(3)
  await becomes(ford).toMatch(/says only.*report.4.days old/)
  await page.keyboard.press('Escape')
  await becomes(() => said(page)).toBe('Thursday 26 February 2026, end of the day, Geneva time')
  await becomes(ford).toContain('Mediterranean, as of')
  await page.mouse.up()
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x - 470, from.y, { steps: 4 })
  await page.mouse.up()
  await becomes(() => said(page)).toMatch(/^Tuesday 17 February 2026/)
  await becomes(ford).toMatch(/AP says only.*report.5.days old/)
  await becomes(async () => new URL(page.url()).searchParams.get('at')).toMatch(/^2026-02-17/)
  expect(errors).toEqual([])
})

test('one finger that is swiped over the plot scrolls the page, and moves neither the line nor the window', async () => {
  const visited = await visit({ width: 390, height: 844, touch: true })
  const { page } = visited
  const plot = page.locator('#timeline .plot .ground')
  await plot.scrollIntoViewIfNeeded()
  const [before, from, top] = [await said(page), await centre(plot), await page.evaluate(() => scrollY)]
  const session = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', up: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: from.x, y: from.y - up }],
    })
  await touch('touchStart', 0)
  for (let up = 16; up <= 160; up += 16) await touch('touchMove', up)
  await touch('touchEnd', 160)
  await becomes(() => page.evaluate(() => scrollY)).toBeGreaterThan(top + 100)
  expect([await said(page), new URL(page.url()).search]).toEqual([before, ''])
  expectClean(visited)
})

test('by keyboard it plays, pauses with Esc, steps and is typed, and play leaves no entries in the history', async () => {
  const { page } = await visit({ width: 1280, height: 800 })
  const entries = await page.evaluate(() => history.length)
  await play(page).focus()
  await page.keyboard.press('Enter')
  await becomes(() => sentence(page)).toMatch(/^\d+ of 29: /)
  await player(page).getByRole('combobox', { name: 'Speed' }).selectOption('fast')
  const first = await sentence(page)
  await becomes(() => sentence(page)).not.toBe(first)
  expect(await page.evaluate(() => history.length)).toBe(entries)
  await page.keyboard.press('Escape')
  await player(page).getByRole('button', { name: 'Play', exact: true }).waitFor()
  await player(page).getByRole('button', { name: 'Next event' }).press('Enter')
  const day = player(page).getByLabel('Shown until: day')
  await day.fill('2026-02-20')
  await player(page).getByLabel('Shown until: time of day').fill('12:00')
  await page.keyboard.press('Enter')
  await becomes(() => said(page)).toBe('Friday 20 February 2026, 12:00, Geneva time')
  await line(page).press('ArrowRight')
  await becomes(() => said(page)).toBe('Friday 20 February 2026, end of the day, Geneva time')
  await player(page).getByRole('button', { name: 'Close the player' }).press('Enter')
  await becomes(() => play(page).evaluate((each) => each === document.activeElement)).toBe(true)
})

test('by thumb it plays, pauses and is dragged, every control is 44 px, and nothing is wider than 320', async () => {
  const visited = await visit({ touch: true, width: 320, height: 640, context: { reducedMotion: 'reduce' } })
  const { page } = visited
  await play(page).tap()
  await player(page).getByRole('button', { name: 'Pause' }).tap()
  await becomes(() => sentence(page)).toMatch(/^\d+ of 29: /)
  await page.evaluate(() => document.querySelector('#timeline')?.scrollIntoView({ block: 'start' }))
  const small = await player(page)
    .locator('button, select, input:not([type="checkbox"]), label')
    .evaluateAll((all) =>
      all.flatMap((each) => {
        const { width, height } = each.getBoundingClientRect()
        return width > 0 && (width < 44 || height < 44) ? [`${each.localName} ${each.textContent} ${width} × ${height}`] : []
      }),
    )
  expect(small).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  const hit = await line(page).locator('.hit').boundingBox()
  expect(Math.min(hit?.width ?? 0, hit?.height ?? 0)).toBeGreaterThanOrEqual(44)
  const before = await said(page)
  const from = await centre(line(page).locator('.box'))
  const session = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y: from.y }] })
  await touch('touchStart', from.x)
  for (const by of [10, 25, 40]) await touch('touchMove', from.x + by)
  await touch('touchEnd', from.x + 40)
  await becomes(() => said(page)).not.toBe(before)
  expect(await player(page).getByRole('button', { name: 'Play', exact: true }).count()).toBe(1)
  expectClean(visited)
})

test('the pin, its label and the handles of the filter keep clear of each other, and each can be pressed', async () => {
  const { page } = await visit({ path: '?brush=2026-02-20/2026-02-26', width: 1440, height: 900 })
  const boxes = await page.evaluate(() => {
    const box = (selector: string) => {
      const { left, top, right, bottom } = document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()
      return { left, top, right, bottom }
    }
    const handles = [...document.querySelectorAll('#timeline .brush .handle')].map((each) => each.querySelector('.box'))
    return {
      pin: box('#timeline .now-handle .box'),
      label: box('#timeline .now text'),
      end: handles.at(-1)?.getBoundingClientRect().toJSON(),
    }
  })
  expect(boxes.label.right).toBeLessThanOrEqual(boxes.pin.left)
  expect(boxes.pin.bottom).toBeLessThanOrEqual(boxes.end.top)
  const pressed = (x: number, y: number) =>
    page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.closest('[role="slider"]')?.getAttribute('aria-label'), [
      x,
      y,
    ] as const)
  const x = (boxes.pin.left + boxes.pin.right) / 2
  expect(await pressed(x, (boxes.pin.top + boxes.pin.bottom) / 2)).toBe('Now-line')
  expect(await pressed(x, boxes.end.bottom - 4)).toBe('Filter: last day')
})

test('what the mouse points at is told to the clocks without a new drawing of the marks', async () => {
  const { page } = await visit({ width: 1440, height: 900 })
  await page.evaluate(() => {
    const marks = document.querySelector('#timeline .events')
    const watch = globalThis as { drawn?: number }
    watch.drawn = 0
    if (marks)
      new MutationObserver((all) => {
        watch.drawn = (watch.drawn ?? 0) + all.length
      }).observe(marks, { attributes: true, childList: true, subtree: true, attributeFilter: ['transform', 'aria-posinset'] })
  })
  const clocks = () => page.locator('#timeline .clocks').textContent()
  const before = await clocks()
  const plot = await page.locator('#timeline .plot .ground').boundingBox()
  // Over an empty part of the lanes, then away.
  await page.mouse.move((plot?.x ?? 0) + 700, (plot?.y ?? 0) + 20)
  await becomes(clocks).not.toBe(before)
  expect(await page.evaluate(() => (globalThis as { drawn?: number }).drawn)).toBe(0)
  await page.mouse.move(600, 60)
  await becomes(clocks).toBe(before)
})
