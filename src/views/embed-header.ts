import type { Formatter } from '../core/format'
import type { Story } from '../core/story-types'
import type { Words } from '../core/words/words'
import { h, setText } from './dom'
import type { EmbedTools } from './embed-tools'
import { stepsEntry } from './steps-button'
import type { CreateView } from './view'

/** Title and date of the story, the way into its steps and to a projector: all that stands over the views of an embed. */
export function embedHeader(story: Story, words: Words, format: Formatter): Node[] {
  const title = h('h1')
  setText(title, story.title)
  const { asOf } = story
  const present = h('button', { type: 'button', class: 'present-button' }, words.page.present)
  const ways = [...[stepsEntry({ story, words, format }) ?? []].flat(), present]
  if (asOf === null) return [title, ...ways]
  const day =
    asOf.startPrecision === 'day'
      ? new Intl.DateTimeFormat(words.locale, { dateStyle: 'medium', timeZone: asOf.timeZone }).format(asOf.extent[0])
      : format.day(story.now)
  return [title, h('p', { class: 'as-of' }, words.page.asOf(day)), ...ways]
}

/** The same as a view, for a story that came after the page. */
export const createEmbedHeader =
  ({ formatterOf }: EmbedTools): CreateView =>
  (root, { story, store, words }) => {
    const abort = new AbortController()
    const present = ({ target }: Event): void => {
      if (target instanceof Element && target.closest('.present-button')) store.set({ mode: 'present', playing: false })
    }
    root.addEventListener('click', present, { signal: abort.signal })
    root.replaceChildren(...embedHeader(story, words, formatterOf(story, words)))
    return {
      update() {},
      destroy() {
        abort.abort()
        root.replaceChildren()
      },
    }
  }
