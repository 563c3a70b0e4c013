import type { Hidden } from './mask'
import { Phrases } from './phrases'
import type { Story } from './story-types'
import type { Citation, StoryEvent, Text, When } from './types'
import { quizWords } from './words/quiz-words'

const DATE_FORMS: readonly Intl.DateTimeFormatOptions[] = [
  { day: 'numeric', month: 'long' },
  { day: 'numeric', month: 'short' },
]
const YEAR: readonly Intl.DateTimeFormatOptions[] = [{ year: 'numeric' }]
const formats = new Map<string, Intl.DateTimeFormat>()

function format(locale: string, timeZone: string, form: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = [locale, timeZone, ...Object.entries(form)].join()
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...form, timeZone })
  formats.set(key, made)
  return made
}

/** A time as texts write it: its days, and with `forms` its years. */
function datesOf({ language }: Story, when: When | null, forms: readonly Intl.DateTimeFormatOptions[]): string[] {
  if (when === null) return []
  const ends = when.extent.filter((instant) => Number.isFinite(instant))
  const locales = new Set(['en-GB', 'en-US', language])
  const written = [...locales].flatMap((locale) =>
    forms.flatMap((form) => ends.map((instant) => format(locale, when.timeZone, form).format(instant))),
  )
  return [when.edtf, ...written]
}

const valuesOf = (texts: readonly (Text | null | undefined)[]): string[] => texts.flatMap((text) => (text ? [text.value] : []))

/** Whole and in parts: of “Souda Bay, Crete” a title may say one of the two. */
function placeNames(story: Story, { where }: StoryEvent): string[] {
  const place = where === null ? undefined : story.places.get(where.place)
  const names = [...valuesOf([place?.name, place?.short, where?.text]), ...(place?.alternateNames ?? [])]
  return names.flatMap((name) => [name, ...name.split(', ')])
}

/** What of an event is hidden, as texts. */
export function hiddenTexts(story: Story, event: StoryEvent, hides: ReadonlySet<Hidden>): string[] {
  const { title, short, outcome, format, claims, when, reported } = event
  return [
    ...(hides.has('titles') ? valuesOf([title, short]) : []),
    ...(hides.has('outcomes') ? valuesOf([outcome?.text, format?.text, ...claims.map(({ text }) => text)]) : []),
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
  const gaps = new Set([...hides].filter((each) => GAPS.includes(each)))
  const gapsOf = (event: StoryEvent): string[] => [
    ...hiddenTexts(story, event, gaps),
    ...(hides.has('dates') ? datesOf(story, event.when, YEAR) : []),
  ]
  const names = valuesOf([...story.parties.values()].flatMap(({ name, short }) => [name, short]))
  const open = [
    ...names,
    ...valuesOf([...story.eras, ...story.chapters].map(({ title }) => title)),
    ...told.flatMap((event) => [...stringsIn(event), ...placeNames(story, event)]),
  ]
  const withoutCommon = (phrases: readonly string[], texts: readonly string[]): Phrases => {
    const all = new Phrases(phrases)
    const common = new Set(texts.flatMap((text) => all.matches(text).map(({ phrase }) => phrase.toLowerCase())))
    return new Phrases(phrases.filter((phrase) => !common.has(phrase.toLowerCase())))
  }
  const telling = withoutCommon(
    untold.flatMap((event) => hiddenTexts(story, event, hides)),
    open,
  )
  const others = withoutCommon(untold.flatMap(gapsOf), open)
  const cited = citedBy(untold)
  return {
    clear(event, text) {
      const own = withoutCommon(gapsOf(event), names).without(text.value, quizWords.gap)
      const value = others.without(own, quizWords.gap)
      return value === text.value ? text : { ...text, value }
    },
    byText: (text) => text !== null && telling.isIn(text.value),
    bySource: (citations) =>
      citations.some(({ source, at }) =>
        at === null ? cited.has(source) : cited.has(`${source}#${at}`) || cited.has(`${source}#`),
      ),
  }
}
