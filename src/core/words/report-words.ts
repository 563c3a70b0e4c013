/** Words of the box in which a reader reports an error; they come with its script. */
export const reportWords = {
  title: 'Report an error',
  about: 'What is it about?',
  story: 'The story as a whole',
  event: (title: string): string => `Event: ${title}`,
  claim: (text: string): string => `Claim: ${text}`,
  source: (name: string): string => `Source: ${name}`,
  address: 'Address of this record',
  text: 'Text to send',
  copyAddress: 'Copy address',
  copyText: 'Copy text',
  copied: 'Copied.',
  byHand: 'This browser does not let the page copy. The text is selected: copy it with Ctrl+C, ⌘C or a long press.',
  write: (address: string): string => `Write to ${address}`,
  fill: (host: string): string => `Report it at ${host}`,
  prefilled: 'What stands below is filled in already; add what is wrong and where you know it from.',
  noAddress: (publisher: string | null): string =>
    `This story names no address for errors. Copy the text, add what is wrong, and send it to ${publisher ?? 'whoever published the page'}.`,

  /** Lines of the text. */
  subject: (title: string): string => `Error in “${title}”`,
  lines: {
    story: (title: string): string => `Story: ${title}`,
    address: (address: string): string => `Address: ${address}`,
    edition: (edition: string): string => `Edition: ${edition}`,
    asOf: (day: string): string => `As of: ${day}`,
    sourceAt: (address: string): string => `Address of the source: ${address}`,
    wrong: 'What is wrong, and how you know:',
  },
}

export type ReportWords = typeof reportWords
