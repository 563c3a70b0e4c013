import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { headItems } from '../../src/build/head'
import { jsonLd } from '../../src/build/json-ld'
import { previewAlt } from '../../src/build/preview-names'
import { readStory } from '../../src/core/story'
import { anEvent, aStory } from '../support/a-story'

const SITE = 'https://news.example/talks/'
const story = aStory({ title: 'Talks', summary: 'Three rounds.', language: 'en-GB' })

/** Names of the head's items with what they say. */
const said = (kind: 'full' | 'embed' | 'pinned', site: string | null) =>
  Object.fromEntries(
    headItems(story, kind, site).map(({ attributes: { name, property, rel, content, href } }) => [
      name ?? property ?? rel,
      content ?? href,
    ]),
  )

describe('the head of a page', () => {
  test('tells cards and crawlers title, summary, address and picture', () => {
    const alt = previewAlt(story)
    expect(said('full', SITE)).toEqual({
      description: 'Three rounds.',
      canonical: SITE,
      alternate: `${SITE}oembed.json`,
      'og:type': 'article',
      'og:title': 'Talks',
      'og:description': 'Three rounds.',
      'og:site_name': 'Parley',
      'og:locale': 'en_GB',
      'og:url': SITE,
      'og:image': `${SITE}preview/story-1200x630.png`,
      'og:image:type': 'image/png',
      'og:image:width': '1200',
      'og:image:height': '630',
      'og:image:alt': alt,
      'twitter:card': 'summary_large_image',
      'twitter:title': 'Talks',
      'twitter:description': 'Three rounds.',
      'twitter:image': `${SITE}preview/story-1200x675.png`,
      'twitter:image:alt': alt,
    })
  })

  test('says without the site’s address what needs none', () => {
    expect(Object.keys(said('full', null))).toEqual([
      ...['description', 'og:type', 'og:title', 'og:description', 'og:site_name', 'og:locale'],
    ])
  })

  test.each(['embed', 'pinned'] as const)('of a page for frames (%s) names the full page as the one to be found', (kind) => {
    expect(said(kind, SITE)).toMatchObject({ canonical: SITE, robots: 'noindex' })
  })

  test('of a pinned page names neither the oEmbed answer nor the picture, which are those of the living one', () => {
    const names = Object.keys(said('pinned', SITE))
    expect(names.filter((name) => /alternate|image/.test(name))).toEqual([])
    expect(names).toContain('og:title')
  })

  test('guesses no country for a language without one', () => {
    expect(headItems(aStory({ language: 'en' }), 'full', SITE).map(({ attributes }) => attributes.property)).not.toContain(
      'og:locale',
    )
  })
})

describe('the JSON-LD of a story', () => {
  const everything = aStory({
    id: 'talks',
    title: 'Talks',
    summary: 'Three rounds.',
    language: 'en',
    timeZone: 'Asia/Tehran',
    attribution: 'The desk',
    edition: { number: 2, published: '2026-11-22' },
    license: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    corrections: [{ on: '2026-12-01', text: 'A name.' }],
    sources: [
      { id: 'article', publisher: 'A paper', url: 'https://paper.example/1', published: '2026-02-26', about: 'The talks' },
      { id: 'b', publisher: 'B', published: '2026-02~' },
    ],
    places: [
      { id: 'geneva', name: 'Geneva', geometry: { type: 'Point', coordinates: [6.14, 46.21] }, wikidata: 'Q71' },
      { id: 'government', name: 'Government', seat: true, geometry: { type: 'Point', coordinates: [1, 2] } },
      { id: 'somewhere', name: 'Somewhere' },
    ],
    events: [anEvent({ id: 'a', when: '2026-02-06', where: { place: 'geneva' } }), anEvent({ id: 'b', when: '2026-02-26' })],
  })

  test('says what the file says', () => {
    expect(JSON.parse(jsonLd(everything, SITE))).toEqual({
      '@context': 'https://schema.org',
      '@type': ['Article', 'Dataset'],
      '@id': SITE,
      url: SITE,
      name: 'Talks',
      headline: 'Talks',
      description: 'Three rounds.',
      image: `${SITE}preview/story-1200x630.png`,
      inLanguage: 'en',
      version: 2,
      datePublished: '2026-11-22',
      dateModified: '2026-12-01',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      creditText: 'The desk',
      isAccessibleForFree: true,
      temporalCoverage: '2026-02-06/2026-02-26',
      spatialCoverage: [
        {
          '@type': 'Place',
          name: 'Geneva',
          sameAs: 'https://www.wikidata.org/entity/Q71',
          geo: { '@type': 'GeoCoordinates', latitude: 46.21, longitude: 6.14 },
        },
      ],
      citation: [
        {
          '@type': 'CreativeWork',
          description: 'The talks',
          url: 'https://paper.example/1',
          publisher: { name: 'A paper' },
          datePublished: '2026-02-26',
        },
        { '@type': 'CreativeWork', publisher: { name: 'B' } },
      ],
    })
  })

  test('leaves out what the file leaves open', () => {
    const bare = JSON.parse(jsonLd(aStory({ title: 'Talks', places: [], sources: [], events: [] }), null))
    const open = ['url', 'image', 'license', 'creditText', 'version', 'datePublished', 'dateModified', 'description']
    expect(open.filter((key) => key in bare)).toEqual([])
  })

  test('of the first story holds no text that its file does not hold', () => {
    const text = readFileSync(resolve(import.meta.dirname, '../../data/us-iran-2026.json'), 'utf8')
    const { story: first } = readStory(text)
    const strings: string[] = []
    JSON.parse(first ? jsonLd(first, null) : '', (key, value) => {
      if (typeof value === 'string' && !key.startsWith('@') && !['sameAs', 'temporalCoverage'].includes(key)) strings.push(value)
      return value
    })
    const ours = ['Article', 'Dataset']
    expect(strings.length).toBeGreaterThan(50)
    expect(strings.filter((each) => !ours.includes(each) && !text.includes(JSON.stringify(each)))).toEqual([])
  })
})
