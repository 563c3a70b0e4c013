import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { JSDOM } from 'jsdom'
import { describe, expect, test } from 'vitest'
import { inlineScript, offlineAddress, writeOffline } from '../../src/build/offline'
import { styleHash } from '../../src/build/policy'
import { aStory } from '../support/a-story'

const SITE = 'https://parley.example/talks/'
const PACKS = ['names', 'world-110', 'world-50']

/** The file made of a small site that stands at `site`. */
async function offlineOf(site: string | null, extra = ''): Promise<Document> {
  const out = await mkdtemp(join(tmpdir(), 'parley-offline-'))
  try {
    const canonical = site === null ? '' : `<link rel="canonical" href="${site}"><link rel="alternate" href="${site}oembed.json">`
    await mkdir(join(out, 'basemap'))
    for (const name of ['early', 'main']) await writeFile(join(out, `${name}.js`), `window.${name} = 1`)
    for (const name of PACKS) await writeFile(join(out, 'basemap', `${name}.js`), '')
    await writeFile(
      join(out, 'index.html'),
      `<!doctype html><html><head><meta charset="utf-8"><script src="./early.js"></script>${canonical}${extra}
      <script defer src="./main.js"></script></head><body><footer id="page-footer"></footer></body></html>`,
    )
    const story = aStory({ id: 'talks' })
    await writeOffline(out, story, new Map(), site)
    return new JSDOM(await readFile(join(out, offlineAddress(story)), 'utf8')).window.document
  } finally {
    await rm(out, { recursive: true })
  }
}

describe('the file that is taken along', () => {
  test('is named by story and edition', () => {
    expect(offlineAddress(aStory({ id: 'talks', edition: { number: 3, published: '2026-11-22' } }))).toBe(
      './offline/talks-edition-3.html',
    )
    expect(offlineAddress(aStory({ id: 'talks' }))).toBe('./offline/talks.html')
  })

  test('a script cannot end its own element, nor begin a comment, and means the same', () => {
    const text = inlineScript('const a = "</script><!-- </SCRIPT>"')
    expect(text).not.toMatch(/<\/script|<!--/i)
    expect(new Function(`${text}; return a`)()).toBe('</script><!-- </SCRIPT>')
  })

  test('knows the address of its site where the build knows it, and asks it for nothing', async () => {
    const document = await offlineOf(SITE)
    const links = [...document.querySelectorAll('link, script[src], img, iframe')]
    expect(links.map((each) => [each.getAttribute('rel'), each.getAttribute('href')])).toEqual([['canonical', SITE]])
    expect(document.getElementById('copy-note')?.textContent).toContain(SITE)
    expect((await offlineOf(null)).querySelector('link')).toBeNull()
  })

  test('has the lesson at its foot, closed, and names it for whoever leads there', async () => {
    const document = await offlineOf(null)
    const lesson = document.querySelector('#lesson')
    expect(lesson?.nextElementSibling?.id).toBe('page-footer')
    expect(lesson?.querySelector('h2')?.textContent).toBe('A lesson with Parley')
    expect([lesson?.querySelectorAll('h1').length, lesson?.querySelector('details')?.open]).toEqual([0, false])
    expect(document.querySelector('meta[name="parley-lesson"]')?.getAttribute('content')).toBe('#lesson')
    for (const style of document.querySelectorAll('style'))
      expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain(styleHash(style.textContent ?? ''))
  })

  test('names no address where none is given, although its page does', async () => {
    expect((await offlineOf(null, `<link rel="canonical" href="${SITE}">`)).documentElement.outerHTML).not.toContain(SITE)
  })

  test('is not made where it would ask for another file', async () => {
    await expect(offlineOf(null, '<link rel="stylesheet" href="./page.css">')).rejects.toThrow('asks for others: link')
  })
})
