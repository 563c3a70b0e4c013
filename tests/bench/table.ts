import type { Summary } from './measure'

/** A group of steps of one kind. */
export interface StepRow {
  readonly events: number
  readonly view: string
  readonly window: string
  readonly step: string
  readonly summary: Summary
  /** Of the step that does nothing, on the same page. */
  readonly empty: Summary
}

/** One story brought to the screen. */
export interface LoadRow {
  readonly events: number
  readonly view: string
  readonly form: string
  readonly megabytes: number
  readonly shownMs: number
  readonly mainMs: number
  readonly heapMegabytes: number
}

/** Of the main thread for one step. */
export const LIMIT_MS = 16

const number = (value: number, digits = 1): string => value.toFixed(digits)
const count = (value: number): string => value.toLocaleString('en-US')

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, index) => Math.max(cell.length, ...rows.map((row) => row[index]?.length ?? 0)))
  const line = (cells: readonly string[]) => `| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

/** Main thread of a step at its 95th percentile, ms, without what the step that does nothing costs. */
export const mainP95 = ({ summary, empty }: Pick<StepRow, 'summary' | 'empty'>): number =>
  Math.max(summary.p95.main - empty.median.main, 0)

/** Script, main thread and clock of every group, median and 95th percentile, with the limit. */
export function stepTable(rows: readonly StepRow[]): string {
  const head = ['events', 'view', 'window', 'step', 'script', 'p95', 'main', 'p95', 'limit', '× empty', 'clock p95', 'steps']
  return markdown(
    head,
    rows.map((row) => {
      const { median, p95, steps } = row.summary
      const main = Math.max(median.main - row.empty.median.main, 0)
      const isOver = row.events <= 10_000 && mainP95(row) > LIMIT_MS
      return [
        count(row.events),
        row.view,
        row.window,
        row.step,
        number(median.script),
        number(p95.script),
        number(main),
        number(mainP95(row)),
        `${LIMIT_MS}${isOver ? ' over' : ''}`,
        number(p95.main / row.empty.median.main),
        number(p95.wall),
        String(steps),
      ]
    }),
  )
}

/** What it takes to bring stories to the screen. */
export const loadTable = (rows: readonly LoadRow[]): string =>
  markdown(
    ['events', 'view', 'form', 'MB', 'load to drawn', 'main', 'heap MB'],
    rows.map((row) => [
      count(row.events),
      row.view,
      row.form,
      number(row.megabytes),
      number(row.shownMs, 0),
      number(row.mainMs, 0),
      number(row.heapMegabytes, 0),
    ]),
  )
