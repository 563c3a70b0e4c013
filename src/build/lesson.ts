import type { Story } from '../core/story-types'
import type { StoryEvent, Text } from '../core/types'
import { type Runs, lessonWords as says, storyLessons } from '../core/words/lesson-words'
import { english } from '../core/words/words'
import { editionLine } from '../views/about'

/** A question with what may be said to it: ours are plain, the story’s have their language. */
interface Dispute {
  readonly ask: Text | string
  readonly text: Text | string
}

/** A lesson, before it is a page or a text. */
export interface Lesson {
  readonly lead: Runs
  /** Null for a story of which nobody has planned a lesson. */
  readonly goals: Runs | null
  readonly time: { readonly title: string; readonly parts: readonly string[] } | null
  readonly runs: readonly Runs[]
  readonly steps: Story['steps']
  readonly disputes: readonly Dispute[]
  readonly credit: string
}

/** What sources do not agree on, as the story’s own events say it; nothing of a layer that opens only after a notice. */
function disputesOf(story: Story): readonly Dispute[] {
  const plan = storyLessons[story.id]
  const isOpen = ({ layer }: StoryEvent): boolean => (story.layers.get(layer)?.notice ?? null) === null
  const order = Object.keys(plan?.asks ?? {})
  const rank = ({ id }: StoryEvent): number => order.indexOf(id) + (order.includes(id) ? 0 : 1 + order.length)
  const told = [...story.events].filter(isOpen).sort((a, b) => rank(a) - rank(b))
  return [
    ...told.flatMap(({ id, title, conflict }) => (conflict === null ? [] : [{ ask: plan?.asks[id] ?? title, text: conflict }])),
    ...(plan?.others ?? []).map(([ask, text]) => ({ ask, text })),
  ]
}

/** The lesson with a story: questions, answers and what is disputed are the story’s own. */
export function lessonOf(story: Story): Lesson {
  const plan = storyLessons[story.id] ?? null
  const closed = [...story.layers.values()].filter(({ notice }) => notice !== null)
  const holder = story.attribution?.value ?? story.title.value
  const parts = plan?.parts.map(([minutes, text]) => says.part(minutes, text)) ?? []
  return {
    lead: says.lead(story.title.value),
    goals: plan?.goals ?? null,
    time: plan && { title: says.time(plan.minutes), parts: [...parts, plan.short] },
    runs: [...says.runs, ...closed.map(({ name }) => says.closed(name.value))],
    steps: story.steps,
    disputes: disputesOf(story),
    credit: story.license === null ? '' : says.credit(story.license.name, holder, editionLine(story, english)),
  }
}
