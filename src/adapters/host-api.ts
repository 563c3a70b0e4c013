import { type FrameMessage, type HostRequest, readHostMessage, readyMessage, selectionMessage } from '../core/host-messages'
import type { Story } from '../core/story-types'
import { hostPatch, type Lent, selectionOf } from '../state/host-request'
import type { AppState } from '../state/state'
import type { AppStore } from '../views/view'

/** What is on the page. */
export interface HostedStory {
  readonly story: Story
  readonly store: AppStore
  readonly lent: Lent
}

export interface HostApi {
  /** A story is shown, in place of the one before. */
  mounted(hosted: HostedStory): void
  end(): void
}

/** A message as it came in: a part of `MessageEvent`. */
export type Heard = Pick<MessageEvent<unknown>, 'data' | 'origin'> & { readonly source: unknown }

/** The frame's window, as far as it is used. */
export interface FrameWindow {
  readonly parent: { postMessage(message: FrameMessage, origin: string): void }
  addEventListener(type: 'message', listener: (event: Heard) => void, options: { readonly signal: AbortSignal }): void
}

/** Of requests that come faster, the last of each kind is heard. */
const PACE_MS = 100
const TOLD: readonly (keyof AppState)[] = ['selected', 'claim', 'step']

/**
 * Lets the page around the frame read and set the selection, where the address says `api=1`. Only `window.parent` is heard; its
 * origin is taken from the first `hello`, and from then on nothing is heard from another origin or sent to one. A host without an
 * origin of its own (a file, a sandbox) is not answered: an answer could not be addressed to it.
 */
export function createHostApi(frame: FrameWindow = window): HostApi {
  const abort = new AbortController()
  let hosted: HostedStory | null = null
  let origin: string | null = null
  let stop = (): void => undefined
  let isAsked = false

  const send = (message: FrameMessage): void => {
    if (origin !== null) frame.parent.postMessage(message, origin)
  }
  const act = (request: HostRequest): void => {
    if (hosted === null) return
    const { story, store, lent } = hosted
    if (request.type === 'hello') return send(readyMessage(story, store.state.layers, selectionOf(store.state)))
    const patch = hostPatch(lent, story, store.state, request)
    if (patch === null) return
    isAsked = true
    try {
      store.set(patch)
    } finally {
      isAsked = false
    }
  }
  const pace = createPace(act)
  const hear = (event: Heard): void => {
    if (event.source !== frame.parent || !hosted?.store.state.api) return
    if (origin === null ? !isAddress(event.origin) : event.origin !== origin) return
    const request = readHostMessage(hosted.story, event.data)
    if (request === null || (origin === null && request.type !== 'hello')) return
    origin = event.origin
    pace.ask(request)
  }
  if (!Object.is(frame.parent, frame)) frame.addEventListener('message', hear, { signal: abort.signal })

  return {
    mounted(next) {
      stop()
      hosted = next
      stop = next.store.subscribe((state, changed) => {
        if (state.api && TOLD.some((key) => changed.has(key)))
          send(selectionMessage(selectionOf(state), isAsked ? 'host' : 'reader'))
      })
      // A newer edition came: the host knows the ids of the one before.
      if (origin !== null) act({ type: 'hello' })
    },
    end() {
      abort.abort()
      pace.end()
      stop()
      hosted = null
    },
  }
}

/** True where a message can be sent to the origin and to no other. Chromium names that of a file `file://`, others `null`. */
const isAddress = (origin: string): boolean => URL.canParse(origin) && !origin.startsWith('file:')

/** Acts on the first request at once and on what follows within the pace when that is over, the last of each kind. */
function createPace(act: (request: HostRequest) => void): { ask(request: HostRequest): void; end(): void } {
  const waiting = new Map<HostRequest['type'], HostRequest>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const rest = (): void => {
    timer = setTimeout(() => {
      timer = undefined
      const requests = [...waiting.values()]
      waiting.clear()
      if (requests.length > 0) rest()
      for (const request of requests) act(request)
    }, PACE_MS)
  }
  return {
    ask(request) {
      if (timer === undefined) {
        rest()
        act(request)
      } else {
        // To the end of the row: what was asked for last is done last.
        waiting.delete(request.type)
        waiting.set(request.type, request)
      }
    },
    end: () => clearTimeout(timer),
  }
}
