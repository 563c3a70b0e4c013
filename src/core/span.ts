import type { Interval } from './interval'
import type { When } from './types'

/** How a time is drawn: as far as it is known, and no further. */
export type SpanForm = 'instant' | 'about' | 'day' | 'hours' | 'range' | 'within' | 'open-start' | 'open-end' | 'open'

/** A time on the timeline, px from the plot's left edge. */
export interface Span {
  readonly form: SpanForm
  /** The body with its soft ends. */
  readonly x0: number
  readonly x1: number
  /** Where the mark of the kind stands. */
  readonly markX: number
  /** The date is uncertain: a dashed edge. */
  readonly dashed: boolean
  /** Ends that are known exactly, px. */
  readonly bars: readonly number[]
}

export interface SpanOptions {
  readonly toX: (instant: number) => number
  readonly widthPx: number
  /** Radius of the mark, px. */
  readonly radiusPx: number
  /** Up to when the page tells: open ends fade just past it, open starts end there. */
  readonly pageEnd: number
  /** End of the day that holds an instant. */
  readonly dayEnd: (instant: number) => number
}

const DAY_MS = 86_400_000
const FADE_PX = 84
const BEYOND_PX = 36
const SOFT_PX = 18

const isSoft = (when: When): boolean => when.approximate || when.qualifier === '~' || when.qualifier === '%'
const isDashed = (when: When): boolean => when.qualifier === '?' || when.qualifier === '%'

function formOf(when: When, { pageEnd, dayEnd }: SpanOptions): SpanForm {
  const noStart = when.start !== 'known' || !Number.isFinite(when.extent[0])
  const noEnd = when.end !== 'known' || !Number.isFinite(when.extent[1])
  if (noStart) return noEnd ? 'open' : 'open-start'
  if (noEnd) {
    const start = when.extent[0]
    const sameDay = dayEnd(start) >= pageEnd && start <= pageEnd
    return when.startPrecision === 'instant' && (when.end === 'unknown' || sameDay) ? 'hours' : 'open-end'
  }
  if (when.occurs === 'within') return 'within'
  if (isSoft(when)) return 'about'
  if (when.interval) return 'range'
  return when.startPrecision === 'instant' ? 'instant' : 'day'
}

/** Ends of the body, px, before the mark is placed. */
function bodyOf(form: SpanForm, when: When, { toX, pageEnd, dayEnd, widthPx }: SpanOptions): Interval {
  const [start, end] = when.extent
  if (form === 'open') return [0, Math.min(Math.max(toX(pageEnd), 0), widthPx)]
  if (form === 'open-start') {
    // The day of the page ends later in zones west of its own; what it tells still ends with the page.
    const last = toX(end > pageEnd && end - pageEnd < DAY_MS ? pageEnd : end)
    return [(Number.isFinite(start) ? Math.min(toX(start), last) : last) - FADE_PX, last]
  }
  const x = toX(start)
  if (form === 'hours') return [x, Math.max(toX(dayEnd(start)), x + 6)]
  if (form === 'open-end') return [x, Math.max(toX(pageEnd) + BEYOND_PX, x + FADE_PX)]
  if (form === 'instant') return [x - 1, x + 1]
  if (form !== 'about') return [x, toX(end)]
  const soft = when.startPrecision === 'instant' ? SOFT_PX : SOFT_PX / 2
  return [x - soft, toX(end) + soft]
}

function markOf(form: SpanForm, [x0, x1]: Interval, { radiusPx, widthPx }: SpanOptions): number {
  const half = (x1 - x0) / 2
  // A soft start hides the first pixels; a bar must stay visible beside its mark.
  if (form === 'open-start' || form === 'open') return x1 - Math.min(radiusPx + 6, half)
  if (form === 'open-end' || form === 'hours') return x0 + Math.min(radiusPx + 3, half)
  const left = Math.max(x0, 0)
  const visible = Math.min(x1, widthPx) - left
  if (form === 'within') return left + Math.min(3.2 * radiusPx, half, Math.max(visible / 2, 0))
  const middle = (x0 + x1) / 2
  const inside = middle >= 0 && middle <= widthPx
  // A long range keeps its mark in view as long as a part of it is.
  return inside || visible < 4 * radiusPx ? middle : left + visible / 2
}

/** The body, the mark and the edges of a time. */
export function spanOf(when: When, options: SpanOptions): Span {
  const form = formOf(when, options)
  const body = bodyOf(form, when, options)
  const bars =
    form === 'range'
      ? [body[0], body[1]]
      : form === 'open-start'
        ? [body[1]]
        : form === 'open-end' || form === 'hours'
          ? [body[0]]
          : []
  return { form, x0: body[0], x1: body[1], markX: markOf(form, body, options), dashed: isDashed(when), bars }
}
