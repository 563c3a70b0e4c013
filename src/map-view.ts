import { createBasemap } from './adapters/basemap'
import { keepGround } from './adapters/kept-ground'
import { loadDetailedGround } from './adapters/map-engine'
import { adoptSheet } from './adapters/sheet'
import { createSvgGround } from './adapters/svg-ground'
import { createHandoutMaps, type DrawHandoutMap } from './views/handout-map'
import { createMap } from './views/map'
import mapCss from './views/map.css?inline'
import { createFixMaps, type DrawFix } from './views/map-fix'
import { createMapPictures, type DrawMapPicture } from './views/picture-map'
import type { CreateView } from './views/view'

/** The map as a classic script of its own: list and timeline stand before it. */
export interface MapView {
  readonly createMap: CreateView
  /** Small maps for the help. */
  readonly drawFix: DrawFix
  /** The map at any size, for pictures. */
  readonly drawPicture: DrawMapPicture
  /** The map with numbers, for paper. */
  readonly drawHandout: DrawHandoutMap
}

adoptSheet(mapCss)
const basemap = createBasemap()
const view: MapView = {
  createMap: createMap({
    basemap,
    simple: createSvgGround(basemap),
    detailed: keepGround((pane) => loadDetailedGround(basemap, pane)),
  }),
  drawFix: createFixMaps(basemap),
  drawPicture: createMapPictures(basemap),
  drawHandout: createHandoutMaps(basemap),
}
Object.assign(window, { parleyMapView: view })
