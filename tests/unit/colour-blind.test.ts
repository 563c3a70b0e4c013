import { readFileSync } from 'node:fs'
import {
  type Color,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
} from 'culori'
import { describe, expect, test } from 'vitest'

const story: { parties: { id: string; color: { light: string; dark: string } }[] } = JSON.parse(
  readFileSync(new URL('../../data/us-iran-2026.json', import.meta.url), 'utf8'),
)
/** The parties of the negotiation; all others share one grey. */
const palette = story.parties.filter(({ id }) => ['us', 'iran', 'oman'].includes(id))
const difference = differenceCiede2000()
/**
 * How a colour is seen, and the least difference (CIEDE2000; 1 is just seen) between two parties. Blue and green come near each other
 * only for the one in ten thousand who has no blue cones; letters and shapes tell the parties apart for everyone.
 */
const SIGHTS: Readonly<Record<string, { see(color: Color): Color; least: number }>> = {
  'full colour sight': { see: (color) => color, least: 20 },
  'no red cones': { see: filterDeficiencyProt(1), least: 10 },
  'no green cones': { see: filterDeficiencyDeuter(1), least: 10 },
  'no blue cones': { see: filterDeficiencyTrit(1), least: 5 },
}

describe.each(['light', 'dark'] as const)('in %s colours', (theme) => {
  test.each(Object.entries(SIGHTS))('the parties are told apart with %s', (_, { see, least }) => {
    const near = palette.flatMap((a, index) =>
      palette.slice(index + 1).flatMap((b) => {
        const [one, other] = [parse(a.color[theme]), parse(b.color[theme])]
        if (!one || !other) throw new Error(`No colour for ${a.id} or ${b.id}`)
        const apart = difference(see(one), see(other))
        return apart < least ? [`${a.id} and ${b.id}: ${apart.toFixed(1)}`] : []
      }),
    )
    expect(near).toEqual([])
  })
})
