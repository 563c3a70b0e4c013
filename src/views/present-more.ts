import type { PresentWords } from '../core/words/present-words'
import type { AppState } from '../state/state'
import { h } from './dom'
import { handoutButton, shareButtons } from './page-links'
import { tickBox } from './page-more'
import type { ViewContext } from './view'

const ID = 'present-more'

/**
 * What a presenter wants now and then, in a pane of its own: files and citations, what is kept back from the class, the handout, and the
 * keys with the switch that turns them off for who speaks to the machine.
 */
export function createPresentMore(context: ViewContext, says: PresentWords, signal: AbortSignal) {
  const { store } = context
  const [download, cite, hide] = shareButtons(context, signal)
  const actions = [hide, handoutButton(context, signal), download, cite].filter((action) => action !== undefined)
  const tick = tickBox(says.keysOn, (keys) => store.set({ keys }), signal)
  const rows = says.keyList.flatMap(([keys, does]) => [h('dt', {}, keys), h('dd', {}, does)])
  const pane = h(
    'div',
    { class: 'present-more', id: ID, popover: 'auto', role: 'group', 'aria-label': says.more },
    h('ul', {}, ...actions.map((action) => h('li', {}, action))),
    h(
      'section',
      { 'aria-label': says.keysTitle },
      h('h2', {}, says.keys),
      h('dl', {}, ...rows),
      tick.element,
      h('p', {}, says.keysNote),
    ),
  )
  const button = h('button', { type: 'button', popovertarget: ID, 'aria-expanded': 'false' }, says.more)
  pane.addEventListener(
    'beforetoggle',
    (event) => button.setAttribute('aria-expanded', String('newState' in event && event.newState === 'open')),
    { signal },
  )
  // First: a dialog gives the focus back to where it was, and the pane is gone by then.
  for (const action of actions) action.addEventListener('click', () => pane.hidePopover?.(), { signal, capture: true })
  return {
    button,
    pane,
    update({ keys }: AppState): void {
      tick.box.checked = keys
    },
  }
}
