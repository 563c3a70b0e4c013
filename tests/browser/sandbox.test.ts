import type { Frame } from 'playwright-core'
import { expect, test } from 'vitest'
import type { ServeOptions } from '../../src/build/serve'
import { expectGround } from '../support/ground'
import { becomes } from '../support/reading'
import { onlyFrame, openHost } from './frames'
import { expectClean, type Scene, shows, type Visit } from './support'

interface Framed extends Visit {
  readonly frame: Frame
}

/** The embed in a frame of another site's page, with the flags of a sandbox; null for no sandbox. `scene.path`: more of the query. */
async function framed(flags: string | null, site: Partial<ServeOptions> = {}, scene: Scene = {}): Promise<Framed> {
  const sandbox = flags === null ? '' : `sandbox="${flags}"`
  const query = `?event=geneva-round-3&resize=fixed${scene.path ?? ''}`
  const hosted = await openHost(
    (url) => `<iframe title="Talks" ${sandbox} width="1000" height="760" src="${url}embed.html${query}"></iframe>`,
    { site, scene },
  )
  return { ...hosted, frame: onlyFrame(hosted) }
}

/** List, timeline and map are there, the page has no origin, and no message over it says that anything failed. */
async function expectWhole({ page, frame }: Framed, ground: 'detailed' | 'drawn'): Promise<void> {
  await shows(frame, '#events li', '#timeline svg.chart')
  await expectGround(page, frame, ground)
  expect(await frame.evaluate(() => origin)).toBe('null')
  expect(await frame.locator('#banner').isVisible()).toBe(false)
  expect(await frame.locator('.failed').count()).toBe(0)
}

/** Fonts of ours that the frame has loaded. */
const webFonts = (frame: Frame): Promise<readonly string[]> =>
  frame.evaluate(async () => {
    const fonts = [...(await document.fonts.ready)].filter(({ family, status }) => /^Source/.test(family) && status === 'loaded')
    return [...new Set(fonts.map(({ family }) => family))].sort()
  })

test('in a sandbox list, timeline and the detailed map work, with our fonts where the host lets other origins read, and ask no other site', async () => {
  const visit = await framed('allow-scripts')
  await expectWhole(visit, 'detailed')
  expect(await webFonts(visit.frame)).toEqual(['Source Sans 3', 'Source Serif 4'])
  const host = new URL(visit.page.url()).origin
  expectClean({ ...visit, foreign: visit.foreign.filter((url) => new URL(url).origin !== host) })
  expect(visit.requests.some((url) => url.includes('map-engine'))).toBe(true)
})

test('in a sandbox without CORS headers the same works, with the reader’s fonts and, close up, the coarser ground', async () => {
  const visit = await framed('allow-scripts', { cors: false, range: false }, { path: '&map=37,41.3,6' })
  await expectWhole(visit, 'detailed')
  expect(await webFonts(visit.frame)).toEqual([])
  await becomes(async () => visit.errors.filter((text) => text.includes('world-10.pmtiles')).length).toBe(1)
  await expectGround(visit.page, visit.frame, 'detailed')
  expect(visit.violations).toEqual([])
})

test('in a sandbox without CORS headers and without WebGL the map is drawn', async () => {
  const visit = await framed('allow-scripts', { cors: false }, { noWebgl: true })
  await expectWhole(visit, 'drawn')
  expect(visit.violations).toEqual([])
})

test('in a sandbox, on a host whose policy forbids workers from data, the map is drawn with its ground and says so', async () => {
  const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; worker-src 'self'"
  const visit = await framed('allow-scripts', { policy })
  await expectWhole(visit, 'drawn')
  await shows(visit.frame, '.map-note')
})

test('in a sandbox that runs no script the story is there to read, with the link to the full page', async () => {
  const { frame } = await framed('', { cors: false }, { noWebgl: true })
  await shows(frame, '#events li h3')
  await shows(frame, '#page-footer a[href^="./"]')
})

test('a source never opens in our frame: in a tab of its own, or in a sandbox as an address that can be copied', async () => {
  const links = '#events li[aria-current] .event-sources a'
  const closed = await framed('allow-scripts', {}, { noWebgl: true })
  await closed.frame.locator(links).first().click()
  const box = closed.frame.getByRole('group', { name: 'Address of the page' })
  const address = await closed.frame.locator(links).first().getAttribute('href')
  expect(await box.getByRole('textbox').inputValue()).toBe(address)
  await box.getByRole('button', { name: 'Copy link' }).click()
  await becomes(() => box.getByRole('status').textContent()).toBe('Copied')
  expect(closed.page.context().pages()).toHaveLength(1)
  expect(new URL(closed.frame.url()).pathname).toBe('/news/talks/embed.html')

  const free = await framed(null, {}, { noWebgl: true })
  await free.page.context().route('https://**', (route) => route.fulfill({ body: 'The article' }))
  const [tab] = await Promise.all([free.page.context().waitForEvent('page'), free.frame.locator(links).first().click()])
  expect(await tab.evaluate(() => opener)).toBeNull()
  expect(await free.frame.locator('.address-box').count()).toBe(0)
  expect(new URL(free.frame.url()).pathname).toBe('/news/talks/embed.html')
})
