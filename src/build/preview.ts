import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Story } from '../core/story-types'
import { findBrowser, launch } from './browser'
import { CARD_PREVIEW, WIDE_PREVIEW } from './preview-names'
import { previewPage } from './preview-page'
import { takeShots } from './preview-shot'
import { smallerPng } from './smaller-png'
import { drawStatic } from './static-pictures'

const CACHE = resolve(import.meta.dirname, '../../node_modules/.cache/parley-preview')
/** Of different states of the code, so that going back and forth stays quick. */
const MOST_KEPT = 6
const PREVIEWS = [CARD_PREVIEW, WIDE_PREVIEW]
/** Below the site: what the app draws with besides its scripts, whose names hold a hash. */
const DRAWN_WITH = ['fonts', 'basemap']
/** Below this folder: what makes a picture of it. */
const MADE_BY = [
  'preview-page.ts',
  'preview-page.css',
  'preview-frame.css',
  'preview-shot.ts',
  'static-pictures.ts',
  'shorter-path.ts',
]

export interface PreviewOptions {
  readonly out: string
  readonly story: Story
  /** The site's sheet. */
  readonly css: string
  /** Everything of the page that has no file of its own: its markup, the addresses of its scripts, the story. */
  readonly page: readonly string[]
  /** Writes the page into `out`, and gives the path of the same as one file; asked for only where the pictures have to be made. */
  readonly writePage: () => Promise<string>
}

/** Null where the pictures lie in `out`; else a sentence that says why there are none: the site is whole without them. */
export async function makePreviews(options: PreviewOptions): Promise<string | null> {
  const kept = join(CACHE, await keyOf(options))
  if (!(await stat(kept).catch(() => null))) {
    if (process.env.PARLEY_PREVIEWS === 'kept') return 'No pictures of the story: none are kept of this state of the page.'
    try {
      await keep(kept, await take(options))
    } catch (error) {
      return `No pictures of the story, and none named in the pages: ${error instanceof Error ? error.message : error}`
    }
  }
  const now = new Date()
  await utimes(kept, now, now)
  await cp(kept, options.out, { recursive: true })
  return null
}

/** Each picture under its path below the site. */
async function take({ out, story, css, writePage }: PreviewOptions): Promise<ReadonlyMap<string, Buffer>> {
  const found = await findBrowser()
  const sheet = (name: string): Promise<string> => readFile(join(import.meta.dirname, name), 'utf8')
  const file = await writePage()
  const page = previewPage(story, [css, await sheet('preview-page.css')])
  const frameCss = await sheet('preview-frame.css')
  // Without WebGL the map draws itself, the same on every machine.
  const browser = await launch(found, { webgl: false, hinting: false })
  try {
    const shots = await takeShots(browser, { root: out, page, frameCss, sizes: PREVIEWS })
    const cards = shots.map((shot, index): [string, Buffer] => [PREVIEWS[index]?.path ?? '', smallerPng(shot)])
    return new Map([...cards, ...(await drawStatic(browser, file, story))])
  } finally {
    await browser.close()
  }
}

/** Under its name only when it is whole: two builds may run at a time. */
async function keep(folder: string, files: ReadonlyMap<string, Buffer>): Promise<void> {
  const work = `${folder}-${process.pid}`
  for (const [path, bytes] of files) {
    const file = join(work, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, bytes)
  }
  await rename(work, folder).catch(() => rm(work, { recursive: true, force: true }))
  await forgetOld()
}

async function forgetOld(): Promise<void> {
  const names = await readdir(CACHE)
  const aged = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(CACHE, name))).mtimeMs })))
  const old = aged.sort((a, b) => b.at - a.at).slice(MOST_KEPT)
  await Promise.all(old.map(({ name }) => rm(join(CACHE, name), { recursive: true, force: true })))
}

/** A hash of all that the pictures depend on. */
async function keyOf({ out, css, page }: PreviewOptions): Promise<string> {
  const hash = createHash('sha256')
  for (const text of [css, ...page]) hash.update(`${text.length}:${text}`)
  const files = [
    ...(await Promise.all(DRAWN_WITH.map((folder) => filesIn(join(out, folder))))).flat(),
    ...MADE_BY.map((name) => join(import.meta.dirname, name)),
  ]
  for (const file of files) hash.update(await readFile(file))
  return hash.digest('hex').slice(0, 16)
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => join(folder, name))
    .sort()
}
