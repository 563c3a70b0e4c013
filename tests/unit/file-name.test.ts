import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileName } from '../../src/core/file-name'

test.each([
  ['us-iran-2026', 'events', 'csv', '2026-11-23', 'us-iran-2026-events-2026-11-23.csv'],
  ['us-iran-2026', 'Who says what', 'csv', null, 'us-iran-2026-who-says-what.csv'],
  ['us-iran-2026', 'Übersicht / Café', 'GeoJSON', null, 'us-iran-2026-ubersicht-cafe.geojson'],
  ['../../etc/passwd', '..\\x', 'c:sv', null, 'etc-passwd-x.c-sv'],
  ['con', '', 'json', null, 'story-con.json'],
  ['تهران', '', '', null, 'story.txt'],
])('%s, %s, %s, %s', (id, what, extension, day, name) => {
  expect(fileName({ id }, what, extension, day)).toBe(name)
})

test('any name is one that every file system takes', () => {
  const text = fc.string({ unit: 'binary' })
  fc.assert(
    fc.property(text, text, text, fc.option(text), (id, what, extension, day) => {
      expect(fileName({ id }, what, extension, day)).toMatch(
        /^(?!(con|prn|aux|nul|com\d|lpt\d)\.)[a-z0-9](-?[a-z0-9])*\.[a-z0-9](-?[a-z0-9])*$/,
      )
    }),
  )
})
