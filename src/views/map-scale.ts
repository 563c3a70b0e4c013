import type { Formatter } from '../core/format'
import { scaleBar } from '../core/scale-bar'
import type { Camera } from '../core/types'
import type { Words } from '../core/words/words'
import { h } from './dom'

export interface Scale {
  readonly element: HTMLElement
  update(camera: Camera): void
}

const MOST_PX = 84

/** A bar of a round number of kilometres, true at the middle of the main pane, and the same in nautical miles. */
export function createScale(words: Words, formatter: Formatter): Scale {
  const bar = h('span', { class: 'map-scale-bar', 'aria-hidden': 'true' })
  const text = h('span')
  const element = h('p', { class: 'map-scale' }, bar, text)
  return {
    element,
    update(camera) {
      const { km, nauticalMiles, widthPx } = scaleBar(camera, MOST_PX)
      bar.style.setProperty('inline-size', `${widthPx.toFixed(1)}px`)
      const told = words.map.scale(formatter.distanceKm(km), formatter.count(nauticalMiles))
      if (text.textContent !== told) text.textContent = told
      element.title = words.map.scaleHint(formatter.count(Math.abs(camera.center[1])))
    },
  }
}
