import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Frame } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Served, serve } from '../../src/build/serve'
import { DRAWN_MAP, openBlank, shows } from './support'

let site: Served
let host: { readonly url: string; close(): void }

beforeAll(async () => {
  site = await serve({ root: inject('dist'), base: '/news/talks/', cors: false, framedByAll: true })
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(
      `<!doctype html><title>Host</title><iframe sandbox="allow-scripts" width="1000" height="760" src="${site.url}"></iframe>`,
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  host = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() }
})
afterAll(async () => {
  host.close()
  await site.close()
})

async function framed(noWebgl: boolean): Promise<Frame> {
  const { page } = await openBlank({ noWebgl }, new URL(site.url).origin)
  await page.goto(host.url, { waitUntil: 'load' })
  const frame = page.frames().find((each) => each.url().startsWith(site.url))
  if (!frame) throw new Error('The host page holds no frame of the site.')
  return frame
}

for (const noWebgl of [false, true]) {
  test(`list, timeline and map work in a sandboxed frame without CORS headers${noWebgl ? ', without WebGL' : ''}`, async () => {
    const frame = await framed(noWebgl)
    await shows(frame, '#events li', '#timeline svg.chart', DRAWN_MAP)
    expect(await frame.evaluate(() => origin)).toBe('null')
  })
}
