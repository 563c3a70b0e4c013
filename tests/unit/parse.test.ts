import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readStoryFile } from '../../src/core/read-file'
import type { ReportRecord, StoryFile } from '../../src/core/schema'
import { readStory } from '../../src/core/story'
import { anEvent, aStoryFile } from '../support/a-story'

const EVERYTHING = readFileSync(resolve(import.meta.dirname, '../fixtures/good/everything.json'), 'utf8')

const read = (fields: Partial<StoryFile>) => readStory(JSON.stringify(aStoryFile(fields)))
const codes = (fields: Partial<StoryFile>) => read(fields).issues.map((issue) => issue.code)
const idsOf = (story: ReturnType<typeof readStory>['story']) => Array.from(story?.events ?? [], (event) => event.id as string)

/** The file with one value, found by counting through all of them, replaced or left out. */
function mutated(at: number, value: unknown): string {
  let left = at
  return `${JSON.stringify(JSON.parse(EVERYTHING), (_, found) => (left-- === 0 ? value : found))}`
}
const VALUES = JSON.stringify(JSON.parse(EVERYTHING)).split(/[,:]/).length

describe('reading a file', { timeout: 30_000 }, () => {
  test('never throws on any JSON', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), fc.anything().map(fc.stringify)), (text) => {
        expect(readStory(text).story).toBeNull()
      }),
    )
  })

  test('never throws on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(readStory(bytes).issues.length).toBeGreaterThan(0)
      }),
    )
  })

  test('never throws on a story in which any list or field is anything', () => {
    const key = fc.constantFrom(...Object.keys(JSON.parse(EVERYTHING)))
    fc.assert(
      fc.property(key, fc.jsonValue(), (name, value) => {
        readStory(JSON.stringify({ ...JSON.parse(EVERYTHING), [name]: value }))
      }),
      { numRuns: 200 },
    )
  })

  test('never throws on a good story with one bad value, and every issue points at something', () => {
    fc.assert(
      fc.property(fc.nat(VALUES), fc.oneof(fc.jsonValue(), fc.constant(undefined), fc.string(), fc.double()), (at, value) => {
        const { issues } = readStory(mutated(at, value))
        for (const issue of issues)
          expect(issue).toMatchObject({ code: expect.stringMatching(/^[a-z0-9-]+$/), fix: expect.stringMatching(/./) })
      }),
      { numRuns: 300 },
    )
  })

  test('never touches what all objects share', () => {
    const hostile = fc.constantFrom('__proto__', 'constructor', 'prototype')
    fc.assert(
      fc.property(hostile, fc.nat(VALUES), (key, at) => {
        readStory(mutated(at, JSON.parse(`{"${key}": {"polluted": true, "prototype": {"polluted": true}}}`)))
        expect(({} as Record<string, unknown>).polluted).toBeUndefined()
        expect(Object.prototype).not.toHaveProperty('polluted')
      }),
    )
  })

  test('gives the same file again after it was written out', () => {
    const { file } = readStoryFile(EVERYTHING)
    expect(readStoryFile(JSON.stringify(file)).file).toEqual(file)
  })

  test('keeps unknown keys for export', () => {
    expect(readStoryFile(EVERYTHING).raw).toEqual(JSON.parse(EVERYTHING))
  })

  test('lists at most 1,000 issues and counts the rest', () => {
    const events = Array.from({ length: 3000 }, (_, index) => anEvent({ id: `e${index}`, when: '2026-13-01' }))
    const { issues, story } = read({ events: [anEvent({ id: 'good' }), ...events] })
    expect(issues).toHaveLength(1001)
    expect(issues.at(-1)).toMatchObject({ code: 'more-issues', message: '2000 more issues are not listed' })
    expect(idsOf(story)).toEqual(['good'])
  })

  test('refuses more than a million events', () => {
    const text = JSON.stringify({ type: 'parley-story', version: 1, id: 'many', title: 'Many', events: [] }).replace(
      '[]',
      `[${'1,'.repeat(1e6)}1]`,
    )
    expect(readStoryFile(text).issues).toMatchObject([{ code: 'too-many-events', message: 'the file has 1000001 events' }])
  })

  test('reads 10,000 events', () => {
    const events = Array.from({ length: 10_000 }, (_, index) =>
      anEvent({
        id: `e${index}`,
        when: new Date(index * 7.3e9).toISOString().slice(0, 10),
        where: { place: 'geneva' },
        claims: [{ text: 'So' }],
      }),
    )
    const text = JSON.stringify({ ...aStoryFile({ events: events.slice(0, 1) }), events })
    expect(readStory(text).story?.events.length).toBe(10_000)
  })
})

describe('a record with an error', () => {
  test('is left out, and the rest is shown', () => {
    const { story } = read({ events: [anEvent({ id: 'good' }), anEvent({ id: 'bad', when: '2026-13-45' })] })
    expect(idsOf(story)).toEqual(['good'])
  })

  test('leaves out the steps and links that need it, each with its own issue', () => {
    const fields = {
      events: [anEvent({ id: 'good' }), anEvent({ id: 'bad', when: 'soon' })],
      steps: [
        { id: 'one', title: 'One', text: 'x', select: 'bad' },
        { id: 'two', title: 'Two', text: 'x', select: 'good' },
      ],
    }
    expect(codes(fields)).toEqual(expect.arrayContaining(['edtf-syntax', 'left-out']))
    expect(read(fields).story?.steps.map((step) => step.id)).toEqual(['two'])
  })

  test('that names a source with a bad link keeps the source, without the link', () => {
    const sources = [{ id: 'article', publisher: 'A paper', url: 'javascript:alert(1)', published: '2026-02-26' }]
    const { story, issues } = read({ sources, events: [anEvent({ id: 'talks' })] })
    expect(issues).toMatchObject([{ severity: 'error', code: 'url-scheme', path: '/sources/0/url' }])
    expect(Array.from(story?.sources.values() ?? [])).toMatchObject([
      { publisher: 'A paper', url: null, published: { edtf: '2026-02-26' } },
    ])
    expect(idsOf(story)).toEqual(['talks'])
  })

  test('among places loses its bad field alone', () => {
    const places = [{ id: 'geneva', name: 'Geneva', wikidata: '71', party: 'nobody' }]
    const { story } = readStory(
      JSON.stringify({ ...aStoryFile({ events: [anEvent({ id: 'a', where: { place: 'geneva' } })] }), places }),
    )
    expect(Array.from(story?.places.values() ?? [])).toMatchObject([{ id: 'geneva', wikidata: null, party: null }])
  })

  test('among the reports of a vessel leaves the others', () => {
    const report: ReportRecord = { place: 'Souda Bay', precision: 'port', method: 'observed', sources: [{ source: 'article' }] }
    const vessels = [
      { id: 'ford', name: 'Ford', reports: [report, { ...report, when: 'soon' }, { ...report, supersededBy: 'gone' }] },
    ]
    const { story, issues } = read({ vessels, events: [anEvent({ id: 'a' })] })
    expect(issues.map((issue) => issue.path)).toEqual(['/vessels/0/reports/1/when', '/vessels/0/reports/2/supersededBy'])
    expect(Array.from(story?.vessels.values() ?? [])[0]?.reports).toHaveLength(1)
  })

  test('that supersedes others takes them with it', () => {
    const report = (id: string, supersededBy: string): ReportRecord => ({
      id,
      supersededBy,
      place: 'x',
      precision: 'none',
      method: 'observed',
      sources: [{ source: 'article' }],
    })
    const reports = [report('a', 'b'), report('b', 'c'), report('c', 'd'), report('d', 'd')]
    const { story, issues } = read({ vessels: [{ id: 'ford', name: 'Ford', reports }], events: [anEvent({ id: 'e' })] })
    expect(issues.map((issue) => issue.code)).toEqual(Array(4).fill('unknown-report'))
    expect(Array.from(story?.vessels.values() ?? [])[0]?.reports).toEqual([])
  })

  test('makes the page empty only where no event is left', () => {
    const { story, issues } = read({ events: [anEvent({ id: 'bad', when: 'soon' })] })
    expect(story).toBeNull()
    expect(issues.map((issue) => issue.code)).toEqual(['no-events', 'edtf-syntax'])
  })

  test('in the head of the file does not hide the story', () => {
    const { id: _, title: __, ...rest } = aStoryFile({ events: [anEvent({ id: 'talks' })] })
    const { story, issues } = readStory(JSON.stringify({ ...rest, asOf: 'today', timeZone: 'Zurich' }))
    expect(story).toMatchObject({ id: 'story', title: { value: 'story' }, asOf: null, timeZone: 'UTC' })
    expect(issues.map((issue) => issue.path).sort()).toEqual(['/asOf', '/id', '/timeZone', '/title'])
  })
})

describe('a text', () => {
  test('of 20,000 characters is kept, and one more is an error', () => {
    expect(codes({ events: [anEvent({ id: 'a', text: 'x'.repeat(20_000) })] })).toEqual([])
    const { story, issues } = read({ events: [anEvent({ id: 'good' }), anEvent({ id: 'long', text: 'x'.repeat(20_001) })] })
    expect(issues).toMatchObject([
      { code: 'text-long', path: '/events/1/text', message: 'the text has more than 20000 characters' },
    ])
    expect(idsOf(story)).toEqual(['good'])
  })

  test('is normalised and loses what nobody sees, with a warning', () => {
    const { story, issues } = read({ events: [anEvent({ id: 'a', title: ' Gene\u0300ve\u202e ' })] })
    expect(story?.events.at(0).title.value).toBe('Genève')
    expect(issues).toMatchObject([{ severity: 'warning', code: 'hidden-characters', path: '/events/0/title' }])
  })

  test('with markup stays text', () => {
    const { story } = read({ events: [anEvent({ id: 'a', title: '<img src=x onerror=alert(1)>' })] })
    expect(story?.events.at(0).title.value).toBe('<img src=x onerror=alert(1)>')
  })
})

test('numbers that JSON cannot hold are refused', () => {
  const places = [{ id: 'far', name: 'Far', geometry: { type: 'Point', coordinates: [12345, 0] as [number, number] } as const }]
  const text = JSON.stringify(aStoryFile({ places, events: [anEvent({ id: 'a' })] })).replace('12345', '1e999')
  expect(readStory(text).issues).toMatchObject([{ code: 'lon-range', message: 'longitude Infinity does not exist' }])
})

test('an undated and unplaced event is kept without an issue', () => {
  const { story, issues } = read({ events: [anEvent({ id: 'warning' })] })
  expect(issues).toEqual([])
  expect(story?.events.at(0)).toMatchObject({ id: 'warning', when: null, where: null })
})
