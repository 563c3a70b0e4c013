import type { Story } from './story-types'
import type { EventId, StepId } from './types'

/**
 * The messages between the screen and the window with its notes, version 1. They carry ids, never texts; what is not one of them in every
 * field is none.
 */
export const NOTES_PROTOCOL = 1

/** What the notes window can ask for. */
export const NOTES_ACTS = ['next', 'previous', 'first', 'last', 'reveal', 'blank'] as const
export type NotesAct = (typeof NOTES_ACTS)[number]

/** From the notes to the screen. */
export type NotesRequest = { readonly type: 'hello' } | { readonly type: 'act'; readonly act: NotesAct }

/** What the screen shows now. */
export interface Shows {
  readonly type: 'shows'
  readonly step: StepId | null
  readonly event: EventId | null
  readonly blank: boolean
  readonly answered: boolean
}

/** From the screen to the notes; `bye`: it is shown no more. */
export type ScreenMessage = Shows | { readonly type: 'bye' }

/** A message as it is sent. */
export const toMessage = (message: NotesRequest | ScreenMessage): object => ({ parleyNotes: NOTES_PROTOCOL, ...message })

/** A field of the object's own that holds data; no getter runs and no prototype is read. */
const field = (data: object, key: string): unknown => Object.getOwnPropertyDescriptor(data, key)?.value

const typeOf = (data: unknown): { readonly data: object; readonly type: unknown } | null =>
  typeof data === 'object' && data !== null && field(data, 'parleyNotes') === NOTES_PROTOCOL
    ? { data, type: field(data, 'type') }
    : null

/** What the notes ask for; null where it is no message of theirs. Never throws. */
export function readRequest(message: unknown): NotesRequest | null {
  const read = typeOf(message)
  if (read?.type === 'hello') return { type: 'hello' }
  if (read?.type !== 'act') return null
  const act = NOTES_ACTS.find((each) => each === field(read.data, 'act'))
  return act === undefined ? null : { type: 'act', act }
}

const TEXT_LIMIT = 512
const isId = (value: unknown): value is string => typeof value === 'string' && value.length <= TEXT_LIMIT

/** What the screen says; an id that this story does not have counts as none. Null where it is no message of the screen's. Never throws. */
export function readScreen(story: Story, message: unknown): ScreenMessage | null {
  const read = typeOf(message)
  if (read?.type === 'bye') return { type: 'bye' }
  if (read?.type !== 'shows') return null
  const [step, event, blank, answered] = ['step', 'event', 'blank', 'answered'].map((key) => field(read.data, key))
  if (!(step === null || isId(step)) || !(event === null || isId(event))) return null
  if (typeof blank !== 'boolean' || typeof answered !== 'boolean') return null
  return {
    type: 'shows',
    step: story.steps.find(({ id }) => id === step)?.id ?? null,
    event: event === null ? null : (story.events.get(event as EventId)?.id ?? null),
    blank,
    answered,
  }
}
