import { expect, inject, test } from 'vitest'
import { findings } from '../support/findings'
import { pagesOf } from './printed'
import { expectClean, open } from './support'

const PATH = 'lesson.html'
/** What is left free on a sheet, so that other fonts find room as well, in CSS px. */
const SPARE_PX = 16
const SHEETS = { A4: [210, 297], Letter: [215.9, 279.4] } as const
const MARGIN_MM = 9

test('the lesson prints on one sheet of A4 or Letter, no text smaller than 9.5 pt', async () => {
  const visit = await open({ path: PATH, noWebgl: true })
  const { page } = visit
  for (const format of ['A4', 'Letter'] as const) expect(await pagesOf(page, format)).toBe(1)
  await page.emulateMedia({ media: 'print' })
  for (const [widthMm, heightMm] of Object.values(SHEETS)) {
    const [width, height] = [widthMm, heightMm].map((mm) => Math.floor(((mm - 2 * MARGIN_MM) * 96) / 25.4)) as [number, number]
    await page.setViewportSize({ width, height })
    expect((await page.locator('main').boundingBox())?.height).toBeLessThan(height - SPARE_PX)
  }
  const sizes = await page
    .locator('main *')
    .evaluateAll((all) =>
      all.filter((each) => each.checkVisibility()).map((each) => Number.parseFloat(getComputedStyle(each).fontSize)),
    )
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual((9.5 * 96) / 72 - 0.01)
  expect(await page.getByRole('link').count()).toBe(0)
  expectClean(visit)
})

for (const { name, ...how } of [
  { name: 'wide and light', width: 1280, height: 800 },
  { name: '320 px and dark', width: 320, height: 568, dark: true },
]) {
  test(`the lesson is whole without script, axe finds nothing, and nothing is wider than the screen: ${name}`, async () => {
    const { page } = await open({ path: PATH, noWebgl: true, bypassPolicy: true, ...how })
    expect(await findings(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(how.width)
    expect(await page.getByRole('article').getByRole('heading', { level: 3 }).count()).toBe(8)
    await page.getByRole('link', { name: 'To the timeline and the map' }).click()
    await page.getByRole('heading', { level: 1, name: 'Three rounds of talks' }).waitFor()
  })
}

test('the lesson is sent with a policy that lets no script run', async () => {
  const { headers } = await fetch(new URL(PATH, inject('site')))
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; img-src 'self'; font-src 'self';/)
  expect(policy).not.toContain('script-src')
})
