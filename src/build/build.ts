import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import config from '../../vite.config'
import { formatIssue, type Issue } from '../core/issue'
import { readStory } from '../core/story'
import type { Story } from '../core/story-types'
import { buildBasemap } from './basemap'
import { buildLater } from './later'
import { finishPage } from './page'
import { formatHeaders, headerRules } from './policy'
import { weigh } from './sizes'

const ROOT = resolve(import.meta.dirname, '../..')
/** PARLEY_OUT builds into another folder, so that what is served goes on. */
const OUT = resolve(ROOT, process.env.PARLEY_OUT ?? 'dist')
const STORY = 'us-iran-2026.json'

/** Checks every event file in `data/`, prints what is wrong, throws on errors; gives the published story. */
async function readStories(): Promise<{ bytes: Uint8Array; story: Story }> {
  let published: { bytes: Uint8Array; story: Story } | null = null
  let isSound = true
  for (const name of (await readdir(join(ROOT, 'data'))).filter((each) => each.endsWith('.json'))) {
    const bytes = await readFile(join(ROOT, 'data', name))
    const { story, issues } = readStory(bytes)
    const bad = issues.filter((issue: Issue) => issue.severity === 'error')
    for (const issue of bad) console.error(formatIssue(issue, `data/${name}`))
    isSound &&= bad.length === 0
    if (name === STORY && story) published = { bytes, story }
  }
  if (!isSound) throw new Error('The data has errors.')
  if (!published) throw new Error(`data/${STORY} gives no story.`)
  return published
}

async function main(): Promise<void> {
  const { bytes, story } = await readStories()
  buildBasemap(ROOT)
  await build({
    ...config,
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    build: { ...config.build, outDir: OUT, emptyOutDir: true },
  })
  const later = await buildLater(ROOT, OUT)
  await mkdir(join(OUT, 'data'), { recursive: true })
  await copyFile(join(ROOT, 'data', STORY), join(OUT, 'data', STORY))
  const policy = await finishPage(OUT, { later, story, storyFile: bytes, storyAddress: `./data/${STORY}` })
  await writeFile(join(OUT, '_headers'), formatHeaders(headerRules(policy)))
  const { table, problems } = await weigh(OUT)
  console.log(`dist/ is built; compressed sizes:\n${table}`)
  if (problems.length > 0) throw new Error(`Too large:\n  ${problems.join('\n  ')}`)
}

try {
  await main()
} catch (error) {
  // What is half done has no policy and must not be published.
  await rm(OUT, { recursive: true, force: true })
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
