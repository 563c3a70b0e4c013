import { expect, test } from 'vitest'
import { parseReportTo, reportToProblem } from '../../src/core/report-to'
import { readStory } from '../../src/core/story'
import { anEvent, aStoryFile } from '../support/a-story'

test.each([
  ['mailto:desk@example.org', 'mailto:desk@example.org'],
  ['MAILTO:first.last+errors@news.example.org', 'mailto:first.last+errors@news.example.org'],
  ['https://example.org/errors?story=1', 'https://example.org/errors?story=1'],
  ['https://EXAMPLE.org', 'https://example.org/'],
])('errors can be reported to %s', (text, href) => {
  expect(parseReportTo(text)).toBe(href)
})

test.each([
  ['mailto:', 'report-to'],
  ['mailto:desk', 'report-to'],
  ['mailto:desk@localhost', 'report-to'],
  ['mailto:a@example.org,b@example.org', 'report-to'],
  ['mailto:a@example.org?bcc=b@example.org', 'report-to'],
  ['mailto:a%40example.org', 'report-to'],
  ['mailto:"a b"@example.org', 'report-to'],
  [' mailto:a@example.org', 'report-to'],
  ['mailto:a@example.org\nBcc: b@example.org', 'report-to'],
  [`mailto:${'a'.repeat(260)}@example.org`, 'report-to'],
  ['desk@example.org', 'report-to'],
  ['http://example.org/', 'report-to'],
  ['javascript:alert(1)', 'report-to'],
  ['tel:+41000000', 'report-to'],
  ['example.org', 'url-syntax'],
  ['', 'url-syntax'],
  ['https://user:pass@example.org/', 'url-credentials'],
])('%j is refused, with a reason', (text, code) => {
  expect(reportToProblem(text)).toMatchObject({ code, message: expect.stringMatching(/./), fix: expect.stringMatching(/./) })
})

test('a bad address for errors is told with its place, and only it is left out', () => {
  const file = {
    ...aStoryFile({ title: 'Talks', attribution: 'Desk', events: [anEvent({ id: 'a' })] }),
    reportTo: 'desk@example.org',
  }
  const { story, issues } = readStory(JSON.stringify(file, null, 2))
  expect(story).toMatchObject({ reportTo: null, title: { value: 'Talks' }, attribution: { value: 'Desk' } })
  expect(issues).toMatchObject([
    { severity: 'error', code: 'report-to', path: '/reportTo', line: expect.any(Number), fix: 'write "mailto:desk@example.org"' },
  ])
})

test('a story without one has none', () => {
  expect(readStory(JSON.stringify(aStoryFile({ events: [anEvent({ id: 'a' })] }))).story?.reportTo).toBeNull()
})
