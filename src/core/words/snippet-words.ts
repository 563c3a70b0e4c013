/** Words of the markup that hosts paste into their pages. */
export const snippetWords = {
  /** Also where the story has no title. */
  frameTitle: (title: string): string => ['Interactive map and timeline', title].filter(Boolean).join(': '),
  readAt: (title: string): string => [title, 'map, timeline and sources'].filter(Boolean).join(': '),
  fullPage: 'Open the full page',
  showAll: 'Show all of it',
  living: 'Living version: corrections and later editions appear here by themselves.',
  pinned: (number: string, day: string | null): string =>
    `Pinned version: edition ${number}${day === null ? '' : ` of ${day}`}, as published. Later corrections do not appear here.`,
  pymNeeds: 'The page’s own pym.js, version 1.3.2, has to come after this.',
  ampNeeds: 'The head of the AMP page needs the script of amp-iframe.',
}

export type SnippetWords = typeof snippetWords
