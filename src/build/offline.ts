import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { JSDOM } from 'jsdom'
import type { Story } from '../core/story-types'
import { offlineWords } from '../core/words/offline-words'
import { english } from '../core/words/words'
import { editionLine } from '../views/about'
import { addLesson } from './lesson-page'
import { styleHash } from './policy'
import { inlineStaticPictures } from './static-pictures'

/**
 * What the file brings beside main, in the order in which it runs: the packs of the basemap hand over to the map's script. It goes
 * without the detailed map, which needs a worker, without the builder of embeds and without the reader of newer files.
 */
const SCRIPTS = ['map-view', 'panels', 'dialogs', 'guide', 'share', 'handout'] as const
const PACKS = ['basemap/names.js', 'basemap/world-110.js', 'basemap/world-50.js'] as const
const TYPES: Readonly<Record<string, string>> = { woff2: 'font/woff2', png: 'image/png', svg: 'image/svg+xml' }

/** The address of the file, relative to the site and beginning with `./`. */
export const offlineAddress = ({ id, edition }: Story): string =>
  `./offline/${id}${edition === null ? '' : `-edition-${edition.number}`}.html`

/** Text of a script as it may stand between its tags. `</script` can stand in strings, patterns and comments only, where this is the same. */
export const inlineScript = (text: string): string =>
  text
    .replace(/<\/(script)/gi, '<\\/$1')
    .replace(/<!--/g, '<\\!--')
    .trim()

/** A policy that lets through what stands in the file, by its hash, and nothing that would have to be fetched. */
function policyOf(document: Document): string {
  const hashes = (selector: string): string[] =>
    [...document.querySelectorAll(selector)].map((element) => styleHash(element.textContent ?? ''))
  return [
    "default-src 'none'",
    ['script-src', ...hashes('script:not([type])')].join(' '),
    ['style-src', ...hashes('style')].join(' '),
    'img-src data: blob:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ')
}

async function asData(path: string): Promise<string> {
  const type = TYPES[path.split('.').at(-1) ?? '']
  if (type === undefined) throw new Error(`${path} has no type that could stand in the page.`)
  return `data:${type};base64,${(await readFile(path)).toString('base64')}`
}

/** Replaces what the sheet fetches by what it would have fetched. */
async function inlineUrls(css: string, out: string): Promise<string> {
  const urls = [...new Set([...css.matchAll(/url\(["']?(\.\/[^"')]+)["']?\)/g)].flatMap(([, url]) => url ?? []))]
  const data = new Map(await Promise.all(urls.map(async (url) => [url, await asData(join(out, url))] as const)))
  return css.replace(/url\(["']?(\.\/[^"')]+)["']?\)/g, (whole, url: string) => (data.has(url) ? `url(${data.get(url)})` : whole))
}

/** Says what the file is: a copy, which no correction reaches. */
function addNote(document: Document, story: Story, site: string | null): void {
  const note = document.createElement('p')
  note.id = 'copy-note'
  const edition = editionLine(story, english).replace(/\.$/, '')
  note.append(offlineWords.note(edition), site === null ? '' : ` ${offlineWords.living} ${site}`)
  document.getElementById('page-footer')?.before(note)
}

/** Throws where the file would ask for another one. */
function holdAlone(document: Document): void {
  const left = [
    ...document.querySelectorAll(
      'script[src], link[href]:not([href^="data:"], [rel="canonical"]), img[src]:not([src^="data:"]), iframe',
    ),
    ...[...document.querySelectorAll('style')].filter((style) => /url\((?!["']?(data:|#))/.test(style.textContent ?? '')),
  ]
  if (left.length > 0) throw new Error(`The offline file asks for others: ${left.map((each) => each.localName).join(', ')}`)
}

/**
 * Makes one file of the finished page in `out`, with script, sheets, fonts, basemap and story inside: it opens from disk by a
 * double-click, with no network. `later` as `buildLater` gives it, `site` the site's own address; null where the file shall name none.
 * Gives its path.
 */
export async function writeOffline(
  out: string,
  story: Story,
  later: ReadonlyMap<string, string>,
  site: string | null,
): Promise<string> {
  const dom = new JSDOM(await readFile(join(out, 'index.html'), 'utf8'))
  const { document } = dom.window
  const read = async (path: string): Promise<string> => inlineScript(await readFile(join(out, path), 'utf8'))
  const main = document.querySelector('script[src][defer]')?.getAttribute('src') ?? ''
  const first = document.createElement('script')
  first.textContent = await read(document.querySelector('script[src]:not([defer])')?.getAttribute('src') ?? '')
  document.querySelector('meta[charset]')?.after(first)
  const paths = [...SCRIPTS.flatMap((name) => later.get(`parley-${name}`) ?? []), ...PACKS, main]
  const texts = await Promise.all(paths.map(read))
  const unwanted =
    'script[src], meta[http-equiv], meta[name^="parley-"], meta[property], meta[name^="twitter:"], link[rel="alternate"], script[type="application/ld+json"]'
  for (const element of document.querySelectorAll(unwanted)) element.remove()
  // The file knows no other address than this.
  if (site === null) document.querySelector('link[rel="canonical"]')?.remove()
  for (const text of texts) {
    const script = document.createElement('script')
    script.textContent = text
    document.body.append(script)
  }
  for (const style of document.querySelectorAll('style')) style.textContent = await inlineUrls(style.textContent ?? '', out)
  for (const link of document.querySelectorAll('link[rel="icon"]'))
    link.setAttribute('href', await asData(join(out, link.getAttribute('href') ?? '')))
  document.documentElement.dataset.offline = ''
  const data = document.getElementById('story')
  if (data) {
    data.dataset.pinned = ''
    data.dataset.file = ''
  }
  await inlineStaticPictures(document, out)
  addNote(document, story, site)
  await addLesson(document, story)
  const policy = document.createElement('meta')
  policy.setAttribute('http-equiv', 'Content-Security-Policy')
  policy.setAttribute('content', policyOf(document))
  document.querySelector('meta[charset]')?.after(policy)
  holdAlone(document)
  const path = join(out, offlineAddress(story))
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, dom.serialize())
  return path
}
