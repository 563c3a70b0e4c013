import { readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { crc32, deflateSync, inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { makePreviews } from '../../src/build/preview'
import { previewAlt } from '../../src/build/preview-names'
import { previewPage } from '../../src/build/preview-page'
import { smallerPng } from '../../src/build/smaller-png'
import { readStory } from '../../src/core/story'
import { anEvent, aStory } from '../support/a-story'

afterEach(() => vi.unstubAllEnvs())

describe('what the pictures show, in words', () => {
  test('is title, places in the frame, ships, lanes and date of our story', () => {
    const file = readFileSync(resolve(import.meta.dirname, '../../data/us-iran-2026.json'))
    const { story } = readStory(file)
    expect(story && previewAlt(story).replaceAll('\u2009', ' ')).toBe(
      'Map and timeline: Three rounds of talks, two carriers, no deal yet. ' +
        'The map shows US government, St Kitts, Geneva, Vienna, Souda Bay, Government of Iran and Government of Oman, ' +
        'and where USS Gerald R. Ford and USS Abraham Lincoln were last reported. ' +
        'The timeline runs 12 Feb – 9 Mar 2026, with lanes for US, Talks, Carriers, Iran and Oman. As of 26 February 2026.',
    )
  })

  test('names no place without an event in the opening window, and no map where nothing is placed', () => {
    const nowhere = aStory({ title: 'Talks', places: [], events: [anEvent({ id: 'talks', when: '2026-02-26' })] })
    expect(previewAlt(nowhere)).toMatch(/^Map and timeline: Talks\./)
    expect(previewAlt(nowhere)).not.toContain('The map')
  })
})

test('the page that is photographed holds the story’s words as text', () => {
  const title = '<img src=x onerror=alert(1)> & "co"'
  const { document } = new JSDOM(previewPage(aStory({ title }), ['h1 { color: red }'])).window
  expect(document.querySelector('h1')?.textContent).toBe(title)
  expect(document.querySelectorAll('img')).toHaveLength(0)
  expect([...document.querySelectorAll('iframe')].map((frame) => frame.name)).toEqual(['timeline', 'map'])
})

describe('a build without a browser', () => {
  const options = async () => ({
    out: await mkdtemp(join(tmpdir(), 'parley-preview-')),
    story: aStory({ title: 'Talks' }),
    css: '',
    page: ['of a test'],
    writePage: async () => '',
  })

  test('goes on, and says why there are no pictures', async () => {
    vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium')
    const { out, ...rest } = await options()
    const said = await makePreviews({ out, ...rest })
    expect(said).toMatch(/^No pictures .* CHROMIUM_PATH names \/nowhere\/chromium/)
    expect(await readdir(out)).toEqual([])
    await rm(out, { recursive: true })
  })

  test('looks for none where only kept pictures are wanted', async () => {
    vi.stubEnv('PARLEY_PREVIEWS', 'kept')
    const { out, ...rest } = await options()
    expect(await makePreviews({ out, ...rest })).toContain('none are kept')
    await rm(out, { recursive: true })
  })
})

/** A PNG of RGB pixels, each row under the filter of its number. */
function pngOf(width: number, rows: readonly { readonly filter: number; readonly bytes: readonly number[] }[]): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(rows.length, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const chunk = (type: string, data: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const number = (value: number): Buffer =>
      Buffer.from([value >>> 24, value >>> 16, value >>> 8, value].map((each) => each & 255))
    return Buffer.concat([number(data.length), named, number(crc32(named))])
  }
  const data = Buffer.concat(rows.map(({ filter, bytes }) => Buffer.from([filter, ...bytes])))
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(data, { level: 0 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Rows of a PNG as the standard has them rebuilt: written anew from it, byte by byte. */
function pixelsOf(png: Buffer): readonly number[] {
  const width = png.readUInt32BE(16) * 3
  let data = Buffer.alloc(0)
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      data = Buffer.concat([data, png.subarray(at + 8, at + 8 + png.readUInt32BE(at))])
  }
  const raw = inflateSync(data)
  const pixels: number[] = []
  for (let row = 0; row * (width + 1) < raw.length; row++) {
    for (let x = 0; x < width; x++) {
      const at = (dx: number, dy: number): number => (x + dx < 0 || row + dy < 0 ? 0 : (pixels[(row + dy) * width + x + dx] ?? 0))
      const [a, b, c] = [at(-3, 0), at(0, -1), at(-3, -1)]
      const paeth = [a, b, c].sort((p, q) => Math.abs(a + b - c - p) - Math.abs(a + b - c - q))[0] ?? 0
      const by = [0, a, b, Math.floor((a + b) / 2), paeth][raw[row * (width + 1)] ?? 0] ?? 0
      pixels.push(((raw[row * (width + 1) + 1 + x] ?? 0) + by) % 256)
    }
  }
  return pixels
}

test('a picture in fewer bytes is the same picture', () => {
  const size = 7
  const row = fc.record({
    filter: fc.integer({ min: 0, max: 4 }),
    bytes: fc.array(fc.integer({ min: 0, max: 255 }), { minLength: size * 3, maxLength: size * 3 }),
  })
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
      const png = pngOf(size, rows)
      expect(pixelsOf(smallerPng(png))).toEqual(pixelsOf(png))
    }),
  )
  const even = pngOf(
    size,
    Array.from({ length: 40 }, () => ({ filter: 0, bytes: Array.from({ length: size * 3 }, () => 9) })),
  )
  expect(smallerPng(even).length).toBeLessThan(even.length / 4)
})
