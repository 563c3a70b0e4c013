import type { Hidden } from './mask'
import type { Story } from './story-types'
import type { EventId, StepId } from './types'

/** What may be kept back of events: the parts that a mask knows. */
export const HIDES = ['titles', 'dates', 'places', 'outcomes'] as const satisfies readonly Hidden[]

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

/** What a press on Reveal tells next: the open event, another one, the step's answer; `cover`: it takes the answer away again. */
export const REVEALS = ['event', 'next', 'answer', 'cover'] as const
export type Reveals = (typeof REVEALS)[number]
const EXERCISES = ['place', 'order'] as const

/** Which edition of the story is shown: the number, and the day as the file writes it. */
export interface ShownEdition {
  readonly number: number
  readonly published: string | null
}

/** What the screen shows now. */
export interface Shows {
  readonly type: 'shows'
  readonly step: StepId | null
  readonly event: EventId | null
  readonly blank: boolean
  readonly answered: boolean
  /** Null where nothing is left to reveal. */
  readonly reveals: Reveals | null
  /** What is kept back of every event that is not told. */
  readonly hidden: readonly Hidden[]
  readonly exercise: (typeof EXERCISES)[number] | null
  /** The event that Next goes to, in a story without steps. */
  readonly next: EventId | null
  /** Null where the file has none. */
  readonly edition: ShownEdition | null
}

/** As a message says it. */
export const editionOf = ({ edition }: Story): ShownEdition | null =>
  edition && { number: edition.number, published: edition.published?.edtf ?? null }

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

const isIdOrNull = (value: unknown): value is string | null => value === null || isId(value)

/** Null for what is none; what a screen from before these fields leaves out is as if nothing were hidden. */
function readHiding(data: object): Pick<Shows, 'hidden' | 'exercise'> | null {
  const [hidden = [], exercise = null] = [field(data, 'hidden'), field(data, 'exercise')]
  if (!Array.isArray(hidden) || hidden.length > HIDES.length) return null
  const hides = HIDES.filter((each) => hidden.includes(each))
  const known = EXERCISES.find((each) => each === exercise) ?? null
  return hides.length === hidden.length && known === exercise ? { hidden: hides, exercise: known } : null
}

/** Undefined for what is no edition. */
function readEdition(edition: unknown): ShownEdition | null | undefined {
  if (edition === null) return null
  if (typeof edition !== 'object') return undefined
  const [number, published] = [field(edition, 'number'), field(edition, 'published')]
  return typeof number === 'number' && isIdOrNull(published) ? { number, published } : undefined
}

/** What the screen says; an id that this story does not have counts as none. Null where it is no message of the screen's. Never throws. */
export function readScreen(story: Story, message: unknown): ScreenMessage | null {
  const read = typeOf(message)
  if (read?.type === 'bye') return { type: 'bye' }
  if (read?.type !== 'shows') return null
  const { data } = read
  const [id, event, blank, answered] = ['step', 'event', 'blank', 'answered'].map((key) => field(data, key))
  const step = story.steps.find((each) => each.id === id) ?? null
  // Of a screen from before this field: there only a step's answer was revealed.
  const [told = step?.answer ? (answered === true ? 'cover' : 'answer') : null, next = null] = [
    field(data, 'reveals'),
    field(data, 'next'),
  ]
  const [edition = editionOf(story)] = [field(data, 'edition')]
  const [hiding, shown, reveals] = [readHiding(data), readEdition(edition), REVEALS.find((each) => each === told) ?? null]
  if (!isIdOrNull(id) || !isIdOrNull(event) || !isIdOrNull(next)) return null
  if (typeof blank !== 'boolean' || typeof answered !== 'boolean') return null
  if (hiding === null || shown === undefined || reveals !== told) return null
  const eventOf = (each: string | null): EventId | null =>
    each === null ? null : (story.events.get(each as EventId)?.id ?? null)
  return {
    type: 'shows',
    step: step?.id ?? null,
    event: eventOf(event),
    next: eventOf(next),
    blank,
    answered,
    reveals,
    ...hiding,
    edition: shown,
  }
}
