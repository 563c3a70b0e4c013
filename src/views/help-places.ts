import type { Story } from '../core/story-types'
import type { PlaceRow } from '../core/words/help-words'
import { h, svg } from './dom'
import { type HelpContext, helpSection } from './help-section'
import { swatch } from './map-legend'
import { symbols } from './map-symbols'

const VESSEL_ROWS: readonly PlaceRow[] = ['port', 'ship', 'unplaced', 'past', 'sea', 'reach', 'join']

/** The rows that this story can show. */
function rowsOf(story: Story): readonly PlaceRow[] {
  const places = [...story.places.values()]
  return [
    'venue',
    'planned',
    ...(places.some((place) => place.seat) ? (['seat'] as const) : []),
    ...(mediatorOf(story) ? (['mediator'] as const) : []),
    ...(places.some(({ precision }) => precision === 'area' || precision === 'country') ? (['area'] as const) : []),
    ...(story.vessels.size > 0 ? VESSEL_ROWS : []),
    ...(mediatorOf(story) ? (['relay'] as const) : []),
    'route',
    'disputed',
  ]
}

const mediatorOf = (story: Story): string | null => story.links.find((link) => link.via !== null)?.via ?? null

const ship = (): SVGSVGElement =>
  svg('svg', { width: 36, height: 16, viewBox: '-18 -8 36 16', 'aria-hidden': 'true' }, symbols.ship())

/** Each mark of the map with what it says. */
export function helpPlaces({ story, says }: HelpContext): HTMLElement {
  const vessel = [...story.vessels.values()][0]?.party ?? null
  const seat = [...story.parties.values()].find((party) => party.seat !== null && party.id !== mediatorOf(story))?.id ?? null
  const party = (row: PlaceRow): string | null => {
    if (row === 'seat') return seat
    if (row === 'mediator' || row === 'relay') return mediatorOf(story)
    return VESSEL_ROWS.includes(row) ? vessel : null
  }
  const rows = rowsOf(story).map((row) => {
    const [name, note] = says.places[row]
    const drawn = row === 'ship' ? ship() : swatch(row === 'mediator' ? 'seat' : row)
    return h(
      'li',
      { 'data-party': party(row) },
      h('span', { class: 'map' }, drawn),
      h('p', {}, h('b', {}, name), h('span', {}, note)),
    )
  })
  return helpSection(says.where, null, h('ul', { class: 'help-places' }, ...rows))
}
