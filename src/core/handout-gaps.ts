import { calendarDay } from './calendar-day'
import type { Blank } from './handout'
import { mergeGaps, withoutDates } from './handout-dates'
import { tellsOf } from './mask-tells'
import { Phrases } from './phrases'
import { anchor } from './refine'
import type { Story, Term } from './story-types'
import type { StoryEvent, Text } from './types'
import { quizWords } from './words/quiz-words'

/** Texts of a sheet without what the sheet asks for. */
export interface Gaps {
  /** With a gap where it names the title, the date or the place of any event; of this one first. */
  clear(event: StoryEvent | null, text: Text): Text
  /** Null where it tells what came of an event. */
  title(event: StoryEvent): Text | null
  /** Null where nothing of it may be said: it tells what came of an event. */
  question(event: StoryEvent | null, text: Text): Text | null
  /** Those that say nothing of what is asked for. */
  terms(terms: readonly Term[]): readonly Term[]
}

const WHOLE: Gaps = {
  clear: (_event, text) => text,
  title: ({ title }) => title,
  question: (_event, text) => text,
  terms: (terms) => terms,
}

/** Words shorter than these, "says", "over", stand in any two texts. */
const LEAST_WORD = { pair: 4, alone: 5 }
const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

const pairsIn = (text: string): readonly string[] => {
  const words = wordsIn(text)
  return words.flatMap((word, index) => {
    const next = words[index + 1] ?? ''
    return Math.min(word.length, next.length) < LEAST_WORD.pair ? [] : [`${word} ${next}`]
  })
}

/** What is said of what came of an event: by the story, and by those who speak of an event that has an outcome. */
const resultsOf = ({ outcome, claims }: StoryEvent): readonly string[] =>
  outcome === null ? [] : [outcome.text.value, ...claims.map(({ text }) => text.value)]

/** Tells titles and questions that say what came of an event, in words that its outcome or its claims have. */
function outcomeTest({ glossary, parties }: Story, events: readonly StoryEvent[]) {
  const pairs = new Set(events.flatMap(resultsOf).flatMap(pairsIn))
  // "Talks" and "Iran" are what the story is about, not what came of it.
  const names = [...glossary.map(({ term }) => term), ...[...parties.values()].flatMap(({ name, short }) => [name, short])]
  const common = new Set(names.flatMap(({ value }) => wordsIn(value)))
  return {
    inTitle: ({ title }: StoryEvent): boolean => pairsIn(title.value).some((pair) => pairs.has(pair)),
    inQuestion(event: StoryEvent | null, { value }: Text): boolean {
      if (event === null) return false
      const said = new Set(resultsOf(event).flatMap(wordsIn))
      return wordsIn(value).some((word) => word.length >= LEAST_WORD.alone && said.has(word) && !common.has(word))
    },
  }
}

/** The year of all dated events of a sheet, which tells none of them; null where there are several. */
function sharedYear(events: readonly StoryEvent[]): string | null {
  const years = new Set(events.flatMap(({ when }) => (when ? [calendarDay(anchor(when), when.timeZone).year] : [])))
  const [year] = years
  return years.size === 1 && year !== undefined ? String(year) : null
}

/** Stands for the shared year while gaps are made. */
const YEAR_SIGN = '\uE000'

/**
 * What of a story’s texts may stand on a sheet with these blanks: as the page keeps it back, but for claims, which a class works with.
 * `shown`: the events on the sheet.
 */
export function gapsFor(story: Story, blanks: ReadonlySet<Blank>, shown: readonly StoryEvent[]): Gaps {
  const events = [...story.events]
  const [first] = events
  if (blanks.size === 0 || !first) return WHOLE
  const [hasDates, hasOutcomes] = [blanks.has('dates'), blanks.has('outcomes')]
  const tells = tellsOf(story, events, [], blanks)
  const tellsOutcome = outcomeTest(story, events)
  const titles = new Phrases(blanks.has('titles') ? events.map(({ title }) => title.value) : [])
  const year = hasDates ? sharedYear(shown) : null
  const yearPattern = year === null ? null : new RegExp(`(?<![\\p{L}\\p{N}])${year}(?![\\p{L}\\p{N}])`, 'gu')
  const clear = (event: StoryEvent | null, text: Text): Text => {
    const dated = hasDates ? withoutDates(text.value, text.lang) : text.value
    const kept = yearPattern ? dated.replace(yearPattern, YEAR_SIGN) : dated
    const told = tells.clear(event ?? first, { ...text, value: kept }).value
    const rest = mergeGaps(titles.without(told, quizWords.gap))
    const value = year === null ? rest : rest.replaceAll(YEAR_SIGN, year)
    return value === text.value ? text : { ...text, value }
  }
  const isWhole = (text: Text): boolean => clear(null, text).value === text.value
  return {
    clear,
    title: (event) => (hasOutcomes && (tells.byTitle(event) || tellsOutcome.inTitle(event)) ? null : clear(event, event.title)),
    question: (event, text) =>
      hasOutcomes && (tells.byText(text) || tellsOutcome.inQuestion(event, text)) ? null : clear(event, text),
    terms: (terms) => terms.filter(({ term, text }) => isWhole(term) && isWhole(text) && !(hasOutcomes && tells.byText(text))),
  }
}
