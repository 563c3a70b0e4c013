import type { PlaceShape } from '../core/handout'
import { h } from './dom'
import { figure, framed, LARGE, PAPER_PX, sentence } from './handout-drawing'
import type { DrawHandoutMap } from './handout-map'
import type { Sheet } from './handout-part'
import { placeSign } from './handout-sign'

/** With it a page of A4 or Letter holds the map, its key and the places; in large print a page of A4 the map and all of its key. */
const MAP_PX = { usual: 384, large: 334 }
const SHAPES: readonly PlaceShape[] = ['happened', 'planned', 'seat', 'area']

/** The map with its key; a sentence where there is none. */
export async function mapFigure(sheet: Sheet, draw: DrawHandoutMap): Promise<HTMLElement> {
  const { view, handout, says, blanks, isLarge } = sheet
  const size = { widthPx: PAPER_PX, heightPx: isLarge ? MAP_PX.large : MAP_PX.usual }
  const scale = isLarge ? LARGE : 1
  const subject = { places: handout.places, vessels: handout.vessels, isNamed: !blanks.has('places'), scale }
  const map = await draw(view.story, subject, size)
  if (map === null) return sentence(says.noMap)
  const used = new Set(handout.places.map(({ shape }) => shape))
  const key = [
    ...SHAPES.filter((shape) => used.has(shape)).map((shape) => [placeSign(shape, null), says.mapKey[shape]] as const),
    ...(handout.vessels.length > 0 ? [[h('b', { class: 'handout-letter' }, 'A'), says.mapKey.ship] as const] : []),
    ...(map.hasSeas ? [[h('span', { class: 'handout-hatch' }), says.mapKey.sea] as const] : []),
  ]
  const notes = [
    ...(map.away.length > 0 ? [says.away(map.away.join(', '))] : []),
    ...(map.cutDegrees === null ? [] : [says.mapCut(view.format.count(map.cutDegrees))]),
    says.mapCredit,
  ]
  const told = handout.places.map(({ number, name }) => (name ? `${number} ${name.value}` : String(number))).join(', ')
  const drawing = framed('map', map.element, [size.widthPx, size.heightPx], says.mapOf(told))
  const entries = key.map(([sign, text]) => h('li', {}, sign, text))
  return figure(says.map, [drawing], [h('ul', { class: 'handout-key-row' }, ...entries), sentence(notes.join(' '))])
}
