import { memoKeyed } from './memo'
import type { Story } from './story-types'
import type { EventId, StoryEvent } from './types'

/** FNV-1a, 32 bits, then mixed so that texts that differ at their end lie far apart. Source: RFC 9923; MurmurHash3's finaliser. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

/** The items in an order that says nothing of theirs, and is the same every time for the same seed. */
export function shuffled<Item extends { readonly id: string }>(items: Iterable<Item>, seed: string): readonly Item[] {
  const keyed = [...items].map((item) => ({ item, key: hash(`${seed}/${item.id}`) }))
  return keyed.sort((a, b) => a.key - b.key || (a.item.id < b.item.id ? -1 : 1)).map(({ item }) => item)
}

/** What events are called while something of them is kept back. */
export interface MaskNames {
  /** The event that a record adds to, or itself. */
  rootOf(event: StoryEvent): EventId
  /** From 1, shuffled: the same for every page of this edition. */
  numberOf(root: EventId): number
  /** In the place of its id, which tells: `_3` is no id of any file. */
  aliasOf(root: EventId): EventId
  /** The event's own id, of that or of an alias; null where the story has none of it. A record that adds to an event gives that event. */
  realOf(id: EventId): EventId | null
}

/** The names of a story's events, made once. */
export const maskNames: (story: Story) => MaskNames = memoKeyed((story: Story): MaskNames => {
  const rootOf = ({ id, refines }: StoryEvent): EventId => (refines !== null && story.events.get(refines) ? refines : id)
  const roots = [...story.events].filter((event) => rootOf(event) === event.id)
  const numbers = new Map(shuffled(roots, story.id).map(({ id }, index) => [id, index + 1]))
  const aliasOf = (root: EventId): EventId => `_${numbers.get(root) ?? 0}` as EventId
  const byAlias = new Map([...numbers.keys()].map((id) => [aliasOf(id), id]))
  return {
    rootOf,
    aliasOf,
    numberOf: (root) => numbers.get(root) ?? 0,
    realOf(id) {
      const event = story.events.get(id)
      return event ? rootOf(event) : (byAlias.get(id) ?? null)
    },
  }
})
