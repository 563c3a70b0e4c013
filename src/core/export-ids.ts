import { FILE_REFS, recordsOf } from './file-refs'
import { memoKeyed } from './memo'
import { isRecord } from './schema-walk'
import type { FileRecord } from './story-record'
import type { Story } from './story-types'
import type { EventId } from './types'
import { exportWords } from './words/export-words'

/* Ids of what is kept back, as files have them: events in the page have aliases that no file could, ids of steps would tell. */

/** As `mask-names.ts` makes them. */
const ALIAS = /^_(\d+)$/

const isMasked = ({ events }: Story): boolean => [...events].some(({ id }) => ALIAS.test(id))

/** Before the number of an alias: other than what the story’s own ids have before a number. */
const prefixOf = memoKeyed(({ events }: Story): string => {
  let prefix = 'event-'
  const isTaken = (id: string): boolean => id.startsWith(prefix) && /^\d+$/.test(id.slice(prefix.length))
  while ([...events].some(({ id }) => isTaken(id))) prefix += 'x-'
  return prefix
})

/** The id of an event in a file: its own, or `event-14` for the alias `_14` of one that is kept back. */
export function fileId(story: Story, id: EventId): string {
  const [, number] = ALIAS.exec(id) ?? []
  return number === undefined ? id : prefixOf(story) + number
}

/** The record with every id that its keys lead to renamed. `keys`: as `FILE_REFS` has them, `*` for each item of a list. */
function renamed(value: unknown, keys: readonly string[], rename: (id: string) => string): unknown {
  const [key, ...others] = keys
  if (key === undefined) return typeof value === 'string' ? rename(value) : value
  if (key === '*') return Array.isArray(value) ? value.map((item) => renamed(item, others, rename)) : value
  return isRecord(value) && key in value ? { ...value, [key]: renamed(value[key], others, rename) } : value
}

/** Events of a file with what stands for their sources, which are kept back: no reader takes an event without any. */
function sourced(events: readonly unknown[], source: string): readonly unknown[] {
  const isCited = (record: unknown): boolean => isRecord(record) && Array.isArray(record.sources) && record.sources.length > 0
  return events.map((event) =>
    !isRecord(event) || isCited(event) || recordsOf(event, 'claims').some(isCited) ? event : { ...event, sources: [{ source }] },
  )
}

/**
 * The lists of a file of a story in which something is kept back, as its readers take them: with ids that are valid and say nothing,
 * wherever they are named, and with a source for every event. Those of any other story as they are.
 */
export function fileLists(story: Story, lists: FileRecord): FileRecord {
  if (!isMasked(story)) return lists
  const rename = (id: string): string => fileId(story, id as EventId)
  const steps = new Map(story.steps.map(({ id }, index) => [String(id), `step-${index + 1}`]))
  let source = 'kept-back'
  while ([...story.sources.keys()].some((id) => id === source)) source += '-x'
  const told = Object.fromEntries(
    Object.entries(lists).map(([list, records]) => {
      const paths = [...(list === 'events' ? [['id']] : []), ...(FILE_REFS[list]?.events ?? []).map((path) => path.split('.'))]
      if (!Array.isArray(records) || paths.length === 0) return [list, records]
      const made = records.map((record) => paths.reduce<unknown>((each, path) => renamed(each, path, rename), record))
      return [list, list === 'steps' ? made.map((step) => renamed(step, ['id'], (id) => steps.get(id) ?? id)) : made]
    }),
  )
  return {
    ...told,
    sources: [...recordsOf(told, 'sources'), { id: source, publisher: exportWords.keptBack }],
    events: sourced(recordsOf(told, 'events'), source),
  }
}
