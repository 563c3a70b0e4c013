/**
 * Runs every check and ends with `N passed, N failed`: `npm test`, or `npm run check` (`--no-browser`) for all but the browser tests.
 * A step that is not a test run counts as one.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '..')
const REPORTS = mkdtempSync(join(tmpdir(), 'parley-test-'))
const AT_ONCE = 2

const bin = (name) => join(ROOT, 'node_modules', '.bin', name)
const stories = () =>
  readdirSync(join(ROOT, 'data'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => `data/${name}`)

/** A step that runs one command; it passes when the command ends with 0. */
const command = (name, program, args) => ({ name, program, args, env: {} })

/** Unit tests of what has to do with dates, by parts of their files' names. */
const TIMED = [
  'axis',
  'calendar',
  'citation',
  'clock',
  'compare',
  'date',
  'derive',
  'edition',
  'edtf',
  'eras',
  'export',
  'format',
  'handout',
  'ical',
  'interval',
  'known',
  'now-line',
  'overview',
  'parse',
  'query',
  'refine',
  'span',
  'stops',
  'story',
  'track',
  'zone',
]

/** A step that runs one project of vitest, or some of its files, and counts its tests. */
const tests = (name, project, env = {}, files = []) => {
  const report = join(REPORTS, `${name.replace(/\W+/g, '-')}.json`)
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return { name, program: bin('vitest'), args: [...args, ...files], env, report }
}

const first = [command('basemap and fonts', process.execPath, ['data/basemap/build.mjs'])]
const build = command('build and budgets', 'npm', ['run', '--silent', 'build'])
const independent = [
  tests('unit tests, UTC', 'unit', { TZ: 'UTC' }),
  command('types', bin('tsc'), ['--noEmit', '-p', '.']),
  command('types of core, without DOM', bin('tsc'), ['--noEmit', '-p', 'src/core']),
  command('lint and format', bin('biome'), ['check', '--diagnostic-level=error', '.']),
  command('basemap pack', process.execPath, ['data/basemap/check.mjs']),
  command('data', 'npm', ['run', '--silent', 'check-data', '--', ...stories()]),
  tests('DOM tests', 'dom', { TZ: 'UTC' }),
  // Half a day off: whatever reads the machine's own zone fails here.
  tests('unit tests of time, Kiritimati', 'unit', { TZ: 'Pacific/Kiritimati' }, TIMED),
  build,
]
const browser = [tests('browser tests', 'browser', { PARLEY_BUILT: '1' })]

/** Runs a step to its end: `{ passed, failed, skipped, output, seconds }`. */
function run(step) {
  const start = performance.now()
  return new Promise((done) => {
    const child = spawn(step.program, step.args, {
      cwd: ROOT,
      env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', ...step.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.once('error', (error) => (output += error.message))
    child.once('close', (code) => done({ ...count(step, code), step, output, seconds: (performance.now() - start) / 1000 }))
  })
}

function count(step, code) {
  if (!step.report) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
  try {
    const {
      numPassedTests: passed,
      numFailedTests,
      numPendingTests,
      numTodoTests,
    } = JSON.parse(readFileSync(step.report, 'utf8'))
    // A file that cannot be loaded, an error nobody caught, or no test at all fails the run without a failed test.
    const failed = numFailedTests === 0 && (code !== 0 || passed === 0) ? 1 : numFailedTests
    return { passed, failed, skipped: numPendingTests + numTodoTests }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

const results = []

async function runAll(steps, atOnce) {
  const waiting = [...steps]
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const result = await run(step)
      results.push(result)
      const counts = step.report ? `${result.passed} passed, ${result.failed} failed` : result.failed ? 'failed' : 'passed'
      const skipped = result.skipped > 0 ? `, ${result.skipped} skipped` : ''
      if (result.failed > 0) console.log(`\n${result.output.trim()}\n`)
      console.log(
        `${result.failed > 0 ? 'FAIL' : 'ok  '}  ${step.name.padEnd(32)} ${counts}${skipped}  (${result.seconds.toFixed(1)} s)`,
      )
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

await runAll(first, 1)
await runAll(independent, AT_ONCE)
const isBuilt = results.some((result) => result.step === build && result.failed === 0)
if (!process.argv.includes('--no-browser')) {
  if (isBuilt) {
    await runAll(browser, 1)
  } else {
    results.push({ passed: 0, failed: 1, skipped: 0 })
    console.log('FAIL  browser tests: there is no build to test')
  }
}
rmSync(REPORTS, { recursive: true, force: true })

const total = (key) => results.reduce((sum, result) => sum + result[key], 0)
process.exitCode = total('failed') > 0 ? 1 : 0
console.log(`\n${total('passed')} passed, ${total('failed')} failed`)
