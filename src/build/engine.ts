import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build } from 'vite'
import { TARGETS } from './targets'

/** Addresses of the map's two files, relative to the page. */
export interface EngineFiles {
  readonly script: string
  readonly worker: string
}

/**
 * Builds `src/map-engine.ts` (MapLibre and our adapter; sets `window.parleyMapEngine`) as a classic script of its own, and copies
 * MapLibre's worker beside it.
 */
export async function buildEngine(root: string, out: string): Promise<EngineFiles> {
  return { script: await buildScript(root, out), worker: await copyWorker(out) }
}

async function buildScript(root: string, out: string): Promise<string> {
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
        input: join(root, 'src/map-engine.ts'),
        output: { format: 'iife', entryFileNames: 'assets/map-engine-[hash].js' },
      },
    },
  })
  const output = Array.isArray(result) ? result.flatMap((each) => each.output) : 'output' in result ? result.output : []
  const scripts = output.filter((file) => file.type === 'chunk')
  const [script] = scripts
  if (!script || scripts.length > 1) throw new Error(`The map engine must be one script, got ${scripts.length}.`)
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
