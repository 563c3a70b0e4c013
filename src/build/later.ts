import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build } from 'vite'
import type { EmbedParts } from './embed-page'
import type { NotesParts } from './notes-page'
import { tidyCss } from './shell'
import { TARGETS } from './targets'

/**
 * Scripts that main loads when the story is on screen. Each is `src/NAME.ts`, becomes a classic script of its own and hands over by
 * setting a property of `window`: the bundle's exports go nowhere.
 */
const LATER = ['map-view', 'panels', 'dialogs', 'guide', 'builder', 'share', 'handout', 'reader', 'map-engine'] as const

/**
 * Builds the later scripts and copies MapLibre's worker beside them. Gives their addresses, relative to the page, by the name of the
 * `<meta>` in which main finds them, `parley-NAME`; the worker’s is `parley-map-worker`.
 */
export async function buildLater(root: string, out: string): Promise<ReadonlyMap<string, string>> {
  const addresses = new Map<string, string>()
  for (const name of LATER) addresses.set(`parley-${name}`, `./${await buildScript(root, out, name)}`)
  addresses.set('parley-map-worker', `./${await copyWorker(out)}`)
  return addresses
}

/** Scripts of pages in frames, in the order in which they run before main. */
const BEFORE_MAIN = ['embed'] as const

/** Builds what only pages in frames bring: their scripts and their sheet. */
export async function buildEmbed(root: string, out: string): Promise<EmbedParts> {
  const scripts: string[] = []
  for (const name of BEFORE_MAIN) scripts.push(`./${await buildScript(root, out, name)}`)
  return { early: `./${await buildScript(root, out, 'early')}`, scripts, css: await buildSheet(root, 'embed') }
}

/** Builds what the window with the notes brings. */
export const buildNotes = async (root: string, out: string): Promise<NotesParts> => ({
  css: await buildSheet(root, 'notes'),
  script: `./${await buildScript(root, out, 'notes')}`,
})

/** The sheet `src/NAME.css` as text, its addresses relative to the page. */
async function buildSheet(root: string, name: string): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    base: './',
    build: { target: TARGETS, write: false, rolldownOptions: { input: join(root, `src/${name}.css`) } },
  })
  const output = Array.isArray(result) ? result.flatMap((each) => each.output) : 'output' in result ? result.output : []
  const [sheet, ...others] = output.filter((each) => each.type === 'asset')
  if (sheet === undefined || others.length > 0) throw new Error(`src/${name}.css must become one sheet and nothing else.`)
  return tidyCss(typeof sheet.source === 'string' ? sheet.source : new TextDecoder().decode(sheet.source))
}

async function buildScript(root: string, out: string, name: string): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    base: './',
    // A classic script has no `import.meta`; MapLibre reads it only where no worker address was set.
    define: { 'import.meta.url': '""' },
    build: {
      target: TARGETS,
      outDir: out,
      emptyOutDir: false,
      modulePreload: false,
      reportCompressedSize: false,
      // `sizes.ts` holds it to its budget.
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: join(root, `src/${name}.ts`),
        output: { format: 'iife', entryFileNames: `assets/${name}-[hash].js` },
      },
    },
  })
  const output = Array.isArray(result) ? result.flatMap((each) => each.output) : 'output' in result ? result.output : []
  const [script, ...others] = output
  if (script?.type !== 'chunk' || others.length > 0) throw new Error(`src/${name}.ts must become one script and nothing else.`)
  return script.fileName
}

/**
 * Copied under `.js`: hosts without a MIME type for `.mjs` would serve it as something that browsers refuse. Loaded by a page instead of a
 * worker, it hands over its own text: a document without an origin can neither run the file as a worker nor, without CORS headers, read it.
 */
async function copyWorker(out: string): Promise<string> {
  const source = createRequire(import.meta.url).resolve('maplibre-gl/dist/maplibre-gl-worker.mjs')
  const module = (await readFile(source, 'utf8')).replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n')
  const body = module.replace(/;?export\{\w+ as default\};?\s*$/, ';')
  if (/\bimport\s*[{"'*]/.test(body)) throw new Error('MapLibre’s worker imports other files and cannot be copied alone.')
  if (body === module || /\bimport\.meta\b/.test(body)) throw new Error('MapLibre’s worker cannot be wrapped in a function.')
  const text = `{
const work = function () {
'use strict'
${body}
}
if (typeof document === 'undefined') work()
else self.parleyMapWorker = \`(\${work})()\`
}
`
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 8)
  const name = `assets/map-worker-${hash}.js`
  await mkdir(join(out, 'assets'), { recursive: true })
  await writeFile(join(out, name), text)
  return name
}
