import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import { findBrowser, launch } from '../../src/build/browser'
import { serve } from '../../src/build/serve'
import { createMeter, type Meter, type Summary } from './measure'
import { buildBenchSite, filesWithHandle } from './site'
import type { StepName } from './steps'
import { type LoadRow, loadTable, type StepRow, stepTable } from './table'

/*
 * `npm run bench`: what a step costs in the built page with made-up events. Prints Markdown; `--out FILE` writes it too. `--only`
 * takes step names, `--sizes` numbers of events, both with commas. `--thorough` measures every group three times. It fails on
 * errors only, never on time.
 */

const ROOT = resolve(import.meta.dirname, '../..')
const { values: asked } = parseArgs({
  options: {
    out: { type: 'string' },
    only: { type: 'string' },
    sizes: { type: 'string' },
    site: { type: 'string' },
    thorough: { type: 'boolean', default: false },
  },
})

const VIEWS = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }
/** In a close window so many events: nearly as many as the timeline draws one by one. */
const CLOSE = 900
const ALL: readonly StepName[] = ['select', 'hover', 'brush', 'pan', 'now', 'search', 'facet', 'map']
const MAIN: readonly StepName[] = ['select', 'hover', 'brush', 'pan']

interface Plan {
  readonly events: number
  readonly view: keyof typeof VIEWS
  readonly window: 'whole' | 'close'
  readonly steps: readonly StepName[]
}

const PLANS: readonly Plan[] = [
  { events: 10_000, view: 'wide', window: 'whole', steps: ALL },
  { events: 10_000, view: 'wide', window: 'close', steps: MAIN },
  { events: 10_000, view: 'phone', window: 'whole', steps: ['select', 'hover', 'brush'] },
  { events: 20, view: 'wide', window: 'whole', steps: ['select', 'brush'] },
  { events: 1_000, view: 'wide', window: 'whole', steps: ['select', 'brush'] },
  { events: 100_000, view: 'wide', window: 'whole', steps: ['select', 'brush', 'pan'] },
]

const STEPS = 60
/** All together takes about so long: each group has its share of the time that is left, and slow ones make fewer steps. */
const MOST_MS = 90_000
const REPEATS = 3
const began = performance.now()
let groupsLeft = 1

const shareMs = (): number => Math.max((MOST_MS - (performance.now() - began)) / Math.max(groupsLeft--, 1), 500)

/** Of three repetitions, where they are asked for, the one with the least 95th percentile: what others take is never negative. */
async function measureGroup(meter: Meter, name: StepName, ready: () => Promise<void>): Promise<Summary> {
  let best: Summary | null = null
  for (let turn = 0; turn < (asked.thorough ? REPEATS : 1); turn++) {
    await ready()
    const summary = await meter.steps(name, { count: STEPS, mostMs: asked.thorough ? Infinity : shareMs() })
    if (best === null || summary.p95.main < best.p95.main) best = summary
  }
  if (best === null) throw new Error('nothing was measured')
  return best
}

async function measure(browser: Browser, url: string, plan: Plan): Promise<{ loads: LoadRow[]; steps: StepRow[] }> {
  const context = await browser.newContext({
    viewport: VIEWS[plan.view],
    reducedMotion: 'reduce',
    hasTouch: plan.view === 'phone',
  })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(url)
  await page.evaluate(() => window.__bench.ready)
  const meter = await createMeter(page)
  const loads: LoadRow[] = []
  for (const form of plan.window === 'whole' && plan.view === 'wide' ? (['plain', 'file'] as const) : (['file'] as const)) {
    const length = await page.evaluate(([kind, count]) => window.__bench.prepare(kind, count), [form, plan.events] as const)
    const before = performance.now()
    const cost = await meter.once(() => page.evaluate(() => window.__bench.loadPrepared()))
    const shownMs = performance.now() - before
    const heapMegabytes = await meter.heap()
    loads.push({ events: plan.events, view: plan.view, form, megabytes: length / 1e6, shownMs, mainMs: cost.main, heapMegabytes })
  }
  const inView = plan.window === 'whole' ? plan.events : CLOSE
  const begin = (name: StepName) => () =>
    page.evaluate(([step, count]) => window.__bench.begin(step, count), [name, inView] as const)
  const empty = await measureGroup(meter, 'empty', begin('empty'))
  const steps: StepRow[] = []
  for (const step of plan.steps) {
    steps.push({ ...plan, step, summary: await measureGroup(meter, step, begin(step)), empty })
  }
  await context.close()
  if (errors.length > 0) throw new Error(`The page failed: ${errors.join('; ')}`)
  return { loads, steps }
}

/** The plans, or as much of them as was asked for. */
function plans(): readonly Plan[] {
  const named = (steps: readonly StepName[]) => steps.filter((step) => asked.only?.split(',').includes(step) ?? true)
  const sizes = asked.sizes?.split(',').map(Number)
  const others = sizes?.filter((size) => !PLANS.some(({ events }) => events === size)) ?? []
  return [
    ...PLANS.filter(({ events }) => sizes?.includes(events) ?? true),
    ...others.map((events): Plan => ({ events, view: 'wide', window: 'whole', steps: MAIN })),
  ].map((plan) => ({ ...plan, steps: named(plan.steps) }))
}

const loads = (): string => loadavg().map((load) => load.toFixed(1)).join(' ') // biome-ignore format: one line

async function main(): Promise<void> {
  const out = asked.site ? resolve(asked.site) : await mkdtemp(join(tmpdir(), 'parley-bench-'))
  const before = loads()
  try {
    if (!asked.site) await buildBenchSite(ROOT, out)
    const dist = join(ROOT, 'dist')
    const leaked = await filesWithHandle(dist).catch(() => [])
    if (leaked.length > 0) throw new Error(`dist/ holds the bench: ${leaked.join(', ')}`)
    const site = await serve({ root: out, compress: true })
    const browser = await launch(await findBrowser())
    try {
      const found = { loads: [] as LoadRow[], steps: [] as StepRow[] }
      groupsLeft = plans().reduce((sum, { steps }) => sum + steps.length + 1, 0)
      for (const plan of plans()) {
        const { loads, steps } = await measure(browser, site.url, plan)
        found.loads.push(...loads)
        found.steps.push(...steps)
      }
      await report(found, browser.version(), before)
    } finally {
      await browser.close()
      await site.close()
    }
  } finally {
    if (!asked.site) await rm(out, { recursive: true, force: true })
  }
}

async function report(found: { loads: LoadRow[]; steps: StepRow[] }, version: string, before: string): Promise<void> {
  const views = Object.entries(VIEWS).map(([name, { width, height }]) => `${name} ${width} × ${height}`)
  const text = [
    `Chromium ${version}, WebGL by the processor, ${cpus().length} cores (${cpus()[0]?.model ?? ''}); load average ${before} before, ${loads()} after; ${Math.round((performance.now() - began) / 1000)} s.`,
    `Milliseconds of ${STEPS} steps, median and 95th percentile. script: the call itself, by the clock. main: processor time of the main thread until two frames later, without what a step costs that does nothing. clock: the same by the clock, with it. close: a window with ${CLOSE} events. ${views.join(', ')}.`,
    stepTable(found.steps),
    'Stories brought to the screen, in milliseconds by the clock and of the main thread. plain: an array of events with coordinates and an actor. file: an event file, which is checked.',
    loadTable(found.loads),
  ].join('\n\n')
  console.log(text)
  if (asked.out) await writeFile(asked.out, `${text}\n`)
}

await main()
