import { type Filters, shownEvents } from './derive'
import { middleOf } from './geo'
import type { Interval } from './interval'
import { shuffled } from './mask-names'
import { beginning } from './measure'
import type { Place, Story } from './story-types'
import type { EventId, PlaceId, StoryEvent, When } from './types'

/* Both exercises are about the whole story, not the masked one: `shown` says which of its layers are on the page. */

type Shown = Pick<Filters, 'layers' | 'known'>
export type DatedEvent = StoryEvent & { readonly when: When }

const AT_A_PLACE: ReadonlySet<string | undefined> = new Set(['happened', 'planned'])

/** The places to choose from, by name; a seat of government is where a thing is said from, not where it takes place. */
export function choosable(story: Story): readonly Place[] {
  const places = [...story.places.values()].filter(({ geometry, seat }) => geometry !== null && !seat)
  const { compare } = new Intl.Collator(story.language)
  return places.sort((a, b) => compare(a.name.value, b.name.value))
}

/** The events that can be placed, in an order that says nothing. */
export function placeable(story: Story, shown: Shown, told: ReadonlySet<EventId>): readonly StoryEvent[] {
  const places = new Set(choosable(story).map(({ id }) => id))
  const isAsked = ({ id, where }: StoryEvent): boolean =>
    where !== null && AT_A_PLACE.has(where.role) && places.has(where.place) && !told.has(id)
  return shuffled(shownEvents(story, shown).filter(isAsked), story.id)
}

/** The event of a round, counted from 0; null where there is none to ask. */
export const eventToPlace = (events: readonly StoryEvent[], round: number): StoryEvent | null =>
  events[round % Math.max(events.length, 1)] ?? null

/** True where the file puts the event there, or at another place of the same spot. */
export function isPlacedAt(story: Story, { where }: StoryEvent, id: PlaceId): boolean {
  if (where === null) return false
  const [own, guessed] = [story.places.get(where.place)?.geometry, story.places.get(id)?.geometry]
  const [a, b] = [own ? middleOf(own) : null, guessed ? middleOf(guessed) : null]
  return where.place === id || (a !== null && b !== null && a[0] === b[0] && a[1] === b[1])
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Between which instants an event began, as far as the file commits itself: an uncertain date may be any, one that is “about” a unit off. */
export function mayBegin(when: When): Interval {
  if (when.qualifier === '?' || when.qualifier === '%') return [-Infinity, Infinity]
  const [from, to] = beginning(when)
  const unit = when.startPrecision === 'instant' ? HOUR_MS : Math.max(DAY_MS, to - from)
  return when.approximate || when.qualifier === '~' ? [from - unit, to + unit] : [from, to]
}

/** True where the file has the first begin before the other, whatever is open of their dates. */
export const isSurelyBefore = (a: When, b: When): boolean => mayBegin(a)[1] < mayBegin(b)[0]

/** Which two may stand in this order. */
const mayFollow = (first: DatedEvent, second: DatedEvent): boolean => !isSurelyBefore(second.when, first.when)

/**
 * Which events stand right: the most that agree with each other, all pairs of them. The others stand elsewhere by the file. Meant for
 * a handful: the cost doubles with each event.
 */
export function standing(order: readonly DatedEvent[]): readonly boolean[] {
  let best: readonly number[] = []
  const grow = (chosen: readonly number[], from: number): void => {
    if (chosen.length > best.length) best = chosen
    for (let index = from; index < order.length; index++) {
      const event = order[index]
      const agrees = event && chosen.every((other) => order[other] && mayFollow(order[other], event))
      if (agrees) grow([...chosen, index], index + 1)
    }
  }
  grow([], 0)
  return order.map((_, index) => best.includes(index))
}

/** The order of the file: by the earliest that each may have begun, then by the latest. */
export function inOrder(events: readonly DatedEvent[]): readonly DatedEvent[] {
  const keyed = events.map((event) => ({ event, at: beginning(event.when) }))
  return keyed.sort((a, b) => compare(a.at[0], b.at[0]) || compare(a.at[1], b.at[1])).map(({ event }) => event)
}

/** Not their difference: that of two infinities is no number. */
const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0)

const isDated = (event: StoryEvent): event is DatedEvent => event.when !== null
const IN_A_ROUND = 5

/**
 * The events of a round to be put in order, counted from 0, in an order that is not the file’s; fewer than two: there is nothing to ask.
 * `nameOf`: what the class reads of an event; no two of a round read the same.
 */
export function eventsToOrder(
  story: Story,
  shown: Shown,
  told: ReadonlySet<EventId>,
  round: number,
  nameOf: (event: DatedEvent) => string = ({ title }) => title.value,
): readonly DatedEvent[] {
  const dated = shownEvents(story, shown)
    .filter(isDated)
    .filter(({ id }) => !told.has(id))
  const names = new Set<string>()
  const isNew = (event: DatedEvent): boolean => names.size < names.add(nameOf(event)).size
  const all = shuffled(dated, `${story.id}/${round}`).filter(isNew)
  const chosen: DatedEvent[] = []
  const fitsAll = (event: DatedEvent): boolean =>
    chosen.every((other) => isSurelyBefore(event.when, other.when) || isSurelyBefore(other.when, event.when))
  // First those of which the file says which came first, then what there is.
  for (const event of all) if (chosen.length < IN_A_ROUND && fitsAll(event)) chosen.push(event)
  for (const event of all) if (chosen.length < IN_A_ROUND && !chosen.includes(event)) chosen.push(event)
  const mixed = shuffled(chosen, `${story.id}/${round}/order`)
  const [first, ...rest] = mixed
  return first && standing(mixed).every(Boolean) ? [...rest, first] : mixed
}
