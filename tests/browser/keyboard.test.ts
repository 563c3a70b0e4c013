import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { english as words } from '../../src/core/words/words'
import { becomes, charted, comeToRest, titleButton } from '../support/reading'
import { open } from './support'

interface Stop {
  /** What it is, in words. */
  readonly name: string
  /** The same element has the same number as long as the page is open. */
  readonly key: number
  readonly isSeen: boolean
  readonly ringPx: number
}

/** More stops than any page of this story has. */
const MOST_STOPS = 400

/** What has the focus once the page has drawn what the move brought; null where nothing of the page has it. */
const stopAt = (page: Page): Promise<Stop | null> =>
  page.evaluate(async () => {
    // The line at a phone's foot comes and goes with what is in sight, and what is in sight is told after a frame.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    const element = document.activeElement
    if (!element || element === document.body || element === document.documentElement) return null
    // The listbox of the timeline shows its focus at the active option, a slider at its box.
    const listbox = element.getAttribute('role') === 'listbox'
    const shown =
      (listbox
        ? element.querySelector('.active .focus')
        : element.getAttribute('role') === 'slider' && element.querySelector('.box')) || element
    const isHit = (x: number, y: number): boolean => {
      const hit = document.elementFromPoint(x, y)
      return hit !== null && (element.contains(hit) || hit.closest('label')?.contains(element) === true)
    }
    const parts = [0.1, 0.3, 0.5, 0.7, 0.9]
    // A link may run over two lines: each has a box of its own.
    const isSeen = [...shown.getClientRects()].some(({ left, top, width, height }) =>
      parts.some((x) => parts.some((y) => isHit(left + width * x, top + height * y))),
    )
    const style = getComputedStyle(shown)
    const drawn = shown instanceof SVGElement && shown !== element && style.stroke !== 'none'
    const outlined = style.outlineStyle !== 'none' ? Number.parseFloat(style.outlineWidth) : 0
    const page = globalThis as { stops?: Map<Element, number> }
    page.stops ??= new Map()
    const key = page.stops.get(element) ?? page.stops.size
    page.stops.set(element, key)
    const words = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? ''
    return {
      name: `${element.localName} ${element.id} “${words.slice(0, 50)}”`,
      key,
      isSeen,
      ringPx: drawn ? Number.parseFloat(style.strokeWidth) : outlined,
    }
  })

/** Presses the key until the focus leaves the page. */
async function walk(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<Stop[]> {
  const stops: Stop[] = []
  while (stops.length < MOST_STOPS) {
    await page.keyboard.press(key)
    const stop = await stopAt(page)
    if (stop === null || stop.key === stops[0]?.key) return stops
    stops.push(stop)
  }
  throw new Error(`The focus did not leave the page after ${MOST_STOPS} stops.`)
}

async function openAtRest(width: number, height: number): Promise<Page> {
  const { page } = await open({ width, height, noWebgl: true })
  await comeToRest(page)
  return page
}

for (const [name, width, height] of [
  ['1280 × 800', 1280, 800],
  ['320 × 640', 320, 640],
  ['400 % zoom of 1280 × 1024', 320, 256],
] as const) {
  test(`Tab and Shift+Tab walk the whole page, reach every control, and what has the focus is seen with a ring: ${name}`, async () => {
    const page = await openAtRest(width, height)
    const forth = await walk(page, 'Tab')
    expect(forth.length).toBeGreaterThan(30)
    expect(forth.filter((stop) => !stop.isSeen).map((stop) => stop.name)).toEqual([])
    expect(forth.filter((stop) => stop.ringPx < 2).map((stop) => `${stop.name} ${stop.ringPx} px`)).toEqual([])
    const back = await walk(page, 'Shift+Tab')
    expect(back.filter((stop) => !stop.isSeen).map((stop) => stop.name)).toEqual([])
    expect(back.map((stop) => stop.name).reverse()).toEqual(forth.map((stop) => stop.name))
    expect(await missed(page)).toEqual([])
  })
}

/** Controls that no walk has come to, nor the arrows inside their group would. */
const missed = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { stops } = globalThis as { stops?: Map<Element, number> }
    // One stop serves a group, whose arrows have tests of their own; the arrows of the listbox reach what is folded.
    const grouped = '[role="toolbar"] *, [role="tablist"] *, .map-buttons *, .events h3 *, .fold'
    return [...document.querySelectorAll('a[href], button, input, select, summary, [role="slider"], [role="button"]')]
      .filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.getBoundingClientRect().width > 0)
      .filter((each) => !each.matches(grouped) && !stops?.has(each))
      .map((each) => `${each.localName} ${each.getAttribute('aria-label') ?? each.textContent?.trim().slice(0, 50)}`)
  })

test('the arrows reach every control of timeline tools, map controls, tabs and places', async () => {
  const page = await openAtRest(1280, 800)
  for (const group of ['#timeline [role="toolbar"]', '.map-controls', '[role="tablist"]', '.map-buttons']) {
    const controls = page.locator(`:is(${group}) :is(button, select):visible`)
    const names = (element: Element) => element.getAttribute('aria-label') ?? element.textContent ?? ''
    const all = await controls.evaluateAll((each) =>
      each.map((control) => control.getAttribute('aria-label') ?? control.textContent ?? ''),
    )
    await page.locator(`:is(${group}) [tabindex="0"]:visible`).first().focus()
    const reached = new Set<string>()
    for (let press = 0; press < all.length; press += 1) {
      reached.add(await page.locator(':focus').evaluate(names))
      await page.keyboard.press('ArrowRight')
    }
    expect({ group, reached: [...reached].sort() }).toEqual({ group, reached: [...new Set(all)].sort() })
  }
})

for (const [view, inside] of [
  ['events', '#events'],
  ['timeline', '#timeline'],
  ['map', '#map'],
] as const) {
  test(`the skip link leads to the ${view}: the next Tab is inside`, async () => {
    const page = await openAtRest(1280, 800)
    const link = page.getByRole('link', { name: `Skip to the ${view}` })
    for (let press = 0; press < 3; press += 1) {
      await page.keyboard.press('Tab')
      if (await link.evaluate((each) => each === document.activeElement)) break
    }
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await becomes(() => page.evaluate((inside) => document.activeElement?.closest(inside) !== null, inside)).toBe(true)
  })
}

/** The option of the timeline that has the focus. */
const active = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant') ?? ''
    return document.getElementById(id)?.getAttribute('data-id') ?? null
  })

async function inListbox(width: number): Promise<{ page: Page; ids: readonly string[] }> {
  const page = await openAtRest(width, 800)
  await page.getByRole('listbox', { name: 'Events on the timeline' }).focus()
  return { page, ids: await charted(page) }
}

for (const width of [1280, 320]) {
  test(`the arrows walk from the first event of the timeline to the last and back, each of them seen: ${width} px`, async () => {
    const { page, ids } = await inListbox(width)
    await page.keyboard.press('Home')
    const walked: (string | null)[] = []
    const unseen: (string | null)[] = []
    for (const _ of ids) {
      const id = await active(page)
      walked.push(id)
      if (!(await stopAt(page))?.isSeen) unseen.push(id)
      await page.keyboard.press('ArrowRight')
    }
    expect(walked).toEqual(ids)
    expect(unseen).toEqual([])
    for (const id of [...ids].reverse()) {
      expect(await active(page)).toBe(id)
      await page.keyboard.press('ArrowLeft')
    }
  })
}

test('Home and End go to the first and the last event of the timeline', async () => {
  const { page, ids } = await inListbox(1280)
  await page.keyboard.press('End')
  expect(await active(page)).toBe(ids.at(-1))
  await page.keyboard.press('Home')
  expect(await active(page)).toBe(ids[0])
})

test('Page Down and Page Up walk through the timeline by a week', async () => {
  const { page, ids } = await inListbox(1280)
  await page.keyboard.press('Home')
  const walked = [await active(page)]
  for (let press = 0; press < ids.length && walked.at(-1) !== ids.at(-1); press += 1) {
    await page.keyboard.press('PageDown')
    walked.push(await active(page))
  }
  // From 26 January to 2 March are five weeks.
  expect(walked.length).toBeGreaterThan(3)
  expect(walked.length).toBeLessThan(9)
  expect(walked.at(-1)).toBe(ids.at(-1))
  for (let press = 0; press < ids.length; press += 1) await page.keyboard.press('PageUp')
  expect(await active(page)).toBe(ids[0])
})

test('opening an event by keyboard keeps the focus on its title', async () => {
  const page = await openAtRest(1280, 800)
  const title = titleButton(page, 'Technical talks planned')
  await title.press('Enter')
  await becomes(() => title.getAttribute('aria-expanded')).toBe('true')
  expect(await title.evaluate((each) => each === document.activeElement)).toBe(true)
})

test('the table of the carriers opens by Enter and by a press', async () => {
  const page = await openAtRest(1280, 800)
  const summary = page.locator('summary', { hasText: words.map.carriers })
  const table = page.getByRole('table', { name: 'USS Gerald R. Ford' })
  await summary.press('Enter')
  await expect.poll(() => table.isVisible()).toBe(true)
  await summary.press('Enter')
  await expect.poll(() => table.isVisible()).toBe(false)
  await summary.click({ timeout: 3000 })
  await expect.poll(() => table.isVisible()).toBe(true)
})
