import { memoLast } from './memo'
import type { Term } from './story-types'
import type { Text } from './types'

/** A stretch of a text; `term` where it names a term of the glossary. The parts in their order are the whole text. */
export interface TextPart {
  readonly text: string
  readonly term: Term | null
}

/** IAEA, JCPOA: found as written only, so that "us" is not the US. */
const isAcronym = (name: string): boolean => name.length > 1 && name === name.toUpperCase() && name !== name.toLowerCase()

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/gu, '\\s+')

interface Finder {
  readonly pattern: RegExp
  termOf(found: string): Term | null
}

const folded = (text: string): string => text.toLowerCase().replace(/\s+/gu, ' ')

/** Finds the terms of one language as whole words, the longest first; in English with the plain plural of each. */
function createFinder(terms: readonly Term[], lang: string): Finder | null {
  const own = terms.filter(({ term }) => term.lang === lang && /[\p{L}\p{N}]/u.test(term.value))
  if (own.length === 0) return null
  const plural = /^en\b/i.test(lang) ? 's' : ''
  const byName = new Map(own.map((term) => [folded(term.term.value.trim()), term]))
  const names = [...byName.keys()].sort((a, b) => b.length - a.length).map(escaped)
  // \p{M}: an accent typed as a sign of its own belongs to the letter before it.
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])(?:${names.join('|')})${plural && 's?'}(?![\\p{L}\\p{N}\\p{M}])`, 'giu')
  return {
    pattern,
    termOf(found) {
      const name = folded(found)
      const term = byName.get(name) ?? (plural && name.endsWith(plural) ? byName.get(name.slice(0, -1)) : undefined)
      if (!term) return null
      const wanted = term.term.value.trim()
      return isAcronym(wanted) && found !== wanted && found !== `${wanted}${plural}` ? null : term
    },
  }
}

const finders = memoLast((terms: readonly Term[]) => {
  const byLanguage = new Map<string, Finder | null>()
  return (lang: string): Finder | null => {
    const known = byLanguage.get(lang)
    if (known !== undefined) return known
    const made = createFinder(terms, lang)
    byLanguage.set(lang, made)
    return made
  }
})

/** A text cut at the first occurrence of each term of the glossary, in the text's own language only. */
export function termParts(glossary: readonly Term[], { value, lang }: Text): readonly TextPart[] {
  const finder = finders(glossary)(lang)
  if (finder === null) return [{ text: value, term: null }]
  const parts: TextPart[] = []
  const used = new Set<Term>()
  let from = 0
  for (const match of value.matchAll(finder.pattern)) {
    const term = finder.termOf(match[0])
    if (term === null || used.has(term)) continue
    used.add(term)
    if (match.index > from) parts.push({ text: value.slice(from, match.index), term: null })
    parts.push({ text: match[0], term })
    from = match.index + match[0].length
  }
  if (from < value.length || parts.length === 0) parts.push({ text: value.slice(from), term: null })
  return parts
}
