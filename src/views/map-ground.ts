import type { BasemapTopology } from '../core/ground'
import type { Size } from '../core/mercator'
import type { Names } from '../core/scene-names'
import type { Camera } from '../core/types'

/** `unavailable`: no WebGL2 here. `worker`: its helpers did not load. `lost`: the graphics card took it back for good. */
export type GroundFailure = 'unavailable' | 'worker' | 'lost'

export interface GroundOptions {
  readonly camera: Camera
  readonly size: Size
  /** The first whole picture stands. */
  onReady(): void
  /** Nothing will be drawn any more: another ground must take over. At most once. */
  onFail(reason: GroundFailure): void
}

/** Draws the quiet ground of the main pane: land, lakes, rivers, borders. The sea stays transparent, so that shading lies under the land. */
export interface Ground {
  /** Already in the pane. */
  readonly element: HTMLElement | SVGElement
  setCamera(camera: Camera): void
  resize(size: Size, camera: Camera): void
  /** Colours of the page changed. */
  restyle(): void
  destroy(): void
}

/** Puts a ground into `pane`, which it fills. */
export type CreateGround = (pane: HTMLElement, options: GroundOptions) => Ground

/** The shipped basemap, as far as it has arrived. */
export interface Basemap {
  /** The finest whole-world stage that is there; null before any. */
  topology(): BasemapTopology | null
  names(): Names | null
  /** Called when a finer stage or the names arrive. Returns the function that ends it. */
  subscribe(listener: () => void): () => void
}

/** What the map view needs of the outside. */
export interface MapPorts {
  readonly basemap: Basemap
  /** Drawn at once, and whenever the other cannot be had. */
  readonly simple: CreateGround
  /** Resolves to the detailed ground once the pane has been seen, or to null where this browser cannot draw it. */
  readonly detailed: (pane: HTMLElement) => Promise<CreateGround | null>
  /** Of the whole map, where there is no layout to read it from. */
  readonly size?: Size
}
