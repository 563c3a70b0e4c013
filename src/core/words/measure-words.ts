/** Words of what is measured on the timeline. Numbers and lengths come formatted. The bar has more, in measure-bar-words.ts. */
export const measureWords = {
  open: 'Measure',
  openLabel: 'Measure the time between two events',
  marksHelp: 'You are measuring time: Enter sets an end of the measurement. Arrows go from event to event.',
  row: 'Measured',
  pressTwo: 'Press two marks',
  fromHere: 'from here',

  sameDay: 'the same day',
  sameTime: 'the same time',
  /** Days by the calendar with the hours that passed. */
  both: (days: string, hours: string): string => `${days} (${hours})`,
  about: (length: string): string => `about ${length}`,
  range: (least: string, most: string): string => `${least} to ${most}`,
  atMost: (length: string): string => `at most ${length}`,
  atLeast: (length: string): string => `at least ${length}`,
  unknown: 'not known',
}
