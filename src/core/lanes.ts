import type { Story } from './story-types'
import type { LaneBy, StoryEvent, Text } from './types'

/** A row of the timeline. */
export interface LaneRow {
  /** Empty for events that give no place, party or topic. */
  readonly id: string
  readonly name: Text | null
}

/** The id of the lane in which an event stands; '' where it gives none. Of several parties or topics the author's first counts. */
export function laneOf(story: Story, event: StoryEvent, laneBy: LaneBy, narrow: boolean): string {
  if (laneBy === 'party') return event.parties.length > 1 ? 'joint' : (event.parties[0] ?? '')
  if (laneBy === 'topic') return event.topics[0] ?? ''
  const lane = event.where === null ? null : (story.places.get(event.where.place)?.lane ?? null)
  if (lane === null) return ''
  return narrow ? (story.lanes.get(lane)?.narrow ?? lane) : lane
}

function authorLanes(story: Story, laneBy: LaneBy, narrow: boolean): Iterable<{ id: string; name: Text | null }> {
  if (laneBy === 'party') return [...story.parties.values(), { id: 'joint', name: null }]
  if (laneBy === 'topic') return story.topics.values()
  return narrow && story.narrowLanes.size > 0 ? story.narrowLanes.values() : story.lanes.values()
}

/** The rows that have events, in the author's order; `joint` and '' have no name of the story's. */
export function lanesOf(story: Story, events: readonly StoryEvent[], laneBy: LaneBy, narrow: boolean): readonly LaneRow[] {
  const used = new Set(events.map((event) => laneOf(story, event, laneBy, narrow)))
  return [...authorLanes(story, laneBy, narrow), { id: '', name: null }]
    .filter((lane) => used.has(lane.id))
    .map((lane) => ({ id: lane.id, name: lane.name }))
}
