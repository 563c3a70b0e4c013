import { rings } from '../core/geo'
import { shipSpot } from '../core/handout-ships'
import type { HandoutVessel } from '../core/handout-vessels'
import { boxAround, type Field } from '../core/labels'
import { type Point, projection, type Size, unproject } from '../core/mercator'
import type { IsLand } from '../core/scene'
import { ringsIn } from '../core/scene-seas'
import { aimsIn } from '../core/ship-leader'
import type { Story } from '../core/story-types'
import { seaOf } from '../core/track'
import type { Camera } from '../core/types'
import { svg } from './dom'
import { symbols } from './map-symbols'

const SIGN = { halfWidth: 25, halfHeight: 9 }

/** A ship’s letter beside what it points to. */
export interface ShipSign {
  readonly letter: string
  readonly spot: Point
  readonly line: readonly [Point, Point] | null
  /** A point where it was seen, not a sea. */
  readonly isPoint: boolean
}

interface ShipSubject {
  readonly vessels: readonly HandoutVessel[]
  readonly scale: number
}

interface ShipPane {
  readonly camera: Camera
  readonly size: Size
}

/** Letters of the ships that a pane shows: beside their seas, never in them. */
export function shipSigns(
  story: Story,
  { vessels, scale }: ShipSubject,
  { camera, size }: ShipPane,
  field: Field,
  isLand: IsLand,
): readonly ShipSign[] {
  const project = projection(camera, size)
  const isWater = (point: Point): boolean => !isLand(unproject(point, camera, size))
  return vessels.flatMap(({ letter, track }): ShipSign[] => {
    const isPoint = track.state === 'point' && track.fix !== null
    const named = track.state === 'sea' && track.report ? seaOf(track.report, story.places) : null
    const sea = named && rings(named).length > 0 ? ringsIn(named, project, size) : []
    const all = isPoint && track.fix ? [project(track.fix.position)] : aimsIn(sea, size, isWater).map(({ at }) => at)
    const aims = all.filter(([x, y]) => x > 0 && y > 0 && x < size.widthPx && y < size.heightPx)
    const box = boxAround([0, 0], SIGN.halfWidth * scale, SIGN.halfHeight * scale)
    const found = shipSpot(field, { aims, sea, isWater }, box, scale)
    return found ? [{ letter, ...found, isPoint }] : []
  })
}

/** A ship’s letter with its line, which ends without a dot where only a sea is known. */
export function shipNode({ letter, spot: [x, y], line, isPoint }: ShipSign, scale: number): SVGElement {
  const { halfWidth, halfHeight } = SIGN
  const text = svg('text', {
    x: 14,
    y: 4.6,
    'text-anchor': 'middle',
    'font-family': 'var(--sans)',
    'font-size': 13,
    'font-weight': 700,
    fill: 'var(--ink)',
  })
  text.textContent = letter
  const icon = svg('g', { transform: 'translate(-8,0)' }, ...symbols.ship().childNodes)
  for (const path of icon.querySelectorAll('path')) path.setAttribute('fill', 'var(--ink)')
  const box = { x: -halfWidth, y: -halfHeight, width: 2 * halfWidth, height: 2 * halfHeight, rx: halfHeight }
  const at = line?.[1]
  const d = at && `M${x.toFixed(1)},${y.toFixed(1)}L${at[0].toFixed(1)},${at[1].toFixed(1)}`
  const stroke = { d: d ?? null, fill: 'none', 'stroke-linecap': 'round' }
  const leader = d
    ? [
        svg('path', { ...stroke, stroke: 'var(--paper)', 'stroke-width': 4 * scale }),
        svg('path', { ...stroke, stroke: 'var(--ink)', 'stroke-width': 1.5 * scale }),
      ]
    : []
  const dot = at && isPoint ? [svg('circle', { cx: at[0], cy: at[1], r: 3 * scale, fill: 'var(--ink)' })] : []
  const sign = svg(
    'g',
    { transform: `translate(${x.toFixed(1)},${y.toFixed(1)})${scale === 1 ? '' : ` scale(${scale})`}` },
    svg('rect', { ...box, fill: 'var(--paper)', stroke: 'var(--ink)', 'stroke-width': 1 }),
    icon,
    text,
  )
  return svg('g', {}, ...leader, ...dot, sign)
}
