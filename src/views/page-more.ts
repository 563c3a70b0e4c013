import type { AppState, Theme } from '../state/state'
import type { Changed } from '../state/store'
import { h } from './dom'
import { embedButton, handoutButton, helpButton, MORE_ID, presentButton, reportButton, shareButtons } from './page-links'
import type { ViewContext } from './view'

const THEMES: readonly Theme[] = ['auto', 'light', 'dark']
const GAP_PX = 4

export interface More {
  readonly button: HTMLButtonElement
  readonly pane: HTMLElement
  update(state: AppState, changed: Changed<AppState>): void
}

/** A box to tick with its words. `set` is told what the reader wants. */
export function tickBox(label: string, set: (on: boolean) => void, signal: AbortSignal) {
  const box = h('input', { type: 'checkbox' })
  box.addEventListener('change', () => set(box.checked), { signal })
  return { element: h('label', { class: 'tick' }, box, label), box }
}

/** “More”: what is wanted seldom, in a pane that the browser closes on Esc and on a press outside. */
export function createMore(context: ViewContext, signal: AbortSignal): More {
  const { story, store, words } = context
  const says = words.page
  const theme = h('select', { id: 'page-theme' }, ...THEMES.map((name) => h('option', { value: name }, says.themes[name])))
  theme.addEventListener('change', () => store.set({ theme: THEMES.find((name) => name === theme.value) ?? 'auto' }), { signal })
  const motion = tickBox(says.lessMotion, (on) => store.set({ motion: on ? 'less' : 'auto' }), signal)
  const links = [
    helpButton(context, signal),
    presentButton(context, signal),
    embedButton(context, signal),
    ...shareButtons(context, signal),
    handoutButton(context, signal),
    ...(story.glossary.length > 0 ? [h('a', { href: '#terms' }, says.glossary)] : []),
    h('a', { href: '#credits' }, says.credits),
    reportButton(context, signal),
  ]
  const items = [...links, h('div', { class: 'choice' }, h('label', { for: theme.id }, says.theme), theme), motion.element]
  const list = h('ul', {}, ...items.map((item) => h('li', {}, item)))
  const pane = h('div', { class: 'page-more', id: MORE_ID, popover: 'auto', role: 'group', 'aria-label': says.more }, list)
  const button = h('button', { type: 'button', popovertarget: MORE_ID, 'aria-expanded': 'false' }, says.more)
  pane.addEventListener(
    'beforetoggle',
    (event) => {
      button.setAttribute('aria-expanded', String('newState' in event && event.newState === 'open'))
      const { bottom, right } = button.getBoundingClientRect()
      pane.style.setProperty('--below', `${bottom + GAP_PX}px`)
      pane.style.setProperty('--beside', `${Math.max(document.documentElement.clientWidth - right, 8)}px`)
    },
    { signal },
  )
  // Before the link acts: the foot of the page lies under the pane, and a dialog gives the focus back to “More”.
  for (const link of links) link.addEventListener('click', () => pane.hidePopover?.(), { signal, capture: true })
  return {
    button,
    pane,
    update(state, changed) {
      if (changed.has('theme') && theme.value !== state.theme) theme.value = state.theme
      if (changed.has('motion')) motion.box.checked = state.motion === 'less'
    },
  }
}
