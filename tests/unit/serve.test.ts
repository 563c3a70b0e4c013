import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { formatHeaders, headerRules } from '../../src/build/policy'
import { type Served, type ServeOptions, serve } from '../../src/build/serve'

let folder: string
let running: Served[]

beforeEach(async () => {
  running = []
  folder = await mkdtemp(join(tmpdir(), 'parley-serve-'))
  await mkdir(join(folder, 'site/assets'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await writeFile(join(folder, 'site/index.html'), '<h1>Page</h1>')
  await writeFile(join(folder, 'site/assets/main-1.js'), '0123456789')
  await writeFile(
    join(folder, 'site/_headers'),
    formatHeaders(
      headerRules({
        page: "default-src 'none'; frame-ancestors 'self'; object-src 'none'",
        embed: 'frame-ancestors *',
        pinned: null,
      }),
    ),
  )
})
afterEach(async () => {
  await Promise.all(running.map((served) => served.close()))
  await rm(folder, { recursive: true })
})

async function start(options: Partial<ServeOptions> = {}): Promise<string> {
  const served = await serve({ root: join(folder, 'site'), ...options })
  running.push(served)
  return served.url
}

/** `fetch` would tidy the path before it asks. */
const rawGet = (site: string, path: string) =>
  new Promise<string>((done, failed) => {
    const request = get({ host: '127.0.0.1', port: new URL(site).port, path }, (response) => {
      let body = ''
      response.on('data', (chunk) => (body += chunk)).on('end', () => done(`${response.statusCode} ${body}`))
    })
    request.on('error', failed)
  })

test('a folder gives its page, with type and headers', async () => {
  const response = await fetch(await start())
  expect(await response.text()).toBe('<h1>Page</h1>')
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
})

test('a hashed file may be kept for ever, the page not', async () => {
  const site = await start()
  expect((await fetch(new URL('assets/main-1.js', site))).headers.get('cache-control')).toContain('immutable')
  expect((await fetch(site)).headers.get('cache-control')).toBeNull()
})

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/..%5csecret.txt',
  '/%00',
  '/%',
  '/_headers',
])('nothing outside the site is given: %s', async (path) => {
  expect(await rawGet(await start(), path)).toBe('404 Not found')
})

test('a host may lie under a path, send no CORS header and let all frame it', async () => {
  const site = await start({ base: '/news/talks/', cors: false, framedByAll: true })
  const response = await fetch(site)
  expect(response.status).toBe(200)
  expect(response.headers.get('access-control-allow-origin')).toBeNull()
  expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; object-src 'none'")
  expect((await fetch(new URL('/index.html', site))).status).toBe(404)
})

test('a host may know no `_headers` file, or send a policy of its own', async () => {
  const bare = await fetch(await start({ bare: true }))
  expect([bare.headers.get('content-security-policy'), bare.headers.get('access-control-allow-origin')]).toEqual([null, null])
  expect(bare.headers.get('content-type')).toBe('text/html; charset=utf-8')
  const own = await fetch(await start({ policy: "default-src 'self'" }))
  expect(own.headers.get('content-security-policy')).toBe("default-src 'self'")
})

test('a file can fail or be replaced', async () => {
  const site = await start({ fail: ['assets/main-1.js'], replace: { 'data/story.json': '{}' } })
  expect((await fetch(new URL('assets/main-1.js', site))).status).toBe(500)
  const replaced = await fetch(new URL('data/story.json', site))
  expect([replaced.headers.get('content-type'), await replaced.text()]).toEqual(['application/json; charset=utf-8', '{}'])
})

test.each([
  ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
  ['bytes=7-', 206, '789', 'bytes 7-9/10'],
  ['bytes=-2', 206, '89', 'bytes 8-9/10'],
  ['bytes=20-', 416, '', 'bytes */10'],
])('a range is answered: %s', async (range, status, body, contentRange) => {
  const response = await fetch(new URL('assets/main-1.js', await start()), { headers: { range } })
  expect([response.status, await response.text(), response.headers.get('content-range')]).toEqual([status, body, contentRange])
})

test('without ranges the whole file is given', async () => {
  const response = await fetch(new URL('assets/main-1.js', await start({ range: false })), { headers: { range: 'bytes=2-4' } })
  expect([response.status, await response.text()]).toEqual([200, '0123456789'])
})

test('text is compressed for those who ask', async () => {
  const site = await start()
  expect((await fetch(site, { headers: { 'accept-encoding': 'gzip' } })).headers.get('content-encoding')).toBe('gzip')
  expect((await fetch(site, { headers: { 'accept-encoding': 'identity' } })).headers.get('content-encoding')).toBeNull()
})

test('a taken port is refused', async () => {
  const site = await start()
  await expect(start({ port: Number(new URL(site).port) })).rejects.toThrow('EADDRINUSE')
})
