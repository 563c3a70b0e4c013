import { eventTable } from './event-table'
import type { ExportView } from './export-view'
import type { Blank, Handout } from './handout'
import { type Interval, intersects } from './interval'
import type { Story } from './story-types'
import type { EventId, StoryEvent, Text } from './types'

/** What a sheet leaves blank: what the teacher keeps back, else what a class is asked for most. Nothing on the sheet with answers. */
export const blanksOf = (secrets: ReadonlySet<Blank>, isBlank: boolean): ReadonlySet<Blank> =>
  isBlank ? asked(secrets) : new Set()

/** What the two sheets ask for, whichever of them is shown. */
export const asked = (secrets: ReadonlySet<Blank>): ReadonlySet<Blank> =>
  secrets.size > 0 ? secrets : new Set<Blank>(['titles', 'places'])

/**
 * The story as the strip of time on the sheet draws it: its events are those of the sheet, named by their numbers alone. Without dates
 * where those are blank, without places where those are.
 */
export function numberedStory({ story, events }: ExportView, handout: Handout, blanks: ReadonlySet<Blank>): Story {
  const numbers = new Map(handout.events.map(({ id, number }) => [id, String(number)]))
  const base = [...story.layers.values()].find((each) => each.base)
  const numbered = events.map((event): StoryEvent => {
    const layer = base?.id ?? event.layer
    const name: Text = { value: numbers.get(event.id) ?? '', lang: story.language, dir: 'ltr' }
    return {
      ...event,
      // Its own would tell.
      id: `number-${name.value}` as EventId,
      title: name,
      short: name,
      when: blanks.has('dates') ? null : event.when,
      where: blanks.has('places') ? null : event.where,
      refines: null,
      additions: null,
      // What is added has its plus in the list: here it would take the room of numbers.
      layer,
    }
  })
  return { ...story, events: eventTable(numbered) }
}

/** Numbers of the events that the strip of time cannot show. */
export function notDrawn(events: readonly StoryEvent[], handout: Handout, domain: Interval) {
  const numbers = new Map(handout.events.map(({ id, number }) => [id, number]))
  const of = (test: (event: StoryEvent) => boolean): readonly number[] =>
    events
      .filter(test)
      .map(({ id }) => numbers.get(id) ?? 0)
      .sort((a, b) => a - b)
  return {
    undated: of(({ when }) => when === null),
    outside: of(({ when }) => when !== null && !intersects(when.extent, domain)),
  }
}

/** Numbers as they are written: "1–4, 7". */
export function numberRanges(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    if (run && number === run[1] + 1) run[1] = number
    else runs.push([number, number])
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}
