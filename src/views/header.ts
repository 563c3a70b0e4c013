import { formatterOf } from '../core/format'
import type { Theme } from '../state/state'
import { h, setText } from './dom'
import type { CreateView } from './view'

/** What the header needs from the browser: the clipboard. */
export interface Clipboard {
  /** Puts the address of the present view on the clipboard; false where the browser refuses. */
  copyAddress(): Promise<boolean>
}

const THEMES: readonly Theme[] = ['auto', 'light', 'dark']

/** Title, standfirst, date of the story and the page's tools. Says what happened through `announce`. */
export const createHeader =
  (clipboard: Clipboard, announce: (sentence: string) => void): CreateView =>
  (root, { story, store, words }) => {
    const abort = new AbortController()
    const { signal } = abort
    const format = formatterOf(story, words)
    const says = words.page

    const title = h('h1')
    setText(title, story.title)
    const standfirst = h('p', { class: 'standfirst' })
    if (story.summary) setText(standfirst, story.summary)

    const copy = h('button', { type: 'button' }, says.copyLink)
    copy.addEventListener('click', async () => announce((await clipboard.copyAddress()) ? says.copied : says.copyFailed), {
      signal,
    })
    const theme = h(
      'select',
      { 'aria-label': says.theme },
      ...THEMES.map((name) => h('option', { value: name }, says.themes[name])),
    )
    theme.addEventListener('change', () => store.set({ theme: THEMES.find((name) => name === theme.value) ?? 'auto' }), {
      signal,
    })
    const tools = h(
      'nav',
      { class: 'page-tools', 'aria-label': says.tools },
      copy,
      h('a', { href: '#unknowns' }, says.unknownsLink),
      h('a', { href: '#terms' }, says.aboutLink),
      theme,
    )
    const later = [...story.layers.values()].some((layer) => layer.notice !== null)
    const asOf = story.asOf && format.day(story.now)
    const date = h('p', { class: 'as-of' }, asOf ? `${says.asOf(asOf)}${later ? ` ${says.laterHidden}` : ''}` : '')
    root.replaceChildren(title, tools, standfirst, date)

    return {
      update(state, changed) {
        if (changed.has('theme') && theme.value !== state.theme) theme.value = state.theme
      },
      destroy() {
        abort.abort()
        root.replaceChildren()
      },
    }
  }
