/** Made-up events for measuring: the same for the same seed, on every machine. */

/** What programs that are compared with each other all read: one event of a JSON array. */
export interface PlainEvent {
  readonly id: string
  readonly title: string
  /** `YYYY-MM-DDTHH:MMZ`. */
  readonly start: string
  readonly lon: number
  readonly lat: number
  readonly actor: string
  readonly text: string
}

/** A number of [0, 1) at each call. Source: Tommy Ettinger’s mulberry32, public domain. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const SEED = 20_260_226
/** Events lie between these: June 2025 to March 2026. */
export const FIRST_MS = Date.UTC(2025, 5, 1)
export const LAST_MS = Date.UTC(2026, 3, 1) - 1
const MINUTE_MS = 60_000

export const CITIES: readonly (readonly [name: string, lon: number, lat: number])[] = [
  ['Washington', -77.04, 38.9],
  ['Geneva', 6.14, 46.21],
  ['Vienna', 16.37, 48.21],
  ['Tehran', 51.42, 35.7],
  ['Muscat', 58.41, 23.59],
  ['Islamabad', 73.06, 33.69],
]
export const ACTORS: readonly string[] = ['United States', 'Iran', 'Oman', 'Qatar', 'IAEA', 'European Union']
/** How far from its city an event lies at most, in degrees. */
const AROUND = 0.75
const VERBS = ['meets', 'calls', 'warns', 'answers', 'invites', 'briefs', 'visits', 'doubts']
const TOPICS = ['enrichment', 'sanctions', 'inspections', 'missiles', 'prisoners', 'shipping', 'the next round', 'guarantees']
const PLACES = ['at the embassy', 'by telephone', 'in parliament', 'at the airport', 'at the residence', 'on television']

/** `count` events in random order of time. */
export function plainEvents(count: number, seed = SEED): PlainEvent[] {
  const random = randomFrom(seed)
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value
  const near = (degrees: number): number => Math.round((degrees + (random() - random()) * AROUND) * 1e4) / 1e4
  return Array.from({ length: count }, (_, index) => {
    const at = FIRST_MS + Math.floor((random() * (LAST_MS - FIRST_MS)) / MINUTE_MS) * MINUTE_MS
    const [city, lon, lat] = pick(CITIES)
    const actor = pick(ACTORS)
    const [verb, other, topic, place] = [pick(VERBS), pick(ACTORS), pick(TOPICS), pick(PLACES)]
    return {
      id: `e${index + 1}`,
      title: `${actor} ${verb} ${other} on ${topic}`,
      start: `${new Date(at).toISOString().slice(0, 16)}Z`,
      lon: near(lon),
      lat: near(lat),
      actor,
      text: `In ${city}, ${place}: ${actor} and ${other} speak of ${topic}, note ${Math.floor(random() * 1e6)}.`,
    }
  })
}
