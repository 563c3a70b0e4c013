import type { MapView } from '../map-view'
import { laterAddress, loadLater } from './later'

/** Longer than any map takes that still comes. */
const PATIENCE_MS = 15_000

const own = (): MapView | null => (window as { parleyMapView?: MapView }).parleyMapView ?? null

/** The map's script, which the page itself loads; null where it does not come. */
export async function mapScript(): Promise<MapView | null> {
  if (own() !== null) return own()
  const address = laterAddress('map-view')
  const script = [...document.scripts].find(({ src }) => src === address)
  if (!script) return loadLater<MapView>('map-view', 'parleyMapView')
  await new Promise<void>((resolve) => {
    for (const event of ['load', 'error']) script.addEventListener(event, () => resolve(), { once: true })
    setTimeout(resolve, PATIENCE_MS)
  })
  return own()
}
