import { bibtexEntry, latexAddress, latexText } from './bibtex'
import { type CalendarDay, dayOfWhen } from './calendar-day'
import { type Citable, citable, italicPart, linkPart, plainPart } from './citation-part'
import { headline } from './headline'
import type { Story } from './story-types'
import { exportWords as says } from './words/export-words'

export type { Citable, CitationPart } from './citation-part'

/** Where and when the story was read. */
export interface Access {
  /** The address of exactly this view; null where the page has none to give, such as a file opened from disk. */
  readonly address: string | null
  /** The reader's day; null leaves the access date out. */
  readonly accessed: CalendarDay | null
}

export interface Citations {
  readonly apa: Citable
  readonly chicagoNote: Citable
  readonly chicagoBibliography: Citable
  readonly mla: Citable
  readonly bibtex: Citable
}

/** What a citation is made of. The author is the organisation that the story names, or nobody. */
interface Cited extends Access {
  readonly story: Story
  readonly author: string | null
  readonly edition: string | null
  /** The day of the edition. */
  readonly published: CalendarDay | null
}

const cited = (story: Story, access: Access): Cited => ({
  ...access,
  story,
  author: story.attribution?.value ?? null,
  edition: story.edition === null ? null : String(story.edition.number),
  published: story.edition?.published ? dayOfWhen(story.edition.published) : null,
})

const monthOf = (month: number): string => says.cite.months[month - 1] ?? ''
const shortMonthOf = (month: number): string => says.cite.shortMonths[month - 1] ?? ''

/** "November 22, 2026", "November 2026", "2026". */
function americanDay({ year, month, day }: CalendarDay): string {
  if (month === null) return `${year}`
  return day === null ? `${monthOf(month)} ${year}` : `${monthOf(month)} ${day}, ${year}`
}

/** "22 Nov. 2026"; with full months "22 November 2026". */
const dayFirst = ({ year, month, day }: CalendarDay, nameOf = monthOf): string =>
  [day, month === null ? null : nameOf(month), year].filter((part) => part !== null).join(' ')

/** "2026, November 22". */
const yearFirst = ({ year, month, day }: CalendarDay): string =>
  month === null ? `${year}` : `${year}, ${[monthOf(month), day].filter((part) => part !== null).join(' ')}`

const stopped = (text: string): string => (/[.?!]”?$/u.test(text) ? text : `${text}.`)
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** In double quotation marks, with single ones inside and `mark` before the last; none after a question or an exclamation mark. */
function inQuotes(title: string, mark: '.' | ','): string {
  const inner = title.replace(/“/g, '‘').replace(/”/g, '’').replace(/\.$/, '')
  return `“${mark === '.' && /[?!]$/u.test(inner) ? inner : inner + mark}”`
}

/** Source: Publication Manual of the APA, 7th edition, chapters 9 and 10.16: group author, version, form, retrieval date for what changes. */
function apa({ story, author, edition, published, accessed, address }: Cited): Citable {
  const date = ` (${published === null ? says.cite.noDate : yearFirst(published)}).`
  const version = edition === null ? '' : ` (${says.cite.edition(edition)})`
  const title = [italicPart(story.title.value), plainPart(`${version} [${says.cite.form}].`)]
  const head = author === null ? [...title, plainPart(date)] : [plainPart(stopped(author) + date), plainPart(' '), ...title]
  if (address === null) return citable(head)
  const retrieved = accessed === null ? ' ' : ` ${says.cite.retrieved(americanDay(accessed))}`
  return citable([...head, plainPart(retrieved), linkPart(address, address)])
}

/** Edition, day of the edition, day of access: what notes and bibliographies of Chicago say in this order. */
const chicagoFacts = ({ edition, published, accessed, address }: Cited): string[] =>
  [
    edition === null ? null : says.edition(edition, null),
    published === null ? null : americanDay(published),
    accessed === null || address === null ? null : says.cite.accessed(americanDay(accessed)),
  ].filter((fact) => fact !== null)

const chicagoTitle = ({ story: { title } }: Cited): string => headline(title.value, title.lang, 'chicago')

/** Source: The Chicago Manual of Style, 17th and 18th edition, websites: in a note the owner follows the title. */
function chicagoNote(from: Cited): Citable {
  const { author, address } = from
  const facts = [...(author === null ? [] : [author]), ...chicagoFacts(from)]
  const after = facts.length === 0 && address === null ? '.' : ','
  const told = [inQuotes(chicagoTitle(from), after), facts.join(', ')].filter(Boolean).join(' ')
  if (address === null) return citable([plainPart(stopped(told))])
  return citable([plainPart(facts.length === 0 ? `${told} ` : `${told}, `), linkPart(address, address), plainPart('.')])
}

/** Source: as of the note; in a bibliography the owner stands as author. */
function chicagoBibliography(from: Cited): Citable {
  const { author, address } = from
  const facts = chicagoFacts(from).map((fact) => stopped(capital(fact)))
  const told = [author === null ? '' : stopped(author), inQuotes(chicagoTitle(from), '.'), ...facts].filter(Boolean).join(' ')
  return citable([plainPart(told), ...(address === null ? [] : [plainPart(' '), linkPart(address, address), plainPart('.')])])
}

/** Source: MLA Handbook, 9th edition: an organisation that publishes its own work is named as publisher alone; addresses without https. */
function mla({ story: { title }, author, edition, published, accessed, address }: Cited): Citable {
  const facts = [
    edition === null ? null : says.edition(edition, null),
    author,
    published === null ? null : dayFirst(published, shortMonthOf),
  ].filter((fact) => fact !== null)
  const lead = inQuotes(headline(title.value, title.lang, 'mla'), '.')
  const told = facts.length === 0 ? lead : `${lead} ${capital(facts.join(', '))}`
  if (address === null) return citable([plainPart(stopped(told))])
  const shown = address.replace(/^https?:\/\//i, '')
  const read = accessed === null ? '' : ` ${stopped(capital(says.cite.accessed(dayFirst(accessed, shortMonthOf))))}`
  return citable([plainPart(facts.length === 0 ? `${told} ` : `${told}, `), linkPart(shown, address), plainPart(`.${read}`)])
}

const BIBTEX_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const

/**
 * `@misc` with the address in `howpublished`: the one form that the old styles of BibTeX print as well as those of biblatex. Double
 * braces keep an organisation's name and the title's capitals together.
 */
function bibtex({ story, author, edition, published, accessed, address }: Cited): string {
  const note = [
    edition === null || published === null ? edition && says.edition(edition, null) : says.edition(edition, dayFirst(published)),
    says.cite.form,
    story.license === null ? null : says.cite.licence(story.license.name),
    accessed === null || address === null ? null : says.cite.accessed(dayFirst(accessed)),
  ].filter((fact) => fact !== null)
  const month = published?.month ?? null
  return bibtexEntry('misc', edition === null ? story.id : `${story.id}-${edition}`, {
    author: author === null ? null : `{{${latexText(author)}}}`,
    title: `{{${latexText(story.title.value)}}}`,
    year: published === null ? null : `{${published.year}}`,
    month: month === null ? null : (BIBTEX_MONTHS[month - 1] ?? null),
    howpublished: address === null ? null : `{\\url{${latexAddress(address)}}}`,
    note: `{${latexText(note.map(capital).join('. '))}}`,
  })
}

/** APA, Chicago (notes and bibliography), MLA and BibTeX, each with edition, its day, the day of access and the address of the view. */
export function citationsOf(story: Story, access: Access): Citations {
  const from = cited(story, access)
  return {
    apa: apa(from),
    chicagoNote: chicagoNote(from),
    chicagoBibliography: chicagoBibliography(from),
    mla: mla(from),
    bibtex: citable([plainPart(bibtex(from))]),
  }
}

/** "edition 1, 22 November 2026"; null for a story without edition. */
export function editionText(story: Story): string | null {
  const { edition, published } = cited(story, { address: null, accessed: null })
  return edition === null ? null : says.edition(edition, published === null ? null : dayFirst(published))
}

/** “ (accessed 23 November 2026)”, behind an address. */
export const accessedOn = (day: CalendarDay): string => says.credit.accessed(dayFirst(day))

/**
 * The line that the licence asks for: title, author, source, licence (TASL), with the edition and the day on which the source was read.
 * Source: Creative Commons, recommended practices for attribution. A story without licence says so: silence would read as leave to reuse.
 */
export function creditLine(story: Story, address: string | null, accessed: CalendarDay | null = null): Citable {
  const { license, title, attribution } = story
  const edition = editionText(story)
  return citable([
    linkPart(says.credit.title(title.value), address),
    plainPart(edition === null ? '' : says.credit.edition(edition)),
    plainPart(attribution === null ? '' : says.credit.by + attribution.value),
    ...(license === null
      ? [plainPart(says.credit.noLicence)]
      : [plainPart(says.credit.licensed), linkPart(license.name, license.url, true)]),
    plainPart('.'),
    ...(address === null ? [] : [plainPart(says.credit.source), linkPart(address, address)]),
    plainPart(address === null || accessed === null ? '' : accessedOn(accessed)),
  ])
}
