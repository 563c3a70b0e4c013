import { toWall } from './axis-levels'
import type { Hidden } from './mask'
import { memoKeyed } from './memo'
import { Phrases } from './phrases'
import type { Story } from './story-types'
import type { Citation, EventId, Instant, StoryEvent, Text, When } from './types'
import { quizWords } from './words/quiz-words'

const DATE_FORMS: readonly Intl.DateTimeFormatOptions[] = [
  { day: 'numeric', month: 'long' },
  { day: 'numeric', month: 'short' },
]
const DAY_MS = 86_400_000
const YEAR: readonly Intl.DateTimeFormatOptions[] = [{ year: 'numeric' }]
const formats = new Map<string, Intl.DateTimeFormat>()

function format(locale: string, timeZone: string, form: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = [locale, timeZone, ...Object.entries(form)].join()
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...form, timeZone })
  formats.set(key, made)
  return made
}

const days = new Map<string, readonly string[]>()

/** A day as texts write it. By day, not by instant: asking `Intl` is by far the dearest part of masking a long story. */
function writtenDay(
  language: string,
  instant: Instant,
  timeZone: string,
  forms: readonly Intl.DateTimeFormatOptions[],
): readonly string[] {
  const key = [language, timeZone, Math.floor(toWall(instant, timeZone) / DAY_MS), forms === YEAR].join()
  const known = days.get(key)
  if (known) return known
  const locales = [...new Set(['en-GB', 'en-US', language])]
  const written = locales.flatMap((locale) => forms.map((form) => format(locale, timeZone, form).format(instant)))
  days.set(key, written)
  return written
}

/** A time as texts write it: its days, and with `forms` its years. */
function datesOf({ language }: Story, when: When | null, forms: readonly Intl.DateTimeFormatOptions[]): string[] {
  if (when === null) return []
  const ends = when.extent.filter((instant) => Number.isFinite(instant))
  return [when.edtf, ...ends.flatMap((instant) => writtenDay(language, instant, when.timeZone, forms))]
}

const valuesOf = (texts: readonly (Text | null | undefined)[]): string[] => texts.flatMap((text) => (text ? [text.value] : []))

/** The days of the week, as a title may name one: “on Monday”. */
function weekdays(language: string): string[] {
  const forms = ['en', language].map((locale) => format(locale, 'UTC', { weekday: 'long' }))
  return forms.flatMap((form) => Array.from({ length: 7 }, (_, day) => form.format(Date.UTC(2026, 0, 4 + day))))
}

/** Whole and in parts: of “Souda Bay, Crete” a title may say one of the two. */
const withParts = (names: readonly string[]): string[] => names.flatMap((name) => [name, ...name.split(', ')])

/** What a report calls the place, and the names in it: of “on course to the Strait of Gibraltar” the strait. */
const NAME = /\p{Lu}\p{L}*(?: (?:of )?\p{Lu}\p{L}*)*/gu
const reportNames = memoKeyed(({ vessels }: Story): ReadonlyMap<EventId, readonly string[]> => {
  const named = new Map<EventId, string[]>()
  for (const { event, place } of [...vessels.values()].flatMap(({ reports }) => reports)) {
    if (event === null || !place) continue
    const names = [...withParts([place.value]), ...(place.value.match(NAME) ?? [])]
    named.set(event, [...(named.get(event) ?? []), ...names])
  }
  return named
})

function placeNames(story: Story, { id, where }: StoryEvent): string[] {
  const place = where === null ? undefined : story.places.get(where.place)
  const names = [...valuesOf([place?.name, place?.short, where?.text]), ...(place?.alternateNames ?? [])]
  return [...withParts(names), ...(reportNames(story).get(id) ?? [])]
}

/** A format of one word, such as “Indirect”, tells nothing where another text has it. */
const isPhrase = (format: StoryEvent['format']): boolean => format?.text.value.trim().includes(' ') ?? false

/** What of an event is hidden, as texts. */
export function hiddenTexts(story: Story, event: StoryEvent, hides: ReadonlySet<Hidden>): string[] {
  const { title, short, outcome, format, claims, when, reported } = event
  return [
    ...(hides.has('titles') ? valuesOf([title, short]) : []),
    ...(hides.has('outcomes')
      ? valuesOf([outcome?.text, isPhrase(format) ? format?.text : null, ...claims.map(({ text }) => text)])
      : []),
    ...(hides.has('places') ? placeNames(story, event) : []),
    ...(hides.has('dates') ? [when, reported].flatMap((time) => datesOf(story, time, DATE_FORMS)) : []),
  ]
}

/** All strings of a record. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

export interface Tells {
  /** A text of an event that is not told, with a gap where it names a place or a date that is hidden, of its own or of another. */
  clear(event: StoryEvent, text: Text): Text
  /** A question with the same gaps; null where it holds a title or an outcome that is hidden. */
  ask(text: Text): Text | null
  /** True for a title that tells what came of something: of an event with an outcome, or in words that an outcome has. */
  byTitle(event: StoryEvent): boolean
  /** True for a text that holds what is hidden of an event that is not told. */
  byText(text: Text | null): boolean
  /** True for what rests on the same sentence as such an event, or on the same source where either names no sentence. */
  bySource(citations: readonly Citation[]): boolean
}

/** Of hidden titles and outcomes nothing is left in which there could be a gap. */
const GAPS: readonly Hidden[] = ['dates', 'places']

function citedBy(untold: readonly StoryEvent[]): ReadonlySet<string> {
  const cited = new Set<string>()
  for (const { sources, format, outcome, claims } of untold)
    for (const one of [{ sources }, format, outcome, ...claims])
      for (const { source, at } of one?.sources ?? []) cited.add(source).add(`${source}#${at ?? ''}`)
  return cited
}

/** Pairs of words next to each other that say something: those of four letters and more. */
function pairsIn(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  return words.flatMap((word, index) => {
    const next = words[index + 1] ?? ''
    return word.length < 4 || next.length < 4 ? [] : [`${word} ${next}`]
  })
}

/**
 * What would tell of the events that are not told, their additions among them. What the story says by itself tells nothing more: a party’s
 * name, the title of an era or a chapter, what a told event says. But a told event in Geneva does not make Geneva in the title of another
 * one less of an answer.
 */
export function tellsOf(
  story: Story,
  untold: readonly StoryEvent[],
  told: readonly StoryEvent[],
  hides: ReadonlySet<Hidden>,
): Tells {
  const keep = (kinds: readonly Hidden[]): ReadonlySet<Hidden> => new Set([...hides].filter((each) => kinds.includes(each)))
  const [gaps, whole] = [keep(GAPS), keep(['titles', 'outcomes'])]
  const gapsOf = memoKeyed((event: StoryEvent): readonly string[] => [
    ...hiddenTexts(story, event, gaps),
    ...(hides.has('dates') ? datesOf(story, event.when, YEAR) : []),
  ])
  const names = valuesOf([...story.parties.values()].flatMap(({ name, short }) => [name, short]))
  const open = [
    ...names,
    ...valuesOf([...story.eras, ...story.chapters].map(({ title }) => title)),
    ...told.flatMap((event) => [...stringsIn(event), ...placeNames(story, event)]),
  ]
  /** Those of the phrases that the texts hold as well. */
  const commonIn = (phrases: Phrases, texts: readonly string[]): ReadonlySet<string> =>
    new Set(texts.flatMap((text) => phrases.matches(text).map(({ phrase }) => phrase.toLowerCase())))
  const without = (phrases: readonly string[], common: ReadonlySet<string>): Phrases =>
    new Phrases(phrases.filter((phrase) => !common.has(phrase.toLowerCase())))
  const withoutOpen = (phrases: readonly string[]): Phrases => without(phrases, commonIn(new Phrases(phrases), open))
  const allGaps = untold.flatMap(gapsOf)
  const named = commonIn(new Phrases(allGaps), names)
  const ownOf = memoKeyed((event: StoryEvent) => without(gapsOf(event), named))
  const others = withoutOpen([...allGaps, ...(hides.has('dates') ? weekdays(story.language) : [])])
  const telling = withoutOpen(untold.flatMap((event) => hiddenTexts(story, event, hides)))
  const wholes = withoutOpen(untold.flatMap((event) => hiddenTexts(story, event, whole)))
  const outcomes = hides.has('outcomes') ? untold.flatMap(({ outcome }) => (outcome ? pairsIn(outcome.text.value) : [])) : []
  const pairs = new Set(outcomes)
  const cited = citedBy(untold)
  const gapped = (text: Text, value: string): Text => (value === text.value ? text : { ...text, value })
  return {
    clear: (event, text) => gapped(text, others.without(ownOf(event).without(text.value, quizWords.gap), quizWords.gap)),
    ask: (text) => (wholes.isIn(text.value) ? null : gapped(text, others.without(text.value, quizWords.gap))),
    byTitle: ({ outcome, title }) =>
      hides.has('outcomes') && (outcome !== null || pairsIn(title.value).some((pair) => pairs.has(pair))),
    byText: (text) => text !== null && telling.isIn(text.value),
    bySource: (citations) =>
      citations.some(({ source, at }) =>
        at === null ? cited.has(source) : cited.has(`${source}#${at}`) || cited.has(`${source}#`),
      ),
  }
}
