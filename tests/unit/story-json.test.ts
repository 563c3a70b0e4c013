import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readStory } from '../../src/core/story'
import { storyFromJson, storyToJson } from '../../src/core/story-json'

const fixture = (name: string): string => readFileSync(new URL(`../fixtures/good/${name}`, import.meta.url), 'utf8')

test.each([
  ['minimal.json', undefined],
  ['undated.json', undefined],
  ['everything.json', undefined],
  ['languages.json', 'en'],
  ['languages.json', 'fa'],
])('%s in %s is the same story after a journey through JSON', (name, language) => {
  const { story } = readStory(fixture(name), language)
  if (story === null) throw new Error('the fixture gives no story')
  const { events, ...rest } = storyFromJson(storyToJson(story))
  const { events: expected, ...others } = story
  expect([...events]).toEqual([...expected])
  expect([...expected].map((event) => events.get(event.id))).toEqual([...expected])
  expect(rest).toEqual(others)
})

test('a story from JSON cannot be changed', () => {
  const { story } = readStory(fixture('everything.json'))
  if (story === null) throw new Error('the fixture gives no story')
  const revived = storyFromJson(storyToJson(story))
  expect(Object.isFrozen(revived)).toBe(true)
  expect([...revived.events].every((event) => Object.isFrozen(event) && Object.isFrozen(event.claims))).toBe(true)
})
