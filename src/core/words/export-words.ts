import type { Place } from '../story-types'
import type { Precision, Role } from '../types'

const events = (n: number, text: string): string => `${text} ${n === 1 ? 'event' : 'events'}`

const precisions: Readonly<Record<Precision, string>> = {
  instant: 'clock time',
  day: 'day',
  month: 'month',
  season: 'season',
  year: 'year',
  decade: 'decade',
  century: 'century',
}

const placePrecisions: Readonly<Record<Place['precision'], string>> = {
  site: 'exact place',
  city: 'town',
  area: 'area, no exact place',
  country: 'country, no town given',
}

const roles: Readonly<Record<Role, string>> = {
  happened: 'happened here',
  planned: 'planned here',
  seat: 'said by the government or body with its seat here',
  subject: 'about this area',
}

/** Words inside exported files and citations, which come with a later script. Dates and numbers come formatted. */
export const exportWords = {
  precisions,
  placePrecisions,
  roles,
  range: (from: string, to: string): string => `${from} to ${to}`,
  doubts: {
    about: 'about',
    uncertain: 'date uncertain',
    within: 'some time within it',
    startUnknown: 'since when is not said',
    startOpen: 'start left open',
    endUnknown: 'end not reported',
    endOpen: 'going on',
  },
  /** What another layer than the event's own added to it. */
  added: {
    when: 'date',
    where: 'place',
    text: 'text',
    format: 'format',
    outcome: 'outcome',
    claims: 'claims',
    sources: 'sources',
    from: (parts: string, layers: string): string => `${parts} (from: ${layers})`,
  },
  /** In the place of the sources of an event that is kept back: a file names at least one. */
  keptBack: 'Sources are kept back until the event is told',
  addedSource: (source: string): string => `${source} (added)`,
  agency: (publisher: string, agency: string): string => `${publisher} (${agency})`,
  sentence: (numbers: string): string => (/\D/.test(numbers) ? `sentences ${numbers}` : `sentence ${numbers}`),
  /** What a vessel's geometry means. */
  positions: {
    point: 'seen here on the date given; not where it is now',
    area: 'somewhere in this area; no position was published',
    none: 'the source does not say where',
  },
  claim: (who: string, status: string, text: string): string => `${who} (${status}): ${text}`,
  selection: (n: number, text: string, all: number, allText: string): string =>
    n === all ? `All ${events(all, allText)}` : `${text} of ${events(all, allText)}, as filtered`,

  calendar: {
    unsure: (title: string, when: string): string => `${title} (${when})`,
    statuses: {
      planned: (title: string): string => `Planned: ${title}`,
      cancelled: (title: string): string => `Cancelled: ${title}`,
      unknown: (title: string): string => `Not known whether it happened: ${title}`,
    },
    /** Titles that say so themselves. */
    saysItself: { planned: /\bplanned\b/i, cancelled: /\bcancell?ed\b/i, unknown: null },
    when: (when: string): string => `When: ${when}`,
    where: (place: string): string => `Where: ${place}`,
    sources: (list: string): string => `Sources: ${list}`,
  },

  credit: {
    title: (title: string): string => `“${title}”`,
    edition: (edition: string): string => ` (${edition})`,
    by: ' by ',
    licensed: ' is licensed under ',
    /** After a title without a licence. */
    noLicence: ': no licence is given, so ask before you reuse it',
    source: ' Source: ',
    accessed: (day: string): string => ` (accessed ${day})`,
  },
  edition: (number: string, day: string | null): string => (day === null ? `edition ${number}` : `edition ${number}, ${day}`),

  cite: {
    months: [
      'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
    ], // biome-ignore format: one list, read as one
    /** As the MLA shortens them. */
    shortMonths: ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'],
    edition: (number: string): string => `Edition ${number}`,
    form: 'Interactive timeline and map',
    noDate: 'n.d.',
    retrieved: (day: string): string => `Retrieved ${day}, from `,
    accessed: (day: string): string => `accessed ${day}`,
    licence: (name: string): string => `Licence: ${name}`,
  },
}
