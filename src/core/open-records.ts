import { isKnownBy } from './refine'
import type { Story } from './story-types'
import type { EventId, Instant, LayerId, StoryEvent } from './types'

/** What the page shows: layers, and up to when it was known. */
interface Shown {
  readonly layers: ReadonlySet<LayerId>
  readonly known: Instant | null
}

/** The records that an open event is made of: its own first, then those that add to it. Empty where the page does not show it. */
export function openRecords(story: Story, { layers, known }: Shown, id: EventId | null): readonly StoryEvent[] {
  const isShown = (event: StoryEvent): boolean => layers.has(event.layer) && isKnownBy(story, event, known)
  const own = id === null ? undefined : story.events.get(id)
  if (own === undefined || !isShown(own)) return []
  return [own, ...[...story.events].filter((event) => event.refines === id && isShown(event))]
}
