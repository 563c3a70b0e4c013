import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build } from 'vite'
import { TARGETS } from './targets'

/**
 * Scripts that main loads when the story is on screen. Each is `src/NAME.ts`, becomes a classic script of its own and hands over by
 * setting a property of `window`: the bundle's exports go nowhere.
 */
const LATER = ['map-view', 'dialogs', 'reader', 'map-engine'] as const

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

/** Copied under `.js`: hosts without a MIME type for `.mjs` would serve it as something that browsers refuse. */
async function copyWorker(out: string): Promise<string> {
  const source = createRequire(import.meta.url).resolve('maplibre-gl/dist/maplibre-gl-worker.mjs')
  const text = (await readFile(source, 'utf8')).replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n')
  if (/\bimport\s*[{"'*]/.test(text)) throw new Error('MapLibre’s worker imports other files and cannot be copied alone.')
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 8)
  const name = `assets/map-worker-${hash}.js`
  await mkdir(join(out, 'assets'), { recursive: true })
  await writeFile(join(out, name), text)
  return name
}
