/**
 * What an embed tells the page around it, so that the page gives the frame its height: the formats that resizers in use understand.
 * All that is told is one whole number of CSS px; all that is heard is “measure again”, and by what name iframe-resizer knows the frame.
 */

/** The parts of the frame's address; `location` is one. */
export interface FrameAddress {
  readonly href: string
  readonly hostname: string
  readonly pathname: string
  readonly search: string
  readonly hash: string
}

/** What the host wrote into the frame's address, as far as it is heeded. Not shown, stored or shared by anything. */
export interface FrameHost {
  /** The name by which older Datawrapper listeners find the frame: a part of its `src`, fit for a selector. */
  readonly slug: string
  /** The address as the host gave it. */
  readonly href: string
  /** The id that pym.js gave the frame. */
  readonly pym: string | null
  /** The secret that WordPress gave the frame. */
  readonly wordpress: string | null
  /** The host asked for the messages of LTI tools. */
  readonly lti: boolean
}

/** iframe-resizer's name for the frame, and the origin that it spoke from. */
export interface Resizer {
  readonly id: string
  readonly origin: string
}

export interface FrameSize {
  readonly heightPx: number
  readonly widthPx: number
}

/** A message and the origin that it is meant for. */
export interface Post {
  readonly message: string | Readonly<Record<string, unknown>>
  readonly origin: string
}

/** Asks iframe-resizer, versions 4 and 5, to begin. */
export const RESIZER_READY = '[iFrameResizerChild]Ready'
const RESIZER = '[iFrameSizer]'
const PYM = 'xPYMx'
/** No message that we heed is longer. */
const TEXT_LIMIT = 512
/** Parts of addresses that other frames on the page have as well. */
const COMMON = new Set(['www', 'com', 'org', 'net', 'github', 'pages', 'embed', 'index', 'html', 'pinned'])

const queryValue = (search: string, key: string): string | undefined => new RegExp(`[?&]${key}=([^&]*)`).exec(search)?.[1]

/** Reads an address as it was before the page changed it. */
export function readFrameHost({ href, hostname, pathname, search, hash }: FrameAddress): FrameHost {
  return {
    slug: slugOf(hostname, pathname),
    href,
    pym: /^[\w-]{1,64}$/.exec(queryValue(search, 'childId') ?? '')?.[0] ?? null,
    wordpress: /#\?secret=([A-Za-z0-9]{1,32})$/.exec(hash)?.[1] ?? null,
    lti: queryValue(search, 'host') === 'lti',
  }
}

/** The longest part of the path, else of the host's name, that is like no other address's; the last of equals. */
function slugOf(hostname: string, pathname: string): string {
  const longest = (address: string): string =>
    (address.match(/[a-z0-9-]+/g) ?? [])
      .filter((part) => /[a-z]/.test(part) && !COMMON.has(part))
      .reduce((best, part) => (part.length >= best.length ? part : best), '')
  return longest(pathname) || longest(hostname) || 'embed'
}

/** Every message that tells a height, our own first. `isAnswer`: it answers iframe-resizer's first message. */
export function sizeMessages(host: FrameHost, size: FrameSize, resizer: Resizer | null, isAnswer: boolean): readonly Post[] {
  const { heightPx: height, widthPx } = size
  const toAll: Post['message'][] = [
    { type: 'embed-size', height, parley: 1 },
    { sentinel: 'amp', type: 'embed-size', height },
    { 'datawrapper-height': { [host.slug]: height } },
    JSON.stringify({ src: host.href, context: 'iframe.resize', height }),
    // Source: h5p-resizer.js, whose older versions read `height` and present ones `scrollHeight`.
    { context: 'h5p', action: 'resize', height, scrollHeight: height, clientHeight: height },
  ]
  if (host.pym !== null) toAll.push(['pym', host.pym, 'height', height].join(PYM))
  if (host.wordpress !== null) toAll.push({ message: 'height', value: height, secret: host.wordpress })
  if (host.lti) {
    toAll.push({ subject: 'lti.frameResize', height }, { subject: 'org.imsglobal.lti.frameResize', height })
  }
  const posts: Post[] = toAll.map((message) => ({ message, origin: '*' }))
  if (resizer !== null) {
    // Without a fifth field, version 5 warns of an old page.
    const kind = isAnswer ? 'init:parley' : 'sizeChange'
    posts.push({ message: `${RESIZER}${resizer.id}:${height}:${widthPx}:${kind}`, origin: resizer.origin })
  }
  return posts
}

/** Said once when the page has come: amp-iframe takes its placeholder away. */
export const READY_MESSAGES: readonly Post[] = [{ message: { sentinel: 'amp', type: 'embed-ready' }, origin: '*' }]

/** WordPress's way to open a page of ours in place of its own, where the frame may not open anything; null elsewhere. */
export const linkMessage = (host: FrameHost, address: string): Post | null =>
  host.wordpress === null ? null : { message: { message: 'link', value: address, secret: host.wordpress }, origin: '*' }

/** What the host wants: to be told the height, whether or not it changed; or to be spoken to as iframe-resizer. */
export type FrameRequest = { readonly type: 'measure' } | { readonly type: 'resizer'; readonly resizer: Resizer }

/** A message as it came in. */
export interface Heard {
  readonly data: unknown
  readonly origin: string
  /** The window that sent it is the frame's parent. */
  readonly isParent: boolean
}

const MEASURE: FrameRequest = { type: 'measure' }
const H5P_PINGS: readonly unknown[] = ['ready', 'hello', 'resize']

/** What a message asks for; null where it is none of those we know. Never throws. */
export function readFrameMessage(host: FrameHost, { data, origin, isParent }: Heard): FrameRequest | null {
  if (!isParent) return null
  if (typeof data === 'string') return data.length > TEXT_LIMIT ? null : readText(host, data, origin)
  return typeof data === 'object' && data !== null && isPing(host, data) ? MEASURE : null
}

function readText(host: FrameHost, text: string, origin: string): FrameRequest | null {
  if (text.startsWith(RESIZER)) return readResizer(text.slice(RESIZER.length), origin)
  const [pym, id, kind, value, ...more] = text.split(PYM)
  const isWidth = pym === 'pym' && kind === 'width' && /^\d{1,6}$/.test(value ?? '') && more.length === 0
  return isWidth && host.pym !== null && id === host.pym ? MEASURE : null
}

/**
 * The first message of iframe-resizer has `true` or `false` in its third field. An origin that no message can be addressed to, such as a
 * file's, is answered without one: nothing but a height is told.
 */
function readResizer(text: string, origin: string): FrameRequest | null {
  if (text === 'resize') return MEASURE
  const id = /^([^\s:\p{C}]{1,128}):\d{0,6}:(?:true|false)(?::|$)/u.exec(text)?.[1]
  if (id === undefined) return null
  return { type: 'resizer', resizer: { id, origin: /^https?:\/\/[^/]+$/.test(origin) ? origin : '*' } }
}

/** A field of the object's own that holds data; no getter runs and no prototype is read. */
const field = (data: object, key: string): unknown => Object.getOwnPropertyDescriptor(data, key)?.value

/** The host's listener came late, or its window changed: @newswire/frames, WordPress and H5P say so. */
function isPing(host: FrameHost, data: object): boolean {
  if (field(data, 'sentinel') === 'amp') return field(data, 'type') === 'frames-init'
  if (field(data, 'context') === 'h5p') return H5P_PINGS.includes(field(data, 'action'))
  return host.wordpress !== null && field(data, 'message') === 'ready' && field(data, 'secret') === host.wordpress
}
