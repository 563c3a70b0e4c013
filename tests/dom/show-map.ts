import type { Story } from '../../src/core/story-types'
import type { AppState } from '../../src/state/state'
import { createMap } from '../../src/views/map'
import type { CreateGround, Ground, GroundOptions, MapPorts } from '../../src/views/map-ground'
import { aMapStory, NAMES } from '../support/a-map'
import { show } from './show'

/** A ground that draws nothing and remembers what was asked of it. */
export interface FakeGround extends Ground {
  readonly options: GroundOptions
  cameras: number
  isGone: boolean
}

/** All that were made since `grounds.length = 0`. */
export const grounds: FakeGround[] = []
/** For the detailed ground of a test. */
export const fakeGround: CreateGround = (pane, options) => {
  const element = document.createElement('div')
  pane.append(element)
  const ground: FakeGround = {
    element,
    options,
    cameras: 0,
    isGone: false,
    setCamera: () => void ground.cameras++,
    resize: () => undefined,
    restyle: () => undefined,
    destroy: () => {
      ground.isGone = true
      element.remove()
    },
  }
  grounds.push(ground)
  return ground
}

const basemap = { topology: () => null, names: () => NAMES, subscribe: () => () => undefined }

/** The map at 888 × 468 px over grounds that draw nothing. */
export function showMap(patch: Partial<AppState> = {}, ports: Partial<MapPorts> = {}, story: Story = aMapStory()) {
  const all: MapPorts = {
    basemap,
    simple: fakeGround,
    detailed: async () => null,
    size: { widthPx: 888, heightPx: 468 },
    ...ports,
  }
  return show(createMap(all), story, patch)
}
/** After what the map tells once it rests. */
export const settled = () => new Promise((resolve) => setTimeout(resolve, 0))
