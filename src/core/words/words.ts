import { dateStyleOf } from '../date-style'
import { clockWords } from './clock-words'
import { dialogWords } from './dialog-words'
import { eraWords } from './era-words'
import { formatWords } from './format-words'
import { listWords } from './list-words'
import { mapWords } from './map-words'
import { measureWords } from './measure-words'
import { pageWords } from './page-words'
import { playerWords } from './player-words'
import { timelineWords } from './timeline-words'

/** Every word of the interface, in English. A language is another object of this type. */
export const english = {
  /** BCP 47, for `Intl`. */
  locale: 'en-GB',
  /** BCP 47, for dates without words around them, and their `lang` and `dir`. */
  dateLocale: 'en-GB',
  dateLang: 'en-GB',
  dateDir: 'ltr' as 'ltr' | 'rtl',
  dir: 'ltr' as 'ltr' | 'rtl',
  clocks: clockWords,
  eras: eraWords,
  page: pageWords,
  format: formatWords,
  dialog: dialogWords,
  list: listWords,
  map: mapWords,
  measure: measureWords,
  timeline: timelineWords,
  player: playerWords,
}

export type Words = typeof english

/**
 * The words for a reader of `languages`, best first, with dates as they write them; `lang`, which an address may name, goes before.
 * Sentences are English so far.
 */
export function wordsFor(languages: readonly string[], lang: string | null): Words {
  const wanted = lang === null ? languages : [lang, ...languages]
  return { ...english, ...dateStyleOf(wanted, english.locale) }
}
