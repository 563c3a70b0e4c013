import type { StoryFile } from './schema'
import { brandId, maybeId, type StoryContext } from './story-context'
import type { Lane, Layer, Party, Person, Place, Source, Topic } from './story-types'
import type { LaneId, LayerId, PartyId, PersonId, PlaceId, SourceId, Text, TopicId } from './types'

const indexed = <Id extends string, Item extends { readonly id: Id }>(items: readonly Item[]): ReadonlyMap<Id, Item> =>
  new Map(items.map((item) => [item.id, item]))

/** Told apart in light and dark, and by colour-blind readers, for parties without a colour of their own. */
const COLORS: readonly Party['color'][] = [
  { light: '#0b5fa5', dark: '#6fb7f2' },
  { light: '#c04a00', dark: '#ff9d52' },
  { light: '#00745a', dark: '#4fc9a4' },
]
const OTHER_COLOR: Party['color'] = { light: '#4a4a4a', dark: '#c0c0c0' }

export const buildSources = (file: StoryFile, context: StoryContext): ReadonlyMap<SourceId, Source> =>
  indexed(
    (file.sources ?? []).map((source) => ({
      id: brandId<SourceId>(source.id),
      publisher: source.publisher,
      agency: source.agency ?? null,
      about: context.maybeText(source.about),
      url: source.url ?? null,
      published: context.maybeWhen(source.published),
      language: source.language ?? null,
    })),
  )

/** A file without layers has one, which carries the story's title. */
export const buildLayers = (file: StoryFile, context: StoryContext): ReadonlyMap<LayerId, Layer> =>
  indexed(
    (file.layers?.length ? file.layers : [{ id: 'story', name: file.title }]).map((layer, index) => ({
      id: brandId<LayerId>(layer.id),
      name: context.text(layer.name),
      shown: ('shown' in layer ? layer.shown : undefined) ?? true,
      notice: 'notice' in layer ? context.maybeText(layer.notice) : null,
      base: index === 0,
    })),
  )

export const buildParties = (file: StoryFile, context: StoryContext): ReadonlyMap<PartyId, Party> =>
  indexed(
    (file.parties ?? []).map((party, index) => {
      const name = context.text(party.name)
      return {
        id: brandId<PartyId>(party.id),
        name,
        short: context.maybeText(party.short) ?? name,
        letter: party.letter ?? (Array.from(name.value)[0] ?? '').toLocaleUpperCase(name.lang),
        color: party.color ?? COLORS[index] ?? OTHER_COLOR,
        seat: maybeId<PlaceId>(party.seat),
      }
    }),
  )

export const buildPeople = (file: StoryFile, context: StoryContext): ReadonlyMap<PersonId, Person> =>
  indexed(
    (file.people ?? []).map((person) => ({
      id: brandId<PersonId>(person.id),
      name: context.text(person.name),
      alternateNames: person.alternateNames ?? [],
      party: maybeId<PartyId>(person.party),
      role: context.maybeText(person.role),
    })),
  )

export const buildTopics = (file: StoryFile, context: StoryContext): ReadonlyMap<TopicId, Topic> =>
  indexed((file.topics ?? []).map((topic) => ({ id: brandId<TopicId>(topic.id), name: context.text(topic.name) })))

export const buildPlaces = (file: StoryFile, context: StoryContext): ReadonlyMap<PlaceId, Place> => {
  const laneIsPlace = !file.lanes?.length
  return indexed(
    (file.places ?? []).map((place) => {
      const name = context.text(place.name)
      return {
        id: brandId<PlaceId>(place.id),
        name,
        short: context.maybeText(place.short) ?? name,
        alternateNames: place.alternateNames ?? [],
        geometry: place.geometry ?? null,
        precision: place.precision ?? 'city',
        timeZone: place.timeZone ?? null,
        seat: place.seat ?? false,
        party: maybeId<PartyId>(place.party),
        lane: maybeId<LaneId>(laneIsPlace ? place.id : place.lane),
        wikidata: place.wikidata ?? null,
      }
    }),
  )
}

/** The least longitude; a loop, because an area of a reader's file may have more vertices than a call takes arguments. */
function westOf({ geometry }: Place): number {
  if (geometry === null || geometry.type === 'GeometryCollection') return Number.POSITIVE_INFINITY
  const numbers = (geometry.coordinates as unknown[]).flat(Number.POSITIVE_INFINITY as 1) as number[]
  return numbers.reduce((west, value, index) => (index % 2 === 0 ? Math.min(west, value) : west), Number.POSITIVE_INFINITY)
}

/** The author's rows; without any, one for each place from west to east, those without a geometry last. */
export function buildLanes(
  file: StoryFile,
  context: StoryContext,
  places: ReadonlyMap<PlaceId, Place>,
): ReadonlyMap<LaneId, Lane> {
  if (file.lanes?.length) {
    return indexed(
      file.lanes.map((lane) => ({
        id: brandId<LaneId>(lane.id),
        name: context.text(lane.name),
        narrow: brandId<LaneId>(lane.narrow ?? lane.id),
      })),
    )
  }
  const keyed = Array.from(places.values(), (place) => ({ place, west: westOf(place) }))
  keyed.sort((a, b) => (a.west === b.west ? 0 : a.west - b.west))
  return indexed(keyed.map(({ place: { id, short } }) => ({ id: brandId<LaneId>(id), name: short, narrow: brandId<LaneId>(id) })))
}

/** The author's rows for narrow screens, and the rows that stand for themselves there. */
export function buildNarrowLanes(
  file: StoryFile,
  context: StoryContext,
  lanes: ReadonlyMap<LaneId, Lane>,
): ReadonlyMap<LaneId, { readonly id: LaneId; readonly name: Text }> {
  const given = new Map((file.narrowLanes ?? []).map((lane) => [lane.id, context.text(lane.name)]))
  const own = Array.from(lanes.values()).filter((lane) => lane.narrow === lane.id && !given.has(lane.id))
  return indexed([
    ...Array.from(given, ([id, name]) => ({ id: brandId<LaneId>(id), name })),
    ...own.map(({ id, name }) => ({ id, name })),
  ])
}
