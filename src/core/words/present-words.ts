/** Words of present mode. */
export const presentWords = {
  present: 'Present',
  told: 'Told on this screen',
  bar: 'Presenting',
  /** Numbers come formatted. */
  stepPlace: (step: string, count: string) => `Step ${step} of ${count}`,
  eventPlace: (event: string, count: string) => `Event ${event} of ${count}`,
  stepsAhead: (count: string) => `${count} steps`,
  dot: (step: string, title: string) => `Step ${step}: ${title}`,
  all: 'All steps',
  question: 'Question for class',
  answer: 'Answer',
  /** Of the page, in its tab: what is told, then the story. */
  title: (place: string, told: string, story: string) => `${place && `${place}: `}${told} – ${story}`,
  asOf: (day: string) => `As of ${day}.`,
  others: '+ told by other sources',
  backToStep: 'Back to the step',

  previous: 'Previous',
  next: 'Next',
  first: 'To the first',
  last: 'To the last',
  reveal: 'Reveal',
  hide: 'Hide',
  blank: 'Blank',
  spotlight: 'Spotlight',
  ring: 'Pointer',
  fullscreen: 'Full screen',
  notes: 'Notes',
  more: 'More',
  keys: 'Keys',
  leave: 'Leave',
  close: 'Close',

  entered: (place: string) => `Presenting.${place && ` ${place}`}`,
  left: 'Presenting ended.',
  blanked: 'Screen blanked.',
  unblanked: 'Screen shown again.',
  unblank: 'Screen blanked. Show it again',
  spotOn: 'All but the open event is dimmed.',
  spotOff: 'Nothing is dimmed.',
  nothingOpen: 'No event is open that a spotlight could fall on.',
  ringOn: 'Pointer ring on. Shift and the arrow keys move it.',
  ringOff: 'Pointer ring off.',
  revealed: 'The answer is shown.',
  covered: 'The answer is hidden.',
  nothingHidden: 'Nothing is kept back here.',
  filtered: (shown: string, count: string) => `A filter is on: ${shown} of ${count} events are shown.`,
  showAll: 'Show all',

  framed: 'This is as large as the frame lets it be.',
  fullscreenRefused: 'This page may not fill the screen from here.',
  newTab: 'Open in a new tab',
  notesBlocked:
    'The browser kept the notes window closed. Allow pop-up windows for this site and press Notes again, or open them as a tab:',
  openNotes: 'Notes in a tab',
  notesForbidden:
    'From inside this frame no window could be opened. Open the story on its own page and present there: the notes work there.',
  notesApart:
    'A page without an address of its own, as from a file, cannot speak to a second window. Present from the published page, and the notes follow.',

  keysTitle: 'Keys while presenting',
  keysOn: 'Keys act',
  keysNote: 'They never act while you type. Shift and arrows move the pointer ring.',
  /** What each key does, as it is written beside it. */
  keyList: [
    ['Page Down, →, Space', 'Next'],
    ['Page Up, ←', 'Previous'],
    ['Home, End', 'First, last'],
    ['R', 'Reveal'],
    ['B or full stop', 'Blank the screen'],
    ['S', 'Spotlight'],
    ['L', 'Pointer ring'],
    ['F', 'Full screen'],
    ['Esc', 'Back: screen, spotlight, presenting'],
  ],
} as const

export type PresentWords = typeof presentWords
