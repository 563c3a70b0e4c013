import type { MarkFill } from '../marks'
import type { Kind } from '../types'

const fills: Readonly<Record<MarkFill, string>> = {
  solid: 'Happened',
  hollow: 'Planned',
  dashed: 'Only claimed, or disputed',
  question: 'Not known whether it happened',
  crossed: 'Cancelled',
}

const fillsDrawn: Readonly<Record<MarkFill, string>> = {
  solid: 'solid',
  hollow: 'hollow',
  dashed: 'a dashed edge',
  question: 'a question mark',
  crossed: 'crossed out',
}

const shapes: Readonly<Record<Kind, string>> = {
  talks: 'a circle',
  statement: 'a speech square',
  position: 'a diamond',
  military: 'a triangle',
  domestic: 'a pentagon',
  agreement: 'a star',
  sanctions: 'a cross',
  other: 'a square',
}

/** A name and a word on it. */
export type Told = readonly [name: string, note: string]

const times = {
  instant: ['An instant', 'the clock time is known'],
  about: ['About a time', 'soft on both sides'],
  day: ['A day', 'as wide as the day'],
  hours: ['Some hours', 'the start is known, the end is not'],
  range: ['A range', 'both ends are known'],
  within: ['Within a span', 'some time inside it'],
  uncertain: ['Date uncertain', 'a dashed edge'],
  openStart: ['Open start', 'since when is not said'],
  openEnd: ['Open end', 'no end is reported'],
  sea: ['Only the sea', 'hatched: no nearer place is named'],
} as const satisfies Readonly<Record<string, Told>>
export type TimeRow = keyof typeof times

const places = {
  venue: ['Happened here', 'with the number of events, where there are several'],
  planned: ['Planned here', 'hollow until it has happened'],
  seat: ['Seat of government', 'what it said, not what happened in that city'],
  mediator: ['Mediator', 'the same mark, with the word “mediator”'],
  area: ['About an area', 'no exact place is given'],
  port: ['Carrier seen', 'solid, for the dates written beside it'],
  past: ['Carrier seen earlier', 'hollow'],
  ship: ['Carrier known by its sea', 'the ship stands outside, on a line'],
  unplaced: ['Carrier that no source places', 'hollow, framed at the edge of the map: not a position'],
  sea: ['The sea that a source names', 'soft edge, drawn under the land'],
  reach: ['How far it could be', 'for 24 hours after a dated fix, no longer'],
  join: ['Reports of one ship', 'dotted: the reports are joined, the course is not known'],
  route: ['A measured distance', 'the shortest way over the globe'],
  relay: ['Mediation', 'for the open round: through whom the parties dealt with each other, not a route'],
  disputed: ['Disputed border', 'dashed'],
} as const satisfies Readonly<Record<string, Told>>
export type PlaceRow = keyof typeof places

/** What the keys do, part by part. */
const keyParts: readonly { readonly part: string; readonly keys: readonly Told[] }[] = [
  {
    part: 'The whole page',
    keys: [
      ['Tab', 'to the next control; with Shift to the one before'],
      ['?', 'this help, unless you are typing'],
      ['Esc', 'takes back one thing at a time: playing, measuring, the open event, the filter by time, all other filters'],
    ],
  },
  {
    part: 'Events',
    keys: [
      ['Up, down, Home, End', 'from title to title; Tab goes into the open event'],
      ['Enter, Space', 'on a title: opens the event or closes it'],
      ['Left, right', 'on the tabs: to events, table, positions'],
      ['Enter, Space', 'on a heading of the table: sorts by it, and again the other way round'],
    ],
  },
  {
    part: 'Steps',
    keys: [['Left, right', 'in their panel: the step before or after; Page Up and Page Down do the same']],
  },
  {
    part: 'Map',
    keys: [
      ['Left, right', 'to the next place to the west or east'],
      ['Enter, Space', 'opens the event of the place, or lists its events'],
      ['+, −', 'zooms in or out'],
      ['0', 'shows the story’s frame'],
    ],
  },
  {
    part: 'Panes over the page',
    keys: [['Esc', 'closes it; you are back where you were']],
  },
  {
    part: 'Timeline',
    keys: [
      ['Left, right', 'to the event before or after'],
      ['Up, down', 'to the lane above or below'],
      ['Page Up, Page Down', 'a week back or on'],
      ['Home, End', 'to the first or the last event'],
      ['Letters', 'to the event whose title begins with them'],
      ['Enter, Space', 'opens the event'],
      ['+, −', 'zooms in or out'],
      ['In the bar', 'over the lanes: left and right from control to control, Home and End to the first and last'],
      ['On a handle', 'of the filter, the window or the red line: arrows by a step, Page Up and Page Down by more'],
    ],
  },
  {
    part: 'Player',
    keys: [
      ['Enter, Space', 'on its buttons: plays, pauses, goes to the event before or after'],
      ['Enter', 'in its fields: goes to that day and time'],
      ['Esc', 'stops playing'],
    ],
  },
]

/** Words of the help. Not among `english`: its script brings them. */
export const helpWords = {
  title: 'How to read this page',
  parts: 'In this help',
  marks: 'How to read the marks',

  what: 'What happened is a shape',
  whatNote: 'how sure it is, a fill or an edge',
  fills,
  fillIs: (name: string, drawn: string): string => `${name}: ${drawn}.`,
  fillsDrawn,
  shapes,
  shapeIs: (kind: string, shape: string): string => `${kind}: ${shape}.`,
  noParty: 'several parties, or none',
  selected: 'selected',
  otherSources: 'other sources than the article',

  when: 'When is drawn as far as it is known',
  whenNote: (day: string): string => `faint column: the day of the story, ${day}`,
  times,
  differ:
    'Move the red line back, and what begins later turns faint. Where sources differ on a date, the event says so in words.',
  now: ['The red line', 'the instant that is shown'] as Told,
  fold: ['+3', 'more events: press it to see them'] as Told,

  where: 'Where: one mark for each role',
  places,

  fix: 'A last fix, and what may be said after it',
  fixOf: (ship: string, place: string, when: string): string => `${ship}: ${place}, ${when}`,
  fixAt: ['At the fix', 'a solid point'] as Told,
  fixHours: (hours: string, distance: string): string => `After ${hours}: ${distance}`,
  fixGrows: 'the circle grows',
  fixInside: 'within the sea it was in',
  fixOver: (hours: string): string => `After ${hours}`,
  fixSeaLeft: 'only the sea is left',
  fixNote: (knots: string): string =>
    `Dashed: how far ${knots} knots reach. Hatched: the sea that is named or inferred, faint where it was out of reach by then. No source gives a position after the fix.`,

  keys: 'The keys',
  keysNote: 'Everything can be done by keyboard, and nothing needs a drag.',
  keyParts,
  settings: 'Settings',
  questionMark: '? opens this help',
  questionMarkNote: 'Switch it off if you speak to your computer or often press it by mistake.',
  lessMotion: 'Less motion',
  lessMotionNote: 'Nothing flies or fades: changes are there at once.',

  unknowns: 'What this page does not know',

  access: 'Accessibility',
  accessTold: [
    'Built for WCAG 2.2, level AA: every control by keyboard, a name and a text for every mark, no meaning by colour alone, targets of 24 px and more, and nothing lost at 320 px or 400 % zoom.',
    'With each change, programs check it in Chromium: axe, a virtual screen reader, contrast, focus, sizes, forced colours. People with NVDA, JAWS, VoiceOver or TalkBack have not tried it yet, nor has it been tried in Firefox and Safari.',
    'Not met yet: on a narrow screen the table of eight columns scrolls sideways by itself; a picture that is saved has a title and a description, but not the whole list; without a skip link the first event is some twenty tab stops away.',
  ] as const,
  accessReport: 'Something in your way? Say so:',
}

export type HelpWords = typeof helpWords
