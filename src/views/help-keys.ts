import type { AppState } from '../state/state'
import { h } from './dom'
import type { HelpContext } from './help-section'
import { tickBox } from './page-more'

/** What each key does: one table for each part of the page. */
export const helpKeys = ({ says }: Pick<HelpContext, 'says'>): readonly HTMLElement[] =>
  says.keyParts.map(({ part, keys }) =>
    h(
      'table',
      {},
      h('caption', {}, part),
      ...keys.map(([name, effect]) => h('tr', {}, h('th', { scope: 'row' }, h('kbd', {}, name)), h('td', {}, effect))),
    ),
  )

/** Settings that a reader looks for here: whether `?` opens the help, and less motion. */
export function helpSettings({ store, says }: HelpContext, signal: AbortSignal) {
  const keys = tickBox(says.questionMark, (on) => store.set({ keys: on }), signal)
  const motion = tickBox(says.lessMotion, (on) => store.set({ motion: on ? 'less' : 'auto' }), signal)
  const legend = h('legend', {}, says.settings)
  return {
    element: h(
      'fieldset',
      { class: 'help-settings' },
      legend,
      keys.element,
      h('p', {}, says.questionMarkNote),
      motion.element,
      h('p', {}, says.lessMotionNote),
    ),
    update(state: AppState): void {
      keys.box.checked = state.keys
      motion.box.checked = state.motion === 'less'
    },
  }
}
