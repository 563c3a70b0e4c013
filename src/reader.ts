import { readStory } from './core/story'

/**
 * The reader of event files as a classic script of its own: the page comes with its story built in, and needs this only where
 * the server has another file.
 */
export interface Reader {
  readonly readStory: typeof readStory
}

Object.assign(window, { parleyReader: { readStory } satisfies Reader })
