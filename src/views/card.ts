import { nearestRound } from '../core/claims'
import { isAddition, isClaimLater } from '../core/derive'
import { isSourceLater } from '../core/known'
import { memoKeyed } from '../core/memo'
import type { Story } from '../core/story-types'
import type { Instant, StoryEvent, Text } from '../core/types'
import { claimsElement } from './card-claims'
import { bdi, domId, h } from './dom'
import { clockLine } from './list-clocks'
import { dotted, type Part, placeLine, type Says, whenElement } from './list-lines'
import type { Share } from './list-share'
import { type SourceUse, sourceDetail, sourceElement, sourcesOf } from './list-sources'
import { termText } from './list-terms'

function paragraph(says: Says, className: string, before: string, text: Text): HTMLElement {
  return h('p', { class: className }, before === '' ? null : h('b', {}, before), termText(says, text))
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

/** How many claims and sources of an event were published after `known`: while that stays 0, its card stays as it is. */
export const laterParts = (story: Story, event: StoryEvent, known: Instant | null): number =>
  known === null
    ? 0
    : event.claims.filter((claim) => isClaimLater(story, claim, known)).length +
      sourcesOf(story, event).filter((use) => isSourceLater(story, use.source, known)).length

/** The line of sources, as far as they were published by then; the others are counted. */
function sourcesLine({ story, words, format }: Says, uses: readonly SourceUse[], known: Instant | null): HTMLElement {
  const told = uses.filter((use) => !isSourceLater(story, use.source, known))
  const later = uses.length - told.length
  const counted = told.length === 0 && later > 0 ? [] : [words.list.sourceCount(told.length, format.count(told.length))]
  const list = told.map((use) => sourceElement(words, use))
  const hidden = later === 0 ? [] : [`${told.length > 0 ? '. ' : ''}${words.list.known.sourcesLater(later, format.count(later))}`]
  return h('p', { class: 'event-sources' }, ...counted, ...dotted(list), ...hidden)
}

function sources(says: Says, share: Share, event: StoryEvent, known: Instant | null): Node[] {
  const { story, words, format } = says
  const uses = sourcesOf(story, event)
  const told = uses.filter((use) => !isSourceLater(story, use.source, known))
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
  const full = h('ul', {
    class: 'source-details',
    id,
    hidden: 'until-found',
    'aria-label': words.list.sourceDetailsOf(told.length),
  })
  full.append(...told.map((use) => sourceDetail(story, words, format, use)))
  const report = h('button', { type: 'button', class: 'text-button', 'data-action': 'report' }, words.page.report)
  const tools = [...(told.length > 0 ? [details] : []), link, ...compareButton(says, event), report]
  return [sourcesLine(says, uses, known), h('p', { class: 'event-tools tool' }, ...tools), full]
}

/** Rounds of talks that any reader can open. */
const openRounds = memoKeyed(({ events, layers }: Story): readonly StoryEvent[] =>
  [...events].filter(({ kind, layer }) => kind === 'talks' && (layers.get(layer)?.notice ?? null) === null),
)

/** Where the story has another round that any reader can open. */
function compareButton({ story, words }: Says, event: StoryEvent): HTMLElement[] {
  if (event.kind !== 'talks' || nearestRound(openRounds(story), event) === null) return []
  return [h('button', { type: 'button', class: 'text-button', 'data-action': 'compare' }, words.list.compareRound)]
}

/** What an event holds beyond its row: when and where in full, text, conflict, claims, sources. As it was known at `known`. */
export function cardParts(says: Says, share: Share, event: StoryEvent, known: Instant | null): Node[] {
  const { words } = says
  const { additions } = event
  const conflicts = [
    ...(event.conflict ? [['', event.conflict] as const] : []),
    ...(additions?.conflicts ?? []).map((text) => ['+ ', text] as const),
  ]
  const parts = [
    circumstances(says, event),
    asReported(says, event),
    event.text ? paragraph(says, 'event-text', '', event.text) : null,
    ...(additions?.texts ?? []).map((text) => paragraph(says, 'event-text', '+ ', text)),
    ...conflicts.map(([plus, text]) => paragraph(says, 'event-conflict', plus + words.list.conflict, text)),
    claimsElement(says, share, event, known),
    event.format && paragraph(says, 'event-reported', (additions?.format ? '+ ' : '') + words.list.format, event.format.text),
    event.outcome && paragraph(says, 'event-reported', (additions?.outcome ? '+ ' : '') + words.list.outcome, event.outcome.text),
    ...sources(says, share, event, known),
  ]
  return parts.filter((part) => part !== null)
}
