import type { CreateGround } from '../views/map-ground'
import { type LoadableBasemap, tilesAddress } from './basemap'
import { laterAddress, loadLater } from './later'
import type { MapLibreOptions } from './maplibre'

interface Engine {
  readonly createMapLibreGround: (options: MapLibreOptions) => CreateGround
}

/** Asked before 290 kB are loaded for nothing. */
function hasWebGl2(): boolean {
  const context = document.createElement('canvas').getContext('webgl2')
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return context !== null
}

/** The story comes first: what is loaded here waits until the page has nothing else to do. */
const untilIdle = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 1000 })
    else setTimeout(resolve, 200)
  })

/**
 * The detailed ground: the finer basemap and the bundle with MapLibre, whose addresses stand in the page's `meta`. Null where
 * WebGL2, the addresses or any of the files are missing.
 */
export async function loadDetailedGround(basemap: LoadableBasemap): Promise<CreateGround | null> {
  const workerAddress = laterAddress('map-worker')
  await basemap.start()
  await untilIdle()
  const refined = basemap.refine()
  if (workerAddress === null || !hasWebGl2()) {
    await refined
    return null
  }
  const [engine] = await Promise.all([loadLater<Engine>('map-engine', 'parleyMapEngine'), refined])
  if (engine === null || basemap.topology() === null) return null
  return engine.createMapLibreGround({ basemap, workerAddress, tilesAddress: tilesAddress() })
}
