import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, expect, inject, test } from 'vitest'
import { expectClean, open, openBlank, type Scene, shows } from './support'

/* The page for frames as the build writes it; how it is laid out, sized and spoken to has tests of its own. */

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A page of another origin, with `frame` in it; gives its address. */
async function hostPage(frame: string, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers })
    response.end(`<!doctype html><html lang="en"><title>Host</title><p>An article.</p>${frame}`)
  })
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

const frameOf = (query = '', attributes = '') =>
  `<iframe title="Talks" width="900" height="700" src="${inject('site')}embed.html${query}" ${attributes}></iframe>`

/** Opens a host page and gives the page with its frame. */
async function visitHost(scene: Scene, host: string) {
  const visit = await openBlank({ noWebgl: true, ...scene }, new URL(inject('site')).origin)
  await visit.page.goto(host, { waitUntil: 'load' })
  const frame = visit.page.frames().find((each) => each.url().startsWith(inject('site')))
  return { ...visit, frame }
}

/** Notes in `window.touched` of each frame what of the reader's machine it reads or writes. */
const watchStorage = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const touched: string[] = []
    Object.assign(window, { touched })
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore']) {
      Object.defineProperty(window, name, { get: () => touched.push(name) })
    }
    Object.defineProperty(document, 'cookie', { get: () => touched.push('cookie'), set: () => touched.push('cookie') })
  })

/** The colour that the page's root is painted with, once there is a page. */
const paper = (page: Page | NonNullable<ReturnType<Page['frame']>>) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
const STORY_SCRIPTS = /\/assets\/(main|embed)-/
const LIGHT = 'rgb(255, 255, 255)'
const DARK = 'rgb(20, 22, 26)'

test('without script the embed tells the story, with its licence and the way to the full page', async () => {
  const { page } = await open({ path: 'embed.html', noScript: true })
  expect(await page.locator('h1').textContent()).toContain('Three rounds of talks')
  expect(await page.locator('#events li').first().isVisible()).toBe(true)
  expect(await page.locator('#page-footer a[rel~="license"]').isVisible()).toBe(true)
  expect(await page.locator('#page-header button, #page-footer button').filter({ visible: true }).count()).toBe(0)
  const full = page.locator('#page-footer a[href^="./"]').first()
  expect(await full.isVisible()).toBe(true)
  expect(new URL((await full.getAttribute('href')) ?? '', page.url()).pathname).toBe(new URL(inject('site')).pathname)
})

test('in a host’s page the embed asks no other site, touches no storage and breaks no policy', async () => {
  const visit = await openBlank({ noWebgl: true }, new URL(inject('site')).origin)
  await watchStorage(visit.page)
  const host = await hostPage(frameOf())
  await visit.page.goto(host, { waitUntil: 'load' })
  const frame = visit.page.frames().find((each) => each.url().startsWith(inject('site')))
  if (!frame) throw new Error('The frame was not loaded.')
  await shows(frame, '#timeline svg.chart', '#map .map-main path.ground-land', '#events li')
  await visit.page.waitForLoadState('networkidle')
  expectClean({ ...visit, foreign: visit.foreign.filter((url) => url !== host) })
  expect(await frame.evaluate(() => (window as unknown as { touched: readonly string[] }).touched)).toEqual([])
  expect(await visit.page.context().cookies()).toEqual([])
})

test('the colours of the embed follow the host’s frame, and before that its own address, without the story’s script', async () => {
  const host = await hostPage(
    frameOf('', 'style="color-scheme: dark"') +
      frameOf('', 'style="color-scheme: light"') +
      frameOf('?theme=light', 'style="color-scheme: dark"'),
  )
  const { page } = await openBlank({ noWebgl: true, context: { colorScheme: null } }, new URL(inject('site')).origin)
  await page.route(STORY_SCRIPTS, (route) => route.abort())
  await page.goto(host, { waitUntil: 'load' })
  const frames = page.frames().filter((each) => each.url().startsWith(inject('site')))
  expect(await Promise.all(frames.map((frame) => paper(frame)))).toEqual([DARK, LIGHT, LIGHT])
})

test('with the story’s script running the colours follow the host’s frame too, also when the host changes them', async () => {
  const host = await hostPage(
    frameOf('?parts=map,list', 'style="color-scheme: dark"') + frameOf('?parts=list&theme=light', 'style="color-scheme: dark"'),
  )
  const { page } = await openBlank({ noWebgl: true, context: { colorScheme: null } }, new URL(inject('site')).origin)
  await page.goto(host, { waitUntil: 'load' })
  const [following, light] = page.frames().filter((each) => each.url().startsWith(inject('site')))
  if (!following || !light) throw new Error('The frames were not loaded.')
  await shows(following, '#map .map-main path.ground-land', '#page-footer button')
  await shows(light, '#page-footer button')
  const land = () => following.evaluate(() => getComputedStyle(document.querySelector('path.ground-land') ?? document.body).fill)
  expect([await paper(following), await paper(light)]).toEqual([DARK, LIGHT])
  const darkLand = await land()
  await page.evaluate(() => document.querySelector('iframe')?.style.setProperty('color-scheme', 'light'))
  await expect.poll(() => paper(following)).toBe(LIGHT)
  expect(await land()).not.toBe(darkLand)
  await page.evaluate(() => document.querySelector('iframe')?.style.setProperty('color-scheme', 'dark'))
  await expect.poll(() => paper(following)).toBe(DARK)
  expect(await land()).toBe(darkLand)
})

test('until the story’s script is there no button stands where it would do nothing', async () => {
  const { page } = await openBlank({ noWebgl: true }, new URL(inject('site')).origin)
  await page.route(STORY_SCRIPTS, (route) => route.abort())
  await page.goto(`${inject('site')}embed.html`, { waitUntil: 'load' })
  expect(await page.locator('#page-footer a').filter({ visible: true }).count()).toBeGreaterThan(2)
  expect(await page.locator('#page-header button, #page-footer button').filter({ visible: true }).count()).toBe(0)
})

test('the colours that the address asks for are there before the story’s script, so nothing flashes', async () => {
  const { page } = await openBlank({ noWebgl: true }, new URL(inject('site')).origin)
  await page.route(STORY_SCRIPTS, (route) => route.abort())
  await page.goto(`${inject('site')}embed.html?theme=dark`, { waitUntil: 'load' })
  expect(await paper(page)).toBe(DARK)
  await page.goto(`${inject('site')}embed.html`, { waitUntil: 'load' })
  expect(await paper(page)).toBe(LIGHT)
})

test('any page may frame an embed, one in a sandbox too; the full page is framed by its own site only', async () => {
  const full = frameOf().replace('embed.html', '')
  const sandboxed = await visitHost({}, await hostPage(frameOf(), { 'Content-Security-Policy': 'sandbox allow-scripts' }))
  expect(await sandboxed.frame?.locator('h1').textContent()).toContain('Three rounds')
  const refused = await visitHost({}, await hostPage(full))
  expect(refused.frame).toBeUndefined()
})

test('a pinned page works from its folder, says so, and asks for no newer story', async () => {
  const name = readdirSync(join(inject('dist'), 'pinned')).find((file) => !file.endsWith('-notes.html')) ?? ''
  const visit = await open({ path: `pinned/${name}`, noWebgl: true })
  await shows(visit.page, '#timeline svg.chart', '#map .map-main path.ground-land', '#pinned')
  expect(await visit.page.locator('#pinned').textContent()).toContain('corrections made later do not reach this copy')
  expect(visit.requests.filter((url) => url.includes('/data/'))).toEqual([])
  expectClean(visit)
})

test('the rules for nginx and Apache that the build writes are those that the page on hosting shows', () => {
  const docs = readFileSync(resolve(import.meta.dirname, '../../docs/hosting.md'), 'utf8')
  const shown = (language: string) => new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(docs)?.[1] ?? ''
  /** As for a site at /talks/, and without the texts of policies. */
  const plain = (rules: string): string => {
    const base = /^# The site at (.*)\. Include/.exec(rules)?.[1] ?? ''
    return rules
      .replaceAll(/(Content-Security-Policy )"[^"]*"/g, '$1"…"')
      .replaceAll(new RegExp(`((?:location|=|The site at) )${base}`, 'g'), '$1/talks/')
  }
  for (const [file, language] of [
    ['nginx.conf', 'nginx'],
    ['apache.htaccess', 'apache'],
  ] as const) {
    const written = readFileSync(join(inject('dist'), 'hosting', file), 'utf8')
    expect(plain(written)).toBe(plain(shown(language)))
  }
})
