import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { open } from './support'

/** A text of the event file in English: one string, or one for each language. */
const english = (text: string | Record<string, string>) => (typeof text === 'string' ? text : (text.en ?? ''))
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ')

async function storyFile(): Promise<{ title: string; titles: readonly string[] }> {
  const file = JSON.parse(await readFile(join(inject('dist'), 'data/us-iran-2026.json'), 'utf8'))
  const shown = file.events.filter((event: { refines?: string }) => !event.refines)
  return {
    title: english(file.title),
    titles: shown.map((event: { title: string | Record<string, string> }) => english(event.title)),
  }
}

test('without script the page tells the whole story', async () => {
  const story = await storyFile()
  const { page } = await open({ noScript: true })
  expect(plain(await page.locator('h1').textContent())).toContain(story.title)
  const list = plain(await page.locator('#events').textContent())
  expect(story.titles.filter((title) => !list.includes(plain(title)))).toEqual([])
  expect(await page.locator('#events li').first().isVisible()).toBe(true)
})

test('without script the sources are links', async () => {
  const { page } = await open({ noScript: true })
  expect(await page.locator('a[href^="https://"]').count()).toBeGreaterThan(0)
})

test('without script, map and timeline are pictures that say what they show', async () => {
  const { page, requests } = await open({ noScript: true, width: 1280, height: 900 })
  const figure = page.getByRole('figure')
  for (const [name, least] of [
    [/^The map shows US government, .*Geneva, .* USS Abraham Lincoln were last reported\.$/, 400],
    [/^The timeline runs 12 Feb.*, with lanes for /, 500],
  ] as const) {
    const image = figure.getByRole('img', { name })
    expect(await image.evaluate((each) => (each as HTMLImageElement).naturalWidth)).toBe(960)
    const box = await image.boundingBox()
    expect(box?.width).toBeCloseTo(960, -1)
    expect(box?.height).toBeGreaterThan(least)
  }
  expect(requests.filter((url) => /\.svg$/.test(url)).map((url) => url.slice(inject('site').length))).toEqual([
    'preview/map.svg',
    'preview/timeline.svg',
  ])
})

test('with script nobody loads those pictures', async () => {
  const { page, requests } = await open({ noWebgl: true })
  expect(await page.getByRole('figure').count()).toBe(0)
  expect(requests.filter((url) => url.includes('/preview/'))).toEqual([])
})

test('the story is in the first answer: no other page, script or data is needed to read it', async () => {
  const { requests } = await open({ noScript: true })
  const needed = requests.filter((url) => !/\.(woff2|js|svg)$|icon\.png$/.test(url))
  expect(needed).toEqual([inject('site')])
})
