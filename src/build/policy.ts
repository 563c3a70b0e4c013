import { createHash } from 'node:crypto'

/** The source expression that lets one inline `<style>` through: its text must stay as it is, byte for byte. */
export function styleHash(css: string): string {
  return `'sha256-${createHash('sha256').update(css).digest('base64')}'`
}

/** The content security policy of the page, all directives. `styleHashes` as `styleHash` gives them. */
export function contentPolicy(styleHashes: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    ['style-src', "'self'", ...styleHashes].join(' '),
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "frame-ancestors 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ')
}

/** The same for `<meta http-equiv>`, where browsers ignore `frame-ancestors` with a warning. */
export function metaPolicy(policy: string): string {
  return withoutDirective(policy, 'frame-ancestors')
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

/** The headers of the built site. Scripts in `assets/` carry a hash in their name and may be kept for ever. */
export function headerRules(policy: string): readonly HeaderRule[] {
  return [
    {
      pattern: '/*',
      headers: new Map([
        ['Content-Security-Policy', policy],
        ['X-Content-Type-Options', 'nosniff'],
        ['Referrer-Policy', 'strict-origin-when-cross-origin'],
        ['Cross-Origin-Resource-Policy', 'cross-origin'],
        ['Access-Control-Allow-Origin', '*'],
        ['Permissions-Policy', 'geolocation=(), camera=(), microphone=(), payment=(), usb=()'],
      ]),
    },
    { pattern: '/assets/*', headers: new Map([['Cache-Control', 'public, max-age=31536000, immutable']]) },
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
