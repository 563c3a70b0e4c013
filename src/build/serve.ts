import { readFile, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, sep } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { headersOf, parseHeaders, withoutDirective } from './policy'

/** What to serve, and how a host may fall short. */
export interface ServeOptions {
  readonly root: string
  /** 0, the default, takes any free port. */
  readonly port?: number
  /** The path that the site lies under, with a slash at both ends. */
  readonly base?: string
  /** Without the header that lets other origins read. */
  readonly cors?: boolean
  /** Without any header of the `_headers` file, as hosts that know no such file. */
  readonly bare?: boolean
  /** A policy that the host sends in the place of ours. */
  readonly policy?: string
  /** Without `frame-ancestors`, so that any page may frame it. */
  readonly framedByAll?: boolean
  readonly range?: boolean
  readonly compress?: boolean
  /** Paths below the base that are answered with 500. */
  readonly fail?: readonly string[]
  /** Other contents for paths below the base, such as `data/us-iran-2026.json`. */
  readonly replace?: Readonly<Record<string, string>>
}

export interface Served {
  /** With the base and a slash at the end. */
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}
const COMPRESSIBLE = /^(text\/|application\/(json|geo\+json|manifest\+json|xml)|image\/svg)/
const compressed = new Map<string, Promise<Buffer>>()

/** Serves a built site as a static host would, with the headers of its `_headers` file. Rejects where the port is taken. */
export async function serve(options: ServeOptions): Promise<Served> {
  const base = options.base ?? '/'
  const server = createServer((request, response) => {
    answer(request, response, options).catch((error: unknown) => {
      console.error(error)
      response.destroy()
    })
  })
  await new Promise<void>((done, failed) => {
    server.once('error', failed)
    server.listen(options.port ?? 0, '127.0.0.1', done)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}${base}`,
    port,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, options: ServeOptions): Promise<void> {
  const path = pathBelow(options.base ?? '/', request.url ?? '/')
  await setHeaders(response, path ?? '', options)
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405, 'Method not allowed')
  if (path === null) return send(response, 404, 'Not found')
  if (options.fail?.includes(path)) return send(response, 500, 'Failed on purpose')
  const replaced = options.replace?.[path]
  const file = replaced === undefined ? await findFile(options.root, path) : null
  const body = replaced === undefined ? file && (await readFile(file.path)) : Buffer.from(replaced)
  if (!body) return send(response, 404, 'Not found')
  const type = TYPES[extname(path)] ?? 'application/octet-stream'
  response.setHeader('Content-Type', type)
  if (sendRange(request, response, body, options)) return
  const accepts = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  if (options.compress === false || !accepts || !COMPRESSIBLE.test(type)) return send(response, 200, body, request.method)
  response.setHeader('Content-Encoding', 'gzip')
  response.setHeader('Vary', 'Accept-Encoding')
  send(response, 200, file ? await compress(`${file.path} ${file.changed}`, body) : await promisify(gzip)(body), request.method)
}

/** The path below the base, a folder as its `index.html`; null where it lies outside or cannot be read. */
function pathBelow(base: string, url: string): string | null {
  try {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname)
    if (!path.startsWith(base) || path.includes('\0')) return null
    const below = path.slice(base.length)
    return below === '' || below.endsWith('/') ? `${below}index.html` : below
  } catch {
    return null
  }
}

async function findFile(root: string, path: string): Promise<{ path: string; changed: number } | null> {
  const full = normalize(join(root, path))
  if (!full.startsWith(normalize(root + sep)) || path === '_headers') return null
  const found = await stat(full).catch(() => null)
  return found?.isFile() ? { path: full, changed: found.mtimeMs } : null
}

/** Read anew each time: a rebuilt page has another hash in its policy. */
async function setHeaders(response: ServerResponse, path: string, options: ServeOptions): Promise<void> {
  if (options.bare) return
  const text = await readFile(join(options.root, '_headers'), 'utf8').catch(() => '')
  for (const [name, value] of headersOf(parseHeaders(text), `/${path}`)) {
    if (options.cors === false && name === 'Access-Control-Allow-Origin') continue
    const loosened = options.framedByAll && name === 'Content-Security-Policy'
    response.setHeader(name, loosened ? withoutDirective(value, 'frame-ancestors') : value)
  }
  if (options.policy) response.setHeader('Content-Security-Policy', options.policy)
}

/** Answers a request for one range of bytes; false where it asks for none. */
function sendRange(request: IncomingMessage, response: ServerResponse, body: Buffer, options: ServeOptions): boolean {
  if (options.range === false) return false
  response.setHeader('Accept-Ranges', 'bytes')
  const asked = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '')
  if (!asked || (asked[1] === '' && asked[2] === '')) return false
  const first = asked[1] === '' ? Math.max(0, body.length - Number(asked[2])) : Number(asked[1])
  const last = asked[1] === '' || asked[2] === '' ? body.length - 1 : Math.min(Number(asked[2]), body.length - 1)
  if (first > last) {
    response.setHeader('Content-Range', `bytes */${body.length}`)
    send(response, 416, '')
    return true
  }
  response.setHeader('Content-Range', `bytes ${first}-${last}/${body.length}`)
  send(response, 206, body.subarray(first, last + 1), request.method)
  return true
}

function compress(key: string, body: Buffer): Promise<Buffer> {
  const known = compressed.get(key)
  if (known) return known
  const made = promisify(gzip)(body)
  compressed.set(key, made)
  return made
}

function send(response: ServerResponse, status: number, body: string | Buffer, method = 'GET'): void {
  if (status >= 400) response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  response.setHeader('Content-Length', Buffer.byteLength(body))
  response.writeHead(status).end(method === 'HEAD' ? undefined : body)
}
