import type { CDPSession, Page } from 'playwright-core'
import type { StepName } from './steps'

/** What a step costs, ms. `script` is the call itself, `main` all work of the main thread until two frames later. */
export interface Cost {
  readonly script: number
  /** Processor time: what other programs take from a busy machine does not count. */
  readonly main: number
  /** The same by the clock. */
  readonly wall: number
}

export interface Summary {
  readonly median: Cost
  readonly p95: Cost
  readonly steps: number
}

export interface Meter {
  /** So many steps after a few that do not count; fewer where they take longer than `mostMs` together. */
  steps(name: StepName, options: { readonly count: number; readonly mostMs: number }): Promise<Summary>
  /** What an act of the page costs. */
  once(act: () => Promise<unknown>): Promise<Omit<Cost, 'script'>>
  /** Of the page’s script after a collection, in MB. */
  heap(): Promise<number>
}

const WARM_UP = 5

const metricOf = async (session: CDPSession, name: string): Promise<number> =>
  (await session.send('Performance.getMetrics')).metrics.find((metric) => metric.name === name)?.value ?? 0

/**
 * Chromium’s own account of its main thread (`TaskDuration`), once in processor time and once by the clock: style, layout and paint
 * are in it, timers and observers too, but not what raster and GPU do in other threads.
 */
export async function createMeter(page: Page): Promise<Meter> {
  const [busy, clock] = [await page.context().newCDPSession(page), await page.context().newCDPSession(page)]
  await busy.send('Performance.enable', { timeDomain: 'threadTicks' })
  await clock.send('Performance.enable', { timeDomain: 'timeTicks' })
  const read = async () => {
    const [main, wall] = await Promise.all([metricOf(busy, 'TaskDuration'), metricOf(clock, 'TaskDuration')])
    return { main: main * 1000, wall: wall * 1000 }
  }
  const since = async (before: { main: number; wall: number }) => {
    const after = await read()
    return { main: after.main - before.main, wall: after.wall - before.wall }
  }
  return {
    async steps(name, { count, mostMs }) {
      const costs: Cost[] = []
      const end = performance.now() + mostMs
      for (let index = 0; index < WARM_UP + count && (performance.now() < end || costs.length < 10); index++) {
        const before = await read()
        const script = await page.evaluate(([kind, at]) => window.__bench.step(kind, at), [name, index] as const)
        const cost = { script, ...(await since(before)) }
        if (index >= WARM_UP) costs.push(cost)
      }
      return summaryOf(costs)
    },
    async once(act) {
      const before = await read()
      await act()
      return since(before)
    },
    async heap() {
      await busy.send('HeapProfiler.collectGarbage')
      return (await metricOf(busy, 'JSHeapUsedSize')) / 1e6
    },
  }
}

/** The value that the given part of all values does not exceed. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(Math.ceil(part * sorted.length) - 1, 0)] ?? Number.NaN
}

/** Median and 95th percentile, each of script, processor time and clock by itself. */
export function summaryOf(costs: readonly Cost[]): Summary {
  const at = (part: number): Cost => ({
    script: quantile(costs.map((cost) => cost.script), part),
    main: quantile(costs.map((cost) => cost.main), part),
    wall: quantile(costs.map((cost) => cost.wall), part),
  }) // biome-ignore format: one row for each
  return { median: at(0.5), p95: at(0.95), steps: costs.length }
}
