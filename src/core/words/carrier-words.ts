/** Words of the table of carrier reports. */
export const carrierWords = {
  today: 'today',
  at: (when: string) => `As it was known on ${when}.`,
  atTime: (day: string, time: string) => `As it was known on ${day}, ${time}.`,
  columns: { when: 'Date', place: 'Where, as reported', how: 'How it is known', age: 'Age', source: 'Source' },
  how: (method: string, precision: string) => `${method}; ${precision}`,
  noReport: 'No report by then on the layers that are shown.',
  differs: (text: string) => `Sources differ: ${text}`,
}
