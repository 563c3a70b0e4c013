import { formatWords } from './format-words'
import { listWords } from './list-words'
import { mapWords } from './map-words'
import { pageWords } from './page-words'
import { timelineWords } from './timeline-words'

/** Every word of the interface, in English. A language is another object of this type. */
export const english = {
  /** BCP 47, for `Intl`. */
  locale: 'en-GB',
  dir: 'ltr' as 'ltr' | 'rtl',
  page: pageWords,
  format: formatWords,
  list: listWords,
  map: mapWords,
  timeline: timelineWords,
}

export type Words = typeof english
