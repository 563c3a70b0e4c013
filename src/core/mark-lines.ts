import type { MarkInput, MarkRole, PlaceMark } from './map-marks'
import type { PartyId, StoryEvent } from './types'
import type { Words } from './words/words'

/** It had not happened when the story was told. */
export const isPlanned = ({ status }: StoryEvent): boolean => status === 'planned'
const notPlanned = (events: readonly StoryEvent[]): readonly StoryEvent[] => events.filter((event) => !isPlanned(event))

/** The number in a mark: of a venue what happened there, and not what is only planned. */
export const countOf = ({ role, events }: Pick<PlaceMark, 'role' | 'events'>): number =>
  role === 'venue' ? notPlanned(events).length : events.length

const SPOKEN: ReadonlySet<StoryEvent['kind']> = new Set(['statement', 'position'])

/** The second line of a mark's label. */
export function secondLine(input: MarkInput, role: MarkRole, events: readonly StoryEvent[], party: PartyId | null): string {
  const { words, formatter, story } = input
  const last = events.at(-1)
  if (last === undefined) return ''
  if (role === 'planned') {
    return last.when ? words.map.planned(formatter.whenShort(last.when)) : words.map.plannedUndated
  }
  if (role === 'venue') return venueLine(input, events)
  const count = words.map.events(events.length)
  if (role !== 'seat') return count
  const said = events.every((event) => SPOKEN.has(event.kind)) ? words.map.statements(events.length) : count
  return story.links.some((link) => link.via !== null && link.via === party) ? words.map.mediator(said) : said
}

/** What happened there until when; what is planned there as well is counted by itself. */
function venueLine({ words: { map: says }, formatter }: MarkInput, events: readonly StoryEvent[]): string {
  const happened = notPlanned(events)
  const when = happened.at(-1)?.when
  const told = when ? says.eventsUntil(happened.length, formatter.whenShort(when)) : says.events(happened.length)
  return says.andPlanned(told, events.length - happened.length)
}

/** The same without the date: for a mark's button, and where places share a mark. */
export const venueCount = ({ map: says }: Words, events: readonly StoryEvent[]): string => {
  const happened = notPlanned(events).length
  return says.andPlanned(says.events(happened), events.length - happened)
}
