import type { CalendarDay } from './calendar-day'
import { dayOfWhen, isoDay } from './calendar-day'
import { creditLine, editionText } from './citation'
import { type Filters, matchingEvents, shownEvents } from './derive'
import { plainSpaces } from './export-time'
import { type Formatter, formatterOf } from './format'
import type { Story } from './story-types'
import type { EventId, Instant, StoryEvent } from './types'
import { exportWords } from './words/export-words'
import type { Words } from './words/words'

/** What of the state decides what is exported: the filters, and the now-line, by which ships were last reported. */
export interface ExportState extends Filters {
  readonly instant: Instant
}

/** What the page knows and core does not. */
export interface ExportEdge {
  readonly words: Words
  /** The address of exactly this view; null where the page has none to give, such as a file opened from disk. */
  readonly address: string | null
  /** The address that opens the page on an event; null as above. */
  readonly linkTo: ((event: EventId) => string) | null
  /** The reader's day: when the story was read. Absent leaves it out. */
  readonly accessed?: CalendarDay
}

/** Whose work it is and which edition: every export carries it. Empty texts where the story gives none. */
export interface Provenance {
  readonly licence: string
  readonly licenceAddress: string
  /** Title, author, source, licence in one line, with the day of access behind an address. */
  readonly credit: string
  /** Number of the edition, such as `1`. */
  readonly edition: string
  /** Its day, such as `2026-11-22`. */
  readonly editionDate: string
  /** "edition 1, 22 November 2026". */
  readonly editionText: string
  readonly address: string
  /** The day of access, such as `2026-11-23`. */
  readonly accessed: string
  /** "12 of 46 events, as filtered". */
  readonly selection: string
}

/** The events that a view shows, with all that is needed to write them down. */
export interface ExportView extends ExportEdge {
  readonly story: Story
  readonly state: ExportState
  readonly events: readonly StoryEvent[]
  /** Dates in it have plain spaces. */
  readonly format: Formatter
  readonly provenance: Provenance
}

const editionDay = ({ edition }: Story): CalendarDay | null => (edition?.published ? dayOfWhen(edition.published) : null)

/** What is exported of a state: the events after every filter, as they were known, on the shown layers. */
export function exportView(story: Story, state: ExportState, edge: ExportEdge): ExportView {
  const events = matchingEvents(story, state)
  const all = shownEvents(story, state).length
  const formatter = formatterOf(story, edge.words)
  const format: Formatter = { ...formatter, when: (when) => plainSpaces(formatter.when(when)) }
  const day = editionDay(story)
  const provenance: Provenance = {
    licence: story.license?.name ?? '',
    licenceAddress: story.license?.url ?? '',
    credit: creditLine(story, edge.address, edge.accessed ?? null).text,
    edition: story.edition === null ? '' : String(story.edition.number),
    editionDate: day === null ? '' : isoDay(day),
    editionText: editionText(story) ?? '',
    address: edge.address ?? '',
    accessed: edge.accessed === undefined ? '' : isoDay(edge.accessed),
    selection: exportWords.selection(events.length, format.count(events.length), all, format.count(all)),
  }
  return { ...edge, story, state, events, format, provenance }
}
