import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type SnippetKind, snippet } from '../../../src/core/snippets'
import { snippetWords } from '../../../src/core/words/snippet-words'

const ROOT = resolve(import.meta.dirname, '../../..')

/** What a host page frames. */
export interface Framed {
  /** The embed's address. */
  readonly src: string
  /** The frame's `sandbox`; null where it has none. */
  readonly sandbox: string | null
}

/** A script that gives frames their height, and how a page uses it. */
export interface HostScript {
  readonly name: string
  /** Its npm package, whose file is used as it is; null where its behaviour is written down again, which its name says. */
  readonly package: string | null
  /** It gives a height to a frame that has no origin of its own. */
  readonly reachesSandbox: boolean
  /** It gives no more than so many px. */
  readonly mostPx?: number
  /** What the embed shows, so that its content is not higher than that; added to its address. */
  readonly low?: string
  /** The part of the page that shows the frame. */
  body(framed: Framed): string
}

const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(resolve(ROOT, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version
const named = (name: string): string => `${name} ${versionOf(name)}`

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')
/** An attribute with a space before it; nothing where there is no value. */
const attribute = (name: string, value: string | null): string => (value === null ? '' : ` ${name}="${escaped(value)}"`)
const iframe = ({ src, sandbox }: Framed, more = ' height="472"'): string =>
  `<iframe title="Talks" width="100%" frameborder="0"${attribute('src', src)}${attribute('sandbox', sandbox)}${more}></iframe>`
const script = (path: string, more = ''): string => `<script src="/${path}"${more}></script>`
const SECRET = 'Ab12Cd34Ef'

export const HOST_SCRIPTS = {
  datawrapper: {
    name: `${named('@datawrapper/chart-core')}, embed.js`,
    package: '@datawrapper/chart-core',
    reachesSandbox: true,
    body: (framed) => iframe(framed, ' scrolling="no" height="472"') + script('npm/@datawrapper/chart-core/dist/embed.js'),
  },
  'datawrapper-old': {
    name: 'Datawrapper’s earlier listener (re-implemented)',
    package: null,
    reachesSandbox: true,
    body: (framed) => iframe(framed) + script('re-implemented/datawrapper-old.js'),
  },
  pym: {
    name: named('pym.js'),
    package: 'pym.js',
    reachesSandbox: true,
    body: ({ src, sandbox }) =>
      snippetOf('pym', src).replace(/<div id="[^"]*"/, `<div id="talks-1"${attribute('data-pym-sandbox', sandbox)}`) +
      script('npm/pym.js/dist/pym.v1.min.js'),
  },
  'iframe-resizer-4': {
    name: named('iframe-resizer'),
    package: 'iframe-resizer',
    reachesSandbox: false,
    body: (framed) =>
      iframe(framed, ' id="talks" height="472"') +
      script('npm/iframe-resizer/js/iframeResizer.min.js') +
      `<script>iFrameResize({}, '#talks')</script>`,
  },
  'iframe-resizer-5': {
    name: named('@iframe-resizer/parent'),
    package: '@iframe-resizer/parent',
    reachesSandbox: false,
    body: (framed) =>
      iframe(framed, ' id="talks" height="472"') +
      script('npm/@iframe-resizer/parent/index.umd.js') +
      `<script>iframeResize({ license: 'GPLv3', waitForLoad: true }, '#talks')</script>`,
  },
  sidechain: {
    name: named('@nprapps/sidechain'),
    package: '@nprapps/sidechain',
    reachesSandbox: true,
    // It knows no sandbox: a host that wants one sets it on the frame within.
    body: ({ src, sandbox }) =>
      sandbox === null
        ? `${script('npm/@nprapps/sidechain/dist/sidechain.js')}<side-chain${attribute('src', src)}></side-chain>`
        : `${script('npm/@nprapps/sidechain/dist/sidechain.js')}<side-chain></side-chain><script>
             const chain = document.querySelector('side-chain')
             chain.iframe.setAttribute('sandbox', ${JSON.stringify(sandbox)})
             chain.setAttribute('src', ${JSON.stringify(src)})
           </script>`,
  },
  frames: {
    name: named('@newswire/frames'),
    package: '@newswire/frames',
    reachesSandbox: true,
    body: ({ src, sandbox }) =>
      `<div${attribute('data-frame-src', src)}${attribute('data-frame-attribute-sandbox', sandbox)}></div>` +
      script('npm/@newswire/frames/dist/frames.umd.js') +
      '<script>newswireFrames.autoInitFrames()</script>',
  },
  wordpress: {
    name: 'WordPress 6, wp-embed.js (re-implemented)',
    package: null,
    reachesSandbox: true,
    mostPx: 1000,
    low: '&parts=map,timeline',
    // It sandboxes always, and hides the frame until it has spoken.
    body: ({ src }) =>
      `<blockquote class="wp-embedded-content" data-secret="${SECRET}"><a href="${escaped(src)}">Talks</a></blockquote>${iframe(
        { src: `${src}#?secret=${SECRET}`, sandbox: 'allow-scripts' },
        ` class="wp-embedded-content" security="restricted" style="position: absolute; visibility: hidden" height="338" data-secret="${SECRET}"`,
      )}${script('re-implemented/wordpress.js')}`,
  },
  amp: {
    name: 'amp-iframe, as documented (re-implemented)',
    package: null,
    reachesSandbox: false,
    body: (framed) => amp(framed, ' data-strict'),
  },
  'amp-now': {
    name: 'amp-iframe, as its source is since 2019 (re-implemented)',
    package: null,
    reachesSandbox: true,
    body: ({ src, sandbox }) => amp({ src, sandbox: sandbox ?? 'allow-scripts' }, ''),
  },
  h5p: {
    name: 'h5p-resizer.js (re-implemented)',
    package: null,
    reachesSandbox: true,
    body: (framed) => iframe(framed) + script('re-implemented/h5p.js'),
  },
  'h5p-old': {
    name: 'h5p-resizer.js before 2016 (re-implemented)',
    package: null,
    reachesSandbox: true,
    body: (framed) => iframe(framed) + script('re-implemented/h5p.js', ' data-old'),
  },
  own: {
    name: 'our own snippet',
    package: null,
    reachesSandbox: true,
    body: (framed) => ownSnippet(framed),
  },
  none: {
    name: 'no script at all',
    package: null,
    reachesSandbox: false,
    mostPx: 472,
    body: (framed) => iframe(framed),
  },
} as const satisfies Readonly<Record<string, HostScript>>

function amp({ src, sandbox }: Framed, more: string): string {
  const flags = sandbox ?? 'allow-scripts allow-same-origin'
  return `<amp-iframe resizable height="472"${attribute('src', src)}${attribute('sandbox', flags)}${more}></amp-iframe>${script('re-implemented/amp.js')}`
}

/** As the builder of embeds gives it. */
function snippetOf(kind: SnippetKind, src: string): string {
  const [base = '', framePath = '', frameQuery = ''] = /^(.*\/)([^/?]*)(.*)$/.exec(src)?.slice(1) ?? []
  const made = snippet(kind, {
    base,
    framePath,
    frameQuery,
    pageQuery: '',
    id: 'talks',
    title: 'Talks',
    heightPx: 472,
    isFixed: false,
    pinned: null,
    credit: '',
    picture: null,
    hasOembed: false,
    words: snippetWords,
  })
  if (!('text' in made)) throw new Error('There is no snippet')
  return made.text
}

/** With what a journalist may add: a sandbox, and a frame out of view that loads at once. */
const ownSnippet = ({ src, sandbox }: Framed): string =>
  snippetOf('listener', src)
    .replace(' loading="lazy"', '')
    .replace('<iframe ', `<iframe${attribute('sandbox', sandbox)} `)

export type HostName = keyof typeof HOST_SCRIPTS
