import type { Story } from '../../src/core/story-types'
import type { Bounds, Interval } from '../../src/core/types'
import { selectEvent, setBrush, setDomain, setInstant } from '../../src/state/actions'
import type { AppStore } from '../../src/views/view'
import { randomFrom, SEED } from './events'

/** What a step acts on. */
export interface Stage {
  readonly story: Story
  readonly store: AppStore
  /** The window that steps begin with. */
  readonly window: Interval
}

/** One kind of step. `begin` is not measured. */
export interface Step {
  readonly begin?: (stage: Stage) => void
  /** One step; `index` counts from 0. */
  readonly act: (stage: Stage, index: number) => void
}

const DAY_MS = 86_400_000
const WORDS = 'geneva inspections tehran guarantees embassy'

const sixth = ({ window: [start, end] }: Stage): number => (end - start) / 6
/** Forth and back within `span`, a day at a time. */
const swing = (index: number, span: number): number => {
  const steps = Math.max(1, Math.floor(span / DAY_MS))
  return DAY_MS * (steps - Math.abs((index % (2 * steps)) - steps))
}
/** Opens the row of one tool of the list's pane, or none. */
function openTool(text: string | null): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('#events .pane-tools button')) {
    const isOpen = button.getAttribute('aria-expanded') === 'true'
    const wanted = text !== null && button.textContent?.startsWith(text) === true
    if (isOpen !== wanted) button.click()
  }
}
/** Ids of events that are drawn, in the list and on the timeline: what a reader can point at. */
function drawnIds(): readonly string[] {
  const rows = [...document.querySelectorAll<HTMLElement>('#events [data-event]')].map((row) => row.dataset.event)
  const marks = [...document.querySelectorAll('#timeline .option')].map((mark) => mark.getAttribute('data-id'))
  return [...new Set([...rows, ...marks].filter((id) => id != null))]
}
const random = randomFrom(SEED)
const any = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value
let drawn: readonly string[] = []

/** Half of the frame, moved east a little with each step: a map that is panned while it filters. */
function area(index: number): readonly Bounds[] {
  const west = -100 + (index % 60) * 1.5
  return [[west, 10, west + 90, 60]]
}

/** Closes what an earlier kind of step has opened. */
export const closeTools = (): void => openTool(null)

/** The kinds of step, by the name that the table gives them. */
export const STEPS = {
  empty: { act: () => undefined },
  select: {
    act: ({ story, store }) =>
      store.set(selectEvent(story, store.state, story.events.at(Math.floor(random() * story.events.length)).id)),
  },
  hover: {
    begin: () => {
      drawn = drawnIds()
    },
    act: ({ store }) => store.set({ hovered: any(drawn) as never }),
  },
  brush: {
    act: (stage, index) => {
      const start = stage.window[0] + swing(index, 4 * sixth(stage))
      stage.store.set(setBrush(stage.story, [start, start + 2 * sixth(stage)]))
    },
  },
  pan: {
    act: ({ story, store, window: [start, end] }, index) => {
      const by = swing(index, 60 * DAY_MS) - 30 * DAY_MS
      store.set(setDomain(story, [start + by, end + by]))
    },
  },
  now: {
    act: (stage, index) => stage.store.set(setInstant(stage.story, stage.window[1] - swing(index, 5 * sixth(stage)))),
  },
  search: {
    begin: () => openTool('Search'),
    act: ({ store }, index) => store.set({ search: WORDS.slice(0, 1 + (index % WORDS.length)) }),
  },
  facet: {
    begin: () => openTool('Filter'),
    act: ({ story, store }, index) => {
      const ids = [...story.parties.keys()]
      const chosen = new Set(store.state.parties)
      const id = ids[index % ids.length] as never
      if (!chosen.delete(id)) chosen.add(id)
      store.set({ parties: chosen })
    },
  },
  map: {
    act: ({ store }, index) => store.set({ byMap: 'view', area: area(index) }),
  },
} satisfies Readonly<Record<string, Step>>

export type StepName = keyof typeof STEPS
