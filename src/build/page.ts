import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { JSDOM } from 'jsdom'
import { storyToJson } from '../core/story-json'
import type { Story } from '../core/story-types'
import { type EmbedParts, rebase, toEmbed } from './embed-page'
import { fillHead } from './head-elements'
import { holdPage } from './hold-page'
import { jsonLd } from './json-ld'
import { LESSON_META, LESSON_PATH } from './lesson-page'
import { pinnedNotes } from './notes-page'
import { offlineAddress } from './offline'
import { contentPolicy, metaPolicy, styleHash } from './policy'
import { prerenderInto } from './prerender'
import { PICTURE_META, WIDE_PREVIEW } from './preview-names'
import type { Shell } from './shell'
import { addStaticPictures } from './static-pictures'

/** What all pages of a site share. All addresses are relative to the site's folder and begin with `./`. */
export interface SiteParts {
  readonly shell: Shell
  /** Addresses of the scripts that main loads later, by the name of their `<meta>`. */
  readonly later: ReadonlyMap<string, string>
  readonly embed: EmbedParts
  /** The site's own absolute address, with a slash at its end; null where nobody said. */
  readonly site: string | null
}

/** A story as a page shows it. */
export interface StoryParts {
  readonly story: Story
  /** The file that the story was read from, and its address. */
  readonly storyFile: Uint8Array
  readonly storyAddress: string
  /** The page of this edition that never changes; null where the file names no edition. */
  readonly pinned: string | null
  /** True where the pictures of the story lie in the site. */
  readonly hasPictures?: boolean
}

export type PageKind = 'full' | 'embed' | 'pinned'

const PATHS = { full: './index.html', embed: './embed.html' }

/**
 * Writes one page of the site into `out`: the sheet inline, the story as list and as data, the addresses of later scripts, the
 * policy. Gives the policy with all directives, for the headers.
 *
 * Main finds the story in `<script id="story" data-file data-hash>`: as `storyFromJson` reads it, with the address of the file
 * that it was built from and that file's SHA-256 in hex. With `data-pinned` there is no newer one to look for.
 */
export async function writePage(out: string, kind: PageKind, site: SiteParts, parts: StoryParts): Promise<string> {
  const path = kind === 'pinned' ? parts.pinned : PATHS[kind]
  if (path === null) throw new Error('A story without an edition cannot be pinned.')
  const dom = new JSDOM(site.shell.html)
  const { document } = dom.window
  addStyle(document, site.shell.css)
  if (kind !== 'full') toEmbed(document, site.embed, kind)
  addEarly(document, site.embed.early)
  await prerenderInto(dom, parts.story, { dataFile: parts.storyAddress, kind })
  for (const [name, address] of site.later) addMeta(document, 'name', name, address)
  if (parts.pinned !== null && kind !== 'pinned') addMeta(document, 'name', 'parley-pinned', parts.pinned)
  if (kind === 'full') addMeta(document, 'name', 'parley-offline', offlineAddress(parts.story))
  if (kind !== 'pinned') addMeta(document, 'name', LESSON_META, LESSON_PATH)
  if (kind === 'pinned') addMeta(document, 'name', 'parley-notes', pinnedNotes(path))
  const { hasPictures = false } = parts
  if (hasPictures && kind === 'full') {
    addMeta(document, 'name', PICTURE_META, `./${WIDE_PREVIEW.path}`)
    await addStaticPictures(document, out, parts.story)
  }
  fillHead(document, kind, parts.story, site.site, hasPictures)
  if (kind === 'full') addData(document, 'application/ld+json', jsonLd(parts.story, site.site, hasPictures))
  addStory(document, parts, kind)
  if (kind === 'pinned') rebase(document)
  const policy = contentPolicy({
    styleHashes: [...document.querySelectorAll('style')].map((style) => styleHash(style.textContent ?? '')),
    isEmbed: kind !== 'full',
    origin: site.site && new URL(site.site).origin,
  })
  const charset = document.querySelector('meta[charset]')
  charset?.after(addMeta(document, 'http-equiv', 'Content-Security-Policy', metaPolicy(policy)))
  holdPage(document)
  await mkdir(dirname(join(out, path)), { recursive: true })
  await writeFile(join(out, path), dom.serialize())
  return policy
}

/** The script that runs before the page is drawn, as early as it can be asked for. */
function addEarly(document: Document, address: string): void {
  const script = document.createElement('script')
  script.setAttribute('src', address)
  document.querySelector('meta[charset]')?.after(script)
}

export function addStyle(document: Document, css: string): void {
  const style = document.createElement('style')
  style.textContent = css
  document.head.append(style)
}

export function addMeta(document: Document, key: 'name' | 'http-equiv', value: string, content: string): HTMLMetaElement {
  const meta = document.createElement('meta')
  meta.setAttribute(key, value)
  meta.setAttribute('content', content)
  document.head.append(meta)
  return meta
}

/** The built story as a data block: it opens from disk, in a sandboxed frame and without a second request. */
export function addStory(document: Document, { story, storyFile, storyAddress }: StoryParts, kind: PageKind): void {
  const script = addData(document, 'application/json', storyToJson(story))
  script.id = 'story'
  script.dataset.file = storyAddress
  script.dataset.hash = createHash('sha256').update(storyFile).digest('hex')
  if (kind === 'pinned') script.dataset.pinned = ''
}

/** A block of JSON, which cannot end before its end. Beside the other one, which names the same things, it is sent in few bytes. */
function addData(document: Document, type: string, json: string): HTMLScriptElement {
  const script = document.createElement('script')
  script.type = type
  script.textContent = json.replaceAll('<', '\\u003c')
  document.body.append(script)
  return script
}
