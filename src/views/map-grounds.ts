import type { Size } from '../core/mercator'
import type { Camera } from '../core/types'
import type { Ground, MapPorts } from './map-ground'

export interface Grounds {
  setCamera(camera: Camera): void
  resize(size: Size, camera: Camera): void
  restyle(): void
  destroy(): void
}

/**
 * The simple ground at once; the detailed one over it as soon as its first picture stands; the simple one again where that
 * fails. `onSimple` says that the simple one stays. Nothing is drawn before the first size is known.
 */
export function createGrounds(pane: HTMLElement, ports: MapPorts, onSimple: () => void): Grounds {
  let camera: Camera | null = null
  let size: Size = { widthPx: 0, heightPx: 0 }
  let simple: Ground | null = null
  let detailed: Ground | null = null
  let over = false
  const ignore = (): void => undefined

  const addSimple = (): void => {
    if (camera) simple ??= ports.simple(pane, { camera, size, onReady: ignore, onFail: ignore })
  }
  const dropDetailed = (): void => {
    detailed?.destroy()
    detailed = null
  }
  const fail = (): void => {
    if (over) return
    addSimple()
    dropDetailed()
    onSimple()
  }
  async function addDetailed(): Promise<void> {
    const create = await ports.detailed(pane)
    if (over || !camera) return
    if (!create) return onSimple()
    const onReady = (): void => {
      simple?.destroy()
      simple = null
    }
    try {
      detailed = create(pane, { camera, size, onReady, onFail: fail })
    } catch {
      // MapLibre throws GPUInitializationError at once where WebGL2 is blocked.
      fail()
    }
  }
  const each = (act: (ground: Ground) => void): void => {
    for (const ground of [simple, detailed]) if (ground) act(ground)
  }
  return {
    setCamera: (next) => {
      camera = next
      each((ground) => ground.setCamera(next))
    },
    resize: (nextSize, next) => {
      const isFirst = camera === null
      size = nextSize
      camera = next
      if (isFirst) {
        addSimple()
        void addDetailed()
      }
      each((ground) => ground.resize(nextSize, next))
    },
    restyle: () => each((ground) => ground.restyle()),
    destroy: () => {
      over = true
      simple?.destroy()
      dropDetailed()
    },
  }
}
