import type { CreateGround, Ground, GroundOptions } from '../views/map-ground'

type LoadGround = (pane: HTMLElement) => Promise<CreateGround | null>

/** A page that is made anew, as with each event that a class is told, asks for its map within this time. */
const KEPT_MS = 2000

/**
 * Keeps a detailed ground for a moment after its map has gone: the next map takes it as it is, instead of loading the engine’s picture
 * from the beginning.
 */
export function keepGround(load: LoadGround): LoadGround {
  let spare: CreateGround | null = null

  const create =
    (first: CreateGround): CreateGround =>
    (firstPane, firstOptions) => {
      let told: GroundOptions | null = firstOptions
      let isWhole = false
      const ground = first(firstPane, {
        ...firstOptions,
        onReady() {
          isWhole = true
          told?.onReady()
        },
        onFail(reason) {
          isWhole = false
          told?.onFail(reason)
        },
      })
      const lent = (): Ground => ({ ...ground, destroy: leave })
      const again: CreateGround = (pane, options) => {
        spare = null
        clearTimeout(timer)
        told = options
        pane.append(ground.element)
        ground.resize(options.size, options.camera)
        ground.restyle()
        queueMicrotask(() => (isWhole ? told?.onReady() : told?.onFail('lost')))
        return lent()
      }
      let timer = 0
      const leave = (): void => {
        told = null
        if (!isWhole) return ground.destroy()
        ground.element.remove()
        spare = again
        timer = window.setTimeout(() => {
          if (spare === again) spare = null
          ground.destroy()
        }, KEPT_MS)
      }
      return lent()
    }

  return async (pane) => {
    if (spare !== null) return spare
    const loaded = await load(pane)
    return loaded && create(loaded)
  }
}
