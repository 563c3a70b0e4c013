import fc from 'fast-check'
import { expect, test } from 'vitest'
import { densityOf, overviewOf } from '../../src/core/overview'

const day = (text: string) => Date.parse(`${text}T00:00Z`)
const opening = [day('2026-02-11'), day('2026-03-10')] as const
const base = { opening, timeZone: 'UTC', widthPx: 1300, historyPx: 110 }

test('years long before the opening get a stretch of their own', () => {
  const overview = overviewOf({ ...base, extent: [day('2013-11-24'), day('2026-03-09')] })
  expect(overview.history).toEqual([day('2013-01-01'), day('2026-01-01')])
  expect(overview.toX(day('2026-01-01'))).toBe(110)
  expect(overview.toX(day('2026-02-26')) - overview.toX(day('2026-02-25'))).toBeGreaterThan(15)
})

test('a story of some weeks needs no break', () => {
  expect(overviewOf({ ...base, extent: [day('2026-02-01'), day('2026-03-09')] }).history).toBeNull()
})

test('every event is in one bar, of the years before the break or of the days after it', () => {
  const extent = [day('2013-11-24'), day('2026-03-09')] as const
  const overview = overviewOf({ ...base, extent })
  fc.assert(
    fc.property(fc.array(fc.integer({ min: extent[0], max: extent[1] })), (instants) => {
      const sorted = [...instants].sort((a, b) => a - b)
      const bars = densityOf(overview, sorted, 'UTC')
      const total = bars.reduce((sum, bar) => sum + bar.count, 0)
      expect(total).toBe(sorted.length)
      for (const [index, bar] of bars.entries()) expect(bar.x0).toBeGreaterThanOrEqual(bars[index - 1]?.x1 ?? 0)
    }),
  )
})

test('the strip reads back what it shows', () => {
  const overview = overviewOf({ ...base, extent: [day('2013-11-24'), day('2026-03-09')] })
  for (const text of ['2014-06-01', '2026-01-15', '2026-02-26']) {
    expect(Math.abs(overview.toInstant(overview.toX(day(text))) - day(text))).toBeLessThan(1000)
  }
})
