import * as v from 'valibot'
import { type Problem, pointer, quoted } from './issue'
import type { IssueList } from './issue-list'
import { readJson } from './json-text'
import { lint } from './lint'
import { type HeadRecord, headSchema, namingLists, type ReportRecord, storySchema, tellingLists } from './schema'
import { locatedProblems } from './schema-issue'
import { report } from './schema-records'
import { isRecord } from './schema-walk'

/** A file that its reader opens. */
export const MAX_FILE_BYTES = 256_000_000
/** A story that the page fetches, unless its publisher raises it. */
export const MAX_FETCHED_BYTES = 2_000_000
export const MAX_EVENTS = 1_000_000

const LISTS = { ...namingLists, ...tellingLists }
type Lists = typeof LISTS
export type ListKey = keyof Lists
export type ItemOf<Key extends ListKey> = v.InferOutput<Lists[Key]>

/** Records of a file by list; null stands for one that is left out, so that indices stay those of the file. */
export interface Draft {
  readonly head: HeadRecord
  readonly lists: { readonly [Key in ListKey]: (ItemOf<Key> | null)[] }
  /** By index of the vessel. */
  readonly reports: readonly (ReportRecord | null)[][]
  /** The file as `JSON.parse` gave it, for export and for the ids of what is left out. */
  readonly raw: Readonly<Record<string, unknown>>
}

export interface ParseOptions {
  /** Default `MAX_FILE_BYTES`. */
  readonly maxBytes?: number
}

type ObjectSchema = v.GenericSchema<unknown, unknown> & { readonly entries: Readonly<Record<string, { readonly type: string }>> }

const isOptional = (schema: ObjectSchema, key: unknown): boolean => {
  const type = typeof key === 'string' && Object.hasOwn(schema.entries, key) ? schema.entries[key]?.type : undefined
  return type === 'optional' || type === 'nullish'
}

const without = (value: unknown, keys: ReadonlySet<unknown>): unknown =>
  isRecord(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => !keys.has(key))) : value

/**
 * One record by its schema, or null. With `spare`, optional fields that are bad are left out alone;
 * without, the whole record is. Every fault is added as an error.
 */
function parseRecord(schema: ObjectSchema, value: unknown, path: string, issues: IssueList, spare: boolean): unknown {
  if (!isRecord(value)) {
    issues.add('error', path, { code: 'type', message: 'this is not an object', fix: 'write { … }' })
    return null
  }
  const result = v.safeParse(schema, value)
  if (result.success) return result.output
  for (const { path: at, problem } of locatedProblems(result.issues, path)) issues.add('error', at, problem)
  const bad = new Set(result.issues.map((issue) => issue.path?.[0]?.key))
  if (!spare || ![...bad].every((key) => isOptional(schema, key))) return null
  const retried = v.safeParse(schema, without(value, bad))
  return retried.success ? retried.output : null
}

/** The items of a list of the file; none where it is no list. */
function itemsOf(value: unknown, path: string, issues: IssueList): readonly unknown[] {
  if (value === undefined) return []
  if (Array.isArray(value)) return value
  issues.add('error', path, { code: 'type', message: 'this is not a list', fix: 'write [ … ]' })
  return []
}

function parseList(key: ListKey, raw: Draft['raw'], issues: IssueList): unknown[] {
  const path = pointer('', key)
  const items = itemsOf(raw[key], path, issues)
  const spare = key in namingLists
  return items.map((item, index) => parseRecord(LISTS[key] as ObjectSchema, item, pointer(path, index), issues, spare))
}

function parseReports(raw: Draft['raw'], issues: IssueList): (ReportRecord | null)[][] {
  const vessels = Array.isArray(raw.vessels) ? raw.vessels : []
  return vessels.map((vessel, index) => {
    if (!isRecord(vessel)) return []
    const path = `/vessels/${index}/reports`
    return itemsOf(vessel.reports, path, issues).map(
      (item, at) => parseRecord(report, item, pointer(path, at), issues, false) as ReportRecord | null,
    )
  })
}

const FALLBACK_ID = 'story'

/** All that is no list. A story without a good id or title is still shown, with the id in the title's place. */
function parseHead(raw: Draft['raw'], issues: IssueList): HeadRecord | null {
  const value = without(raw, new Set(Object.keys(LISTS)))
  const head = parseRecord(headSchema, value, '', issues, true)
  if (head !== null) return head as HeadRecord
  const bad = new Set(v.safeParse(headSchema, value).issues?.map((issue) => issue.path?.[0]?.key))
  const id = bad.has('id') ? FALLBACK_ID : raw.id
  const retried = v.safeParse(headSchema, { ...(without(value, bad) as object), id, title: bad.has('title') ? id : raw.title })
  return retried.success ? retried.output : null
}

/** Why nothing of the file can be read, or null. */
function refusal(raw: unknown): Problem | null {
  if (!isRecord(raw) || raw.type !== 'parley-story') {
    const found = isRecord(raw) ? `its type is ${quoted(raw.type)}` : 'it is no object'
    return {
      code: 'not-a-story',
      message: `the file is no story of Parley: ${found}`,
      fix: 'write { "type": "parley-story", "version": 1, … }',
    }
  }
  if (raw.version !== 1) {
    return {
      code: 'version',
      message: `version ${quoted(raw.version)} cannot be read`,
      fix: 'write "version": 1, or use a newer Parley',
    }
  }
  if (Array.isArray(raw.events) && raw.events.length > MAX_EVENTS) {
    return { code: 'too-many-events', message: `the file has ${raw.events.length} events`, fix: `use at most ${MAX_EVENTS}` }
  }
  return null
}

function parseRaw(raw: unknown, issues: IssueList): Draft | null {
  const refused = refusal(raw)
  const at = refused?.code === 'version' && isRecord(raw) && 'version' in raw ? '/version' : ''
  if (refused) issues.add('error', at, refused)
  if (refused || !isRecord(raw)) return null
  lint(raw, storySchema, '', issues)
  const head = parseHead(raw, issues)
  if (head === null) return null
  if (raw.events === undefined) issues.add('error', '', { code: 'missing', message: '"events" is missing', fix: 'add it' })
  const keys = Object.keys(LISTS) as ListKey[]
  const lists = Object.fromEntries(keys.map((key) => [key, parseList(key, raw, issues)])) as unknown as Draft['lists']
  return { head, lists, reports: parseReports(raw, issues), raw }
}

/**
 * The records of a file, each good in itself, with issues on all that is not; null where it is no story at all.
 * Bytes must be UTF-8. `text` is what the issues are located in. Never throws.
 */
export function parseStory(
  input: string | Uint8Array,
  issues: IssueList,
  options: ParseOptions = {},
): { readonly draft: Draft | null; readonly text: string } {
  const json = readJson(input, options.maxBytes ?? MAX_FILE_BYTES)
  if (json.ok) return { draft: parseRaw(json.value, issues), text: json.text }
  issues.add('error', '', json.problem, json.offset)
  return { draft: null, text: json.text }
}
