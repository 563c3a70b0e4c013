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

/** Resolves when the element is on the screen: in a frame, when the reader has scrolled the host's page to it. */
const untilSeen = (element: Element): Promise<void> =>
  new Promise((resolve) => {
    if (typeof IntersectionObserver !== 'function') return resolve()
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      observer.disconnect()
      resolve()
    })
    observer.observe(element)
  })

/**
 * The address that a worker can be made from. A document without an origin may not run a file as one: there the file, loaded as a
 * classic script, which needs no CORS header, hands over its own text, and that is the address.
 */
async function workerAddress(): Promise<string | null> {
  if (window.origin !== 'null') return laterAddress('map-worker')
  const text = await loadLater<string>('map-worker', 'parleyMapWorker')
  return text === null ? null : `data:text/javascript;charset=utf-8,${encodeURIComponent(text)}`
}

/**
 * The detailed ground: the finer basemap and the bundle with MapLibre, whose addresses stand in the page's `meta`. Nothing of it is
 * loaded before `map` is seen. Null where WebGL2, the addresses or any of the files are missing.
 */
export async function loadDetailedGround(basemap: LoadableBasemap, map: Element): Promise<CreateGround | null> {
  await basemap.start()
  await untilSeen(map)
  await untilIdle()
  const refined = basemap.refine()
  if (!hasWebGl2()) {
    await refined
    return null
  }
  const [engine, worker] = await Promise.all([loadLater<Engine>('map-engine', 'parleyMapEngine'), workerAddress(), refined])
  if (engine === null || worker === null || basemap.topology() === null) return null
  return engine.createMapLibreGround({ basemap, workerAddress: worker, tilesAddress: tilesAddress() })
}
