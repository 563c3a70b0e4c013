/** Unseen before a formula: spaces, quotation marks and format characters, as spreadsheets skip them or other separators leave them. */
const LEAD = String.raw`[\s\p{Z}\p{Cf}'"‘’“”„«»\u0060]*`
/**
 * What begins a formula, in its full-width and small forms too; − is a minus to some; a control at the start may be dropped by the
 * reader. Sources: OWASP, CSV Injection; ASVS 5.0, 1.2.10.
 */
const STARTER = String.raw`[=+\-@＝＋－＠﹦﹢﹣﹫−\p{Cc}]`
const FORMULA = new RegExp(`^${LEAD}${STARTER}`, 'u')
/**
 * Where a spreadsheet that expects another separator begins a new cell inside ours: Excel takes `;` in most of Europe, whatever the
 * quotation marks. Source: OWASP www-community, issue 443.
 */
const CELL_EDGES = /([;\t\r\n])/

// Whatever begins as a formula still does with an apostrophe before it: so every apostrophe that is added can be told from the text's own.
const safeStart = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)
const plainStart = (text: string): string => (text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text)

/** Applies to what follows each separator, and leaves the start and the separators. */
const inside = (text: string, change: (part: string) => string): string =>
  text
    .split(CELL_EDGES)
    .map((part, index) => (index > 0 && index % 2 === 0 ? change(part) : part))
    .join('')

/**
 * The text with an apostrophe wherever a spreadsheet could begin a formula: at its start, and after `;`, tab and line break. An
 * apostrophe is what spreadsheets themselves use for "this is text". `plainCell` takes it away again.
 */
export const safeCell = (text: string): string => safeStart(inside(text, safeStart))

/** The text that `safeCell` was given. */
export const plainCell = (cell: string): string => inside(plainStart(cell), plainStart)

const quoted = (text: string): string => (text === '' ? '' : `"${text.replaceAll('"', '""')}"`)

/** So that Excel reads UTF-8; other readers skip it or are told to (`utf-8-sig`). */
const BYTE_ORDER_MARK = '\ufeff'

/**
 * Rows as CSV of RFC 4180: CRLF, texts in quotation marks, numbers bare, so that a coordinate of −77.03 stays a number and is never
 * mistaken for a formula. The header is the keys of `columns`, in their order.
 */
export function toCsv(columns: readonly string[], rows: Iterable<Readonly<Record<string, string | number>>>): string {
  const lines = [columns.map(quoted).join(',')]
  for (const row of rows) {
    const cells = columns.map((column) => {
      const value = row[column] ?? ''
      return typeof value === 'number' ? String(value) : quoted(safeCell(value))
    })
    lines.push(cells.join(','))
  }
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`
}
