import type { TextRecord } from './schema'
import type { Text } from './types'

/** Languages written from right to left in their usual script, and scripts that are. Kept here, for browsers differ in `Intl.Locale`. */
const RTL_LANGUAGES = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'glk',
  'he',
  'iw',
  'ji',
  'ks',
  'lrc',
  'mzn',
  'pnb',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
])
const RTL_SCRIPTS = new Set(['adlm', 'arab', 'aran', 'hebr', 'mand', 'mend', 'nkoo', 'rohg', 'samr', 'syrc', 'thaa', 'yezi'])

/** The direction of a BCP 47 language: by its script where it names one, else by its usual script. */
export function directionOf(language: string): Text['dir'] {
  const [primary = '', ...rest] = language.toLowerCase().split('-')
  const script = rest.find((part) => /^[a-z]{4}$/.test(part))
  return (script === undefined ? RTL_LANGUAGES.has(primary) : RTL_SCRIPTS.has(script)) ? 'rtl' : 'ltr'
}

const primaryOf = (language: string): string => language.toLowerCase().split('-')[0] ?? ''

/** The first of `languages` that fits one of `wanted`, in the order of the wanted: the whole tag first, then the language alone. */
export function pickLanguage(languages: readonly string[], wanted: readonly string[]): string | undefined {
  for (const tag of wanted) {
    const found =
      languages.find((language) => language.toLowerCase() === tag.toLowerCase()) ??
      languages.find((language) => primaryOf(language) === primaryOf(tag))
    if (found !== undefined) return found
  }
  return languages[0]
}

/** The text in the language asked for, else the story's, else the first given, with its direction. */
export function resolveText(record: TextRecord, wanted: readonly string[], storyLanguage: string): Text {
  if (typeof record === 'string') return { value: record, lang: storyLanguage, dir: directionOf(storyLanguage) }
  const lang = pickLanguage(Object.keys(record), wanted) ?? storyLanguage
  return { value: record[lang] ?? '', lang, dir: directionOf(lang) }
}
