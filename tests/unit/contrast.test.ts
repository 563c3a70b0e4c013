import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

/** Custom properties of the sheet that have a colour for light and one for dark, and the colours of the story's parties. */
const tokens = new Map(
  [...read('src/views/page.css').matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, [light, dark] as const],
  ),
)
for (const { id, color } of JSON.parse(read('data/us-iran-2026.json')).parties) {
  tokens.set(`party ${id}`, [color.light, color.dark])
}

/** Relative luminance of `#rrggbb`. Source: WCAG 2.2, definition of relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Source: WCAG 2.2, definition of contrast ratio. */
function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (lighter + 0.05) / (darker + 0.05)
}

const TEXT = 4.5
const SIGN = 3
const parties = [...tokens.keys()].filter((name) => name.startsWith('party '))
const PAIRS: readonly (readonly [string, string, number])[] = [
  ...['ink', 'ink-2', 'joint', 'accent', ...parties].map((name) => [name, 'paper', TEXT] as const),
  ...['ink', 'ink-2'].map((name) => [name, 'panel', TEXT] as const),
  ...['ink', 'ink-2', 'country'].map((name) => [name, 'land', TEXT] as const),
  ...['ink', 'ink-2', 'sea-name'].map((name) => [name, 'sea', TEXT] as const),
  ['ink', 'day', TEXT],
  ['ink-2', 'day', TEXT],
  ...['accent', ...parties].flatMap((name) => ['land', 'sea', 'day'].map((ground) => [name, ground, SIGN] as const)),
]

describe.each(['light', 'dark'] as const)('in %s colours', (theme) => {
  test.each(PAIRS)('%s on %s has a contrast of at least %d', (name, ground, least) => {
    const index = theme === 'light' ? 0 : 1
    const [sign, under] = [tokens.get(name)?.[index], tokens.get(ground)?.[index]]
    if (!sign || !under) throw new Error(`No colour for ${name} or ${ground}`)
    expect(contrast(sign, under)).toBeGreaterThanOrEqual(least)
  })
})
