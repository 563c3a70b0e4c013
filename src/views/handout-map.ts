import { panesOf } from '../core/frame'
import { middleOf } from '../core/geo'
import { landTest } from '../core/ground'
import type { HandoutPlace } from '../core/handout'
import { type Badge, placeBadges } from '../core/handout-badges'
import { countryEdges, handoutNames } from '../core/handout-names'
import type { HandoutVessel } from '../core/handout-vessels'
import { Field } from '../core/labels'
import { createTypesetter, type PlacedLine } from '../core/map-text'
import { type Point, projection, type Size, unproject } from '../core/mercator'
import type { IsLand, Scene } from '../core/scene'
import { shadesOf } from '../core/scene-seas'
import type { Story } from '../core/story-types'
import type { Camera } from '../core/types'
import { svg } from './dom'
import { shipNode, shipSigns } from './handout-ships'
import { placeBadge, SIGN_PX } from './handout-sign'
import { drawOver, drawUnder } from './map-draw'
import { createMeasure } from './map-measure'
import { ground, type PictureBasemap } from './picture-map'

/** What a handout's map shows: numbers of places, letters of ships. */
export interface HandoutMapSubject {
  readonly places: readonly HandoutPlace[]
  readonly vessels: readonly HandoutVessel[]
  /** With the names of countries and seas, which would tell where the places are. */
  readonly isNamed: boolean
  /** 1, more for large print. */
  readonly scale: number
}

export interface HandoutMap {
  readonly element: SVGGElement
  /** Numbers and letters that the frame leaves out. */
  readonly away: readonly string[]
  readonly hasSeas: boolean
  /** Where the map is cut. */
  readonly cutDegrees: number | null
}

/** Draws the numbered map of a handout; null where the outlines of the land cannot be had. */
export type DrawHandoutMap = (story: Story, subject: HandoutMapSubject, size: Size) => Promise<HandoutMap | null>

/** Paper shows more than a screen of that size: names stand that much earlier. */
const NAMES_ZOOM = 0.6
const NONE: Omit<Scene, 'names'> = {
  marks: [],
  labels: [],
  ships: [],
  shades: [],
  joins: [],
  joinDates: [],
  route: null,
  relay: null,
  squeezed: 0,
  chosen: new Map(),
}

const moved = ([x, y]: Point, scale: number): string =>
  `translate(${x.toFixed(1)},${y.toFixed(1)})${scale === 1 ? '' : ` scale(${scale})`}`

function badgeNodes({ number, shape, middle, stem }: Badge, scale: number): readonly SVGElement[] {
  const line = stem && `M${stem[0].join()}L${stem[1].join()}`
  const from = stem && svg('path', { d: line, fill: 'none', stroke: 'var(--ink)', 'stroke-width': 1.25 * scale })
  const dot = stem && svg('circle', { cx: stem[0][0], cy: stem[0][1], r: 2.5 * scale, fill: 'var(--ink)' })
  const drawn = placeBadge(shape, number)
  drawn.setAttribute('transform', moved(middle, scale))
  return [...(from ? [from] : []), ...(dot ? [dot] : []), drawn]
}

/** Numbers last: a stem of one must not cross another. */
function allBadges(badges: readonly Badge[], scale: number): readonly SVGElement[] {
  const nodes = badges.map((each) => badgeNodes(each, scale))
  return [...nodes.flatMap((each) => each.slice(0, -1)), ...nodes.flatMap((each) => each.slice(-1))]
}

interface Pane {
  readonly name: 'main' | 'strip'
  readonly camera: Camera
  readonly size: Size
  readonly x: number
}

interface Drawn {
  readonly element: SVGGElement
  readonly shown: ReadonlySet<string>
  readonly hasSeas: boolean
}

function drawPane(basemap: PictureBasemap, story: Story, subject: HandoutMapSubject, pane: Pane, family: string): Drawn {
  const { name, camera, size, x } = pane
  const { widthPx, heightPx } = size
  const { scale } = subject
  const project = projection(camera, size)
  const topology = basemap.topology()
  const isLand: IsLand = topology ? landTest(topology) : () => false
  const field = new Field(size)
  const points = subject.places.flatMap(({ number, shape, geometry }) => {
    const middle = middleOf(geometry)
    const point = middle && project(middle)
    const isInside = point && point[0] > 0 && point[1] > 0 && point[0] < widthPx && point[1] < heightPx
    return isInside ? [{ number, shape, at: point }] : []
  })
  const badges = placeBadges(field, points, SIGN_PX * scale)
  const ships = shipSigns(story, subject, pane, field, isLand)
  const shades = shadesOf(
    subject.vessels.map(({ track }) => track),
    story.places,
    project,
    size,
  )
  const names = subject.isNamed ? basemap.names() : null
  const taken = new Set([...story.places.values()].flatMap((place) => [place.name.value, place.short.value]))
  const edges = names && topology ? countryEdges(topology, project, size) : []
  const type = createTypesetter(createMeasure(family), scale)
  const placed = names ? handoutNames(field, { names, zoom: camera.zoom + NAMES_ZOOM, project, edges, taken }, type) : []
  const prefix = `handout-${name}`
  const options = {
    prefix,
    widthPx,
    heightPx,
    scale,
    isOnLand: ({ x: left, y }: PlacedLine) => isLand(unproject([left, y], camera, size)),
  }
  const clip = svg('clipPath', { id: `${prefix}-pane` }, svg('rect', { width: widthPx, height: heightPx }))
  const frame = { x: 0.5, y: 0.5, width: widthPx - 1, height: heightPx - 1, fill: 'none', stroke: 'var(--ink-2)' }
  const element = svg(
    'g',
    { transform: x === 0 ? null : `translate(${x},0)` },
    clip,
    svg(
      'g',
      { 'clip-path': `url(#${prefix}-pane)` },
      svg('rect', { width: widthPx, height: heightPx, fill: 'var(--sea)' }),
      svg('g', { class: 'map-under' }, ...drawUnder({ shades, joins: [] }, options)),
      ground(basemap, camera, size),
      svg('g', { class: 'map-over' }, ...drawOver({ ...NONE, names: placed }, options)),
      ...ships.map((ship) => shipNode(ship, scale)),
      ...allBadges(badges, scale),
    ),
    svg('rect', frame),
  )
  const shown = new Set([...badges.map(({ number }) => String(number)), ...ships.map(({ letter }) => letter)])
  return { element, shown, hasSeas: shades.some(({ area }) => area !== null) }
}

/** Draws the maps of handouts from the page’s own ground, without WebGL. */
export const createHandoutMaps =
  (basemap: PictureBasemap): DrawHandoutMap =>
  async (story, subject, size) => {
    await Promise.all([basemap.start(), basemap.refine()])
    if (!basemap.topology()) return null
    const family = getComputedStyle(document.documentElement).getPropertyValue('--sans').trim() || 'sans-serif'
    const { strip, main, camera } = panesOf(story, size)
    const panes: Pane[] = [
      ...(strip ? [{ name: 'strip' as const, camera: strip.camera, size: strip.size, x: 0 }] : []),
      { name: 'main', camera, size: main, x: strip ? strip.size.widthPx + strip.gapPx : 0 },
    ]
    const drawn = panes.map((pane) => drawPane(basemap, story, subject, pane, family))
    const signs = [...subject.places.map(({ number }) => String(number)), ...subject.vessels.map(({ letter }) => letter)]
    return {
      element: svg('g', { class: 'map' }, ...drawn.map(({ element }) => element)),
      away: signs.filter((sign) => !drawn.some(({ shown }) => shown.has(sign))),
      hasSeas: drawn.some(({ hasSeas }) => hasSeas),
      cutDegrees: strip?.cutDegrees ?? null,
    }
  }
