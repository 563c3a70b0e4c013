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

/** Case, accents, apostrophes, digits and letter variants made equal; words divided by one space. Linear in the length. */
export function fold(text: string): string {
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

function wordsOf(story: Story, event: StoryEvent): string[] {
  const people = event.people.map((id) => ({ person: id, party: null, name: null }))
  const parties = event.parties.map((id) => ({ person: null, party: id, name: null }))
  const { additions } = event
  return [
    ...[event.title, event.short, event.text, event.display, event.conflict, event.format?.text, event.outcome?.text].map(value),
    ...[event.when?.edtf ?? '', event.reported?.edtf ?? ''],
    ...placeOf(story, event),
    ...[...people, ...parties].flatMap((by) => nameOf(story, by)),
    ...event.topics.map((id) => value(story.topics.get(id)?.name)),
    ...event.claims.flatMap((claim) => [value(claim.text), ...nameOf(story, claim.by), ...cited(story, claim.sources)]),
    ...cited(story, event.sources),
    ...(additions ? [...additions.texts, ...additions.conflicts].map(value) : []),
    ...cited(story, additions?.sources ?? []),
  ]
}

const texts = new WeakMap<StoryEvent, string>()

/** All that can be found of an event, folded, each word after a space: names with their other spellings, claims, places, sources. */
export function searchText(story: Story, event: StoryEvent): string {
  const known = texts.get(event)
  if (known !== undefined) return known
  const text = ` ${fold([...new Set(wordsOf(story, event))].join(' '))}`
  texts.set(event, text)
  return text
}

let lastQuery = ''
let lastNeedles: readonly string[] = []

/**
 * What to look for. A Latin word of one or two letters must begin a word, so that "US" does not find "discussed"; the others may
 * stand anywhere, so that "busaidi" finds "Albusaidi".
 */
function needlesOf(query: string): readonly string[] {
  if (query !== lastQuery) {
    const words = fold(query).split(' ')
    lastNeedles = [...new Set(words)].filter(Boolean).map((word) => (/^[a-z0-9]{1,2}$/.test(word) ? ` ${word}` : word))
    lastQuery = query
  }
  return lastNeedles
}

/** True where every word of `query` is found in the event; always true for an empty query. */
export function matchesSearch(story: Story, event: StoryEvent, query: string): boolean {
  const needles = needlesOf(query)
  return needles.length === 0 || needles.every((needle) => searchText(story, event).includes(needle))
}
