import { geometryBounds } from './geo'
import { cameraAt, fitBounds, fitFrame, longitudeOf, mercatorX, mostWorldPx, type Size, worldPx } from './mercator'
import type { FrameBounds, Story } from './story-types'
import type { Bounds, Camera, StepId } from './types'

/** Panes narrower than this take the frame's narrow bounds, short names and one line fewer. */
export const NARROW_PX = 500
/** The name of a capital must fit the strip. */
const LEAST_STRIP_PX = 78
/** The strip's bounds leave room for marks as they usually are; for larger ones so much more, for each time that they are larger. */
const STRIP_PAD_PX = 18

export interface Strip {
  readonly size: Size
  readonly gapPx: number
  readonly camera: Camera
  /** Whole degrees of longitude that lie between the strip and the story's frame. */
  readonly cutDegrees: number
}

/** How the map's box is divided: an optional strip at the left, then the main pane with the camera of the story's frame. */
export interface Panes {
  readonly narrow: boolean
  readonly main: Size
  readonly camera: Camera
  readonly strip: Strip | null
}

const WORLD: Bounds = [-170, -56, 180, 72]

/** The bounds of everything that is placed, for a story that names no frame. */
export function placedBounds(story: Story): Bounds {
  const all = [...story.places.values()].flatMap((place) => (place.geometry ? [geometryBounds(place.geometry)] : []))
  const known = all.filter((bounds) => bounds !== null)
  if (known.length === 0) return WORLD
  const least = (side: 0 | 1): number => Math.min(...known.map((bounds) => bounds[side]))
  const most = (side: 2 | 3): number => Math.max(...known.map((bounds) => bounds[side]))
  return [least(0), least(1), most(2), most(3)]
}

/** One scale and one northern edge for both panes. */
function brokenFrame(frame: FrameBounds, strip: Bounds, size: Size, narrow: boolean, markScale: number): Panes {
  const gapPx = narrow ? 6 : 8
  const [west, , east, north] = frame.bounds
  const mainSpan = (east - west) / 360
  const stripSpan = (strip[2] - strip[0]) / 360
  const free = size.widthPx - gapPx
  const pads = 2 * STRIP_PAD_PX * (markScale - 1)
  const shared = (free - pads) / (mainSpan + stripSpan)
  const fits = stripSpan * shared + pads >= LEAST_STRIP_PX ? shared : (free - LEAST_STRIP_PX) / mainSpan
  const world = Math.min(fits, mostWorldPx(frame.bounds, size.heightPx))
  const stripPx = Math.round(Math.max(stripSpan * world + pads, LEAST_STRIP_PX))
  const main: Size = { widthPx: free - stripPx, heightPx: size.heightPx }
  const stripSize: Size = { widthPx: stripPx, heightPx: size.heightPx }
  const camera = fitFrame(frame.bounds, main, world)
  const scale = worldPx(camera.zoom)
  const spare = stripPx / scale - stripSpan
  const stripCamera = cameraAt(strip[0] - (spare * 360) / 2, north, scale, stripSize)
  const stripEast = longitudeOf(mercatorX(stripCamera.center[0]) + stripPx / 2 / scale)
  const mainWest = longitudeOf(mercatorX(camera.center[0]) - main.widthPx / 2 / scale)
  const cutDegrees = Math.floor(mainWest - stripEast)
  return { narrow, main, camera, strip: { size: stripSize, gapPx, camera: stripCamera, cutDegrees } }
}

/** True where the map shows the frame's strip: always, but to a room only while it looks at the frame itself. */
export const isFramed = ({ steps }: Story, { mode, step, camera }: Looking): boolean =>
  mode !== 'present' || (camera === null && (steps.find(({ id }) => id === step)?.camera ?? null) === null)

/** What the map is asked to show. */
interface Looking {
  readonly mode: string
  readonly step: StepId | null
  readonly camera: Camera | null
}

/**
 * Divides a box among the panes of the story's frame, or leaves its strip out. A story without a frame shows all of its places in one
 * pane. `markScale`: by how much marks are drawn larger than usual.
 */
export function panesOf(story: Story, size: Size, hasStrip = true, markScale = 1): Panes {
  const narrow = size.widthPx < NARROW_PX
  const frame = narrow ? (story.frame?.narrow ?? story.frame) : story.frame
  if (!frame) return { narrow, main: size, camera: fitBounds(placedBounds(story), size, 48), strip: null }
  if (hasStrip && frame.strip) return brokenFrame(frame, frame.strip.bounds, size, narrow, markScale)
  return { narrow, main: size, camera: fitFrame(frame.bounds, size), strip: null }
}

/** Where the map looks while nobody has moved it: at what a step shows, else at the story's frame. */
export function homeCamera(story: Story, step: StepId | null, panes: Panes): Camera {
  const bounds = story.steps.find(({ id }) => id === step)?.camera?.bounds
  return bounds ? fitBounds(bounds, panes.main) : panes.camera
}
