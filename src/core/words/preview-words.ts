/** Words of the pictures that stand for the story where it is shared, and of the text that stands for them. */
export const previewWords = {
  asOf: (day: string) => `As of ${day}`,
  mapCredit: 'Map: Natural Earth',
  /** Parts of one line. */
  credit: (parts: readonly string[]) => parts.join(' · '),

  what: (title: string) => `Map and timeline: ${title}.`,
  map: (places: string) => `The map shows ${places}.`,
  /** Ships stand with the day of the last report, not where they are. */
  mapWithShips: (places: string, ships: string) => `The map shows ${places}, and where ${ships} were last reported.`,
  mapOfShips: (ships: string) => `The map shows where ${ships} were last reported.`,
  otherPlaces: (n: number, text: string) => (n === 1 ? `${text} other place` : `${text} other places`),
  timeline: (span: string, lanes: string) => `The timeline runs ${span}, with lanes for ${lanes}.`,
  sentence: (text: string) => `${text}.`,

  /** Over the pictures that stand in the page where no script runs. */
  still: 'Map and timeline as they open. Where script runs, both can be moved, opened and filtered.',
}
