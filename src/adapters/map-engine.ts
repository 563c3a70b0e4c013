import type { CreateGround } from '../views/map-ground'
import { type LoadableBasemap, tilesAddress } from './basemap'
import type { MapLibreOptions } from './maplibre'
import { loadScript } from './script'

interface Engine {
  readonly createMapLibreGround: (options: MapLibreOptions) => CreateGround
}

const addressIn = (name: string): string | null => {
  const content = document.querySelector(`meta[name="${name}"]`)?.getAttribute('content')
  return content ? new URL(content, document.baseURI).href : null
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
  const script = addressIn('parley-map-engine')
  const workerAddress = addressIn('parley-map-worker')
  await basemap.start()
  await untilIdle()
  const refined = basemap.refine()
  if (!script || !workerAddress || !hasWebGl2()) {
    await refined
    return null
  }
  const [isLoaded] = await Promise.all([loadScript(script), refined])
  const engine = (window as { parleyMapEngine?: Engine }).parleyMapEngine
  if (!isLoaded || !engine || basemap.topology() === null) return null
  return engine.createMapLibreGround({ basemap, workerAddress, tilesAddress: tilesAddress() })
}
