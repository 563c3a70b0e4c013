import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Frame, Page } from 'playwright-core'
import { afterEach, inject } from 'vitest'
import { type Served, type ServeOptions, serve } from '../../src/build/serve'
import { openBlank, type Scene, type Visit } from './support'

export interface Hosted extends Visit {
  /** The frames of the site, in the order in which they came. */
  readonly frames: readonly Frame[]
}

const sites: Served[] = []
const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) server.close()
  await Promise.all(sites.splice(0).map((site) => site.close()))
})

/**
 * Opens a page of another site, as a newspaper's that embeds us: served from a port of its own, with the body that `body` makes of our
 * site's address. Both servers end with the test.
 */
export async function openHost(
  body: (site: string) => string,
  { scene = {}, site: options = {} }: { readonly scene?: Scene; readonly site?: Partial<ServeOptions> } = {},
): Promise<Hosted> {
  const site = await serve({ root: inject('dist'), base: '/news/talks/', ...options })
  sites.push(site)
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(
      `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Host</title>${body(site.url)}`,
    )
  })
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const visit = await openBlank(scene, new URL(site.url).origin)
  await visit.page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { waitUntil: 'load' })
  return { ...visit, frames: framesOf(visit.page, site.url) }
}

const framesOf = (page: Page, site: string): readonly Frame[] => page.frames().filter((frame) => frame.url().startsWith(site))

/** The first frame of the site. Throws where the page holds none. */
export function onlyFrame({ frames }: Hosted): Frame {
  const [frame] = frames
  if (!frame) throw new Error('The host page holds no frame of the site.')
  return frame
}
