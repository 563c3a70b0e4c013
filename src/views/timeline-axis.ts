import { select } from 'd3-selection'
import type { AxisLabel, AxisLine } from '../core/axis'
import { isOutdated, write } from './dom'
import type { Scene, SceneLane } from './timeline-scene'

/** Baselines of the two rows of labels and their height together, px. */
export const AXIS_PX = { wide: 37, narrow: 34, major: 14, minor: 31, minorNarrow: 29 }
export const axisHeight = ({ narrow, scale }: Pick<Scene, 'narrow' | 'scale'>): number =>
  (narrow ? AXIS_PX.narrow : AXIS_PX.wide) * scale

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
    .attr('y', -19 * scene.scale)
    .attr('height', height + 19 * scene.scale)
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
    .attr('x', -12 * scene.scale)
    .attr('y', (lane) => lane.y + scene.rowPx / 2)
    .attr('lang', (lane) => (lane.lang === document.documentElement.lang ? null : lane.lang))
    .each(function (lane) {
      write(this as Element, lane.label)
    })
  lanes.select('title').each(function (lane) {
    write(this as Element, lane.name)
  })
}

function drawLabels(layer: SVGGElement, name: string, labels: readonly AxisLabel[], y: number, lang: string | null): void {
  select(layer)
    .selectAll<SVGTextElement, AxisLabel>(`text.${name}`)
    .data(labels, (label) => label.at)
    .join('text')
    .attr('class', (label) => (label.bold ? `${name} bold` : name))
    .attr('x', (label) => label.x)
    .attr('y', y)
    .attr('lang', lang)
    .each(function (label) {
      write(this, label.text)
    })
}

/** The two rows of labels, and whose time it is. */
export function drawAxis(layer: SVGGElement, scene: Scene, zone: string): void {
  if (!isOutdated(layer, JSON.stringify([scene.axis.major, scene.axis.minor, scene.narrow, scene.scale, scene.dateLang, zone])))
    return
  drawLabels(layer, 'major', scene.axis.major, AXIS_PX.major * scene.scale, scene.dateLang)
  const minorY = (scene.narrow ? AXIS_PX.minorNarrow : AXIS_PX.minor) * scene.scale
  drawLabels(layer, 'minor', scene.axis.minor, minorY, scene.dateLang)
  select(layer)
    .selectAll('text.zone')
    .data([zone])
    .join('text')
    .attr('class', 'zone')
    .attr('text-anchor', 'end')
    .attr('x', -12 * scene.scale)
    .attr('y', minorY)
    .each(function (name) {
      write(this as Element, name)
    })
}
