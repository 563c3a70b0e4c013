import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { english as words } from '../../src/core/words/words'
import { becomes, charted, counted, listed, tabled } from '../support/reading'
import { open } from './support'

/** Each filter of the address and several together; how many events fit where the story says so plainly. */
const FILTERS: readonly (readonly [query: string, least: number, most: number])[] = [
  ['', 29, 29],
  ['?party=iran', 5, 28],
  ['?party=us,oman', 5, 28],
  ['?kind=talks', 4, 4],
  ['?kind=military,domestic', 6, 28],
  ['?topic=enrichment', 1, 28],
  ['?status=planned', 1, 1],
  ['?layer=article', 19, 19],
  ['?layer=background', 13, 13],
  ['?layer=reports', 21, 21],
  ['?layer=article,reports,background', 42, 42],
  ['?q=geneva', 2, 28],
  ['?q=%C2%AD%20zzzz', 0, 0],
  ['?brush=2026-02-17/2026-02-18', 3, 3],
  ['?known=2026-02-20', 1, 28],
  ['?kind=talks&layer=background&brush=2025-01-01/2025-12-31', 5, 5],
  ['?party=iran&kind=position,statement&q=sanctions&brush=2026-02-20/2026-03-09', 1, 10],
  ['?party=us&status=planned&kind=military', 0, 0],
]

/** Another filter on the page that is open, as back and forward bring it: a page of its own for each would take minutes. */
const showFilter = (page: Page, query: string) =>
  page.evaluate((search) => {
    history.pushState(null, '', search || location.pathname)
    dispatchEvent(new PopStateEvent('popstate'))
  }, query)

test('list, count, table and timeline hold the same events, whatever the filter', async () => {
  const { page } = await open({ width: 1440, height: 900, noWebgl: true })
  for (const [query, least, most] of FILTERS) {
    await showFilter(page, query)
    const list = await listed(page)
    expect(list.length, query).toBeGreaterThanOrEqual(least)
    expect(list.length, query).toBeLessThanOrEqual(most)
    expect(new Set(list).size, query).toBe(list.length)
    expect(await counted(page), query).toMatch(new RegExp(`^${list.length} (of \\d+ )?events?\\b`))

    // An event without a date has no place on the timeline: the list names how many there are.
    const heading = await page.locator('.event-group:not([hidden])', { hasText: 'No date given' }).allTextContents()
    const undated = heading.length === 0 ? 0 : list.length - (await charted(page)).length
    expect(heading, query).toEqual(undated === 0 ? [] : [`No date given (${undated})`])
    expect(await charted(page), query).toEqual(list.slice(0, list.length - undated))

    await page.getByRole('tab', { name: 'Table' }).click()
    await becomes(async () => (await tabled(page)).sort()).toEqual([...list].sort())
  }
})

test('the places of the map list no event that the list leaves out', async () => {
  const { page } = await open({ path: '?party=iran', width: 1440, height: 900, noWebgl: true })
  const list = await listed(page)
  const government = page.locator('.map-buttons').getByRole('button', { name: /^Government of Iran, / })
  await government.press('Enter')
  const there = await page
    .getByRole('group', { name: words.map.atPlace('Government of Iran') })
    .getByRole('button')
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('data-event') ?? ''))
  expect(there.length).toBeGreaterThan(1)
  expect(list).toEqual(expect.arrayContaining(there))
})

test('where nothing fits, the page says so and one press shows all events again', async () => {
  const { page } = await open({ path: '?q=zzzz&kind=talks', width: 1440, height: 900, noWebgl: true })
  await expect.poll(() => page.getByText(/^No event fits the search “zzzz”|^No event fits .*“zzzz”/).isVisible()).toBe(true)
  await page.getByRole('button', { name: 'Show all events' }).click()
  await becomes(async () => (await listed(page)).length).toBe(29)
})
