import { formatterOf } from '../core/format'
import { h } from './dom'
import { type HelpContext, helpSection } from './help-section'
import type { DrawFix, FixMaps } from './map-fix'

const HOUR_MS = 3_600_000
/** At the fix, twice while the circle holds, and just after it has ceased to. */
const HOURS = [0, 6, 13, 24.5] as const
const SIZE = { widthPx: 244, heightPx: 168 }

/** Four small maps of what may be said after a last fix; null where the map cannot draw them. */
export function helpFix({ story, words, says }: HelpContext, drawFix: DrawFix): HTMLElement | null {
  const told = drawFix(story, HOURS, SIZE)
  if (!told) return null
  const format = formatterOf(story, words)
  const caption = ({ hours, radiusKm }: FixMaps['maps'][number]): readonly [string, string] => {
    if (hours === 0) return says.fixAt
    if (hours > 24) return [says.fixOver(format.duration(24 * HOUR_MS)), says.fixSeaLeft]
    const grows = hours === HOURS[1] ? says.fixGrows : says.fixInside
    return [says.fixHours(format.duration(hours * HOUR_MS), format.distanceKm(radiusKm)), grows]
  }
  const maps = told.maps.map((map) => {
    const [name, note] = caption(map)
    return h('li', {}, h('p', {}, h('b', {}, name), h('span', {}, note)), map.drawing)
  })
  const ship = told.isAdded ? words.map.added(told.ship.value) : told.ship.value
  return helpSection(
    says.fix,
    says.fixOf(ship, told.place.value, format.when(told.when)),
    h('ul', { class: 'help-fixes' }, ...maps),
    h('p', { class: 'help-remark' }, says.fixNote(format.count(told.knots))),
  )
}
