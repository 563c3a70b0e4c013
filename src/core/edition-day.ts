import { formatterOf } from './format'
import type { Story } from './story-types'
import type { Words } from './words/words'

/** “22 November 2026”, or as exactly as the file says when the edition was published; null where it does not. */
export function editionDay(story: Story, words: Words): string | null {
  const published = story.edition?.published ?? null
  if (published?.startPrecision !== 'day') return published && formatterOf(story, words).when(published)
  const { extent, timeZone } = published
  return new Intl.DateTimeFormat(words.locale, { dateStyle: 'long', timeZone }).format(extent[0])
}
