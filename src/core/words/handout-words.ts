import type { Blank, PlaceShape } from '../handout'

const events = (n: number, text: string): string => `${text} ${n === 1 ? 'event' : 'events'}`

const shapes: Readonly<Record<PlaceShape, string>> = {
  happened: 'It happened here',
  planned: 'Planned here',
  seat: 'Seat of a government: said by it',
  area: 'An area, no exact place',
}

const tasks: Readonly<Record<Blank, string>> = {
  titles: 'Give each event a title of a few words.',
  dates: 'Write the date of each event, and its number at the right day of the line of time.',
  places: 'Write the name of each place beside its number.',
  outcomes: 'Write what came of it.',
}

const lines: Readonly<Record<Blank, string>> = {
  titles: 'Title',
  dates: 'Date',
  places: 'Place',
  outcomes: 'Outcome',
}

/** Words of the handout. They come with its script; numbers and dates come formatted. */
export const handoutWords = {
  bar: 'Handout',
  region: (title: string): string => `Handout: ${title}`,
  version: 'Version',
  answers: 'With answers',
  blank: 'Blank',
  large: 'Large print',
  paper: 'Fits A4 and Letter.',
  noPrint: 'The page around this frame does not let it print.',
  full: 'Open the full page',
  print: 'Print',
  close: 'Close',
  tooMany: (n: number, text: string, most: string): string =>
    `${events(n, text)} are too many for a sheet of paper. Filter the list to ${most} at most and come back.`,
  nothing: 'No event fits the filters, so there is nothing to print.',

  /** Over the title: which of the two sheets it is. */
  sheet: { answers: 'Handout, with answers', blank: 'Handout' },
  pupil: ['Name', 'Class', 'Date'] as const,
  tasks,
  gaps: 'A … marks words left out because they would tell.',
  /** In the place of a headline that tells what came of it. */
  outcomesTitle: 'What came of it?',
  line: (blank: Blank): string => `Line to write on: ${lines[blank].toLowerCase()}`,
  answerLines: 'Lines to write on: answer',
  lines,

  map: 'Where',
  mapOf: (places: string): string => `Map with numbered places. ${places}`,
  mapDrawing: 'Drawing the map …',
  noMap: 'The map did not load, so the places are listed without it.',
  mapKey: {
    ...shapes,
    ship: 'Aircraft carrier, as far as known',
    sea: 'Only the sea is known',
  },
  mapCredit: 'Map: Made with Natural Earth.',
  mapCut: (degrees: string): string => `Two parts at one scale: ${degrees}° of ocean are cut out.`,
  away: (signs: string): string => `Not on this map: ${signs}.`,
  places: 'Places',
  placeEvents: (n: number, numbers: string): string => `${n === 1 ? 'event' : 'events'} ${numbers}`,
  place: (number: number): string => `place ${number}`,
  hiddenPlace: 'a place that the map does not show',
  ships: 'Ships',

  time: 'When',
  timeOf: (span: string): string =>
    `Line of time, ${span}, with the numbers of the events. Their dates stand with the events below.`,
  timeSpan: (span: string): string => `${span}. Numbers are those of the events below.`,
  timeEmpty: (span: string): string => `${span}. Write the number of each event where it belongs.`,
  noTime: 'The line of time could not be drawn. The dates stand with the events.',
  undated: (numbers: string): string => `Without a date: ${numbers}.`,
  outside: (numbers: string): string => `Before or after the dates shown: ${numbers}.`,
  bare: (numbers: string): string => `Without room for their numbers: ${numbers}.`,
  soft: 'Soft or dashed ends: not known exactly. Hollow marks: planned. Dashed marks: claimed or disputed.',

  events: 'What happened',
  plus: '+ added from other sources than the article',
  claims: 'Who says what',
  claim: (status: string): string => ` (${status})`,
  sourcesOf: 'Sources: ',
  sourceAt: (number: number, at: string): string => (at === '' ? `${number}` : `${number} (${at})`),

  questions: 'Questions',
  questionOf: (step: string): string => `${step}: `,

  sources: 'Sources',
  sourcesBlank: 'Full addresses stand on the sheet with answers: their words would tell.',
  published: (day: string): string => `, ${day}`,
  notLinked: 'no address',
  terms: 'Words to know',

  key: 'Answer key',
  keyFor: 'For the teacher: keep this page back.',
  keyEvents: 'Events',
  keyPlaces: 'Places',
  keyQuestions: 'Questions',
  keyNoDate: 'no date given',
  noAnswer: 'The story gives no answer.',

  onScreen: 'This view on screen',
  code: 'QR code of the address of this view',
  noAddress: 'The page was opened from disk and has no address.',
  credits: 'Credit and licence',
  footer: (title: string, edition: string): string => (edition === '' ? title : `${title} · ${edition}`),
}

export type HandoutWords = typeof handoutWords
