import type { EventId, EventTable, StoryEvent } from './types'

/** A table of frozen events in the order given. */
export function eventTable(events: readonly StoryEvent[]): EventTable {
  const byId = new Map(events.map((event) => [event.id, event]))
  return Object.freeze({
    length: events.length,
    at: (index: number) => {
      const event = events[index]
      if (event === undefined) throw new RangeError(`no event at ${index} of ${events.length}`)
      return event
    },
    get: (id: EventId) => byId.get(id),
    [Symbol.iterator]: () => events[Symbol.iterator](),
  })
}
