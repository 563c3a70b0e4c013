import { select } from 'd3-selection'
import type { AxisLabel } from '../core/axis'
import { anchor, isKnownBy } from '../core/derive'
import type { Interval } from '../core/interval'
import { memoLast } from '../core/memo'
import type { DensityBin } from '../core/overview'
import type { Story } from '../core/story-types'
import type { Instant, StoryEvent } from '../core/types'
import { isOutdated, write, writeAttributes } from './dom'
import { datedOf } from './timeline-items'

const BARS_PX = 26

/** Where the events stand on the strip, sorted. */
export const anchorsOf = memoLast((events: readonly StoryEvent[]): readonly Instant[] =>
  datedOf(events)
    .map((event) => anchor(event.when))
    .sort((a, b) => a - b),
)

/**
 * The same of the years before the break, as far as they were known: of hidden layers too, but none with a notice to be read first,
 * since a press on the years shows them.
 */
export function earlyAnchors(story: Story, history: Interval | null): (known: Instant | null) => readonly Instant[] {
  if (history === null) return () => []
  const open = new Set([...story.layers.values()].filter(({ notice }) => notice === null).map(({ id }) => id))
  const events = [...story.events].filter(
    ({ layer, refines, when }) => open.has(layer) && refines === null && when !== null && anchor(when) < history[1],
  )
  return memoLast((known: Instant | null) => anchorsOf(events.filter((event) => isKnownBy(story, event, known))))
}

/** Puts a rectangle between two ends, px; hides it where there are none. */
export function place(rect: SVGRectElement, ends: Interval | null): void {
  rect.toggleAttribute('hidden', ends === null)
  if (!ends) return
  writeAttributes(rect, { x: ends[0], width: Math.max(ends[1] - ends[0], 1) })
}

/** What takes a press on two handles: `sizePx` wide each, over neither the other nor the ends of the strip. */
export function placeTargets(handles: readonly Element[], ends: Interval, widthPx: number, sizePx: number): void {
  const middle = Math.min(Math.max((ends[0] + ends[1]) / 2, sizePx), widthPx - sizePx)
  const starts = [
    Math.max(Math.min(ends[0] - sizePx / 2, middle - sizePx), 0),
    Math.min(Math.max(ends[1] - sizePx / 2, middle), widthPx - sizePx),
  ]
  handles.forEach((handle, side) => {
    const target = handle.querySelector<SVGRectElement>('.hit')
    // Over the sheet's own size for fingers.
    target?.style.setProperty('x', `${(starts[side] ?? 0) - (ends[side] ?? 0)}px`)
    target?.style.setProperty('width', `${sizePx}px`)
  })
}

/** How many events when, as bars on the strip's ground. */
export function drawBars(layer: SVGGElement, bins: readonly DensityBin[], stripPx: number): void {
  const most = Math.max(1, ...bins.map((bin) => bin.count))
  const heightOf = (bin: DensityBin) => Math.max(3, (bin.count / most) * BARS_PX)
  select(layer)
    .selectAll<SVGRectElement, DensityBin>('rect')
    .data(bins)
    .join('rect')
    .attr('x', (bin) => bin.x0 + 0.5)
    .attr('width', (bin) => Math.max(bin.x1 - bin.x0 - 1.5, 1))
    .attr('y', (bin) => stripPx - 5 - heightOf(bin))
    .attr('height', heightOf)
}

/** Half of a handle, and some air. */
const HANDLE_PX = 8

/** Names of months and years over the days, but for those that a handle covers. */
export function drawNames(layer: SVGGElement, names: readonly AxisLabel[], handles: Interval): void {
  const isFree = ({ x, widthPx }: AxisLabel) => handles.every((at) => x + widthPx < at - HANDLE_PX || x > at + HANDLE_PX)
  const free = names.filter(isFree)
  if (!isOutdated(layer, JSON.stringify(free))) return
  select(layer)
    .selectAll<SVGTextElement, AxisLabel>('text')
    .data(free, (label) => label.at)
    .join('text')
    .attr('x', (label) => label.x)
    .attr('y', 13)
    .each(function (label) {
      write(this, label.text)
    })
}
