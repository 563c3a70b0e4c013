import type { MarkFill } from '../core/marks'
import { KINDS } from '../core/types'
import { h, setText, svg } from './dom'
import { type HelpContext, helpSection } from './help-section'
import { drawMark } from './list-mark'

const FILLS: readonly MarkFill[] = ['solid', 'hollow', 'dashed', 'question', 'crossed']
const MARK_PX = 17

/** Colours of the parties with their letters; what has none, what is selected, what other sources add. */
function signs({ story, words, says }: HelpContext): HTMLElement {
  const parties = [...story.parties.values()].map((party) => {
    const name = h('span')
    setText(name, party.name)
    return h(
      'li',
      { 'data-party': party.id },
      drawMark('talks', 'solid', MARK_PX),
      h('b', { class: 'letter' }, party.letter),
      name,
    )
  })
  const ring = svg(
    'svg',
    { class: 'help-ring', viewBox: '-13 -13 26 26', width: 26, height: 26, 'aria-hidden': 'true' },
    svg('circle', { class: 'ring', r: 11 }),
    drawMark('talks', 'solid', MARK_PX),
  )
  ring.lastElementChild?.setAttribute('x', String(-MARK_PX * 0.5625))
  ring.lastElementChild?.setAttribute('y', String(-MARK_PX * 0.5625))
  const added = [...story.layers.values()].some((layer) => !layer.base)
  return h(
    'ul',
    { class: 'help-signs' },
    ...parties,
    h('li', {}, drawMark('talks', 'solid', MARK_PX), says.noParty),
    h('li', {}, ring, says.selected),
    ...(added ? [h('li', {}, h('b', {}, words.timeline.plus), says.otherSources)] : []),
  )
}

/** Shapes and fills as a table of drawings for the eye, and as sentences for the ear. */
export function helpMarks(context: HelpContext): HTMLElement {
  const { story, words, says } = context
  const used = new Set([...story.events].map(({ kind }) => kind))
  const kinds = KINDS.filter((kind) => kind !== 'other' || used.has(kind))
  const parties = [...story.parties.keys()]
  // Colours go in turn: they say nothing here, as the shapes do.
  const party = (index: number): string | null => parties[index % Math.min(parties.length + 1, 4)] ?? null
  const grid = h(
    'div',
    { class: 'help-shapes', 'aria-hidden': 'true' },
    h('span'),
    ...kinds.map((kind) => h('span', { class: 'help-kind' }, words.list.kinds[kind])),
    ...FILLS.flatMap((fill) => [
      h('span', { class: 'help-fill' }, says.fills[fill]),
      ...kinds.map((kind, index) => h('span', { 'data-party': party(index) }, drawMark(kind, fill, MARK_PX))),
    ]),
  )
  grid.style.setProperty('--kinds', String(kinds.length))
  const spoken = h(
    'ul',
    { class: 'unseen' },
    ...kinds.map((kind) => h('li', {}, says.shapeIs(words.list.capital(words.list.kinds[kind]), says.shapes[kind]))),
    ...FILLS.map((fill) => h('li', {}, says.fillIs(says.fills[fill], says.fillsDrawn[fill]))),
  )
  return helpSection(says.what, says.whatNote, grid, spoken, signs(context))
}
