import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'csv-parse/sync'
import { JSDOM } from 'jsdom'
import type { Page } from 'playwright-core'
import { expect, inject, onTestFinished, test } from 'vitest'
import { becomes, listed } from '../support/reading'
import { pagesOf } from './printed'
import { DRAWN_MAP, expectClean, open, shows } from './support'

const FILE = 'offline/us-iran-2026-edition-1.html'
const CREDIT = /is licensed under CC BY 4\.0/

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

const onDisk = (path: string) => ({ site: pathToFileURL(path).href, noWebgl: true, context: { offline: true } })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** Chooses something under “More” of the page. */
async function choose(page: Page, name: string): Promise<void> {
  await page.locator('#page-header').getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('group', { name: 'More', exact: true }).getByRole('button', { name, exact: true }).click()
}

test('opened from disk, steps are taken, a table is saved, events are hidden and the handout opens', async () => {
  const visit = await open(onDisk(join(inject('dist'), FILE)))
  const { page } = visit
  await shows(page, '#events li', DRAWN_MAP)
  await button(page, 'Start the 8 steps').click()
  const steps = page.getByRole('region', { name: 'Steps' })
  await steps.getByRole('button', { name: 'Next', exact: true }).click()
  await steps.getByRole('heading', { name: 'One round, several accounts' }).waitFor()

  await choose(page, 'Download')
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Save CSV of events').click()])
  const rows: { id: string; licence: string }[] = parse(await readFile(await download.path()), { columns: true, bom: true })
  expect(rows.map(({ id }) => id).sort()).toEqual((await listed(page)).toSorted())
  expect(rows[0]?.licence).toBe('CC BY 4.0')
  await page.keyboard.press('Escape')

  await choose(page, 'Print a handout')
  const handout = page.getByRole('region', { name: /^Handout: Three rounds/ })
  await handout.waitFor()
  expect(await handout.locator('svg').count()).toBeGreaterThan(1)
  await page.keyboard.press('Escape')
  await handout.waitFor({ state: 'hidden' })

  await choose(page, 'For a class')
  const dialog = page.getByRole('dialog', { name: 'For a class' })
  await dialog.getByRole('checkbox', { name: 'Places' }).check()
  await dialog.getByRole('button', { name: 'Start' }).click()
  await shows(page, '#quiz')
  await becomes(() => page.locator('#map .place').count()).toBe(0)
  expectClean({ ...visit, foreign: [] })
})

test('a file of a site that the build knows gives the address of its view there, and asks it for nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parley-offline-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const html = await readFile(join(inject('dist'), FILE), 'utf8')
  const path = join(folder, 'talks.html')
  await writeFile(path, html.replace('</head>', '<link rel="canonical" href="https://parley.example/talks/"></head>'))
  const visit = await open({ ...onDisk(path), path: '?event=geneva-round-3&party=iran' })
  const { page } = visit
  await choose(page, 'Cite and reuse')
  const dialog = page.getByRole('dialog', { name: 'Cite and reuse' })
  const address = await dialog.getByRole('textbox', { name: 'Address' }).inputValue()
  expect(address).toMatch(/^https:\/\/parley\.example\/talks\/\?.*party=iran/)
  expect(await dialog.locator('#cite-credit').locator('..').textContent()).toContain(`Source: ${address} (accessed `)
  await dialog.getByRole('img', { name: 'QR code' }).waitFor()
  expect(visit.requests.filter((url) => !/^(data|blob|file):/.test(url))).toEqual([])
  expectClean({ ...visit, foreign: [] })
})

test('the lesson is at the foot of the file, and while it is open it prints alone, on one sheet', async () => {
  const visit = await open(onDisk(join(inject('dist'), FILE)))
  const { page } = visit
  await shows(page, '#events li', DRAWN_MAP)
  const lesson = page.getByRole('region', { name: 'A lesson with Parley' })
  await page.emulateMedia({ media: 'print' })
  expect([await lesson.isVisible(), await page.locator('#events').isVisible()]).toEqual([false, true])
  await page.emulateMedia({ media: null })
  await lesson.getByText('Show the lesson').click()
  await lesson.getByRole('heading', { name: '8. Two cities with a history' }).waitFor()
  for (const format of ['A4', 'Letter'] as const) expect(await pagesOf(page, format)).toBe(1)
  await page.emulateMedia({ media: 'print' })
  expect([await lesson.isVisible(), await page.locator('#events').isVisible()]).toEqual([true, false])
  expectClean({ ...visit, foreign: [] })
})

test('the licence stands in the file, with its address', async () => {
  const { window } = new JSDOM(await readFile(join(inject('dist'), FILE), 'utf8'))
  const link = window.document.querySelector('#page-footer a[rel~="license"]')
  expect([link?.textContent, link?.getAttribute('href')]).toEqual(['CC BY 4.0', 'https://creativecommons.org/licenses/by/4.0/'])
})

test('without script the file has the whole story and its sources', async () => {
  const { window } = new JSDOM(await readFile(join(inject('dist'), FILE), 'utf8'))
  expect(window.document.querySelectorAll('#events li.event').length).toBeGreaterThan(20)
  expect(window.document.querySelectorAll('#events a[href^="https://"]').length).toBeGreaterThan(5)
})

test('opened from disk without script, the file draws map and timeline as they open, by itself', async () => {
  const visit = await open({ ...onDisk(join(inject('dist'), FILE)), noScript: true, width: 1280, height: 900 })
  const figure = visit.page.getByRole('figure')
  const map = figure.getByRole('img', { name: /^The map shows .*Geneva/ })
  const timeline = figure.getByRole('img', { name: /^The timeline runs 12 Feb/ })
  for (const picture of [map, timeline]) {
    await picture.waitFor()
    expect((await picture.boundingBox())?.width).toBeCloseTo(960, -1)
    const family = await picture
      .locator('text')
      .first()
      .evaluate((text) => getComputedStyle(text).fontFamily)
    expect(family).toContain('Source Sans 3')
    expect(await picture.locator('text', { hasText: CREDIT }).count()).toBeGreaterThan(0)
  }
  // What is told of the ships in the app is told here: the day of the last report.
  expect((await map.textContent())?.replace(/\s/g, ' ')).toMatch(/USS Abraham Lincoln.*Arabian Sea, as of.*14 – 15 Feb/s)
  expect(await timeline.locator('text', { hasText: 'Third round ends without a deal' }).count()).toBeGreaterThan(0)
  expect(visit.requests.filter((url) => !url.startsWith('data:') && !url.endsWith(FILE))).toEqual([])
})
