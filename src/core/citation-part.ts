/** A stretch of a citation; views build elements of them, never markup. */
export interface CitationPart {
  readonly text: string
  readonly italic: boolean
  /** An https address to link to. */
  readonly href: string | null
  readonly isLicence: boolean
}

/** A citation ready to show and to copy. */
export interface Citable {
  readonly parts: readonly CitationPart[]
  readonly text: string
  /** The same as HTML source, escaped, to be copied as text: never to be put into the page. */
  readonly markup: string
}

export const plainPart = (text: string): CitationPart => ({ text, italic: false, href: null, isLicence: false })
export const italicPart = (text: string): CitationPart => ({ ...plainPart(text), italic: true })

/** Only https is linked; any other address stays text. */
export const linkPart = (text: string, address: string | null, isLicence = false): CitationPart => ({
  ...plainPart(text),
  href: address !== null && /^https:\/\/[^\s]/i.test(address) ? address : null,
  isLicence,
})

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)

function markupOf({ text, italic, href, isLicence }: CitationPart): string {
  const inner = italic ? `<i>${escaped(text)}</i>` : escaped(text)
  return href === null ? inner : `<a href="${escaped(href)}"${isLicence ? ' rel="license"' : ''}>${inner}</a>`
}

/** As text alone a licence is named with its address: the licence asks for it, and there is no link. */
const textOf = ({ text, href, isLicence }: CitationPart): string => (isLicence && href !== null ? `${text} (${href})` : text)

/** Parts without the empty ones, with their text and their HTML source. */
export function citable(parts: readonly CitationPart[]): Citable {
  const kept = parts.filter((part) => part.text !== '')
  return { parts: kept, text: kept.map(textOf).join(''), markup: kept.map(markupOf).join('') }
}
