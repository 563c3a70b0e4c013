import { type Interval, intersects } from './interval'
import { spanOf } from './span'
import type { Era } from './story-types'

/** A stretch of the row of titles that is taken, px. */
export interface Taken {
  readonly x: number
  readonly widthPx: number
}

/** How a band begins and ends: hard, or fading where the end is not known or only about right. */
export type EraFade = 'none' | 'in' | 'out' | 'ends'

/** An era in px from the plot's left edge. */
export interface PlacedEra {
  readonly era: Era
  readonly x0: number
  readonly x1: number
  readonly fade: EraFade
  /** Ends that are known, px. */
  readonly bars: readonly number[]
  /** The date is uncertain: the ends are dashed. */
  readonly dashed: boolean
  /** Left edge of the title; null where it has no room. */
  readonly titleX: number | null
}

export interface EraOptions {
  readonly domain: Interval
  readonly toX: (instant: number) => number
  readonly widthPx: number
  /** Up to when the page tells: open ends fade just past it. */
  readonly pageEnd: number
  /** End of the day that holds an instant. */
  readonly dayEnd: (instant: number) => number
  readonly measure: (title: string) => number
  /** What stands in the row of titles already. */
  readonly taken: readonly Taken[]
}

const GAP_PX = 8
const INSET_PX = 5

/** The first place from `start` on at which `widthPx` is free up to `end`, or null. */
function freePlace(start: number, end: number, widthPx: number, taken: readonly Taken[]): number | null {
  let x = start
  for (const one of [...taken].sort((a, b) => a.x - b.x)) {
    if (x + widthPx + GAP_PX <= one.x) break
    if (one.x + one.widthPx + GAP_PX > x) x = one.x + one.widthPx + GAP_PX
  }
  return x + widthPx <= end ? x : null
}

const FADES: Readonly<Partial<Record<ReturnType<typeof spanOf>['form'], EraFade>>> = {
  about: 'ends',
  within: 'ends',
  open: 'ends',
  'open-start': 'in',
  'open-end': 'out',
  hours: 'out',
}

/** A hard end far outside of the window is cut: browsers draw boxes of millions of px badly. */
const near = (x: number, widthPx: number): number => Math.min(Math.max(x, -widthPx), 2 * widthPx)

/**
 * The eras in view. A title stands within its era, else beside it where no other era is, and only where it touches nothing; earlier
 * eras choose first.
 */
export function placeEras(eras: readonly Era[], options: EraOptions): readonly PlacedEra[] {
  const { domain, toX, widthPx, pageEnd, dayEnd, measure } = options
  const bands = eras
    .filter(({ when }) => intersects(when.extent, domain))
    .map((era) => {
      const span = spanOf(era.when, { toX, widthPx, radiusPx: 0, pageEnd, dayEnd })
      const fade = FADES[span.form] ?? 'none'
      const [x0, x1] = fade === 'none' ? [near(span.x0, widthPx), near(span.x1, widthPx)] : [span.x0, span.x1]
      return { era, x0, x1, fade, bars: fade === 'none' ? [x0, x1] : span.bars, dashed: span.dashed }
    })
  const taken = [...options.taken]
  return bands.map((band) => {
    const titlePx = measure(band.era.title.value)
    const [left, right] = [Math.max(band.x0, 0), Math.min(band.x1, widthPx)]
    const others = bands.filter((other) => other !== band).map(({ x0, x1 }) => ({ x: x0, widthPx: x1 - x0 }))
    const beside = (x: number): number | null =>
      x >= 0 && freePlace(x, Math.min(x + titlePx, widthPx), titlePx, [...taken, ...others]) === x ? x : null
    const titleX =
      freePlace(left + INSET_PX, right - INSET_PX, titlePx, taken) ??
      (right - left < titlePx ? (beside(right + INSET_PX) ?? beside(left - INSET_PX - titlePx)) : null)
    if (titleX !== null) taken.push({ x: titleX, widthPx: titlePx })
    return { ...band, titleX }
  })
}
