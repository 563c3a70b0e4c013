import { isDeepStrictEqual } from 'node:util'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** The row of an event in the list. */
export const rowOf = (page: Page, id: string): Locator => page.locator(`.events > [data-event="${id}"]`)
/** The button that opens an event in the list, by the start of its title. */
export const titleButton = (page: Page, title: string): Locator =>
  page.locator('#events').getByRole('button', { name: new RegExp(`^(\\+ )?${title}`) })
/** The mark of an event on the timeline. */
export const markOf = (page: Page, id: string): Locator => page.locator(`#timeline-${id}`)
/** The button over a place or a ship on the map, by the start of its name. */
export const placeButton = (page: Page, name: string): Locator =>
  page.locator('.map-buttons').getByRole('button', { name: new RegExp(`^${name}, `) })

/** Ids of the events that a reader finds in the list, in its order. */
export const listed = (page: Page): Promise<string[]> => idsOf(page, '.events > li:not([hidden])', 'data-event')
/** Ids of the rows of the table, in its order. */
export const tabled = (page: Page): Promise<string[]> => idsOf(page, '.event-table tbody tr', 'data-event')
/** Ids of the options of the timeline, in their order. */
export const charted = (page: Page): Promise<string[]> => idsOf(page, '#timeline [role="option"]', 'data-id')
/** Names of the places and ships on the map, as far as the first comma. */
export const mapped = (page: Page): Promise<string[]> =>
  page
    .locator('.map-target')
    .evaluateAll((all) => all.map((each) => (each.getAttribute('aria-label') ?? '').split(', ')[0] ?? ''))
/** The line that counts the events, such as "3 of 29 events, 17 – 18 Feb 2026". */
export const counted = async (page: Page): Promise<string> =>
  // Releases of ICU differ in the spaces that they set around the dash of a range.
  ((await page.locator('p.count').textContent()) ?? '').replace(/\s*–\s*/g, '–')

const idsOf = (page: Page, selector: string, attribute: string): Promise<string[]> =>
  page.locator(selector).evaluateAll((all, name) => all.map((each) => each.getAttribute(name) ?? ''), attribute)

/** The one event that is open in the list, selected on the timeline, and the marks of the map that are selected with it. */
export const selection = (page: Page) =>
  page.evaluate(() => ({
    list: [...document.querySelectorAll<HTMLElement>('.events > li[aria-current]:not([hidden])')].map((row) => row.dataset.event),
    timeline: [...document.querySelectorAll<SVGElement>('#timeline [aria-selected="true"]')].map((mark) => mark.dataset.id),
    map: [...document.querySelectorAll('.map-target[aria-current]')].map((one) => one.getAttribute('aria-label')?.split(',')[0]),
  }))

/** Where everything stands: what must be the same when nothing moves. */
export const standing = (page: Page) =>
  page.evaluate(() => {
    const attributes = (selector: string, name: string) =>
      [...document.querySelectorAll(selector)].map((each) => each.getAttribute(name))
    return {
      scroll: [scrollX, scrollY, document.querySelector('#events')?.scrollTop],
      days: [...document.querySelectorAll('#timeline .axis text')].map(
        (label) => `${label.textContent} ${label.getAttribute('x')}`,
      ),
      marks: attributes('#timeline [role="option"]', 'transform'),
      map: attributes('.map-over .place, .map-over .ship > g', 'transform'),
      open: attributes('.events > li[aria-current]', 'data-event'),
    }
  })

/** What has the focus, in words. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: element } = document
    return `${element?.localName} ${element?.id} ${element?.getAttribute('aria-label') ?? element?.textContent?.slice(0, 60)}`
  })

/** Until the detailed map stands, or says in a line why it does not; fonts are there and nothing of map and timeline moves. */
export async function comeToRest(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const simple = document.querySelector('.map-main .ground-land')
    const note = document.querySelector<HTMLElement>('.map-note')
    const isDecided = (document.querySelector('.map-main canvas') && !simple) || (note && !note.hidden)
    return isDecided && document.fonts.status === 'loaded'
  })
  await page.evaluate(async () => {
    const picture = () =>
      [...document.querySelectorAll('#map text, #timeline text, .map-target')]
        .map((each) => {
          const { x, y, width } = each.getBoundingClientRect()
          return `${each.textContent} ${x} ${y} ${width}`
        })
        .join()
    const frame = () => new Promise((done) => requestAnimationFrame(done))
    for (let same = 0, last = ''; same < 5; ) {
      await frame()
      const now = picture()
      same = now === last ? same + 1 : 0
      last = now
    }
  })
}

/** Waits until `read` gives what is expected, and tells the difference where it does not. */
export const becomes = <Value>(read: () => Promise<Value>) => expect.poll(read, { timeout: 15_000, interval: 50 })

/** Waits until `read` has given the same for so long, and gives it: for what comes to rest without a word. */
export async function steady<Value>(read: () => Promise<Value>, forMs = 500): Promise<Value> {
  let value = await read()
  for (let since = performance.now(); performance.now() - since < forMs; ) {
    await new Promise((done) => setTimeout(done, 50))
    const next = await read()
    if (!isDeepStrictEqual(next, value)) since = performance.now()
    value = next
  }
  return value
}
