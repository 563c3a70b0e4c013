import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readStories } from '../../src/build/stories'
import { anEvent, aStoryFile } from '../support/a-story'

let root: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'parley-stories-'))
  await mkdir(join(root, 'data/editions'), { recursive: true })
})
afterEach(() => rm(root, { recursive: true }))

const put = (path: string, number: number, title = 'Talks', more: object = {}): Promise<void> =>
  writeFile(
    join(root, 'data', path),
    JSON.stringify({ ...aStoryFile({ id: 'talks', title, edition: { number }, events: [anEvent({ id: 'a' })] }), ...more }),
  )

test('the published story is read with the editions that are kept', async () => {
  await put('talks.json', 2)
  await put('editions/talks-1.json', 1, 'Talks, at first')
  const { current, kept } = await readStories(root, 'talks.json')
  expect([current, ...kept].map(({ name, story }) => [name, story.title.value])).toEqual([
    ['data/talks.json', 'Talks'],
    ['data/editions/talks-1.json', 'Talks, at first'],
  ])
})

test('a project that keeps none needs no folder for them', async () => {
  await put('talks.json', 1)
  await rm(join(root, 'data/editions'), { recursive: true })
  expect((await readStories(root, 'talks.json')).kept).toEqual([])
})

test('a kept edition that differs from the story of the same number stops the build', async () => {
  await put('talks.json', 1)
  await put('editions/talks-1.json', 1, 'Talks, at first')
  await expect(readStories(root, 'talks.json')).rejects.toThrow(
    'data/editions/talks-1.json and data/talks.json are both edition 1, but differ',
  )
})

test('an error in any file stops the build', async () => {
  await put('talks.json', 2)
  await put('editions/talks-1.json', 1, 'Talks', { reportTo: 'nobody' })
  await expect(readStories(root, 'talks.json')).rejects.toThrow('The data in data/editions/ has errors.')
})

test('without the published story there is nothing to build', async () => {
  await put('other.json', 1)
  await expect(readStories(root, 'talks.json')).rejects.toThrow('data/talks.json gives no story.')
})
