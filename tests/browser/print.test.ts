import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { becomes, listed, rowOf } from '../support/reading'
import { open } from './support'

/** The page as a printer gets it: the width of a sheet of A4 with its margins, upright or not, in CSS px. */
const SHEETS = { 'A4 upright': 718, 'A4 across': 1047 }

async function printed(width: number, path = ''): Promise<Page> {
  const { page } = await open({ path, width, height: 1000, noWebgl: true })
  await page.emulateMedia({ media: 'print' })
  return page
}

interface Claim {
  readonly text: string
}

/** Texts of the claims of the events that the opening view lists. */
async function claimsOf(ids: readonly string[]): Promise<string[]> {
  const file = JSON.parse(await readFile(join(inject('dist'), 'data/us-iran-2026.json'), 'utf8'))
  const events: { id: string; claims?: Claim[] }[] = file.events
  return events.filter(({ id }) => ids.includes(id)).flatMap(({ claims }) => (claims ?? []).map(({ text }) => text))
}

for (const [sheet, width] of Object.entries(SHEETS)) {
  test(`printing opens every event of the list, with its claims and sources: ${sheet}`, async () => {
    const page = await printed(width)
    const ids = await listed(page)
    expect(ids).toHaveLength(29)
    const closed = await page
      .locator('.events > li .event-body')
      .evaluateAll((bodies) => bodies.filter((body) => body.getBoundingClientRect().height < 20).length)
    expect(closed).toBe(0)
    // biome-ignore lint/performance/useDomNodeTextContent: what is rendered is what is tested
    const text = await page.evaluate(() => document.querySelector<HTMLElement>('#events')?.innerText ?? '')
    const claims = await claimsOf(ids)
    expect(claims.length).toBeGreaterThan(29)
    expect(claims.filter((claim) => !text.includes(claim))).toEqual([])
  })

  test(`printing leaves the tools out: ${sheet}`, async () => {
    const page = await printed(width)
    const seen = await page
      .locator('button:not(h3 button), input, select, [role="slider"], [role="tab"], #skip a, .page-tools')
      .evaluateAll((tools) =>
        tools
          .filter((tool) => tool.checkVisibility() && tool.getBoundingClientRect().width > 0)
          .map((tool) => `${tool.localName} ${tool.getAttribute('aria-label') ?? tool.textContent}`),
      )
    expect(seen).toEqual([])
  })

  test(`printing puts the header, the list and the foot below each other: ${sheet}`, async () => {
    const page = await printed(width)
    const edges = await page.evaluate(() =>
      ['#page-header', '.events', '#page-footer'].map((selector) => {
        const { top, bottom } = document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()
        return { selector, top, bottom }
      }),
    )
    const overlaps = edges.filter((edge, index) => index > 0 && edge.top < (edges[index - 1]?.bottom ?? 0) - 1)
    expect(overlaps.map(({ selector }) => selector)).toEqual([])
  })
}

test('a print-out names the licence at its foot', async () => {
  const page = await printed(718)
  const licence = page.locator('#page-footer a[rel~="license"]')
  expect([await licence.textContent(), await licence.isVisible()]).toEqual(['CC BY 4.0', true])
})

test('printing a filtered list leaves the others out', async () => {
  const page = await printed(718, '?status=planned')
  expect(await listed(page)).toEqual(['vienna-technical-talks'])
  expect(await rowOf(page, 'geneva-round-3').isVisible()).toBe(false)
})

test('after printing the page is as it was: one event open', async () => {
  const page = await printed(718)
  await page.emulateMedia({ media: 'screen' })
  await becomes(() => rowOf(page, 'vienna-technical-talks').locator('.event-body').isVisible()).toBe(false)
  expect(await rowOf(page, 'geneva-round-3').locator('.event-body').isVisible()).toBe(true)
})

test('a print-out has several pages, so nothing is cut at the end of the first', async () => {
  const { page } = await open({ width: 1440, height: 900, noWebgl: true })
  const pdf = (await page.pdf({ format: 'A4', landscape: true })).toString('latin1')
  expect((pdf.match(/\/Type\s*\/Page\b/g) ?? []).length).toBeGreaterThan(3)
})
