import { expect, test } from 'vitest'
import { parseSite } from '../../src/build/site-address'

test.each([
  ['https://news.example/talks/', 'https://news.example/talks/'],
  ['https://NEWS.example/', 'https://news.example/'],
])('%s is the address of a site', (text, href) => {
  expect(parseSite(text)).toBe(href)
})

test.each([undefined, '', ' '])('without one there is none: %j', (text) => {
  expect(parseSite(text)).toBeNull()
})

test.each([
  ['news.example/talks/', 'is no address'],
  ['http://news.example/', 'does not start with https://'],
  ['javascript:alert(1)//', 'does not start with https://'],
  ['https://me:secret@news.example/', 'user name or a password'],
  ['https://news.example/talks', 'does not end with a slash'],
  ['https://news.example/?a=/', 'query or a hash'],
  ['https://news.example/?', 'query or a hash'],
  ['https://news.example/#/', 'query or a hash'],
])('%s stops the build with a reason and an example', (text, reason) => {
  expect(() => parseSite(text)).toThrow(reason)
  expect(() => parseSite(text)).toThrow('such as https://example.org/talks/')
})

test('a password is not repeated in the error', () => {
  expect(() => parseSite('https://me:secret@news.example/')).not.toThrow(/secret/)
})
