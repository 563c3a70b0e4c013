import { thenOf } from './stops'
import type { Story } from './story-types'
import type { StoryEvent } from './types'

/** The events that notes to a story without steps go through when no screen leads: those of the layers that are open at first, in time. */
export function eventWalk(story: Story): readonly StoryEvent[] {
  const isShown = ({ layer, refines }: StoryEvent): boolean => story.layers.get(layer)?.shown === true && refines === null
  return [...story.events]
    .flatMap((event) => {
      const at = event.when && isShown(event) ? thenOf(event.when) : null
      return at === null ? [] : [{ event, at }]
    })
    .sort((a, b) => a.at - b.at)
    .map(({ event }) => event)
}
