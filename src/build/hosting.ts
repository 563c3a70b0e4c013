import { type HeaderRule, headersOf } from './policy'

/** What a host that reads no `_headers` file is told, as text. `base`: the path of the site, with a slash at both ends. */
export interface HostingOptions {
  readonly rules: readonly HeaderRule[]
  readonly base: string
}

/** Corrections must reach the reader: what may be kept for ever says so in `rules`, all else is asked for again, at the cost of a 304. */
const CACHE = 'Cache-Control'
const ASK_AGAIN = 'no-cache'

/** Without these, hosts send fonts and types as something else. Tiles are read in ranges and must not be compressed. */
const TYPES: readonly (readonly [string, string])[] = [
  ['text/html', 'html'],
  ['text/javascript', 'js'],
  ['text/css', 'css'],
  ['text/plain', 'txt ts'],
  ['application/json', 'json'],
  ['image/svg+xml', 'svg'],
  ['image/png', 'png'],
  ['font/woff2', 'woff2'],
  ['application/octet-stream', 'pmtiles'],
]
const COMPRESSED = ['text/javascript', 'text/css', 'application/json', 'image/svg+xml']

/** One file or folder with everything that the host says about it; the first is the whole site. */
interface Place {
  /** Below the site, without a slash before it; a folder ends in one. */
  readonly path: string
  readonly headers: ReadonlyMap<string, string>
}

/** The paths of `rules` that are files or folders: hosts that take `/embed` for `embed.html` look that up under its own name. */
function placesOf(rules: readonly HeaderRule[]): readonly Place[] {
  const patterns = rules.map(({ pattern }) => pattern)
  const isOtherName = (pattern: string): boolean =>
    patterns.includes(`${pattern}.html`) || patterns.includes(`${pattern}index.html`)
  return rules
    .filter(({ pattern }) => !isOtherName(pattern))
    .map(({ pattern, headers }) => {
      const path = pattern.replace(/\*$/, '')
      // What is said of the start page alone does not hold for the whole folder.
      return { path: path.slice(1), headers: new Map([[CACHE, ASK_AGAIN], ...(path === '/' ? headers : headersOf(rules, path))]) }
    })
}

/** In double quotes. Neither host has a way to write what else may not stand there, and no header of ours holds it. */
function quoted(value: string): string {
  if (/["\\$%\n]/.test(value)) throw new Error(`A header that cannot be written into a configuration: ${value}`)
  return `"${value}"`
}

/**
 * For nginx, to be included in a `server` block whose `root` has the site's folder at `base`. A location takes over nothing once it adds
 * a header of its own, so each says all of them.
 */
export function nginxConf({ rules, base }: HostingOptions): string {
  const [whole, ...others] = placesOf(rules)
  const lines = (place: Place | undefined): readonly string[] =>
    [...(place?.headers ?? [])].map(([name, value]) => `add_header ${name} ${quoted(value)} always;`)
  const location = (head: string, body: readonly string[]): readonly string[] => [
    `location ${head} {`,
    ...body.map((line) => (line === '' ? '' : `  ${line}`)),
    '}',
  ]
  const common = [
    'index index.html;',
    'charset utf-8;',
    `charset_types ${['text/javascript', 'application/json', 'image/svg+xml'].join(' ')};`,
    'default_type application/octet-stream;',
    'types {',
    ...TYPES.map(([type, endings]) => `  ${type} ${endings};`),
    '}',
    'gzip on;',
    'gzip_vary on;',
    `gzip_types ${COMPRESSED.join(' ')};`,
  ]
  const inner = others.flatMap((place) => [
    '',
    ...location(place.path.endsWith('/') ? base + place.path : `= ${base}${place.path}`, lines(place)),
  ])
  return [
    `# The site at ${base}. Include this file in the server block, beside its root.`,
    ...location(base, [...common, '', ...lines(whole), ...inner]),
    '',
  ].join('\n')
}

/** For Apache 2.4: the `.htaccess` of the site's folder, wherever that is. Without mod_headers it fails loudly, for it would protect nothing. */
export function apacheHtaccess({ rules }: Pick<HostingOptions, 'rules'>): string {
  const [whole, ...others] = placesOf(rules)
  const set = ([name, value]: readonly [string, string]): string => `Header always set ${name} ${quoted(value)}`
  const isNew = ([name, value]: readonly [string, string]): boolean => whole?.headers.get(name) !== value
  const inner = others.flatMap(({ path, headers }) => {
    const [open, close] = path.endsWith('/')
      ? [`<If "%{REQUEST_URI} =~ m#/${path}#">`, '</If>']
      : [`<Files "${path}">`, '</Files>']
    return ['', open, ...[...headers].filter(isNew).map((header) => `  ${set(header)}`), close]
  })
  return [
    '# The site in this folder. Apache 2.4 with mod_headers; AllowOverride FileInfo Indexes.',
    'DirectoryIndex index.html',
    'AddDefaultCharset utf-8',
    ...TYPES.map(
      ([type, endings]) =>
        `AddType ${type} ${endings
          .split(' ')
          .map((each) => `.${each}`)
          .join(' ')}`,
    ),
    'AddCharset utf-8 .js .json .css .svg .ts',
    '<IfModule mod_deflate.c>',
    `  AddOutputFilterByType DEFLATE text/html ${COMPRESSED.join(' ')}`,
    '</IfModule>',
    '',
    ...[...(whole?.headers ?? [])].map(set),
    ...inner,
    '',
  ].join('\n')
}
