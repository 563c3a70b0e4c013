import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { JSDOM } from 'jsdom'
import { expect, inject, test } from 'vitest'
import { DRAWN_MAP, expectClean, open, shows } from './support'

const FILE = 'offline/us-iran-2026-edition-1.html'

test('one file opened from disk, with no network, has list, timeline, map, fonts, dialogs and steps, and asks for nothing', async () => {
  const visit = await open({ site: pathToFileURL(join(inject('dist'), FILE)).href, noWebgl: true, context: { offline: true } })
  const { page } = visit
  await shows(page, '#events li', '#timeline svg.chart', DRAWN_MAP)
  expect(await page.evaluate(() => document.fonts.check('16px "Source Serif 4"'))).toBe(true)
  await page
    .getByRole('option', { name: /Vienna/ })
    .first()
    .dispatchEvent('click')
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  expect(await page.locator('#copy-note').textContent()).toContain('Edition 1')
  const asked = visit.requests.filter((url) => !url.startsWith('data:') && !url.endsWith(FILE))
  expect(asked).toEqual([])
  expectClean({ ...visit, foreign: [] })
})

test('without script the file has the whole story and its sources', async () => {
  const { window } = new JSDOM(await readFile(join(inject('dist'), FILE), 'utf8'))
  expect(window.document.querySelectorAll('#events li.event').length).toBeGreaterThan(20)
  expect(window.document.querySelectorAll('#events a[href^="https://"]').length).toBeGreaterThan(5)
})
