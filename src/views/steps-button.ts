import type { Formatter } from '../core/format'
import { wayFrom } from '../core/path'
import type { StepId } from '../core/types'
import { h } from './dom'
import type { ViewContext } from './view'

/** Of the buttons that lead into the story's steps. */
export const ENTRY_CLASS = 'steps-entry'

interface Says extends Pick<ViewContext, 'story' | 'words'> {
  readonly format: Formatter
}

/** What such a button says; `last` is the step that the reader left. */
export function entryLabel({ story, words, format }: Says, step: StepId | null, last: StepId | null): readonly (Node | string)[] {
  const { page: says } = words
  const { count } = format
  const { length } = story.steps
  if (step !== null) return [says.stepsLeave]
  const place = wayFrom(story, last).index + 1
  const [before, name] =
    place > 0 ? says.stepsAgain(count(place)) : length === 1 ? says.stepStart() : says.stepsStart(count(length))
  return [h('span', { class: 'steps-start' }, before), ' ', h('span', {}, name)]
}

/** The button that leads into the story's steps, for a header; null for a story without any. `createStepsEntry` makes it work. */
export function stepsEntry(says: Says): HTMLButtonElement | null {
  if (says.story.steps.length === 0) return null
  return h('button', { type: 'button', class: ENTRY_CLASS }, ...entryLabel(says, null, null))
}
