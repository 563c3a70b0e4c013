import { anchor, isAddition } from '../core/derive'
import { KINDS, STATUSES, type StoryEvent } from '../core/types'
import type { Words } from '../core/words/words'
import { bdi } from './dom'
import { dotted, type Part, placeLine, type Says, whenElement } from './list-lines'
import { eventMark } from './list-mark'
import { sourceElement, sourcesOf } from './list-sources'

export type ColumnId = keyof Words['list']['table']['columns']

/** One column: what a cell shows, and what it is sorted by; null sorts last in both directions. */
export interface Column {
  readonly id: ColumnId
  readonly key: (says: Says, event: StoryEvent) => number | string | null
  readonly cell: (says: Says, event: StoryEvent) => readonly Part[]
}

const partyNames = ({ story }: Says, event: StoryEvent): string =>
  event.parties.map((id) => story.parties.get(id)?.name.value ?? id).join(', ')

const placeName = ({ story }: Says, event: StoryEvent): string | null =>
  event.where ? (story.places.get(event.where.place)?.name.value ?? null) : null

/** The columns in their order. `title` is the row's header: its button is made by the table. */
export const COLUMNS: readonly Column[] = [
  {
    id: 'date',
    key: (_, event) => (event.when === null ? null : anchor(event.when)),
    cell: (says, event) => [whenElement(says, event)],
  },
  {
    id: 'title',
    key: (_, event) => event.title.value,
    cell: ({ story }, event) => [isAddition(story, event) ? '+ ' : '', bdi(event.title)],
  },
  {
    id: 'kind',
    key: (_, event) => KINDS.indexOf(event.kind),
    cell: (says, event) => [eventMark(says, event, 14), says.words.list.kinds[event.kind]],
  },
  {
    id: 'status',
    key: (_, event) => STATUSES.indexOf(event.status),
    cell: ({ words }, event) => [words.list.statuses[event.status]],
  },
  {
    id: 'place',
    key: placeName,
    cell: (says, event) => [placeLine(says, event) ?? says.words.list.table.nowhere],
  },
  { id: 'parties', key: (says, event) => partyNames(says, event) || null, cell: (says, event) => [partyNames(says, event)] },
  {
    id: 'claims',
    key: (_, event) => event.claims.length,
    cell: ({ format }, event) => [format.count(event.claims.length)],
  },
  {
    id: 'sources',
    key: ({ story }, event) => sourcesOf(story, event)[0]?.source.publisher ?? null,
    cell: ({ story, words }, event) => dotted(sourcesOf(story, event).map((use) => sourceElement(words, use))),
  },
]

export interface Sort {
  readonly column: ColumnId
  readonly descending: boolean
}

/** Events by a column; equals keep the story's order, what has no value comes last. */
export function sortEvents(says: Says, events: readonly StoryEvent[], { column, descending }: Sort): readonly StoryEvent[] {
  const key = COLUMNS.find(({ id }) => id === column)?.key
  if (!key) return events
  const collator = new Intl.Collator(says.words.locale, { numeric: true })
  const turn = descending ? -1 : 1
  const keyed = events.map((event) => ({ event, key: key(says, event) }))
  return keyed
    .sort((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null)
      if (typeof a.key === 'number' && typeof b.key === 'number') return turn * (a.key - b.key)
      return turn * collator.compare(String(a.key), String(b.key))
    })
    .map(({ event }) => event)
}
