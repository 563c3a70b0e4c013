interface Node {
  readonly next: Map<string, Node>
  /** As it was given, where a phrase ends here. */
  phrase: string | null
}

interface Match {
  readonly phrase: string
  readonly start: number
  readonly end: number
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu

const wordsIn = (text: string) =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ word: word.toLowerCase(), start: index, end: index + word.length }))

/** Phrases to be found in texts as whole words, whatever the capitals and the signs between. The cost follows the text, not their number. */
export class Phrases {
  readonly #root: Node = { next: new Map(), phrase: null }

  constructor(phrases: Iterable<string>) {
    for (const phrase of phrases) {
      let node = this.#root
      for (const { word } of wordsIn(phrase)) {
        const next = node.next.get(word) ?? { next: new Map(), phrase: null }
        node.next.set(word, next)
        node = next
      }
      if (node !== this.#root) node.phrase = phrase
    }
  }

  /** Every phrase that a text holds, overlapping ones too; of each beginning the longest comes last. */
  matches(text: string): readonly Match[] {
    const words = wordsIn(text)
    return words.flatMap(({ start }, index) => {
      const found: Match[] = []
      let node: Node | undefined = this.#root
      for (let at = index; at < words.length; at++) {
        const word = words[at]
        node = word && node?.next.get(word.word)
        if (!word || node === undefined) break
        if (node.phrase !== null) found.push({ phrase: node.phrase, start, end: word.end })
      }
      return found
    })
  }

  /** True where a text holds one of them. */
  isIn(text: string): boolean {
    return this.matches(text).length > 0
  }

  /** The text with `gap` in the place of each. */
  without(text: string, gap: string): string {
    let [rest, from] = ['', 0]
    const ends = new Map(this.matches(text).map(({ start, end }) => [start, end]))
    for (const [start, end] of ends) {
      if (start < from) continue
      rest += text.slice(from, start) + gap
      from = end
    }
    return rest + text.slice(from)
  }
}
