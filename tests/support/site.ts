import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type FoundBrowser, findBrowser } from '../../src/build/browser'
import { serve } from '../../src/build/serve'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the site under test, with a slash at the end. */
    site: string
    /** The folder of the production build. */
    dist: string
    browser: FoundBrowser
  }
}

const ROOT = resolve(import.meta.dirname, '../..')

/**
 * Builds and serves the site once for all browser tests. PARLEY_URL names one that is served already; PARLEY_BUILT says that
 * the folder (`dist/`, or PARLEY_OUT) is fresh.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = await findBrowser()
  console.log(`Browser: ${browser.name}`)
  const dist = resolve(ROOT, process.env.PARLEY_OUT ?? 'dist')
  project.provide('browser', browser)
  project.provide('dist', dist)
  const given = process.env.PARLEY_URL
  if (given) {
    project.provide('site', given)
    return async () => undefined
  }
  if (!process.env.PARLEY_BUILT) {
    const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'src/build/build.ts'], { cwd: ROOT, stdio: 'inherit' })
    if (status !== 0) throw new Error('The build failed, so there is nothing to test.')
  }
  const served = await serve({ root: dist })
  project.provide('site', served.url)
  return served.close
}
