import { matchingEvents, placeEvents } from '../../src/core/derive'
import { formatterOf } from '../../src/core/format'
import { panesOf } from '../../src/core/frame'
import { marksOf } from '../../src/core/map-marks'
import { estimateWidth } from '../../src/core/map-text'
import type { Size } from '../../src/core/mercator'
import { layoutScene, type Scene, type ScenePane, type SceneSubject } from '../../src/core/scene'
import type { Names } from '../../src/core/scene-names'
import type { Story } from '../../src/core/story-types'
import { trackOf } from '../../src/core/track'
import { english as words } from '../../src/core/words/words'
import { type AppState, initialState } from '../../src/state/state'
import { anEvent, aStory } from './a-story'

/** A place's geometry. */
export const point = (longitude: number, latitude: number) => ({
  type: 'Point' as const,
  coordinates: [longitude, latitude] as [number, number],
})
/** An area's geometry. */
export const box = (west: number, south: number, east: number, north: number) => {
  const corners: [number, number][] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return { type: 'Polygon' as const, coordinates: [corners] }
}

/** A story with all that the map can draw: venue, planned, seats, a port, two seas, a strip. */
export const aMapStory = (): Story =>
  aStory({
    asOf: '2026-02-26',
    timeZone: 'Europe/Zurich',
    layers: [
      { id: 'article', name: 'The article', shown: true },
      { id: 'reports', name: 'Other reports', shown: true },
    ],
    sources: [
      { id: 'article', publisher: 'The article' },
      { id: 'wire', publisher: 'A paper', agency: 'AFP' },
    ],
    places: [
      { id: 'geneva', name: 'Geneva', geometry: point(6.14, 46.21) },
      { id: 'vienna', name: 'Vienna', geometry: point(16.37, 48.21) },
      { id: 'us-seat', name: 'US government', geometry: point(-77.01, 38.9), seat: true, party: 'us' },
      { id: 'iran-seat', name: 'Government of Iran', geometry: point(51.42, 35.67), seat: true, party: 'iran' },
      { id: 'rome', name: 'Rome', geometry: point(-120, 40) },
      { id: 'souda', name: 'Souda Bay', geometry: point(24.03, 35.51) },
      { id: 'med', name: 'Mediterranean', geometry: box(-5, 31, 36, 44), precision: 'area' },
      { id: 'arab', name: 'Arabian Sea', geometry: box(57, 8, 72, 21), precision: 'area' },
    ],
    events: [
      anEvent({ id: 'round-2', kind: 'talks', when: '2026-02-17', where: { place: 'geneva' } }),
      anEvent({ id: 'round-3', kind: 'talks', when: '2026-02-26', where: { place: 'geneva' } }),
      anEvent({ id: 'technical', status: 'planned', when: '2026-03-02', where: { place: 'vienna', role: 'planned' } }),
      anEvent({
        id: 'us-says',
        kind: 'statement',
        when: '2026-02-26',
        parties: ['us'],
        where: { place: 'us-seat', role: 'seat' },
      }),
      anEvent({
        id: 'iran-says',
        kind: 'statement',
        when: '2026-02-26',
        parties: ['iran'],
        where: { place: 'iran-seat', role: 'seat' },
      }),
      anEvent({ id: 'far', kind: 'talks', when: '2026-02-20', where: { place: 'rome' } }),
      anEvent({
        id: 'leaves',
        layer: 'reports',
        kind: 'military',
        vessel: 'ford',
        when: '2026-02-26',
        where: { place: 'souda' },
      }),
    ],
    vessels: [
      {
        id: 'ford',
        name: 'USS Gerald R. Ford',
        short: 'Ford',
        party: 'us',
        speedKnots: 30,
        labels: { wide: [[25, 26]], narrow: [[25, 25]] },
        reports: [
          {
            id: 'region',
            when: '/2026-02-26',
            place: 'the region',
            precision: 'region',
            method: 'reported',
            layer: 'article',
            sources: [{ source: 'article' }],
          },
          {
            id: 'strait',
            when: '2026-02-20',
            place: 'Strait of Gibraltar',
            precision: 'strait',
            method: 'observed',
            geometry: point(-5.6, 35.95),
            layer: 'reports',
            sources: [{ source: 'wire' }],
          },
          {
            id: 'port',
            when: '2026-02-23/2026-02-26',
            place: 'Souda Bay, Crete',
            precision: 'port',
            method: 'observed',
            geometry: point(24.03, 35.51),
            layer: 'reports',
            sources: [{ source: 'wire' }],
          },
          {
            id: 'left',
            when: '2026-02-26T09:00+02:00',
            approximate: true,
            place: 'left Souda Bay',
            precision: 'port',
            method: 'observed',
            geometry: point(24.03, 35.51),
            layer: 'reports',
            sources: [{ source: 'wire' }],
            event: 'leaves',
          },
          {
            id: 'sea',
            when: '2026-02-26',
            place: 'the Mediterranean',
            in: 'med',
            precision: 'sea',
            method: 'reported',
            geometry: box(24, 31, 36, 36),
            inferred: 'eastern part inferred from its heading',
            layer: 'reports',
            sources: [{ source: 'wire' }],
          },
        ],
      },
      {
        id: 'lincoln',
        name: 'USS Abraham Lincoln',
        short: 'Lincoln',
        party: 'us',
        speedKnots: 30,
        labels: { wide: [[41, 12]], narrow: [[40, 11]] },
        reports: [
          {
            id: 'image',
            when: '2026-02-14/2026-02-15',
            place: 'Arabian Sea, off Oman',
            in: 'arab',
            precision: 'sea',
            method: 'observed',
            layer: 'reports',
            sources: [{ source: 'wire' }],
          },
        ],
      },
    ],
    frame: {
      bounds: [-11, 5.3, 77.8, 52.8],
      strip: { bounds: [-80.2, 5.3, -61.7, 52.8] },
      narrow: { bounds: [1.8, 2.4, 62.6, 54], strip: { bounds: [-85, 2.4, -69, 54] } },
    },
  })

export const NAMES: Names = {
  countries: [
    { name: 'Spain', position: [-3.8, 39.6], rank: 1, minZoom: 1 },
    { name: 'Saudi Arabia', position: [43.6, 25.6], rank: 2, minZoom: 1 },
    { name: 'Iran', position: [54.6, 31.9], rank: 3, minZoom: 1 },
    { name: 'Iraq', position: [43.2, 32.6], rank: 4, minZoom: 1 },
  ],
  seas: [
    { name: 'Red Sea', position: [37.9, 20.9], minZoom: 1, angle: 58 },
    { name: 'Arabian Sea', position: [64.5, 17.6], minZoom: 1 },
  ],
  cities: [{ name: 'Istanbul', position: [28.95, 41.01], minZoom: 1, population: 14_800_000 }],
}

export function subjectOf(story: Story, patch: Partial<AppState> = {}): SceneSubject {
  const state = { ...initialState(story), ...patch }
  const tracks = [...story.vessels.values()].map((vessel) => trackOf(vessel, story.places, state.instant, state.layers))
  const formatter = formatterOf(story, words)
  const byPlace = placeEvents(matchingEvents(story, state))
  const marks = marksOf({ story, byPlace, tracks, layers: state.layers, instant: state.instant, words, formatter })
  const common = { story, marks, tracks, instant: state.instant, route: null, relay: null, words, formatter }
  return { ...common, names: NAMES, isLand: () => false, measure: estimateWidth }
}

/** The main pane as it stands in a box of this size. */
export function sceneOf(story: Story, size: Size, patch: Partial<AppState> = {}, pane: Partial<ScenePane> = {}): Scene {
  const { camera, main, narrow } = panesOf(story, size)
  const common = { narrow, scale: 1, obstacles: [], without: new Set<never>(), main: true, last: new Map(), settled: true }
  const lines = { relay: null, isRouteTold: false }
  return layoutScene(subjectOf(story, patch), { camera, size: main, ...common, ...lines, ...pane })
}
