/** Short words that stay small inside a title, in every style. */
const SMALL = new Set([
  'a', 'an', 'the', 'and', 'but', 'for', 'or', 'nor', 'as', 'at', 'by', 'from', 'in', 'into', 'of', 'on', 'onto', 'per', 'than',
  'to', 'upon', 'via', 'vs', 'with',
]) // biome-ignore format: one list, read as one
/** Prepositions of five letters and more: small for the MLA, capital for Chicago since its 18th edition. */
const LONG = new Set([
  'about', 'after', 'against', 'along', 'among', 'around', 'before', 'behind', 'beneath', 'beside', 'between', 'beyond', 'despite',
  'during', 'inside', 'outside', 'since', 'through', 'throughout', 'toward', 'towards', 'under', 'until', 'within', 'without',
]) // biome-ignore format: one list, read as one

/**
 * An English title with its main words capital, as Chicago (18th edition) and the MLA write titles. Words that hold a capital stay as
 * they are; so do titles in other languages. Short adverbs (`up`, `off`) are taken for what they mostly are in titles, and capital.
 */
export function headline(title: string, lang: string, style: 'chicago' | 'mla'): string {
  if (!/^en\b/i.test(lang)) return title
  const words = [...title.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’']*/gu)]
  return words.reduceRight((text, match, index) => {
    const [word] = match
    const before = title.slice(0, match.index).trimEnd()
    const isEdge = index === 0 || index === words.length - 1 || /[:.?!—]$/u.test(before)
    const isSmall = SMALL.has(word) || (style === 'mla' && LONG.has(word))
    if (word !== word.toLowerCase() || (isSmall && !isEdge)) return text
    return text.slice(0, match.index) + word.charAt(0).toUpperCase() + word.slice(1) + text.slice(match.index + word.length)
  }, title)
}
