import { lanesOf, shownEvents } from './derive'
import { formatterOf } from './format'
import { intersects } from './interval'
import type { Story } from './story-types'
import type { Geometry, LayerId, StoryEvent } from './types'
import type { Report } from './vessel-types'
import { previewWords as says } from './words/preview-words'
import type { Words } from './words/words'

/** "26 February 2026", or as exact as the file is; null where it names no day. */
function asOfDay(story: Story, words: Words): string | null {
  const { asOf } = story
  if (asOf === null) return null
  if (asOf.startPrecision !== 'day') return formatterOf(story, words).when(asOf)
  return new Intl.DateTimeFormat(words.locale, { dateStyle: 'long', timeZone: asOf.timeZone }).format(asOf.extent[1])
}

/** "As of 26 February 2026"; null where the file names no day. */
export function previewDate(story: Story, words: Words): string | null {
  const day = asOfDay(story, words)
  return day && says.asOf(day)
}

/** "Parley · CC BY 4.0 · Map: Natural Earth". */
export const previewCredit = (story: Story): string =>
  says.credit([story.attribution?.value, story.license?.name, says.mapCredit].filter((part) => part !== undefined))

/** A text for people, not a register: after so many places it counts the others. */
const MOST_PLACES = 9

const inOpening = (story: Story, events: readonly StoryEvent[]): readonly StoryEvent[] =>
  events.filter((event) => event.when !== null && intersects(event.when.extent, story.opening))

/** True where the story's frame, which is the pictures', holds the point. */
function isFramed({ frame }: Story, geometry: Geometry | null): boolean {
  if (geometry?.type !== 'Point') return false
  const [lon = 0, lat = 0] = geometry.coordinates
  const narrow = frame?.narrow ?? frame
  const panes = [narrow?.bounds, narrow?.strip?.bounds].filter((bounds) => bounds !== undefined)
  return (
    panes.length === 0 || panes.some(([west, south, east, north]) => west <= lon && lon <= east && south <= lat && lat <= north)
  )
}

/** Names of the points in the frame at which events of the opening window are placed, in the file's order. */
function placeNames(story: Story, events: readonly StoryEvent[], words: Words): readonly string[] {
  const used = new Set(events.flatMap((event) => (event.where === null ? [] : [event.where.place])))
  const names = [...story.places.values()]
    .filter(({ id, geometry, precision }) => used.has(id) && precision !== 'country' && isFramed(story, geometry))
    .map(({ short }) => short.value)
  if (names.length <= MOST_PLACES) return names
  const others = names.length - MOST_PLACES + 1
  return [...names.slice(0, MOST_PLACES - 1), says.otherPlaces(others, formatterOf(story, words).count(others))]
}

/** Names of the ships that a shown layer had reported by then. */
function shipNames(story: Story, layers: ReadonlySet<LayerId>): readonly string[] {
  const told = ({ layer, when }: Report): boolean => layers.has(layer) && (when === null || when.extent[0] <= story.now)
  return [...story.vessels.values()].filter(({ reports }) => reports.some(told)).map(({ name }) => name.value)
}

function mapSentence(places: string, ships: string): string | null {
  if (ships === '') return places === '' ? null : says.map(places)
  return places === '' ? says.mapOfShips(ships) : says.mapWithShips(places, ships)
}

/** What map and timeline show as they open, a sentence each, from the story alone; null where there is nothing to show. */
export function viewTexts(story: Story, words: Words): Readonly<Record<'map' | 'timeline', string | null>> {
  const { list, interval } = formatterOf(story, words)
  const layers = new Set([...story.layers.values()].filter((layer) => layer.shown).map((layer) => layer.id))
  const shown = shownEvents(story, { layers, known: null })
  const events = inOpening(story, shown)
  const lanes = lanesOf(story, events, 'place', true).flatMap(({ name }) => (name === null ? [] : [name.value]))
  return {
    map: mapSentence(list(placeNames(story, events, words)), list(shipNames(story, layers))),
    timeline: lanes.length > 0 ? says.timeline(interval(story.opening), list(lanes)) : null,
  }
}

/** What the pictures for link cards show, in words: the `alt` of both wherever they stand. */
export function previewText(story: Story, words: Words): string {
  const { map, timeline } = viewTexts(story, words)
  const date = previewDate(story, words)
  const sentences = [says.what(story.title.value), map, timeline, date && says.sentence(date)]
  return sentences.filter((sentence) => sentence !== null).join(' ')
}
