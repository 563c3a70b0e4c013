/** Words of the page around the three views. */
export const pageWords = {
  skipTo: { events: 'Skip to the events', timeline: 'Skip to the timeline', map: 'Skip to the map' },
  tools: 'This page',
  copyLink: 'Copy link',
  copied: 'Link copied.',
  copiedShort: 'Copied',
  copyFailed: 'This browser does not let the page copy. The address of this view is in the address bar.',
  help: 'Help',
  embed: 'Embed',
  /** The way into the story’s steps and out of them; where there is little room, the first part is left out. */
  stepsStart: (count: string): readonly [string, string] => ['Start the', `${count} steps`],
  stepStart: (): readonly [string, string] => ['Start with', 'one step'],
  stepsAgain: (step: string): readonly [string, string] => ['Back to', `step ${step}`],
  stepsLeave: 'Leave the steps',
  present: 'Present',
  report: 'Report an error',
  download: 'Download',
  cite: 'Cite and reuse',
  handout: 'Print a handout',
  class: 'For a class',
  more: 'More',
  theme: 'Colours',
  themes: { auto: 'As the system', light: 'Light', dark: 'Dark' },
  lessMotion: 'Less motion',
  unknownsLink: 'Not known',
  correctionsLink: 'Corrections',
  aboutLink: 'Terms',
  /** The line at the foot of a small screen. */
  bar: 'Shortcuts',
  asOf: (day: string) => `As of ${day}.`,
  asOfBoth: (day: string, known: string) => `Title and summary are of ${day}, all else as it was known on ${known}.`,
  noticeFirst: (layers: string) => `“${layers}” is part of this link. It opens under the events, after a word on its content.`,
  laterHidden: 'What came later is hidden until you ask.',
  unknowns: 'What we do not know',
  glossary: 'Terms',
  noUnknowns: 'The file of this story lists nothing.',
  corrections: 'Corrections',
  /** True for good: a pinned page shows an edition after it was corrected. */
  noCorrections: 'None up to this edition.',
  edition: (number: string, day: string | null) => (day === null ? `Edition ${number}.` : `Edition ${number}, ${day}.`),
  credits: 'Credits and licence',
  /** The licence stands between the two. */
  licence: (attribution: string): readonly [string, string] => [`Story: ${attribution}, `, '.'],
  sourcesNote: 'Every claim names its source. Facts belong to those who reported them; the words here are our own.',
  mapCredit:
    'Map: Made with Natural Earth, borders as the United Nations draw them, disputed ones dashed; city positions from GeoNames, CC BY 4.0. Sea areas are coarse outlines of our own.',
  fontCredit: 'Type: Source Serif 4 and Source Sans 3, SIL Open Font License.',
  dataFile: 'The data file',
  /** For the status: "12 of 46 events shown". Numbers come formatted. */
  count: (shown: number, all: number, shownText: string, allText: string) => {
    const events = all === 1 ? 'event' : 'events'
    if (shown !== all) return `${shownText} of ${allText} ${events} shown`
    return all > 1 ? `All ${allText} events shown` : `${allText} ${events} shown`
  },
  statusDuring: (count: string, span: string) => `${count}, ${span}`,
  statusKnown: (count: string, day: string) => `${count}, as known on ${day}`,
  statusInView: (count: string) => `${count}, placed in the map’s view`,
  statusInViewOrUnplaced: (count: string) => `${count}, placed in the map’s view or without a place`,
  statusEnd: (sentence: string) => `${sentence}.`,
  newerStory: (edition: string) => `The story was updated after this page was built. Shown is the newer file: ${edition}`,
  unreadableStory: (reason: string) =>
    `The story’s file on the server cannot be read (${reason}). Shown is the version that came with the page.`,
  leftOut: (n: number, text: string) =>
    n === 1
      ? 'One record of the file has an error and was left out.'
      : `${text} faults in the file; records with an error were left out.`,
  noStory: 'This story cannot be shown: its file has no event that can be read.',
  viewFailed: 'This part of the page failed. The others still work; reloading may help.',
  showIssues: 'What is wrong with the file',
  read: 'Read',
}
