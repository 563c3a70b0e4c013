import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { JSDOM } from 'jsdom'
import { notesWords } from '../core/words/notes-words'
import { rebase } from './embed-page'
import { addMeta, addStory, addStyle, type StoryParts } from './page'
import { contentPolicy, metaPolicy, type PolicyOptions, styleHash } from './policy'
import type { Shell } from './shell'

/** What the page with the notes brings: its sheet, and the address of its script, relative to the site. */
export interface NotesParts {
  readonly css: string
  readonly script: string
}

const SHELL = `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title></title><link rel="icon" href="./icon.png" type="image/png"></head><body><main id="notes"><p></p></main></body></html>`

/** Where the notes to a pinned page are: beside it, to the story as it stands there. */
export const pinnedNotes = (page: string): string => page.replace(/\.html$/, '-notes.html')

/**
 * Writes `notes.html`, the second window of present mode, with the page's fonts and the story of its own: the screen tells it ids alone.
 * With `pinned`, a pinned page’s policy, the notes to that page. Gives the policy with all directives, for the headers.
 */
export async function writeNotesPage(
  out: string,
  { css: own, script }: NotesParts,
  { css: pages }: Shell,
  parts: StoryParts,
  pinned: PolicyOptions | null = null,
): Promise<string> {
  const css = [...(pages.match(/@font-face\s*\{[^}]*\}/g) ?? []), own].join('\n')
  const dom = new JSDOM(SHELL)
  const { document } = dom.window
  document.documentElement.lang = parts.story.language
  document.title = notesWords.title(parts.story.title.value)
  const waiting = document.querySelector('#notes p')
  if (waiting) waiting.textContent = notesWords.noScript
  // Answers and notes are for one person: no page of search results leads to them.
  addMeta(document, 'name', 'robots', 'noindex')
  addStyle(document, css)
  const element = document.createElement('script')
  element.setAttribute('defer', '')
  element.setAttribute('src', script)
  document.head.append(element)
  addStory(document, parts, 'full')
  const path = pinned === null || parts.pinned === null ? './notes.html' : pinnedNotes(parts.pinned)
  if (pinned !== null) rebase(document)
  const policy = contentPolicy({ ...pinned, styleHashes: [styleHash(document.querySelector('style')?.textContent ?? '')] })
  document.querySelector('meta[charset]')?.after(addMeta(document, 'http-equiv', 'Content-Security-Policy', metaPolicy(policy)))
  await writeFile(join(out, path), dom.serialize())
  return policy
}
