import type { PictureSize, PictureSubject } from '../picture'

const events = (n: number, text: string): string => `${text} ${n === 1 ? 'event' : 'events'}`

const subjects: Readonly<Record<PictureSubject, string>> = { timeline: 'Timeline', map: 'Map' }
const sizes: Readonly<Record<PictureSize, string>> = {
  card: '1200 × 675, for a link or a post',
  screen: '1920 × 1080, for a slide',
  a4: 'A4 width, for print',
  own: 'A width of your own',
}

/** Words of “Download” and “Cite”, and of the pictures; they come with their script. Numbers and dates come formatted. */
export const shareWords = {
  download: {
    title: 'Download',
    what: 'What to save',
    all: (selection: string): string => `${selection}, as the page shows now`,
    one: (title: string): string => `The open event alone: ${title}`,
    oneSelection: (all: number, allText: string): string => `1 of ${events(all, allText)}, chosen`,
    every:
      'Every file and picture carries the credit, the licence, the edition, the address of this view and the day you read it.',
    everyAlone: 'Every file and picture carries the credit, the licence and the edition.',
    noLicence: 'The story names no licence: ask before you publish what you save.',
    nothing: 'No event fits the filters, so there is nothing to save as data.',
    noDates: 'None of these events has a date that a calendar can hold, so there is nothing to save here.',

    data: 'Data',
    formats: {
      csv: {
        name: 'CSV, events',
        for: 'A table for a spreadsheet: a row for each event, with its date, its doubt, its place and its sources.',
        save: 'Save CSV of events',
      },
      claims: {
        name: 'CSV, claims',
        for: 'Who says what, a row for each claim, with source and link.',
        save: 'Save CSV of claims',
      },
      json: {
        name: 'JSON',
        for: 'Everything that is known of these events, carriers and positions too. Parley and other programs read it.',
        save: 'Save JSON',
      },
      geojson: {
        name: 'GeoJSON',
        for: 'Places for a map program. A carrier is an area where only the sea is known.',
        save: 'Save GeoJSON',
      },
      ical: {
        name: 'iCalendar',
        for: 'Dates for a calendar. One without an exact clock time takes whole days. Where the days are not sure either, or an end is open, the title says so.',
        save: 'Save iCalendar',
      },
    },
    claimCount: (n: number, text: string): string => `${text} ${n === 1 ? 'claim' : 'claims'}.`,
    unplaced: (n: number, text: string): string =>
      n === 1
        ? 'One event has no place: it is in the file without a point.'
        : `${text} events have no place: they are in the file without a point.`,
    undated: (n: number, text: string): string =>
      n === 1 ? 'Left out: one event without a date.' : `Left out: ${text} events without a date.`,
    beyond: (n: number, text: string): string =>
      n === 1
        ? 'Left out: one event in a year that calendars cannot hold.'
        : `Left out: ${text} events in years that calendars cannot hold.`,

    picture: 'Picture',
    of: 'Of',
    subjects,
    size: 'Size',
    sizes,
    ownWidth: 'Width in pixels',
    px: 'px',
    /** A picture goes without it where a headline stands above. */
    titled: 'With the title of the story',
    ownWrong: (least: string, most: string): string => `Give a whole number from ${least} to ${most}.`,
    png: 'Save PNG',
    svg: 'Save SVG',
    drawing: 'Drawing …',
    isSize: (width: string, height: string): string => `${width} × ${height} px`,
    isPrint: (width: string, height: string, mm: string): string => `PNG ${width} × ${height} px, ${mm} mm wide at 300 dpi`,
    alt: (subject: string): string => `${subject}, as it will be saved`,
    notHere: 'This picture cannot be drawn here. Reloading the page may help.',
    notDrawn: 'This browser could not make the picture. The other format may work.',

    take: 'Take it along',
    takeFor:
      'The whole story as one file, with list, timeline and map. It opens by a double click, without a network: from a USB stick in a classroom.',
    takeSave: 'Save the offline page',

    paper: 'On paper',
    paperFor: 'Numbered events with map, line of time and sources: with answers, or blank for a class to fill in.',

    saved: (name: string): string => `Handed to the browser to save: ${name}.`,

    /** Where the frame lets nothing be saved. */
    noSaving: 'The page around this frame does not let it save files. Copy a text instead, or open the full page.',
    noSavingPicture: 'The page around this frame does not let it save files. Open the full page to save a picture.',
    full: 'Open the full page',
    format: 'Format',
    text: 'Text of the file',
    copy: 'Copy',
    copied: 'Copied.',
    byHand: 'This browser does not let the page copy. The text is selected: copy it with Ctrl+C, ⌘C or a long press.',
  },

  cite: {
    title: 'Cite and reuse',
    leads: 'The address leads to',
    view: 'This view',
    story: 'The story',
    /** Before the name of the licence, and after it. */
    licence: ['Licence: ', '. You may reuse text and data; give the credit line with it.'] as const,
    noLicence: 'The story names no licence: ask before you reuse it.',
    edition: (edition: string, day: string): string => `This is ${edition}. Read on ${day}.`,
    noEdition: (day: string): string => `The story names no edition. Read on ${day}.`,
    check: 'Styles differ from house to house: check what yours asks for.',
    styles: 'Citations',
    apa: 'APA, 7th edition',
    chicagoNote: 'Chicago, note',
    chicagoBibliography: 'Chicago, bibliography',
    mla: 'MLA, 9th edition',
    bibtex: 'BibTeX',
    credit: 'Credit',
    creditFor: 'What the licence asks for where you reuse something: title, author, source, licence.',
    creditText: 'Credit line',
    creditMarkup: 'Credit line as HTML',
    copy: 'Copy',
    copyName: (what: string): string => `Copy: ${what}`,
    copied: 'Copied.',
    byHand: 'This browser does not let the page copy. The text is selected: copy it with Ctrl+C, ⌘C or a long press.',
    code: 'QR code',
    codeOf: 'QR code of the address below',
    codeFor: 'Leads a phone’s camera to the address.',
    tooLong: 'The address of this view is too long for a QR code. Choose the story’s.',
    address: 'Address',
    noAddress: 'This page was opened from disk and knows no address of its own, so none is given.',
  },

  picture: {
    title: (subject: string, title: string): string => `${subject}: ${title}`,
    shownDay: (day: string): string => `Shown: ${day}, end of day`,
    shownAt: (day: string, time: string): string => `Shown: ${day}, ${time}`,
    known: (day: string): string => `As it was known on ${day}`,
    window: (span: string): string => `In view: ${span}`,
    away: (names: string): string => `Not on this map: ${names}.`,
    unplaced: (n: number, text: string): string => `${events(n, text)} without a place.`,
    undated: (n: number, text: string): string => `${events(n, text)} without a date.`,
    outside: (n: number, text: string): string => `${events(n, text)} outside these dates.`,
    folded: '+1, +2: more events than there is room for.',
    uneven: 'The strip at the left has a scale of its own.',
    mapCredit: 'Map: Made with Natural Earth.',
    key: {
      planned: 'Planned',
      shaky: 'Claimed or disputed',
      soft: 'Soft ends: not known exactly',
      others: 'From other sources',
    },
    described: (subject: string, selection: string): string => `${subject}. ${selection}.`,
  },
}

export type ShareWords = typeof shareWords
export type PictureWords = ShareWords['picture']
