import { select } from 'd3-selection'
import { type AxisLabel, type AxisLine, besideLine } from '../core/axis'
import { svg } from './dom'
import type { Measure } from './timeline-measure'
import type { Scene, SceneLane } from './timeline-scene'

/** Baselines of the two rows of labels and their height together, px. */
export const AXIS_PX = { wide: 37, narrow: 34, major: 14, minor: 31, minorNarrow: 29 }
export const axisHeight = (narrow: boolean): number => (narrow ? AXIS_PX.narrow : AXIS_PX.wide)

const crisp = (x: number): number => Math.round(x) + 0.5

/** The day of the story, lines at the ticks and between lanes. */
export function drawGrid(layer: SVGGElement, scene: Scene): void {
  const height = scene.lanesPx
  const ground = scene.day && scene.day[1] - scene.day[0] <= scene.plotPx * 0.6 ? [scene.day] : []
  const root = select(layer)
  root
    .selectAll<SVGRectElement, readonly [number, number]>('rect.day')
    .data(ground)
    .join('rect')
    .attr('class', 'day')
    .attr('x', (day) => Math.max(day[0], 0))
    .attr('width', (day) => Math.min(day[1], scene.plotPx) - Math.max(day[0], 0))
    .attr('y', -19)
    .attr('height', height + 19)
    .lower()
  root
    .selectAll<SVGLineElement, AxisLine>('line.tick')
    .data(scene.axis.lines, (line) => line.at)
    .join('line')
    .attr('class', (line) => (line.major ? 'tick major' : 'tick'))
    .attr('x1', (line) => crisp(line.x))
    .attr('x2', (line) => crisp(line.x))
    .attr('y2', height)
}

/** Lane names at the left and a hairline under each lane, over the whole width. */
export function drawLanes(layer: SVGGElement, scene: Scene, boldLane: string | null, unfold: (lane: string) => string): void {
  const lanes = select(layer)
    .selectAll<SVGGElement, SceneLane>('g.lane')
    .data(scene.lanes, (lane) => lane.id)
    .join((enter) => {
      const group = enter.append('g').attr('class', 'lane')
      group.append('line')
      group.append('text').attr('dy', '0.34em').attr('text-anchor', 'end')
      group.append('title')
      return group
    })
    .classed('bold', (lane) => lane.id === boldLane)
    .attr('role', (lane) => (lane.open ? 'button' : null))
    .attr('tabindex', (lane) => (lane.open ? -1 : null))
    .attr('data-unfold', (lane) => (lane.open ? lane.id : null))
    .attr('aria-label', (lane) => (lane.open ? unfold(lane.name) : null))
  select(layer)
    .selectAll('line.top')
    .data([scene])
    .join('line')
    .attr('class', 'top')
    .attr('x1', -scene.plotX)
    .attr('x2', scene.plotPx)
    .attr('y1', 0.5)
    .attr('y2', 0.5)
  lanes
    .select('line')
    .attr('x1', -scene.plotX)
    .attr('x2', scene.plotPx)
    .attr('y1', (lane) => crisp(lane.y + lane.heightPx))
    .attr('y2', (lane) => crisp(lane.y + lane.heightPx))
  lanes
    .select('text')
    .attr('x', -12)
    .attr('y', (lane) => lane.y + scene.rowPx / 2)
    .attr('lang', (lane) => (lane.lang === document.documentElement.lang ? null : lane.lang))
    .text((lane) => (lane.open ? `− ${lane.name}` : lane.name))
  lanes.select('title').text((lane) => lane.name)
}

function drawLabels(layer: SVGGElement, name: string, labels: readonly AxisLabel[], y: number): void {
  select(layer)
    .selectAll<SVGTextElement, AxisLabel>(`text.${name}`)
    .data(labels, (label) => label.at)
    .join('text')
    .attr('class', (label) => (label.bold ? `${name} bold` : name))
    .attr('x', (label) => label.x)
    .attr('y', y)
    .text((label) => label.text)
}

/** The two rows of labels, and whose time it is. */
export function drawAxis(layer: SVGGElement, scene: Scene, zone: string): void {
  drawLabels(layer, 'major', scene.axis.major, AXIS_PX.major)
  const minorY = scene.narrow ? AXIS_PX.minorNarrow : AXIS_PX.minor
  drawLabels(layer, 'minor', scene.axis.minor, minorY)
  select(layer)
    .selectAll('text.zone')
    .data([zone])
    .join('text')
    .attr('class', 'zone')
    .attr('text-anchor', 'end')
    .attr('x', -12)
    .attr('y', minorY)
    .text((name) => name)
}

/** The now-line with its label where that keeps clear of the names above the axis. */
export function drawNow(layer: SVGGElement, scene: Scene, instant: number, label: string, measure: Measure): void {
  const at = scene.toX(instant)
  // At the very end of the window the line would be cut.
  const x = Math.min(at, scene.plotPx - 2)
  const seen = at >= 0 && at <= scene.plotPx + 1
  layer.replaceChildren()
  if (!seen) return
  const top = axisHeight(scene.narrow)
  layer.append(svg('line', { x1: crisp(x), x2: crisp(x), y1: scene.narrow ? 0 : 2, y2: top + scene.lanesPx }))
  const left = scene.narrow ? null : besideLine(x, measure(label, 600), scene.axis.major, scene.plotPx)
  if (left === null) return
  const text = svg('text', { x: left, y: AXIS_PX.major })
  text.textContent = label
  layer.append(text)
}
