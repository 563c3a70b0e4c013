import type { ExportView } from './export-view'
import { intersects } from './interval'
import { seaOf, type Track, trackOf } from './track'
import type { Geometry, Instant } from './types'
import type { Vessel } from './vessel-types'

/** The instant that ships are asked for, as the map does: the now-line, but not past what is filtered. */
export const shipInstant = ({ state: { instant, brush, known } }: ExportView): Instant =>
  Math.min(instant, brush?.[1] ?? Infinity, known ?? Infinity)

/** What was known of the vessels that the filters let through; those without any report by then are left out. */
export function tracksOfView(view: ExportView): readonly Track[] {
  const { story, state } = view
  const { brush, parties, layers } = state
  const inBrush = (vessel: Vessel): Vessel =>
    brush === null
      ? vessel
      : { ...vessel, reports: vessel.reports.filter(({ when }) => when !== null && intersects(when.extent, brush)) }
  return [...story.vessels.values()]
    .filter(({ party }) => parties.size === 0 || (party !== null && parties.has(party)))
    .map((vessel) => trackOf(inBrush(vessel), story.places, shipInstant(view), layers))
    .filter(({ report }) => report !== null)
}

/** What is drawn for a vessel: the point where it was seen, the area that holds it, or nothing where the source names neither. */
export function trackGeometry({ state, report }: Track, { story }: ExportView): Geometry | null {
  if (report === null) return null
  if (state === 'point') return report.geometry
  return state === 'sea' ? seaOf(report, story.places) : null
}
