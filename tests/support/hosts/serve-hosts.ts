import { readFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { normalize, resolve, sep } from 'node:path'
import { HOST_SCRIPTS, type HostName } from './host-scripts'

const HERE = import.meta.dirname
const PACKAGES = resolve(HERE, '../../../node_modules')

/** Which host page is asked for. */
export interface HostPage {
  /** One script, or several with a frame each. */
  readonly hosts: readonly HostName[]
  readonly sandbox?: string
  /** The frames lie below the screen. */
  readonly isBelow?: boolean
  /** Added to the embed's address. */
  readonly query?: string
}

export interface ServedHosts {
  address(page: HostPage): string
  close(): void
}

/** Serves pages that frame the embed at `embed`, each with a script that sizes frames, from another origin than the embed's. */
export async function serveHosts(embed: string): Promise<ServedHosts> {
  const server = createServer((request, response) => {
    answer(new URL(request.url ?? '/', 'http://host'), embed, response).catch(() => response.writeHead(404).end())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    address({ hosts, sandbox, isBelow, query }) {
      const asked = new URLSearchParams({ hosts: hosts.join() })
      if (sandbox !== undefined) asked.set('sandbox', sandbox)
      if (isBelow) asked.set('below', '1')
      if (query) asked.set('query', query)
      return `http://127.0.0.1:${port}/?${asked}`
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

async function answer(url: URL, embed: string, response: ServerResponse): Promise<void> {
  if (url.pathname === '/') {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(pageOf(url.searchParams, embed))
    return
  }
  const isPackage = url.pathname.startsWith('/npm/')
  const folder = isPackage ? PACKAGES : HERE
  const path = normalize(resolve(folder, url.pathname.slice(isPackage ? '/npm/'.length : 1)))
  if (!path.startsWith(folder + sep) || !path.endsWith('.js')) throw new Error('Not a script')
  const text = await readFile(path)
  response.setHeader('Content-Type', 'text/javascript; charset=utf-8')
  response.end(text)
}

function pageOf(asked: URLSearchParams, embed: string): string {
  const framed = { src: embed + (asked.get('query') ?? ''), sandbox: asked.get('sandbox') }
  const space = asked.has('below') ? '<div style="block-size: 6000px"></div>' : ''
  const bodies = (asked.get('hosts') ?? '').split(',').map((name) => HOST_SCRIPTS[name as HostName].body(framed))
  return `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>A title of the host’s own</title>
<style>body { margin: 20px auto; inline-size: 640px }</style>
<h1>An article</h1>${space}${bodies.join('\n<p>More of the article.</p>\n')}<p>Its end.</p></html>`
}
