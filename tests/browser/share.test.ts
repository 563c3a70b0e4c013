import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { check } from '@placemarkio/check-geojson'
import { parse } from 'csv-parse/sync'
import ICAL from 'ical.js'
import { JSDOM } from 'jsdom'
import jsqr from 'jsqr'
import type { Locator, Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { readStory } from '../../src/core/story'
import { findings } from '../support/findings'
import { listed } from '../support/reading'
import { onlyFrame, openHost } from './frames'
import { expectClean, open } from './support'

const FILTERED = '?party=iran&kind=statement,position&event=geneva-round-3'
const CREDIT = /is licensed under CC BY 4\.0/

/** Opens a dialog as a reader does; gives it. */
async function ask(page: Page, name: string): Promise<Locator> {
  await page.getByRole('navigation', { name: 'This page' }).getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('button', { name, exact: true }).click()
  return page.getByRole('dialog', { name })
}

/** What a press on a button saves: its name and its bytes. */
async function saved(page: Page, name: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

/** A PNG as the browser reads it, smaller: `scale` 1 keeps its size. */
async function pixels(
  page: Page,
  png: Buffer,
  scale: number,
): Promise<{ readonly width: number; readonly data: Uint8ClampedArray }> {
  const read = await page.evaluate(
    async ([address, part]) => {
      const image = new Image()
      image.src = address
      await image.decode()
      const canvas = new OffscreenCanvas(image.naturalWidth * part, image.naturalHeight * part)
      const context = canvas.getContext('2d')
      context?.drawImage(image, 0, 0, canvas.width, canvas.height)
      return { width: canvas.width, data: [...(context?.getImageData(0, 0, canvas.width, canvas.height).data ?? [])] }
    },
    [`data:image/png;base64,${png.toString('base64')}`, scale] as const,
  )
  return { width: read.width, data: Uint8ClampedArray.from(read.data) }
}

test('every format holds what the page shows, and other libraries read it', async () => {
  const visit = await open({ path: FILTERED, noWebgl: true })
  const { page } = visit
  const ids = await listed(page)
  expect(ids.length).toBeGreaterThan(2)
  const dialog = await ask(page, 'Download')
  await dialog.getByRole('radio', { name: `${ids.length} of 29 events, as filtered` }).waitFor()

  const csv = await saved(page, 'Save CSV of events')
  expect(csv.name).toMatch(/^us-iran-2026-events-\d{4}-\d\d-\d\d\.csv$/)
  const rows: Record<string, string>[] = parse(csv.bytes, { columns: true, bom: true })
  expect(rows.map(({ id }) => id).sort()).toEqual(ids.toSorted())
  expect(rows[0]?.licence).toBe('CC BY 4.0')
  // By its name, although the story opens with one of them: the next edition may open with another.
  expect(rows.map(({ event_address }) => new URL(event_address ?? '').searchParams.get('event'))).toEqual(
    rows.map(({ id }) => id),
  )
  const claims: Record<string, string>[] = parse((await saved(page, 'Save CSV of claims')).bytes, { columns: true, bom: true })
  expect(ids).toEqual(expect.arrayContaining([...new Set(claims.map(({ event_id: id }) => id))]))
  expect(claims[0]?.credit).toMatch(CREDIT)

  const json = await saved(page, 'Save JSON')
  const { story, issues } = readStory(json.bytes.toString())
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
  expect([...(story?.events ?? [])].map(({ id }) => id).sort()).toEqual(expect.arrayContaining(ids))
  expect(story?.license?.name).toBe('CC BY 4.0')

  const geojson = check((await saved(page, 'Save GeoJSON')).bytes.toString())
  expect(geojson).toMatchObject({ type: 'FeatureCollection', licence: 'CC BY 4.0' })
  const features = 'features' in geojson ? geojson.features : []
  const events = features.filter(({ id }) => String(id).startsWith('event-'))
  expect(events.map(({ id }) => String(id).slice(6)).sort()).toEqual(ids.toSorted())
  const placed = rows.filter(({ longitude }) => longitude !== '').map(({ id }) => `event-${id}`)
  expect(events.flatMap(({ id, geometry }) => (geometry === null ? [] : String(id))).sort()).toEqual(placed.sort())

  const calendar = new ICAL.Component(ICAL.parse((await saved(page, 'Save iCalendar')).bytes.toString()))
  expect(calendar.getAllSubcomponents('vevent')).toHaveLength(ids.length)
  expect(String(calendar.getFirstPropertyValue('x-parley-licence'))).toBe('CC BY 4.0')
  expectClean(visit)
})

test('what is kept back is kept back in every file, and links lead to what the class sees', async () => {
  const visit = await open({ path: '?hide=titles,dates,places,outcomes&told=vienna-technical-talks', noWebgl: true })
  const { page } = visit
  await ask(page, 'Download')
  const csv = (await saved(page, 'Save CSV of events')).bytes
  const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true })
  expect(rows.length).toBeGreaterThan(20)
  const json = (await saved(page, 'Save JSON')).bytes.toString()
  const { story, issues } = readStory(json)
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
  expect([...(story?.events ?? [])].filter(({ refines }) => refines === null)).toHaveLength(rows.length)
  const geojson = (await saved(page, 'Save GeoJSON')).bytes.toString()
  expect(check(geojson)).toMatchObject({ type: 'FeatureCollection' })
  const calendar = (await saved(page, 'Save iCalendar')).bytes.toString()
  const [only, ...others] = new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent')
  expect(others).toEqual([])
  const links = [...rows.map(({ event_address }) => event_address ?? ''), String(only?.getFirstPropertyValue('url'))]
  for (const link of links) {
    const asked = new URL(link).searchParams
    expect(asked.get('hide')?.split(',').sort()).toEqual(['dates', 'outcomes', 'places', 'titles'])
    expect(asked.get('event')).toMatch(/^(_\d+|vienna-technical-talks)$/)
  }
  for (const text of [csv.toString(), json, geojson, calendar])
    expect(text).not.toMatch(/Souda|significant progress|Third round ends/)
  expectClean(visit)
})

test('the offline page is saved under its own name, whole', async () => {
  const visit = await open({ noWebgl: true })
  const { page } = visit
  await ask(page, 'Download')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Save the offline page' }).click(),
  ])
  const address = (await page.locator('meta[name="parley-offline"]').getAttribute('content')) ?? ''
  expect(download.url()).toBe(new URL(address, page.url()).href)
  expect(download.suggestedFilename()).toBe('us-iran-2026-edition-1.html')
  expect((await readFile(await download.path())).equals(await readFile(join(inject('dist'), address)))).toBe(true)
  expectClean(visit)
})

test('pictures have the size that was chosen, are light in the dark, and carry title and credit', async () => {
  const visit = await open({ noWebgl: true, dark: true })
  const { page } = visit
  const dialog = await ask(page, 'Download')
  for (const [subject, size, width, height] of [
    ['Timeline', '1920 × 1080', 1920, 1080],
    ['Map', '1200 × 675', 1200, 675],
  ] as const) {
    await dialog.getByRole('radio', { name: subject }).check()
    await dialog.getByLabel('Size').selectOption({ label: `${size}, for a ${width === 1200 ? 'link or a post' : 'slide'}` })
    await dialog.getByText(`${width} × ${height} px`).waitFor()
    await dialog.getByRole('img', { name: `${subject}, as it will be saved` }).waitFor()
    const png = await saved(page, 'Save PNG')
    expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([width, height])
    const { data } = await pixels(page, png.bytes, 0.125)
    const colors = new Set<number>()
    for (let at = 0; at < data.length; at += 4)
      colors.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0))
    expect(colors.size).toBeGreaterThan(20)
    expect([...data.slice(0, 4)]).toEqual([255, 255, 255, 255])

    const svg = (await saved(page, 'Save SVG')).bytes.toString()
    const { documentElement: root } = new JSDOM(svg, { contentType: 'image/svg+xml' }).window.document
    expect([root.getAttribute('width'), root.getAttribute('height')]).toEqual([String(width), String(height)])
    const texts = [...root.querySelectorAll('text:not([aria-hidden])')].map((text) => text.textContent ?? '')
    expect(texts[0]).toBe('Three rounds of talks, two carriers, no deal yet')
    expect(texts.join(' ')).toMatch(CREDIT)
    expect(texts.join(' ')).toContain('edition 1, 22 November 2026')
    expect(texts.join(' ')).toMatch(new RegExp(`${new URL(page.url()).origin}/ \\(accessed \\d+ \\w+ \\d{4}\\)`))
    // It stands by itself: no looks from elsewhere, and its type in it.
    expect(root.querySelectorAll('[class], [data-party]')).toHaveLength(0)
    expect(svg).not.toContain('var(')
    expect(svg).toMatch(/@font-face\{font-family:'Source Sans 3'[^}]+url\(data:font\/woff2/)
  }
  expectClean(visit)
})

test('a picture goes without the title where that is not wanted', async () => {
  const { page } = await open({ noWebgl: true })
  const dialog = await ask(page, 'Download')
  const texts = async (): Promise<readonly string[]> => {
    const svg = (await saved(page, 'Save SVG')).bytes.toString()
    const { documentElement: root } = new JSDOM(svg, { contentType: 'image/svg+xml' }).window.document
    return [...root.querySelectorAll('text:not([aria-hidden])')].map((text) => text.textContent ?? '')
  }
  await dialog.getByText('1200 × 675 px').waitFor()
  const [first = '', second = ''] = await texts()
  expect(first).toBe('Three rounds of talks, two carriers, no deal yet')
  const preview = await dialog.getByRole('img', { name: 'Timeline, as it will be saved' }).getAttribute('src')
  await dialog.getByLabel('With the title of the story').uncheck()
  await page.waitForFunction((src) => document.querySelector('.share-preview')?.getAttribute('src') !== src, preview)
  const untitled = await texts()
  expect(untitled[0]).toBe(second)
  expect(untitled.join(' ')).toMatch(CREDIT)
  expect(untitled).not.toContain(first)
})

test('nothing of a picture lies outside its sheet, and every lane of the timeline is unfolded', async () => {
  const { page } = await open({ noWebgl: true })
  const dialog = await ask(page, 'Download')
  for (const subject of ['Timeline', 'Map']) {
    await dialog.getByRole('radio', { name: subject }).check()
    await dialog.getByLabel('Size').selectOption('A4 width, for print')
    await dialog.getByText('210 mm wide').waitFor()
    await dialog.getByRole('img', { name: `${subject}, as it will be saved` }).waitFor()
    const svg = (await saved(page, 'Save SVG')).bytes.toString()
    // In a page of its own, where it can be measured.
    const own = await page.context().newPage()
    await own.setContent(
      `<body style="margin:0">${svg.replace(/^<\?xml.*?\?>/, '').replace(/width="210mm" height="[\d.]+mm"/, '')}`,
    )
    const outside = await own.evaluate(() => {
      const sheet = document.querySelector('svg')?.getBoundingClientRect()
      return [...document.querySelectorAll('text')].flatMap((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect()
        const isIn = sheet && left >= sheet.left && right <= sheet.right && top >= sheet.top && bottom <= sheet.bottom
        return isIn ? [] : [text.textContent]
      })
    })
    expect(outside).toEqual([])
    expect(svg).not.toMatch(/>\+\d+</)
    await own.close()
  }
})

test('the code of this view is read from the screen, in the dark too', async () => {
  const visit = await open({ path: FILTERED, noWebgl: true, dark: true })
  const { page } = visit
  const dialog = await ask(page, 'Cite and reuse')
  const address = await dialog.getByRole('textbox', { name: 'Address' }).inputValue()
  expect(new URL(address).search).toContain('party=iran')
  const shot = await dialog.getByRole('img', { name: 'QR code' }).screenshot()
  const { width, data } = await pixels(page, shot, 1)
  expect(jsqr(data, width, data.length / 4 / width)?.data).toBe(address)
  expectClean(visit)
})

for (const { name: where, ...scene } of [
  { name: 'wide and dark', dark: true },
  { name: 'at 320 px', width: 320, height: 640, touch: true },
]) {
  test(`axe finds nothing in “Download” and “Cite”, ${where}`, async () => {
    const { page } = await open({ ...scene, noWebgl: true, bypassPolicy: true })
    for (const name of ['Download', 'Cite and reuse']) {
      const dialog = await ask(page, name)
      if (name === 'Download') await dialog.getByRole('img').waitFor()
      expect(await findings(page, 'dialog[open]')).toEqual([])
      expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
      await page.keyboard.press('Escape')
    }
  })
}

test('a frame offers to save only where that works', async () => {
  for (const [sandbox, offered] of [
    ['', 'Download, Cite and reuse'],
    ['sandbox="allow-scripts"', ''],
  ]) {
    const hosted = await openHost(
      (site) => `<iframe title="Talks" ${sandbox} width="1000" height="900" src="${site}embed.html"></iframe>`,
      { scene: { noWebgl: true } },
    )
    const about = onlyFrame(hosted).getByRole('group', { name: 'About this story' })
    await about.getByRole('button', { name: 'Report an error' }).waitFor()
    expect((await about.getByRole('button', { name: /^(Download|Cite)/ }).allTextContents()).join(', ')).toBe(offered)
  }
})
