import { createHash } from 'node:crypto'
import type { Story } from '../core/story-types'

/** A story with the bytes it was read from. */
export interface Edition {
  /** Of its file, such as `us-iran-2026.json`. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly story: Story
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The page of an edition that never changes, `./pinned/EDITION-HASH8.html`; null where the file names no edition. */
export function pinnedAddress({ story, bytes }: Pick<Edition, 'story' | 'bytes'>): string | null {
  return story.edition && `./pinned/${story.edition.number}-${hashOf(bytes).slice(0, 8)}.html`
}

/**
 * What is wrong with the kept editions of a story, as sentences: a kept one is of this story, has a number of its own, and is what
 * was published under that number. A file kept twice, or the present one, is no fault.
 */
export function editionProblems(current: Edition, kept: readonly Edition[]): readonly string[] {
  const problems: string[] = []
  const known = new Map<number, Edition>()
  if (current.story.edition) known.set(current.story.edition.number, current)
  for (const edition of kept) {
    const { name, story, bytes } = edition
    const number = story.edition?.number
    if (story.id !== current.story.id) problems.push(`${name} is of another story (${story.id}): put it elsewhere.`)
    else if (number === undefined) problems.push(`${name} names no edition: add "edition": { "number": … }.`)
    else {
      const same = known.get(number)
      known.set(number, same ?? edition)
      if (same && hashOf(same.bytes) !== hashOf(bytes))
        problems.push(`${name} and ${same.name} are both edition ${number}, but differ: give the later one the next number.`)
    }
  }
  return problems
}

/** The kept editions whose pages are not the current one's, each once. */
export function olderEditions(current: Edition, kept: readonly Edition[]): readonly Edition[] {
  const byPage = new Map(kept.map((edition) => [pinnedAddress(edition), edition]))
  byPage.delete(pinnedAddress(current))
  byPage.delete(null)
  return [...byPage.values()]
}
