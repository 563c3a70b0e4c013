import { describe, expect, test } from 'vitest'
import { type EraOptions, placeEras } from '../../src/core/eras'
import { aStory } from '../support/a-story'

const WIDTH_PX = 1000
const day = (text: string) => Date.parse(`${text}T00:00Z`)
const domain = [day('2013-01-01'), day('2026-01-01')] as const

function placed(eras: readonly (readonly [title: string, when: string])[], options: Partial<EraOptions> = {}) {
  const story = aStory({ timeZone: 'UTC', eras: eras.map(([title, when], index) => ({ id: `e${index}`, title, when })) })
  return placeEras(story.eras, {
    domain,
    toX: (instant) => ((instant - domain[0]) / (domain[1] - domain[0])) * WIDTH_PX,
    widthPx: WIDTH_PX,
    pageEnd: day('2026-02-26'),
    dayEnd: (instant) => instant + 86_400_000,
    measure: (title) => title.length * 6,
    taken: [],
    ...options,
  })
}

describe('the title of an era', () => {
  test('stands at its start, and in view where that is not', () => {
    const [first, early] = placed([
      ['The agreement', '2015-07-14/2018-05-08'],
      ['Long before', '1979-02-11/2014-01-01'],
    ])
    expect(first?.titleX).toBeCloseTo((first?.x0 ?? 0) + 5)
    expect(early?.titleX).toBe(5)
  })

  test('makes way for what stands in its row', () => {
    const [era] = placed([['The agreement', '2015-07-14/2018-05-08']], { taken: [{ x: 200, widthPx: 40 }] })
    expect(era?.titleX).toBe(248)
  })

  test('of a short era stands beside it, but not on another era', () => {
    const [rounds] = placed([['Five rounds of 2025', '2025-04-12/2025-05-23']])
    expect((rounds?.titleX ?? 0) + 19 * 6).toBeLessThan(rounds?.x0 ?? 0)
    const [between] = placed([
      ['Five rounds of 2025', '2025-04-12/2025-05-23'],
      ['Before', '2020-01-01/2025-04-11'],
    ])
    expect(between?.titleX).toBeNull()
  })

  test('is left out where it has no room; no two touch', () => {
    const all = placed([
      ['From the interim deal to the agreement', '2013-11-24/2015-07-14'],
      ['From agreement to withdrawal', '2015-07-14/2018-05-08'],
    ])
    expect(all.map(({ titleX }) => titleX !== null)).toEqual([false, true])
  })
})

describe('the band of an era', () => {
  test('has hard ends where both are known, and fades where one is not', () => {
    const all = placed([
      ['Known', '2015-07-14/2018-05-08'],
      ['Going on', '2020-01-01/..'],
      ['Since when is not said', '../2016-01-01'],
      ['About', '2019~'],
    ])
    expect(all.map(({ fade }) => fade)).toEqual(['none', 'out', 'in', 'ends'])
    expect(all.map(({ bars }) => bars.length)).toEqual([2, 1, 1, 0])
  })

  test('is dashed where the date is uncertain', () => {
    expect(placed([['Perhaps', '2019?']])[0]?.dashed).toBe(true)
  })

  test('is not there out of the window', () => {
    expect(placed([['Long gone', '1953-08-15/1979-02-11']])).toEqual([])
  })
})
