import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { formatIssue } from '../../src/core/issue'
import { readStory } from '../../src/core/story'

const BAD = resolve(import.meta.dirname, '../fixtures/bad')
const GOOD = resolve(import.meta.dirname, '../fixtures/good')
const namesIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.json'))

describe('an event file with faults', () => {
  // The expected lines stand beside each file; `vitest -u` writes them.
  test.each(namesIn(BAD))('%s gives its issues, with line, column and fix', async (name) => {
    const { issues } = readStory(readFileSync(join(BAD, name), 'utf8'))
    expect(issues.length).toBeGreaterThan(0)
    const lines = issues.map((issue) => `${formatIssue(issue, name)}\n`).join('')
    await expect(lines).toMatchFileSnapshot(join(BAD, name.replace('.json', '.expected.txt')))
  })

  test('tells of every issue what to do', () => {
    const issues = namesIn(BAD).flatMap((name) => readStory(readFileSync(join(BAD, name), 'utf8')).issues)
    expect(issues.filter(({ fix, message, code }) => fix === '' || message === '' || !/^[a-z0-9-]+$/.test(code))).toEqual([])
  })
})

test.each(namesIn(GOOD))('the good file %s has no issue', (name) => {
  const { story, issues } = readStory(readFileSync(join(GOOD, name), 'utf8'))
  expect(issues).toEqual([])
  expect(story).not.toBeNull()
})
