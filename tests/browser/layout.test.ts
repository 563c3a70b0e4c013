import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { becomes, comeToRest, markOf, rowOf, titleButton } from '../support/reading'
import { open, openBlank, type Scene } from './support'

async function openAtRest(scene: Scene): Promise<Page> {
  const { page } = await open({ noWebgl: true, ...scene })
  await comeToRest(page)
  return page
}

const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

for (const path of ['', '?view=table', '?view=positions', '?event=ford-deployed&layer=article,reports,background']) {
  test(`the page does not scroll sideways at any width from 1440 to 320 px: ${path || 'opening view'}`, async () => {
    const page = await openAtRest({ path, width: 1440, height: 800 })
    for (const width of [1440, 1024, 1023, 820, 640, 639, 390, 320]) {
      await page.setViewportSize({ width, height: 800 })
      await comeToRest(page)
      expect.soft(await sideways(page), `${width} px`).toBe(0)
    }
  })
}

test('on a wide screen title, map, timeline and the open event are in the first screen', async () => {
  const page = await openAtRest({ width: 1440, height: 900 })
  const parts = [
    page.getByRole('heading', { level: 1 }),
    page.locator('.map-box'),
    page.locator('#timeline .chart'),
    page.locator('#timeline .overview'),
    rowOf(page, 'geneva-round-3').getByRole('heading', { level: 3 }),
  ]
  for (const part of parts) {
    const box = await part.boundingBox()
    expect(box, String(part)).not.toBeNull()
    expect(box?.y, String(part)).toBeGreaterThanOrEqual(0)
    expect((box?.y ?? 0) + (box?.height ?? 0), String(part)).toBeLessThanOrEqual(900)
  }
  expect(await page.evaluate(() => scrollY)).toBe(0)
})

test('with no event open, the first three events of the list are in the first screen', async () => {
  const page = await openAtRest({ path: '?event=-', width: 1440, height: 900 })
  const timeline = await page.locator('#timeline').boundingBox()
  const bottoms = await page
    .locator('.events > li:not([hidden]) h3')
    .evaluateAll((all) => all.slice(0, 3).map((each) => each.getBoundingClientRect().bottom))
  expect(bottoms).toHaveLength(3)
  expect(Math.max(...bottoms)).toBeLessThanOrEqual(timeline?.y ?? 0)
})

/** Texts that are smaller on the screen than `least` px. */
const smallTexts = (page: Page, least: number) =>
  page.evaluate((least) => {
    const scale = (element: Element): number => {
      const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null
      return matrix ? Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c)) : 1
    }
    return [...document.body.querySelectorAll('*')]
      .filter((each) => [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()))
      .filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.getBoundingClientRect().width > 0)
      .map((each) => ({ each, px: Number.parseFloat(getComputedStyle(each).fontSize) * scale(each) }))
      .filter(({ px }) => px < least - 0.01)
      .map(
        ({ each, px }) =>
          `${px.toFixed(1)} px: ${each.localName}.${each.getAttribute('class')} “${each.textContent?.slice(0, 40)}”`,
      )
  }, least)

for (const [width, height] of [
  [1440, 900],
  [820, 1180],
  [320, 568],
] as const) {
  test(`no text is smaller than 12 px: ${width} × ${height}`, async () => {
    const page = await openAtRest({ width, height })
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await titleButton(page, 'Technical talks planned').click()
    expect(await smallTexts(page, 12)).toEqual([])
  })
}

/** Pointer targets that are smaller than `least` px either way; links and names in running text may be. */
const smallTargets = (page: Page, least: number) =>
  page.evaluate((least) => {
    const isInline = (each: Element): boolean => getComputedStyle(each).display === 'inline'
    const textOf = (each: Element): number => each.textContent?.trim().length ?? 0
    const isInText = (each: Element): boolean => {
      let around = each.parentElement
      while (around && isInline(around)) around = around.parentElement
      return isInline(each) && around !== null && textOf(around) > textOf(each)
    }
    return [...document.querySelectorAll('a[href], button, input, select, summary, [role="slider"]')]
      .filter(
        (each) => each.checkVisibility({ visibilityProperty: true }) && !isInText(each) && !each.closest('#skip, .map-away'),
      )
      .map((each) => ({ each, box: (each.closest('label') ?? each).getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < least - 0.5 || box.height < least - 0.5))
      .map(({ each, box }) => {
        const name = each.getAttribute('aria-label') ?? each.textContent?.trim().slice(0, 40)
        return `${Math.round(box.width)} × ${Math.round(box.height)}: ${each.localName} “${name}” in ${each.parentElement?.className}`
      })
  }, least)

for (const [width, height, touch, least] of [
  [1440, 900, false, 24],
  [820, 1180, true, 44],
  [390, 844, true, 44],
  [320, 568, true, 44],
] as const) {
  test(`a pointer target is at least ${least} px wide and high: ${width} px${touch ? ', touch' : ''}`, async () => {
    const page = await openAtRest({ width, height, touch, path: '?brush=2026-02-10/2026-03-09' })
    await page.getByRole('button', { name: 'Search', exact: true }).click()
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    expect(await smallTargets(page, least)).toEqual([])
  })
}

/** Puts the pointer on the middle of an element and turns the wheel. */
async function wheelOver(page: Page, selector: string, byPx: number): Promise<void> {
  const box = await page.locator(selector).boundingBox()
  if (!box) throw new Error(`${selector} is not on the page.`)
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2)
  await page.mouse.wheel(0, byPx)
}
const PICTURES = [
  ['map', '.map-main', 'map'],
  ['timeline', '#timeline .plot .ground', 'window'],
] as const

for (const [name, selector, key] of PICTURES) {
  test(`the wheel over the ${name} scrolls the page`, async () => {
    const page = await openAtRest({ width: 1440, height: 900 })
    await wheelOver(page, selector, 120)
    await becomes(() => page.evaluate(() => scrollY)).toBeGreaterThan(60)
    expect(new URL(page.url()).searchParams.has(key)).toBe(false)
  })

  test(`the wheel with Ctrl over the ${name} zooms it, and the page stays`, async () => {
    const page = await openAtRest({ width: 1440, height: 900 })
    await page.keyboard.down('Control')
    await wheelOver(page, selector, -120)
    await page.keyboard.up('Control')
    await page.waitForURL((url) => url.searchParams.has(key))
    expect(await page.evaluate(() => scrollY)).toBe(0)
  })
}

/** Controls whose words do not fit, and boxes that cut off what does not fit them. */
const cutOff = (page: Page) =>
  page.evaluate(() => {
    const cuts = (each: Element): boolean => {
      const { overflow, overflowClipMargin } = getComputedStyle(each)
      return /hidden|clip/.test(overflow) && Number.parseFloat(overflowClipMargin || '0') === 0
    }
    const isCut = (each: Element): boolean =>
      each.scrollWidth > each.clientWidth + 1 || (cuts(each) && each.scrollHeight > each.clientHeight + 1)
    return [...document.querySelectorAll('button, select, summary, [role="toolbar"], .page-tools, .overview')]
      .filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.clientWidth > 1 && isCut(each))
      .map((each) => {
        const sizes = `${each.scrollWidth} × ${each.scrollHeight} in ${each.clientWidth} × ${each.clientHeight}`
        return `${each.localName}.${each.className} “${(each.getAttribute('aria-label') ?? each.textContent)?.slice(0, 40)}”: ${sizes}`
      })
  })

for (const width of [1440, 390]) {
  // WCAG 1.4.12: a reader's own tool sets it on a page that stands already.
  test(`wide text spacing cuts no control off and needs no scroll sideways: ${width} px`, async () => {
    const page = await openAtRest({ width, height: 900 })
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(
        '*{line-height:1.5!important;letter-spacing:0.12em!important;word-spacing:0.16em!important} p{margin-block-end:2em!important}',
      )
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    })
    await comeToRest(page)
    expect.soft(await cutOff(page)).toEqual([])
    expect.soft(await sideways(page)).toBe(0)
  })

  // WCAG 1.4.4: the reader's browser has another size of text from the start.
  test(`text of twice the size cuts no control off and needs no scroll sideways: ${width} px`, async () => {
    const site = inject('site')
    const { page } = await openBlank({ width, height: 900, noWebgl: true }, new URL(site).origin)
    const browser = await page.context().newCDPSession(page)
    await browser.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } })
    await page.goto(site, { waitUntil: 'load' })
    await comeToRest(page)
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px')
    expect.soft(await cutOff(page)).toEqual([])
    expect.soft(await sideways(page)).toBe(0)
  })
}

test('an event that was opened on the phone’s timeline is one press away in the list', async () => {
  const page = await openAtRest({ width: 390, height: 844, touch: true })
  const mark = await markOf(page, 'vienna-technical-talks').locator('.shape').boundingBox()
  if (!mark) throw new Error('Vienna is not drawn on the timeline.')
  await page.touchscreen.tap(mark.x + mark.width / 2, mark.y + mark.height / 2)
  await becomes(() => titleButton(page, 'Technical talks planned').getAttribute('aria-expanded')).toBe('true')
})
