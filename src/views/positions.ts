import { eventsOfPosition, isPositionOf } from '../core/claims'
import { findEvent, isClaimLater, matchingEvents } from '../core/derive'
import { memoLast } from '../core/memo'
import type { MatrixPosition, Party, Story, Topic } from '../core/story-types'
import type { EventId, Instant, PartyId, StoryEvent, TopicId } from '../core/types'
import { pressEvent, selectEvent } from '../state/actions'
import type { AppState } from '../state/state'
import { bdi, h } from './dom'
import { claimantOf, dotted, type Says, saysOf } from './list-lines'
import { bySource, sourceElement } from './list-sources'
import { closest, eventIdOf, filtersChanged, hoverRows } from './list-state'
import { termText } from './list-terms'
import type { CreateView } from './view'

/** Narrower than this, three parties do not stand side by side: each issue becomes a list. */
const NARROW_PX = 460

interface Matrix {
  readonly issues: readonly Topic[]
  readonly parties: readonly Party[]
  cell(issue: TopicId, party: PartyId): readonly MatrixPosition[]
}

/** Issues on which someone has a position against the parties that have one, in the author's order. */
function matrixOf(story: Story): Matrix {
  const issues = new Set(story.positions.map((position) => position.issue))
  const parties = new Set(story.positions.map((position) => position.party))
  return {
    issues: [...story.topics.values()].filter((topic) => issues.has(topic.id)),
    parties: [...story.parties.values()].filter((party) => parties.has(party.id)),
    cell: (issue, party) => story.positions.filter((position) => position.issue === issue && position.party === party),
  }
}

/** What the cells are drawn with. */
interface Shown extends Says {
  readonly events: readonly StoryEvent[]
  readonly known: Instant | null
}

/** Leads to the event that tells of it. */
function leadTo({ words }: Shown, event: StoryEvent): HTMLElement {
  const button = h('button', { type: 'button', class: 'text-button', 'data-event': event.id }, words.list.positions.leadsTo)
  button.append(bdi(event.short))
  return h('li', {}, button)
}

/** Who says it, where the head of the column does not say so already. */
function speaker(shown: Shown, position: MatrixPosition): HTMLElement[] {
  if (position.by === null) return []
  const name = claimantOf(shown, position)
  return name.value === shown.story.parties.get(position.party)?.name.value ? [] : [bdi(name)]
}

function statement(shown: Shown, position: MatrixPosition): HTMLElement {
  const { story, words } = shown
  const uses = bySource(
    story,
    position.sources.map((citation) => [citation, false] as const),
  )
  const note = dotted([
    h('span', { class: 'claim-status', 'data-status': position.status }, words.list.claimStatuses[position.status]),
    ...speaker(shown, position),
    words.list.attributions[position.attribution],
    ...uses.map((use) => sourceElement(words, use)),
  ])
  const events = eventsOfPosition(shown.events, position)
  return h(
    'div',
    { class: 'position', 'data-position': position.id, 'data-event': events[0]?.id ?? null },
    h('p', {}, termText(shown, position.text)),
    h('p', { class: 'claim-note' }, ...note),
    events.length > 0 ? h('ul', { class: 'position-events tool' }, ...events.map((event) => leadTo(shown, event))) : null,
  )
}

function cellContent(shown: Shown, positions: readonly MatrixPosition[]): HTMLElement[] {
  const { story, words, format, known } = shown
  if (positions.length === 0) return [h('p', { class: 'none-stated' }, words.list.positions.empty)]
  const told = positions.filter((position) => !isClaimLater(story, position, known))
  const later = positions.length - told.length
  const count = words.list.known.claimsLater(later, format.count(later))
  const note = later === 0 ? [] : [h('p', { class: 'none-stated' }, told.length === 0 ? words.list.known.later : count)]
  return [...told.map((position) => statement(shown, position)), ...note]
}

const partyName = (party: Party): HTMLElement =>
  h('span', { 'data-party': party.id }, h('span', { class: 'letter', 'aria-hidden': 'true' }, party.letter), ' ', bdi(party.name))

function asTable(shown: Shown, { issues, parties, cell }: Matrix): HTMLElement {
  const { words } = shown
  const head = h(
    'tr',
    {},
    h('th', { scope: 'col' }, words.list.positions.issue),
    ...parties.map((party) => h('th', { scope: 'col' }, partyName(party))),
  )
  const rows = issues.map((issue) => {
    const cells = parties.map((party) => h('td', {}, ...cellContent(shown, cell(issue.id, party.id))))
    return h('tr', {}, h('th', { scope: 'row' }, bdi(issue.name)), ...cells)
  })
  const caption = h('caption', {}, words.list.positions.caption)
  return h('table', { class: 'positions-table' }, caption, h('thead', {}, head), h('tbody', {}, ...rows))
}

function asLists(shown: Shown, { issues, parties, cell }: Matrix): HTMLElement {
  const sections = issues.map((issue) => {
    const pairs = parties.map((party) =>
      h('div', {}, h('dt', {}, partyName(party)), h('dd', {}, ...cellContent(shown, cell(issue.id, party.id)))),
    )
    return h('section', {}, h('h3', {}, bdi(issue.name)), h('dl', {}, ...pairs))
  })
  return h('div', { class: 'positions-lists' }, h('p', { class: 'caption' }, shown.words.list.positions.caption), ...sections)
}

/**
 * Who wants what: parties against issues, each cell with its speaker, its source and the event that tells of it. Lists where a table
 * does not fit.
 */
export const createPositions: CreateView = (root, context) => {
  const { story, store } = context
  const says = saysOf(context)
  const abort = new AbortController()
  const { signal } = abort
  const matrix = matrixOf(story)
  const byId = new Map(story.positions.map((position) => [position.id, position]))
  let narrow = root.clientWidth > 0 && root.clientWidth < NARROW_PX

  const draw = memoLast((events: readonly StoryEvent[], known: Instant | null, asNarrow: boolean): void => {
    const shown = { ...says, events, known }
    if (matrix.issues.length === 0) root.replaceChildren(h('p', { class: 'none' }, says.words.list.positions.none))
    else root.replaceChildren((asNarrow ? asLists : asTable)(shown, matrix))
  })
  /** The positions that the open event tells of. */
  const mark = (state: AppState): void => {
    const events = matchingEvents(story, state)
    const selected = findEvent(story, state, state.selected)
    for (const element of root.querySelectorAll<HTMLElement>('.position')) {
      const position = byId.get(element.dataset.position ?? '')
      if (selected && position && isPositionOf(story, events, selected, position)) element.setAttribute('aria-current', 'true')
      else element.removeAttribute('aria-current')
    }
  }
  const lift = ({ hovered }: AppState): void => {
    for (const button of root.querySelectorAll<HTMLElement>('button[data-event]')) {
      button.toggleAttribute('data-hovered', button.dataset.event === hovered)
    }
  }
  const show = (state: AppState): void => {
    draw(matchingEvents(story, state), state.known, narrow)
    mark(state)
    lift(state)
  }
  const press = (id: EventId): void => {
    const { state } = store
    if (state.measure?.kind === 'time') store.set(pressEvent(story, state, id))
    else store.set({ ...selectEvent(story, state, id), panel: 'events' })
  }
  const observer =
    typeof ResizeObserver === 'undefined'
      ? null
      : new ResizeObserver(([entry]) => {
          const width = entry?.contentRect.width ?? 0
          if (width === 0 || width < NARROW_PX === narrow) return
          narrow = !narrow
          show(store.state)
        })
  observer?.observe(root)
  hoverRows(root, store, signal)
  root.addEventListener(
    'click',
    (event) => {
      const id = closest(event, 'button[data-event]') ? eventIdOf(event) : null
      if (id !== null) press(id)
    },
    { signal },
  )

  return {
    update(state, changed) {
      if (filtersChanged(changed)) show(state)
      else {
        if (changed.has('selected')) mark(state)
        if (changed.has('hovered')) lift(state)
      }
    },
    destroy() {
      observer?.disconnect()
      abort.abort()
      root.replaceChildren()
    },
  }
}
