import { memoKeyed } from './memo'
import type { Story } from './story-types'
import type { Citation, Claimant, StoryEvent, Text } from './types'

/** Letters that Unicode does not take apart, and letters that two keyboards write differently. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
  ـ: '',
}
const UNSPLIT = /[ßæœøłđðþıςيىكةـ]/g
const MARKS = /\p{M}+/gu
const DIGITS = /[٠-٩۰-۹]/g
/** Inside words: apostrophes, full stops of "U.S.", joiners of Persian. */
const SILENT = /['’ʼʻ`.\u200b-\u200f\u2060\u00ad]+/g
const BETWEEN = /[^\p{L}\p{N}]+/gu

const PLAIN = /^[\x20-\x7e]*$/
const SILENT_PLAIN = /['`.]+/g
const BETWEEN_PLAIN = /[^a-z0-9]+/g

/** Case, accents, apostrophes, digits and letter variants made equal; words divided by one space. Linear in the length. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().replace(SILENT_PLAIN, '').replace(BETWEEN_PLAIN, ' ').trim()
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(MARKS, '')
    .replace(UNSPLIT, (letter) => LETTERS[letter] ?? letter)
    .replace(DIGITS, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(SILENT, '')
    .replace(BETWEEN, ' ')
    .trim()
}

const value = (text: Text | null | undefined): string => text?.value ?? ''

function nameOf(story: Story, by: Claimant): string[] {
  const person = by.person ? story.people.get(by.person) : undefined
  const party = by.party ? story.parties.get(by.party) : undefined
  return [value(by.name), value(person?.name), value(person?.role), ...(person?.alternateNames ?? []), value(party?.name)]
}

function cited(story: Story, citations: readonly Citation[]): string[] {
  return citations.flatMap((citation) => {
    const source = story.sources.get(citation.source)
    return [source?.publisher ?? '', source?.agency ?? '', value(source?.about), citation.quote ?? '']
  })
}

function placeOf(story: Story, event: StoryEvent): string[] {
  const place = event.where ? story.places.get(event.where.place) : undefined
  return [value(place?.name), value(event.where?.text), ...(place?.alternateNames ?? [])]
}

/** What only this event says. */
const ownTexts = ({
  title,
  short,
  text,
  display,
  conflict,
  format,
  outcome,
  when,
  reported,
  claims,
  additions,
}: StoryEvent): string[] => [
  ...new Set([
    ...[title, short, text, display, conflict, format?.text, outcome?.text].map(value),
    ...[when?.edtf ?? '', reported?.edtf ?? ''],
    ...claims.map((claim) => value(claim.text)),
    ...(additions ? [...additions.texts, ...additions.conflicts].map(value) : []),
  ]),
]

/** What is told of others, too. */
function sharedTexts(story: Story, event: StoryEvent): string[] {
  const people = event.people.map((id) => ({ person: id, party: null, name: null }))
  const parties = event.parties.map((id) => ({ person: null, party: id, name: null }))
  return [
    ...placeOf(story, event),
    ...[...people, ...parties].flatMap((by) => nameOf(story, by)),
    ...event.topics.map((id) => value(story.topics.get(id)?.name)),
    ...event.claims.flatMap((claim) => [...nameOf(story, claim.by), ...cited(story, claim.sources)]),
    ...cited(story, event.sources),
    ...cited(story, event.additions?.sources ?? []),
  ]
}

const UNKNOWN = 0
const FITS = 1
const FAILS = 2

/**
 * One word that is looked for among the words of an index. A Latin one of one or two letters must begin a word, so that "US" does
 * not find "discussed"; the others may stand anywhere, so that "busaidi" finds "Albusaidi".
 */
class Needle {
  readonly #words: readonly string[]
  readonly #fits: (word: string) => boolean
  #verdicts = new Uint8Array(0)

  constructor(needle: string, words: readonly string[]) {
    this.#words = words
    this.#fits = /^[a-z0-9]{1,2}$/.test(needle) ? (word) => word.startsWith(needle) : (word) => word.includes(needle)
  }

  isIn(numbers: Uint32Array): boolean {
    if (this.#verdicts.length < this.#words.length) {
      const verdicts = new Uint8Array(2 * this.#words.length)
      verdicts.set(this.#verdicts)
      this.#verdicts = verdicts
    }
    for (const number of numbers) {
      const verdict = this.#verdicts[number]
      if (verdict === FITS) return true
      if (verdict !== UNKNOWN) continue
      const fits = this.#fits(this.#words[number] ?? '')
      this.#verdicts[number] = fits ? FITS : FAILS
      if (fits) return true
    }
    return false
  }
}

/** The different words of a story, each by a number: a query is held against every word once, not against every text. */
class Index {
  readonly #story: Story
  readonly #words: string[] = []
  readonly #numbers = new Map<string, number>()
  /** What is told of many events, such as names and sources, is read once. */
  readonly #shared = new Map<string, readonly number[]>()
  readonly #events = new WeakMap<StoryEvent, Uint32Array>()
  #query = ''
  #needles: readonly Needle[] = []

  constructor(story: Story) {
    this.#story = story
  }

  #read(text: string): readonly number[] {
    const folded = fold(text)
    if (folded === '') return []
    return folded.split(' ').map((word) => {
      const known = this.#numbers.get(word)
      if (known !== undefined) return known
      this.#numbers.set(word, this.#words.length)
      return this.#words.push(word) - 1
    })
  }

  #numbersOf(event: StoryEvent): Uint32Array {
    const known = this.#events.get(event)
    if (known !== undefined) return known
    const numbers = new Set(this.#read(ownTexts(event).join(' ')))
    for (const text of sharedTexts(this.#story, event)) {
      const read = this.#shared.get(text) ?? this.#read(text)
      this.#shared.set(text, read)
      for (const number of read) numbers.add(number)
    }
    const made = Uint32Array.from(numbers)
    this.#events.set(event, made)
    return made
  }

  matches(event: StoryEvent, query: string): boolean {
    if (query !== this.#query) {
      const words = new Set(fold(query).split(' '))
      this.#needles = [...words].filter(Boolean).map((word) => new Needle(word, this.#words))
      this.#query = query
    }
    if (this.#needles.length === 0) return true
    const numbers = this.#numbersOf(event)
    return this.#needles.every((needle) => needle.isIn(numbers))
  }
}

const indexOf = memoKeyed((story: Story) => new Index(story))

/**
 * True where every word of `query` is found in the event: in its own texts, and in names with their other spellings, places, claims
 * and sources. Always true for an empty query.
 */
export const matchesSearch = (story: Story, event: StoryEvent, query: string): boolean => indexOf(story).matches(event, query)
