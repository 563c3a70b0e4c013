import { bisectLeft, bisectRight } from 'd3-array'
import type { Interval } from './interval'
import type { StoryEvent } from './types'

/** Times of events as columns, in the events' order; length of each = number of events. */
interface Times {
  readonly starts: Float64Array
  readonly ends: Float64Array
  /** Greatest end up to here, and least start from here on: both never fall, so that they can be bisected. */
  readonly latest: Float64Array
  readonly earliest: Float64Array
}

const known = new WeakMap<readonly StoryEvent[], Times>()

function timesOf(events: readonly StoryEvent[]): Times {
  const before = known.get(events)
  if (before) return before
  const { length } = events
  const [starts, ends, latest, earliest] = [0, 1, 2, 3].map(() => new Float64Array(length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  events.forEach(({ when }, index) => {
    starts[index] = when === null ? Infinity : when.extent[0]
    ends[index] = when === null ? -Infinity : when.extent[1]
    latest[index] = Math.max(latest[index - 1] ?? -Infinity, ends[index] ?? -Infinity)
  })
  for (let index = length - 1; index >= 0; index--) {
    earliest[index] = Math.min(earliest[index + 1] ?? Infinity, starts[index] ?? Infinity)
  }
  const times = { starts, ends, latest, earliest }
  known.set(events, times)
  return times
}

/**
 * The events whose time touches the closed interval, in their order; the same array where all do. Undated ones never do. The cost
 * follows what lies near the interval, once the array has been asked before; events need not be sorted, but then it helps less.
 */
export function within<Event extends StoryEvent>(events: readonly Event[], [from, to]: Interval): readonly Event[] {
  const { starts, ends, latest, earliest } = timesOf(events)
  const first = bisectLeft(latest, from)
  const last = bisectRight(earliest, to)
  const found: Event[] = []
  for (let index = first; index < last; index++) {
    const event = events[index]
    if (event && (starts[index] ?? Infinity) <= to && (ends[index] ?? -Infinity) >= from) found.push(event)
  }
  return found.length === events.length ? events : found
}
