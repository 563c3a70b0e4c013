import type { ReportWords } from './words/report-words'

/** What a reader reports an error in. All texts come as they are to be read. */
export interface ReportedRecord {
  /** Kind and name of the record; null for the story as a whole. */
  readonly name: string | null
  /** Its address on the page; empty where it has none. */
  readonly address: string
  /** Where the source that it is lies; null elsewhere. */
  readonly sourceUrl: string | null
}

export interface ReportedStory {
  readonly title: string
  /** Number and day; empty where the file names none. */
  readonly edition: string
  readonly asOf: string | null
}

export interface Report {
  readonly subject: string
  /** Lines with a line feed between them; the last asks what is wrong. */
  readonly body: string
}

/** Names in a subject and in a line are no longer: some mail programs take no long addresses. */
const NAME_LIMIT = 160

/** On one line, cut between characters where it is too long. */
function oneLine(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  const characters = [...line]
  return characters.length <= NAME_LIMIT
    ? line
    : `${characters
        .slice(0, NAME_LIMIT - 1)
        .join('')
        .trimEnd()}…`
}

/** What is sent: which record, where it is, in which edition. */
export function reportOf({ title, edition, asOf }: ReportedStory, record: ReportedRecord, words: ReportWords): Report {
  const { lines } = words
  const body = [
    lines.story(oneLine(title)),
    record.name === null ? null : oneLine(record.name),
    record.address === '' ? null : lines.address(record.address),
    record.sourceUrl === null ? null : lines.sourceAt(record.sourceUrl),
    edition === '' ? null : lines.edition(edition),
    asOf === null ? null : lines.asOf(asOf),
    '',
    lines.wrong,
    '',
  ]
  return { subject: words.subject(oneLine(title)), body: body.filter((line) => line !== null).join('\n') }
}

/** Percent-encoding of UTF-8; a lone surrogate, which has none, becomes U+FFFD. */
const encode = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))

/**
 * The link that opens a message with the report in it: a mail (source: RFC 6068 §5, lines end with CR LF), or a page of the web, whose
 * `title` and `body` trackers such as GitHub’s and Gitea’s take from the address. `to` as the story holds it.
 */
export function reportLink(to: string, { subject, body }: Report): string {
  if (/^mailto:/i.test(to)) return `${to}?subject=${encode(subject)}&body=${encode(body.replace(/\r?\n/g, '\r\n'))}`
  const [page = '', ...hash] = to.split('#')
  const joint = !page.includes('?') ? '?' : /[?&]$/.test(page) ? '' : '&'
  return `${page}${joint}title=${encode(subject)}&body=${encode(body)}${hash.length > 0 ? `#${hash.join('#')}` : ''}`
}

/** Where a report goes, to be read: the mail address, or the host of the page. */
export const reportTarget = (to: string): { readonly isMail: boolean; readonly name: string } =>
  /^mailto:/i.test(to)
    ? { isMail: true, name: to.slice('mailto:'.length) }
    : { isMail: false, name: /^https:\/\/([^/?#]+)/.exec(to)?.[1] ?? to }
