import { type ClaimGroup, claimGroups } from '../core/claims'
import { isClaimLater } from '../core/derive'
import type { Claim, Instant, StoryEvent } from '../core/types'
import { bdi, domId, h } from './dom'
import { icon } from './icons'
import { claimantOf, dotted, type Part, type Says } from './list-lines'
import type { Share } from './list-share'
import { bySource, sourceElement } from './list-sources'
import { termText } from './list-terms'

const iconButton = (action: string, name: string, drawn: SVGSVGElement): HTMLButtonElement =>
  h('button', { type: 'button', class: 'icon-button tool', 'data-action': action, 'aria-label': name, title: name }, drawn)

/** Where a claim is made: attribution, the speaker's office, the sources with their sentences. */
function claimNote({ story, words }: Says, event: StoryEvent, claim: Claim, { by }: ClaimGroup): HTMLElement {
  const person = claim.by.person ? story.people.get(claim.by.person) : undefined
  const uses = bySource(
    story,
    claim.sources.map((citation) => [citation, false] as const),
  )
  const parts: Part[] = by === 'outlets' ? [] : [words.list.attributions[claim.attribution]]
  if (person?.role) parts.push(bdi(person.role))
  const added = claim.layer !== event.layer
  const sources = uses.map((use) => sourceElement(words, { ...use, added: added && use.added }))
  return h('span', { class: 'claim-note' }, ...dotted([...parts, ...sources]))
}

/** Who says it, where the heading of the group does not say so already. */
function speaker(says: Says, claim: Claim, { by }: ClaimGroup): Part[] {
  const name = claimantOf(says, claim)
  if (typeof by === 'object' && name.value === by.name.value) return []
  return [h('b', {}, bdi(name)), ': ']
}

function claimRow(says: Says, share: Share, event: StoryEvent, claim: Claim, group: ClaimGroup): HTMLLIElement {
  const { words } = says
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
    { class: 'claim', id: domId(event, `.${claim.id}`), 'data-claim': claim.id },
    h('span', { class: 'claim-text' }, plus, ...speaker(says, claim, group), termText(says, claim.text)),
    h('span', { class: 'claim-status', 'data-status': claim.status }, words.list.claimStatuses[claim.status]),
    claimNote(says, event, claim, group),
    h('span', { class: 'claim-tools' }, link, iconButton('copy-claim', words.list.copyClaim, icon('copy', 15))),
  )
}

function groupName({ words }: Says, { by }: ClaimGroup): HTMLElement {
  if (typeof by === 'string') return h('h4', {}, words.list.speakers[by])
  return h('h4', {}, h('span', { class: 'letter', 'aria-hidden': 'true' }, by.letter), ' ', bdi(by.name))
}

function groupElement(says: Says, share: Share, event: StoryEvent, group: ClaimGroup, known: Instant | null): HTMLElement {
  const { story, words } = says
  const told = group.claims.filter((claim) => !isClaimLater(story, claim, known))
  const silence = group.claims.length === 0 ? words.list.noStatement : words.list.known.later
  const content =
    told.length > 0
      ? h('ul', {}, ...told.map((claim) => claimRow(says, share, event, claim, group)))
      : h('p', { class: 'none-stated' }, silence)
  const party = typeof group.by === 'object' ? group.by.id : null
  return h(
    'div',
    { class: told.length > 0 ? 'speaker' : 'speaker is-silent', 'data-party': party },
    groupName(says, group),
    content,
  )
}

/**
 * Who says what of an event: its parties side by side, then others and the outlets. What was published after `known` is counted, not
 * shown. Null where no claim is made.
 */
export function claimsElement(says: Says, share: Share, event: StoryEvent, known: Instant | null): HTMLElement | null {
  const { story, words, format } = says
  const groups = claimGroups(story, event)
  if (groups.length === 0) return null
  const columns = groups.filter(({ by }) => typeof by === 'object')
  const rest = groups.filter(({ by }) => typeof by === 'string')
  const element = (group: ClaimGroup) => groupElement(says, share, event, group, known)
  const later = event.claims.filter((claim) => isClaimLater(story, claim, known)).length
  return h(
    'div',
    { class: 'claims', role: 'group', 'aria-label': words.list.claims },
    columns.length > 0 ? h('div', { class: 'speakers' }, ...columns.map(element)) : null,
    ...rest.map(element),
    later > 0 ? h('p', { class: 'claims-later' }, words.list.known.claimsLater(later, format.count(later))) : null,
  )
}
