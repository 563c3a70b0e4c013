import type { Strip } from '../core/frame'
import { GROUND_LAYERS, groundPaths } from '../core/ground'
import { origin, worldPx } from '../core/mercator'
import { svg } from './dom'
import type { Basemap } from './map-ground'

/** The strip's ground: it never moves, so plain paths do, whatever draws the main pane. */
export function drawStripGround(holder: HTMLElement, { camera, size }: Strip, basemap: Basemap): void {
  const topology = basemap.topology()
  if (!topology) return
  const [left, top] = origin(camera, size)
  const extent = { worldPx: worldPx(camera.zoom), left, top, right: left + size.widthPx, bottom: top + size.heightPx }
  const data = groundPaths(topology, extent)
  const paths = GROUND_LAYERS.map((layer) => svg('path', { class: `ground-${layer}`, d: data.get(layer) ?? '' }))
  holder.replaceChildren(svg('svg', { class: 'map-ground', 'aria-hidden': 'true' }, ...paths))
}
