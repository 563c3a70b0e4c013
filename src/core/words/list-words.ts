import type { Place } from '../story-types'
import type { Attribution, ClaimStatus, Kind, Role, Status } from '../types'

const events = (count: number, shown: string): string => `${shown} ${count === 1 ? 'event' : 'events'}`

/** Kinds, as they stand inside a sentence; `capital` for the start of one. */
const kinds: Readonly<Record<Kind, string>> = {
  talks: 'talks',
  statement: 'statement',
  position: 'position',
  military: 'military',
  domestic: 'domestic',
  agreement: 'agreement',
  sanctions: 'sanctions',
  other: 'other',
}

const statuses: Readonly<Record<Status, string>> = {
  happened: 'happened',
  planned: 'planned',
  cancelled: 'cancelled',
  unknown: 'not known whether it happened',
}

const claimStatuses: Readonly<Record<ClaimStatus, string>> = {
  confirmed: 'confirmed',
  claimed: 'claimed',
  disputed: 'disputed',
  denied: 'denied',
}

/** Who stands behind a claim, in words. */
const attributions: Readonly<Record<Attribution, string>> = {
  named: 'named speaker',
  anonymous: 'speaker not named',
  collective: 'said for a group',
  outlet: 'the outlet’s own words',
}

/** What a place is to an event: the words on either side of the place's name. */
const roleParts: Readonly<Record<Role, { readonly before: string; readonly after: string }>> = {
  happened: { before: '', after: '' },
  planned: { before: '', after: '' },
  seat: { before: 'said by: ', after: '' },
  subject: { before: 'about: ', after: '' },
}
const inRole = (role: Role) => (place: string) => roleParts[role].before + place + roleParts[role].after
const roles: Readonly<Record<Role, (place: string) => string>> = {
  happened: inRole('happened'),
  planned: inRole('planned'),
  seat: inRole('seat'),
  subject: inRole('subject'),
}

/** What is not known of a place; empty where it is a town or nearer. */
const precisions: Readonly<Record<Place['precision'], string>> = {
  site: '',
  city: '',
  area: 'no exact place',
  country: 'no town given',
}

/** Words of the list, the table, the positions and the filters. */
export const listWords = {
  kinds,
  statuses,
  claimStatuses,
  attributions,
  roles,
  roleParts,
  precisions,
  capital: (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1),

  pane: 'Events',
  panels: { events: 'Events', table: 'Table', positions: 'Positions' },
  panelList: 'Ways to read the events',
  search: 'Search',
  filter: 'Filter',
  filtersSet: (count: string): string => `Filter: ${count} set`,
  searchSet: (query: string): string => `Search: “${query}”`,
  searchLabel: 'Search titles, texts, names, places and sources',
  searchHint: 'Accents and capitals make no difference. Other spellings of a name are found too.',
  clearFilters: 'Clear filters',
  sourcesChoice: 'Sources shown',
  articleOnly: 'Article only',
  articleAndOthers: 'Article + other sources',

  /** "16 of 46 events" or "46 events"; numbers come formatted. */
  counted: (count: number, total: number, shownCount: string, shownTotal: string): string =>
    count === total ? events(total, shownTotal) : `${shownCount} of ${events(total, shownTotal)}`,
  countedWithin: (counted: string, interval: string): string => `${counted}, ${interval}`,
  countedInView: (counted: string): string => `${counted} in the map’s view`,
  noDate: 'No date given',
  noDateShort: 'no date',
  dateUpTo: (date: string): string => `by ${date}`,
  dateFrom: (date: string): string => `from ${date}`,
  dateDoubted: (date: string): string => `${date}?`,
  noDateCount: (count: string): string => `No date given (${count})`,
  noPlace: 'The article does not say where',
  noPlaceAdded: 'The source does not say where',

  /** Facets of the filters. */
  facets: { parties: 'Party', topics: 'Topic', kinds: 'Kind', statuses: 'Status', layers: 'Told by' },
  showLayer: (name: string): string => `Show “${name}”`,
  keepHidden: 'Keep it hidden',
  keepClosed: 'Keep it closed for a class',
  keepClosedWhy: 'That copies a link to this view. Whoever opens the link cannot open this layer: a courtesy, not a secret.',
  closedForClass: 'closed for this class',
  lockedLinkCopied: 'Link for the class copied',
  moreLayers: 'Not shown here:',

  none: 'No event fits.',
  noneBecause: (reasons: string): string => `No event fits ${reasons}.`,
  noneTogether: (reasons: string): string => `No event fits ${reasons} together.`,
  noneSearch: (query: string): string => `the search “${query}”`,
  noneFacet: (facet: string, names: string): string => `${facet.toLocaleLowerCase()} ${names}`,
  noneBrush: (interval: string): string => `the time ${interval}`,
  noneKnown: (instant: string): string => `what was known by ${instant}`,
  noneInView: 'the map’s view',
  reset: 'Show all events',
  either: ' or ',

  known: {
    label: 'Known on',
    hint: (zone: string): string => `Hides what was reported after that day, ${zone} time.`,
    field: 'Day',
    clear: 'Clear',
    wrong: (from: string, to: string): string => `Give a whole date between ${from} and ${to}.`,
    line: (day: string, hidden: number, count: string): string =>
      `As it was known on ${day}: ${hidden === 0 ? 'no event' : events(hidden, count)} hidden.`,
    showAll: 'Show all',
    unreported: (n: number, count: string): string =>
      n === 1 ? '1 record carries no date of report' : `${count} records carry no date of report`,
    unreportedWhy: 'Told by the date on which it happened:',
    undated: (n: number, count: string): string =>
      n === 1 ? '1 record carries no date at all and stays' : `${count} records carry no date at all and stay`,
    isHidden: 'hidden',
    more: (count: string): string => `and ${count} more`,
    claimsLater: (n: number, count: string): string =>
      n === 1 ? '1 claim was published later.' : `${count} claims were published later.`,
    sourcesLater: (n: number, count: string): string =>
      n === 1 ? '1 source was published later.' : `${count} sources were published later.`,
    later: 'Published later',
  },

  inView: {
    facet: 'Map',
    only: 'Only what is in the map’s view',
    noMap: 'The map is not there, so nothing is left out.',
    unplaced: (n: number, count: string): string => (n === 1 ? '1 without a place' : `${count} without a place`),
    noneUnplaced: 'None is without a place.',
    showAll: 'Show all',
  },

  showEarlier: (count: string): string => `Show ${count} earlier`,
  showLater: (count: string): string => `Show ${count} more`,

  localTime: 'local time',
  /** Clock time in a city: "12:30 in Tehran". */
  timeIn: (time: string, city: string) => `${time} in ${city}`,
  timeOf: (city: string) => `${city} time`,
  thatIs: (clock: string, times: string): string => `${clock}, which is ${times}`,
  reportedOn: (when: string): string => `Reported ${when}`,
  inTheSource: 'In the source: ',
  conflict: 'Sources differ: ',
  format: 'Format: ',
  outcome: 'Outcome: ',
  claims: 'Who says what',
  speakers: { others: 'Others', outlets: 'In the outlets’ own words' },
  noStatement: 'No statement in the sources.',
  nobody: 'not said who',
  /** Read with the row of an event that begins after the now-line. */
  later: 'later than the time shown',
  /** A citation that is no sentence, such as the sub-heading H1. */
  heading: (at: string): string => (/^H\d+$/.test(at) ? `sub-heading ${at.slice(1)}` : at),
  sourceCount: (count: number, shown: string): string => `${shown} ${count === 1 ? 'source' : 'sources'}: `,
  sourceDetails: 'Details',
  sourceDetailsOf: (count: number): string => (count === 1 ? 'About this source' : 'About these sources'),
  sentences: (count: number, list: string): string => `${count === 1 ? 'sentence' : 'sentences'} ${list}`,
  notLinked: 'not linked',
  via: (agency: string): string => `via ${agency}`,
  inLanguage: (language: string): string => `in ${language}`,

  linkEvent: 'Link to this event',
  linkClaim: 'Link to this claim',
  copyClaim: 'Copy with source',
  copied: 'Copied',
  linkCopied: 'Link copied',
  compareRound: 'Compare with another round',
  copyByHand: 'Copy this text',
  /** What is copied: the sentence, who says it, where, when, the address. */
  quoted: (text: string, parts: string): string => `“${text}” — ${parts}`,

  table: {
    caption: (counted: string, column: string, direction: string): string =>
      `${counted}, sorted by ${column.toLocaleLowerCase()}, ${direction}`,
    nowhere: 'not given',
    ascending: 'ascending',
    descending: 'descending',
    region: 'Table of events',
    columns: {
      date: 'Date',
      title: 'Event',
      kind: 'Kind',
      status: 'Status',
      place: 'Place',
      parties: 'Parties',
      claims: 'Claims',
      sources: 'Sources',
    },
  },

  positions: {
    caption: 'What each party wants, issue by issue',
    issue: 'Issue',
    empty: 'The article states none',
    none: 'This story holds no positions.',
    region: 'Table of positions',
    leadsTo: 'In: ',
  },

  term: {
    /** Said after the word. */
    about: 'term, opens its meaning',
    all: 'All terms',
    close: 'Close',
  },
}
