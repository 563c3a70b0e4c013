import { findEvent } from '../core/derive'
import { type Panes, panesOf } from '../core/frame'
import { GROUND_LAYERS, groundPaths, riverRank } from '../core/ground'
import type { PlacedLine } from '../core/map-text'
import { clampCamera, fitBounds, origin, type Size, unproject, worldPx } from '../core/mercator'
import { layoutScene, marksIn, type Scene, type SceneSubject } from '../core/scene'
import { type RelayParts, relayParts } from '../core/scene-relay'
import type { Camera } from '../core/types'
import type { AppState } from '../state/state'
import { svg } from './dom'
import { drawOver, drawUnder } from './map-draw'
import type { Basemap } from './map-ground'
import { legendEntries, swatch } from './map-legend'
import { createMeasure } from './map-measure'
import { awayFrom, createModel } from './map-model'
import { stagedIn } from './map-staged'
import type { ViewContext } from './view'

/** The map of a state at a size of its own, drawn as the page draws it; its looks come from the page’s sheets. */
export interface MapPicture {
  readonly element: SVGGElement
  /** The key: only what is drawn. Swatches are 24 × 16 px about 0,0. */
  readonly key: readonly { readonly swatch: SVGElement; readonly text: string }[]
  /** What the frame leaves out, and where it is cut. */
  readonly away: readonly string[]
  readonly cutDegrees: number | null
  /** The strip has another scale than the rest, because the reader has moved that. */
  readonly isUneven: boolean
}

/** Null where the outlines of the land cannot be had. */
export type DrawMapPicture = (context: ViewContext, state: AppState, size: Size) => Promise<MapPicture | null>

/** The basemap as far as a picture needs it. */
export interface PictureBasemap extends Basemap {
  start(): Promise<void>
  refine(): Promise<boolean>
}

/** Along a line of text. */
const SAMPLES = [0.1, 0.3, 0.5, 0.7, 0.9] as const
/** How far a mark may reach over the edge of its pane. */
const OVER_PX = 8

/** Where the reader looks, at another size: all that the page shows is in the picture. */
function cameraOf({ camera, area }: AppState, panes: Panes): Camera {
  if (camera === null) return panes.camera
  const [shown] = area ?? []
  return shown ? fitBounds(shown, panes.main) : clampCamera(camera, panes.main)
}

function relayOver(subject: SceneSubject, panes: Panes, camera: Camera): RelayParts | null {
  if (!subject.relay) return null
  const { main, strip } = panes
  return relayParts(subject.relay, panes, camera, {
    main: marksIn(subject, camera, main, 1).map(({ at }) => at),
    strip: strip ? marksIn(subject, strip.camera, strip.size, 1).map(({ at }) => at) : [],
  })
}

/** Where a reader looks at a part of the map, a strip that shows nothing is only in the way. */
const hasStripMarks = (subject: SceneSubject, { strip }: Panes): boolean =>
  strip !== null && marksIn(subject, strip.camera, strip.size, 1).length > 0

interface Laid {
  readonly name: 'main' | 'strip'
  readonly scene: Scene
  readonly camera: Camera
  readonly size: Size
  readonly x: number
}

/** Both panes: a ship that the main one places is not told again in the strip. */
function layOut(subject: SceneSubject, panes: Panes, camera: Camera): readonly Laid[] {
  const { main, strip, narrow } = panes
  const relay = relayOver(subject, panes, camera)
  const shared = { narrow, scale: 1, obstacles: [], last: new Map<string, string>(), settled: true }
  const scene = layoutScene(subject, {
    ...shared,
    camera,
    size: main,
    without: new Set(),
    main: true,
    relay: relay?.main ?? null,
    isRouteTold: false,
  })
  if (!strip) return [{ name: 'main', scene, camera, size: main, x: 0 }]
  const far = layoutScene(subject, {
    ...shared,
    camera: strip.camera,
    size: strip.size,
    without: new Set(scene.ships.map((ship) => ship.id)),
    main: false,
    relay: relay?.strip ?? null,
    isRouteTold: (scene.route?.label.length ?? 0) > 0,
  })
  return [
    { name: 'strip', scene: far, camera: strip.camera, size: strip.size, x: 0 },
    { name: 'main', scene, camera, size: main, x: strip.size.widthPx + strip.gapPx },
  ]
}

/** Land, waters and borders of a pane. */
export function ground(basemap: Basemap, camera: Camera, size: Size): SVGGElement {
  const topology = basemap.topology()
  const [left, top] = origin(camera, size)
  const extent = { worldPx: worldPx(camera.zoom), left, top, right: left + size.widthPx, bottom: top + size.heightPx }
  const data = topology && groundPaths(topology, extent, riverRank(camera.zoom))
  const paths = GROUND_LAYERS.map((layer) => svg('path', { class: `ground-${layer}`, d: data?.get(layer) ?? '' }))
  return svg('g', { class: 'map-ground' }, ...paths)
}

/** True where most of a line of text lies on land: the colour of its halo. */
function landUnder({ isLand, measure }: SceneSubject, { camera, size }: Laid) {
  return (line: PlacedLine): boolean => {
    const widthPx = measure(line.text, line.style)
    const left = line.align === 'start' ? line.x : line.x - (line.align === 'end' ? widthPx : widthPx / 2)
    const at = SAMPLES.map((part) => isLand(unproject([left + part * widthPx, line.y - 4], camera, size)))
    return at.filter(Boolean).length * 2 > at.length
  }
}

function paneOf(basemap: Basemap, subject: SceneSubject, laid: Laid): SVGGElement {
  const { name, scene, camera, size, x } = laid
  const { widthPx, heightPx } = size
  const prefix = `picture-${name}`
  const options = { prefix, widthPx, heightPx, scale: 1, isOnLand: landUnder(subject, laid) }
  const clip = (id: string, overPx: number): SVGClipPathElement =>
    svg(
      'clipPath',
      { id: `${prefix}-${id}` },
      svg('rect', { x: -overPx, y: -overPx, width: widthPx + 2 * overPx, height: heightPx + 2 * overPx }),
    )
  // A mark at the very edge is whole; a line that leaves the map ends at the edge.
  const overPx = scene.route || scene.relay ? 0 : OVER_PX
  const frame = { x: 0.5, y: 0.5, width: widthPx - 1, height: heightPx - 1, fill: 'none', stroke: 'var(--coast)' }
  return svg(
    'g',
    { transform: x === 0 ? null : `translate(${x},0)` },
    clip('pane', 0),
    clip('marks', overPx),
    svg(
      'g',
      { 'clip-path': `url(#${prefix}-pane)` },
      svg('rect', { width: widthPx, height: heightPx, fill: 'var(--sea)' }),
      svg('g', { class: 'map-under' }, ...drawUnder(scene, options)),
      ground(basemap, camera, size),
    ),
    svg('rect', frame),
    svg('g', { class: 'map-over', 'clip-path': `url(#${prefix}-marks)` }, ...drawOver(scene, options)),
  )
}

/** Rings around what stands for the open event. */
function ringSelected(element: Element, subject: SceneSubject, laid: readonly Laid[], state: AppState): void {
  const event = findEvent(subject.story, state, state.selected)
  if (!event) return
  for (const { name, scene } of laid) {
    for (const [key, { events }] of stagedIn(subject, scene, name, state, 1).staged) {
      if (key !== event.vessel && !events.some(({ id }) => id === event.id)) continue
      for (const node of element.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)) node.classList.add('selected')
    }
  }
}

/** Draws maps for pictures from the scene, the marks and the ground of the page’s own map, without WebGL. */
export const createMapPictures =
  (basemap: PictureBasemap): DrawMapPicture =>
  async (context, state, size) => {
    await Promise.all([basemap.start(), basemap.refine()])
    if (!basemap.topology()) return null
    const { story, words } = context
    const family = getComputedStyle(document.documentElement).getPropertyValue('--sans').trim() || 'sans-serif'
    const model = createModel(context, basemap)
    const subject = model.subject(state, createMeasure(family))
    const whole = panesOf(story, size)
    const isMoved = state.camera !== null
    const panes = isMoved && !hasStripMarks(subject, whole) ? { ...whole, main: size, strip: null } : whole
    const camera = cameraOf(state, panes)
    const laid = layOut(subject, panes, camera)
    const scenes = laid.map(({ scene }) => scene)
    const element = svg('g', { class: 'map' }, ...laid.map((each) => paneOf(basemap, subject, each)))
    ringSelected(element, subject, laid, state)
    const reach = subject.tracks.find((track) => track.reach)?.reach
    const knots = reach ? subject.formatter.count(reach.knots) : ''
    const says = words.map.legend
    return {
      element,
      key: legendEntries(scenes, model.hasDisputed(camera, panes.main)).map((entry) => ({
        swatch: svg('g', { class: 'map' }, svg('g', { class: 'map-legend' }, ...swatch(entry).childNodes)),
        text: entry === 'reach' ? says.reach(knots) : says[entry],
      })),
      away: awayFrom(subject, scenes).map(({ name }) => name),
      cutDegrees: isMoved ? null : (panes.strip?.cutDegrees ?? null),
      isUneven: isMoved && panes.strip !== null,
    }
  }
