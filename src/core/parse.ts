import * as v from 'valibot'
import { pointer } from './issue'
import type { IssueList } from './issue-list'
import { readJson } from './json-text'
import { lint } from './lint'
import { type HeadRecord, headSchema, namingLists, type ReportRecord, reportSchema, tellingLists } from './schema'
import { pathOf, toProblem } from './schema-issue'
import { isRecord, type SchemaNode } from './schema-walk'

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
  lint(value, schema as SchemaNode, path, issues)
  const result = v.safeParse(schema, value)
  if (result.success) return result.output
  for (const issue of result.issues) issues.add('error', pathOf(issue, path), toProblem(issue))
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
      (item, at) => parseRecord(reportSchema, item, pointer(path, at), issues, false) as ReportRecord | null,
    )
  })
}

const FALLBACK_ID = 'story'

/** All that is no list. A story without a good id or title is still shown. Null where it is no story that this version reads. */
function parseHead(raw: Draft['raw'], issues: IssueList): HeadRecord | null {
  const lists: ReadonlySet<unknown> = new Set(Object.keys(LISTS))
  const value = without(raw, lists)
  const head = parseRecord(headSchema, value, '', issues, true)
  if (head !== null) return head as HeadRecord
  const isStory = v.is(v.pick(headSchema, ['type', 'version']), raw)
  if (!isStory) return null
  const result = v.safeParse(headSchema, value)
  const bad = new Set(result.issues?.map((issue) => issue.path?.[0]?.key))
  const id = bad.has('id') ? FALLBACK_ID : raw.id
  const repaired = { ...(without(value, bad) as object), id, title: bad.has('title') ? id : raw.title }
  const retried = v.safeParse(headSchema, repaired)
  return retried.success ? retried.output : null
}

function parseRaw(raw: unknown, issues: IssueList): Draft | null {
  if (!isRecord(raw)) {
    issues.add('error', '', { code: 'not-a-story', message: 'the file is no object', fix: 'write { "type": "parley-story", … }' })
    return null
  }
  const head = parseHead(raw, issues)
  if (head === null) return null
  if (raw.events === undefined) issues.add('error', '', { code: 'missing', message: '"events" is missing', fix: 'add it' })
  if (Array.isArray(raw.events) && raw.events.length > MAX_EVENTS) {
    const message = `the file has ${raw.events.length} events`
    issues.add('error', '/events', { code: 'too-many-events', message, fix: `use at most ${MAX_EVENTS}` })
    return null
  }
  const keys = Object.keys(LISTS) as ListKey[]
  const lists = Object.fromEntries(keys.map((key) => [key, parseList(key, raw, issues)])) as unknown as Draft['lists']
  return { head, lists, reports: parseReports(raw, issues), raw }
}

/**
 * The records of a file, each good in itself, with issues on all that is not. Bytes must be UTF-8. Never throws.
 * Gives the draft, or null where it is no story at all, and the text that issues are located in.
 */
export function parseStory(
  input: string | Uint8Array,
  issues: IssueList,
  options: ParseOptions = {},
): { readonly draft: Draft | null; readonly text: string; readonly offset: number | null } {
  const json = readJson(input, options.maxBytes ?? MAX_FILE_BYTES)
  if (json.ok) return { draft: parseRaw(json.value, issues), text: json.text, offset: null }
  issues.add('error', '', json.problem)
  return { draft: null, text: json.text, offset: json.offset }
}
