import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { build } from 'vite'
import config from '../../vite.config'
import { buildBasemap } from './basemap'
import { type Edition, olderEditions, pinnedAddress } from './editions'
import { OEMBED_PATH } from './head'
import { buildHostFiles } from './host-files'
import { apacheHtaccess, nginxConf } from './hosting'
import { buildEmbed, buildLater, buildNotes } from './later'
import { writeLessonPage } from './lesson-page'
import { type NotesParts, writeNotesPage } from './notes-page'
import { oembedJson } from './oembed'
import { writeOffline } from './offline'
import { type SiteParts, type StoryParts, writePage } from './page'
import { formatHeaders, headerRules, joinPolicies } from './policy'
import { makePreviews } from './preview'
import { takeShell } from './shell'
import { parseSite } from './site-address'
import { weigh } from './sizes'
import { readStories } from './stories'

const ROOT = resolve(import.meta.dirname, '../..')
/** PARLEY_OUT builds into another folder, so that what is served goes on. */
const OUT = resolve(ROOT, process.env.PARLEY_OUT ?? 'dist')
const STORY = 'us-iran-2026.json'

/** Copies an edition's file to where the site has it, and gives what a page shows of it. */
async function publish(edition: Edition): Promise<StoryParts> {
  const { name, bytes, story } = edition
  await mkdir(dirname(join(OUT, name)), { recursive: true })
  await writeFile(join(OUT, name), bytes)
  return { story, storyFile: bytes, storyAddress: `./${name}`, pinned: pinnedAddress(edition) }
}

/** Makes the pictures of the story before a page names them; says why where there are none. */
async function withPictures(site: SiteParts, parts: StoryParts): Promise<StoryParts> {
  const { shell, later } = site
  const none = await makePreviews({
    out: OUT,
    story: parts.story,
    css: shell.css,
    page: [shell.html, ...later.values(), new TextDecoder().decode(parts.storyFile)],
    writePage: async () => {
      await writePage(OUT, 'full', site, parts)
      // Pictures of the page are the same on any day: of a page without an address they name neither that nor a day of reading.
      return writeOffline(OUT, parts.story, later, null)
    },
  })
  if (none !== null) console.log(none)
  return { ...parts, hasPictures: none === null }
}

/** Writes all pages and their headers. */
async function writePages(site: SiteParts, parts: StoryParts, older: readonly Edition[], second: NotesParts): Promise<void> {
  const page = await writePage(OUT, 'full', site, parts)
  const embed = await writePage(OUT, 'embed', site, parts)
  const pinned: string[] = []
  const origin = site.site && new URL(site.site).origin
  const pin = async (each: StoryParts): Promise<void> => {
    const policies = { styleHashes: [], isEmbed: true, origin }
    pinned.push(await writePage(OUT, 'pinned', site, each), await writeNotesPage(OUT, second, site.shell, each, policies))
  }
  if (parts.pinned !== null) await pin(parts)
  for (const edition of older) await pin(await publish(edition))
  const notes = await writeNotesPage(OUT, second, site.shell, parts)
  const lesson = await writeLessonPage(OUT, site.shell, parts.story)
  const rules = headerRules({ page, embed, notes, lesson, pinned: joinPolicies(pinned) })
  await writeFile(join(OUT, '_headers'), formatHeaders(rules))
  const base = site.site === null ? '/' : new URL(site.site).pathname
  await mkdir(join(OUT, 'hosting'))
  await writeFile(join(OUT, 'hosting/nginx.conf'), nginxConf({ rules, base }))
  await writeFile(join(OUT, 'hosting/apache.htaccess'), apacheHtaccess({ rules }))
}

async function main(): Promise<void> {
  const site = parseSite(process.env.PARLEY_SITE)
  const { current, kept } = await readStories(ROOT, STORY)
  buildBasemap(ROOT)
  await build({
    ...config,
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    build: { ...config.build, outDir: OUT, emptyOutDir: true },
  })
  const shell = await takeShell(OUT)
  const later = await buildLater(ROOT, OUT)
  const embed = await buildEmbed(ROOT, OUT)
  const notes = await buildNotes(ROOT, OUT)
  const noDemo = await buildHostFiles(ROOT, OUT, current.story)
  if (noDemo !== null) console.log(noDemo)
  const shared = { shell, later, embed, site }
  const parts = await withPictures(shared, await publish(current))
  await writePages(shared, parts, olderEditions(current, kept), notes)
  await writeOffline(OUT, current.story, later, site)
  if (site !== null) await writeFile(join(OUT, OEMBED_PATH), oembedJson(current.story, site, parts.hasPictures))
  else console.log('PARLEY_SITE is not set: canonical address, oEmbed and addresses of pictures are left out.')
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
