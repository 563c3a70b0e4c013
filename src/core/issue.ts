import { hasHiddenCharacters } from './clean-text'

/** `error`: something was left out. `warning`: look at it. `note`: for your information. */
export type Severity = 'error' | 'warning' | 'note'

/** What is wrong and what to type instead; the code is stable, the words are not. */
export interface Problem {
  readonly code: string
  readonly message: string
  readonly fix: string
}

/** A problem at its place in the event file. */
export interface Issue extends Problem {
  readonly severity: Severity
  /** JSON Pointer (RFC 6901); empty for the whole file. */
  readonly path: string
  /** From 1; null where the place in the text is not known. */
  readonly line: number | null
  /** From 1, in UTF-16 units, as editors count. */
  readonly column: number | null
}

/** Thrown only where nothing of a story can be shown. */
export class StoryError extends Error {
  override readonly name = 'StoryError'
  constructor(
    message: string,
    readonly issues: readonly Issue[],
  ) {
    super(message)
  }
}

export const isProblem = (value: object): value is Problem => 'code' in value && 'fix' in value

/** One line: `data/x.json:12:7 error edtf-month /events/3/when month 13 does not exist (2026-13-45). Use 01 to 12.` */
export function formatIssue(issue: Issue, file = ''): string {
  const place = [file, issue.line, issue.column].filter((part) => part !== '' && part !== null).join(':')
  const fix = issue.fix.charAt(0).toUpperCase() + issue.fix.slice(1)
  return [place, issue.severity, issue.code, issue.path, `${issue.message}. ${fix}.`].filter((part) => part !== '').join(' ')
}

/** A value as JSON, shortened, without characters that change how a line reads. */
export function quoted(value: unknown): string {
  const text =
    typeof value === 'string'
      ? `"${value.slice(0, 80)}"`
      : typeof value === 'number'
        ? String(value)
        : (JSON.stringify(value) ?? 'nothing')
  const short = text.length > 60 ? `${text.slice(0, 56)}…` : text
  return hasHiddenCharacters(short) || /[\n\r\t\u2028\u2029]/.test(short) ? escapeHidden(short) : short
}

const escapeHidden = (text: string): string =>
  Array.from(text, (char) => {
    const code = char.codePointAt(0) ?? 0
    return hasHiddenCharacters(char) || /[\n\r\t\u2028\u2029]/.test(char) ? `\\u{${code.toString(16)}}` : char
  }).join('')

/** Adds one key to a JSON Pointer. */
export const pointer = (path: string, key: string | number): string =>
  `${path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`
