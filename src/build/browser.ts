import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** A browser on this machine; `env` is what its libraries and fonts need, added to the environment. */
export interface FoundBrowser {
  readonly name: string
  readonly executablePath: string
  readonly env: Readonly<Record<string, string>>
}

const CACHE = resolve(import.meta.dirname, '../../node_modules/.cache/chromium')
const NONE =
  'No browser was found: install Chromium, Chrome or Edge, or put the path of one into CHROMIUM_PATH, or run "npx playwright-core install chromium".'

const { env, platform, arch } = process
const windows = (path: string) =>
  [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    .filter((root) => root !== undefined)
    .map((root) => join(root, path))
const onPath = (names: readonly string[]) =>
  names.flatMap((name) =>
    (env.PATH ?? '')
      .split(':')
      .filter(Boolean)
      .map((folder) => join(folder, name)),
  )

const INSTALLED: Readonly<Record<string, () => readonly string[]>> = {
  linux: () =>
    onPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']).concat(
      '/usr/bin/chromium',
      '/opt/google/chrome/chrome',
      '/opt/microsoft/msedge/msedge',
    ),
  darwin: () =>
    ['Chromium', 'Google Chrome', 'Microsoft Edge'].flatMap((app) =>
      ['/Applications', join(env.HOME ?? '', 'Applications')].map((folder) => join(folder, `${app}.app/Contents/MacOS/${app}`)),
    ),
  win32: () =>
    [
      'Chromium\\Application\\chrome.exe',
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ].flatMap(windows),
}

/** The first of: CHROMIUM_PATH, one that is installed, Playwright's, the one packed in npm. Throws one sentence where there is none. */
export async function findBrowser(): Promise<FoundBrowser> {
  const given = env.CHROMIUM_PATH
  if (given) {
    if (!existsSync(given)) throw new Error(`CHROMIUM_PATH names ${given}, which does not exist.`)
    return { name: `CHROMIUM_PATH ${given}`, executablePath: given, env: {} }
  }
  const installed = INSTALLED[platform]?.().find((path) => existsSync(path))
  if (installed) return { name: installed, executablePath: installed, env: {} }
  const playwrights = chromium.executablePath()
  if (existsSync(playwrights)) return { name: `Playwright’s ${playwrights}`, executablePath: playwrights, env: {} }
  if (platform === 'linux' && arch === 'x64') return unpackBrowser()
  throw new Error(NONE)
}

/**
 * Unpacks the Chromium of `@sparticuz/chromium` and its libraries into a folder of our own: two programs may unpack at a time, and
 * one may be ended half-way, so the folder gets its name only when it is whole.
 */
async function unpackBrowser(): Promise<FoundBrowser> {
  if (!existsSync(CACHE)) {
    const work = `${CACHE}-${process.pid}`
    await mkdir(work, { recursive: true })
    // The package reads both when it is imported: where to unpack, and that it must bring its own libraries.
    await withEnvironment({ TMPDIR: work, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' }, async () => {
      const { default: pack } = await import('@sparticuz/chromium')
      await pack.executablePath()
    })
    const folders = [join(CACHE, 'fonts'), '/usr/share/fonts'].map((folder) => `<dir>${folder}</dir>`).join('')
    await writeFile(
      join(work, 'fonts', 'fonts.conf'),
      `<fontconfig>${folders}<cachedir>${CACHE}/font-cache</cachedir></fontconfig>\n`,
    )
    await rename(work, CACHE).catch(() => rm(work, { recursive: true, force: true }))
  }
  return {
    name: 'the Chromium of @sparticuz/chromium',
    executablePath: join(CACHE, 'chromium'),
    env: { LD_LIBRARY_PATH: join(CACHE, 'al2023/lib'), FONTCONFIG_PATH: join(CACHE, 'fonts') },
  }
}

async function withEnvironment(values: Readonly<Record<string, string>>, act: () => Promise<void>): Promise<void> {
  const before = { ...env }
  Object.assign(env, values)
  try {
    await act()
  } finally {
    for (const name of Object.keys(env)) if (!(name in before)) delete env[name]
    Object.assign(env, before)
  }
}

/**
 * The last list that a browser is given counts: of Playwright's own what matters to a page from this machine, and the panels of the
 * address bar, which newer browsers make for every page, seen or not (a quarter of the time of opening one).
 */
const UNUSED_FEATURES = [
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
  'Translate',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
]
const QUIET = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${UNUSED_FEATURES.join(',')}`,
]
const SOFTWARE_GL = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist']
const NO_GL = ['--disable-gpu', '--disable-webgl', '--disable-webgl2', '--disable-3d-apis']

/** Letters where they belong, not on whole pixels: enlarged type keeps its spaces, whatever fonts the machine is set up for. */
const UNHINTED = ['--font-render-hinting=none']

/** Starts it with WebGL drawn by the processor, the same on every machine, or with none. */
export function launch(
  found: FoundBrowser,
  options: { readonly webgl?: boolean; readonly hinting?: boolean } = {},
): Promise<Browser> {
  return chromium.launch({
    executablePath: found.executablePath,
    env: { ...(process.env as Record<string, string>), ...found.env },
    args: [...QUIET, ...(options.webgl === false ? NO_GL : SOFTWARE_GL), ...(options.hinting === false ? UNHINTED : [])],
  })
}
