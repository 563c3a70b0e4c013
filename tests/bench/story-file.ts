import type { StoryFile } from '../../src/core/schema'
import { KINDS } from '../../src/core/types'
import { CITIES, type PlainEvent, plainEvents, randomFrom, SEED } from './events'

/** Points that round to the same quarter of a degree are one place: on a map of the whole story they are one mark. */
const CELL = 4
/** Places within so many degrees of the first share its lane. */
const LANE = 4
const SOURCE = 'made-up'
const AS_OF = '2026-02-26'

type Places = NonNullable<StoryFile['places']>

interface Spot {
  readonly id: string
  readonly lon: number
  readonly lat: number
}

const spotOf = ({ lon, lat }: PlainEvent): Spot => {
  const [x, y] = [Math.round(lon * CELL), Math.round(lat * CELL)]
  return { id: `at-${x + 180 * CELL}-${y + 90 * CELL}`, lon: x / CELL, lat: y / CELL }
}

/** Places and lanes of events that have nothing but coordinates, each named by them; the first of a lane gives it its name. */
function placesOf(events: readonly PlainEvent[]): Pick<StoryFile, 'places' | 'lanes'> {
  const spots = new Map(events.map(spotOf).map((spot) => [spot.id, spot]))
  const lanes: (Spot & { readonly name: string })[] = []
  const places: Places = [...spots.values()].map((spot) => {
    const name = `${spot.lat}, ${spot.lon}`
    const near = lanes.find((lane) => Math.hypot(lane.lon - spot.lon, lane.lat - spot.lat) < LANE)
    const lane = near ?? { ...spot, id: `lane-${lanes.length + 1}`, name }
    if (!near) lanes.push(lane)
    const geometry = { type: 'Point' as const, coordinates: [spot.lon, spot.lat] as [number, number] }
    return { id: spot.id, name, geometry, precision: 'city' as const, lane: lane.id }
  })
  return { places, lanes: lanes.map(({ id, name }) => ({ id, name })) }
}

const partyId = (actor: string): string => actor.toLowerCase().replace(/\W+/g, '-')

const frameOf = (events: readonly PlainEvent[]): NonNullable<StoryFile['frame']> => {
  const bounds: [number, number, number, number] = [180, 90, -180, -90]
  for (const { lon, lat } of events) {
    bounds[0] = Math.min(bounds[0], lon - 2)
    bounds[1] = Math.min(bounds[1], lat - 2)
    bounds[2] = Math.max(bounds[2], lon + 2)
    bounds[3] = Math.max(bounds[3], lat + 2)
  }
  return { bounds }
}

/** A file in the project’s own format with nothing in it that the events do not give. */
export function fileOfPlain(events: readonly PlainEvent[]): StoryFile {
  const actors = [...new Set(events.map((event) => event.actor))]
  return {
    type: 'parley-story',
    version: 1,
    id: 'measured',
    language: 'en',
    title: 'Events to measure',
    timeZone: 'UTC',
    sources: [{ id: SOURCE, publisher: 'Made up' }],
    layers: [{ id: 'all', name: 'All' }],
    parties: actors.map((name, index) => ({ id: partyId(name), name, letter: String.fromCharCode(65 + index) })),
    ...placesOf(events),
    frame: frameOf(events),
    events: events.map((event) => ({
      id: event.id,
      title: event.title,
      text: event.text,
      when: event.start,
      where: { place: spotOf(event).id },
      parties: [partyId(event.actor)],
      sources: [{ source: SOURCE }],
    })),
  } as StoryFile
}

/** Of ten events so many are told to the minute, so many by the day; the rest are intervals or in doubt. */
function whenOf(start: string, share: number): string {
  const day = start.slice(0, 10)
  if (share < 0.6) return start
  if (share < 0.85) return day
  if (share < 0.92) return `${day}~`
  return `${day}/${new Date(Date.parse(day) + 3 * 86_400_000).toISOString().slice(0, 10)}`
}

/** The same events as an author would tell them: kinds, topics, plans, claims, days and doubt, six cities, and one ship. */
export function storyFile(count: number, seed = SEED): StoryFile {
  const random = randomFrom(seed + 1)
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value
  const events = plainEvents(count, seed)
  const plain = fileOfPlain(events)
  const topics = ['nuclear', 'money', 'security', 'process'].map((id) => ({ id, name: id }))
  const cityId = (index: number): string => `city-${index}`
  const nearest = ({ lon }: PlainEvent): number =>
    CITIES.reduce((best, city, index) => (Math.abs(city[1] - lon) < Math.abs((CITIES[best]?.[1] ?? 0) - lon) ? index : best), 0)
  const ids = plain.parties?.map((party) => party.id) ?? []
  return {
    ...plain,
    asOf: AS_OF,
    layers: [
      { id: 'all', name: 'All' },
      { id: 'more', name: 'More', shown: true },
    ],
    topics,
    places: CITIES.map(([name, lon, lat], index) => ({
      id: cityId(index),
      name,
      geometry: { type: 'Point', coordinates: [lon, lat] },
      precision: 'city',
      lane: cityId(index),
    })),
    lanes: CITIES.map(([name], index) => ({ id: cityId(index), name })),
    events: events.map((event, index) => ({
      ...plain.events[index],
      layer: random() < 0.8 ? 'all' : 'more',
      kind: pick(KINDS),
      status: event.start > AS_OF && random() < 0.7 ? 'planned' : 'happened',
      when: whenOf(event.start, random()),
      where: { place: cityId(nearest(event)) },
      parties: random() < 0.8 ? [partyId(event.actor)] : [...new Set([partyId(event.actor), pick(ids)])],
      topics: [pick(topics).id],
      claims:
        random() < 0.5 ? [{ by: { party: pick(ids) }, text: `It was said: ${event.text}`, sources: [{ source: SOURCE }] }] : [],
    })),
    vessels: [
      {
        id: 'ship',
        name: 'A ship',
        party: ids[0] ?? '',
        speedKnots: 30,
        reports: [
          { when: '2025-11-03', place: 'Souda Bay', precision: 'port', method: 'observed', lonLat: [24.07, 35.5] },
          { when: '2026-02-20', place: 'Limassol', precision: 'port', method: 'observed', lonLat: [33.03, 34.67] },
        ].map(({ lonLat, ...report }) => ({
          ...report,
          geometry: { type: 'Point', coordinates: lonLat },
          sources: [{ source: SOURCE }],
        })),
      },
    ],
  } as StoryFile
}
