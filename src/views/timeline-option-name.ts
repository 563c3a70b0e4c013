import { isAddition, partyOf } from '../core/derive'
import { formatterOf } from '../core/format'
import { markFill } from '../core/marks'
import type { Story } from '../core/story-types'
import type { StoryEvent } from '../core/types'
import type { Words } from '../core/words/words'

/**
 * An option's name: the title that is seen first, so that names do not begin alike, then date, kind, doubt, party and where; last,
 * that it is dimmed because it comes after the now-line.
 */
export function optionName(story: Story, words: Words, event: StoryEvent, later: boolean): string {
  const known = names.get(event)
  const name = known?.words === words ? known.name : compose(story, words, event)
  if (known?.name !== name) names.set(event, { words, name })
  return later ? `${name}, ${words.player.later}` : name
}

/** Dates take long to write, and events stay the same. */
const names = new WeakMap<StoryEvent, { readonly words: Words; readonly name: string }>()

function compose(story: Story, words: Words, event: StoryEvent): string {
  const says = words.timeline
  const party = partyOf(event)
  const place = event.where ? story.places.get(event.where.place)?.name.value : undefined
  const parts = [
    event.short.value,
    formatterOf(story, words).when(event.when),
    words.list.kinds[event.kind],
    says.statuses[event.status],
    markFill(event) === 'dashed' ? says.shaky : '',
    party ? (story.parties.get(party)?.name.value ?? '') : '',
    place ?? '',
    isAddition(story, event) ? says.added : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}
