import type { Box, Polyline } from './labels'
import type { Point } from './mercator'
import { bowed } from './polyline'
import type { Link, Place, Story } from './story-types'
import type { PartyId, StoryEvent } from './types'

/** Who mediated at an event, and the three seats that its lines join: of one side, the mediator, the other side. */
export interface Relay {
  readonly link: Link
  readonly seats: readonly [Place, Place, Place]
  readonly mediator: PartyId
}

const seatOf = (story: Story, party: PartyId): Place | null =>
  [...story.places.values()].find((place) => place.seat && place.party === party && place.geometry !== null) ?? null

const citesOneOf = (event: StoryEvent, link: Link): boolean => {
  const own = new Set([...event.sources, ...(event.additions?.sources ?? [])].map(({ source }) => source))
  return link.sources.some(({ source }) => own.has(source))
}

/**
 * The relay of a round of talks: both sides and the mediator take part in it, and it rests on a source that the link itself rests on.
 * Null for all else: what is told of one round is not said of another.
 */
export function relayOf(story: Story, event: StoryEvent | null): Relay | null {
  if (event === null || event.kind !== 'talks') return null
  for (const link of story.links) {
    const { from, to, via } = link
    if (link.kind !== 'relay' || via === null || !citesOneOf(event, link)) continue
    if (![from, via, to].every((party) => event.parties.includes(party))) continue
    const seats = [seatOf(story, from), seatOf(story, via), seatOf(story, to)] as const
    const [first, middle, last] = seats
    if (first && middle && last) return { link, seats: [first, middle, last], mediator: via }
  }
  return null
}

/** How far a leg bows to its left, as a part of its length; gentle ones first. */
const BOWS = [0.12, -0.12, 0.2, -0.2, 0.3, -0.3] as const
/** A leg keeps this clear of marks where it can. */
const CLEAR_PX = 26
const OWN_END_PX = 2

const nearest = (line: Polyline, [x, y]: Point): number => Math.min(...line.map(([px, py]) => Math.hypot(px - x, py - y)))

const beyond = ([x, y]: Point, box: Box): number => {
  const [nearX, nearY] = heldIn([x, y], box)
  return Math.hypot(x - nearX, y - nearY)
}

/** The gentlest bow between two points that stays in the box and clear of `others`, else the one that does so best. */
function leg(a: Point, b: Point, others: readonly Point[], box: Box): Polyline {
  const isEnd = ([x, y]: Point): boolean => [a, b].some(([px, py]) => Math.hypot(px - x, py - y) < OWN_END_PX)
  const between = others.filter((point) => !isEnd(point))
  const costOf = (line: Polyline): number =>
    between.reduce((sum, point) => sum + Math.max(0, CLEAR_PX - nearest(line, point)), 0) +
    line.reduce((sum, point) => sum + beyond(point, box), 0)
  const tried = BOWS.map((bow) => bowed(a, b, bow)).map((line) => ({ line, cost: costOf(line) }))
  return tried.reduce((best, one) => (one.cost < best.cost ? one : best)).line
}

/** A leg may come closer to the last one than this only where they meet. */
const MEETING_PX = 60

/**
 * A leg between each two stops that follow each other: drawn, not travelled, so it bows and keeps off other marks off the legs
 * before it, and stays in the box. All in px.
 */
export function relayLegs(stops: readonly Point[], others: readonly Point[], box: Box): readonly Polyline[] {
  const legs: Polyline[] = []
  for (const [index, stop] of stops.entries()) {
    const from = stops[index - 1]
    if (!from) continue
    const before = legs.flat().filter(([x, y]) => Math.hypot(x - from[0], y - from[1]) > MEETING_PX)
    legs.push(leg(from, stop, [...others, ...before], box))
  }
  return legs
}

/** The point itself, or the nearest one on the edge of a box where it lies outside. */
export const heldIn = ([x, y]: Point, box: Box): Point => [
  Math.min(Math.max(x, box.x), box.x + box.width),
  Math.min(Math.max(y, box.y), box.y + box.height),
]
