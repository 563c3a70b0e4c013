import { clamp } from './interval'
import type { Bounds, Camera, Position } from './types'

/** Web Mercator as both map engines use it: the world is a square of 512·2^zoom px. Source: EPSG:3857, clipped at 85.0511°. */
export const TILE_PX = 512
export const MAX_ZOOM = 8
const MAX_LATITUDE = 85.0511287798066

export interface Size {
  readonly widthPx: number
  readonly heightPx: number
}
/** px from the upper left corner. */
export type Point = readonly [number, number]

const RADIANS = Math.PI / 180

export const worldPx = (zoom: number): number => TILE_PX * 2 ** zoom
export const zoomOf = (world: number): number => Math.log2(world / TILE_PX)

/** 0 at 180° W, 1 at 180° E; not wrapped. */
export const mercatorX = (longitude: number): number => (longitude + 180) / 360

/** 0 at the northern edge of the square, 1 at the southern. */
export function mercatorY(latitude: number): number {
  const bounded = clamp(latitude, [-MAX_LATITUDE, MAX_LATITUDE])
  return 0.5 - Math.log(Math.tan(Math.PI / 4 + (bounded * RADIANS) / 2)) / (2 * Math.PI)
}

export const longitudeOf = (x: number): number => x * 360 - 180
export const latitudeOf = (y: number): number => (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 2 - Math.PI / 2) / RADIANS

/** Upper left corner of the view in world px. */
export function origin(camera: Camera, size: Size): Point {
  const world = worldPx(camera.zoom)
  return [mercatorX(camera.center[0]) * world - size.widthPx / 2, mercatorY(camera.center[1]) * world - size.heightPx / 2]
}

export type Project = (position: Position) => Point

/** Degrees to px in the view. */
export function projection(camera: Camera, size: Size): Project {
  const world = worldPx(camera.zoom)
  const [left, top] = origin(camera, size)
  return ([longitude, latitude]) => [mercatorX(longitude) * world - left, mercatorY(latitude) * world - top]
}

export function unproject([x, y]: Point, camera: Camera, size: Size): Position {
  const world = worldPx(camera.zoom)
  const [left, top] = origin(camera, size)
  return [longitudeOf((x + left) / world), latitudeOf((y + top) / world)]
}

/** What the view shows. */
export function boundsOf(camera: Camera, size: Size): Bounds {
  const [west, north] = unproject([0, 0], camera, size)
  const [east, south] = unproject([size.widthPx, size.heightPx], camera, size)
  return [west, south, east, north]
}

export const contains = (bounds: Bounds, [longitude, latitude]: Position): boolean =>
  bounds[0] <= longitude && longitude <= bounds[2] && bounds[1] <= latitude && latitude <= bounds[3]

/** Never past the edges of the world, nor closer than the basemap has detail for; both engines get only such cameras. */
export function clampCamera({ center, zoom }: Camera, size: Size): Camera {
  const least = zoomOf(Math.max(size.widthPx, size.heightPx, 1))
  const bounded = clamp(zoom, [Math.min(least, MAX_ZOOM), MAX_ZOOM])
  const world = worldPx(bounded)
  const halfX = Math.min(size.widthPx / 2 / world, 0.5)
  const halfY = Math.min(size.heightPx / 2 / world, 0.5)
  const x = clamp(mercatorX(center[0]), [halfX, 1 - halfX])
  const y = clamp(mercatorY(center[1]), [halfY, 1 - halfY])
  return { center: [longitudeOf(x), latitudeOf(y)], zoom: bounded }
}

/** The camera whose upper edge lies at `north` and whose sides lie at `west` and `west` + what the scale gives. */
export function cameraAt(west: number, north: number, worldWidthPx: number, size: Size): Camera {
  const x = mercatorX(west) + size.widthPx / 2 / worldWidthPx
  const y = mercatorY(north) + size.heightPx / 2 / worldWidthPx
  return { center: [longitudeOf(x), latitudeOf(y)], zoom: zoomOf(worldWidthPx) }
}

/** Of a flat pane at least this much of the frame's height is kept; only then the scale gives way. */
const LEAST_HEIGHT = 0.62

/**
 * The camera of a frame: its width fills the pane, its northern edge stays, and what the pane is too flat for is cut in the
 * south. `worldWidthPx` sets the scale where two panes share one.
 */
export function fitFrame(bounds: Bounds, size: Size, worldWidthPx?: number): Camera {
  const [west, , east, north] = bounds
  const world = Math.min(worldWidthPx ?? (size.widthPx * 360) / (east - west), mostWorldPx(bounds, size.heightPx))
  const spareX = size.widthPx / world - (east - west) / 360
  return cameraAt(west - (spareX * 360) / 2, north, world, size)
}

/** The largest world, in px, at which a pane of this height still shows enough of the frame. */
export function mostWorldPx([, south, , north]: Bounds, heightPx: number): number {
  return heightPx / ((mercatorY(south) - mercatorY(north)) * LEAST_HEIGHT)
}

/** The closest camera that shows all of `bounds`, `paddingPx` clear of the edges. */
export function fitBounds([west, south, east, north]: Bounds, size: Size, paddingPx = 0): Camera {
  const width = Math.max((east - west) / 360, 1e-9)
  const height = Math.max(mercatorY(south) - mercatorY(north), 1e-9)
  const room = (px: number): number => Math.max(px - 2 * paddingPx, 1)
  const world = Math.min(room(size.widthPx) / width, room(size.heightPx) / height)
  const center: Position = [(west + east) / 2, latitudeOf((mercatorY(south) + mercatorY(north)) / 2)]
  return clampCamera({ center, zoom: zoomOf(world) }, size)
}
