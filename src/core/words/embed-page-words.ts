/** Words of pages for frames: what stands there before any script, and the views that only a frame has. */
export const embedPageWords = {
  fullPage: 'Open the full page',
  /** Of a page that holds one edition for good. */
  pinned: (number: string, day: string | null) =>
    `Edition ${number}${day === null ? '' : ` of ${day}`}, as published; corrections made later do not reach this copy.`,
  living: 'Open the version that is kept up to date',
  report: 'Report an error',
  /** The button that opens licence and links where a small frame has no room for them, and the name of what it opens. */
  about: 'About',
  aboutPane: 'About this story',
  /** In place of the licence in a small frame. */
  shortCredit: (holder: string, licence: string) => `${holder}, ${licence}`,
  shortPinned: (number: string) => `Pinned edition ${number}`,
  tabs: 'Views',
  /** Of a tab, by the views that it shows. */
  panes: {
    map: 'Map',
    timeline: 'Timeline',
    list: 'Events',
    'map timeline': 'Map and timeline',
    'timeline list': 'Timeline and events',
  } as Readonly<Record<string, string>>,
  readOnFullPage: 'Read on the full page',
  earlier: (n: number, text: string) => (n === 1 ? 'Show one earlier event' : `Show ${text} earlier events`),
  showClaims: (n: number, text: string) => (n === 1 ? 'Show who says so: one claim' : `Show who says what: ${text} claims`),
  hideClaims: 'Fold the claims',
  later: (n: number, text: string) => (n === 1 ? 'Show one later event' : `Show ${text} later events`),
}
