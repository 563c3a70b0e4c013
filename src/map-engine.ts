/** Entry of the bundle that holds MapLibre: loaded after the story is on screen, only where WebGL2 is. */
import { createMapLibreGround } from './adapters/maplibre'

declare global {
  interface Window {
    parleyMapEngine?: { readonly createMapLibreGround: typeof createMapLibreGround }
  }
}

window.parleyMapEngine = { createMapLibreGround }
