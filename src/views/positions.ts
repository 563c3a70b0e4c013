import type { MatrixPosition, Party, Topic } from '../core/story-types'
import type { PartyId, TopicId } from '../core/types'
import { bdi, h } from './dom'
import { claimantOf, dotted, type Says, saysOf } from './list-lines'
import { bySource, sourceElement } from './list-sources'
import type { CreateView } from './view'

/** Narrower than this, three parties do not stand side by side: each issue becomes a list. */
const NARROW_PX = 460

interface Matrix {
  readonly issues: readonly Topic[]
  readonly parties: readonly Party[]
  cell(issue: TopicId, party: PartyId): readonly MatrixPosition[]
}

/** Issues on which someone has a position against the parties that have one, in the author's order. */
function matrixOf({ story }: Says): Matrix {
  const issues = new Set(story.positions.map((position) => position.issue))
  const parties = new Set(story.positions.map((position) => position.party))
  return {
    issues: [...story.topics.values()].filter((topic) => issues.has(topic.id)),
    parties: [...story.parties.values()].filter((party) => parties.has(party.id)),
    cell: (issue, party) => story.positions.filter((position) => position.issue === issue && position.party === party),
  }
}

function statement(says: Says, position: MatrixPosition): HTMLElement {
  const { story, words } = says
  const uses = bySource(
    story,
    position.sources.map((citation) => [citation, false] as const),
  )
  const note = dotted([
    h('span', { class: 'claim-status', 'data-status': position.status }, words.list.claimStatuses[position.status]),
    ...(position.by ? [bdi(claimantOf(says, position))] : []),
    words.list.attributions[position.attribution],
    ...uses.map((use) => sourceElement(words, use)),
  ])
  return h('div', { class: 'position' }, h('p', {}, bdi(position.text)), h('p', { class: 'claim-note' }, ...note))
}

function cellContent(says: Says, positions: readonly MatrixPosition[]): HTMLElement[] {
  if (positions.length === 0) return [h('p', { class: 'none-stated' }, says.words.list.positions.empty)]
  return positions.map((position) => statement(says, position))
}

const partyName = (party: Party): HTMLElement =>
  h('span', { 'data-party': party.id }, h('span', { class: 'letter', 'aria-hidden': 'true' }, party.letter), ' ', bdi(party.name))

function asTable(says: Says, { issues, parties, cell }: Matrix): HTMLElement {
  const { words } = says
  const head = h(
    'tr',
    {},
    h('th', { scope: 'col' }, words.list.positions.issue),
    ...parties.map((party) => h('th', { scope: 'col' }, partyName(party))),
  )
  const rows = issues.map((issue) => {
    const cells = parties.map((party) => h('td', {}, ...cellContent(says, cell(issue.id, party.id))))
    return h('tr', {}, h('th', { scope: 'row' }, bdi(issue.name)), ...cells)
  })
  const caption = h('caption', {}, words.list.positions.caption)
  return h('table', { class: 'positions-table' }, caption, h('thead', {}, head), h('tbody', {}, ...rows))
}

function asLists(says: Says, { issues, parties, cell }: Matrix): HTMLElement {
  const sections = issues.map((issue) => {
    const pairs = parties.map((party) =>
      h('div', {}, h('dt', {}, partyName(party)), h('dd', {}, ...cellContent(says, cell(issue.id, party.id)))),
    )
    return h('section', {}, h('h3', {}, bdi(issue.name)), h('dl', {}, ...pairs))
  })
  return h('div', { class: 'positions-lists' }, h('p', { class: 'caption' }, says.words.list.positions.caption), ...sections)
}

/** Who wants what: parties against issues, each cell with its speaker and its source. Lists where a table does not fit. */
export const createPositions: CreateView = (root, context) => {
  const says = saysOf(context)
  const matrix = matrixOf(says)
  let narrow: boolean | null = null

  const show = (toNarrow: boolean): void => {
    if (toNarrow === narrow) return
    narrow = toNarrow
    if (matrix.issues.length === 0) root.replaceChildren(h('p', { class: 'none' }, says.words.list.positions.none))
    else root.replaceChildren((narrow ? asLists : asTable)(says, matrix))
  }
  const observer =
    typeof ResizeObserver === 'undefined'
      ? null
      : new ResizeObserver(([entry]) => {
          const width = entry?.contentRect.width ?? 0
          if (width > 0) show(width < NARROW_PX)
        })
  show(root.clientWidth > 0 && root.clientWidth < NARROW_PX)
  observer?.observe(root)

  return {
    update() {},
    destroy() {
      observer?.disconnect()
      root.replaceChildren()
    },
  }
}
