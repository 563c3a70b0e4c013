import type { Formatter } from '../core/format'
import type { Story } from '../core/story-types'
import type { Words } from '../core/words/words'
import { h, setText } from './dom'
import type { EmbedTools } from './embed-tools'
import { stepsEntry } from './steps-button'
import type { CreateView } from './view'

/** Title and date of the story: all that stands over the views of an embed. */
export function embedHeader(story: Story, words: Words, format: Formatter): Node[] {
  const title = h('h1')
  setText(title, story.title)
  const { asOf } = story
  const steps = [stepsEntry({ story, words, format }) ?? []].flat()
  if (asOf === null) return [title, ...steps]
  const day =
    asOf.startPrecision === 'day'
      ? new Intl.DateTimeFormat(words.locale, { dateStyle: 'medium', timeZone: asOf.timeZone }).format(asOf.extent[0])
      : format.day(story.now)
  return [title, h('p', { class: 'as-of' }, words.page.asOf(day)), ...steps]
}

/** The same as a view, for a story that came after the page. */
export const createEmbedHeader =
  ({ formatterOf }: EmbedTools): CreateView =>
  (root, { story, words }) => {
    root.replaceChildren(...embedHeader(story, words, formatterOf(story, words)))
    return { update() {}, destroy: () => root.replaceChildren() }
  }
