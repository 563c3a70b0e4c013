import { expect, test } from 'vitest'
import { leadsAway } from '../../src/adapters/outward-links'
import { type Capabilities, capabilitiesOf, type Environment } from '../../src/core/capabilities'

const PLAIN: Environment = {
  isFramed: false,
  isOpaque: false,
  sandbox: null,
  says: { fullscreen: true, print: true, clipboard: null },
}
const all: Capabilities = { fullscreen: true, popups: true, downloads: true, print: true, clipboard: true }
const words = (text: string) => new Set(text.split(' '))

test.each<[string, Partial<Environment>, Partial<Capabilities>]>([
  ['a page of its own has everything', {}, {}],
  ['a page from disk has no origin and has everything', { isOpaque: true }, {}],
  ['a frame with an origin is taken for one without a sandbox', { isFramed: true }, {}],
  [
    'a frame without an origin is taken for the strictest sandbox',
    { isFramed: true, isOpaque: true },
    { popups: false, downloads: false, print: false },
  ],
  [
    'a sandbox that can be read is believed',
    { isFramed: true, sandbox: words('allow-scripts allow-same-origin allow-popups') },
    { downloads: false, print: false },
  ],
  [
    'so is the browser',
    { says: { fullscreen: null, print: false, clipboard: false } },
    { fullscreen: false, print: false, clipboard: false },
  ],
])('%s', (_name, environment, missing) => {
  expect(capabilitiesOf({ ...PLAIN, ...environment })).toEqual({ ...all, ...missing })
})

test.each([
  ['https://outlet.example/article', true],
  ['./?event=a', true],
  ['./embed.html?event=b', true],
  ['#corrections', false],
  ['./embed.html?event=a#list', false],
  ['http://[', false],
])('a link leads away from the page or stays on it: %s', (href, leads) => {
  expect(leadsAway(href, 'https://site.example/news/embed.html?event=a#?secret=1')).toBe(leads)
})
