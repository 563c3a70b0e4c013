import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { JSDOM } from 'jsdom'
import type { Browser } from 'playwright-core'
import type { PictureSubject } from '../core/picture'
import { viewTexts } from '../core/preview-text'
import type { Story } from '../core/story-types'
import { previewWords } from '../core/words/preview-words'
import { shareWords } from '../core/words/share-words'
import { english } from '../core/words/words'
import { shorterPath } from './shorter-path'

/* Map and timeline as pictures in the page, for readers without script: the app draws them itself, as it does for “Download”. */

/** In the order in which they stand in the page. */
const SUBJECTS: readonly PictureSubject[] = ['map', 'timeline']
/** The narrowest that has its key beside the map and all titles in the timeline. */
const WIDTH_PX = 960
const PATIENCE_MS = 60_000

/** Below the site. */
export const staticPath = (subject: PictureSubject): string => `preview/${subject}.svg`

/** Of what the story lets the app draw pictures. */
export function staticSubjects(story: Story): readonly PictureSubject[] {
  const texts = viewTexts(story, english)
  return SUBJECTS.filter((subject) => texts[subject] !== null)
}

/**
 * Saves them from the page by the buttons that a reader has. `file`: the page as one file, which knows no other address than that of its
 * site. Rejects where a picture cannot be had.
 */
export async function drawStatic(browser: Browser, file: string, story: Story): Promise<ReadonlyMap<string, Buffer>> {
  const { download: says } = shareWords
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Etc/UTC',
    offline: true,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  await page.goto(pathToFileURL(file).href)
  await page.getByRole('button', { name: english.page.more, exact: true }).first().click()
  await page.getByRole('button', { name: english.page.download, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(says.titled).uncheck()
  await dialog.getByLabel(says.size, { exact: true }).selectOption('own')
  await dialog.getByLabel(says.ownWidth).fill(String(WIDTH_PX))
  await dialog.getByText(`${WIDTH_PX} ×`).waitFor()
  const made = new Map<string, Buffer>()
  for (const subject of staticSubjects(story)) {
    await dialog.getByRole('radio', { name: says.subjects[subject] }).check()
    await dialog.getByRole('img', { name: says.alt(says.subjects[subject]) }).waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: says.svg, exact: true }).click(),
    ])
    made.set(staticPath(subject), shorter(await readFile(await download.path(), 'utf8')))
  }
  await context.close()
  return made
}

/** Two thirds of a map are its coasts. */
const shorter = (drawing: string): Buffer =>
  Buffer.from(drawing.replace(/ d="([^"]+)"/g, (_, path: string) => ` d="${shorterPath(path)}"`))

async function readPicture(out: string, subject: PictureSubject): Promise<SVGSVGElement> {
  const text = await readFile(join(out, staticPath(subject)), 'utf8')
  return new JSDOM(text, { contentType: 'image/svg+xml' }).window.document.documentElement as unknown as SVGSVGElement
}

/** Puts the pictures that lie in `out` before the list, where only a reader without script meets them. */
export async function addStaticPictures(document: Document, out: string, story: Story): Promise<void> {
  const box = document.createElement('noscript')
  const figure = document.createElement('figure')
  figure.className = 'static-pictures'
  const caption = document.createElement('figcaption')
  caption.textContent = previewWords.still
  figure.append(caption)
  for (const subject of staticSubjects(story)) {
    const drawing = await readPicture(out, subject)
    const image = document.createElement('img')
    image.src = `./${staticPath(subject)}`
    image.alt = viewTexts(story, english)[subject] ?? ''
    for (const name of ['width', 'height']) image.setAttribute(name, drawing.getAttribute(name) ?? '')
    figure.append(image)
  }
  box.append(figure)
  document.getElementById('events')?.before(box)
}

/** Writes the drawings themselves where a page names them; their type is the page’s. */
export async function inlineStaticPictures(document: Document, out: string): Promise<void> {
  for (const subject of SUBJECTS) {
    const image = document.querySelector(`img[src="./${staticPath(subject)}"]`)
    if (!image) continue
    const drawing = document.importNode(await readPicture(out, subject), true)
    for (const style of drawing.querySelectorAll('style')) style.remove()
    drawing.setAttribute('aria-label', image.getAttribute('alt') ?? '')
    image.replaceWith(drawing)
  }
}
