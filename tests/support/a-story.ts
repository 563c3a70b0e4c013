import type { EventRecord, StoryFile } from '../../src/core/schema'
import { buildStory } from '../../src/core/story'
import type { Story } from '../../src/core/story-types'

type List<Key extends keyof StoryFile> = NonNullable<StoryFile[Key]>

/** Places that tests may name without defining them. */
const PLACES: List<'places'> = [
  {
    id: 'washington',
    name: 'Washington',
    geometry: { type: 'Point', coordinates: [-77.04, 38.9] },
    timeZone: 'America/New_York',
  },
  { id: 'geneva', name: 'Geneva', geometry: { type: 'Point', coordinates: [6.14, 46.21] }, timeZone: 'Europe/Zurich' },
  { id: 'vienna', name: 'Vienna', geometry: { type: 'Point', coordinates: [16.37, 48.21] }, timeZone: 'Europe/Vienna' },
  { id: 'tehran', name: 'Tehran', geometry: { type: 'Point', coordinates: [51.42, 35.69] }, timeZone: 'Asia/Tehran' },
  { id: 'muscat', name: 'Muscat', geometry: { type: 'Point', coordinates: [58.41, 23.58] }, timeZone: 'Asia/Muscat' },
]
const PARTIES: List<'parties'> = [
  { id: 'us', name: 'United States', letter: 'U', color: { light: '#0b5fa5', dark: '#6fb7f2' } },
  { id: 'iran', name: 'Iran', letter: 'I', color: { light: '#c04a00', dark: '#ff9d52' } },
  { id: 'oman', name: 'Oman', letter: 'O', color: { light: '#00745a', dark: '#4fc9a4' } },
]

/** An event record with a source; show only what matters. */
export const anEvent = (fields: Partial<EventRecord> & { id: string }): EventRecord => ({
  title: `Event ${fields.id}`,
  sources: [{ source: 'article' }],
  ...fields,
})

/** `given`, and for every id that is named but not given an item: the known one, else one that `make` makes. */
function withNamed<Item extends { id: string }>(
  given: readonly Item[] | undefined,
  named: Iterable<string | null | undefined>,
  known: readonly Item[],
  make: (id: string) => Item,
): Item[] {
  const items = [...(given ?? [])]
  for (const id of named) {
    if (id != null && !items.some((item) => item.id === id)) items.push(known.find((item) => item.id === id) ?? make(id))
  }
  return items
}

/** A whole file. What events and claims name – sources, layers, parties, people, topics, places – is added where it is not given. */
export function aStoryFile(fields: Partial<StoryFile> = {}): StoryFile {
  const events = fields.events ?? []
  const claims = events.flatMap((event) => event.claims ?? [])
  const reports = (fields.vessels ?? []).flatMap((vessel) => vessel.reports ?? [])
  const named = (id: string) => ({ id, name: id })
  const speakers = [...claims, ...(fields.positions ?? [])].map((claim) => claim.by)
  const told = events.flatMap(({ format, outcome }) => [format, outcome]).filter((each) => each !== undefined)
  const cited = [...events, ...claims, ...told, ...reports, ...(fields.positions ?? [])].flatMap((record) => record.sources ?? [])
  const people = withNamed(
    fields.people,
    [...events.flatMap((event) => event.people ?? []), ...speakers.map((by) => by?.person)],
    [],
    named,
  )
  const places = withNamed(
    fields.places,
    [...events.map((event) => event.where?.place), ...reports.map((report) => report.in)],
    PLACES,
    named,
  )
  return {
    type: 'parley-story',
    version: 1,
    id: 'test',
    language: 'en',
    title: 'A story',
    timeZone: 'Europe/Zurich',
    ...fields,
    events,
    people,
    places,
    sources: withNamed(
      fields.sources,
      cited.map((citation) => citation.source),
      [],
      (id) => ({ id, publisher: id }),
    ),
    layers: withNamed(fields.layers, ['article', ...[...events, ...reports].map((record) => record.layer)], [], named),
    topics: withNamed(
      fields.topics,
      [...events.flatMap((event) => event.topics ?? []), ...(fields.positions ?? []).map((p) => p.issue)],
      [],
      named,
    ),
    parties: withNamed(
      fields.parties,
      [
        ...events.flatMap((event) => event.parties ?? []),
        ...speakers.map((by) => by?.party),
        ...(fields.positions ?? []).map((position) => position.party),
        ...people.map((person) => person.party),
        ...places.map((place) => place.party),
        ...(fields.vessels ?? []).map((vessel) => vessel.party),
      ],
      PARTIES,
      named,
    ),
  }
}

/** A built story: `aStory({ events: [anEvent({ id: 'talks', when: '2026-02-26' })] })`. */
export const aStory = (fields: Partial<StoryFile> = {}, language?: string): Story => buildStory(aStoryFile(fields), language)
