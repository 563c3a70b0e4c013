import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openRecords } from '../../src/core/open-records'
import { type Report, reportLink, reportOf, reportTarget } from '../../src/core/report'
import type { EventId, LayerId } from '../../src/core/types'
import { reportWords } from '../../src/core/words/report-words'
import { anEvent, aStory } from '../support/a-story'

const story = { title: 'Talks', edition: '2, 1 March 2026', asOf: 'Thu, 26 Feb 2026' }
const record = { name: 'Event: Third round', address: 'https://news.example/?event=third', sourceUrl: null }

describe('the text of a report', () => {
  test('names story, record, address and edition, and asks what is wrong', () => {
    expect(reportOf(story, record, reportWords)).toEqual({
      subject: 'Error in “Talks”',
      body: [
        'Story: Talks',
        'Event: Third round',
        'Address: https://news.example/?event=third',
        'Edition: 2, 1 March 2026',
        'As of: Thu, 26 Feb 2026',
        '',
        'What is wrong, and how you know:',
        '',
      ].join('\n'),
    })
  })

  test('leaves out what the file does not say', () => {
    const { body } = reportOf({ ...story, edition: '', asOf: null }, { ...record, name: null }, reportWords)
    expect(body).toBe('Story: Talks\nAddress: https://news.example/?event=third\n\nWhat is wrong, and how you know:\n')
  })

  test('holds long names on one short line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', maxLength: 400 }), (title, name) => {
        const { subject, body } = reportOf({ ...story, title }, { ...record, name }, reportWords)
        expect(subject).not.toMatch(/[\r\n]/)
        expect(body.split('\n')).toHaveLength(8)
        expect(Math.max(...body.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(175)
      }),
    )
  })
})

describe('the link of a report', () => {
  const texts = fc.record({ subject: fc.string({ unit: 'binary' }), body: fc.string({ unit: 'binary' }) })
  const whole = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd')

  test('to a mail address holds subject and body, percent-encoded, and nothing else', () => {
    fc.assert(
      fc.property(texts, (report: Report) => {
        const link = reportLink('mailto:desk@example.org', report)
        expect(link).toMatch(/^mailto:desk@example\.org\?subject=[\w%.!~*'()-]*&body=[\w%.!~*'()-]*$/)
        const [subject = '', body = ''] = link.slice(link.indexOf('?subject=') + 9).split('&body=')
        expect(decodeURIComponent(subject)).toBe(whole(report.subject))
        expect(decodeURIComponent(body)).toBe(whole(report.body).replace(/\r?\n/g, '\r\n'))
      }),
    )
  })

  test.each([
    'https://example.org/report',
    'https://example.org/report?kind=map',
    'https://example.org/report?',
    'https://example.org/report?kind=map#form',
  ])('to %s adds title and body to its query', (to) => {
    fc.assert(
      fc.property(texts, (report: Report) => {
        const url = new URL(reportLink(to, report))
        const own = new URL(to)
        expect(url.origin + url.pathname + url.hash).toBe(own.origin + own.pathname + own.hash)
        expect(url.searchParams.get('kind')).toBe(own.searchParams.get('kind'))
        expect(url.searchParams.get('title')).toBe(whole(report.subject))
        expect(url.searchParams.get('body')).toBe(whole(report.body))
      }),
    )
  })

  test('says where it leads', () => {
    expect(reportTarget('mailto:desk@example.org')).toEqual({ isMail: true, name: 'desk@example.org' })
    expect(reportTarget('https://example.org/report?x')).toEqual({ isMail: false, name: 'example.org' })
  })
})

describe('the records of an open event', () => {
  const file = aStory({
    layers: [
      { id: 'article', name: 'The article' },
      { id: 'reports', name: 'Reports' },
      { id: 'later', name: 'Later', shown: false },
    ],
    events: [
      anEvent({ id: 'third', when: '2026-02-26' }),
      anEvent({ id: 'hour', refines: 'third', layer: 'reports', when: '2026-02-26' }),
      anEvent({ id: 'doubt', refines: 'third', layer: 'later', when: '2026-03-05' }),
    ],
  })
  const ids = (layers: readonly string[], id: string | null, known: number | null = null) =>
    openRecords(file, { layers: new Set(layers as LayerId[]), known }, id as EventId | null).map((event) => event.id)

  test('are its own and those of shown layers that add to it', () => {
    expect(ids(['article', 'reports'], 'third')).toEqual(['third', 'hour'])
    expect(ids(['article'], 'third')).toEqual(['third'])
  })

  test('are as they were known', () => {
    expect(ids(['article', 'reports', 'later'], 'third', Date.parse('2026-03-01'))).toEqual(['third', 'hour'])
  })

  test('are none where no event is open, or where it is hidden', () => {
    expect(ids(['article'], null)).toEqual([])
    expect(ids(['reports'], 'third')).toEqual([])
  })
})
