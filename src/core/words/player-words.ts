/** Words of the player and of the now-line that it moves. */
export const playerWords = {
  play: 'Play',
  pause: 'Pause',
  player: 'Player',
  previous: 'Previous event',
  next: 'Next event',
  speed: 'Speed',
  speeds: { slow: 'Slow', normal: 'Normal', fast: 'Fast' },
  close: 'Close the player',

  shownUntil: 'Shown until',
  day: 'Shown until: day',
  time: 'Shown until: time of day',
  back: (day: string): string => `Back to ${day}`,
  knownOnly: 'Known by then only',

  noDay: 'This is no day. Nothing was changed.',
  noTime: 'This is no time of day. Nothing was changed.',
  beyond: (from: string, to: string): string => `This story reaches from ${from} to ${to}. Nothing was changed.`,

  count: (at: string, of: string): string => `${at} of ${of}:`,
  soFar: (n: number, by: string, of: string): string => `${by} of ${of} ${n === 1 ? 'event' : 'events'} by then`,
  reach: (ship: string, after: string): string => `${ship}: ${after} after its last report with a time of day`,
  reachOver: (ship: string, after: string): string => `${ship}: more than ${after} after that report, only the sea is shaded`,
  none: 'No event with a date fits the filters.',
  end: (n: number, of: string): string => (n === 1 ? 'That was the one event.' : `That was the last of ${of} events.`),

  line: 'Now-line',
  lineAt: (day: string, time: string, place: string): string => `${day}, ${time}, ${place} time`,
  dayEnd: 'end of the day',
  later: 'later than the now-line',
  outside: (text: string): string => `${text}, outside the window`,
}
