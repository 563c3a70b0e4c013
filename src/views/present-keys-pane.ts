import type { PresentWords } from '../core/words/present-words'
import type { AppState } from '../state/state'
import { h } from './dom'
import { tickBox } from './page-more'
import type { ViewContext } from './view'

const ID = 'present-keys'

/** The keys in a pane of their own, and the switch that turns them off for who speaks to the machine. */
export function createKeyPane({ store }: ViewContext, says: PresentWords, signal: AbortSignal) {
  const tick = tickBox(says.keysOn, (keys) => store.set({ keys }), signal)
  const rows = says.keyList.flatMap(([keys, does]) => [h('dt', {}, keys), h('dd', {}, does)])
  const pane = h(
    'div',
    { class: 'present-keys', id: ID, popover: 'auto', role: 'group', 'aria-label': says.keysTitle },
    h('dl', {}, ...rows),
    tick.element,
    h('p', {}, says.keysNote),
  )
  const button = h('button', { type: 'button', popovertarget: ID, 'aria-expanded': 'false' }, says.keys)
  pane.addEventListener(
    'beforetoggle',
    (event) => button.setAttribute('aria-expanded', String('newState' in event && event.newState === 'open')),
    { signal },
  )
  return {
    button,
    pane,
    update({ keys }: AppState): void {
      tick.box.checked = keys
    },
  }
}
