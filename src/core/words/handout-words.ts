import type { Blank, PlaceShape } from '../handout'

const times = (n: number, text: string): string => `${text} ${n === 1 ? 'question is' : 'questions are'} left out`
const events = (n: number, text: string): string => `${text} ${n === 1 ? 'event' : 'events'}`

const shapes: Readonly<Record<PlaceShape, string>> = {
  happened: 'It happened here',
  planned: 'Planned here',
  seat: 'Seat of a government: said by it',
  area: 'An area, no exact place',
}

const tasks: Readonly<Record<Blank, string>> = {
  titles: 'Give each event a title of a few words.',
  dates: 'Write the date of each event on its line. Then put its number at its day on the line of time, where there is room.',
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
  /** Where only some events have an outcome. */
  outcomeTask: (n: number, numbers: string): string => `Write what came of ${n === 1 ? 'event' : 'events'} ${numbers}.`,
  gap: '…',
  gaps: 'A … marks words left out because they would tell.',
  /** In the place of a headline that tells what came of it. */
  outcomesTitle: 'What came of it?',
  /** In the place of a title that tells what came of something: "Talks: Geneva". */
  event: 'Event',
  plainTitle: (kind: string, place: string | null): string => (place === null ? kind : `${kind}: ${place}`),
  renamed: 'Some headings only say what kind of event it is and where: their own would tell.',
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
  reach: (time: string, duration: string, knots: string): string =>
    `Dashed: as far as it could be by ${time}, after ${duration} at ${knots} knots`,

  time: 'When',
  timeOf: (span: string): string =>
    `Line of time, ${span}, with the numbers of the events. Their dates stand with the events below.`,
  timeSpan: (span: string): string => `${span}. Numbers are those of the events below.`,
  timeParts: (spans: string): string => `Each part has a scale of its own: ${spans}.`,
  timeNone: (span: string): string => `Not drawn, because no event of this sheet falls in it: ${span}.`,
  timeEmpty: (span: string): string => `${span}. Put the number of each event at its day, where there is room.`,
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
  /** Before a question: its event by number, and the title of its step on the sheet with answers. */
  questionOf: (event: string | null, step: string | null): string => {
    const lead = [event === null ? null : `Event ${event}`, step].filter((part) => part !== null).join(', ')
    return lead === '' ? '' : `${lead}: `
  },
  leftOut: {
    away: (n: number, text: string): string =>
      `${times(n, text)}: ${n === 1 ? 'its event is' : 'their events are'} not on this sheet.`,
    undrawn: (n: number, text: string): string =>
      `${times(n, text)}: ${n === 1 ? 'its ship is' : 'their ships are'} not drawn on this sheet.`,
    telling: (n: number, text: string): string => `${times(n, text)}: ${n === 1 ? 'it' : 'they'} would tell.`,
  },

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
