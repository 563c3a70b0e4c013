import { formatterOf } from '../core/format'
import { wholeStory } from '../core/mask'
import { maskNames } from '../core/mask-names'
import type { StoryEvent, Text } from '../core/types'
import type { ExerciseWords } from '../core/words/exercise-words'
import { h } from './dom'
import { dotted, type Part, type Says, saysOf } from './list-lines'
import { sourceElement, sourcesOf } from './list-sources'
import type { ViewContext } from './view'

/** What both exercises are made with. */
export interface ExerciseContext extends ViewContext {
  readonly says: ExerciseWords
  /** Says a sentence to those who listen. */
  announce(sentence: string): void
}

/** The words for the whole story: of what it does not hold, it may be said that it is not known. */
export function wholeSays(context: ExerciseContext): Says {
  const story = wholeStory(context.story)
  return { ...saysOf(context), story, format: formatterOf(story, context.words) }
}

/** The title under which the class knows the event. */
export function titleOf({ story }: ExerciseContext, event: StoryEvent): Text {
  const real = maskNames(wholeStory(story)).realOf(event.id) ?? event.id
  return story.events.get(real)?.title ?? event.title
}

/** "2 sources: TRT World, sentences 1–4 · RTÉ". */
export function sourcesLine(says: Says, event: StoryEvent): Part[] {
  const uses = sourcesOf(says.story, event)
  const count = says.words.list.sourceCount(uses.length, says.format.count(uses.length))
  return [count, ...dotted(uses.map((use) => sourceElement(says.words, use)))]
}

export const textButton = (text: string, press: () => void, signal: AbortSignal, id: string | null = null): HTMLButtonElement => {
  const button = h('button', { type: 'button', id }, text)
  button.addEventListener('click', press, { signal })
  return button
}

/** One of the two exercises, inside the panel that both share. */
export interface ExercisePart {
  readonly element: HTMLElement
  /** Shows where the reader is. */
  show(): void
}
