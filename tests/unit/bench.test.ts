import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readStory } from '../../src/core/story'
import { ACTORS, CITIES, FIRST_MS, LAST_MS, plainEvents, randomFrom } from '../bench/events'
import { quantile, summaryOf } from '../bench/measure'
import { fileOfPlain, storyFile } from '../bench/story-file'
import { mainP95, stepTable } from '../bench/table'

const SRC = resolve(import.meta.dirname, '../../src')

test('the same seed gives the same events, another seed others', () => {
  expect(plainEvents(50, 7)).toEqual(plainEvents(50, 7))
  expect(storyFile(50, 7)).toEqual(storyFile(50, 7))
  expect(plainEvents(50, 8)).not.toEqual(plainEvents(50, 7))
})

test('numbers of a seed lie in [0, 1) and fill it evenly', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = randomFrom(seed)
      const numbers = Array.from({ length: 1000 }, random)
      expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true)
      const tenths = new Set(numbers.map((number) => Math.floor(number * 10)))
      expect(tenths.size).toBe(10)
    }),
    { numRuns: 20 },
  )
})

test('events lie in time and near the cities, with an actor and an id of their own', () => {
  const events = plainEvents(1000)
  expect(new Set(events.map((event) => event.id)).size).toBe(1000)
  for (const { start, lon, lat, actor } of events) {
    expect(start).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/)
    expect(Date.parse(start)).toBeGreaterThanOrEqual(FIRST_MS)
    expect(Date.parse(start)).toBeLessThanOrEqual(LAST_MS)
    expect(CITIES.some(([, west, south]) => Math.abs(west - lon) < 1 && Math.abs(south - lat) < 1)).toBe(true)
    expect(ACTORS).toContain(actor)
  }
})

test.each([20, 1000])('%i events are a good event file in both forms', (count) => {
  for (const file of [fileOfPlain(plainEvents(count)), storyFile(count)]) {
    const { story, issues } = readStory(JSON.stringify(file))
    expect(issues).toEqual([])
    expect(story?.events.length).toBe(count)
  }
})

test('a quantile is a value that was measured', () => {
  const values = Array.from({ length: 60 }, (_, index) => 60 - index)
  expect(quantile(values, 0.5)).toBe(30)
  expect(quantile(values, 0.95)).toBe(57)
})

test('a table row leaves out what a step costs that does nothing', () => {
  const cost = (main: number) => ({ script: main / 2, main, wall: main + 1 })
  const row = { summary: summaryOf([cost(20)]), empty: summaryOf([cost(2)]) }
  expect(mainP95(row)).toBe(18)
  expect(stepTable([{ ...row, events: 10_000, view: 'wide', window: 'whole', step: 'brush' }])).toContain('16 over')
})

test('nothing that is published knows the bench', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(ts|css)$/.test(path))
  expect(files.filter((path) => /__bench|tests\/bench/.test(readFileSync(join(SRC, path), 'utf8')))).toEqual([])
})
