import { anchor, isLater, partyOf } from './derive'
import type { Formatter } from './format'
import { distanceKm, middleOf } from './geo'
import { countOf, isPlanned, secondLine, venueCount } from './mark-lines'
import type { Point, Project } from './mercator'
import type { Story } from './story-types'
import type { Fix, Track } from './track'
import type { EventId, Instant, LayerId, PartyId, PlaceId, Position, Role, StoryEvent, Text } from './types'
import type { Words } from './words/words'

/**
 * What a mark says of a place. `port`: where a vessel was seen. `area`: events about an area without an exact place. `choice`: nothing, but
 * it can be chosen as an answer.
 */
export type MarkRole = 'venue' | 'planned' | 'seat' | 'port' | 'area' | 'choice'

/** One mark: a place, or places that stand too close for two. */
export interface PlaceMark {
  /** Id of the place that leads, else of the report: stable while the map moves. */
  readonly key: string
  readonly role: MarkRole
  readonly position: Position
  readonly title: Text
  /** For a narrow pane: a seat of government by its party alone. */
  readonly brief: Text
  /** Second line of the label; empty where there is nothing to say. */
  readonly second: string
  /** Of all its events, in story order. */
  readonly events: readonly StoryEvent[]
  readonly places: readonly PlaceId[]
  readonly party: PartyId | null
  /** Drawn hollow: an earlier sighting, or one that says little by now. */
  readonly hollow: boolean
  /** All of it lies after the now-line, once that was moved back. */
  readonly later: boolean
  /** Accessible name. */
  readonly name: string
}

const RADIUS: Readonly<Record<MarkRole, number>> = { venue: 10.5, planned: 8.5, seat: 10, port: 5, area: 10, choice: 7.5 }
/** A venue of one event needs no number, so no room for one. */
const SINGLE_VENUE = 6.5

/** Half of a mark's height, px at a scale of 1. */
export const markRadius = (mark: Pick<PlaceMark, 'role' | 'events'>): number =>
  mark.role === 'venue' && countOf(mark) < 2 ? SINGLE_VENUE : RADIUS[mark.role]
/** The same at a scale, px. Drawn larger than usual they are seen from the back of a room: none is smaller than 8 at a scale of 1. */
export const scaledRadius = (mark: Pick<PlaceMark, 'role' | 'events'>, scale: number): number =>
  Math.max(markRadius(mark), scale > 1 ? 8 : 0) * scale
const PRIORITY: readonly MarkRole[] = ['venue', 'planned', 'seat', 'port', 'area', 'choice']
/** Two reports of the same berth or strait. */
const SAME_SPOT_KM = 30

export interface MarkInput {
  readonly story: Story
  readonly byPlace: ReadonlyMap<PlaceId, readonly StoryEvent[]>
  readonly tracks: readonly Track[]
  readonly layers: ReadonlySet<LayerId>
  readonly instant: Instant
  readonly words: Words
  readonly formatter: Formatter
}

/** Null for a sea that only ships' reports name: a mark in the middle of it would claim a place. */
function roleOf(events: readonly StoryEvent[], area: boolean): MarkRole | null {
  if (events.every((event) => event.vessel !== null)) return area ? null : 'port'
  const roles = new Set<Role | undefined>()
  for (const event of events) roles.add(isPlanned(event) ? 'planned' : event.where?.role)
  if (roles.has('happened') && !area) return 'venue'
  if (roles.has('planned') && !area) return 'planned'
  return roles.has('seat') ? 'seat' : 'area'
}

/** The party of a seat or of a vessel's port; a place where several met has none. */
function partyAt(story: Story, role: MarkRole, place: PlaceId, events: readonly StoryEvent[]): PartyId | null {
  if (role === 'seat') return story.places.get(place)?.party ?? (events[0] ? partyOf(events[0]) : null)
  return role === 'port' && events[0] ? partyOf(events[0]) : null
}

const briefOf = (story: Story, role: MarkRole, place: { readonly short: Text }, party: PartyId | null): Text =>
  (role === 'seat' && party ? story.parties.get(party)?.short : undefined) ?? place.short

function eventMarks(input: MarkInput): readonly PlaceMark[] {
  const { story, words, instant } = input
  return [...input.byPlace].flatMap(([id, events]) => {
    const place = story.places.get(id)
    const position = place?.geometry ? middleOf(place.geometry) : null
    if (!place || !position || events.length === 0) return []
    const role = roleOf(events, place.precision === 'area' || place.precision === 'country')
    if (role === null) return []
    const party = partyAt(story, role, id, events)
    const second = secondLine(input, role, events, party)
    const count = role === 'venue' ? venueCount(words, events) : words.map.events(events.length)
    const said = role === 'seat' || role === 'planned' ? second : count
    const later = events.every((event) => isLater(story, { instant }, event))
    const told = later ? words.map.later(said) : said
    const name = words.map.markName(place.short.value, words.map.roles[role], told)
    return [
      {
        key: id,
        role,
        position,
        title: place.short,
        brief: briefOf(story, role, place, party),
        second,
        events,
        places: [id],
        party,
        hollow: false,
        later,
        name,
      },
    ]
  })
}

/** The widest date that is told of one spot. */
function datesAt(fix: Fix, track: Track): Fix['report'] {
  const here = [fix, ...track.past].filter((other) => distanceKm(other.position, fix.position) < SAME_SPOT_KM)
  return (here.find(({ report }) => report.when?.interval) ?? fix).report
}

/** The event of a report, as it is shown and lies at a place. */
function ownEvent({ byPlace }: MarkInput, id: EventId | null): readonly StoryEvent[] {
  if (id === null) return []
  for (const events of byPlace.values()) {
    const found = events.find((event) => event.id === id)
    if (found) return [found]
  }
  return []
}

function fixMark(input: MarkInput, track: Track, fix: Fix, current: boolean, marks: readonly PlaceMark[]): PlaceMark {
  const { words, formatter } = input
  const report = datesAt(fix, track)
  const near = marks.find((mark) => mark.role === 'port' && distanceKm(mark.position, fix.position) < SAME_SPOT_KM)
  const date = formatter.whenShort(report.when)
  const own = ownEvent(input, fix.report.event)
  const title = near?.title ?? placeNear(input.story, fix.position) ?? report.place
  return {
    key: near?.key ?? report.id,
    role: 'port',
    position: fix.position,
    title,
    brief: title,
    second: date,
    events: near?.events ?? own,
    places: near?.places ?? [],
    party: track.vessel.party,
    hollow: !current,
    later: false,
    name: words.map.markName(title.value, words.map.roles.port, `${track.vessel.name.value}, ${date}`),
  }
}

function placeNear(story: Story, position: Position): Text | null {
  for (const place of story.places.values()) {
    if (place.geometry?.type !== 'Point') continue
    const at = middleOf(place.geometry)
    if (at && distanceKm(at, position) < SAME_SPOT_KM) return place.short
  }
  return null
}

/** A sighting is solid while it is the last word on the ship, or while the circle around it holds. */
const isCurrent = (track: Track): boolean =>
  track.reach !== null || (track.state === 'point' && track.report === track.fix?.report)

function withFixes(input: MarkInput, marks: readonly PlaceMark[]): readonly PlaceMark[] {
  const fixes = input.tracks.flatMap((track) => {
    const { fix } = track
    if (!fix) return []
    const past = track.past.filter((other) => distanceKm(other.position, fix.position) >= SAME_SPOT_KM)
    return [
      ...past.map((other) => fixMark(input, track, other, false, marks)),
      fixMark(input, track, fix, isCurrent(track), marks),
    ]
  })
  const byKey = new Map(fixes.map((mark) => [mark.key, mark]))
  return [...marks.filter((mark) => !byKey.has(mark.key)), ...byKey.values()]
}

/** Every mark of the story's places and of the vessels' points, most telling role first. Not yet merged. */
export function marksOf(input: MarkInput): readonly PlaceMark[] {
  const marks = withFixes(input, eventMarks(input))
  return [...marks].sort((a, b) => PRIORITY.indexOf(a.role) - PRIORITY.indexOf(b.role) || Number(a.hollow) - Number(b.hollow))
}

/** A mark at its place in a pane. */
export interface PlacedMark extends PlaceMark {
  readonly at: Point
  readonly radius: number
}

const latest = ({ events, role }: PlaceMark): number =>
  role === 'port' ? -Infinity : events.reduce((last, { when }) => Math.max(last, when ? anchor(when) : last), -Infinity)

/** Two marks as one. What was told last gives it its look and its name: a government's seat, or a city where talks were held once. */
function merge(first: PlacedMark, second: PlacedMark, scale: number, words: Words): PlacedMark {
  const isLatest = latest(second) > latest(first)
  return join(isLatest ? { ...second, at: first.at } : first, isLatest ? first : second, scale, words)
}

function join(mark: PlacedMark, other: PlaceMark, scale: number, words: Words): PlacedMark {
  const order = (event: StoryEvent): number => (event.when ? anchor(event.when) : Infinity)
  const events = [...new Set([...mark.events, ...other.events])].sort((a, b) => order(a) - order(b))
  const places = [...new Set([...mark.places, ...other.places])]
  const second = mark.role === 'venue' && events.length > mark.events.length ? venueCount(words, events) : mark.second
  const radius = scaledRadius({ role: mark.role, events }, scale)
  const [later, name] = [mark.later && other.later, words.map.also(mark.name, other.name)]
  return { ...mark, events, places, radius, second, later, name }
}

/** The marks inside a pane; where two would touch, the lesser one joins the other. */
export function placeMarks(
  marks: readonly PlaceMark[],
  project: Project,
  isInside: (at: Point, radius: number) => boolean,
  scale: number,
  words: Words,
) {
  const placed: PlacedMark[] = []
  for (const mark of marks) {
    const at = project(mark.position)
    const radius = scaledRadius(mark, scale)
    if (!isInside(at, radius)) continue
    const index = placed.findIndex((other) => Math.hypot(other.at[0] - at[0], other.at[1] - at[1]) < other.radius + radius + 1)
    const other = placed[index]
    const here = { ...mark, at, radius }
    if (other) placed[index] = merge(other, here, scale, words)
    else placed.push(here)
  }
  return placed as readonly PlacedMark[]
}
