import { columnsOf } from '../core/columns'
import { laneOf, lanesOf } from '../core/derive'
import { memoKeyed, memoLast } from '../core/memo'
import type { Story } from '../core/story-types'
import type { LaneBy, StoryEvent } from '../core/types'
import type { Words } from '../core/words/words'
import type { Measure } from './timeline-measure'

export interface LaneName {
  readonly id: string
  readonly name: string
  /** BCP 47 of a name of the story; null for words of the interface. */
  readonly lang: string | null
}

export interface Lanes {
  readonly lanes: readonly LaneName[]
  /** Index into `lanes`. */
  readonly indexOf: (event: StoryEvent) => number
  /** The same by the event's index in a list, without looking at the event. */
  readonly laneAt: (events: readonly StoryEvent[]) => (index: number) => number
}

/** More rows than this are no picture any more. */
const MOST_LANES = 14

/** The lanes of all events given, in the author's order; of very many the fullest, and one for the rest. */
export const lanesFor = memoLast(
  (story: Story, events: readonly StoryEvent[], laneBy: LaneBy, narrow: boolean, words: Words): Lanes => {
    const says = words.timeline
    const idOf = (event: StoryEvent) => laneOf(story, event, laneBy, narrow)
    const all = lanesOf(story, events, laneBy, narrow)
    const size = new Map<string, number>()
    for (const event of events) size.set(idOf(event), (size.get(idOf(event)) ?? 0) + 1)
    const ranked = [...all].sort((a, b) => (size.get(b.id) ?? 0) - (size.get(a.id) ?? 0)).map((lane) => lane.id)
    const kept = new Set(all.length > MOST_LANES ? ranked.slice(0, MOST_LANES - 1) : ranked)
    const unnamed = (id: string) => (id === 'joint' ? says.jointLane : (narrow ? says.noLaneShort : says.noLane)[laneBy])
    const lanes: LaneName[] = all
      .filter((lane) => kept.has(lane.id))
      .map((lane) => ({ id: lane.id, name: lane.name?.value ?? unnamed(lane.id), lang: lane.name?.lang ?? null }))
    const index = new Map(lanes.map((lane, position) => [lane.id, position]))
    if (kept.size < all.length) lanes.push({ id: '*', name: says.restLane, lang: null })
    const indexOf = (event: StoryEvent) => index.get(idOf(event)) ?? lanes.length - 1
    const column = memoKeyed((root: readonly StoryEvent[]) => Uint8Array.from(root, indexOf))
    const laneAt = (list: readonly StoryEvent[]) => {
      const { root, at } = columnsOf(list)
      const lane = column(root)
      return (position: number) => lane[at[position] ?? 0] ?? 0
    }
    return { lanes, indexOf, laneAt }
  },
)

/** The name, or as much of its start as fits `widthPx`, with an ellipsis. Lane names are bold where the open event stands. */
export function fitName(name: string, widthPx: number, measure: Measure): string {
  if (measure(name, 600) <= widthPx) return name
  const letters = [...name]
  while (letters.length > 1 && measure(`${letters.join('').trimEnd()}…`, 600) > widthPx) letters.pop()
  return `${letters.join('').trimEnd()}…`
}
