import { createHash } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { JSDOM } from 'jsdom'
import { storyToJson } from '../core/story-json'
import type { Story } from '../core/story-types'
import { contentPolicy, metaPolicy, styleHash } from './policy'
import { prerenderInto } from './prerender'

export interface PageParts {
  /** Addresses of the scripts that main loads later, by the name of their `<meta>`. */
  readonly later: ReadonlyMap<string, string>
  readonly story: Story
  /** The file that the story was read from. */
  readonly storyFile: Uint8Array
  /** Its address, relative to the page. */
  readonly storyAddress: string
}

/**
 * Finishes the page that Vite left in `out`: a classic script, the sheet inline, the story as list and as data, the addresses of
 * later scripts, the policy. Gives the policy with all directives, for the headers.
 *
 * Main finds the story in `<script id="story" data-file data-hash>`: as `storyFromJson` reads it, with the address of the file
 * that it was built from and that file's SHA-256 in hex.
 */
export async function finishPage(out: string, parts: PageParts): Promise<string> {
  const path = join(out, 'index.html')
  const dom = new JSDOM(await readFile(path, 'utf8'))
  const { document } = dom.window
  makeClassic(document)
  await inlineSheets(document, out)
  await prerenderInto(dom, parts.story, parts.storyAddress)
  for (const [name, address] of parts.later) addMeta(document, 'name', name, address)
  addStory(document, parts)
  const policy = contentPolicy([...document.querySelectorAll('style')].map((style) => styleHash(style.textContent ?? '')))
  const charset = document.querySelector('meta[charset]')
  charset?.after(addMeta(document, 'http-equiv', 'Content-Security-Policy', metaPolicy(policy)))
  holdPage(document)
  await writeFile(path, dom.serialize())
  return policy
}

/** A module script is a CORS request; `defer` keeps what else it gives: run once, in order, after the page is read. */
function makeClassic(document: Document): void {
  for (const script of document.querySelectorAll('script[src]')) {
    script.removeAttribute('type')
    script.removeAttribute('crossorigin')
    script.setAttribute('defer', '')
  }
}

/** Replaces the linked sheets by one `<style>`: the first picture needs no second request. */
async function inlineSheets(document: Document, out: string): Promise<void> {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')]
  const files = links.map((link) => join(out, link.getAttribute('href') ?? ''))
  const sheets = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  const css = sheets
    .join('\n')
    .replace(/\/\*\$vite\$:\d+\*\//g, '')
    .trim()
  if (/<\/style/i.test(css)) throw new Error('The sheet would end its own <style> element.')
  const style = document.createElement('style')
  style.textContent = css
  links[0]?.before(style)
  for (const link of links) link.remove()
  await Promise.all(files.map((file) => rm(file)))
}

function addMeta(document: Document, key: 'name' | 'http-equiv', value: string, content: string): HTMLMetaElement {
  const meta = document.createElement('meta')
  meta.setAttribute(key, value)
  meta.setAttribute('content', content)
  document.head.append(meta)
  return meta
}

/** The built story as a data block: it opens from disk, in a sandboxed frame and without a second request. */
function addStory(document: Document, { story, storyFile, storyAddress }: PageParts): void {
  const script = document.createElement('script')
  script.type = 'application/json'
  script.id = 'story'
  script.dataset.file = storyAddress
  script.dataset.hash = createHash('sha256').update(storyFile).digest('hex')
  script.textContent = storyToJson(story).replaceAll('<', '\\u003c')
  document.body.append(script)
}

/** Throws where the page asks for what its own policy, a sandboxed frame or a reader's privacy forbids. */
function holdPage(document: Document): void {
  const forbidden = {
    'a style attribute': '[style]',
    'an inline script': 'script:not([src], [type="application/json"])',
    'a module script': 'script[type="module"]',
    'a CORS request': '[crossorigin]',
    'a preload of a module': 'link[rel="modulepreload"]',
    'a file of another site': ':is(img, script, iframe, video, audio)[src*="//"], link[href*="//"]',
  }
  const found = Object.entries(forbidden).flatMap(([what, selector]) =>
    [...document.querySelectorAll(selector)].slice(0, 3).map((element) => `${what}: ${opening(element)}`),
  )
  const handlers = [...document.querySelectorAll('*')].filter((element) =>
    element.getAttributeNames().some((name) => /^on/.test(name)),
  )
  found.push(...handlers.map((element) => `a handler attribute: ${opening(element)}`))
  if (found.length > 0) throw new Error(`The built page holds what it must not:\n  ${found.join('\n  ')}`)
}

function opening(element: Element): string {
  const attributes = [...element.attributes].map(({ name, value }) => ` ${name}="${value.slice(0, 60)}"`)
  return `<${element.localName}${attributes.join('')}>`
}
