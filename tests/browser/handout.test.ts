import jsqr from 'jsqr'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { findings } from '../support/findings'
import { listed } from '../support/reading'
import { expectClean, open, shows, type Visit } from './support'

const EVENTS = 29
/** Bytes that draw a page with hardly more than its foot: 600 for that alone. */
const EMPTY = 1200

async function openHandout(query: string, patch: Parameters<typeof open>[0] = {}): Promise<Visit> {
  const visit = await open({ path: query, width: 1280, height: 900, noWebgl: true, ...patch })
  await shows(visit.page, '.handout-where .handout-drawing', '.handout-when .handout-drawing')
  return visit
}

/** The area of each paper between its margins, in CSS px. Letter is wider and lower. */
const PAPERS = { A4: { widthPx: 680, heightPx: 1001 }, Letter: { widthPx: 703, heightPx: 934 } } as const
type Paper = keyof typeof PAPERS
const FORMATS: readonly Paper[] = ['A4', 'Letter']

/** Pages of the printed handout, by what draws on each: the length of its stream in bytes. */
async function printed(page: Page, format: Paper): Promise<readonly number[]> {
  const pdf = (await page.pdf({ format })).toString('latin1')
  const objects = new Map([...pdf.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)endobj/g)].map(([, id, body = '']) => [id, body]))
  return [...objects.values()]
    .filter((body) => /\/Type\s*\/Page\b/.test(body))
    .map((body) => objects.get(/\/Contents (\d+) 0 R/.exec(body)?.[1]) ?? '')
    .map((stream) => Number(/\/Length (\d+)/.exec(stream)?.[1] ?? 0))
}

/** What is wider than its sheet, or is never broken and higher than a page, or is cut off in its own box. */
async function misfits(page: Page, format: Paper): Promise<readonly string[]> {
  const room = PAPERS[format]
  await page.setViewportSize({ width: room.widthPx, height: room.heightPx })
  await page.emulateMedia({ media: 'print' })
  const found = await page.locator('.handout *:not(svg *, .handout-code)').evaluateAll((all, { widthPx, heightPx }) => {
    const isMisfit = (each: Element): boolean => {
      const { left, right, height } = each.getBoundingClientRect()
      const { breakInside, overflowX, overflowY } = getComputedStyle(each)
      const isCut = `${overflowX}${overflowY}`.includes('hidden') && each.scrollHeight > each.clientHeight + 1
      return left < -1 || right > widthPx + 1 || isCut || (breakInside !== 'auto' && height > heightPx)
    }
    return all.filter(isMisfit).map((each) => `${each.localName}.${each.getAttribute('class')}`)
  }, room)
  // Not "screen": a page that is told so prints as the screen shows it.
  await page.emulateMedia({ media: null })
  return found
}

/** Texts of the sheet smaller than 18 pt on paper, a drawing’s among them. */
async function smallTexts(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ media: 'print' })
  const small = await page.locator('.handout-paper').evaluate((paper) => {
    const sized = [...paper.querySelectorAll<HTMLElement | SVGElement>('*')].filter((each) =>
      [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
    )
    return sized.flatMap((each) => {
      const matrix = each instanceof SVGGraphicsElement ? each.getScreenCTM() : null
      const px = Number.parseFloat(getComputedStyle(each).fontSize) * (matrix ? Math.hypot(matrix.a, matrix.b) : 1)
      return px < 23.9 ? [`${each.localName} ${each.textContent?.slice(0, 30)} ${px}`] : []
    })
  })
  await page.emulateMedia({ media: null })
  return small
}

/** Pairs of events of which one is printed over the other, with columns in the place of pages: they are broken in the same way. */
async function overprinted(page: Page, format: Paper): Promise<readonly string[]> {
  await page.emulateMedia({ media: 'print' })
  const pairs = await page.locator('.handout-paper').evaluate((paper: HTMLElement, { widthPx, heightPx }) => {
    Object.assign(paper.style, {
      width: `${widthPx}px`,
      height: `${heightPx}px`,
      columnWidth: `${widthPx}px`,
      columnFill: 'auto',
    })
    const boxes = [...paper.querySelectorAll('.handout-event')].map((event) =>
      [...event.querySelectorAll('h3, p, .handout-claims li')].flatMap((each) => [...each.getClientRects()]),
    )
    paper.removeAttribute('style')
    const meet = (a: DOMRect, b: DOMRect): boolean =>
      a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1
    return boxes.flatMap((own, i) => (own.some((a) => boxes[i + 1]?.some((b) => meet(a, b))) ? [`${i + 1} and ${i + 2}`] : []))
  }, PAPERS[format])
  await page.emulateMedia({ media: null })
  return pairs
}

/** Numbers of events of the strip’s time that stand nowhere on it: they are parts of their lines, as its dates are not. */
async function missingOnStrip(page: Page, first: number, last: number): Promise<readonly number[]> {
  const drawn = new Set(await page.locator('.handout-when svg text > tspan').allTextContents())
  const numbers = [...drawn].map((text) => Number(/\d+$/.exec(text)?.[0]))
  return Array.from({ length: last - first + 1 }, (_, index) => index + first).filter((number) => !numbers.includes(number))
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

test('the handout with answers is whole on A4 and Letter, numbers every event, and its code leads to this view', async () => {
  const visit = await openHandout('?handout=answers&event=vienna-technical-talks')
  const { page } = visit
  const paper = page.locator('.handout-paper')
  expect(await page.locator('.handout-event').count()).toBe(EVENTS)
  const parts = await paper.locator('h2').allTextContents()
  expect(parts).toEqual(['Where', 'When', 'What happened', 'Questions', 'Words to know', 'Sources', 'Answer key'])
  expect(await paper.locator('.handout-sources li').count()).toBe(33)
  expect(await paper.locator('footer').textContent()).toMatch(/edition 1, 22 November 2026.*CC BY 4\.0/)
  expect(await page.locator('.handout-when figcaption').textContent()).toMatch(/shown: 1–3\. Soft/)
  expect(await missingOnStrip(page, 4, EVENTS)).toEqual([])
  const address = new URL('?event=vienna-technical-talks', page.url()).href
  expect(await page.locator('.handout-address').textContent()).toBe(address)
  expect(await scanned(page)).toBe(address)
  for (const format of FORMATS) {
    const pages = await printed(page, format)
    expect(pages.length, format).toBeGreaterThanOrEqual(9)
    expect(pages.length, format).toBeLessThanOrEqual(12)
    expect(Math.min(...pages), `${format}: the emptiest page`).toBeGreaterThan(EMPTY)
    expect(await misfits(page, format), format).toEqual([])
    expect(await overprinted(page, format), format).toEqual([])
  }
  expectClean(visit)
})

test('all pages are printed in present mode, with every event of a long time on its line', async () => {
  const { page } = await openHandout('?present=1&step=two-cities&handout=answers', { width: 1920, height: 1080 })
  const events = await page.locator('.handout-event').count()
  expect(events).toBeGreaterThan(EVENTS)
  const caption = (await page.locator('.handout-when figcaption').textContent()) ?? ''
  expect(caption).toContain('Each part has a scale of its own')
  expect(caption).not.toContain('Without room for their numbers')
  expect(await missingOnStrip(page, 1, events)).toEqual([])
  for (const format of FORMATS) expect((await printed(page, format)).length, format).toBeGreaterThan(9)
})

test('the blank handout holds no title, no name of a place and no answer', async () => {
  const { page } = await openHandout('?handout=blank')
  const titles = await page.locator('#events h3').allTextContents()
  expect(titles.length).toBeGreaterThan(20)
  const markup = await page.locator('.handout-paper').evaluate((paper) => paper.outerHTML)
  expect(titles.map((title) => title.replace(/^\+ /, '')).filter((title) => markup.includes(title))).toEqual([])
  expect(markup).not.toContain('A third party stands between the two sides')
  // The one Geneva that stays is the name of the clock.
  expect(/geneva|vienna|muscat|arabian|souda|basseterre/i.exec(markup.replace('Geneva time', ''))).toBeNull()
  for (const format of FORMATS) {
    const pages = await printed(page, format)
    expect(pages.length, format).toBeGreaterThanOrEqual(6)
    expect(pages.length, format).toBeLessThanOrEqual(9)
    expect(Math.min(...pages), format).toBeGreaterThan(EMPTY)
    expect(await misfits(page, format), format).toEqual([])
  }
})

test('nothing in large print is smaller than 18 points, and all of it fits both papers', async () => {
  const { page } = await openHandout('?handout=answers&large=1')
  expect(await missingOnStrip(page, 4, EVENTS)).toEqual([])
  for (const format of FORMATS) {
    expect(await misfits(page, format), format).toEqual([])
    expect(await smallTexts(page), format).toEqual([])
  }
})

test('on a phone the handout stands beside nothing, is as wide as the screen, and has room for a finger', async () => {
  const { page } = await openHandout('?handout=blank&large=1', {
    width: 320,
    height: 640,
    touch: true,
    dark: true,
    bypassPolicy: true,
  })
  expect(await findings(page)).toEqual([])
  await page.emulateMedia({ forcedColors: 'active' })
  expect(await findings(page)).toEqual([])
  await page.emulateMedia({ forcedColors: null })
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 640 })
    expect(await page.locator('.handout').evaluate((each) => each.scrollWidth - each.clientWidth), `${width}`).toBe(0)
  }
  const controls = page.locator('.handout-bar :is(label, button, a)')
  const heights = await controls.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height))
  expect(heights.length).toBeGreaterThanOrEqual(5)
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44)
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
