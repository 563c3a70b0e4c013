import { describe, expect, test } from 'vitest'
import { findEvent } from '../../src/core/derive'
import { type Panes, panesOf } from '../../src/core/frame'
import type { Point } from '../../src/core/mercator'
import { heldIn, relayLegs, relayOf } from '../../src/core/relay'
import { relayParts } from '../../src/core/scene-relay'
import type { EventId } from '../../src/core/types'
import { initialState } from '../../src/state/state'
import { aRelayStory } from '../support/a-relay'

const story = aRelayStory()
const relayAt = (id: string) => relayOf(story, findEvent(story, initialState(story), id as EventId))

describe('who mediated', () => {
  test('is told of a round in which both sides and the mediator took part', () => {
    expect(relayAt('round-3')?.seats.map(({ id }) => id)).toEqual(['us-seat', 'oman-seat', 'iran-seat'])
    expect(relayAt('round-3')?.link.text?.value).toBe('Indirect, mediated by Oman')
  })

  test('is not told of a round of which its source does not speak', () => {
    expect(relayAt('round-2')).toBeNull()
  })

  test('is not told of talks that do not name the mediator', () => {
    expect(relayAt('technical')).toBeNull()
  })

  test('is not told of anything but talks', () => {
    expect(relayAt('us-says')).toBeNull()
    expect(relayOf(story, null)).toBeNull()
  })
})

describe('the lines', () => {
  const panes = panesOf(story, { widthPx: 888, heightPx: 468 })
  const relay = relayAt('round-3')
  const partsOf = (view: Panes, camera = view.camera) => {
    if (!relay) throw new Error('no relay')
    return relayParts(relay, view, camera, { main: [], strip: [] })
  }

  test('start in the strip, are cut at the gap, and end at the other side in the main pane', () => {
    const { strip, main } = partsOf(panes)
    const left = strip?.lines[0]?.[0] ?? [0, 0]
    expect(left[0]).toBeGreaterThan(5)
    expect(strip?.lines[0]?.at(-1)?.[0]).toBeCloseTo(panes.strip?.size.widthPx ?? 0)
    expect(strip?.breaks).toHaveLength(1)
    expect(main.breaks).toHaveLength(1)
    expect(main.lines).toHaveLength(2)
    expect(main.lines[0]?.[0]?.[0]).toBeCloseTo(0)
    expect(main.lines[0]?.at(-1)).toEqual(main.lines[1]?.[0])
  })

  test('are told once', () => {
    const { strip, main } = partsOf(panes)
    expect([strip?.text, main.text]).toEqual(['', 'Indirect, mediated by Oman'])
  })

  test('end at the edge of the main pane where a seat is out of view', () => {
    const { main } = partsOf(panes, { center: [10, 50], zoom: 4 })
    const ends = main.lines.flatMap((line) => [line[0], line.at(-1)])
    for (const end of ends) {
      expect(end?.[0]).toBeGreaterThanOrEqual(0)
      expect(end?.[0]).toBeLessThanOrEqual(panes.main.widthPx)
      expect(end?.[1]).toBeLessThanOrEqual(panes.main.heightPx)
    }
  })

  test('need no strip', () => {
    const whole: Panes = {
      narrow: false,
      main: { widthPx: 900, heightPx: 500 },
      camera: { center: [0, 30], zoom: 1 },
      strip: null,
    }
    const { strip, main } = partsOf(whole)
    expect(strip).toBeNull()
    expect(main.lines).toHaveLength(2)
    expect(main.breaks).toEqual([])
  })
})

describe('a leg', () => {
  const BOX = { x: 0, y: 0, width: 400, height: 200 }
  const [from, to]: readonly [Point, Point] = [
    [0, 100],
    [300, 100],
  ]
  const least = (line: readonly Point[], [x, y]: Point): number => Math.min(...line.map(([px, py]) => Math.hypot(px - x, py - y)))

  test('keeps clear of the marks it would run through', () => {
    const above: readonly Point[] = [
      [150, 64],
      [100, 70],
      [200, 70],
    ]
    const [leg] = relayLegs([from, to], above, BOX)
    for (const mark of above) expect(least(leg ?? [], mark)).toBeGreaterThan(24)
  })

  test('bows to the side where it stays in the box', () => {
    const [up] = relayLegs(
      [
        [0, 196],
        [300, 196],
      ],
      [],
      BOX,
    )
    const [down] = relayLegs(
      [
        [0, 4],
        [300, 4],
      ],
      [],
      BOX,
    )
    for (const [, y] of [...(up ?? []), ...(down ?? [])]) expect(Math.abs(y - 100)).toBeLessThanOrEqual(100)
  })

  test('does not run along the leg before it', () => {
    const [first, second] = relayLegs([from, to, [290, 0]], [], BOX)
    expect(first?.at(-1)).toEqual(second?.[0])
    const apart = (second ?? []).filter(([x, y]) => Math.hypot(x - to[0], y - to[1]) > 60)
    for (const point of apart) expect(least(first ?? [], point)).toBeGreaterThan(20)
  })
})

test('a point outside a box is held at its edge', () => {
  const box = { x: 10, y: 0, width: 100, height: 50 }
  expect(heldIn([50, 20], box)).toEqual([50, 20])
  expect(heldIn([-5, 70], box)).toEqual([10, 50])
})
