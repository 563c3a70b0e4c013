import { describe, expect, test } from 'vitest'
import type { BasemapTopology } from '../../src/core/ground'
import { countryEdges, handoutNames } from '../../src/core/handout-names'
import { type ShipAims, shipSpot } from '../../src/core/handout-ships'
import { padded, partsOf } from '../../src/core/handout-stretch'
import { Field, overlap } from '../../src/core/labels'
import { createTypesetter, estimateWidth } from '../../src/core/map-text'
import type { Point, Project } from '../../src/core/mercator'
import type { Names } from '../../src/core/scene-names'
import type { StoryEvent } from '../../src/core/types'
import { anEvent, aStory } from '../support/a-story'

const day = (text: string): number => Date.parse(`${text}T00:00Z`)
const eventsAt = (...dates: readonly string[]): readonly StoryEvent[] => [
  ...aStory({ events: dates.map((when, index) => anEvent({ id: `e${index}`, when })) }).events,
]

describe('a long time with a crowd at its end', () => {
  const few = ['2013-11-24', '2015-07-14', '2018-05-08', '2021-04-06']
  const many = Array.from({ length: 12 }, (_, index) => `2026-02-${15 + index}`)
  const domain = [day('2013-01-01'), day('2026-02-27')] as const

  test('is drawn in two parts, the crowd by itself, each event in one of them', () => {
    const { stretches, empty } = partsOf({ domain, events: eventsAt(...few, ...many) }, 'UTC')
    expect(stretches.map(({ events }) => events.length)).toEqual([4, 12])
    const [overview, close] = stretches.map((part) => part.domain)
    expect(overview?.[0]).toBe(domain[0])
    expect(close).toEqual([overview?.[1], domain[1]])
    expect((close?.[1] ?? 0) - (close?.[0] ?? 0)).toBeLessThan(20 * 86_400_000)
    expect(empty).toEqual([])
  })

  test('without any event before it has one part, and says what is not drawn', () => {
    const { stretches, empty } = partsOf({ domain, events: eventsAt(...many) }, 'UTC')
    expect(stretches.map(({ events }) => events.length)).toEqual([12])
    expect(empty).toEqual([[domain[0], stretches[0]?.domain[0]]])
  })

  test('stays whole where events are few, or spread', () => {
    const spread = Array.from({ length: 12 }, (_, index) => `20${13 + index}-06-01`)
    expect(partsOf({ domain, events: eventsAt(...spread) }, 'UTC').stretches).toHaveLength(1)
    expect(partsOf({ domain, events: eventsAt('2013-11-24', '2026-02-26') }, 'UTC').stretches).toHaveLength(1)
  })

  test('has room for whole marks at its ends, and no more than it needs', () => {
    const [event] = eventsAt('2026-02-26')
    const events = event ? [event] : []
    const pad = 86_400_000
    expect(padded({ domain: [day('2026-02-01'), day('2026-02-27')], events }, pad)).toEqual([
      day('2026-02-01'),
      day('2026-02-28'),
    ])
    const open = eventsAt('2026-02-26/..')
    expect(padded({ domain: [day('2026-02-01'), day('2026-02-27')], events: open }, pad / 1.5)[1]).toBe(
      day('2026-02-27') + pad / 1.5,
    )
    expect(padded({ domain: [day('2026-02-01'), day('2026-03-20')], events }, pad)).toEqual([
      day('2026-02-01'),
      day('2026-03-20'),
    ])
  })
})

const SIZE = { widthPx: 300, heightPx: 200 }
const square = (x: number, y: number, side: number): readonly Point[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
]

describe('a ship’s letter', () => {
  const sea = [square(80, 40, 120)]
  const isIn = ([x, y]: Point): boolean => x > 80 && x < 200 && y > 40 && y < 160
  const aims: ShipAims = { aims: [[140, 100], [100, 100]], sea, isWater: isIn } // biome-ignore format: two points
  const BOX = { x: 0, y: 0, width: 50, height: 18 }

  test('stands beside its sea, with a line that ends in it', () => {
    const found = shipSpot(new Field(SIZE), aims, BOX, 1)
    const [x, y] = found?.spot ?? [0, 0]
    expect(overlap({ x: x - 25, y: y - 9, width: 50, height: 18 }, { x: 80, y: 40, width: 120, height: 120 })).toBe(false)
    expect(aims.aims).toContainEqual(found?.line[1])
  })

  test('is left out where its sea fills the map', () => {
    expect(shipSpot(new Field(SIZE), { ...aims, sea: [square(-10, -10, 400)] }, BOX, 1)).toBeNull()
  })

  test('prefers land to another sea', () => {
    const found = shipSpot(
      new Field(SIZE),
      { ...aims, isWater: (at) => isIn(at) || at[0] < 80 || at[1] < 40 || at[1] > 160 },
      BOX,
      1,
    )
    expect(found?.spot[0]).toBeGreaterThan(200)
  })
})

describe('names of countries on paper', () => {
  const project: Project = ([x, y]) => [x, y]
  const names = (position: readonly [number, number]): Names => ({
    countries: [{ name: 'Iraq', position: [...position], minZoom: 0, rank: 1 }],
    seas: [],
    cities: [],
  })
  const type = createTypesetter(estimateWidth)
  const placed = (position: readonly [number, number], box: number, field = new Field(SIZE)) =>
    handoutNames(field, { names: names(position), zoom: 4, project, edges: [square(100, 50, box)], taken: new Set() }, type)

  test('stand inside the country', () => {
    const [name] = placed([140, 90], 80)
    expect(name?.line.text).toBe('IRAQ')
    expect([name?.line.x, Math.round(name?.line.y ?? 0)]).toEqual([140, 94])
  })

  test('move aside within it where a number stands, but never over its border', () => {
    const taken = { x: 130, y: 80, width: 20, height: 20 }
    const [name] = placed([140, 90], 80, new Field(SIZE, [taken]))
    const { x, y } = name?.line ?? { x: 0, y: 0 }
    expect(x > 110 && x < 170 && y > 60 && y < 130).toBe(true)
    expect(placed([140, 90], 80, new Field(SIZE, [{ x: 102, y: 52, width: 76, height: 76 }]))).toEqual([])
  })

  test('are left out where the country is too small for them', () => {
    expect(placed([110, 60], 24)).toEqual([])
  })

  test('know borders and coasts of the map', () => {
    const topology: BasemapTopology = {
      type: 'Topology',
      arcs: [[[0, 0], [10, 10]], [[900, 900], [910, 910]]],
      objects: {
        borders: { type: 'LineString', arcs: [0] },
        coast: { type: 'MultiLineString', arcs: [[0], [1]] },
      },
    } // biome-ignore format: arcs are read in one line
    expect(countryEdges(topology, project, SIZE)).toHaveLength(2)
  })
})
