import { shipInstant, tracksOfView } from './export-vessels'
import type { ExportView } from './export-view'
import { shipWords } from './ship-words'
import type { Track } from './track'

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

/** What was known of the ships that a view shows, each with a letter. */
export function vesselsFor(view: ExportView): readonly HandoutVessel[] {
  const vessels = tracksOfView(view).flatMap((track) => {
    const told = shipWords(track, view.story, shipInstant(view), view.format, view.words)
    return told === null ? [] : [{ track, name: told.name, told: told.told, strong: told.strong }]
  })
  return vessels.map((vessel, index) => ({ ...vessel, letter: String.fromCharCode(FIRST_LETTER + index) }))
}
