import { LEVELS, type Level, type Tick, ticksOf, toWall, type Unit } from './axis-levels'
import type { Interval } from './interval'

/** Width in px of a text in a CSS font weight; who calls knows the family and the size. */
export type MeasureLabel = (text: string, bold: boolean) => number

export interface AxisOptions {
  readonly domain: Interval
  readonly widthPx: number
  /** BCP 47. */
  readonly locale: string
  /** IANA name: days begin at its midnight. */
  readonly timeZone: string
  readonly measure: MeasureLabel
  /** The day of the story: its number is always named, in bold. */
  readonly day?: Interval | null
  /** From a line to the label that stands right of it. */
  readonly insetPx?: number
}

export interface AxisLabel {
  readonly at: number
  /** Left edge of the text, px. */
  readonly x: number
  readonly widthPx: number
  readonly text: string
  readonly bold: boolean
}

export interface AxisLine {
  readonly at: number
  readonly x: number
  readonly major: boolean
}

/** Two rows of labels that never touch, and the lines between the lanes. */
export interface Axis {
  readonly unit: Unit
  /** Units from one label to the next. */
  readonly step: number
  readonly minor: readonly AxisLabel[]
  readonly major: readonly AxisLabel[]
  readonly lines: readonly AxisLine[]
}

const GAP_PX = 8
/** Below this a level is not tried: days may stand close, months and hours want air. */
const leastStepPx = ({ unit, step }: Level): number => (unit === 'day' && step < 7 ? 16 : 36)

type Style = Intl.DateTimeFormatOptions
const formats = new Map<string, Intl.DateTimeFormat>()

/** The wall time in words, on a clock of 24 hours; commas are left out, as newspapers do, but for one between two numbers. */
export function formatWall(wall: number, locale: string, style: Style): string {
  const key = `${locale} ${JSON.stringify(style)}`
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(locale, { hourCycle: 'h23', ...style, timeZone: 'UTC', calendar: 'gregory' })
  formats.set(key, format)
  const parts = format.formatToParts(new Date(wall))
  const isNeeded = (index: number) => parts[index - 1]?.type === 'day' && parts[index + 1]?.type === 'year'
  const text = parts.map(({ type, value }, index) => (type === 'literal' && !isNeeded(index) ? value.replace(/[,،]/, '') : value))
  return text.join('')
}

const clock: Style = { hour: '2-digit', minute: '2-digit' }
const MINOR: Readonly<Record<Unit, Style>> = {
  minute: clock,
  hour: clock,
  day: { day: 'numeric' },
  month: { month: 'short' },
  year: { year: 'numeric' },
}

const day: Style = { weekday: 'short', day: 'numeric' }
/** From long to short; the first that fits is taken. */
const MAJOR: Readonly<Record<Unit, readonly Style[]>> = {
  minute: [],
  hour: [],
  day: [
    { ...day, month: 'long' },
    { ...day, month: 'short' },
    { day: 'numeric', month: 'short' },
  ],
  month: [{ month: 'long' }, { month: 'short' }],
  year: [{ year: 'numeric' }],
}

const yearStyle = (wall: number): Style =>
  new Date(wall).getUTCFullYear() < 1 ? { year: 'numeric', era: 'short' } : { year: 'numeric' }

interface Context extends AxisOptions {
  readonly inset: number
  readonly toX: (instant: number) => number
}

const overlaps = (a: AxisLabel, b: AxisLabel): boolean => a.x < b.x + b.widthPx + GAP_PX && b.x < a.x + a.widthPx + GAP_PX

function minorLabel(context: Context, tick: Tick, unit: Unit, bold: boolean): AxisLabel {
  const style = unit === 'year' ? yearStyle(tick.wall) : MINOR[unit]
  const text = formatWall(tick.wall, context.locale, style)
  return { at: tick.at, x: context.toX(tick.at) + context.inset, widthPx: context.measure(text, bold), text, bold }
}

const inView = (context: Context, label: AxisLabel): boolean =>
  label.x >= context.inset - 0.5 && label.x + label.widthPx <= context.widthPx

/** The labels of a level, or null where two of them would touch. */
function tryLevel(context: Context, level: Level): AxisLabel[] | null {
  const { unit, step, stepMs, weekdays } = level
  const stepPx = (stepMs / (context.domain[1] - context.domain[0])) * context.widthPx
  if (stepPx < leastStepPx(level)) return null
  const labels = ticksOf(context.domain, context.timeZone, unit, step, weekdays)
    .map((tick) => minorLabel(context, tick, unit, isDay(context, unit, tick.at)))
    .filter((label) => inView(context, label))
  const crowded = labels.some((label, index) => {
    const next = labels[index + 1]
    return next !== undefined && overlaps(label, next)
  })
  return crowded ? null : labels
}

const isDay = ({ day }: Context, unit: Unit, at: number): boolean => unit === 'day' && !!day && day[0] <= at && at <= day[1]

/** Where the ticks leave out the day of the story, it takes the place of the labels that it would touch. */
function withDay(context: Context, labels: readonly AxisLabel[], unit: Unit): AxisLabel[] {
  const { day, timeZone } = context
  if (unit !== 'day' || !day || labels.some((label) => label.bold)) return [...labels]
  const own = minorLabel(context, { wall: toWall(day[0], timeZone), at: day[0] }, unit, true)
  if (!inView(context, own)) return [...labels]
  return [...labels.filter((label) => !overlaps(label, own)), own].sort((a, b) => a.x - b.x)
}

/** Names of the larger unit: the first one holds to the left edge, a year is named once. */
function majorLabels(context: Context, unit: Unit, firstMinorX: number): AxisLabel[] {
  const ticks = ticksOf(context.domain, context.timeZone, unit)
  const labels: AxisLabel[] = []
  let namedYear: number | null = null
  ticks.forEach((tick, index) => {
    const next = ticks[index + 1]
    const x = index === 0 && context.toX(tick.at) < 0 ? stickyX(context, firstMinorX, next) : context.toX(tick.at) + context.inset
    const end = Math.min(next ? context.toX(next.at) + context.inset - GAP_PX : context.widthPx, context.widthPx)
    const year = new Date(tick.wall).getUTCFullYear()
    const styles = MAJOR[unit].map((style) =>
      namedYear === year || unit === 'year' ? style : { ...style, ...yearStyle(tick.wall) },
    )
    for (const style of unit === 'year' ? [yearStyle(tick.wall)] : styles) {
      const text = formatWall(tick.wall, context.locale, style)
      const widthPx = context.measure(text, true)
      if (x + widthPx > end) continue
      labels.push({ at: tick.at, x, widthPx, text, bold: true })
      namedYear = year
      break
    }
  })
  return labels
}

/** A unit that began before the window is named over the first label of the finer row, where that is near and in the same unit. */
function stickyX(context: Context, firstMinorX: number, next: Tick | undefined): number {
  const near = firstMinorX <= 64 && (!next || firstMinorX < context.toX(next.at))
  return near ? Math.max(firstMinorX, context.inset) : context.inset
}

function linesOf(context: Context, { unit, step, weekdays, major }: Level): AxisLine[] {
  const { domain, timeZone, widthPx } = context
  const line = (major: boolean) => (tick: Tick) => ({ at: tick.at, x: context.toX(tick.at), major })
  const strong = major ? ticksOf(domain, timeZone, major).map(line(true)) : []
  const taken = new Set(strong.map((tick) => tick.at))
  const mondays = weekdays ? [1] : null
  const fine = ticksOf(domain, timeZone, unit, step, mondays).filter((tick) => !taken.has(tick.at))
  return [...fine.map(line(false)), ...strong].filter((tick) => tick.x >= 0 && tick.x <= widthPx).sort((a, b) => a.x - b.x)
}

/** Ticks and labels of a window, from minutes to millennia, in the finest division whose labels keep clear of each other. */
export function axisOf(options: AxisOptions): Axis {
  const [start, end] = options.domain
  const toX = (instant: number) => ((instant - start) / (end - start)) * options.widthPx
  const context: Context = { ...options, inset: options.insetPx ?? 5, toX }
  for (const level of LEVELS) {
    const labels = tryLevel(context, level)
    if (!labels) continue
    const minor = withDay(context, labels, level.unit)
    const major = level.major ? majorLabels(context, level.major, minor[0]?.x ?? 0) : []
    return { unit: level.unit, step: level.step, minor, major, lines: linesOf(context, level) }
  }
  return { unit: 'year', step: 1, minor: [], major: [], lines: [] }
}

/** The labels clear of the line at `x` by `gapPx`: one that it would run through steps to the nearer side with room, else stays. */
export function clearOf(labels: readonly AxisLabel[], x: number, gapPx: number, widthPx: number): AxisLabel[] {
  return labels.map((label, index) => {
    const end = label.x + label.widthPx
    if (x <= label.x - gapPx || x >= end + gapPx) return label
    const left = { ...label, x: x - label.widthPx - gapPx }
    const right = { ...label, x: x + gapPx }
    const [before, next] = [labels[index - 1], labels[index + 1]]
    const isFree = ({ x: start }: AxisLabel) =>
      start >= -gapPx &&
      start + label.widthPx <= widthPx &&
      !(before && start < before.x + before.widthPx + gapPx) &&
      !(next && start + label.widthPx + gapPx > next.x)
    // The day of the story stays left of a line at its end, though that be in the left half of a wide number.
    const sides = !label.bold && x < (label.x + end) / 2 ? [right, left] : [left, right]
    return sides.find(isFree) ?? label
  })
}

/** Where a label of `widthPx` may stand beside the line at `x`, clear of `taken`: left of it, else right, else nowhere. Left edge, px. */
export function besideLine(x: number, widthPx: number, taken: readonly AxisLabel[], plotPx: number): number | null {
  const gap = 6
  const free = (left: number) =>
    left >= 0 &&
    left + widthPx <= plotPx &&
    !taken.some((label) => left < label.x + label.widthPx + GAP_PX && label.x < left + widthPx + GAP_PX)
  const candidates = [x - gap - widthPx, x + gap]
  return candidates.find(free) ?? null
}
