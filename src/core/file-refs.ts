import { isRecord, visitIds } from './schema-walk'
import type { FileRecord } from './story-record'

type Refs = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

const cited = { sources: ['sources.*.source'] }

/**
 * Where the records of each list name items of other lists: list of the record, list of the item, keys. The schema says the same; it is
 * written out here, because a script that only exports has no use for a validator.
 */
export const FILE_REFS: Refs = {
  parties: { places: ['seat'] },
  people: { parties: ['party'] },
  lanes: { narrowLanes: ['narrow'] },
  places: { parties: ['party'], lanes: ['lane'] },
  eras: cited,
  chapters: { events: ['select'] },
  events: {
    layers: ['layer'],
    places: ['where.place'],
    parties: ['parties.*', 'claims.*.by.party'],
    people: ['people.*', 'claims.*.by.person'],
    topics: ['topics.*'],
    sources: ['sources.*.source', 'format.sources.*.source', 'outcome.sources.*.source', 'claims.*.sources.*.source'],
    events: ['refines'],
    vessels: ['vessel'],
  },
  positions: { ...cited, topics: ['issue'], parties: ['party', 'by.party'], people: ['by.person'] },
  vessels: {
    parties: ['party'],
    sources: ['speedSources.*.source', 'reports.*.sources.*.source'],
    places: ['reports.*.in'],
    layers: ['reports.*.layer'],
    events: ['reports.*.event'],
  },
  links: { ...cited, parties: ['from', 'to', 'via'] },
  steps: { events: ['select'], layers: ['layers.*'] },
  unknowns: cited,
  glossary: cited,
}

/** The records of a list of the file; none where it has none. */
export const recordsOf = (file: FileRecord, list: string): readonly FileRecord[] => {
  const records = file[list]
  return Array.isArray(records) ? records.filter(isRecord) : []
}

/** The ids of `target` that a record of `list` names. */
export function refsOf(list: string, record: FileRecord, target: string): readonly string[] {
  const found: string[] = []
  for (const keys of FILE_REFS[list]?.[target] ?? []) visitIds(record, keys.split('.'), (id) => found.push(id))
  return found
}

/** Adds to `kept`, by list, every id that the records of `lists` name. */
export function addRefs(file: FileRecord, lists: readonly string[], kept: ReadonlyMap<string, Set<string>>): void {
  for (const list of lists) {
    for (const record of recordsOf(file, list)) {
      for (const target of Object.keys(FILE_REFS[list] ?? {})) {
        for (const id of refsOf(list, record, target)) kept.get(target)?.add(id)
      }
    }
  }
}
