import type { Words } from '../core/words/words'
import { h, svg } from './dom'
import { createRoving } from './map-roving'

export type ControlAction = 'in' | 'out' | 'reset' | 'north' | 'south' | 'west' | 'east'

const ICONS: Readonly<Record<ControlAction, string>> = {
  in: 'M5 12h14M12 5v14',
  out: 'M5 12h14',
  reset: 'M8 3H5a2 2 0 0 0-2 2v3M21 8V5a2 2 0 0 0-2-2h-3M3 16v3a2 2 0 0 0 2 2h3M16 21h3a2 2 0 0 0 2-2v-3',
  north: 'm18 15-6-6-6 6',
  south: 'm6 9 6 6 6-6',
  west: 'm15 18-6-6 6-6',
  east: 'm9 18 6-6-6-6',
}

/** Strokes on a grid of 24. Source: Lucide 1.62 (ISC licence, https://lucide.dev). */
const strokes = (action: ControlAction): SVGSVGElement =>
  svg(
    'svg',
    { class: 'icon', width: 18, height: 18, viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    svg('path', { d: ICONS[action] }),
  )

/** Zoom, reset and the four directions: everything a gesture does, by buttons; one stop of the Tab key. */
export function createControls(words: Words, act: (action: ControlAction) => void, signal: AbortSignal): HTMLElement {
  const says = words.map
  const names: Readonly<Record<ControlAction, string>> = {
    in: says.zoomIn,
    out: says.zoomOut,
    reset: says.reset,
    north: says.north,
    south: says.south,
    west: says.west,
    east: says.east,
  }
  const button = (action: ControlAction): HTMLButtonElement => {
    const element = h(
      'button',
      { type: 'button', 'aria-label': names[action], title: names[action], 'data-action': action, 'data-stop': true },
      strokes(action),
    )
    element.addEventListener('click', () => act(action), { signal })
    return element
  }
  const zoom = h('div', { class: 'map-zoom' }, button('in'), button('out'), button('reset'))
  const pan = h(
    'div',
    { class: 'map-pan', role: 'group', 'aria-label': says.pan },
    ...(['north', 'south', 'west', 'east'] as const).map(button),
  )
  const element = h('div', { class: 'map-controls', role: 'toolbar', 'aria-label': says.controls }, zoom, pan)
  createRoving(element, signal)
  return element
}
