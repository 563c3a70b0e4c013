import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readStory } from '../../src/core/story'
import { exerciseWords } from '../../src/core/words/exercise-words'
import { listWords } from '../../src/core/words/list-words'
import { pageWords } from '../../src/core/words/page-words'
import { presentWords } from '../../src/core/words/present-words'
import { quizWords } from '../../src/core/words/quiz-words'
import { shareWords } from '../../src/core/words/share-words'

const page = readFileSync('docs/teacher.md', 'utf8')
const { story } = readStory(readFileSync('data/us-iran-2026.json'))

test('the teacher’s page has every step of the story with its question and answer, in order', () => {
  const found = (story?.steps ?? []).map((step) =>
    [step.title, step.question, step.answer].map((text) => page.indexOf(text?.value ?? '?')),
  )
  expect(found.length).toBeGreaterThanOrEqual(6)
  expect(found.flat().filter((at) => at < 0)).toEqual([])
  expect(found.flat()).toEqual([...found.flat()].sort((a, b) => a - b))
})

test('every step asks something and tells the teacher something', () => {
  expect(story?.steps.filter((step) => step.question === null || step.note === null)).toEqual([])
})

test('it is one printed page', () => {
  expect(page.split(/\s+/).length).toBeLessThan(810)
})

test('it calls everything as the page does', () => {
  const { download, cite, handout, more, present, unknownsLink } = pageWords
  const named = [
    present, more, download, cite, handout, pageWords.class, unknownsLink, shareWords.download.takeSave, listWords.keepClosed,
    quizWords.copy, quizWords.place, quizWords.order, exerciseWords.place.title, presentWords.notes,
  ] // biome-ignore format: one list, read as one
  expect(named.filter((name) => !page.includes(name))).toEqual([])
  const places = page.match(/More → [^.,]+/g) ?? []
  const known = [download, cite, handout, pageWords.class]
  expect(places.filter((place) => !known.some((name) => place.startsWith(`More → ${name}`)))).toEqual([])
})

test('its plan of minutes takes every step and fills the lesson', () => {
  const plan = /\*\*Time: (\d+) minutes\.\*\*(.*)/.exec(page)
  const minutes = [...(plan?.[2] ?? '').matchAll(/(\d+): /g)].map(([, part]) => Number(part))
  expect(minutes.reduce((sum, part) => sum + part, 0)).toBe(Number(plan?.[1]))
  expect(plan?.[2]).toMatch(new RegExp(`step 1\\..*steps 2 to 5.*steps 6 and 7.*step ${story?.steps.length}`))
})
