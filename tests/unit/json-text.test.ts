import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { MAX_DEPTH, readJson, tooDeepAt } from '../../src/core/json-text'
import { readStoryFile } from '../../src/core/read-file'

const MAX = 256_000_000
const SUITE = resolve(import.meta.dirname, '../../../shared/corpora/json-test-suite/test_parsing')
const files = existsSync(SUITE) ? readdirSync(SUITE) : []
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(SUITE, name)))
const withPrefix = (prefix: string) => files.filter((name) => name.startsWith(prefix))

describe.skipIf(files.length === 0)('JSONTestSuite (skipped where ../shared/corpora is not there)', () => {
  test('all 95 files that must be read are read', () => {
    const names = withPrefix('y_')
    expect(names).toHaveLength(95)
    expect(names.filter((name) => !readJson(bytesOf(name), MAX).ok)).toEqual([])
  })

  test('all 188 files that must be refused are refused with an issue that tells what to do', () => {
    const names = withPrefix('n_')
    expect(names).toHaveLength(188)
    const bad = names.filter((name) => {
      const { file, issues } = readStoryFile(bytesOf(name))
      return file !== null || readJson(bytesOf(name), MAX).ok || !/^(json|file)-/.test(issues[0]?.code ?? '') || !issues[0]?.fix
    })
    expect(bad).toEqual([])
  })

  test('most refused files get line and column', () => {
    const placed = withPrefix('n_').filter((name) => readStoryFile(bytesOf(name)).issues[0]?.line != null)
    expect(placed.length).toBeGreaterThan(150)
  })

  test('files that may be read or refused never make it throw, and none is a story', () => {
    for (const name of withPrefix('i_')) expect(readStoryFile(bytesOf(name)).file).toBeNull()
  })
})

describe('a JSON text', () => {
  test('nested 100,000 deep is refused at once, closed or not', () => {
    const open = '['.repeat(100_000)
    for (const text of [open, open + ']'.repeat(100_000), '{"a":'.repeat(100_000)]) {
      expect(readStoryFile(text).issues).toMatchObject([{ code: 'file-depth', line: 1 }])
    }
  })

  test('may be as deep as the limit and no deeper', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
    expect(tooDeepAt(nested(MAX_DEPTH), MAX_DEPTH)).toBeNull()
    expect(tooDeepAt(nested(MAX_DEPTH + 1), MAX_DEPTH)).toBe(MAX_DEPTH)
  })

  test('may hold brackets and escaped quotes in its strings', () => {
    const text = JSON.stringify({ a: '[[['.repeat(50), b: `\\"${'{'.repeat(50)}\\\\`, c: '\\' })
    expect(readJson(text, MAX)).toMatchObject({ ok: true })
    expect(tooDeepAt(text, 2)).toBeNull()
  })

  test('may start with a byte order mark', () => {
    expect(readJson('\ufeff{}', MAX)).toMatchObject({ ok: true, value: {} })
    expect(readJson(new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d]), MAX)).toMatchObject({ ok: true, value: {} })
  })

  test('must be UTF-8', () => {
    expect(readStoryFile(new Uint8Array([0x22, 0xe9, 0x22])).issues).toMatchObject([
      { code: 'file-encoding', fix: 'save it as UTF-8' },
    ])
    expect(readStoryFile(new Uint8Array(Buffer.from('{"a":1}', 'utf16le'))).file).toBeNull()
  })

  test('over the limit is refused before it is read', () => {
    expect(readStoryFile(`"${'x'.repeat(100)}`, { maxBytes: 100 }).issues).toMatchObject([{ code: 'file-size', line: null }])
  })

  test('keeps the last of two equal keys', () => {
    expect(readJson('{"a":1,"a":2}', MAX)).toMatchObject({ value: { a: 2 } })
  })
})
