import { spawn } from 'node:child_process'
import { type FSWatcher, watch } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Served, serve } from './serve'

const ROOT = resolve(import.meta.dirname, '../..')
const FIRST_PORT = Number(process.env.PORT ?? 4173)
const QUIET_MS = 200
const watching = process.argv.includes('--watch')

/** Serves `dist/` at the first free port from `port` on. */
async function serveNear(port: number): Promise<Served> {
  try {
    return await serve({ root: join(ROOT, 'dist'), port })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' && port < FIRST_PORT + 50)
      return serveNear(port + 1)
    throw error
  }
}

/**
 * In a process of its own, so that every build reads the code anew. True where it went well. Whoever works on the page does not wait
 * for pictures of it at each change.
 */
function build(): Promise<boolean> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'src/build/build.ts')], {
    cwd: ROOT,
    stdio: 'inherit',
    env: watching ? { ...process.env, PARLEY_PREVIEWS: 'kept' } : process.env,
  })
  return new Promise((done) => child.once('exit', (code) => done(code === 0)))
}

/** Builds again when a source has changed and then rested for a moment; one build at a time. */
function rebuildOnChange(): FSWatcher[] {
  let timer: NodeJS.Timeout | undefined
  let building = false
  const run = async () => {
    if (building) return later()
    building = true
    await build()
    building = false
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(run, QUIET_MS)
  }
  return ['src', 'data', 'index.html'].map((path) => watch(join(ROOT, path), { recursive: path !== 'index.html' }, later))
}

if ((await build()) || watching) {
  const { url } = await serveNear(FIRST_PORT)
  console.log(`\nParley is at ${url}  (Ctrl+C ends)`)
  if (watching) rebuildOnChange()
} else {
  process.exitCode = 1
}
