/** Texts longer than this are not compared, nor lists with more items. */
const MAX_LENGTH = 64
const MAX_CANDIDATES = 2000

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1])
      current.push(Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[b.length] ?? 0
}

/** The candidate that was probably meant: at most two letters off, and fewer in short words. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  if (word.length > MAX_LENGTH) return null
  let best: string | null = null
  let least = Math.min(2, Math.floor(word.length / 3)) + 1
  let left = MAX_CANDIDATES
  for (const candidate of candidates) {
    if (left-- === 0) break
    if (Math.abs(candidate.length - word.length) >= least) continue
    const found = distance(word, candidate)
    if (found < least) [best, least] = [candidate, found]
  }
  return best
}
