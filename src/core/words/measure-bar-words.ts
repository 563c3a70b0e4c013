/** One of the two events: by their order in time where that is known, else by the order in which they were chosen. */
export type Which = 'earlier' | 'later' | 'first' | 'second' | 'both'

const named: Readonly<Record<Exclude<Which, 'both'>, string>> = {
  earlier: 'the earlier',
  later: 'the later',
  first: 'the first',
  second: 'the second',
}

/** Words of the bar for measuring: the time between two events, the distance between two places. Dates, numbers and lengths come formatted. */
export const measureBarWords = {
  title: 'Measure',
  kind: 'What to measure',
  kinds: { time: 'Time', distance: 'Distance' },
  from: 'From',
  to: 'To',
  choose: { time: 'Choose an event', distance: 'Choose a place' },
  option: (date: string, title: string): string => `${date}: ${title}`,
  filteredOut: (option: string): string => `${option} (filtered out)`,
  swap: 'Swap',
  swapLabel: 'Swap the two ends',
  close: 'Stop measuring',

  hint: { time: 'Or press two marks on the timeline.', distance: 'Or press two places on the map.' },
  hintOther: {
    time: 'Now the other end: choose it, or press its mark.',
    distance: 'Now the other end: choose it, or press it on the map.',
  },
  onlySea: 'Where only the sea or the country is known, there is no point to measure from.',
  gone: 'The event that was chosen is not shown now, or has no date. Choose another.',

  /** Before the result, for those who do not see the two choices beside it. */
  fromTo: (from: string, to: string, isBack: boolean): string => `From ${from} ${isBack ? 'back to' : 'to'} ${to}: `,
  end: (title: string, date: string): string => `${title} (${date})`,
  betweenPlaces: (from: string, to: string): string => `${from} to ${to}: `,

  /** Beside many days. */
  years: (days: string, years: string): string => `${days} (about ${years} years)`,

  calendar: 'Days by the calendar of each place, hours as they passed.',
  daysOnly: (ownPlaces: boolean): string =>
    `The sources give days, not hours${ownPlaces ? '; each is a day of its own place' : ''}.`,
  oneClock: (which: Which): string => `The sources give days; only ${which === 'both' ? 'one' : named[which]} has a clock time.`,
  noDay: (which: Which): string =>
    which === 'both' ? 'No one day is given for either.' : `No one day is given for ${named[which]}.`,
  noBeginning: (title: string): string => `When “${title}” began is not said.`,
  /** `n`: days from the other end to the date by which it is told. */
  knownBy: (date: string, n: number, length: string): string =>
    n === 0 ? `It was so by ${date}, the same day.` : `It was so by ${date}, ${length} after the other.`,
  order: 'Which came first is not known.',
  starts: 'Counted from start to start.',
  afterEnd: (length: string): string => `From the end of the earlier: ${length}.`,
  approximate: 'A time is approximate.',
  uncertain: 'A date is uncertain.',
  planned: (which: Which): string => (which === 'both' ? 'Both are plans.' : `${capital(named[which])} is a plan.`),
  cancelled: (which: Which): string => (which === 'both' ? 'Both were cancelled.' : `${capital(named[which])} was cancelled.`),

  distance: (km: string, nauticalMiles: string): string => `${km}, ${nauticalMiles} nautical miles`,
  lessThanKm: 'less than 1 km',
  samePoint: 'the same point on this map',
  greatCircle: 'Along the great circle: the shortest way over the Earth’s surface, which no ship or aircraft need take.',
}

export type MeasureBarWords = typeof measureBarWords

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
