import { answeredSteps, withheld } from '../core/asked'
import { choiceMarks } from '../core/choice-marks'
import { findEvent, matchingAnywhereOnMap, placeEvents } from '../core/derive'
import { choosable } from '../core/exercise'
import { type Formatter, formatterOf } from '../core/format'
import { middleOf } from '../core/geo'
import { type BasemapTopology, groundShape, landTest } from '../core/ground'
import { intersects } from '../core/interval'
import { marksOf, type PlaceMark } from '../core/map-marks'
import type { Measure } from '../core/map-text'
import { distanceBetween } from '../core/measure'
import { memoLast } from '../core/memo'
import { boundsOf, contains, type Size } from '../core/mercator'
import { type Relay, relayOf } from '../core/relay'
import type { IsLand, Scene, SceneSubject } from '../core/scene'
import type { Route } from '../core/scene-lines'
import { type Track, trackOf } from '../core/track'
import type { Camera, Instant, StepId } from '../core/types'
import type { Report, Vessel } from '../core/vessel-types'
import type { AppState } from '../state/state'
import type { Basemap } from './map-ground'
import type { ViewContext } from './view'

/** Keys of the state that decide what the map shows, apart from where it looks. */
export const SUBJECT_KEYS = [
  'layers', 'brush', 'known', 'search', 'parties', 'topics', 'kinds', 'statuses', 'instant', 'measure', 'relay', 'exercise', 'guess',
  'answered', 'step',
] as const // biome-ignore format: one list, read as one

const nowhere: IsLand = () => false

/** The instant that ships are asked for: the now-line, but not past what is filtered. */
const shipInstant = ({ instant, brush, known }: AppState): Instant => Math.min(instant, brush?.[1] ?? Infinity, known ?? Infinity)

function tracksFor({ story }: ViewContext, state: AppState, answered: ReadonlySet<StepId>): readonly Track[] {
  const { brush, parties, layers } = state
  const inBrush = (vessel: Vessel): Vessel =>
    brush === null
      ? vessel
      : { ...vessel, reports: vessel.reports.filter(({ when }) => when !== null && intersects(when.extent, brush)) }
  return [...story.vessels.values()]
    .filter(({ party }) => parties.size === 0 || (party !== null && parties.has(party)))
    .map((vessel) => trackOf(inBrush(vessel), story.places, shipInstant(state), layers))
    .map((track) => withheld(story, track, state, answered))
}

/** The distance that is measured, as far as its ends are chosen. */
function routeFor({ story, words }: ViewContext, { measure }: AppState, formatter: Formatter): Route | null {
  if (measure?.kind !== 'distance') return null
  const ends = [measure.from, measure.to].flatMap((id) => {
    const geometry = id === null ? null : story.places.get(id)?.geometry
    const position = geometry ? middleOf(geometry) : null
    return id !== null && position ? [{ place: id, position }] : []
  })
  const [a, b] = ends
  const distance = a && b ? distanceBetween(story, a.place, b.place) : null
  if (!distance) return { ends, text: '', brief: [] }
  const [km, miles] = [formatter.distanceKm(distance.km), formatter.count(distance.nauticalMiles)]
  return { ends, text: words.map.distanceLabel(km, miles), brief: [km, words.map.nauticalMiles(miles)] }
}

/** The relay of the selected round; null while it is not asked for. */
export const relayFor = ({ story }: ViewContext, state: AppState): Relay | null =>
  state.relay ? relayOf(story, findEvent(story, state, state.selected)) : null

export interface MapModel {
  subject(state: AppState, measure: Measure): SceneSubject
  readonly isLand: IsLand
  /** True where a disputed border is in view. */
  hasDisputed(camera: Camera, size: Size): boolean
}

/** What is to be drawn, computed once for each state. */
export function createModel(context: ViewContext, basemap: Basemap): MapModel {
  const { story, words } = context
  const matching = context.matchingAnywhereOnMap ?? matchingAnywhereOnMap
  const formatter = formatterOf(story, words)
  let land: IsLand | null = null
  // The first stage is enough to tell land from water, and a hundred times cheaper to ask.
  const isLand: IsLand = (position) => {
    const topology = basemap.topology()
    land ??= topology && landTest(topology)
    return (land ?? nowhere)(position)
  }
  const choices = memoLast(() => choiceMarks(choosable(story), words))
  let answered: ReadonlySet<StepId> = new Set()
  const tracks = memoLast((state: AppState) => {
    answered = answeredSteps(answered, state)
    return tracksFor(context, state, answered)
  })
  const marks = memoLast(
    (events: ReturnType<typeof matchingAnywhereOnMap>, all: readonly Track[], state: AppState): readonly PlaceMark[] =>
      marksOf({
        story,
        byPlace: placeEvents(events),
        tracks: all,
        layers: state.layers,
        instant: state.instant,
        words,
        formatter,
      }),
  )
  const disputed = memoLast((topology: BasemapTopology | null) => {
    const shape = topology && groundShape(topology, 'disputed')
    const geometries = !shape ? [] : shape.type === 'Feature' ? [shape.geometry] : shape.features.map(({ geometry }) => geometry)
    return geometries.flatMap((geometry) => (geometry.type === 'MultiLineString' ? geometry.coordinates.flat() : []))
  })
  return {
    isLand,
    subject: (state, measure) => {
      const all = tracks(state)
      const names = basemap.names()
      return {
        story,
        marks: state.exercise === 'place' ? choices() : marks(matching(story, state), all, state),
        tracks: all,
        instant: shipInstant(state),
        route: routeFor(context, state, formatter),
        relay: relayFor(context, state),
        words,
        formatter,
        names,
        isLand,
        measure,
      }
    },
    hasDisputed: (camera, size) => {
      const bounds = boundsOf(camera, size)
      return disputed(basemap.topology()).some(([longitude = 0, latitude = 0]) => contains(bounds, [longitude, latitude]))
    },
  }
}

export interface Away {
  readonly key: string
  readonly name: string
  readonly mark: PlaceMark | null
}

const whereInShort = ({ story }: SceneSubject, report: Report | null): string =>
  (report?.in ? story.places.get(report.in)?.short.value : undefined) ?? report?.place.value ?? ''

/** What no pane shows: places out of view, and ships for which there was no room or whose sea lies elsewhere. */
export function awayFrom(subject: SceneSubject, scenes: readonly Scene[]): readonly Away[] {
  const places = new Set(scenes.flatMap((scene) => scene.marks.flatMap((mark) => [mark.key, ...mark.places])))
  const ships = new Set<string>(scenes.flatMap((scene) => scene.ships.map((ship) => ship.id)))
  const marks = subject.marks
    .filter((mark) => mark.events.length > 0 && !places.has(mark.key) && !mark.places.some((place) => places.has(place)))
    .map((mark) => ({ key: mark.key, name: mark.title.value, mark }))
  const missing = subject.tracks
    .filter((track) => track.report !== null && !ships.has(track.vessel.id))
    .map(({ vessel, report }) => ({
      key: vessel.id,
      name: subject.words.map.awayShip(vessel.short.value, whereInShort(subject, report)),
      mark: null,
    }))
  return [...new Map([...marks, ...missing].map((away) => [away.name, away])).values()]
}
