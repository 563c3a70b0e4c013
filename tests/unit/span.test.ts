import { describe, expect, test } from 'vitest'
import { dayStart } from '../../src/core/axis-levels'
import { type SpanOptions, spanOf } from '../../src/core/span'
import type { When } from '../../src/core/types'
import { anEvent, aStory } from '../support/a-story'

const DAY = 86_400_000
const start = Date.parse('2026-02-12T00:00Z')
/** 50 px a day from 12 February on; the page tells up to the end of the 26th, at 750 px. */
const options: SpanOptions = {
  toX: (instant) => ((instant - start) / DAY) * 50,
  widthPx: 1300,
  radiusPx: 7,
  pageEnd: start + 15 * DAY - 1,
  dayEnd: (instant) => dayStart(instant, 'UTC', 1),
}

function span(when: string, more: { approximate?: boolean; occurs?: 'within' } = {}) {
  const event = aStory({ timeZone: 'UTC', events: [anEvent({ id: 'e', when, ...more })] }).events.at(0)
  return spanOf(event.when as When, options)
}

describe('a time is drawn as far as it is known', () => {
  test('a clock time as a mark', () => {
    expect(span('2026-02-14T12:00Z')).toMatchObject({ form: 'instant', markX: 125, bars: [] })
  })

  test('about a time: soft on both sides', () => {
    expect(span('2026-02-14T12:00Z', { approximate: true })).toMatchObject({ form: 'about', x0: 107, x1: 143, markX: 125 })
  })

  test('a day as wide as the day, without bars', () => {
    const drawn = span('2026-02-14')
    expect(drawn).toMatchObject({ form: 'day', x0: 100, bars: [], dashed: false })
    expect(drawn.x1).toBeCloseTo(150, 3)
  })

  test('an uncertain day with a dashed edge', () => {
    expect(span('2026-02-14?')).toMatchObject({ form: 'day', dashed: true })
  })

  test('a range with a bar at both ends and its mark in the middle', () => {
    const drawn = span('2026-02-14/2026-02-15')
    expect(drawn).toMatchObject({ form: 'range', bars: [drawn.x0, drawn.x1] })
    expect(drawn.markX).toBeCloseTo(150, 3)
  })

  test('some time within a span: no bars', () => {
    expect(span('2026-03-02/2026-03-08', { occurs: 'within' })).toMatchObject({ form: 'within', bars: [] })
  })

  test('hours with a known start end with their day', () => {
    const drawn = span('2026-02-26T10:00Z/..')
    expect(drawn).toMatchObject({ form: 'hours', bars: [drawn.x0] })
    expect(drawn.x1).toBeCloseTo(750, 3)
  })

  test('an open end fades just past the page’s date', () => {
    const drawn = span('2026-02-21/..')
    expect(drawn).toMatchObject({ form: 'open-end', x0: 450, bars: [450] })
    expect(drawn.x1).toBeCloseTo(786, 3)
  })

  test('an open start ends with a bar at the page’s date, its mark just before', () => {
    const drawn = span('../2026-02-26')
    expect(drawn.form).toBe('open-start')
    expect(drawn.bars).toEqual([drawn.x1])
    expect(drawn.x1).toBeCloseTo(750, 3)
    expect(drawn.markX).toBeLessThan(drawn.x1)
  })
})

test('a long range keeps its mark in view while a part of it is', () => {
  const { markX } = span('2025-01-01/2026-02-20')
  expect(markX).toBeGreaterThan(0)
  expect(markX).toBeLessThan(450)
})
