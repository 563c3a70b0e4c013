import { isAddition } from '../core/derive'
import type { Claim, StoryEvent, Text } from '../core/types'
import { bdi, domId, h, setText } from './dom'
import { icon } from './icons'
import { clockLine } from './list-clocks'
import { claimantOf, dotted, type Part, placeLine, type Says, whenElement } from './list-lines'
import type { Share } from './list-share'
import { bySource, sourceDetail, sourceElement, sourcesOf } from './list-sources'

function paragraph(className: string, before: string, text: Text): HTMLElement {
  if (before !== '') return h('p', { class: className }, h('b', {}, before), bdi(text))
  const element = h('p', { class: className })
  setText(element, text)
  return element
}

/** When, in full, and where. */
function circumstances(says: Says, event: StoryEvent): HTMLElement {
  const { words, story } = says
  const nowhere = isAddition(story, event) ? words.list.noPlaceAdded : words.list.noPlace
  return h('p', { class: 'event-when' }, ...dotted([whenElement(says, event), placeLine(says, event) ?? nowhere]))
}

/** The other clocks, how the source words date and place, and when it was reported, where that differs. */
function asReported(says: Says, event: StoryEvent): HTMLElement | null {
  const { words, format } = says
  const clocks = clockLine(says, event)
  const parts: Part[] = clocks ? [clocks] : []
  const reported = event.reported && event.reported.edtf !== event.when?.edtf ? event.reported : null
  if (reported) parts.push(words.list.reportedOn(format.when(reported)))
  const worded = [event.display, event.where?.text ?? null].filter((text) => text !== null)
  if (worded.length > 0) parts.push(h('span', {}, words.list.inTheSource, ...quotesOf(worded)))
  return parts.length === 0 ? null : h('p', { class: 'event-reported' }, ...dotted(parts))
}

const quotesOf = (texts: readonly Text[]): Part[] =>
  texts.flatMap((text, index) => (index === 0 ? [h('q', {}, bdi(text))] : [', ', h('q', {}, bdi(text))]))

function iconButton(action: string, name: string, drawn: SVGSVGElement): HTMLButtonElement {
  return h('button', { type: 'button', class: 'icon-button tool', 'data-action': action, 'aria-label': name, title: name }, drawn)
}

/** Where a claim is made: attribution, the speaker's office, the sources with their sentences. */
function claimNote({ story, words }: Says, event: StoryEvent, claim: Claim): HTMLElement {
  const person = claim.by.person ? story.people.get(claim.by.person) : undefined
  const uses = bySource(
    story,
    claim.sources.map((citation) => [citation, false] as const),
  )
  const parts: Part[] = [words.list.attributions[claim.attribution]]
  if (person?.role) parts.push(bdi(person.role))
  const added = claim.layer !== event.layer
  return h(
    'span',
    { class: 'claim-note' },
    ...dotted([...parts, ...uses.map((use) => sourceElement(words, { ...use, added: added && use.added }))]),
  )
}

function claimRow(says: Says, share: Share, event: StoryEvent, claim: Claim): HTMLLIElement {
  const { story, words } = says
  const id = claim.by.party ?? (claim.by.person ? (story.people.get(claim.by.person)?.party ?? null) : null)
  const letter = id ? story.parties.get(id)?.letter : undefined
  const plus = claim.layer === event.layer ? '' : '+ '
  const link = h(
    'a',
    { class: 'icon-button tool', href: share.linkTo(event.id, claim.id), 'data-action': 'link-claim' },
    icon('link', 15),
  )
  link.setAttribute('aria-label', words.list.linkClaim)
  link.title = words.list.linkClaim
  return h(
    'li',
    { class: 'claim', id: domId(event, `.${claim.id}`), 'data-claim': claim.id, 'data-party': id },
    h('span', { class: 'letter', 'aria-hidden': 'true' }, letter ?? ''),
    h('span', { class: 'claim-text' }, plus, h('b', {}, bdi(claimantOf(says, claim))), ': ', bdi(claim.text)),
    h('span', { class: 'claim-status', 'data-status': claim.status }, words.list.claimStatuses[claim.status]),
    claimNote(says, event, claim),
    h('span', { class: 'claim-tools' }, link, iconButton('copy-claim', words.list.copyClaim, icon('copy', 15))),
  )
}

function sources(says: Says, share: Share, event: StoryEvent): Node[] {
  const { story, words, format } = says
  const uses = sourcesOf(story, event)
  const id = domId(event, ':sources')
  const details = h(
    'button',
    { type: 'button', class: 'text-button tool', 'data-action': 'sources', 'aria-expanded': 'false', 'aria-controls': id },
    words.list.sourceDetails,
  )
  const link = h(
    'a',
    { class: 'text-button tool', href: share.linkTo(event.id), 'data-action': 'link-event' },
    words.list.linkEvent,
  )
  const list = uses.map((use) => sourceElement(words, use))
  const line = h('p', { class: 'event-sources' }, words.list.sourceCount(uses.length, format.count(uses.length)), ...dotted(list))
  const full = h('ul', {
    class: 'source-details',
    id,
    hidden: 'until-found',
    'aria-label': words.list.sourceDetailsOf(uses.length),
  })
  full.append(...uses.map((use) => sourceDetail(story, words, format, use)))
  return [line, h('p', { class: 'event-tools tool' }, details, link), full]
}

/** What an event holds beyond its row: when and where in full, text, conflict, claims, sources. */
export function cardParts(says: Says, share: Share, event: StoryEvent): Node[] {
  const { words } = says
  const { additions } = event
  const conflicts = [
    ...(event.conflict ? [['', event.conflict] as const] : []),
    ...(additions?.conflicts ?? []).map((text) => ['+ ', text] as const),
  ]
  const claims = event.claims.map((claim) => claimRow(says, share, event, claim))
  const parts = [
    circumstances(says, event),
    asReported(says, event),
    event.text ? paragraph('event-text', '', event.text) : null,
    ...(additions?.texts ?? []).map((text) => paragraph('event-text', '+ ', text)),
    ...conflicts.map(([plus, text]) => paragraph('event-conflict', plus + words.list.conflict, text)),
    claims.length > 0 ? h('ul', { class: 'claims', 'aria-label': words.list.claims }, ...claims) : null,
    ...sources(says, share, event),
  ]
  return parts.filter((part) => part !== null)
}
