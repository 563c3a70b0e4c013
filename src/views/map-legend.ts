import type { Box } from '../core/labels'
import type { Scene } from '../core/scene'
import type { Words } from '../core/words/words'
import { h, svg } from './dom'
import { symbols } from './map-symbols'

export type LegendEntry =
  | 'venue'
  | 'planned'
  | 'seat'
  | 'area'
  | 'port'
  | 'past'
  | 'unplaced'
  | 'sea'
  | 'reach'
  | 'join'
  | 'route'
  | 'relay'
  | 'disputed'

/** What the panes draw, in the order of the key. */
export function legendEntries(scenes: readonly Scene[], disputed: boolean): readonly LegendEntry[] {
  const marks = scenes.flatMap((scene) => scene.marks)
  const role = (entry: LegendEntry): readonly LegendEntry[] =>
    marks.some((mark) => mark.role === entry && !mark.hollow) ? [entry] : []
  const shades = scenes.flatMap((scene) => scene.shades)
  return [
    ...role('venue'),
    ...role('planned'),
    ...role('seat'),
    ...role('area'),
    ...role('port'),
    ...(marks.some((mark) => mark.role === 'port' && mark.hollow) ? (['past'] as const) : []),
    ...(scenes.some((scene) => scene.ships.some(({ plate }) => plate)) ? (['unplaced'] as const) : []),
    ...(shades.some((shade) => shade.isAreaSeen) ? (['sea'] as const) : []),
    ...(shades.some((shade) => shade.isRimSeen) ? (['reach'] as const) : []),
    ...(scenes.some((scene) => scene.joins.length > 0) ? (['join'] as const) : []),
    ...(scenes.some((scene) => scene.route?.lines.length) ? (['route'] as const) : []),
    ...(scenes.some((scene) => scene.relay) ? (['relay'] as const) : []),
    ...(disputed ? (['disputed'] as const) : []),
  ]
}

/** An entry's drawing, 24 × 16 px: the mark itself. */
export function swatch(entry: LegendEntry): SVGSVGElement {
  const line = (className: string): SVGElement => svg('path', { class: className, d: 'M-10,0H10' })
  const drawn: Readonly<Record<LegendEntry, () => SVGElement>> = {
    venue: () => symbols.venue(2),
    planned: symbols.planned,
    seat: symbols.seat,
    area: symbols.area,
    port: symbols.port,
    past: symbols.past,
    unplaced: () =>
      svg('g', { class: 'swatch-plate' }, svg('rect', { x: -11.5, y: -6, width: 23, height: 12 }), symbols.hollowShip()),
    sea: () =>
      svg(
        'g',
        { class: 'swatch-sea' },
        svg('rect', { x: -10, y: -7, width: 20, height: 14 }),
        svg('path', { d: 'M-10,-1L-4,-7M-10,6L3,-7M-4,7L10,-7M3,7L10,0' }),
      ),
    reach: () => line('reach'),
    join: () => line('join'),
    route: () => line('route'),
    relay: () => svg('g', {}, line('relay-case'), line('relay')),
    disputed: () => line('ground-disputed'),
  }
  const scale = entry === 'venue' || entry === 'planned' || entry === 'seat' ? 'scale(0.8)' : null
  return svg(
    'svg',
    { width: 24, height: 16, viewBox: '-12 -8 24 16', 'aria-hidden': 'true' },
    svg('g', { transform: scale }, drawn[entry]()),
  )
}

export interface Legend {
  readonly element: HTMLElement
  /** Returns true where the size of the plate may have changed. */
  update(entries: readonly LegendEntry[], knots: string): boolean
  /** As a plate, or as a button that opens it over the map. True where that is a change. */
  fold(folded: boolean): boolean
  /** Where the plate lies or would lie in the pane, px; null where nothing is laid out. */
  plate(pane: HTMLElement): Box | null
}

/** The key of the map: only what is drawn. */
export function createLegend(words: Words, signal: AbortSignal): Legend {
  const says = words.map
  const list = h('ul', { id: 'map-key' })
  const toggle = h(
    'button',
    { type: 'button', class: 'map-key-toggle', 'aria-expanded': 'false', 'aria-controls': 'map-key', hidden: true },
    says.key,
  )
  const element = h('div', { class: 'map-legend' }, list, toggle)
  let shown = ''
  let plateSize: { width: number; height: number } | null = null
  const open = (isOpen: boolean): void => {
    toggle.setAttribute('aria-expanded', String(isOpen))
    toggle.textContent = isOpen ? says.closeKey : says.key
    list.hidden = !isOpen && !toggle.hidden
  }
  toggle.addEventListener('click', () => open(toggle.getAttribute('aria-expanded') !== 'true'), { signal })
  return {
    element,
    update(entries, knots) {
      const key = `${entries.join()} ${knots}`
      if (key === shown) return false
      shown = key
      plateSize = null
      const text = (entry: LegendEntry): string => (entry === 'reach' ? says.legend.reach(knots) : says.legend[entry])
      list.replaceChildren(...entries.map((entry) => h('li', { 'data-entry': entry }, swatch(entry), text(entry))))
      return true
    },
    fold(folded) {
      if (toggle.hidden === !folded) return false
      toggle.hidden = !folded
      element.classList.toggle('folded', folded)
      open(false)
      return true
    },
    plate(pane) {
      if (toggle.hidden) {
        const { width, height } = element.getBoundingClientRect()
        if (width > 0) plateSize = { width, height }
      }
      return plateSize && { x: 0, y: pane.clientHeight - plateSize.height, ...plateSize }
    },
  }
}
