import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { formatIssue } from '../core/issue'
import { readStory } from '../core/story'
import { type Edition, editionProblems } from './editions'

/** The published story, and the editions of it that are kept, in the order of their names. */
export interface Stories {
  readonly current: Edition
  readonly kept: readonly Edition[]
}

/** Reads every event file of a folder; prints what is wrong with each and throws where one has an error. */
async function readFolder(root: string, folder: string): Promise<readonly Edition[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => [])
  const names = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.json')).map(({ name }) => name)
  const editions: Edition[] = []
  let isSound = true
  for (const name of names.sort()) {
    const bytes = await readFile(join(root, folder, name))
    const { story, issues } = readStory(bytes)
    const bad = issues.filter(({ severity }) => severity === 'error')
    for (const issue of bad) console.error(formatIssue(issue, `${folder}/${name}`))
    isSound &&= bad.length === 0 && story !== null
    if (story) editions.push({ name: `${folder}/${name}`, bytes, story })
  }
  if (!isSound) throw new Error(`The data in ${folder}/ has errors.`)
  return editions
}

/** Checks every event file in `data/` and in `data/editions/`. Throws where one has an error or where editions contradict each other. */
export async function readStories(root: string, published: string): Promise<Stories> {
  const current = (await readFolder(root, 'data')).find(({ name }) => name === `data/${published}`)
  if (!current) throw new Error(`data/${published} gives no story.`)
  const kept = await readFolder(root, 'data/editions')
  const problems = editionProblems(current, kept)
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return { current, kept }
}
