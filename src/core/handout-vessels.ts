import { clockTime } from './clocks'
import { shipInstant, tracksOfView } from './export-vessels'
import type { ExportView } from './export-view'
import { shipWords } from './ship-words'
import type { Track } from './track'
import { handoutWords } from './words/handout-words'
import { zoneName } from './zone-name'

/** A ship on a sheet of paper. */
export interface HandoutVessel {
  /** Its sign on the map: A, B, C. */
  readonly letter: string
  readonly track: Track
  readonly name: string
  readonly told: string
  /** How far it could be, how old the last sighting is. */
  readonly strong: readonly string[]
}

const FIRST_LETTER = 'A'.charCodeAt(0)

/** How far a ship could be, and by when: paper has no line of time to look at, and an answer may speak of another hour. */
function reachOf(view: ExportView, { reach }: Track): string | null {
  if (reach === null) return null
  const { story, format, words } = view
  const time = clockTime(shipInstant(view), story.timeZone, words.locale).text
  const by = words.timeline.zoneTime(zoneName(story, story.timeZone))
  return handoutWords.reach(`${time} ${by}`, format.duration(reach.sinceMs), format.count(reach.knots))
}

/** What was known of the ships that a view shows, each with a letter. */
export function vesselsFor(view: ExportView): readonly HandoutVessel[] {
  const vessels = tracksOfView(view).flatMap((track) => {
    const told = shipWords(track, view.story, shipInstant(view), view.format, view.words)
    if (told === null) return []
    const reach = reachOf(view, track)
    return [{ track, name: told.name, told: told.told, strong: reach === null ? told.strong : [reach] }]
  })
  return vessels.map((vessel, index) => ({ ...vessel, letter: String.fromCharCode(FIRST_LETTER + index) }))
}
