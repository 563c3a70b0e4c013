import type { Formatter } from '../core/format'
import type { Source, Story } from '../core/story-types'
import type { Citation, StoryEvent } from '../core/types'
import type { Words } from '../core/words/words'
import { bdi, h } from './dom'

/** One source of an event, with all the places it is cited at. */
export interface SourceUse {
  readonly source: Source
  readonly citations: readonly Citation[]
  /** Only what other layers added cites it. */
  readonly added: boolean
}

/** Citations by source, in the order of first use. */
export function bySource(story: Story, citations: Iterable<readonly [Citation, boolean]>): SourceUse[] {
  const uses = new Map<string, { source: Source; citations: Citation[]; added: boolean }>()
  for (const [citation, added] of citations) {
    const source = story.sources.get(citation.source)
    if (!source) continue
    const use = uses.get(source.id)
    if (use) {
      use.citations.push(citation)
      use.added &&= added
    } else uses.set(source.id, { source, citations: [citation], added })
  }
  return [...uses.values()]
}

const toldIn = ({ format, outcome, additions }: StoryEvent): [Citation, boolean][] => [
  ...(format?.sources ?? []).map((citation): [Citation, boolean] => [citation, additions?.format ?? false]),
  ...(outcome?.sources ?? []).map((citation): [Citation, boolean] => [citation, additions?.outcome ?? false]),
]

/** Every source of an event: its own, those of its claims, those that refinements add. */
export const sourcesOf = (story: Story, event: StoryEvent): SourceUse[] =>
  bySource(story, [
    ...event.sources.map((citation) => [citation, false] as const),
    ...toldIn(event),
    ...event.claims.flatMap((claim) => claim.sources.map((citation) => [citation, claim.layer !== event.layer] as const)),
    ...(event.additions?.sources ?? []).map((citation) => [citation, true] as const),
  ])

const SENTENCES = /^S(\d+)(?:\s*[-–]\s*S?(\d+))?$/

function sentenceNumbers(citations: readonly Citation[]): number[] {
  const numbers = new Set<number>()
  for (const { at } of citations) {
    const [, from, to] = at?.match(SENTENCES) ?? []
    if (from === undefined) continue
    const last = Math.min(Number(to ?? from), Number(from) + 100)
    for (let number = Number(from); number <= last; number++) numbers.add(number)
  }
  return [...numbers].sort((a, b) => a - b)
}

/** "1–4, 7". */
function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    if (run && number === run[1] + 1) run[1] = number
    else runs.push([number, number])
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}

/** Where in the source it stands: "sentences 1–4"; empty where the citation does not say. */
export function whereCited(words: Words, citations: readonly Citation[]): string {
  const numbers = sentenceNumbers(citations)
  const others = new Set(citations.flatMap(({ at }) => (at === null || SENTENCES.test(at) ? [] : [words.list.heading(at)])))
  const sentences = numbers.length === 0 ? [] : [words.list.sentences(numbers.length, ranges(numbers))]
  return [...sentences, ...others].join(', ')
}

/** The address to link to, or null: anything but plain https is shown as text. */
export function safeUrl(url: string | null): URL | null {
  if (url === null || url.length > 2048 || !URL.canParse(url)) return null
  const parsed = new URL(url)
  return parsed.protocol === 'https:' && parsed.username === '' && parsed.password === '' ? parsed : null
}

const anchor = (url: URL, ...children: (Node | string)[]): HTMLAnchorElement =>
  h('a', { href: url.href, rel: 'noopener noreferrer', target: '_blank' }, ...children)

/** "TRT World, sentences 1–4", the outlet a link where it has an address. */
export function sourceElement(words: Words, { source, citations, added }: SourceUse): HTMLElement {
  const url = safeUrl(source.url)
  const where = whereCited(words, citations)
  const name = h('bdi', {}, source.publisher)
  const rest = `${where ? `, ${where}` : ''}${url ? '' : ` (${words.list.notLinked})`}`
  return h('span', { class: 'source' }, added ? '+ ' : '', url ? anchor(url, name) : name, rest)
}

const languageName = (words: Words, tag: string): string =>
  new Intl.DisplayNames(words.locale, { type: 'language' }).of(tag) ?? tag

/** One source in full: outlet, agency, date, language, what it is about, address, sentences, quotes. */
export function sourceDetail(story: Story, words: Words, format: Formatter, use: SourceUse): HTMLLIElement {
  const { source, citations, added } = use
  const url = safeUrl(source.url)
  const line = [
    source.agency ? words.list.via(source.agency) : '',
    source.published ? format.when(source.published) : words.list.noDate,
    source.language && source.language !== story.language ? words.list.inLanguage(languageName(words, source.language)) : '',
    whereCited(words, citations),
  ]
  const quotes = [...new Set(citations.map(({ quote }) => quote).filter((quote) => quote !== null))]
  return h(
    'li',
    {},
    added ? '+ ' : '',
    h('bdi', { class: 'outlet' }, source.publisher),
    ` · ${line.filter(Boolean).join(' · ')} · `,
    url ? anchor(url, url.hostname) : words.list.notLinked,
    source.about ? h('div', {}, bdi(source.about)) : null,
    ...quotes.map((quote) => h('div', {}, h('q', { lang: source.language }, quote))),
  )
}
