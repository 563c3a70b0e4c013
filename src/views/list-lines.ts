import { isAddition } from '../core/derive'
import { type Formatter, formatterOf } from '../core/format'
import { markFill } from '../core/marks'
import type { Story } from '../core/story-types'
import type { Attribution, Citation, Claimant, StoryEvent, Text } from '../core/types'
import type { Words } from '../core/words/words'
import { bdi, h } from './dom'
import { sourcesOf } from './list-sources'
import type { ViewContext } from './view'

/** What every line of the list is written with. */
export interface Says {
  readonly story: Story
  readonly words: Words
  readonly format: Formatter
  /** IANA name of the reader's own zone. */
  readonly readerZone?: string | null
}

export const saysOf = ({ story, words, readerZone }: ViewContext): Says => ({
  story,
  words,
  format: formatterOf(story, words),
  readerZone,
})

export type Part = Node | string

const MIDDLE_DOT = ' · '

/** Parts with a middle dot between them, ready to append. */
export const dotted = (parts: readonly Part[]): Part[] =>
  parts.flatMap((part, index) => (index === 0 ? [part] : [MIDDLE_DOT, part]))

const plain = (value: string, { language }: Story): Text => ({ value, lang: language, dir: 'ltr' })

interface Stated {
  readonly by: Claimant | null
  readonly attribution: Attribution
  readonly sources: readonly Citation[]
}

/** Who says it: the person, the description of one who is not named, the party, or the outlet itself. */
export function claimantOf({ story, words }: Says, { by, sources }: Stated): Text {
  const person = by?.person ? story.people.get(by.person)?.name : null
  const party = by?.party ? story.parties.get(by.party)?.name : null
  const [first] = sources
  const outlet = first ? story.sources.get(first.source)?.publisher : undefined
  return person ?? by?.name ?? party ?? plain(outlet ?? words.list.nobody, story)
}

/** Where it happened, or whose seat or subject it is, with what is not known of it; null where no source says where. */
export function placeLine({ story, words }: Says, event: StoryEvent, first = false): HTMLElement | null {
  const place = event.where ? story.places.get(event.where.place) : undefined
  if (!place || !event.where) return null
  const { before, after } = words.list.roleParts[event.where.role]
  const doubt = words.list.precisions[place.precision]
  const lead = (event.additions?.where ? '+ ' : '') + (first ? words.list.capital(before) : before)
  return h('span', {}, lead, bdi(place.name), after, doubt ? ` (${doubt})` : '')
}

const unique = <Value>(values: readonly Value[]): Value[] => [...new Set(values)]

/** "Claimed", and by whom, where nothing of the event is confirmed. */
function shakyParts(says: Says, event: StoryEvent): string[] {
  if (markFill(event) !== 'dashed') return []
  const statuses = unique(event.claims.map((claim) => says.words.list.claimStatuses[claim.status]))
  const claimants = unique(event.claims.map((claim) => claimantOf(says, claim).value))
  return [says.format.list(statuses), ...(claimants.length <= 2 ? [says.format.list(claimants)] : [])]
}

/** The second line of a folded event: what is not plain fact first, then where, then whose report it is. */
export function secondLine(says: Says, event: StoryEvent): Part[] {
  const { story, words } = says
  const doubts = [...(event.status === 'happened' ? [] : [words.list.statuses[event.status]]), ...shakyParts(says, event)]
  const place = placeLine(says, event, doubts.length === 0)
  const outlets = unique(sourcesOf(story, event).map(({ source }) => source.publisher)).slice(0, 2)
  const named = isAddition(story, event) || (doubts.length === 0 && place === null)
  const [first, ...rest] = doubts
  return dotted([
    ...(first === undefined ? [] : [words.list.capital(first), ...rest]),
    ...(place ? [place] : []),
    ...(named ? [outlets.join(', ')] : []),
  ])
}

/** The date for a narrow column, with its doubt: "26 Feb", "by 26 Feb", "26 Feb?". */
export function shortDate({ words, format }: Says, event: StoryEvent): string {
  const { when } = event
  if (when === null) return words.list.noDateShort
  const date = format.whenShort(when)
  const doubted = when.qualifier === '?' || when.qualifier === '%' ? words.list.dateDoubted(date) : date
  const plus = event.additions?.when ? '+ ' : ''
  if (when.start !== 'known') return plus + words.list.dateUpTo(doubted)
  return plus + (when.end === 'open' ? words.list.dateFrom(doubted) : doubted)
}

/** When, with every doubt in words, as `<time>` where one date can say it. */
export function whenElement({ words, format }: Says, event: StoryEvent): HTMLElement {
  if (event.when === null) return h('span', {}, words.list.noDate)
  const dateTime = format.dateTime(event.when)
  const text = (event.additions?.when ? '+ ' : '') + words.list.capital(format.when(event.when))
  return dateTime === null ? h('span', {}, text) : h('time', { datetime: dateTime }, text)
}
