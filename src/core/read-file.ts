import { checkStory } from './check'
import type { Issue } from './issue'
import { createIssueList } from './issue-list'
import { type ParseOptions, parseStory } from './parse'
import type { StoryFile } from './schema'

/** What was read of a file. */
export interface ReadFile {
  /** Everything that is good; null where it is no story, or has no event at all. */
  readonly file: StoryFile | null
  /** In the order of the file. */
  readonly issues: readonly Issue[]
  /** The file as it was, with unknown keys, for export; null where it is no story. */
  readonly raw: Readonly<Record<string, unknown>> | null
}

/** Parses and checks an event file. Bytes must be UTF-8. Never throws. */
export function readStoryFile(input: string | Uint8Array, options: ParseOptions = {}): ReadFile {
  const issues = createIssueList()
  const { draft, text } = parseStory(input, issues, options)
  const file = draft && checkStory(draft, issues)
  const isShown = file !== null && file.events.length > 0
  if (file !== null && !isShown) {
    issues.add('error', '/events', {
      code: 'no-events',
      message: 'there is no event that can be shown',
      fix: 'add or correct one',
    })
  }
  return { file: isShown ? file : null, issues: issues.finish(text), raw: draft?.raw ?? null }
}
