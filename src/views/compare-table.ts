import { claimGroups } from '../core/claims'
import { type Length, lengthOf, type Round } from '../core/compare'
import { isAddition, isClaimLater } from '../core/derive'
import type { Party } from '../core/story-types'
import type { Claim, Instant, StoryEvent, Told } from '../core/types'
import type { CompareWords } from '../core/words/compare-words'
import type { CompareSays } from './compare-says'
import { lengthText } from './compare-scale'
import { bdi, h } from './dom'
import { claimantOf, dotted, placeLine, type Says, whenElement } from './list-lines'
import { bySource, sourceElement, sourcesOf } from './list-sources'

type RowId = keyof CompareWords['rows']
type Content = readonly Node[]

/** What a cell is written with: the state's `known` too, because what was published later is left out. */
export interface CellSays extends CompareSays {
  readonly known: Instant | null
}

const none = (text: string): HTMLElement => h('p', { class: 'compare-none' }, text)
const line = (...parts: readonly (Node | string)[]): HTMLElement => h('p', {}, ...parts)
const note = (...parts: readonly (Node | string)[]): HTMLElement => h('p', { class: 'compare-note' }, ...parts)

/** What the date does not say of the length already. */
const TOLD_APART: readonly Length['form'][] = ['moment', 'day', 'lasting']

function whenCell(says: CellSays, { event }: Round): Content {
  const { capital, statuses } = says.words.list
  const notes = [
    ...(TOLD_APART.includes(lengthOf(event.when).form) ? [capital(lengthText(says, event.when))] : []),
    ...(event.status === 'happened' ? [] : [capital(statuses[event.status])]),
  ]
  return [line(whenElement(says, event)), ...notes.map((text) => note(text))]
}

function whereCell(says: CellSays, { event }: Round): Content {
  const place = placeLine(says, event, true)
  if (place === null) return [none(says.compare.notStated)]
  const worded = event.where?.text ?? null
  const text = worded && worded.value !== says.story.places.get(event.where?.place ?? ('' as never))?.name.value ? worded : null
  return [line(place), ...(text ? [note(says.words.list.inTheSource, h('q', {}, bdi(text)))] : [])]
}

/** A party's letter and name. */
const partyName = (party: Party): HTMLElement =>
  h(
    'span',
    { class: 'compare-party', 'data-party': party.id },
    h('b', { class: 'letter', 'aria-hidden': 'true' }, party.letter),
    bdi(party.name),
  )

/** Each party that takes part with its people. Whoever only speaks of the round stands with the claims. */
function whoCell({ story, compare }: CellSays, { event }: Round): Content {
  const parties = event.parties.flatMap((id) => story.parties.get(id) ?? [])
  const people = event.people.flatMap((id) => story.people.get(id) ?? [])
  if (parties.length === 0 && people.length === 0) return [none(compare.notStated)]
  const items = parties.map((party) => {
    const own = people.filter((person) => person.party === party.id)
    const names = own.map((person) => h('li', {}, bdi(person.name), ...(person.role ? [', ', bdi(person.role)] : [])))
    return h('li', {}, partyName(party), names.length > 0 ? h('ul', {}, ...names) : null)
  })
  const anyone = people.some((person) => event.parties.some((id) => id === person.party))
  return [h('ul', { class: 'compare-who' }, ...items), ...(anyone ? [] : [none(compare.nobodyNamed)])]
}

function toldCell(says: CellSays, told: Told, added: boolean): Content {
  const uses = bySource(
    says.story,
    told.sources.map((citation) => [citation, added] as const),
  )
  const sources = uses.map((use) => sourceElement(says.words, use))
  return [line(added ? '+ ' : '', bdi(told.text)), ...(sources.length > 0 ? [note(...dotted(sources))] : [])]
}

function formatCell(says: CellSays, { event }: Round): Content {
  if (event.format === null) return [none(says.compare.notStated)]
  return toldCell(says, event.format, event.additions?.format ?? false)
}

function outcomeCell(says: CellSays, { event }: Round): Content {
  const { notStated, outcomes } = says.compare
  if (event.outcome !== null) return toldCell(says, event.outcome, event.additions?.outcome ?? false)
  return [none(event.status === 'happened' ? notStated : outcomes[event.status])]
}

const conflictsOf = (event: StoryEvent) => [
  ...(event.conflict ? [['', event.conflict] as const] : []),
  ...(event.additions?.conflicts ?? []).map((text) => ['+ ', text] as const),
]

function conflictCell({ compare }: CellSays, { event }: Round): Content {
  const conflicts = conflictsOf(event)
  if (conflicts.length === 0) return [none(compare.noDifference)]
  return conflicts.map(([plus, text]) => line(plus, bdi(text)))
}

function claimItem(says: CellSays, event: StoryEvent, claim: Claim): HTMLElement {
  const { story, words } = says
  const added = claim.layer !== event.layer
  const uses = bySource(
    story,
    claim.sources.map((citation) => [citation, added] as const),
  )
  const sources = uses.map((use) => sourceElement(words, { ...use, added: false }))
  const status = h('span', { class: 'compare-status', 'data-status': claim.status }, words.list.claimStatuses[claim.status])
  const attribution = words.list.attributions[claim.attribution]
  return h(
    'li',
    {},
    line(added ? '+ ' : '', h('b', {}, bdi(claimantOf(says, claim))), ': ', bdi(claim.text)),
    note(...dotted([status, attribution, ...sources])),
  )
}

function claimsCell(says: CellSays, { event }: Round): Content {
  const { story, words, compare, known, format } = says
  const groups = claimGroups(story, event)
  const isLater = (claim: Claim): boolean => isClaimLater(story, claim, known)
  const later = event.claims.filter(isLater).length
  const parts = groups.flatMap(({ by, claims }) => {
    const name = typeof by === 'string' ? words.list.speakers[by] : partyName(by)
    const items = claims.filter((claim) => !isLater(claim)).map((claim) => claimItem(says, event, claim))
    const list = items.length > 0 ? h('ul', { class: 'compare-claims' }, ...items) : none(words.list.noStatement)
    return [h('h4', {}, name), list]
  })
  const hidden = later > 0 ? [none(words.list.known.claimsLater(later, format.count(later)))] : []
  return parts.length === 0 ? [none(compare.noClaims)] : [...parts, ...hidden]
}

const sourcesCell = (says: CellSays, { event }: Round): Content => [
  h(
    'ul',
    { class: 'compare-sources' },
    ...sourcesOf(says.story, event).map((use) => h('li', {}, sourceElement(says.words, use))),
  ),
]

const CELLS: Readonly<Record<RowId, (says: CellSays, round: Round) => Content>> = {
  when: whenCell,
  where: whereCell,
  who: whoCell,
  format: formatCell,
  conflict: conflictCell,
  outcome: outcomeCell,
  claims: claimsCell,
  sources: sourcesCell,
}
/** Long cells that stand one below the other where two columns would be too narrow to read. */
const LONG: readonly RowId[] = ['conflict', 'outcome', 'claims', 'sources']

/** The name of a round: its title, with a plus where the article does not tell it. */
export const roundName = ({ story }: Says, { event }: Round): (Node | string)[] => [
  isAddition(story, event) ? '+ ' : '',
  bdi(event.title),
]

/**
 * What is known of two rounds, side by side. The roles are written out, because on narrow screens rows become grids, and browsers then
 * forget that they are rows.
 */
export function compareTable(says: CellSays, rounds: readonly Round[]): HTMLElement {
  const { compare } = says
  const isEmpty = (id: RowId): boolean => id === 'conflict' && rounds.every(({ event }) => conflictsOf(event).length === 0)
  const head = h(
    'tr',
    { role: 'row' },
    h('td', { role: 'cell' }),
    ...rounds.map((round) => h('th', { scope: 'col', role: 'columnheader' }, ...roundName(says, round))),
  )
  const rows = (Object.keys(CELLS) as RowId[])
    .filter((id) => !isEmpty(id))
    .map((id) => {
      const long = LONG.includes(id)
      const cells = rounds.map((round) => {
        const name = long ? h('p', { class: 'compare-of', 'aria-hidden': 'true' }, ...roundName(says, round)) : null
        return h('td', { role: 'cell' }, name, ...CELLS[id](says, round))
      })
      const header = h('th', { scope: 'row', role: 'rowheader' }, compare.rows[id])
      return h('tr', { role: 'row', class: long ? 'is-long' : null }, header, ...cells)
    })
  const [first, second] = rounds.map(({ event }) => event.title.value)
  return h(
    'table',
    { class: 'compare-table', role: 'table' },
    h('caption', { class: 'unseen' }, compare.caption(first ?? '', second ?? '')),
    h('thead', { role: 'rowgroup' }, head),
    h('tbody', { role: 'rowgroup' }, ...rows),
  )
}
