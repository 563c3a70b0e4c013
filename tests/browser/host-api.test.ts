import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { expectClean, open, openBlank } from './support'

/** What the next page of the other origin says, and with which headers. */
let page = { body: '', headers: {} as Record<string, string> }
let server: Server
let host = ''

beforeAll(async () => {
  server = createServer((request, response) => {
    const isPage = request.url?.startsWith('/page')
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...(isPage ? page.headers : {}) })
    response.end(
      isPage ? `<!doctype html><html lang="en"><title>Host</title>${page.body}` : '<!doctype html><title>Other</title>',
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})
afterAll(() => server.close())

const SCRIPT = () => `<script src="${inject('site')}host/parley-host.js" defer></script>`
/** The list alone in a fixed height: how heights are told has tests of its own. */
const framed = (id: string, query: string, more = '') =>
  `<iframe id="${id}" title="${id}" width="600" height="480" ${more} src="${inject('site')}embed.html?resize=fixed&parts=list&${query}"></iframe>`
const link = (event: string, more = '') => `<a href="https://full.example/" data-parley-event="${event}" ${more}>${event}</a> `

async function visit(body: string, query = '', headers: Record<string, string> = {}): Promise<Page> {
  page = { body, headers }
  const { page: opened } = await openBlank({ noWebgl: true }, host)
  await opened.goto(`${host}page${query}`, { waitUntil: 'load' })
  return opened
}

async function inside(opened: Page, id: string): Promise<Frame> {
  const frame = await (await opened.$(`#${id}`))?.contentFrame()
  if (!frame) throw new Error(`The page has no frame #${id}`)
  return frame
}

const isOpen = (frame: Frame, event: string) =>
  frame.locator(`#events [data-event="${event}"][aria-current]`).waitFor({ state: 'attached', timeout: 10_000 })
const openRow = (frame: Frame, event: string) => frame.locator(`#events [data-event="${event}"] h3 button`).click()
const isMarked = (opened: Page, event: string) => opened.locator(`[data-parley-event="${event}"][aria-current]`).waitFor()

test('a page of another origin opens an event by a link, keeps focus and place, and hears what the reader opens', async () => {
  const links = link('geneva-round-3') + link('albusaidi-post')
  const opened = await visit(
    `<p>${links}</p>${framed('talks', 'api=1', 'data-parley')}<div style="height:2000px">${SCRIPT()}</div>`,
  )
  const frame = await inside(opened, 'talks')
  await isMarked(opened, 'geneva-round-3')
  await opened.getByRole('link', { name: 'albusaidi-post' }).press('Enter')
  await isMarked(opened, 'albusaidi-post')
  await isOpen(frame, 'albusaidi-post')
  const after = await opened.evaluate(() => ({
    focus: document.activeElement?.textContent,
    top: scrollY,
    path: location.pathname,
  }))
  expect(after).toEqual({ focus: 'albusaidi-post', top: 0, path: '/page' })
  await openRow(frame, 'geneva-round-3')
  await isMarked(opened, 'geneva-round-3')
})

test('the page’s own address opens an event in the frame and follows the reader, without a step in the history', async () => {
  const opened = await visit(
    `${framed('talks', 'api=1', 'data-parley data-parley-address="?open"')}${SCRIPT()}`,
    '?a=1&open=albusaidi-post',
  )
  const frame = await inside(opened, 'talks')
  await isOpen(frame, 'albusaidi-post')
  expect(new URL(frame.url()).searchParams.get('event')).toBe('albusaidi-post')
  await openRow(frame, 'iran-offer')
  await opened.waitForURL(`${host}page?a=1&open=iran-offer`)
  expect(await opened.evaluate(() => history.length)).toBe(2)
})

/** Keeps what comes from each frame of the page but heights, and greets the frames. */
const LISTENER = `<script>
  heard = []
  addEventListener('message', (event) => {
    const id = [...document.querySelectorAll('iframe')].find((each) => each.contentWindow === event.source)?.id
    if (event.data.parley === 1 && event.data.type !== 'embed-size') heard.push(id + ' ' + event.data.type + ' ' + event.data.event)
  })
  addEventListener('load', () => {
    for (let n = 0; n < frames.length; n++) frames[n].postMessage({ parley: 1, type: 'hello' }, '*')
  })
</script>`
const heardBy = (opened: Page) => opened.evaluate(() => (globalThis as unknown as { heard: readonly string[] }).heard)

test('a frame without api=1 says nothing, and a frame beside one that speaks cannot command it', async () => {
  const opened = await visit(
    `${LISTENER}${framed('silent', '')}${framed('speaking', 'api=1')}<iframe id="other" src="${host}other"></iframe>`,
  )
  const other = await inside(opened, 'other')
  await other.evaluate(() => {
    for (const frame of [parent.frames[0], parent.frames[1]]) {
      frame?.postMessage({ parley: 1, type: 'hello' }, '*')
      frame?.postMessage({ parley: 1, type: 'select', event: 'iran-offer' }, '*')
    }
  })
  await opened.evaluate(() => {
    for (const frame of [parent.frames[0], parent.frames[1]])
      frame?.postMessage({ parley: 1, type: 'select', event: 'rubio-missiles' }, '*')
  })
  await isOpen(await inside(opened, 'speaking'), 'rubio-missiles')
  await isOpen(await inside(opened, 'silent'), 'geneva-round-3')
  expect(await heardBy(opened)).toEqual(['speaking ready geneva-round-3', 'speaking selection rubio-missiles'])
})

test('two frames, one of them in a sandbox, do not mix; a page without an origin is not answered', async () => {
  const frames = framed('a', 'api=1', 'data-parley sandbox="allow-scripts"') + framed('b', 'api=1', 'data-parley')
  const opened = await visit(
    `${link('iran-offer', 'data-parley-frame="a"')}${link('rubio-missiles', 'data-parley-frame="b"')}${frames}${SCRIPT()}`,
  )
  await opened.waitForFunction(() => frames.length === 2)
  const [a, b] = [await inside(opened, 'a'), await inside(opened, 'b')]
  await isOpen(a, 'geneva-round-3')
  await isOpen(b, 'geneva-round-3')
  await opened.getByRole('link', { name: 'iran-offer' }).click()
  await isMarked(opened, 'iran-offer')
  await isOpen(a, 'iran-offer')
  await isOpen(b, 'geneva-round-3')
  await openRow(b, 'rubio-missiles')
  await isMarked(opened, 'rubio-missiles')
  await isOpen(a, 'iran-offer')
  const boxed = await visit(`${LISTENER}${framed('talks', 'api=1')}`, '', { 'Content-Security-Policy': 'sandbox allow-scripts' })
  await isOpen(await inside(boxed, 'talks'), 'geneva-round-3')
  expect(await heardBy(boxed)).toEqual([])
})

test('the demo page works by keyboard, under its own strict policy', async () => {
  const visited = await open({ path: 'host/demo.html', noWebgl: true })
  const line = visited.page.locator('#open')
  await line.getByText('third round').waitFor()
  await visited.page.getByRole('link', { name: 'planned for Vienna' }).press('Enter')
  await line.getByText('planned for Vienna').waitFor()
  expect(new URL(visited.page.url()).search).toBe('?open=vienna-technical-talks')
  await visited.page.getByRole('button', { name: 'Close what is open' }).press('Enter')
  await line.getByText('nothing').waitFor()
  expect(new URL(visited.page.url()).search).toBe('')
  expectClean(visited)
})
