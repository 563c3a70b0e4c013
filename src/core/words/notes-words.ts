/** Words of the window with the notes. */
export const notesWords = {
  title: (story: string) => `Notes: ${story}`,
  heading: 'Notes',
  clock: 'Clock',
  timer: 'Timer',
  start: 'Start',
  pause: 'Pause',
  reset: 'Reset',
  waiting: 'Waiting for the screen.',
  connected: 'This window and the screen go together.',
  resting: 'Nothing is presented just now. Press Present on the page, and the notes go on.',
  gone: 'The window with the story is closed. These notes go on by themselves.',
  alone: 'No screen goes with this window. Open it by Notes, while presenting, and the two go together.',
  blanked: 'The screen is blank: any button shows it again.',
  now: 'On the screen',
  /** Numbers come formatted. */
  place: (step: string, count: string) => `Step ${step} of ${count}`,
  question: 'Question',
  answer: 'Answer',
  answerShown: 'Answer, on the screen',
  note: 'Note',
  noNote: 'The file has no note here.',
  nothing: 'No step yet: Next goes to the first.',
  /** Of a story without steps. */
  noEvent: 'No event is open: Next goes to the first.',
  noStory: 'The story has neither steps nor events with a date.',
  next: 'Next',
  last: 'This is the last step.',
  lastEvent: 'No event comes after it.',
  controls: 'The screen',
  previous: 'Previous',
  /** What the button does. */
  reveal: {
    event: 'Reveal the event',
    next: 'Reveal the next event',
    answer: 'Reveal the answer',
    cover: 'Hide the answer',
    none: 'Nothing to reveal',
  },
  blank: 'Blank the screen',
  unblank: 'Show the screen',
  hides: { titles: 'titles', dates: 'dates', places: 'places', outcomes: 'outcomes' },
  /** `parts` come as a list. */
  hidden: (parts: string) => `Hidden from the class: ${parts} of every event that is not told.`,
  hiddenHere: 'The open event is not told yet.',
  toldHere: 'The open event is told.',
  exercise: {
    place: 'The class places events on the map.',
    order: 'The class puts events in order.',
  },
  /** Where the page has a newer story than this window, or an older one. */
  edition: (own: string, screen: string) =>
    `These notes are of edition ${own}, the screen shows edition ${screen}: steps and answers may differ.`,
  noEdition: 'without a number',
  noScript: 'The notes need script.',
}

export type NotesWords = typeof notesWords
