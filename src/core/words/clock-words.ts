/** Words of the clocks. */
export const clockWords = {
  nowLine: 'Now-line',
  pointer: 'Pointer',
  openEvent: 'Open event',
  show: 'All clocks',
  caption: 'The same instant on every clock',
  clock: 'Clock',
  shared: (place: string): string => `${place} (your time)`,
  own: (place: string): string => `You (${place})`,
  ownShort: 'You',
  edges: { at: '', from: 'from', until: 'until' },
  about: 'about',
  noTime: 'no time of day given',
  here: (time: string): string => `${time} where you are`,
}
