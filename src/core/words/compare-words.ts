/** Words of the comparison of two rounds, which come with the script of the dialogs. Dates, numbers and lengths come formatted. */
export const compareWords = {
  title: 'Compare two rounds',
  sides: ['First round', 'Second round'] as const,
  swap: 'Swap sides',
  choose: 'Choose a round',
  notChosen: 'No round chosen.',
  cannot: 'This round cannot be shown here. Choose another.',
  option: (date: string, title: string): string => `${date}: ${title}`,
  hiddenOption: (option: string): string => `${option} (not on the page)`,
  hidden: (layer: string): string => `Not shown on the page: “${layer}” is hidden there.`,

  /** How far the two lie apart. `least` and `most` differ where a beginning is not known to the day. */
  apart: (least: number, most: number, leastText: string, mostText: string, about: boolean): string => {
    if (most === 0) return 'On the same day'
    const days = most === 1 ? '1 day' : `${mostText} days`
    if (least === most) return `${about ? 'About ' : ''}${days} apart`
    return least === 0 ? `At most ${days} apart` : `${leastText} to ${days} apart`
  },
  apartUnknown: 'How far apart they are is not stated',
  scale: 'On one scale',
  scaleNote: {
    hour: 'Hours of the day, each by the clock of its own place.',
    day: 'Days, each counted from its own first day.',
  },
  hour: (hour: number): string => `${String(hour).padStart(2, '0')}:00`,
  day: (text: string): string => `Day ${text}`,

  /** How long it took, after the date. */
  lengths: {
    moment: (time: string): string => `at ${time}; how long it took is not stated`,
    day: 'hours not stated',
    lasting: (length: string): string => length,
    days: (n: number, text: string): string => (n === 1 ? 'one day' : `${text} days`),
    within: (length: string): string => `some time within ${length}`,
    noEnd: (time: string | null): string => (time === null ? 'end not reported' : `from ${time}; end not reported`),
    goingOn: 'going on',
    noStart: 'since when is not stated',
    about: (time: string): string => `about ${time}`,
  },

  rows: {
    when: 'When',
    where: 'Where',
    who: 'Who',
    format: 'Format',
    conflict: 'Where sources differ',
    outcome: 'Outcome',
    claims: 'Claims',
    sources: 'Sources',
  },
  caption: (first: string, second: string): string => `${first}, beside ${second}`,
  notStated: 'Not stated in the sources here.',
  noDifference: 'No difference noted.',
  nobodyNamed: 'No one named in the sources here.',
  outcomes: {
    planned: 'Planned: no outcome yet.',
    cancelled: 'Cancelled: no outcome.',
    unknown: 'Not known whether it took place.',
  },
  noClaims: 'None in the sources here.',
}

export type CompareWords = typeof compareWords
