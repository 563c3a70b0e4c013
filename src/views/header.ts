import { formatterOf } from '../core/format'
import { h, setText, write } from './dom'
import { embedButton, pageLinks, presentButton } from './page-links'
import { createMore } from './page-more'
import { stepsEntry } from './steps-button'
import type { CreateView } from './view'

/** What the header needs from the browser: the clipboard. */
export interface Clipboard {
  /** Puts the address of the present view on the clipboard; false where the browser refuses. */
  copyAddress(): Promise<boolean>
}

const COPIED_MS = 4000

/** Title, standfirst, date of the story and the page's tools. Says what happened through `announce`. */
export const createHeader =
  (clipboard: Clipboard, announce: (sentence: string) => void): CreateView =>
  (root, context) => {
    const { story, words } = context
    const abort = new AbortController()
    const { signal } = abort
    const says = words.page
    const format = formatterOf(story, words)

    const title = h('h1')
    setText(title, story.title)
    const standfirst = h('p', { class: 'standfirst' })
    if (story.summary) setText(standfirst, story.summary)

    const copy = h('button', { type: 'button' }, says.copyLink)
    const failed = h('p', { class: 'copy-failed', hidden: true }, says.copyFailed)
    let again: ReturnType<typeof setTimeout> | undefined
    const copyLink = async (): Promise<void> => {
      const copied = await clipboard.copyAddress()
      announce(copied ? says.copied : says.copyFailed)
      failed.hidden = copied
      if (!copied) return
      copy.textContent = says.copiedShort
      clearTimeout(again)
      again = setTimeout(() => (copy.textContent = says.copyLink), COPIED_MS)
    }
    copy.addEventListener('click', () => void copyLink(), { signal })
    const more = createMore(context, signal)
    // “More” holds it where script runs.
    const terms = story.glossary.length > 0 ? h('a', { class: 'without-script', href: '#terms' }, says.glossary) : null
    const tools = h(
      'nav',
      { class: 'page-tools page-links', 'aria-label': says.tools },
      stepsEntry({ story, words, format }),
      copy,
      presentButton(context, signal),
      embedButton(context, signal),
      ...pageLinks(context, signal),
      terms,
      more.button,
      more.pane,
    )
    const later = [...story.layers.values()].some((layer) => layer.notice !== null)
    const asOf = story.asOf && format.day(story.now)
    const told = asOf ? `${says.asOf(asOf)}${later ? ` ${says.laterHidden}` : ''}` : ''
    const date = h('p', { class: 'as-of' }, told)
    root.replaceChildren(title, tools, standfirst, date, failed)

    return {
      update(state, changed) {
        more.update(state, changed)
        const { known } = state
        // The author wrote both with all of it in view.
        if (changed.has('known')) write(date, asOf && known !== null ? says.asOfBoth(asOf, format.day(known)) : told)
      },
      destroy() {
        abort.abort()
        clearTimeout(again)
        root.replaceChildren()
      },
    }
  }
