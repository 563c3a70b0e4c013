/* Content lines of iCalendar. Source: RFC 5545 §3.1 and §3.3.11. */

const MAX_OCTETS = 75
/** Controls that a content line must not hold; the tab may stay. */
const CONTROLS = /(?!\t)\p{Cc}/gu
const LONE_SURROGATES = /\p{Surrogate}/gu

const octetsOf = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4)

/** A TEXT value: backslash, semicolon, comma and line breaks escaped. */
export const icalText = (text: string): string =>
  text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|[\r\n\u0085\u2028\u2029]/g, '\\n')
    .replace(CONTROLS, '')
    .replace(LONE_SURROGATES, '\ufffd')

/** The line in pieces of at most 75 octets of UTF-8, no character cut in two; all but the first begin with a blank. */
export function foldLine(line: string): string {
  let [folded, octets] = ['', 0]
  for (const character of line) {
    const length = octetsOf(character.codePointAt(0) ?? 0)
    if (octets + length > MAX_OCTETS) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += length
  }
  return folded
}

/** A property, or null where it has no value: such lines are left out. */
export type IcalLine = readonly [name: string, value: string | null]

/** A property of text. */
export const textLine = (name: string, text: string | null): IcalLine => [
  name,
  text === null || text === '' ? null : icalText(text),
]

/** A property whose value is an address: no character may end the line. */
export const addressLine = (name: string, address: string | null): IcalLine => [
  name,
  address === null || address === '' ? null : address.replace(/[\s\p{Cc}]/gu, encodeURIComponent),
]

/** A component, such as VEVENT, around its lines; what lies inside it is written already. */
export function icalComponent(name: string, lines: readonly IcalLine[], inside: readonly string[] = []): string {
  const own = lines.flatMap(([property, value]) => (value === null ? [] : [foldLine(`${property}:${value}`)]))
  return [`BEGIN:${name}`, ...own, ...inside, `END:${name}`].join('\r\n')
}

/** `20260226T090000Z`; null for a year that RFC 5545 §3.3.4 cannot write with its four digits. */
export function icalInstant(instant: number): string | null {
  const date = new Date(instant)
  const year = date.getUTCFullYear()
  return year >= 1 && year <= 9999 ? `${date.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z` : null
}

/** `20260226` of a wall time; null as above. */
export const icalDay = (wall: number): string | null => icalInstant(wall)?.slice(0, 8) ?? null
