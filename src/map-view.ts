import { createBasemap } from './adapters/basemap'
import { loadDetailedGround } from './adapters/map-engine'
import { createSvgGround } from './adapters/svg-ground'
import { createMap } from './views/map'
import type { CreateView } from './views/view'

/** The map as a classic script of its own: list and timeline stand before it. */
export interface MapView {
  readonly createMap: CreateView
}

const basemap = createBasemap()
const view: MapView = {
  createMap: createMap({ basemap, simple: createSvgGround(basemap), detailed: () => loadDetailedGround(basemap) }),
}
Object.assign(window, { parleyMapView: view })
