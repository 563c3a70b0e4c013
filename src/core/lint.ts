import { hasHiddenCharacters } from './clean-text'
import { pointer, quoted } from './issue'
import type { IssueList } from './issue-list'
import { nearest } from './nearest'
import { isRecord, type SchemaNode, unwrap } from './schema-walk'

/** Keys that could reach JavaScript's own objects. They never do: records are copied key by key. */
const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

function lintKey(key: string, known: Readonly<Record<string, SchemaNode>>, path: string, issues: IssueList): void {
  if (UNSAFE_KEYS.has(key)) {
    issues.add('warning', path, { code: 'unsafe-key', message: `the key ${quoted(key)} is never read`, fix: 'leave it out' })
  } else if (!key.startsWith('x-')) {
    const meant = issues.isFull() ? null : nearest(key, Object.keys(known))
    const fix = meant === null ? 'leave it out, or let it start with x-' : `write "${meant}", or let it start with x-`
    issues.add('note', path, { code: 'unknown-key', message: `the key ${quoted(key)} is not known and not shown`, fix })
  }
}

/** Adds notes on what the schema reads over: unknown keys, and characters in texts that nobody sees. As deep as the schema goes. */
export function lint(value: unknown, schema: SchemaNode, path: string, issues: IssueList): void {
  const { type, entries, item } = unwrap(schema)
  if (typeof value === 'string') {
    if (hasHiddenCharacters(value)) {
      const fix = 'leave them out: direction comes from the language'
      issues.add('warning', path, { code: 'hidden-characters', message: 'invisible characters were taken out of the text', fix })
    }
  } else if (Array.isArray(value)) {
    if (item) for (const [index, part] of value.entries()) lint(part, item, pointer(path, index), issues)
  } else if (isRecord(value) && (type === 'object' || type === 'union')) {
    for (const [key, part] of Object.entries(value)) {
      const entry = entries && Object.hasOwn(entries, key) ? entries[key] : undefined
      if (entry) lint(part, entry, pointer(path, key), issues)
      else if (entries) lintKey(key, entries, pointer(path, key), issues)
      else lint(part, { type: 'string' }, pointer(path, key), issues)
    }
  }
}
