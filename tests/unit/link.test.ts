import { expect, test } from 'vitest'
import { linkProblem, parseLink } from '../../src/core/link'

test.each([
  ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
  ['https://EXAMPLE.org', 'https://example.org/'],
  [' https://example.org/ ', 'https://example.org/'],
  ['https://example.org/\u202egnp', 'https://example.org/%E2%80%AEgnp'],
])('an address that is whole and https is linked: %s', (text, href) => {
  expect(parseLink(text)).toBe(href)
})

test.each([
  ['javascript:alert(1)', 'url-scheme'],
  ['JaVa\nscript:alert(1)', 'url-scheme'],
  ['\u0001javascript:alert(1)', 'url-scheme'],
  ['java\tscript:alert(1)', 'url-scheme'],
  ['data:text/html,<script>', 'url-scheme'],
  ['vbscript:x', 'url-scheme'],
  ['blob:https://example.org/1', 'url-scheme'],
  ['file:///etc/passwd', 'url-scheme'],
  ['http://example.org/', 'url-scheme'],
  ['https://good.com@evil.com/', 'url-credentials'],
  ['https://user:pass@example.org/', 'url-credentials'],
  ['//evil.com', 'url-syntax'],
  ['\\\\evil.com', 'url-syntax'],
  ['/path', 'url-syntax'],
  ['example.org', 'url-syntax'],
  ['', 'url-syntax'],
  ['https://', 'url-syntax'],
  [`https://example.org/${'x'.repeat(2048)}`, 'url-long'],
])('%j is not linked', (text, code) => {
  expect(linkProblem(text)?.code).toBe(code)
})
