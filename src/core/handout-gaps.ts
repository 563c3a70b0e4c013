import type { Blank } from './handout'
import { tellsOf } from './mask-tells'
import { Phrases } from './phrases'
import type { Story, Term } from './story-types'
import type { StoryEvent, Text } from './types'
import { quizWords } from './words/quiz-words'

/** Texts of a sheet without what the sheet asks for. */
export interface Gaps {
  /** With a gap where it names the title, the date or the place of any event; of this one first. */
  clear(event: StoryEvent | null, text: Text): Text
  /** Null where nothing of it may be said: it tells what came of an event. */
  question(event: StoryEvent | null, text: Text): Text | null
  /** Terms that are not what is asked for, their texts with gaps. */
  terms(terms: readonly Term[]): readonly Term[]
}

const WHOLE: Gaps = {
  clear: (_event, text) => text,
  question: (_event, text) => text,
  terms: (terms) => terms,
}

/** What of a story’s texts may stand on a sheet with these blanks: as the page keeps it back, but for claims, which a class works with. */
export function gapsFor(story: Story, blanks: ReadonlySet<Blank>): Gaps {
  const events = [...story.events]
  const [first] = events
  if (blanks.size === 0 || !first) return WHOLE
  const tells = tellsOf(story, events, [], blanks)
  const titles = new Phrases(blanks.has('titles') ? events.map(({ title }) => title.value) : [])
  const clear = (event: StoryEvent | null, text: Text): Text => {
    const told = tells.clear(event ?? first, text)
    const value = titles.without(told.value, quizWords.gap)
    return value === told.value ? told : { ...told, value }
  }
  return {
    clear,
    question: (event, text) => (blanks.has('outcomes') && tells.byText(text) ? null : clear(event, text)),
    terms: (terms) =>
      terms
        .filter(({ term }) => clear(null, term).value === term.value)
        .filter(({ text }) => !(blanks.has('outcomes') && tells.byText(text)))
        .map((term) => ({ ...term, text: clear(null, term.text) })),
  }
}
