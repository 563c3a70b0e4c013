import type { HandoutClaim, HandoutEvent } from '../core/handout'
import type { StoryEvent, Text } from '../core/types'
import { bdi, h } from './dom'
import { kindMark, orLine, type Sheet, sourceMarks, writingLines } from './handout-part'
import { placeSign } from './handout-sign'

/** What came of talks takes a sentence or two. */
const OUTCOME_LINES = 3

function dateFact({ view, says }: Sheet, { date }: HandoutEvent, hasDate: boolean): HTMLElement {
  const { list } = view.words
  if (date === null) return h('span', { class: 'handout-field' }, `${says.lines.dates} `, writingLines(says.line('dates'), 1))
  return h('b', {}, hasDate ? list.capital(date) : list.noDate)
}

/** Its number on the map with its name, or that no source says where. */
function placeFact({ view, handout, says }: Sheet, { place, placeName, role, isAdded }: HandoutEvent): HTMLElement {
  const { list } = view.words
  if (role === null) return h('span', {}, isAdded ? list.noPlaceAdded : list.noPlace)
  const { before, after } = list.roleParts[role]
  const sign = handout.places.find(({ number }) => number === place)
  const name = placeName === null ? says.place(place ?? 0) : bdi(placeName)
  if (!sign) return h('span', {}, before, placeName === null ? says.hiddenPlace : name, after)
  return h('span', { class: 'handout-fact' }, placeSign(sign.shape, sign.number), ' ', before, name, after)
}

function kindFact({ view, says }: Sheet, { kind, fill, parties }: HandoutEvent): HTMLElement {
  const { words, story, format } = view
  const names = parties?.flatMap((id) => story.parties.get(id)?.short.value ?? []) ?? [says.gap]
  const status = fill === 'hollow' ? words.list.statuses.planned : fill === 'crossed' ? words.list.statuses.cancelled : ''
  const doubt = fill === 'question' ? words.list.statuses.unknown : ''
  const told = [words.list.kinds[kind], status, doubt].filter(Boolean).join(', ')
  const who = names.length > 0 ? `: ${format.list(names)}` : ''
  return h('span', { class: 'handout-fact' }, kindMark(kind, fill), ' ', words.list.capital(told), who)
}

function claimRow(sheet: Sheet, { who, status, text, sources }: HandoutClaim): HTMLElement {
  const { says, view } = sheet
  return h(
    'li',
    {},
    h('b', {}, who),
    ': ',
    bdi(text),
    says.claim(view.words.list.claimStatuses[status]),
    sources.length > 0 ? h('span', { class: 'handout-cites' }, ` [${sourceMarks(sheet, sources)}]`) : null,
  )
}

const lead = (before: string, text: Text | null): HTMLElement[] => (text === null ? [] : [h('p', {}, before, bdi(text))])

function told(sheet: Sheet, event: HandoutEvent, record: StoryEvent | undefined): readonly (Node | null)[] {
  const { view, says, blanks } = sheet
  const { list, timeline } = view.words
  const plus = event.isAdded && event.title !== null ? `${timeline.plus} ` : ''
  const facts = [dateFact(sheet, event, record?.when != null), placeFact(sheet, event), kindFact(sheet, event)]
  const outcome =
    blanks.has('outcomes') && record?.outcome
      ? [h('p', {}, list.outcome, writingLines(says.line('outcomes'), OUTCOME_LINES))]
      : lead(list.outcome, event.outcome)
  const claims = event.claims.map((claim) => claimRow(sheet, claim))
  return [
    h('h3', { 'data-number': event.number }, plus, orLine(sheet, event.title, 'titles')),
    h('p', { class: 'handout-facts' }, ...facts),
    ...event.texts.map((text) => h('p', {}, bdi(text))),
    ...lead(list.format, event.format),
    ...outcome,
    claims.length > 0 ? h('ul', { class: 'handout-claims', 'aria-label': says.claims }, ...claims) : null,
    ...event.conflicts.flatMap((conflict) => lead(list.conflict, conflict)),
    h('p', { class: 'handout-cites' }, says.sourcesOf, sourceMarks(sheet, event.sources)),
  ]
}

/** Every event by its number: when, where, of what kind, what is told of it, who says what. */
export function eventList(sheet: Sheet): HTMLElement {
  const { view, handout } = sheet
  const own = new Map(view.events.map((event) => [event.id, event]))
  const rows = handout.events.map((event) =>
    h(
      'li',
      { class: 'handout-event', value: event.number },
      h('div', { class: 'handout-told' }, ...told(sheet, event, own.get(event.id))),
    ),
  )
  return h('ol', { class: 'handout-list' }, ...rows)
}
