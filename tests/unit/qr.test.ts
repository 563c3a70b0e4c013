import fc from 'fast-check'
import jsqr from 'jsqr'
import { describe, expect, test } from 'vitest'
import { type QrCode, QUIET_ZONE, qrCode } from '../../src/core/qr'

const PX = 4

/** Draws the path, as a browser fills it, and reads the picture. */
function scan({ side, d }: QrCode): string | null {
  const width = side * PX
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x, y, length] of d.matchAll(/M(\d+),(\d+)h(\d+)v1h-\d+z/g)) {
    for (let py = Number(y) * PX; py < (Number(y) + 1) * PX; py++) {
      for (let px = Number(x) * PX; px < (Number(x) + Number(length)) * PX; px++)
        pixels.fill(0, (py * width + px) * 4, (py * width + px) * 4 + 3)
    }
  }
  return jsqr(pixels, width, width)?.data ?? null
}

const made = (text: string): QrCode => {
  const code = qrCode(text)
  if (code === null) throw new Error('too long')
  return code
}

describe('a QR code', () => {
  test.each([
    'https://parley.example/',
    'https://parley.example/?e=geneva-round-3&t=2026-02-12_2026-03-09&c=6.1,46.2,5&p=us~iran',
    `https://parley.example/?s=${'a'.repeat(600)}`,
    'https://parley.example/?s=%D8%AA%D9%87%D8%B1%D8%A7%D9%86#é',
  ])('of %s is read back by another library', (address) => {
    expect(scan(made(address))).toBe(address)
  })

  test('of any address is read back', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (address) => {
        expect(scan(made(address))).toBe(address)
      }),
      { numRuns: 20 },
    )
  })

  test('leaves a margin of four modules on every side', () => {
    const { d, size, side } = made('https://parley.example/')
    const runs = [...d.matchAll(/M(\d+),(\d+)h(\d+)/g)].map(([, x, y, length]) => [
      Number(x),
      Number(x) + Number(length),
      Number(y),
    ])
    expect(side).toBe(size + 2 * QUIET_ZONE)
    expect(Math.min(...runs.flatMap(([x = 0, , y = 0]) => [x, y]))).toBe(QUIET_ZONE)
    expect(Math.max(...runs.flatMap(([, x = 0, y = 0]) => [x, y + 1]))).toBe(QUIET_ZONE + size)
  })

  test('survives a stain over a tenth of its side', () => {
    const { modules, ...code } = made('https://parley.example/?e=geneva-round-3')
    const [from, to] = [Math.floor(code.size * 0.45), Math.floor(code.size * 0.55)]
    const isStained = (x: number, y: number) => x >= from && x < to && y >= from && y < to
    const d = modules
      .flatMap((row, y) =>
        row.map((isDark, x) => (isDark && !isStained(x, y) ? `M${x + QUIET_ZONE},${y + QUIET_ZONE}h1v1h-1z` : '')),
      )
      .join('')
    expect(scan({ ...code, modules, d })).toBe('https://parley.example/?e=geneva-round-3')
  })

  test('of a text that does not fit is none', () => {
    expect(qrCode('a'.repeat(2331))).not.toBeNull()
    expect(qrCode('a'.repeat(2332))).toBeNull()
  })
})
