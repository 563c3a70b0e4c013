import type { PresentWords } from '../core/words/present-words'
import { quizWords } from '../core/words/quiz-words'
import { keepsBack } from '../state/kept'
import { hideAgain, revealAll } from '../state/reveal'
import type { AppState } from '../state/state'
import { h } from './dom'
import { handoutButton, shareButtons } from './page-links'
import { tickBox } from './page-more'
import type { BarPort } from './present-bar'
import type { ViewContext } from './view'

const ID = 'present-more'

/**
 * What a presenter wants now and then, in a pane of its own: files and citations, what is kept back from the class, the handout, and the
 * keys with the switch that turns them off for who speaks to the machine.
 */
export function createPresentMore(context: ViewContext, says: PresentWords, { act, can }: BarPort, signal: AbortSignal) {
  const { story, store } = context
  const button = (name: string, press: () => void): HTMLElement => {
    const made = h('button', { type: 'button' }, name)
    made.addEventListener('click', press, { signal })
    return made
  }
  const [download, cite, hide] = shareButtons(context, signal)
  const all = button(quizWords.all, () => store.set(revealAll(story)))
  const again = button(quizWords.hideAgain, () => store.set(hideAgain(story, store.state)))
  const files = [...(can.print ? [handoutButton(context, signal)] : []), ...(can.downloads ? [download, cite] : [])]
  const turns = [button(says.first, () => act('first')), button(says.last, () => act('last'))]
  const actions = [hide, all, again, ...files, ...turns].filter((action) => action !== undefined)
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
  const opener = h('button', { type: 'button', popovertarget: ID, 'aria-expanded': 'false' }, says.more)
  pane.addEventListener(
    'beforetoggle',
    (event) => opener.setAttribute('aria-expanded', String('newState' in event && event.newState === 'open')),
    { signal },
  )
  // First: a dialog gives the focus back to where it was, and the pane is gone by then.
  for (const action of actions) action.addEventListener('click', () => pane.hidePopover?.(), { signal, capture: true })
  return {
    button: opener,
    pane,
    update(state: AppState): void {
      tick.box.checked = state.keys
      for (const action of [all, again]) action.parentElement?.toggleAttribute('hidden', !keepsBack(state))
    },
  }
}
