import jsqr from 'jsqr'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { findings } from '../support/findings'
import { listed } from '../support/reading'
import { expectClean, open, shows, type Visit } from './support'

const EVENTS = 29

async function openHandout(query: string, patch: Parameters<typeof open>[0] = {}): Promise<Visit> {
  const visit = await open({ path: query, width: 1280, height: 900, noWebgl: true, ...patch })
  await shows(visit.page, '.handout-where .handout-drawing', '.handout-when .handout-drawing')
  return visit
}

async function pagesOf(page: Page, format: 'A4' | 'Letter'): Promise<number> {
  const pdf = (await page.pdf({ format })).toString('latin1')
  return (pdf.match(/\/Type\s*\/Page\b/g) ?? []).length
}

/** What is wider than its sheet: the width between the margins, in CSS px. */
async function overflows(page: Page, widthPx: number): Promise<string[]> {
  await page.setViewportSize({ width: widthPx, height: 1000 })
  await page.emulateMedia({ media: 'print' })
  const found = await page.locator('.handout *:not(svg *)').evaluateAll((all, width) => {
    const isOut = (each: Element): boolean => {
      const { left, right } = each.getBoundingClientRect()
      return left < -1 || right > width + 1
    }
    return all.filter(isOut).map((each) => `${each.localName}.${each.className}`)
  }, widthPx)
  await page.emulateMedia({ media: 'screen' })
  return found
}

/** The code as a camera sees it. */
async function scanned(page: Page): Promise<string | null> {
  const { pixels, size } = await page.locator('.handout-code').evaluate((code) => {
    const side = Number(code.getAttribute('viewBox')?.split(' ')[2])
    const canvas = new OffscreenCanvas(side * 4, side * 4)
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('no canvas')
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.scale(4, 4)
    context.fillStyle = '#000'
    context.fill(new Path2D(code.querySelector('path')?.getAttribute('d') ?? ''))
    return { pixels: [...context.getImageData(0, 0, canvas.width, canvas.height).data], size: canvas.width }
  })
  return jsqr(new Uint8ClampedArray(pixels), size, size)?.data ?? null
}

test('the handout with answers fits A4, numbers every event, and its code leads to this view', async () => {
  const visit = await openHandout('?handout=answers&event=vienna-technical-talks')
  const { page } = visit
  expect(await page.locator('.handout-event').count()).toBe(EVENTS)
  const drawn = await page.locator('.handout-when svg text').allTextContents()
  const outside = /shown: ([\d–, ]+)\./.exec((await page.locator('.handout-when figcaption').textContent()) ?? '')?.[1]
  expect(outside).toBe('1–3')
  const missing = Array.from({ length: EVENTS - 3 }, (_, index) => String(index + 4)).filter(
    (number) => !drawn.some((text) => new RegExp(`(^|\\D)${number}$`).test(text)),
  )
  expect(missing).toEqual([])
  const address = new URL('?event=vienna-technical-talks', page.url()).href
  expect(await page.locator('.handout-address').textContent()).toBe(address)
  expect(await scanned(page)).toBe(address)
  const pages = await pagesOf(page, 'A4')
  expect(pages).toBeGreaterThanOrEqual(9)
  expect(pages).toBeLessThanOrEqual(13)
  expect(await overflows(page, 680)).toEqual([])
  expectClean(visit)
})

test('the blank handout holds no title, no name of a place and no answer', async () => {
  const { page } = await openHandout('?handout=blank')
  const titles = await page.locator('#events h3').allTextContents()
  expect(titles.length).toBeGreaterThan(20)
  const markup = await page.locator('.handout-paper').evaluate((paper) => paper.outerHTML)
  expect(titles.map((title) => title.replace(/^\+ /, '')).filter((title) => markup.includes(title))).toEqual([])
  expect(markup).not.toContain('A third party stands between the two sides')
  const named = await page.locator('.handout-where').evaluate((where) => where.textContent + where.outerHTML)
  expect(/Geneva|Vienna|Tehran|Muscat|Washington/.exec(named)).toBeNull()
  for (const format of ['A4', 'Letter'] as const) {
    const pages = await pagesOf(page, format)
    expect(pages, format).toBeGreaterThanOrEqual(7)
    expect(pages, format).toBeLessThanOrEqual(10)
  }
})

test('the handout in large print fits its sheet', async () => {
  const { page } = await openHandout('?handout=answers&large=1')
  expect(await overflows(page, 680)).toEqual([])
})

test('“Print a handout” opens it over the page; Esc gives the page and the print of its list back', async () => {
  const visit = await open({ width: 1280, height: 900, noWebgl: true, bypassPolicy: true })
  const { page } = visit
  const before = await listed(page)
  await page.getByRole('button', { name: 'More', exact: true }).first().click()
  await page.getByRole('button', { name: 'Print a handout' }).click()
  await shows(page, '.handout-where .handout-drawing')
  expect(await page.locator('#events').isVisible()).toBe(false)
  expect(await findings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.locator('.handout').waitFor({ state: 'hidden' })
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('More')
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('#events').isVisible()).toBe(true)
  expect(await listed(page)).toEqual(before)
})
