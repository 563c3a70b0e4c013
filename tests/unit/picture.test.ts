import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isInRange } from '../../src/adapters/picture-file'
import { OWN_PX, PICTURE_SIZES, pictureSheet, wrapText } from '../../src/core/picture'
import { plainColor } from '../../src/views/picture-flat'

const width = (text: string): number => text.length * 7

test('each size is what its name says', () => {
  expect(pictureSheet('card', 0)).toMatchObject({ widthPx: 1200, heightPx: 675 })
  expect(pictureSheet('screen', 0)).toMatchObject({ widthPx: 1920, heightPx: 1080 })
  expect(pictureSheet('a4', 0)).toMatchObject({ widthPx: 2480, heightPx: null, widthMm: 210 })
  expect(pictureSheet('own', 1000)).toMatchObject({ widthPx: 1000, heightPx: null })
})

test('a width of one’s own is held to what can be drawn and read', () => {
  fc.assert(
    fc.property(fc.oneof(fc.integer(), fc.double()), (px) => {
      const { widthPx } = pictureSheet('own', px)
      expect(Number.isInteger(widthPx) && widthPx >= OWN_PX.least && widthPx <= OWN_PX.most).toBe(true)
    }),
  )
})

test('no picture is smaller than its drawing: text never goes below the size it is set in', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PICTURE_SIZES), fc.integer({ min: 1, max: 9000 }), (size, px) => {
      const { widthPx, layoutPx } = pictureSheet(size, px)
      expect(widthPx).toBeGreaterThanOrEqual(layoutPx)
    }),
  )
})

test('wrapping keeps every letter, and no line is wider than it may be', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, maxLength: 60 })), fc.integer({ min: 20, max: 400 }), (words, maxPx) => {
      const text = words.join(' ')
      const lines = wrapText(text, maxPx, width)
      const bare = (part: string): string => part.replaceAll(' ', '')
      expect(bare(lines.join(''))).toBe(bare(text))
      for (const line of lines) expect(width(line) <= maxPx || [...line].length === 1).toBe(true)
    }),
  )
})

test('an address is broken after its signs', () => {
  expect(wrapText('https://parley.example/?event=geneva&party=iran', 26 * 7, width)).toEqual([
    'https://parley.example/?',
    'event=geneva&party=iran',
  ])
})

test('computed colours become plain ones', () => {
  expect(plainColor('rgb(22, 24, 29)')).toEqual({ hex: '#16181d', opacity: 1 })
  expect(plainColor('rgba(0, 0, 0, 0)')).toEqual({ hex: '#000000', opacity: 0 })
  expect(plainColor('color(srgb 0.5 1 0 / 0.4)')).toEqual({ hex: '#80ff00', opacity: 0.4 })
  expect(plainColor('none')).toBeNull()
  expect(plainColor('url("#hatch")')).toBeNull()
})

test('a font is brought where one of its letters is set', () => {
  const letters = new Set([0x41, 0x17e])
  expect(isInRange('U+0100-0130, U+0154-017F', letters)).toBe(true)
  expect(isInRange('U+0041', letters)).toBe(true)
  expect(isInRange('U+0600-06FF', letters)).toBe(false)
  expect(isInRange('', letters)).toBe(true)
})
