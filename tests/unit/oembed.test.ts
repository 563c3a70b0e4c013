import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { describe, expect, test } from 'vitest'
import { oembedHtml, oembedJson } from '../../src/build/oembed'
import { aStory } from '../support/a-story'
import { kses, wordpress } from '../support/kses'

const SITE = 'https://news.example/talks/'
const titled = (title: string) => aStory({ title, attribution: 'The desk' })
const answerOf = (title: string) => JSON.parse(oembedJson(titled(title), SITE))
const parse = (html: string) => new JSDOM(html).window.document.body

describe('the oEmbed answer', () => {
  test('is a rich one with every field that WordPress and Ghost ask for', () => {
    expect(answerOf('Talks')).toEqual({
      version: '1.0',
      type: 'rich',
      title: 'Talks',
      provider_name: 'Parley',
      provider_url: SITE,
      author_name: 'The desk',
      cache_age: 3600,
      width: 960,
      height: 720,
      thumbnail_url: `${SITE}preview/story-1200x675.png`,
      thumbnail_width: 1200,
      thumbnail_height: 675,
      html: expect.stringMatching(/^<blockquote>.*<\/blockquote><iframe .*><\/iframe>$/),
    })
  })

  test('names no author where the file names none', () => {
    expect(JSON.parse(oembedJson(aStory({ title: 'Talks' }), SITE))).not.toHaveProperty('author_name')
  })
})

describe('its markup', () => {
  test('is a link in a quotation and a frame with name and size, no style and no script', () => {
    const body = parse(oembedHtml(titled('Talks'), SITE))
    const link = body.querySelector('blockquote > a')
    const frame = body.querySelector('iframe')
    expect([link?.getAttribute('href'), link?.textContent]).toEqual([SITE, 'Talks'])
    expect(Object.fromEntries([...(frame?.attributes ?? [])].map(({ name, value }) => [name, value]))).toEqual({
      title: 'Talks',
      src: `${SITE}embed.html`,
      width: '960',
      height: '720',
      frameborder: '0',
    })
    expect(body.querySelectorAll('*').length).toBe(3)
  })

  test('holds any title as text, in the link and as the name of the frame', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (title) => {
        const story = { ...titled('x'), title: { value: title, lang: 'en', dir: 'ltr' as const } }
        const body = parse(oembedHtml(story, SITE))
        const tidy = (text: string | null | undefined) => text?.replace(/\r\n?/g, '\n')
        expect(body.querySelectorAll('*').length).toBe(3)
        expect(tidy(body.querySelector('iframe')?.title)).toBe(tidy(title.replaceAll('\0', '\ufffd')))
      }),
      { numRuns: 30 },
    )
  })

  test.each(['Talks', 'Talks & “terms”', `<script>alert(1)</script> "a" 'b' src="x"`])(
    'is left as it is by the filter of WordPress: %s',
    (title) => {
      const html = oembedHtml(titled(title), SITE)
      expect(kses(html)).toBe(html)
    },
  )

  test('becomes a hidden frame with a secret and a link that stays in WordPress', () => {
    const body = parse(wordpress(oembedHtml(titled(`"Talks" src='x'`), SITE), 'abcdefghij') ?? '')
    const frame = body.querySelector('iframe')
    expect(frame?.getAttribute('src')).toBe(`${SITE}embed.html#?secret=abcdefghij`)
    expect(frame?.dataset.secret).toBe('abcdefghij')
    expect(frame?.getAttribute('sandbox')).toBe('allow-scripts')
    expect(body.querySelector('blockquote')?.dataset.secret).toBe('abcdefghij')
    expect(body.querySelector('blockquote a')?.textContent).toBe(`"Talks" src='x'`)
  })

  test('the filter of these tests takes out what WordPress takes out', () => {
    expect(
      kses('<p style="a"><a href="javascript:x" onclick="y">t</a><script>z</script><iframe src="https://a/" style="b"></iframe>'),
    ).toBe('<a>t</a>z<iframe src="https://a/"></iframe>')
    expect(wordpress('<p>no frame</p>', 'abcdefghij')).toBeNull()
  })
})
