import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { describe, expect, test } from 'vitest'
import { frameId, SNIPPET_KINDS, type SnippetInput, type SnippetKind, snippet } from '../../src/core/snippets'
import { snippetWords } from '../../src/core/words/snippet-words'

const BASE = 'https://news.example/talks/'
const anInput = (fields: Partial<SnippetInput> = {}): SnippetInput => ({
  base: BASE,
  framePath: 'embed.html',
  frameQuery: '?event=third&theme=dark',
  pageQuery: '?event=third',
  id: 'us-iran-2026',
  title: 'Talks',
  heightPx: 812,
  isFixed: false,
  pinned: null,
  credit: 'CC BY 4.0 The desk',
  picture: { path: 'preview/story.png', width: 1200, height: 675, alt: 'Map and timeline: Talks.' },
  hasOembed: true,
  words: snippetWords,
  ...fields,
})

const aPinned = () => anInput({ framePath: 'pinned/2-0badcafe.html', pinned: { number: '2', day: '1 March 2026' } })

const textOf = (kind: SnippetKind, input: SnippetInput): string => {
  const made = snippet(kind, input)
  return 'text' in made ? made.text : ''
}
/** What a browser makes of it where script is off, so that what stands in `noscript` is read too. */
const parser = new new JSDOM('').window.DOMParser()
const parse = (html: string) => parser.parseFromString(html, 'text/html').body
const one = (html: string, selector: string): Element => {
  const [found, ...others] = parse(html).querySelectorAll(selector)
  if (!found || others.length > 0) throw new Error(`${found ? others.length + 1 : 0} of ${selector} in ${html}`)
  return found
}
const comments = (html: string) => [...html.matchAll(/<!--(.*?)-->/gs)].map(([, text]) => text)

/** Texts that mean something in markup, in the midst of any others. */
const sharp = fc.constantFrom(
  '"',
  "'",
  '<',
  '>',
  '&',
  '-->',
  '--',
  '<!--',
  '</script>',
  '<img src=x onerror=alert(1)>',
  '\u0000',
  '\n',
)
const hostile = fc
  .array(fc.oneof(sharp, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 8 })
  .map((parts) => parts.join(''))
const hostileInput = fc.record({
  title: hostile,
  id: hostile,
  credit: hostile,
  frameQuery: hostile,
  pageQuery: hostile,
  alt: hostile,
})
const inputOf = ({ alt, ...fields }: { alt: string } & Partial<SnippetInput>) =>
  anInput({ ...fields, picture: { path: 'preview/story.png', width: 1200, height: 675, alt } })

/** Elements of a body, without their texts. */
const shape = (html: string) => [...parse(html).querySelectorAll('*')].map((each) => [each.localName, each.getAttributeNames()])

describe('every snippet', () => {
  const marked = SNIPPET_KINDS.filter((kind) => kind !== 'oembed')

  test.each(marked)('%s has the same elements and attributes whatever title, id, credit, address and alt text say', (kind) => {
    const plain = textOf(kind, anInput())
    fc.assert(
      fc.property(hostileInput, (fields) => {
        const html = textOf(kind, inputOf(fields))
        expect(shape(html)).toEqual(shape(plain))
        expect(comments(html)).toEqual(comments(plain))
      }),
      { numRuns: 40 },
    )
  })

  test.each(marked)('%s can be read back: title, address and alt text are what they were', (kind) => {
    const visible = fc.string({ unit: 'grapheme-ascii', maxLength: 40 }).map((text) => text.replace(/\s+/g, ' ').trim())
    fc.assert(
      fc.property(visible, visible, (title, query) => {
        const input = anInput({ title, frameQuery: `?q=${query}`, pageQuery: `?q=${query}` })
        const body = parse(textOf(kind, input))
        const values = [...body.querySelectorAll('*')].flatMap((each) => [...each.attributes].map(({ value }) => value))
        const texts = [...values, body.textContent ?? '']
        if (title) expect(texts.some((text) => text.includes(title))).toBe(true)
        expect(values.some((value) => value.startsWith(BASE) && value.endsWith(`?q=${query}`))).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  test.each(marked)('%s says in a comment whether it is the living version or a pinned one', (kind) => {
    expect(comments(textOf(kind, anInput()))[0]).toContain('Living version')
    if (kind === 'picture') return
    expect(comments(textOf(kind, aPinned()))[0]).toContain('Pinned version: edition 2 of 1 March 2026')
    expect(textOf(kind, aPinned())).toContain(`${BASE}pinned/2-0badcafe.html?event=third`)
  })

  test.each(marked)('%s has no picture of the living version where it is pinned; words lead to the pinned page', (kind) => {
    const html = textOf(kind, aPinned())
    expect(html).not.toContain('preview/')
    if (kind === 'picture') expect(snippet(kind, aPinned())).toEqual({ gap: 'picture-is-living' })
    else {
      const ways = [...parse(html).querySelectorAll('a')].filter((each) => each.textContent?.startsWith('Talks: map'))
      expect(ways.length).toBeGreaterThan(0)
      expect(ways.map((each) => each.getAttribute('href'))).toEqual(
        ways.map(() => `${BASE}pinned/2-0badcafe.html?event=third&theme=dark`),
      )
    }
  })
})

describe('a frame', () => {
  test.each(['listener', 'frame'] as const)('(%s) has a title, a height, and what hosts need to know', (kind) => {
    const frame = one(textOf(kind, anInput()), 'iframe')
    expect(Object.fromEntries([...frame.attributes].map(({ name, value }) => [name, value]))).toEqual({
      id: expect.stringMatching(/^parley-us-iran-2026-[a-z0-9]+$/),
      title: 'Interactive map and timeline: Talks',
      src: `${BASE}embed.html?event=third&theme=dark`,
      width: '100%',
      height: '812',
      loading: 'lazy',
      style: 'width:0;min-width:100%;border:0',
      allow: 'fullscreen; clipboard-write',
      referrerpolicy: 'strict-origin-when-cross-origin',
    })
  })

  test.each(['listener', 'frame'] as const)(
    '(%s) has a picture that leads on where script is off, and a link that is always there',
    (kind) => {
      const html = textOf(kind, anInput())
      const image = one(html, 'noscript a img')
      expect(image.getAttribute('alt')).toBe('Map and timeline: Talks.')
      expect(image.getAttribute('src')).toBe(`${BASE}preview/story.png`)
      expect(one(html, 'figcaption a').getAttribute('href')).toBe(`${BASE}?event=third`)
      expect(one(html, 'figcaption').textContent).toBe('Open the full page · CC BY 4.0 The desk')
    },
  )

  test('has a link in words where the site has no picture', () => {
    expect(one(textOf('frame', anInput({ picture: null })), 'noscript a').textContent).toBe('Talks: map, timeline and sources')
  })

  test('has a title where the story has none', () => {
    expect(one(textOf('frame', anInput({ title: ' ' })), 'iframe').getAttribute('title')).toBe('Interactive map and timeline')
  })

  test('has an id of small letters, digits and hyphens, and another one for another content', () => {
    fc.assert(
      fc.property(hostile, hostile, (id, frameQuery) => {
        expect(frameId(anInput({ id, frameQuery }))).toMatch(/^parley(-[a-z0-9]+)+$/)
      }),
    )
    const ids = ['', '?theme=dark', '?event=first'].map((frameQuery) => frameId(anInput({ frameQuery })))
    expect(new Set(ids).size).toBe(3)
    expect(frameId(anInput())).toBe(frameId(anInput()))
  })
})

describe('the listener', () => {
  /** A host page in which its snippets run, and a way to send it what a frame would. */
  function aHost(...inputs: readonly SnippetInput[]) {
    const html = inputs.map((input) => textOf('listener', input)).join('\n')
    const dom = new JSDOM(`<body>${html}<iframe id="other"></iframe>`, { runScripts: 'dangerously' })
    const frames = [...dom.window.document.querySelectorAll('iframe')]
    const send = (index: number, data: unknown): void => {
      const { contentWindow } = frames[index] ?? {}
      dom.window.dispatchEvent(new dom.window.MessageEvent('message', { data, source: contentWindow ?? null }))
    }
    return { frames, send, heights: () => frames.map(({ style }) => style.height) }
  }
  const size = (height: unknown) => ({ type: 'embed-size', height, parley: 1 })

  test('gives the frame that asks its height, and no other', () => {
    const { send, heights } = aHost(anInput(), anInput({ frameQuery: '?event=first' }))
    send(1, size(640.2))
    expect(heights()).toEqual(['', '641px', ''])
    send(2, size(500))
    expect(heights()).toEqual(['', '641px', ''])
  })

  test('sizes each of two frames that were pasted from the same lines', () => {
    const { send, heights } = aHost(anInput(), anInput())
    send(1, size(700))
    expect(heights()).toEqual(['', '700px', ''])
    send(0, size(600))
    expect(heights()).toEqual(['600px', '700px', ''])
  })

  test.each([
    [12, '200px'],
    [9999, '4000px'],
    ['750', '750px'],
  ])('keeps a height of %s within bounds', (height, expected) => {
    const { send, heights } = aHost(anInput())
    send(0, size(height))
    expect(heights()[0]).toBe(expected)
  })

  test('passes over everything else', () => {
    const { send, heights } = aHost(anInput())
    for (const data of [
      null,
      undefined,
      'embed-size',
      7,
      {},
      size(undefined),
      size('x'),
      size({}),
      { type: 'other', height: 500 },
    ])
      send(0, data)
    expect(heights()).toEqual(['', ''])
  })

  test('is written without signs that editors turn into entities', () => {
    const script = one(textOf('listener', anInput()), 'script').textContent ?? ''
    expect(script).toContain('embed-size')
    expect(script).not.toMatch(/[&<]/)
  })
})

describe('for other hosts', () => {
  test('pym.js finds address and title on the element, which keeps room and holds a link until then', () => {
    const element = one(textOf('pym', anInput()), 'div')
    expect(element.getAttribute('data-pym-src')).toBe(`${BASE}embed.html?event=third&theme=dark`)
    expect(element.getAttribute('data-pym-title')).toBe('Interactive map and timeline: Talks')
    expect(element.querySelector('a img')?.getAttribute('alt')).toBe('Map and timeline: Talks.')
    expect(element.getAttribute('style')).toBe('min-height:406px')
  })

  test('AMP gets a resizable frame with an origin of its own, a button for more and a picture that leads on until then', () => {
    const html = textOf('amp', anInput())
    const frame = one(html, 'amp-iframe')
    expect(frame.getAttribute('height')).toBe('812')
    expect(frame.hasAttribute('resizable')).toBe(true)
    expect(frame.getAttribute('sandbox')).toContain('allow-same-origin')
    expect(one(html, 'amp-iframe > [overflow]').getAttribute('aria-label')).toBe('Show all of it')
    expect(one(html, 'amp-iframe > a[placeholder] amp-img').getAttribute('alt')).toBe('Map and timeline: Talks.')
    expect(one(html, 'amp-iframe > a[placeholder]').getAttribute('href')).toBe(`${BASE}?event=third`)
  })

  test('AMP gets a link and a credit under the frame, a picture where script is off, and words where there is no picture', () => {
    const html = textOf('amp', anInput())
    expect(one(html, 'figcaption a').getAttribute('href')).toBe(`${BASE}?event=third`)
    expect(one(html, 'noscript a img').getAttribute('alt')).toBe('Map and timeline: Talks.')
    const bare = textOf('amp', anInput({ picture: null }))
    expect(one(bare, 'a[placeholder]').textContent).toBe('Talks: map, timeline and sources')
    expect(one(bare, 'noscript a').textContent).toBe('Talks: map, timeline and sources')
  })

  test('a fixed height leaves AMP a frame that does not grow, and pym.js and the listener nothing to do', () => {
    const fixed = anInput({ isFixed: true })
    expect(one(textOf('amp', fixed), 'amp-iframe').hasAttribute('resizable')).toBe(false)
    expect(parse(textOf('amp', fixed)).querySelector('[overflow]')).toBeNull()
    expect(snippet('pym', fixed)).toEqual({ gap: 'height-fixed' })
    expect(snippet('listener', fixed)).toEqual({ gap: 'height-fixed' })
    expect(one(textOf('frame', fixed), 'iframe').getAttribute('height')).toBe('812')
  })

  test('oEmbed is the address of the page, where the page has an answer and the version is the living one', () => {
    expect(snippet('oembed', anInput())).toEqual({ text: BASE })
    expect(snippet('oembed', anInput({ hasOembed: false }))).toEqual({ gap: 'no-oembed' })
    expect(snippet('oembed', anInput({ pinned: { number: '2', day: null } }))).toEqual({ gap: 'oembed-is-living' })
  })

  test('a picture leads to the page, and says what it shows', () => {
    const html = textOf('picture', anInput())
    expect(one(html, 'a > img').getAttribute('alt')).toBe('Map and timeline: Talks.')
    expect(one(html, 'figcaption a').getAttribute('href')).toBe(`${BASE}?event=third`)
    expect(snippet('picture', anInput({ picture: null }))).toEqual({ gap: 'no-picture' })
  })

  test('a plain link names the story', () => {
    const link = one(textOf('link', anInput()), 'a')
    expect(link.getAttribute('href')).toBe(`${BASE}?event=third`)
    expect(link.textContent).toBe('Talks: map, timeline and sources')
  })
})
