import { describe, expect, test } from 'vitest'
import { formatIssue, type Issue, pointer, quoted } from '../../src/core/issue'
import { nearest } from '../../src/core/nearest'

const issue: Issue = {
  severity: 'error',
  code: 'edtf-month',
  path: '/events/3/when',
  line: 12,
  column: 7,
  message: 'month 13 does not exist (2026-13-45)',
  fix: 'use 01 to 12',
}

describe('an issue', () => {
  test('is one line that editors can open', () => {
    expect(formatIssue(issue, 'data/x.json')).toBe(
      'data/x.json:12:7 error edtf-month /events/3/when month 13 does not exist (2026-13-45). Use 01 to 12.',
    )
  })

  test('leaves out what is not known', () => {
    expect(formatIssue({ ...issue, path: '', line: null, column: null })).toBe(
      'error edtf-month month 13 does not exist (2026-13-45). Use 01 to 12.',
    )
  })

  test('shortens the value found, and shows what is hidden in it', () => {
    expect(quoted('x'.repeat(1000)).length).toBeLessThan(60)
    expect(quoted('\u001b[31mred\u202e\n')).toBe('"\\u{1b}[31mred\\u{202e}\\u{a}"')
    expect(quoted({ a: [1] })).toBe('{"a":[1]}')
    expect(quoted(Number.POSITIVE_INFINITY)).toBe('Infinity')
  })

  test('points by RFC 6901', () => {
    expect(pointer('/a', 'b/c~d')).toBe('/a/b~1c~0d')
  })
})

test('what was probably meant is near, and nothing else', () => {
  expect(nearest('genva', ['vienna', 'geneva'])).toBe('geneva')
  expect(nearest('atlantis', ['vienna', 'geneva'])).toBeNull()
  expect(nearest('us', ['uk', 'iran'])).toBeNull()
  expect(nearest('x'.repeat(1e5), ['x'.repeat(1e5)])).toBeNull()
})
