import type { StoryEvent } from './types'

/** FNV-1a over UTF-16: the same for every reader, and no order of time or name. */
function scattered(id: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193) >>> 0
  return hash
}

/** Events in the order of their numbers: as they come, or mixed. */
export const inOrder = (events: readonly StoryEvent[], isMixed: boolean): readonly StoryEvent[] =>
  isMixed ? [...events].sort((a, b) => scattered(a.id) - scattered(b.id) || (a.id < b.id ? -1 : 1)) : events
