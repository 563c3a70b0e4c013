import type { Words } from '../core/words/words'
import { h } from './dom'

const language = (tag: string): string => tag.split('-')[0] ?? tag

/** `lang` and `dir` of a date that stands alone; null where its language is the page's. */
export function dateMarks({ dateLang, dateDir }: Words): { lang: string | null; dir: 'ltr' | 'rtl' | null } {
  const own = language(dateLang) === language(document.documentElement.lang)
  return own ? { lang: null, dir: null } : { lang: dateLang, dir: dateDir }
}

/** A date without words around it, in the reader's language. */
export const dateAlone = (words: Words, text: string): HTMLElement => h('bdi', { ...dateMarks(words) }, text)
