import { readFileSync } from 'node:fs'
import { interpolate, wcagContrast } from 'culori'
import { describe, expect, test } from 'vitest'

const read = (path: string): string => readFileSync(new URL(`../../src/views/${path}`, import.meta.url), 'utf8')
const tokensOf = (css: string) =>
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, [light, dark]] as const,
  )
/** The page's colours, and over them those of present mode. */
const tokens = new Map([...tokensOf(read('page.css')), ...tokensOf(read('present.css'))])

const TEXT: readonly (readonly [string, string])[] = [
  ...['ink', 'ink-2', 'accent'].map((name) => [name, 'paper'] as const),
  ['ink', 'panel'],
  ['ink-2', 'panel'],
  ['ink', 'day'],
  ['ink-2', 'day'],
  ['ink', 'sea'],
  ['ink', 'land'],
  ['country', 'land'],
  ['sea-name', 'sea'],
  ['off', 'paper'],
  ['off', 'panel'],
]

/** How strong the sheet draws a bar, and what part of that in the dark. */
const [FIRM, DARKER] = [/\.body\.firm \{\s*opacity: (0\.\d+)/, /\.body[^{]*\{\s*fill: light-dark\(.*var\(--party\) (\d+%)/].map(
  (pattern) => {
    const found = pattern.exec(read('present.css'))?.[1] ?? ''
    return Number.parseFloat(found) / (found.endsWith('%') ? 100 : 1)
  },
) as [number, number]
const { parties } = JSON.parse(readFileSync(new URL('../../data/us-iran-2026.json', import.meta.url), 'utf8'))

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('presented in %s colours', (_theme, index) => {
  const color = (name: string): string => {
    const found = tokens.get(name)?.[index]
    if (!found) throw new Error(`No colour for ${name}`)
    return found
  }

  test.each(TEXT)('%s on %s has a contrast of at least 7', (name, ground) => {
    expect(wcagContrast(color(name), color(ground))).toBeGreaterThanOrEqual(7)
  })

  test('a title on a bar keeps 7 even without its halo, over the day of the story too', () => {
    const strength = FIRM * (index === 0 ? 1 : DARKER)
    for (const { id, color: own } of parties)
      for (const ground of ['paper', 'day']) {
        const bar = interpolate([color(ground), index === 0 ? own.light : own.dark], 'rgb')(strength)
        expect(wcagContrast(color('ink'), bar), `${id} on ${ground}`).toBeGreaterThanOrEqual(7)
      }
  })

  test('coasts and borders can be told from land', () => {
    for (const name of ['coast', 'border', 'hairline']) {
      expect(wcagContrast(color(name), color('land')), name).toBeGreaterThanOrEqual(name === 'hairline' ? 2 : 3)
    }
  })
})
