import { createHash } from 'node:crypto'

/** The source expression that lets one inline `<style>` through: its text must stay as it is, byte for byte. */
export function styleHash(css: string): string {
  return `'sha256-${createHash('sha256').update(css).digest('base64')}'`
}

/** Whose frames a page may stand in, and what that asks of its policy. */
export interface PolicyOptions {
  /** As `styleHash` gives them. */
  readonly styleHashes: readonly string[]
  /** A page that any site may frame, in a sandbox too. */
  readonly isEmbed?: boolean
  /** The site's origin where it is known, for browsers in which `'self'` fits nothing in a document without an origin. */
  readonly origin?: string | null
}

/** The content security policy of a page, all directives. */
export function contentPolicy({ styleHashes, isEmbed = false, origin = null }: PolicyOptions): string {
  const self = isEmbed && origin !== null ? `'self' ${origin}` : "'self'"
  return [
    "default-src 'none'",
    `script-src ${self}`,
    ['style-src', self, ...styleHashes].join(' '),
    `img-src ${self} data: blob:`,
    `font-src ${self}`,
    // In a document without an origin MapLibre reads its worker from a data address and hands it over as one.
    `connect-src ${self}${isEmbed ? ' data:' : ''}`,
    `worker-src ${self}${isEmbed ? ' data:' : ''}`,
    // The page that is no embed shows one: the preview of what is to be embedded.
    ...(isEmbed ? [] : ["frame-src 'self'"]),
    `manifest-src ${self}`,
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    // An embed says nothing of it: `*` would keep out pages opened from disk, and those that stand in a sandbox themselves.
    ...(isEmbed ? [] : ["frame-ancestors 'self'"]),
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ')
}

/** The policy of a page that is there to be read: its one sheet, the site’s fonts and pictures, no script and nothing else. */
export const textPolicy = (style: string): string =>
  [
    "default-src 'none'",
    `style-src ${style}`,
    "img-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')

/** The same for `<meta http-equiv>`, where browsers ignore `frame-ancestors` with a warning. */
export function metaPolicy(policy: string): string {
  return withoutDirective(policy, 'frame-ancestors')
}

/**
 * One policy for several pages that differ in their sheets only: it lets through the styles of each. Null where there is none.
 * Throws where they differ in more.
 */
export function joinPolicies(policies: readonly string[]): string | null {
  const [first, ...others] = policies
  if (first === undefined) return null
  const styles = (policy: string) => /style-src [^;]*/.exec(policy)?.[0] ?? ''
  if (others.some((policy) => policy.replace(styles(policy), '') !== first.replace(styles(first), '')))
    throw new Error('Policies that differ in more than their styles have no common one.')
  const sources = policies.flatMap((policy) => styles(policy).split(' '))
  return first.replace(styles(first), [...new Set(sources)].join(' '))
}

/** A policy without one of its directives. */
export function withoutDirective(policy: string, name: string): string {
  return policy
    .split('; ')
    .filter((directive) => directive !== name && !directive.startsWith(`${name} `))
    .join('; ')
}

/** Response headers by path pattern: what `dist/_headers` says to Netlify, Cloudflare Pages and our own server. */
export interface HeaderRule {
  /** A path, or a prefix ending in `*`. */
  readonly pattern: string
  readonly headers: ReadonlyMap<string, string>
}

/** The policies of the built pages, each with all directives. */
export interface SitePolicies {
  readonly page: string
  readonly embed: string
  /** Of the window with the notes; absent where there is none. */
  readonly notes?: string
  /** Of the lesson; absent where there is none. */
  readonly lesson?: string
  /** One for all pinned pages; null where there is none. */
  readonly pinned: string | null
}

/**
 * The headers of the built site. No two rules give a path the same header, because hosts differ in what they make of that: one
 * joins them, and of two policies both hold. Each page stands there under its name with and without `.html`, which hosts cut off.
 * Scripts in `assets/` carry a hash in their name and may be kept for ever; a worker takes its policy from its own answer.
 */
export function headerRules({ page, embed, notes, lesson, pinned }: SitePolicies): readonly HeaderRule[] {
  const policy = (pattern: string, value: string): HeaderRule => ({
    pattern,
    headers: new Map([['Content-Security-Policy', value]]),
  })
  return [
    {
      pattern: '/*',
      headers: new Map([
        ['X-Content-Type-Options', 'nosniff'],
        ['Referrer-Policy', 'strict-origin-when-cross-origin'],
        ['Cross-Origin-Resource-Policy', 'cross-origin'],
        ['Access-Control-Allow-Origin', '*'],
        ['Permissions-Policy', 'geolocation=(), camera=(), microphone=(), payment=(), usb=()'],
      ]),
    },
    ...['/', '/index.html', '/index'].map((path) => policy(path, page)),
    ...['/embed.html', '/embed'].map((path) => policy(path, embed)),
    ...(notes === undefined ? [] : ['/notes.html', '/notes'].map((path) => policy(path, notes))),
    ...(lesson === undefined ? [] : ['/lesson.html', '/lesson'].map((path) => policy(path, lesson))),
    ...(pinned === null ? [] : [policy('/pinned/*', pinned)]),
    {
      pattern: '/assets/*',
      headers: new Map([
        ['Content-Security-Policy', page],
        ['Cache-Control', 'public, max-age=31536000, immutable'],
      ]),
    },
  ]
}

/** Rules as the text of a `_headers` file. */
export function formatHeaders(rules: readonly HeaderRule[]): string {
  return rules
    .map(({ pattern, headers }) => [pattern, ...[...headers].map(([name, value]) => `  ${name}: ${value}`)].join('\n'))
    .join('\n')
    .concat('\n')
}

/** The text of a `_headers` file as rules; other lines are passed over. */
export function parseHeaders(text: string): readonly HeaderRule[] {
  const rules: { pattern: string; headers: Map<string, string> }[] = []
  for (const line of text.split('\n')) {
    const header = /^\s+([\w-]+):\s*(.*)$/.exec(line)
    if (header?.[1]) rules.at(-1)?.headers.set(header[1], header[2] ?? '')
    else if (line.startsWith('/')) rules.push({ pattern: line.trim(), headers: new Map() })
  }
  return rules
}

/** The headers that `rules` give to a path, later rules over earlier ones. */
export function headersOf(rules: readonly HeaderRule[], path: string): Map<string, string> {
  const fits = ({ pattern }: HeaderRule) => (pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern)
  return new Map(rules.filter(fits).flatMap(({ headers }) => [...headers]))
}
