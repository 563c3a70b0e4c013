import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { JSDOM } from 'jsdom'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PageKind, type SiteParts, type StoryParts, writePage } from '../../src/build/page'
import { metaPolicy, styleHash } from '../../src/build/policy'
import { readStory } from '../../src/core/story'
import { storyFromJson } from '../../src/core/story-json'

const ROOT = resolve(import.meta.dirname, '../..')
const SITE = 'https://news.example/talks/'
const PATHS: Readonly<Record<PageKind, string>> = {
  full: 'index.html',
  embed: 'embed.html',
  pinned: 'pinned/1-abcdef01.html',
}
const pages = {} as Record<PageKind, { html: string; document: Document; policy: string }>
let parts: StoryParts
let out: string
let site: SiteParts

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'parley-pages-'))
  await mkdir(join(out, 'preview'))
  for (const subject of ['map', 'timeline'])
    await writeFile(join(out, `preview/${subject}.svg`), '<svg xmlns="http://www.w3.org/2000/svg" width="960" height="540"/>')
  const source = await readFile(join(ROOT, 'index.html'), 'utf8')
  const html = source
    .replace(/<link rel="stylesheet"[^>]*>/, '')
    .replace(/<script type="module" src="[^"]*">/, '<script defer src="./assets/main.js">')
  const storyFile = await readFile(join(ROOT, 'data/us-iran-2026.json'))
  const { story } = readStory(storyFile)
  if (!story) throw new Error('The first story cannot be read.')
  parts = { story, storyFile, storyAddress: './data/us-iran-2026.json', pinned: './pinned/1-abcdef01.html', hasPictures: true }
  site = {
    shell: { html, css: 'h1{background:url(./fonts/a.woff2)}' },
    later: new Map([['parley-map-view', './assets/map-view.js']]),
    embed: { css: '.embed{}', early: './assets/early.js', scripts: ['./assets/embed.js'] },
    site: SITE,
  }
  for (const kind of ['full', 'embed', 'pinned'] as const) {
    const policy = await writePage(out, kind, site, parts)
    const written = await readFile(join(out, PATHS[kind]), 'utf8')
    pages[kind] = { html: written, document: new JSDOM(written).window.document, policy }
  }
})
afterAll(() => rm(out, { recursive: true }))

const scriptsOf = (kind: PageKind) => [...pages[kind].document.scripts].flatMap((script) => script.getAttribute('src') ?? [])
const metaOf = (kind: PageKind, name: string) =>
  pages[kind].document.querySelector(`meta[name="${name}"]`)?.getAttribute('content')
const textOf = (kind: PageKind, selector: string) => pages[kind].document.querySelector(selector)?.textContent ?? ''

describe('every page', () => {
  test.each(['full', 'embed', 'pinned'] as const)('(%s) tells the whole story before any script', (kind) => {
    expect(textOf(kind, 'h1')).toContain(parts.story.title.value)
    const list = textOf(kind, '#events')
    const shown = [...parts.story.events].filter((event) => event.refines === null)
    expect(shown.filter((event) => !list.includes(event.title.value))).toEqual([])
  })

  test.each(['full', 'embed', 'pinned'] as const)('(%s) carries its policy, with the hash of each of its sheets', (kind) => {
    const { document, policy } = pages[kind]
    const meta = document.querySelector('meta[http-equiv="Content-Security-Policy"]')
    expect(meta?.getAttribute('content')).toBe(metaPolicy(policy))
    for (const style of document.querySelectorAll('style')) expect(policy).toContain(styleHash(style.textContent ?? ''))
  })

  test('names the lesson, but for a page whose edition may be another than the lesson’s', () => {
    expect((['full', 'embed', 'pinned'] as const).map((kind) => metaOf(kind, 'parley-lesson'))).toEqual([
      './lesson.html',
      './lesson.html',
      undefined,
    ])
  })

  test.each(['full', 'embed'] as const)('(%s) names the pinned page of its edition', (kind) => {
    expect(metaOf(kind, 'parley-pinned')).toBe('./pinned/1-abcdef01.html')
  })
})

test('the full page has map and timeline as pictures for readers without script, before the list; others have none', async () => {
  const images = [...pages.full.document.querySelectorAll('noscript img')]
  expect(images.map((image) => ['src', 'width', 'height'].map((name) => image.getAttribute(name)))).toEqual([
    ['./preview/map.svg', '960', '540'],
    ['./preview/timeline.svg', '960', '540'],
  ])
  expect(images.map((image) => image.getAttribute('alt'))).toEqual([
    expect.stringMatching(/^The map shows /),
    expect.stringMatching(/^The timeline runs /),
  ])
  expect(pages.full.document.querySelector('noscript + #events')).not.toBeNull()
  for (const kind of ['embed', 'pinned'] as const) expect(pages[kind].document.querySelector('noscript')).toBeNull()
})

describe('what others read of the page', () => {
  test.each(['full', 'embed'] as const)(
    '(%s) the link to oEmbed stands in the head, before the sheet, in the first 150 kB',
    (kind) => {
      const { html } = pages[kind]
      const at = html.indexOf('type="application/json+oembed"')
      expect(at).toBeGreaterThan(0)
      expect(Buffer.byteLength(html.slice(0, at))).toBeLessThan(150_000)
      expect(at).toBeLessThan(html.indexOf('<style'))
      expect(at).toBeLessThan(html.indexOf('</head>'))
    },
  )

  test('the JSON-LD cannot end its own element and is whole', () => {
    const data = JSON.parse(textOf('full', 'script[type="application/ld+json"]'))
    expect(data).toMatchObject({ name: parts.story.title.value, url: SITE })
    expect(textOf('full', 'script[type="application/ld+json"]')).not.toContain('<')
  })

  test.each(['embed', 'pinned'] as const)('a page for frames (%s) asks to be left out of searches', (kind) => {
    expect(metaOf(kind, 'robots')).toBe('noindex')
    expect(metaOf('full', 'robots')).toBeUndefined()
  })
})

describe('a page for frames', () => {
  test('is marked, has its own scripts before main, and its own sheet', () => {
    expect(pages.embed.document.documentElement.dataset).toMatchObject({ embed: '' })
    expect(scriptsOf('embed')).toEqual(['./assets/early.js', './assets/embed.js', './assets/main.js'])
    expect(pages.embed.html).toContain('<style>.embed{}</style>')
    expect(scriptsOf('full')).toEqual(['./assets/early.js', './assets/main.js'])
    expect(pages.full.html).not.toContain('.embed{}')
  })

  test.each(['full', 'embed'] as const)('runs only what decides on its first picture before it is drawn (%s)', (kind) => {
    const early = [...pages[kind].document.scripts].filter((script) => script.src && !script.defer)
    expect(early.map((script) => script.getAttribute('src'))).toEqual(['./assets/early.js'])
  })

  test('shows no button before script, and leads to where the story takes reports of errors', async () => {
    const css = await readFile(join(ROOT, 'src/embed.css'), 'utf8')
    const dead = 'html[data-embed] .prerendered :is(#page-header, .credit) button'
    expect(css).toContain(`${dead} {\n  visibility: hidden;`)
    const { document } = pages.embed
    const buttons = [...document.querySelectorAll('#page-header button, #page-footer button')]
    expect(buttons.length).toBeGreaterThan(0)
    expect(buttons.filter((button) => !button.matches(dead))).toEqual([])
    const story = { ...parts.story, reportTo: 'mailto:desk@example.org' }
    await writePage(out, 'embed', { ...site, site: null }, { ...parts, story })
    const written = new JSDOM(await readFile(join(out, 'embed.html'), 'utf8')).window.document
    const report = [...written.querySelectorAll('#page-footer a')].find((link) => link.textContent === 'Report an error')
    expect(report?.getAttribute('href')).toBe('mailto:desk@example.org')
    expect(report?.hasAttribute('target')).toBe(false)
  })

  test('has no link that skips to what it may not show', () => {
    expect(pages.embed.document.querySelector('#skip')).toBeNull()
  })

  test('leads to the full page, and a pinned one to the page that is kept up to date', () => {
    expect(pages.embed.document.querySelector('#page-footer a[href="./"]')).not.toBeNull()
    expect(pages.pinned.document.querySelector('#page-footer a[href="../"]')).not.toBeNull()
    expect(pages.pinned.document.querySelector('#pinned a')?.getAttribute('href')).toBe('../embed.html')
  })
})

describe('a pinned page', () => {
  test('says which edition it holds, and that corrections do not reach it', () => {
    expect(textOf('pinned', '#pinned')).toContain(
      'Edition 1 of 22 November 2026, as published; corrections made later do not reach this copy.',
    )
    expect(pages.embed.document.querySelector('#pinned')).toBeNull()
  })

  test('holds its story for good', () => {
    const block = pages.pinned.document.querySelector<HTMLElement>('script#story')
    expect(block?.dataset).toMatchObject({ pinned: '', file: '../data/us-iran-2026.json' })
    expect(storyFromJson(block?.textContent ?? '').title).toEqual(parts.story.title)
    expect(pages.embed.document.querySelector<HTMLElement>('script#story')?.dataset.pinned).toBeUndefined()
  })

  test('has notes to its own story beside it', () => {
    expect(metaOf('pinned', 'parley-notes')).toMatch(/^\.\.\/pinned\/1-[0-9a-f]{8}-notes\.html$/)
    expect(metaOf('full', 'parley-notes')).toBeUndefined()
  })

  test('finds everything from its own folder', () => {
    expect(pages.pinned.document.documentElement.dataset.site).toBe('../')
    expect(scriptsOf('pinned')).toEqual(['../assets/early.js', '../assets/embed.js', '../assets/main.js'])
    expect(metaOf('pinned', 'parley-map-view')).toBe('../assets/map-view.js')
    expect(textOf('pinned', 'style')).toContain('url(../fonts/a.woff2)')
    expect(pages.pinned.html).not.toMatch(/["(]\.\//)
  })
})
