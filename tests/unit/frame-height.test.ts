import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  frameHeight,
  NOTHING_SAID,
  nextFit,
  nextHeight,
  nextLookMs,
  nextRepeat,
  type Said,
  UNKNOWN_FIT,
} from '../../src/core/frame-height'

interface Look {
  readonly at: number
  readonly px: number
  readonly width?: number
  readonly isAsked?: boolean
}

/** The heights sent for a row of looks, and what was known after them. */
function sent(looks: readonly Look[], from: Said = NOTHING_SAID) {
  let said = from
  const heights: number[] = []
  const times: number[] = []
  for (const { at, px, width = 600, isAsked = false } of looks) {
    const step = nextHeight(said, at, { contentPx: px, widthPx: width, isAsked })
    said = step.said
    if (step.send !== null) {
      heights.push(step.send)
      times.push(at)
    }
  }
  return { heights, times, said }
}

describe('the height that is told', () => {
  test('is rounded up and lies between 200 and 4000', () => {
    expect([776.1, 777, 0, 199.9, 12_000].map(frameHeight)).toEqual([777, 777, 200, 200, 4000])
  })

  test('is told again only where it changed by 2 px', () => {
    const looks = [700, 701, 699, 702, 703, 700].map((px, index) => ({ at: index * 1000, px }))
    expect(sent(looks).heights).toEqual([700, 702, 700])
  })

  test('is told again to a host that asks', () => {
    expect(sent([{ at: 0, px: 700 }, { at: 500, px: 700, isAsked: true }]).heights).toEqual([700, 700]) // biome-ignore format: short
  })

  test('is told at most ten times a second, and too early a look says when to look again', () => {
    const looks = Array.from({ length: 300 }, (_, index) => ({ at: index * 10, px: 700 + (index % 2) * 50, isAsked: true }))
    const { times } = sent(looks)
    expect(times.length).toBe(30)
    expect(times.every((at, index) => index === 0 || at - (times[index - 1] ?? 0) >= 100)).toBe(true)
    const { said } = sent([{ at: 0, px: 700 }])
    expect(nextHeight(said, 30, { contentPx: 900, widthPx: 600, isAsked: false })).toMatchObject({ send: null, retryMs: 70 })
  })
})

describe('a layout that grows with its frame', () => {
  const growing = (everyMs: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({ at: index * everyMs, px: 300 + index * 20 }))

  test('is told ten times that it grew, and then no more', () => {
    const { heights, said } = sent(growing(150, 40))
    expect(heights).toEqual(Array.from({ length: 11 }, (_, index) => 300 + index * 20))
    expect(said.stopped).toBe(true)
    expect(sent([{ at: 60_000, px: 600, isAsked: true }], said).heights).toEqual([])
  })

  test('is no loop where it takes its time, shrinks between, or has another width each time', () => {
    expect(sent(growing(600, 40)).said.stopped).toBe(false)
    expect(sent(Array.from({ length: 40 }, (_, index) => ({ at: index * 150, px: 300 + (index % 3) * 40 }))).said.stopped).toBe(
      false,
    )
    expect(sent(growing(150, 40).map((look, index) => ({ ...look, width: 900 - index }))).said.stopped).toBe(false)
  })

  test('no row of looks makes more than ten growths in five seconds', () => {
    const looks = fc.array(fc.record({ step: fc.integer({ min: 0, max: 400 }), px: fc.integer({ min: 0, max: 5000 }) }), {
      maxLength: 200,
    })
    fc.assert(
      fc.property(looks, (rows) => {
        let at = 0
        const timed = rows.map(({ step, px }) => {
          at += step
          return { at, px }
        })
        const { heights, times } = sent(timed)
        let growths: number[] = []
        for (const [index, at] of times.entries()) {
          const change = (heights[index] ?? 0) - (heights[index - 1] ?? Infinity)
          growths = change < 0 ? [] : [...growths, at]
          expect(growths.filter((each) => at - each < 5000).length).toBeLessThanOrEqual(10)
        }
      }),
    )
  })
})

describe('a host that does not follow', () => {
  interface Given {
    readonly asked?: number | null
    readonly shownSince?: number | null
  }
  const fitAfter = (looks: readonly (readonly [at: number, given: number])[], { asked = 900, shownSince = 0 }: Given = {}) =>
    looks.reduce((fit, [at, givenPx]) => nextFit(fit, at, { askedPx: asked, givenPx, shownSince }), UNKNOWN_FIT)

  test('keeps its own height after 1.5 s', () => {
    expect(fitAfter([[0, 480], [1499, 480]]).fixed).toBe(false) // biome-ignore format: short
    expect(fitAfter([[0, 480], [1500, 480]]).fixed).toBe(true) // biome-ignore format: short
    expect(nextLookMs(fitAfter([[100, 480]]), 400, 0)).toBe(1200)
  })

  test('follows where it gives the height to within 10 px, before anything was asked too', () => {
    expect(fitAfter([[0, 480], [1000, 890], [9000, 890]])).toEqual({ fixed: false, givenPx: 890, offSince: null }) // biome-ignore format: short
    expect(fitAfter([[0, 480], [9000, 480]], { asked: null }).fixed).toBe(false) // biome-ignore format: short
    expect(nextLookMs(fitAfter([[0, 900]]), 5, 0)).toBeNull()
  })

  test('that gives it later is followed from then on', () => {
    expect(fitAfter([[0, 480], [2000, 480], [9000, 700]]).fixed).toBe(true) // biome-ignore format: short
    expect(fitAfter([[0, 480], [2000, 480], [9000, 900]]).fixed).toBe(false) // biome-ignore format: short
  })

  test('is not judged out of view, and soon after the frame came into view', () => {
    const looks = [[0, 480], [9000, 480]] as const // biome-ignore format: short
    expect(fitAfter(looks, { shownSince: null }).fixed).toBe(false)
    expect(nextLookMs(fitAfter(looks, { shownSince: null }), 9000, null)).toBeNull()
    expect(fitAfter(looks, { shownSince: 8900 }).fixed).toBe(false)
    expect(nextLookMs(fitAfter(looks, { shownSince: 8900 }), 9000, 8900)).toBe(150)
    expect(fitAfter(looks, { shownSince: 8750 }).fixed).toBe(true)
  })

  test('that still moves is given time', () => {
    expect(fitAfter([[0, 480], [1000, 600], [2000, 750], [3000, 860]]).fixed).toBe(false) // biome-ignore format: short
  })

  test('is told again after 1, 2, 4, 8, 16 seconds, and then every 16', () => {
    let { said } = sent([{ at: 0, px: 900 }])
    const times: number[] = []
    for (let at = 0; at <= 70_000; at += 1000) {
      const step = nextRepeat(said, at)
      said = step.said
      if (step.send !== null) times.push(at / 1000)
    }
    expect(times).toEqual([1, 3, 7, 15, 31, 47, 63])
  })

  test('is told nothing again once the content went round in a loop', () => {
    const { said } = sent([{ at: 0, px: 900 }])
    expect(nextRepeat({ ...said, stopped: true }, 60_000).send).toBeNull()
    expect(nextRepeat(NOTHING_SAID, 60_000).send).toBeNull()
  })
})
