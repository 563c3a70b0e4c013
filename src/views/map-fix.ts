import { circleRing, reachKm } from '../core/geo'
import { groundPaths } from '../core/ground'
import { fitBounds, origin, projection, type Size, worldPx } from '../core/mercator'
import { shadesOf } from '../core/scene-seas'
import type { Story } from '../core/story-types'
import { type Fix, type Track, trackOf } from '../core/track'
import type { Bounds, Camera, Instant, Text, When } from '../core/types'
import { svg } from './dom'
import { drawUnder } from './map-draw'
import type { Basemap } from './map-ground'
import { symbols } from './map-symbols'

/** A ship's last fix with a time of day, and what may be said some hours after it: small true maps, drawn as the map draws. */
export interface FixMaps {
  readonly ship: Text
  /** Told by another layer than the page's own. */
  readonly isAdded: boolean
  readonly place: Text
  readonly when: When
  readonly knots: number
  readonly maps: readonly { readonly hours: number; readonly radiusKm: number; readonly drawing: SVGSVGElement }[]
}

/** `null` where no ship of the story has such a fix, or the basemap is not there. */
export type DrawFix = (story: Story, hours: readonly number[], size: Size) => FixMaps | null

const HOUR_MS = 3_600_000
/** The frame holds the circle of so many hours. */
const FRAME_HOURS = 13

interface DatedFix extends Fix {
  readonly at: Instant
}

const hasTime = (fix: Fix | null): fix is DatedFix => fix !== null && fix.at !== null

/** A little wider than the circle that the frame has to hold. */
function frameOf(fix: Fix, knots: number): Bounds {
  const ring = circleRing(fix.position, reachKm(knots, FRAME_HOURS * HOUR_MS))
  const longitudes = ring.map(([longitude]) => longitude)
  const latitudes = ring.map(([, latitude]) => latitude)
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)]
}

function ground(basemap: Basemap, camera: Camera, size: Size): SVGGElement | null {
  const topology = basemap.topology()
  if (!topology) return null
  const [left, top] = origin(camera, size)
  const extent = { worldPx: worldPx(camera.zoom), left, top, right: left + size.widthPx, bottom: top + size.heightPx }
  const paths = [...groundPaths(topology, extent)].map(([layer, d]) => svg('path', { class: `ground-${layer}`, d }))
  return svg('g', { class: 'map-ground' }, ...paths)
}

function draw(basemap: Basemap, story: Story, track: Track, camera: Camera, size: Size, prefix: string): SVGSVGElement | null {
  const { widthPx, heightPx } = size
  const land = ground(basemap, camera, size)
  if (!land || !track.fix) return null
  const project = projection(camera, size)
  const shades = shadesOf([track], story.places, project, size)
  const under = drawUnder({ shades, joins: [] }, { prefix, widthPx, heightPx, scale: 1, isOnLand: () => false })
  const [x, y] = project(track.fix.position)
  const isCurrent = track.reach !== null || track.state === 'point'
  const mark = svg(
    'g',
    { transform: `translate(${x.toFixed(1)},${y.toFixed(1)})`, 'data-party': track.vessel.party },
    isCurrent ? symbols.port() : symbols.past(),
  )
  const all = svg('g', { class: 'map' }, ...under, land, mark)
  return svg('svg', { class: 'fix-map', viewBox: `0 0 ${widthPx} ${heightPx}`, 'aria-hidden': 'true' }, all)
}

export const createFixMaps =
  (basemap: Basemap): DrawFix =>
  (story, hours, size) => {
    const layers = new Set([...story.layers.values()].filter((layer) => layer.shown).map((layer) => layer.id))
    const at = (vessel: Track['vessel'], instant: Instant): Track => trackOf(vessel, story.places, instant, layers)
    for (const vessel of story.vessels.values()) {
      const { fix } = at(vessel, story.now)
      const { speedKnots } = vessel
      if (!hasTime(fix) || speedKnots === null || fix.report.when === null) continue
      const camera = fitBounds(frameOf(fix, speedKnots), size)
      const maps = hours.flatMap((after) => {
        const track = at(vessel, fix.at + after * HOUR_MS)
        const drawing = draw(basemap, story, track, camera, size, `fix-${after}`)
        return drawing ? [{ hours: after, radiusKm: reachKm(speedKnots, after * HOUR_MS), drawing }] : []
      })
      if (maps.length < hours.length) return null
      const isAdded = story.layers.get(fix.report.layer)?.base === false
      return { ship: vessel.name, isAdded, place: fix.report.place, when: fix.report.when, knots: speedKnots, maps }
    }
    return null
  }
