import type { Story } from './story-types'
import type { ClaimId, EventId, LayerId, StepId, StoryEvent } from './types'

/**
 * The messages between a frame with `?api=1` and the page around it, version 1. They carry ids, never texts or markup; what is not
 * one of them in every field is no message. `docs/host-api.md` tells hosts the same.
 */
export const HOST_PROTOCOL = 1

/** No text in a message from the host is longer. */
const TEXT_LIMIT = 512
/** The ids that `ready` lists; a story may hold a million. */
const IDS_LIMIT = 10_000

/** What the host asks for. */
export type HostRequest =
  | { readonly type: 'hello' }
  /** Opens an event, or closes the open one. */
  | { readonly type: 'select'; readonly event: EventId | null; readonly claim: ClaimId | null }
  /** The time in view, as the address writes it: `2026-02-12/2026-03-09`. */
  | { readonly type: 'window'; readonly window: string }
  | { readonly type: 'theme'; readonly theme: 'auto' | 'light' | 'dark' }

/** What is open: an event, perhaps one claim of it, and the step of the guided path. */
export interface Selection {
  readonly event: EventId | null
  readonly claim: ClaimId | null
  readonly step: StepId | null
}

/** The answer to `hello`. `events`: what the host may select, in story order, at most 10,000. */
export interface ReadyMessage extends Selection {
  readonly parley: typeof HOST_PROTOCOL
  readonly type: 'ready'
  readonly story: string
  readonly edition: number | null
  readonly events: readonly EventId[]
}

/** Something else is open now; `by` tells whether the host asked for it. */
export interface SelectionMessage extends Selection {
  readonly parley: typeof HOST_PROTOCOL
  readonly type: 'selection'
  readonly by: 'reader' | 'host'
}

export type FrameMessage = ReadyMessage | SelectionMessage

/** A field of the object's own that holds data; no getter runs and no prototype is read. */
const field = (data: object, key: string): unknown => Object.getOwnPropertyDescriptor(data, key)?.value

const isText = (value: unknown): value is string => typeof value === 'string' && value.length > 0 && value.length <= TEXT_LIMIT

/** What a message of the host asks for; null where it is none of ours, or names what the story does not have. Never throws. */
export function readHostMessage(story: Story, data: unknown): HostRequest | null {
  if (typeof data !== 'object' || data === null || field(data, 'parley') !== HOST_PROTOCOL) return null
  switch (field(data, 'type')) {
    case 'hello':
      return { type: 'hello' }
    case 'select':
      return readSelect(story, field(data, 'event'), field(data, 'claim') ?? null)
    case 'window':
      return readWindow(field(data, 'window'))
    case 'theme':
      return readTheme(field(data, 'theme'))
    default:
      return null
  }
}

function readSelect(story: Story, event: unknown, claim: unknown): HostRequest | null {
  if (event === null) return claim === null ? { type: 'select', event, claim } : null
  const record = isText(event) ? story.events.get(event as EventId) : undefined
  if (!record) return null
  if (claim === null) return { type: 'select', event: record.id, claim }
  return isText(claim) && hasClaim(story, record, claim) ? { type: 'select', event: record.id, claim } : null
}

/** Of the event itself, or of a record that refines it. */
function hasClaim(story: Story, { id, claims }: StoryEvent, claim: string): claim is ClaimId {
  const makes = (all: StoryEvent['claims']): boolean => all.some((each) => each.id === claim)
  return makes(claims) || [...story.events].some((other) => other.refines === id && makes(other.claims))
}

const EDGE = /^[+-]?\d{4,6}-\d\d-\d\d(T\d\d:\d\dZ)?$/

function readWindow(window: unknown): HostRequest | null {
  if (!isText(window)) return null
  const edges = window.split('/', 3)
  return edges.length === 2 && edges.every((edge) => EDGE.test(edge)) ? { type: 'window', window } : null
}

const readTheme = (theme: unknown): HostRequest | null =>
  theme === 'auto' || theme === 'light' || theme === 'dark' ? { type: 'theme', theme } : null

/** True where a host may open the layer: never one with a notice that the reader has to read before. */
export const isOpenToHost = (story: Story, layers: ReadonlySet<LayerId>, id: LayerId): boolean =>
  layers.has(id) || story.layers.get(id)?.notice === null

/** `layers`: those that are shown. */
export function readyMessage(story: Story, layers: ReadonlySet<LayerId>, selection: Selection): ReadyMessage {
  const events: EventId[] = []
  for (const { id, layer, refines } of story.events) {
    if (events.length === IDS_LIMIT) break
    if (refines === null && isOpenToHost(story, layers, layer)) events.push(id)
  }
  const { id, edition } = story
  return { parley: HOST_PROTOCOL, type: 'ready', story: id, edition: edition?.number ?? null, events, ...selection }
}

/** `by`: who changed it. */
export const selectionMessage = (selection: Selection, by: SelectionMessage['by']): SelectionMessage => ({
  parley: HOST_PROTOCOL,
  type: 'selection',
  ...selection,
  by,
})
