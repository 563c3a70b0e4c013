import { matchingEvents, matchingWheneverKnown } from '../core/derive'
import { contains, type Interval } from '../core/interval'
import { memoLast } from '../core/memo'
import { type Stop, stopsOf } from '../core/stops'
import type { Story } from '../core/story-types'
import type { Instant, LayerId, StoryEvent } from '../core/types'
import { type Patch, selectEvent, setDomain, setInstant } from '../state/actions'
import type { AppState } from '../state/state'

/** True where only what was known by the now-line is shown: the two stand at one instant. */
export const isKnownOnly = ({ known, instant }: AppState): boolean => known !== null && known === instant

/** The window moved just far enough that the now-line is in it, with an eighth of it as margin; itself where it is. */
function domainWith(story: Story, domain: Interval, at: Instant): Interval {
  if (contains(domain, at)) return domain
  const length = domain[1] - domain[0]
  const start = at < domain[0] ? at - length / 8 : at - (length * 7) / 8
  return setDomain(story, [start, start + length]).domain ?? domain
}

/** Puts the now-line at an instant and into the window. `knownOnly`: what is shown as known goes with it. */
export function lineTo(story: Story, state: AppState, at: Instant, knownOnly: boolean): Patch & { readonly instant: Instant } {
  const { instant = at } = setInstant(story, at)
  return { instant, domain: domainWith(story, state.domain, instant), ...(knownOnly ? { known: instant } : {}) }
}

/** Puts the now-line at a stop and opens its event; at a stop between events the open one stays. */
export function goToStop(story: Story, state: AppState, stop: Stop, knownOnly: boolean): Patch {
  const moved = lineTo(story, state, stop.at, knownOnly)
  const then = { ...state, ...moved }
  const opened: Patch = stop.event === null ? {} : selectEvent(story, then, stop.event)
  const domain = domainWith(story, opened.domain ?? then.domain, moved.instant)
  return { ...moved, ...opened, domain }
}

const stops = memoLast(
  (
    story: Story,
    events: readonly StoryEvent[],
    layers: ReadonlySet<LayerId>,
    brush: Interval | null,
    asKnown: boolean,
  ): readonly Stop[] => stopsOf(story, events, { layers, brush, asKnown }),
)

/** The stops of what the filters let through. */
export function stopsFor(story: Story, state: AppState, knownOnly: boolean): readonly Stop[] {
  // What is not known yet still comes.
  const events = knownOnly ? matchingWheneverKnown(story, state) : matchingEvents(story, state)
  return stops(story, events, state.layers, state.brush, knownOnly)
}
