import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { panesOf } from '../../src/core/frame'
import { type Box, Field, overlap, within } from '../../src/core/labels'
import { createTypesetter, estimateWidth } from '../../src/core/map-text'
import { countOf } from '../../src/core/mark-lines'
import type { Point } from '../../src/core/mercator'
import { layoutScene, type Scene, type ScenePane } from '../../src/core/scene'
import { groundNames } from '../../src/core/scene-names'
import { markBox } from '../../src/core/scene-places'
import type { Camera, LayerId, PlaceId } from '../../src/core/types'
import type { AppState } from '../../src/state/state'
import { aMapStory, point, sceneOf, subjectOf } from '../support/a-map'
import { anEvent, aStory } from '../support/a-story'

const story = aMapStory()
const type = createTypesetter(estimateWidth)
const SIZES = [
  [888, 468],
  [820, 420],
  [390, 310],
  [320, 280],
] as const

/** The box of every line of text, grouped as it was placed. */
function textBoxes(scene: Scene): readonly Box[] {
  const blocks = [...scene.labels.map(({ lines }) => lines), ...scene.ships.map(({ lines }) => lines)]
  const lines = [...blocks.flat(), ...scene.joinDates, ...scene.names.filter(({ line }) => !line.angle).map(({ line }) => line)]
  return lines.map((line) => {
    const [width, height] = [type.width(line), type.height(line)]
    const x = line.align === 'start' ? line.x : line.align === 'end' ? line.x - width : line.x - width / 2
    return { x, y: line.y - height * 0.72, width, height: height * 0.9 }
  })
}

const mainSize = (width: number, height: number) => ({ widthPx: width, heightPx: height })

describe.each(SIZES)('at %i × %i', (width, height) => {
  const scene = sceneOf(story, mainSize(width, height))

  test('no text overlaps another or a mark, and none leaves the pane', () => {
    const boxes = textBoxes(scene)
    const marks = scene.marks.map((mark) => markBox(mark, 1))
    for (const [index, one] of boxes.entries()) {
      expect(within(one, mainSize(width, height))).toBe(true)
      expect([...boxes.slice(0, index), ...marks].filter((other) => overlap(one, other))).toEqual([])
    }
  })

  test('every place in the pane has its name', () => {
    expect(scene.labels.map(({ key }) => key).toSorted()).toEqual(scene.marks.map(({ key }) => key).toSorted())
  })

  test('no icon stands in a shaded sea, and every leader ends in its own', () => {
    expect(scene.ships.length).toBeGreaterThan(0)
    for (const ship of scene.ships) expect(ship.target).not.toBeNull()
  })
})

describe('a measured distance', () => {
  const ends = [
    { place: 'geneva' as PlaceId, position: [6.14, 46.21] as const },
    { place: 'iran-seat' as PlaceId, position: [51.42, 35.67] as const },
  ]
  const route = { ends, text: '3,900 km, 2,106 nautical miles', brief: ['3,900 km', '2,106 nmi'] }
  const size = mainSize(888, 468)
  const { camera, main } = panesOf(story, size)
  const pane = { camera, size: main, narrow: false, scale: 1, obstacles: [], without: new Set<never>(), main: true }
  const rest = { relay: null, isRouteTold: false, last: new Map<string, string>(), settled: true }
  const scene = layoutScene({ ...subjectOf(story), route }, { ...pane, ...rest })

  test('is a line from ring to ring with its length beside it, clear of all other words and marks', () => {
    expect(scene.route?.lines).toHaveLength(1)
    expect(scene.route?.rings).toHaveLength(2)
    expect(scene.route?.label.map(({ text }) => text)).toEqual([route.text])
    const [label] = textBoxes({ ...scene, labels: [], ships: [], joinDates: scene.route?.label ?? [], names: [] })
    if (!label) throw new Error('no label')
    const others = [...textBoxes(scene), ...scene.marks.map((mark) => markBox(mark, 1))]
    expect(others.filter((other) => overlap(label, other))).toEqual([])
  })

  test('is not told again where another pane tells it', () => {
    const again = layoutScene({ ...subjectOf(story), route }, { ...pane, ...rest, isRouteTold: true })
    expect(again.route?.lines).toHaveLength(1)
    expect(again.route?.label).toEqual([])
  })

  test('with one end chosen is a ring and no line', () => {
    const half = { ...route, ends: ends.slice(0, 1), text: '' }
    const { route: drawn } = layoutScene({ ...subjectOf(story), route: half }, { ...pane, ...rest })
    expect([drawn?.rings.length, drawn?.lines.length]).toEqual([1, 0])
  })
})

test('what comes after a now-line that was moved back is later, and says so in its name', () => {
  const laterOf = (patch: Partial<AppState>) =>
    sceneOf(story, mainSize(888, 468), patch)
      .marks.filter(({ later }) => later)
      .map(({ key }) => key)
  expect(laterOf({})).toEqual([])
  expect(laterOf({ instant: Date.parse('2026-02-18T00:00Z') })).toEqual(['vienna', 'iran-seat', 'souda'])
  const { marks } = sceneOf(story, mainSize(888, 468), { instant: Date.parse('2026-02-18T00:00Z') })
  expect(marks.find(({ key }) => key === 'iran-seat')?.name).toContain('later than the time shown')
  expect(marks.find(({ key }) => key === 'geneva')?.name).not.toContain('later')
})

test('in the first minutes after it left port the ship’s leader ends where it was seen', () => {
  const { ships } = sceneOf(story, mainSize(888, 468), { instant: Date.parse('2026-02-26T07:10Z') })
  expect(ships.find(({ id }) => id === 'ford')?.target).not.toBeNull()
})

test('marks say by their role what happened where', () => {
  const roles = Object.fromEntries(sceneOf(story, mainSize(888, 468)).marks.map(({ key, role }) => [key, role]))
  expect(roles).toMatchObject({ geneva: 'venue', vienna: 'planned', 'iran-seat': 'seat' })
})

test('a mark is named by its place, what it is and how much is there', () => {
  const names = sceneOf(story, mainSize(888, 468)).marks.map(({ name }) => name)
  expect(names).toContain('Geneva, happened here, 2 events')
})

test('with the article alone the Lincoln is gone and the Ford has neither sea nor leader', () => {
  const { ships, shades } = sceneOf(story, mainSize(888, 468), { layers: new Set(['article'] as LayerId[]) })
  expect(ships.map(({ id, leader }) => [id, leader])).toEqual([['ford', null]])
  expect(shades).toEqual([])
})

test('the sea is shaded whole once the circle is gone', () => {
  const later = { instant: Date.parse('2026-02-28T12:00Z') }
  const ford = (patch = {}) => sceneOf(story, mainSize(888, 468), patch).shades.find(({ id }) => id === 'ford')
  expect(ford()?.circle).not.toBeNull()
  expect(ford(later)?.circle).toBeNull()
  expect(ford(later)?.area).toBe(ford()?.area)
})

test('a join that leaves the pane ends at its edge with an arrow', () => {
  const phone = sceneOf(story, mainSize(390, 310))
  expect(phone.joins.map(({ exit }) => exit?.report.id)).toEqual(['strait'])
  expect(phone.joins[0]?.exit?.at[0]).toBeLessThan(12)
})

test('places that touch share one mark with all of their events', () => {
  const world = sceneOf(story, mainSize(888, 468), {}, { camera: { center: [10, 40], zoom: 0 } })
  const geneva = world.marks.find(({ places }) => places.some((place) => place === 'geneva'))
  expect(geneva?.events.length).toBeGreaterThan(2)
})

test('nothing lies under a plate, wherever it is', () => {
  const plate = fc.record({ x: fc.integer({ min: 0, max: 600 }), y: fc.integer({ min: 0, max: 400 }) })
  fc.assert(
    fc.property(plate, ({ x, y }) => {
      const obstacle = { x, y, width: 130, height: 90 }
      const scene = sceneOf(story, mainSize(888, 468), {}, { obstacles: [obstacle], settled: false })
      expect(textBoxes(scene).filter((box) => overlap(box, obstacle))).toEqual([])
    }),
    { numRuns: 40 },
  )
})

describe('a ship that nobody places', () => {
  const article = { layers: new Set(['article'] as LayerId[]) }
  const plates = (size: readonly [number, number], pane: Partial<ScenePane> = {}) =>
    sceneOf(story, mainSize(...size), article, pane).ships.map(({ plate }) => plate)

  test.each(SIZES)('stands on a plate at an edge of the pane, clear of all marks, at %i × %i', (width, height) => {
    const size = sceneOf(story, mainSize(width, height), article)
    const [plate] = plates([width, height])
    const { main } = panesOf(story, mainSize(width, height))
    if (!plate) throw new Error('no plate')
    const edges = [plate.x, plate.y, main.widthPx - plate.x - plate.width, main.heightPx - plate.y - plate.height]
    expect(Math.min(...edges.map(Math.abs))).toBeLessThan(0.01)
    expect(size.marks.filter((mark) => overlap(plate, markBox(mark, 1)))).toEqual([])
    for (const { box } of size.ships) expect(overlap(box, plate)).toBe(true)
  })

  test('is left out where nothing of its region is in view', () => {
    expect(plates([888, 468], { camera: { center: [8, 48], zoom: 5 } })).toEqual([])
  })

  test('a ship that is placed has none', () => {
    expect(sceneOf(story, mainSize(888, 468)).ships.map(({ plate }) => plate)).toEqual([null, null])
  })

  test('one that a class is asked about has neither sea nor age', () => {
    const subject = subjectOf(story)
    const tracks = subject.tracks.map((track) => ({ ...track, reach: null, isAsked: track.vessel.id === 'lincoln' }))
    const { camera, main } = panesOf(story, mainSize(888, 468))
    const pane = { camera, size: main, narrow: false, scale: 1, obstacles: [], without: new Set<never>(), main: true }
    const rest = { relay: null, isRouteTold: false, last: new Map<string, string>(), settled: true }
    const scene = layoutScene({ ...subject, tracks }, { ...pane, ...rest })
    expect(scene.shades.map(({ id }) => id)).toEqual(['ford'])
    const asked = scene.ships.find(({ id }) => id === 'lincoln')
    expect([asked?.plate === null, asked?.leader]).toEqual([false, null])
    expect(asked?.lines.map(({ text }) => text).join(' ')).not.toContain('old')
  })
})

test('the key can tell by a scene whether a sea or the line of a circle is in view', () => {
  const seen = (camera: Camera) =>
    sceneOf(story, mainSize(888, 468), {}, { camera }).shades.map(({ id, isAreaSeen, isRimSeen }) => [id, isAreaSeen, isRimSeen])
  expect(seen({ center: [30, 34], zoom: 2.5 })).toContainEqual(['ford', true, true])
  // Well inside the circle: the sea alone.
  expect(seen({ center: [27, 34], zoom: 8 })).toContainEqual(['ford', true, false])
  // The box around the circle reaches there, the circle does not.
  expect(seen({ center: [13, 44], zoom: 6.5 })).not.toContainEqual(['ford', false, true])
})

test('of a place where something happened and more is planned only what happened is counted and dated', () => {
  const both = aStory({
    places: [{ id: 'vienna', name: 'Vienna', geometry: point(16.37, 48.21) }],
    events: [
      anEvent({ id: 'deal', kind: 'agreement', when: '2015-07-14', where: { place: 'vienna' } }),
      anEvent({ id: 'talks', kind: 'talks', when: '2021-04-06', where: { place: 'vienna' } }),
      anEvent({ id: 'next', kind: 'talks', status: 'planned', when: '2026-03-02', where: { place: 'vienna', role: 'planned' } }),
    ],
  })
  const { marks, labels } = sceneOf(both, mainSize(888, 468))
  expect(marks.map((mark) => [mark.role, countOf(mark), mark.name])).toEqual([
    ['venue', 2, 'Vienna, happened here, 2 events; 1 planned'],
  ])
  expect(labels[0]?.lines.map(({ text }) => text)).toEqual(['Vienna', '2 events, last 6 Apr 2021; 1 planned'])
})

test('the name of a sea stands whole or not at all', () => {
  const names = { countries: [], cities: [], seas: [{ name: 'Black Sea', position: [34, 43] as const, minZoom: 0 }] }
  const at = { x: 200, y: 100 }
  const told = (above: number, below: number, beside: number) => {
    const plate = (x: number, y: number, width: number, height: number) => ({ x, y, width, height })
    const obstacles = [
      plate(0, 0, 400, at.y - above),
      plate(0, at.y + below, 400, 200),
      plate(0, 0, at.x - beside, 300),
      plate(at.x + beside, 0, 200, 300),
    ]
    const field = new Field({ widthPx: 400, heightPx: 300 }, obstacles)
    const input = {
      names,
      zoom: 5,
      project: (): Point => [at.x, at.y],
      taken: new Set<string>(),
      last: new Map<string, string>(),
    }
    return groundNames(field, input, type).placed.map(({ line }) => line.text)
  }
  expect(told(40, 40, 60)).toEqual(['Black Sea'])
  expect(told(40, 40, 24)).toEqual(['Black', 'Sea'])
  for (const room of [8, 12, 14, 16]) expect(told(room, 30, 24).length).not.toBe(1)
  expect(told(10, 10, 24)).toEqual([])
})
