import { GROUND_LAYERS, type GroundExtent, type GroundLayer, groundPaths, riverRank } from '../core/ground'
import { origin, type Size, worldPx } from '../core/mercator'
import type { Camera } from '../core/types'
import { svg } from '../views/dom'
import type { Basemap, CreateGround } from '../views/map-ground'

/** Drawn so far beyond each edge, as a part of the pane: a short pan needs no new paths. */
const MARGIN = 0.6
/** Stretched so far before the paths are made anew. */
const MOST_STRETCH = 1.9
const SETTLE_MS = 160

interface Drawn {
  readonly extent: GroundExtent
  readonly zoom: number
}

function extentAround(camera: Camera, size: Size): GroundExtent {
  const [left, top] = origin(camera, size)
  const [spareX, spareY] = [size.widthPx * MARGIN, size.heightPx * MARGIN]
  return {
    worldPx: worldPx(camera.zoom),
    left: left - spareX,
    top: top - spareY,
    right: left + size.widthPx + spareX,
    bottom: top + size.heightPx + spareY,
  }
}

/** Where what was drawn belongs now, and whether it still covers the pane. */
function shift({ extent }: Drawn, camera: Camera, size: Size) {
  const scale = worldPx(camera.zoom) / extent.worldPx
  const [left, top] = origin(camera, size)
  const x = extent.left * scale - left
  const y = extent.top * scale - top
  const world = worldPx(camera.zoom)
  // Beyond the world's edge there is nothing to draw, so nothing is missing.
  const covers =
    (x <= 0 || extent.left <= 0) &&
    (y <= 0 || extent.top <= 0) &&
    (x + (extent.right - extent.left) * scale >= size.widthPx || extent.right * scale >= world) &&
    (y + (extent.bottom - extent.top) * scale >= size.heightPx || extent.bottom * scale >= world)
  return { scale, x, y, covers }
}

/** The ground as SVG paths in the pane: no WebGL, no worker, the same camera to the pixel. */
export const createSvgGround =
  (basemap: Basemap): CreateGround =>
  (pane, options) => {
    let { camera, size } = options
    let drawn: Drawn | null = null
    let timer = 0
    const paths = new Map(
      GROUND_LAYERS.map((layer): [GroundLayer, SVGPathElement] => [layer, svg('path', { class: `ground-${layer}` })]),
    )
    const group = svg('g', {}, ...paths.values())
    const element = svg('svg', { class: 'map-ground', 'aria-hidden': 'true' }, group)
    pane.append(element)

    function draw(): void {
      const topology = basemap.topology()
      if (!topology) return
      const extent = extentAround(camera, size)
      const data = groundPaths(topology, extent, riverRank(camera.zoom))
      for (const [layer, path] of paths) path.setAttribute('d', data.get(layer) ?? '')
      drawn = { extent, zoom: camera.zoom }
      place()
    }
    /** Moves what is drawn; true while it still serves. */
    function place(): boolean {
      if (!drawn) return false
      const { scale, x, y, covers } = shift(drawn, camera, size)
      group.setAttribute('transform', `translate(${x},${y}) scale(${scale})`)
      return covers && scale < MOST_STRETCH && scale > 1 / MOST_STRETCH
    }
    function move(next: Camera): void {
      camera = next
      window.clearTimeout(timer)
      if (!place()) draw()
      else if (drawn?.zoom !== camera.zoom) timer = window.setTimeout(draw, SETTLE_MS)
    }

    const unsubscribe = basemap.subscribe(draw)
    draw()
    queueMicrotask(options.onReady)
    return {
      element,
      setCamera: move,
      resize: (nextSize, nextCamera) => {
        size = nextSize
        move(nextCamera)
      },
      restyle: () => undefined,
      destroy: () => {
        window.clearTimeout(timer)
        unsubscribe()
        element.remove()
      },
    }
  }
