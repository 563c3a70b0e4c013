import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'
import { buildBasemap } from '../../src/build/basemap'
import { buildLater } from '../../src/build/later'
import { writePage } from '../../src/build/page'
import { formatHeaders, headerRules } from '../../src/build/policy'
import { takeShell } from '../../src/build/shell'
import { readStory } from '../../src/core/story'
import config from '../../vite.config'

const STORY = 'us-iran-2026.json'
const ENTRY = '/src/main.ts'
const HANDLE = '__bench'

/** The page as it is published, but started by `page.ts` of this folder. */
const benchEntry: Plugin = {
  name: 'bench-entry',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) => {
      if (!html.includes(ENTRY)) throw new Error(`index.html does not start ${ENTRY}`)
      return html.replace(ENTRY, '/tests/bench/page.ts')
    },
  },
}

/** Builds the page with a handle for programs into `out`: the same views, sheets, later scripts and policy as the published one. */
export async function buildBenchSite(root: string, out: string): Promise<void> {
  const storyFile = await readFile(join(root, 'data', STORY))
  const { story } = readStory(storyFile)
  if (!story) throw new Error(`data/${STORY} gives no story.`)
  buildBasemap(root)
  await build({
    ...config,
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [benchEntry],
    build: { ...config.build, outDir: out, emptyOutDir: true },
  })
  const shell = await takeShell(out)
  const later = await buildLater(root, out)
  await mkdir(join(out, 'data'), { recursive: true })
  await copyFile(join(root, 'data', STORY), join(out, 'data', STORY))
  const site = { shell, later, embed: { css: '', early: '', scripts: [] }, site: null }
  const page = await writePage(out, 'full', site, { story, storyFile, storyAddress: `./data/${STORY}`, pinned: null })
  await writeFile(join(out, '_headers'), formatHeaders(headerRules({ page, embed: page, pinned: null })))
}

/** Files of a built site that hold the handle: none, where it is to be published. */
export async function filesWithHandle(out: string): Promise<readonly string[]> {
  const names = await readdir(out, { recursive: true })
  const texts = names.filter((name) => /\.(js|html)$/.test(name))
  const found = await Promise.all(texts.map(async (name) => (await readFile(join(out, name), 'utf8')).includes(HANDLE)))
  return texts.filter((_, index) => found[index])
}
