import { type Formatter, formatterOf } from '../core/format'
import type { Story } from '../core/story-types'
import { embedPageWords } from '../core/words/embed-page-words'
import type { Words } from '../core/words/words'
import { editionLine } from './about'
import { h } from './dom'
import { createCreditLine } from './embed-credit'
import { embedHeader } from './embed-header'

/** The furniture of an embed before script, the same as with it, and the rows that its list leaves out at first. */
export function fillEmbed(document: Document, story: Story, words: Words, kind: 'embed' | 'pinned'): void {
  const format = formatterOf(story, words)
  document.getElementById('page-header')?.replaceChildren(...embedHeader(story, words, format))
  const pinned = kind === 'pinned' && story.edition ? format.count(story.edition.number) : null
  const credit = createCreditLine(story, words, { edition: editionLine(story, words), site: './', pinned })
  document.getElementById('page-footer')?.replaceChildren(credit.element)
  if (kind === 'pinned') document.getElementById('page-footer')?.before(pinnedNote(document, story, words))
}

/** Says which edition a page holds that never changes, with the way to the one that does. */
function pinnedNote(document: Document, story: Story, words: Words): HTMLElement {
  const { edition } = story
  if (edition === null) throw new Error('A story without an edition cannot be pinned.')
  const note = document.createElement('p')
  note.id = 'pinned'
  const format = formatterOf(story, words)
  const sentence = embedPageWords.pinned(format.count(edition.number), publishedDay(story, words, format))
  note.append(sentence, ' ', h('a', { href: './embed.html', target: '_self' }, embedPageWords.living))
  return note
}

/** The day that the edition was published, in full; where only a month or a year is known, that. */
function publishedDay({ edition }: Story, words: Words, format: Formatter): string | null {
  const published = edition?.published ?? null
  if (published?.startPrecision !== 'day') return published && format.when(published)
  const { extent, timeZone } = published
  return new Intl.DateTimeFormat(words.locale, { dateStyle: 'long', timeZone }).format(extent[0])
}
