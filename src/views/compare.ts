import { type Round, roundOf, roundsOf } from '../core/compare'
import type { EventId } from '../core/types'
import type { CompareWords } from '../core/words/compare-words'
import type { AppState } from '../state/state'
import { createChoice } from './compare-choice'
import { createScale } from './compare-scale'
import { compareTable } from './compare-table'
import { createDialog } from './dialog'
import { h } from './dom'
import { saysOf } from './list-lines'
import type { CreateView } from './view'

const KEYS: readonly (keyof AppState)[] = ['compare', 'layers', 'known']

/** Two rounds side by side in a dialog: on one scale, then row by row. Open while state names two. */
export const createCompare =
  (compare: CompareWords): CreateView =>
  (root, context) => {
    const { story, store, words } = context
    const says = { ...saysOf(context), compare }
    const abort = new AbortController()
    const { signal } = abort
    const options = { id: 'compare', title: compare.title, words, onClose: () => store.set({ compare: null }) }
    const dialog = createDialog(options, signal)
    const choose = (pair: readonly [EventId, EventId]): void => store.set({ compare: pair })
    const choice = createChoice(says, choose, signal)
    const scale = createScale(says)
    const notes = h('div', { class: 'compare-notes' })
    const table = h('div')
    dialog.body.append(choice.element, scale.element, notes, table)
    root.append(dialog.element)

    /** Says which of the two the page itself does not show, and which the reader still has to choose. */
    const noteOf = (round: Round | null): HTMLElement | null => {
      if (round === null) return h('p', {}, compare.cannot)
      const layer = story.layers.get(round.event.layer)
      return round.shown || !layer ? null : h('p', {}, compare.hidden(layer.name.value))
    }
    const show = (state: AppState, pair: readonly [EventId, EventId]): void => {
      const rounds = roundsOf(story, state)
      const found = pair.map((id) => roundOf(rounds, id))
      const both = found.filter((round) => round !== null)
      choice.show(rounds, pair)
      scale.show(found)
      notes.replaceChildren(...new Map(found.map(noteOf).flatMap((note) => (note ? [[note.textContent, note]] : []))).values())
      table.replaceChildren(...(both.length === 2 ? [compareTable({ ...says, known: state.known }, both)] : []))
    }

    return {
      update(state, changed) {
        if (!KEYS.some((key) => changed.has(key))) return
        if (state.compare === null) dialog.close()
        else {
          show(state, state.compare)
          dialog.open()
        }
      },
      destroy() {
        abort.abort()
        scale.destroy()
        dialog.remove()
      },
    }
  }
