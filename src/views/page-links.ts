import { keepsBack } from '../state/kept'
import type { Dialog, Handout } from '../state/state'
import { h } from './dom'
import type { AppStore, ViewContext } from './view'

/** The pane of “More”, which the header holds; buttons elsewhere open it too. */
export const MORE_ID = 'page-more'

/** Makes a control open a dialog. A link's own address is for another tab or window, which the reader asks for with a key. */
function opens(store: AppStore, control: HTMLElement, dialog: Dialog, signal: AbortSignal): HTMLElement {
  control.setAttribute('aria-haspopup', 'dialog')
  const open = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    store.set({ dialog })
  }
  control.addEventListener('click', open, { signal })
  return control
}

/** The button that opens the help. */
export const helpButton = ({ store, words }: ViewContext, signal: AbortSignal): HTMLElement =>
  opens(store, h('button', { type: 'button', class: 'help-button' }, words.page.help), 'help', signal)

/** The button that makes an embed. */
export const embedButton = ({ store, words }: ViewContext, signal: AbortSignal): HTMLElement =>
  opens(store, h('button', { type: 'button', class: 'embed-button' }, words.page.embed), 'embed', signal)

/** The button that shows the page at a projector's size. */
export function presentButton({ store, words }: ViewContext, signal: AbortSignal): HTMLElement {
  const button = h('button', { type: 'button', class: 'present-button' }, words.page.present)
  button.addEventListener('click', () => store.set({ mode: 'present', playing: false }), { signal })
  return button
}

/** The button that shows the page as sheets to print: without answers, unless asked for, while a class is not to see them. */
export function handoutButton({ store, words }: ViewContext, signal: AbortSignal, handout: Handout = 'answers'): HTMLElement {
  const button = h('button', { type: 'button' }, words.page.handout)
  button.addEventListener('click', () => store.set({ handout: keepsBack(store.state) ? 'blank' : handout, dialog: null }), {
    signal,
  })
  return button
}

/** The button that opens the box for errors. */
export const reportButton = ({ store, words }: ViewContext, signal: AbortSignal): HTMLElement =>
  opens(store, h('button', { type: 'button' }, words.page.report), 'report', signal)

/** The buttons that save what is shown, cite it, and hide it from a class. */
export const shareButtons = ({ store, words }: ViewContext, signal: AbortSignal): HTMLElement[] =>
  (['download', 'cite', 'class'] as const).map((dialog) =>
    opens(store, h('button', { type: 'button' }, words.page[dialog]), dialog, signal),
  )

/** The last of them alone. */
export const classButton = ({ store, words }: ViewContext, signal: AbortSignal): HTMLElement =>
  opens(store, h('button', { type: 'button' }, words.page.class), 'class', signal)

/**
 * What is never more than one press away: what is not known, corrections, help. The first two are links to the foot of the page, which
 * serve before and without script; with it they open the same as a dialog over the page.
 */
export function pageLinks(context: ViewContext, signal: AbortSignal): HTMLElement[] {
  const { story, store, words } = context
  const link = (name: string, dialog: Dialog) => opens(store, h('a', { href: `#${dialog}` }, name), dialog, signal)
  return [
    ...(story.unknowns.length > 0 ? [link(words.page.unknownsLink, 'unknowns')] : []),
    link(words.page.correctionsLink, 'corrections'),
    helpButton(context, signal),
  ]
}
