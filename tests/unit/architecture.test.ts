import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const SRC = resolve(import.meta.dirname, '../../src')

interface Import {
  readonly from: string
  /** A path below `src` without its ending, or a package's name. */
  readonly of: string
  readonly isType: boolean
}

interface SourceFile {
  /** Below `src`, such as `core/axis.ts`. */
  readonly path: string
  readonly lines: number
  /** The text without its comments. */
  readonly code: string
  readonly imports: readonly Import[]
}

const IMPORT = /^\s*(?:import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{(])\/\/.*$/gm, '$1')

function readSource(path: string): SourceFile {
  const text = readFileSync(join(SRC, path), 'utf8')
  const code = withoutComments(text)
  const imports = [...code.matchAll(IMPORT)].map(([, type, of = '']) => ({
    from: path,
    of: of.startsWith('.') ? relative(SRC, join(SRC, dirname(path), of)).replace(/\.ts$/, '') : of,
    isType: type !== undefined,
  }))
  return { path, lines: text.split('\n').length - 1, code, imports }
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .map(readSource)
const inFolder = (folder: string) => files.filter(({ path }) => path.startsWith(`${folder}/`))
/** What the reader's browser runs: everything but the build and the command line. */
const shipped = files.filter(({ path }) => !path.startsWith('build/') && path !== 'adapters/cli.ts')

const CORE_PACKAGES = [
  'd3-array',
  'd3-scale',
  'd3-time',
  'd3-geo',
  'topojson-client',
  'valibot',
  'edtf',
  'jsonc-parser',
  '@date-fns/tz',
  'uqr',
]
const isCorePackage = (name: string) => CORE_PACKAGES.some((each) => name === each || name.startsWith(`${each}/`))
const TYPES_ONLY = ['geojson', 'topojson-specification']

const ENTRIES = [
  'main',
  'reader',
  'early',
  'dialogs',
  'builder',
  'guide',
  'panels',
  'share',
  'handout',
  'map-engine',
  'notes',
  'views/prerender',
  'host/parley-host',
  'adapters/cli',
  'build/build',
  'build/start',
  'build/schema-file',
]

/** Imports of `sources` that none of `allowed` fits, as `file -> import`. */
function strays(sources: readonly SourceFile[], allowed: (each: Import) => boolean): readonly string[] {
  return sources
    .flatMap(({ imports }) => imports)
    .filter((each) => !(each.isType && TYPES_ONLY.includes(each.of)) && !allowed(each))
    .map((each) => `${each.from} -> ${each.of}`)
}

/** Lines of `sources` that match, as `file: line`. */
function linesWith(sources: readonly SourceFile[], pattern: RegExp): readonly string[] {
  return sources.flatMap(({ path, code }) =>
    code
      .split('\n')
      .filter((line) => pattern.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  )
}

/** All that `entries` import, directly or not, as far as `follows` says. */
function reached(entries: readonly string[], follows: (each: Import) => boolean): ReadonlySet<string> {
  const byPath = new Map(files.map((file) => [file.path.replace(/\.ts$/, ''), file]))
  const seen = new Set<string>()
  const waiting = [...entries]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    waiting.push(...(byPath.get(path)?.imports ?? []).filter(follows).map(({ of }) => of))
  }
  return seen
}

describe('layers', () => {
  test('the scan sees the imports', () => {
    expect(files.length).toBeGreaterThan(20)
    expect(files.find(({ path }) => path === 'views/view.ts')?.imports.map(({ of }) => of)).toContain('state/state')
  })

  test('core imports core and libraries without DOM', () => {
    expect(strays(inFolder('core'), ({ of }) => of.startsWith('core/') || isCorePackage(of))).toEqual([])
  })

  test('state imports core and the same libraries', () => {
    expect(strays(inFolder('state'), ({ of }) => /^(core|state)\//.test(of) || isCorePackage(of))).toEqual([])
  })

  test('views import core, state, views and d3', () => {
    expect(strays(inFolder('views'), ({ of }) => /^(core|state|views)\//.test(of) || /^d3-/.test(of))).toEqual([])
  })

  test('adapters import all but main', () => {
    expect(strays(inFolder('adapters'), ({ of }) => !/^(main|mount|map-engine|build\/.*)$/.test(of))).toEqual([])
  })

  test('what is shipped never imports the build', () => {
    expect(strays(shipped, ({ of }) => !/^(build\/|node:|vite|jsdom)/.test(of))).toEqual([])
  })

  test('the script for host pages brings nothing of the app', () => {
    expect(strays(inFolder('host'), ({ of }) => of.startsWith('host/'))).toEqual([])
  })

  test('timeline, map and list do not know each other', () => {
    const family = (path: string) => /^views\/(timeline|map|list)\b/.exec(path)?.[1]
    const crossing = ({ from, of }: Import) =>
      family(from) !== undefined && family(of) !== undefined && family(from) !== family(of)
    expect(strays(inFolder('views'), (each) => !crossing(each))).toEqual([])
  })

  test('only the map engine brings MapLibre', () => {
    const fromMain = reached(['main'], (each) => !each.isType)
    expect(fromMain.size).toBeGreaterThan(10)
    expect([...fromMain].filter((each) => each === 'maplibre-gl' || each === 'adapters/maplibre')).toEqual([])
  })

  test('every file is used by the page, the map engine, the build or the command line', () => {
    const used = reached(ENTRIES, () => true)
    expect(files.map(({ path }) => path.replace(/\.ts$/, '')).filter((path) => !used.has(path))).toEqual([])
  })
})

describe('what nobody may call', () => {
  test('text stays text', () => {
    const markup =
      /\b(innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|DOMParser|setHTML\w*|srcdoc)\b|document\.write|\.html\(/
    expect(linesWith(shipped, markup)).toEqual([])
    expect(linesWith(shipped, /\beval\(|new Function\(|\bimport\(/)).toEqual([])
  })

  test('nothing is stored on the reader’s machine', () => {
    expect(linesWith(shipped, /\b(localStorage|sessionStorage|indexedDB|serviceWorker)\b|document\.cookie|\bcaches\./)).toEqual(
      [],
    )
  })

  test('core has no clock, no chance and no network', () => {
    expect(linesWith(inFolder('core'), /Date\.now|Math\.random|performance\.now|new Date\(\)|\bfetch\(/)).toEqual([])
  })

  test('state and views leave the address and the network to adapters', () => {
    expect(
      linesWith([...inFolder('state'), ...inFolder('views')], /(^|[^.\w])(window\.)?(location|history)\.\w|\bfetch\(/),
    ).toEqual([])
  })

  test('exports have names', () => {
    expect(linesWith(files, /^export default/)).toEqual([])
  })
})

test('no file is longer than 250 lines', () => {
  expect(files.filter(({ lines }) => lines > 250).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([])
})
