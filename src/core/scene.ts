import type { Formatter } from './format'
import { distanceKm, insideRings, rings } from './geo'
import { type Box, boxAround, Field } from './labels'
import { type PlacedMark, type PlaceMark, placeMarks } from './map-marks'
import { createTypesetter, type Measure, type PlacedLine, type Typesetter } from './map-text'
import { boundsOf, contains, type Point, projection, type Size, unproject } from './mercator'
import type { Relay } from './relay'
import { type RelayLine, type RelayPart, type Route, type RouteLine, relayIn, routeIn } from './scene-lines'
import { type GroundName, groundNames, type Names } from './scene-names'
import { type GroundAt, labelMarks, markBox, type PlaceLabel } from './scene-places'
import { type JoinLine, joinsIn, ringsIn, type Shade, shadesOf } from './scene-seas'
import { keepFree, placeShips, type ShipInput, type ShipMark } from './scene-ships'
import { aimsIn } from './ship-leader'
import { placePlates } from './ship-plate'
import { type ShipWords, shipWords } from './ship-words'
import type { Story } from './story-types'
import { seaOf, type Track } from './track'
import type { Camera, Instant, Position, VesselId } from './types'
import type { Words } from './words/words'

/** All that is drawn over and under the ground of one pane, in px: the same for every engine, for print and for the static picture. */
export interface Scene {
  readonly marks: readonly PlacedMark[]
  readonly labels: readonly PlaceLabel[]
  readonly ships: readonly ShipMark[]
  readonly shades: readonly Shade[]
  readonly joins: readonly JoinLine[]
  readonly joinDates: readonly PlacedLine[]
  /** The distance that is measured. */
  readonly route: RouteLine | null
  /** Who mediated. */
  readonly relay: RelayLine | null
  readonly names: readonly GroundName[]
  /** What had to be shortened, moved away or left out for want of room. */
  readonly squeezed: number
  /** Where each label stands, for the next layout of the same pane. */
  readonly chosen: ReadonlyMap<string, string>
}

/** Tells land from water; always false while no basemap is there. */
export type IsLand = (position: Position) => boolean

/** What stays the same for every pane and camera. */
export interface SceneSubject {
  readonly story: Story
  readonly marks: readonly PlaceMark[]
  readonly tracks: readonly Track[]
  readonly instant: Instant
  readonly route: Route | null
  readonly relay: Relay | null
  readonly words: Words
  readonly formatter: Formatter
  readonly names: Names | null
  readonly isLand: IsLand
  readonly measure: Measure
}

export interface ScenePane {
  readonly camera: Camera
  readonly size: Size
  readonly narrow: boolean
  /** 1, more for a projector. */
  readonly scale: number
  /** Legend, buttons, credits: nothing is drawn under them. */
  readonly obstacles: readonly Box[]
  /** Ships that are placed in another pane. */
  readonly without: ReadonlySet<VesselId>
  /** A ship whose place nobody gives is told in the main pane only. */
  readonly main: boolean
  /** The part of the subject's relay that this pane shows. */
  readonly relay: RelayPart | null
  /** The measured distance is written in another pane. */
  readonly isRouteTold: boolean
  readonly last: ReadonlyMap<string, string>
  /** False while the map moves: then the first layout serves. */
  readonly settled: boolean
}

const insideOf =
  ({ widthPx, heightPx }: Size) =>
  ([x, y]: Point, radius = 3): boolean =>
    x >= radius && y >= radius && x <= widthPx - radius && y <= heightPx - radius

/** The marks of a pane alone: cheap, to see what a plate would hide. */
export const marksIn = (subject: SceneSubject, camera: Camera, size: Size, scale: number): readonly PlacedMark[] =>
  placeMarks(subject.marks, projection(camera, size), insideOf(size), scale, subject.words)

const waterIn =
  (subject: SceneSubject, { camera, size }: ScenePane) =>
  (at: Point): boolean =>
    !subject.isLand(unproject(at, camera, size))

/** No dot where the ship could not be yet. */
const isInReach = ({ reach }: Track, position: Position): boolean =>
  reach === null || distanceKm(reach.center, position) <= reach.radiusKm * 0.95

/** Null aims: nobody places it. */
type AnyShip = Omit<ShipInput, 'aims'> & { readonly aims: ShipInput['aims'] | null }
const isPlaced = (ship: AnyShip): ship is ShipInput => ship.aims !== null

function shipInput(subject: SceneSubject, pane: ScenePane, track: Track, words: ShipWords): AnyShip | null {
  const project = projection(pane.camera, pane.size)
  const { vessel, report, state, fix } = track
  const bounds = boundsOf(pane.camera, pane.size)
  const authors = pane.narrow ? vessel.labels.narrow : vessel.labels.wide
  const anchors = authors.filter((position) => contains(bounds, position)).map(project)
  const input = { id: vessel.id, party: vessel.party, words, anchors }
  if (track.isAsked) return pane.main ? { ...input, aims: null } : null
  if (state === 'point' && fix) {
    const point = project(fix.position)
    return insideOf(pane.size)(point) ? { ...input, aims: [{ at: point, depth: 99 }] } : null
  }
  const sea = state === 'sea' && report ? seaOf(report, subject.story.places) : null
  if (sea && rings(sea).length > 0) {
    const area = ringsIn(sea, project, pane.size)
    const all = area.length > 0 ? aimsIn(area, pane.size, waterIn(subject, pane)) : []
    const aims = all.filter(({ at }) => isInReach(track, unproject(at, pane.camera, pane.size)))
    if (aims.length > 0) return { ...input, aims }
    // In the first minutes after a fix the circle is smaller than its mark: the ship is as good as there.
    const near = track.reach ? project(track.reach.center) : null
    return near && all.length > 0 && insideOf(pane.size)(near) ? { ...input, aims: [{ at: near, depth: 99 }] } : null
  }
  // Its author names it where its region is: a view without any of that shows nothing of the region.
  return pane.main && (authors.length === 0 || anchors.length > 0) ? { ...input, aims: null } : null
}

function shipsOf(subject: SceneSubject, pane: ScenePane): readonly AnyShip[] {
  const { story, instant, formatter, words } = subject
  return subject.tracks.flatMap((track) => {
    if (pane.without.has(track.vessel.id)) return []
    const told = shipWords(track, story, instant, formatter, words)
    const input = told && shipInput(subject, pane, track, told)
    return input ? [input] : []
  })
}

/** The date at the end of a join that leaves the pane; silent where there is no room. */
function joinDates(
  subject: SceneSubject,
  joins: readonly JoinLine[],
  field: Field,
  type: ReturnType<typeof createTypesetter>,
): readonly PlacedLine[] {
  return joins.flatMap(({ exit }) => {
    const when = exit?.report.when ?? exit?.report.reported ?? null
    if (!exit || !when) return []
    const line = { text: subject.formatter.whenShort(when), style: 'date' as const }
    const [x, y] = exit.at
    const left = x < field.size.widthPx / 2
    const sides = [y + 5, y - 5 - type.height(line)].map((top) =>
      type.block([line], left ? 'start' : 'end', [left ? x - 3 : x + 3, top]),
    )
    const free = sides.find(({ box }) => field.isFree(box))
    if (!free) return []
    field.take(free.box)
    return free.lines
  })
}

interface Placed {
  readonly field: Field
  readonly labels: readonly PlaceLabel[]
  readonly ships: readonly ShipMark[]
  readonly squeezed: number
}

/** A name that is not drawn at all weighs as much as many that are short. */
const LOST = 20
/** A line of text weighs as much as so many px of leader. */
const LEVEL_COST = 80

/** Labels of places and ships, in the one order or the other. */
function place(
  empty: Field,
  marks: readonly PlacedMark[],
  inputs: readonly ShipInput[],
  pane: ScenePane,
  tools: Tools,
  shipsFirst: boolean,
): Placed {
  const field = empty.copy()
  const { type, ground } = tools
  const early = shipsFirst ? placeShips(field, inputs, type, pane.narrow, ground) : []
  const kept = shipsFirst ? [] : inputs.map((input) => keepFree(input, field)).filter((box) => box !== null)
  for (const box of kept) field.take(box)
  const labels = labelMarks(field, marks, type, pane.narrow, pane.last, ground)
  for (const box of kept) field.release(box)
  const ships = shipsFirst ? early : placeShips(field, inputs, type, pane.narrow, ground)
  const lost = LOST * (marks.length - labels.length + inputs.length - ships.length)
  const squeezed = [...labels, ...ships].reduce((sum, { level }) => sum + level, lost)
  return { field, labels, ships, squeezed }
}

interface Tools {
  readonly type: Typesetter
  readonly ground: GroundAt
}

/** Places first, or ships first: whichever keeps more words and the shorter leaders. */
function placeBest(
  empty: Field,
  marks: readonly PlacedMark[],
  inputs: readonly ShipInput[],
  pane: ScenePane,
  tools: Tools,
): Placed {
  const first = place(empty, marks, inputs, pane, tools, false)
  if (inputs.length === 0 || !pane.settled) return first
  const second = place(empty, marks, inputs, pane, tools, true)
  const cost = ({ squeezed, ships }: Placed): number => squeezed * LEVEL_COST + ships.reduce((sum, ship) => sum + ship.cost, 0)
  return cost(second) < cost(first) ? second : first
}

/** Lays out one pane: marks, their labels, ships, dates, and the ground's names in the room that is left. */
export function layoutScene(subject: SceneSubject, pane: ScenePane): Scene {
  const { camera, size, scale, last } = pane
  const project = projection(camera, size)
  const type = createTypesetter(subject.measure, scale)
  const empty = new Field(size, pane.obstacles)
  const marks = marksIn(subject, camera, size, scale)
  for (const mark of marks) empty.take(markBox(mark, scale))
  const route = subject.route && routeIn(empty, subject.route, project, marks, type, pane.isRouteTold)
  const relay = pane.relay && relayIn(empty, pane.relay, type)
  const joins = joinsIn(subject.tracks, project, size)
  for (const { exit } of joins) if (exit) empty.take(boxAround(exit.at, 6))
  const isWater = waterIn(subject, pane)
  const shades = shadesOf(subject.tracks, subject.story.places, project, size, isWater)
  for (const point of [
    ...joins.flatMap(({ line }) => line),
    ...shades.flatMap(({ rim }) => rim.filter((_, index) => index % 2 === 0)),
  ].filter((at) => insideOf(size)(at)))
    empty.takeSoft(boxAround(point, 4))
  const isShaded = (at: Point): boolean => shades.some((shade) => insideRings(at, shade.rings))
  const tools = { type, ground: { isWater, isShaded } }
  const all = shipsOf(subject, pane)
  const unplaced = all.filter((ship) => !isPlaced(ship))
  const plates = placePlates(empty, unplaced, type, pane.narrow)
  const best = placeBest(empty, marks, all.filter(isPlaced), pane, tools)
  const { field, labels } = best
  const ships = [...plates, ...best.ships]
  const lost = LOST * (unplaced.length - plates.length)
  const squeezed = best.squeezed + plates.reduce((sum, { level }) => sum + level, lost)
  const dates = joinDates(subject, joins, field, type)
  const taken = new Set(subject.marks.map((mark) => mark.title.value))
  const { placed, chosen } = subject.names
    ? groundNames(field, { names: subject.names, zoom: camera.zoom, project, taken, last }, type)
    : { placed: [], chosen: new Map<string, string>() }
  for (const label of labels) chosen.set(label.key, label.choice)
  return { marks, labels, ships, shades, joins, joinDates: dates, route, relay, names: placed, squeezed, chosen }
}
