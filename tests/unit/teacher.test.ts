import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readStory } from '../../src/core/story'

const page = readFileSync('docs/teacher.md', 'utf8')
const { story } = readStory(readFileSync('data/us-iran-2026.json'))

test('the teacher’s page has every step of the story with its question, answer and note, in order', () => {
  const found = (story?.steps ?? []).map((step) =>
    [step.title, step.question, step.answer, step.note].map((text) => page.indexOf(text?.value ?? '?')),
  )
  expect(found.length).toBeGreaterThanOrEqual(6)
  expect(found.flat().filter((at) => at < 0)).toEqual([])
  expect(found.flat()).toEqual([...found.flat()].sort((a, b) => a - b))
})

test('every step asks something and tells the teacher something', () => {
  expect(story?.steps.filter((step) => step.question === null || step.note === null)).toEqual([])
})
