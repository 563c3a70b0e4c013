import type { Hidden } from '../mask'
import type { Words } from './words'

const names: Readonly<Record<Hidden, string>> = { titles: 'titles', dates: 'dates', places: 'places', outcomes: 'outcomes' }

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Words of what a class is asked before it is told. */
export const quizWords = {
  /** In the place of a title; numbers are shuffled, so that they say nothing of the order. */
  event: (number: string) => `Event ${number}`,
  /** In the place of a step’s title. */
  step: (number: string) => `Step ${number}`,
  stepText: 'The text of this step is kept back until its event is told.',
  /** In the place of a headline, which tells what came of it. */
  storyTitle: 'What came of it?',
  /** In the place of a word that would tell. */
  gap: '…',

  bar: 'For a class',
  hidden: (list: string) => `${capital(list)} are hidden.`,
  names,
  allTold: 'Every event is told.',
  wholeAgain: 'Nothing is hidden any more.',
  told: (title: string) => `Told: ${title}.`,
  /** Two or more. */
  toldSome: (count: string) => `${count} more events are told.`,
  toldAll: 'Every event is told now.',
  next: 'Reveal next',
  this: 'Reveal this event',
  all: 'Reveal all',
  hideAgain: 'Hide again',
  change: 'Change',
  stop: 'Stop hiding',
  copy: 'Copy link',
  copied: 'Link copied. Whoever opens it sees what the class sees now.',
  copyFailed: 'This browser does not let the page copy. The address of this view is in the address bar.',

  dialog: 'For a class',
  lead: 'Ask before you tell. What you hide leaves the page, for eyes and screen readers alike, until you reveal it event by event or at once.',
  hide: 'Hide of every event',
  choices: {
    titles: 'Titles',
    dates: 'Dates',
    places: 'Places',
    outcomes: 'Outcomes',
  } satisfies Readonly<Record<Hidden, string>>,
  about: {
    titles: 'Events get a number.',
    dates: 'The timeline is empty, the list is shuffled; a title that names a day gets a gap.',
    places: 'The map is empty: marks, ships and shaded seas go; a title that names a place gets a gap.',
    outcomes:
      'What came of it, the headline, the format of the talks and titles with the same words go. Others may still hint at it: hide titles as well.',
  } satisfies Readonly<Record<Hidden, string>>,
  withheld: 'Texts, claims and sources of an event are kept back until it is told, because they would tell.',
  noneChosen: 'Choose at least one of them.',
  start: 'Start',
  apply: 'Hide these',
  exercises: 'Two small exercises',
  place: 'Place it on the map',
  placeAbout: 'An event without its place: where did it happen?',
  order: 'Put five in order',
  orderAbout: 'Five events without their dates: which came first?',
  lesson: 'A lesson on one sheet',
  lessonAbout:
    'For the teacher, to read and to print: how to run it, the questions and answers of every step, what is disputed and why.',
  privacy:
    'Nothing is counted and nothing is kept. The link carries what you hide: a courtesy, not a secret, because the story’s file holds it all.',
}

export type QuizWords = typeof quizWords

/** Words of the page while something is kept back: what is not shown may still be known, and the page must not say that it is not. */
export function keptBackWords(words: Words, secrets: ReadonlySet<Hidden>): Words {
  if (secrets.size === 0) return words
  const { list, timeline, map, page } = words
  const dates = secrets.has('dates')
  const places = secrets.has('places')
  const { noLane, noLaneShort } = timeline
  return {
    ...words,
    page: { ...page, noUnknowns: 'None is shown.' },
    list: {
      ...list,
      noStatement: 'No statement is shown.',
      sourceCount: (count, shown) => (count === 0 ? 'Sources are shown once the event is told.' : list.sourceCount(count, shown)),
      positions: { ...list.positions, empty: 'None is shown', none: 'No positions are shown.' },
      ...(dates ? { noDate: 'No date shown', noDateShort: 'not told', noDateCount: (count) => `No date shown (${count})` } : {}),
      ...(places
        ? {
            noPlace: 'No place shown',
            noPlaceAdded: 'No place shown',
            table: { ...list.table, nowhere: 'not shown' },
          }
        : {}),
    },
    timeline: {
      ...timeline,
      ...(dates ? { noEvents: 'No date is shown. The list has the events.' } : {}),
      ...(places
        ? {
            noLane: { ...noLane, place: 'No place shown' },
            noLaneShort: { ...noLaneShort, place: 'Not shown' },
          }
        : {}),
    },
    map: {
      ...map,
      relayUnsaid: 'No mediator is shown for the selected talks.',
      ...(places ? { unplaced: (text: string) => `${text} with no place shown` } : {}),
    },
  }
}
