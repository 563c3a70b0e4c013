import type { PlacedLine } from '../core/map-text'
import { type Size, unproject } from '../core/mercator'
import type { IsLand, Scene } from '../core/scene'
import type { Camera } from '../core/types'
import { h, keepEqual, svg } from './dom'
import { drawOver, drawUnder } from './map-draw'

/** One pane of the map: the sea as its background, shading, the ground, then marks and words, then buttons. */
export interface Pane {
  readonly element: HTMLElement
  /** Holds the ground, between the two drawings. */
  readonly ground: HTMLElement
  readonly buttons: HTMLElement
  draw(scene: Scene, view: { camera: Camera; size: Size; scale: number; isLand: IsLand }): void
  /** Rings around what is selected and what is lifted, by key. */
  highlight(selected: ReadonlySet<string>, lifted: ReadonlySet<string>): void
}

/** The middle of a line of text, for what lies under it. */
const middle = (line: PlacedLine): readonly [number, number] => {
  const shift = line.align === 'start' ? 24 : line.align === 'end' ? -24 : 0
  return [line.x + shift, line.y - 4]
}

export function createPane(name: string): Pane {
  const under = svg('svg', { class: 'map-under', 'aria-hidden': 'true' })
  const over = svg('svg', { class: 'map-over', 'aria-hidden': 'true' })
  const ground = h('div', { class: 'map-grounds' })
  const buttons = h('div', { class: 'map-buttons' })
  const element = h('div', { class: `map-pane map-${name}` }, under, ground, over, buttons)
  return {
    element,
    ground,
    buttons,
    draw(scene, { camera, size, scale, isLand }) {
      const isOnLand = (line: PlacedLine): boolean => isLand(unproject(middle(line), camera, size))
      const options = { prefix: `map-${name}`, widthPx: size.widthPx, heightPx: size.heightPx, scale, isOnLand }
      keepEqual(under, drawUnder(scene, options))
      keepEqual(over, drawOver(scene, options))
    },
    highlight(selected, lifted) {
      for (const node of over.querySelectorAll('[data-key]')) {
        const key = node.getAttribute('data-key') ?? ''
        node.classList.toggle('selected', selected.has(key))
        node.classList.toggle('lifted', lifted.has(key))
      }
    },
  }
}
