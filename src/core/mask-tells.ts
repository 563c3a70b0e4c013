import type { Hidden } from './mask'
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

function placeNames(story: Story, { where }: StoryEvent): string[] {
  const place = where === null ? undefined : story.places.get(where.place)
  return [...valuesOf([place?.name, place?.short, where?.text]), ...(place?.alternateNames ?? [])]
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

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/gu, '\\s+')
const wholeWords = (needles: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${needles.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'giu')

/** True where a text holds the other as whole words, whatever the capitals. */
const holds = (text: string, needle: string): boolean =>
  text.toLowerCase().includes(needle.toLowerCase()) && wholeWords([needle]).test(text)

/** A text of an event without what is hidden of the same event: a gap stands there. */
export function withGaps(story: Story, event: StoryEvent, hides: ReadonlySet<Hidden>, isCommon: (needle: string) => boolean) {
  const years = hides.has('dates') ? datesOf(story, event.when, YEAR) : []
  const own = [
    ...hiddenTexts(story, event, new Set([...hides].filter((each) => each === 'dates' || each === 'places'))),
    ...years,
  ]
  const needles = [...new Set(own)].filter((needle) => needle.trim() !== '' && !isCommon(needle)).sort((a, b) => b.length - a.length)
  const pattern = needles.length === 0 ? null : wholeWords(needles)
  return (text: Text): Text => {
    const value = pattern === null ? text.value : text.value.replace(pattern, quizWords.gap)
    return value === text.value ? text : { ...text, value }
  }
}

/** All strings of a record. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

export interface Tells {
  /** True where the story says it by itself: a party’s name, the title of an era or a chapter, an event that is told. */
  isCommon(needle: string): boolean
  /** True for a text that holds what is hidden of an event that is not told. */
  byText(text: Text | null): boolean
  /** True for what rests on the same sentence as such an event, or on the same source where either names no sentence. */
  bySource(citations: readonly Citation[]): boolean
}

/** What would tell of the events that are not told, their additions among them. */
export function tellsOf(
  story: Story,
  untold: readonly StoryEvent[],
  told: readonly StoryEvent[],
  hides: ReadonlySet<Hidden>,
): Tells {
  const names = [...story.parties.values()].flatMap(({ name, short }) => valuesOf([name, short]))
  const titles = valuesOf([...story.eras, ...story.chapters].map(({ title }) => title))
  const open = [...names, ...titles, ...told.flatMap((event) => [...stringsIn(event), ...placeNames(story, event)])].join('\n')
  const isCommon = (needle: string): boolean => holds(open, needle)
  const all = new Set(untold.flatMap((event) => hiddenTexts(story, event, hides)))
  const needles = [...all].filter((needle) => needle.trim() !== '')
  const cited = new Set<string>()
  const citing = (citations: readonly Citation[]): void => {
    for (const { source, at } of citations) cited.add(source).add(`${source}#${at ?? ''}`)
  }
  for (const { sources, format, outcome, claims } of untold)
    for (const one of [{ sources }, format, outcome, ...claims]) citing(one?.sources ?? [])
  return {
    isCommon,
    byText: (text) => text !== null && needles.some((needle) => holds(text.value, needle) && !isCommon(needle)),
    bySource: (citations) =>
      citations.some(({ source, at }) =>
        at === null ? cited.has(source) : cited.has(`${source}#${at}`) || cited.has(`${source}#`),
      ),
  }
}
