import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clearOf } from '../../src/core/axis'
import { matchingEvents } from '../../src/core/derive'
import { fromFields, isDayEnd, type LineUnit, pointerUnit, snapLine, stepLine, toFields } from '../../src/core/now-line'
import { countOf, firstStop, type Stop, stepInstant, stopAt, stopsOf, thenOf } from '../../src/core/stops'
import type { EventId } from '../../src/core/types'
import { initialState } from '../../src/state/state'
import { aMapStory } from '../support/a-map'
import { anEvent, aStory } from '../support/a-story'

const zurich = (text: string) => Date.parse(`${text}+01:00`)
const endOf = (day: string) => zurich(`${day}T23:59:59.999`)

describe('the instant at which it is then', () => {
  const then = (when: string, more: object = {}) => {
    const [event] = [...aStory({ events: [anEvent({ id: 'e', when, ...more })] }).events]
    return event?.when ? thenOf(event.when) : null
  }
  test.each([
    ['a clock time is itself', '2026-02-26T09:00+02:00', zurich('2026-02-26T08:00')],
    ['a day is its end', '2026-02-26', endOf('2026-02-26')],
    ['a range of days is the end of its first', '2026-02-23/2026-02-26', endOf('2026-02-23')],
    ['a range of months is the end of its first', '2026-01/2026-03', endOf('2026-01-31')],
    ['what goes on is the end of its first day', '2026-02-21/..', endOf('2026-02-21')],
    ['a clock time whose end is not known is itself', '2026-02-26T10:00+01:00/', zurich('2026-02-26T10:00')],
    ['an unknown start is the known end', '/2026-02-26', endOf('2026-02-26')],
    ['an open start is the known end', '../2026-02-26', endOf('2026-02-26')],
    ['a month is its end', '2026-02', endOf('2026-02-28')],
    ['a year is its end', '2025', endOf('2025-12-31')],
  ])('%s', (_, when, at) => {
    expect(then(when)).toBe(at)
  })

  test('a day is over where it is, not where the story is', () => {
    const events = [anEvent({ id: 'e', when: '2026-02-26', where: { place: 'tehran' } })]
    const [event] = [...aStory({ events }).events]
    expect(event?.when && thenOf(event.when)).toBe(Date.parse('2026-02-26T20:29:59.999Z'))
  })
})

describe('the stops of a story with a ship', () => {
  const story = aMapStory()
  const { layers } = initialState(story)
  const events = matchingEvents(story, initialState(story))
  const stops = stopsOf(story, events, { layers, brush: null, asKnown: false })
  const left = zurich('2026-02-26T08:00')
  const hours = stops.flatMap(({ at, reach }) => (reach ? [(at - left) / 3_600_000] : []))

  test('are in the order of time', () => {
    expect(stops.map(({ at }) => at)).toEqual(stops.map(({ at }) => at).sort((a, b) => a - b))
  })

  test('show the ship’s area every two hours until 24 are over, and once afterwards', () => {
    expect(hours.at(-2)).toBe(24)
    expect(hours.at(-1)).toBeCloseTo(24 + 1 / 60, 5)
    expect(hours.slice(0, -1).every((hour) => hour % 2 === 0 && hour > 0)).toBe(true)
    expect(hours.length).toBeGreaterThan(8)
  })

  test('leave out an area that an event beside it shows as well', () => {
    const ats = stops.filter(({ event }) => event !== null).map(({ at }) => at)
    const growing = stops.filter(({ reach }) => reach !== null && reach.sinceMs <= 24 * 3_600_000)
    expect(growing.some(({ at }) => ats.some((other) => Math.abs(other - at) < 30 * 60_000))).toBe(false)
  })

  test('have no area without the layer that tells of the ship, nor outside the time filter', () => {
    const article = new Set([...layers].filter((id) => story.layers.get(id)?.base))
    expect(stopsOf(story, events, { layers: article, brush: null, asKnown: false }).some(({ reach }) => reach)).toBe(false)
    const brush = [zurich('2026-02-01T00:00'), zurich('2026-02-26T12:30')] as const
    const filtered = stopsOf(story, events, { layers, brush, asKnown: false })
    expect(filtered.filter(({ reach }) => reach).every(({ at }) => at <= brush[1])).toBe(true)
  })
})

test('as it was known, an event comes no earlier than it was reported', () => {
  const story = aStory({ events: [anEvent({ id: 'e', when: '2026-02-14/2026-02-15', reported: '2026-02-16' })] })
  const { layers } = initialState(story)
  const at = (asKnown: boolean) => stopsOf(story, [...story.events], { layers, brush: null, asKnown })[0]?.at
  expect(at(false)).toBe(endOf('2026-02-14'))
  expect(at(true)).toBe(zurich('2026-02-16T00:00'))
})

test('an event without a date has no stop', () => {
  const story = aStory({ events: [anEvent({ id: 'e' }), anEvent({ id: 'f', when: '2026-02-26' })] })
  const stops = stopsOf(story, [...story.events], { layers: initialState(story).layers, brush: null, asKnown: false })
  expect(stops.map(({ event }) => event)).toEqual(['f'])
})

/** Stops of a few instants, some of the same one, some between events. */
const someStops = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.boolean()), { minLength: 1, maxLength: 12 })
  .map((drawn) => {
    const between = new Set<number>()
    return drawn
      .flatMap(([at, isEvent], index): Stop[] => {
        if (isEvent) return [{ at, event: `e${index}` as EventId, reach: null }]
        if (between.has(at)) return []
        between.add(at)
        return [{ at, event: null, reach: { vessel: 'ship' as never, sinceMs: at } }]
      })
      .sort((a, b) => a.at - b.at)
  })
const presentOf = ({ at, event }: Stop) => ({ instant: at, selected: event })

describe('a step', () => {
  test('from stop to stop reaches every one, once, forth and back', () => {
    fc.assert(
      fc.property(someStops, (stops) => {
        for (const direction of [1, -1] as const) {
          const order = direction > 0 ? stops : [...stops].reverse()
          const walked: Stop[] = []
          let stop: Stop | null = order[0] ?? null
          while (stop !== null && walked.length <= stops.length) {
            walked.push(stop)
            stop = stepInstant(stops, presentOf(stop), direction)
          }
          expect(walked).toEqual(order)
        }
      }),
    )
  })

  test('forth and back again is where it was', () => {
    fc.assert(
      fc.property(someStops, fc.nat(), (stops, pick) => {
        const from = stops[pick % stops.length] as Stop
        const next = stepInstant(stops, presentOf(from), 1)
        expect(next === null ? from : stepInstant(stops, presentOf(next), -1)).toEqual(from)
      }),
    )
  })

  test('from between two stops goes to the one on that side', () => {
    fc.assert(
      fc.property(someStops, fc.integer({ min: 0, max: 6 }), (stops, hour) => {
        const present = { instant: hour + 0.5, selected: null }
        const next = stepInstant(stops, present, 1)
        const before = stepInstant(stops, present, -1)
        expect(stops.filter(({ at }) => at < (next?.at ?? Infinity) && at > present.instant)).toEqual([])
        expect(stops.filter(({ at }) => at > (before?.at ?? -Infinity) && at < present.instant)).toEqual([])
      }),
    )
  })

  test('tells events of one instant apart by the open one', () => {
    const [a, b] = ['a', 'b'].map((id): Stop => ({ at: 5, event: id as EventId, reach: null })) as [Stop, Stop]
    expect(stopAt([a, b], { instant: 5, selected: 'b' as EventId })).toBe(1)
    expect(stepInstant([a, b], presentOf(a), 1)).toBe(b)
    expect(countOf([a, b], presentOf(b))).toEqual({ at: 2, by: 2, of: 2 })
    expect(stopAt([a, b], { instant: 5, selected: null })).toBe(-1)
  })

  test('the first one in a window is the first at its start or after it, else the first of all', () => {
    const stops = [1, 3].map((at): Stop => ({ at, event: `e${at}` as EventId, reach: null }))
    expect(firstStop(stops, 2)).toBe(stops[1])
    expect(firstStop(stops, 9)).toBe(stops[0])
    expect(firstStop([], 0)).toBeNull()
  })
})

describe('the now-line', () => {
  const zone = 'Europe/Zurich'
  const instants = fc.integer({ min: Date.parse('2025-01-01T00:00Z'), max: Date.parse('2027-01-01T00:00Z') })
  const units = fc.constantFrom<LineUnit>('day', 'hour', 'minute')

  test('steps from the end of a day to the end of the next, the change of the clocks included', () => {
    expect(stepLine(endOf('2026-02-26'), zone, 'day', 1)).toBe(endOf('2026-02-27'))
    expect(stepLine(endOf('2026-02-26'), zone, 'day', -1)).toBe(endOf('2026-02-25'))
    expect(stepLine(endOf('2026-02-26'), zone, 'day', 7)).toBe(endOf('2026-03-05'))
    expect(stepLine(endOf('2026-03-28'), zone, 'day', 1)).toBe(Date.parse('2026-03-29T23:59:59.999+02:00'))
  })

  test('steps from within a day to the ends on both sides', () => {
    const noon = zurich('2026-02-26T12:20')
    expect(stepLine(noon, zone, 'day', 1)).toBe(endOf('2026-02-26'))
    expect(stepLine(noon, zone, 'day', -1)).toBe(endOf('2026-02-25'))
    expect(stepLine(noon, zone, 'hour', 1)).toBe(zurich('2026-02-26T13:00'))
    expect(stepLine(noon, zone, 'hour', -1)).toBe(zurich('2026-02-26T12:00'))
  })

  test('always moves on, and back again passes nothing by', () => {
    fc.assert(
      fc.property(instants, units, (at, unit) => {
        const next = stepLine(at, zone, unit, 1)
        expect(next).toBeGreaterThan(at)
        expect(stepLine(next, zone, unit, -1)).toBeLessThanOrEqual(at)
        expect(snapLine(next, zone, unit)).toBe(next)
      }),
    )
  })

  test('a midnight is the end of the day before', () => {
    expect(snapLine(zurich('2026-02-27T00:10'), zone, 'hour')).toBe(endOf('2026-02-26'))
    expect(isDayEnd(endOf('2026-02-26'), zone)).toBe(true)
    expect(isDayEnd(endOf('2026-02-26'), 'Asia/Tehran')).toBe(false)
  })

  test('a pointer aims at what it can hit', () => {
    expect([10, 49.5, 3000].map(pointerUnit)).toEqual(['day', 'hour', 'minute'])
  })

  test('fields give back the minute that they were given, and 23:59 is the end of the day', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const fields = toFields(at, zone)
        const back = fields && fromFields(fields.date, fields.time, zone)
        // The hour that the clock shows twice is read as the first.
        expect(back !== null && Math.abs(back - at) <= 3_600_000 + 60_000).toBe(true)
      }),
    )
    expect(toFields(endOf('2026-02-26'), zone)).toEqual({ date: '2026-02-26', time: '23:59' })
    expect(fromFields('2026-02-26', '23:59', zone)).toBe(endOf('2026-02-26'))
    expect(fromFields('2026-02-26', '21:00', zone)).toBe(zurich('2026-02-26T21:00'))
    expect(toFields(Date.parse('2026-02-26T20:29:59.999Z'), zone)?.time).toBe('21:30')
    expect([fromFields('', '21:00', zone), fromFields('2026-02-26', '', zone)]).toEqual([null, null])
  })
})

describe('names on the axis', () => {
  const label = (x: number, bold = false) => ({ at: x, x, widthPx: 14, text: '12', bold })

  test('step aside for the line, to the nearer side with room', () => {
    expect(clearOf([label(10)], 12, 4, 100)[0]?.x).toBe(16)
    expect(clearOf([label(10)], 22, 4, 100)[0]?.x).toBe(4)
    expect(clearOf([label(10)], 60, 4, 100)[0]?.x).toBe(10)
  })

  test('the day of the story stays left of the line', () => {
    expect(clearOf([label(30, true)], 32, 4, 100)[0]?.x).toBe(14)
  })
})

describe('what is later than the line', () => {
  const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
  const pair = (text: string, name: string) =>
    new RegExp(`${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(text)?.slice(1) ?? []
  /** Source: WCAG 2.2, definitions of relative luminance and contrast ratio. */
  const luminance = (hex: string) =>
    [0.2126, 0.7152, 0.0722].reduce((sum, weight, index) => {
      const part = Number.parseInt(hex.slice(1 + 2 * index, 3 + 2 * index), 16) / 255
      return sum + weight * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    }, 0)
  const later = pair(read('src/views/player.css'), '--party')

  test.each(['--paper', '--day'])('keeps marks of 3:1 on %s, in light and dark', (ground) => {
    const under = pair(read('src/views/page.css'), ground)
    expect(later).toHaveLength(2)
    later.forEach((colour, index) => {
      const [darker = 0, lighter = 0] = [luminance(colour), luminance(under[index] ?? '')].sort((a, b) => a - b)
      expect((lighter + 0.05) / (darker + 0.05)).toBeGreaterThanOrEqual(3)
    })
  })
})
