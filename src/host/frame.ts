import { addressFor, idOf, openAt } from './address'
import type { ParleyFrame, ParleyHostMessage, ParleyOptions, ParleyReady, ParleySelected, ParleySelection } from './types'

/** A connected frame, and what the script itself needs of it. */
export interface Connected extends ParleyFrame {
  readonly isReady: boolean
  /** A message from any window. */
  hear(event: MessageEvent<unknown>): void
}

const LEAST_PX = 200
const GREATEST_PX = 4000
/** Fields of a message of which nothing is known. */
type Fields = Readonly<Record<string, unknown>>

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const selectionOf = ({ event, claim, step }: Fields): ParleySelection => ({
  event: textOf(event),
  claim: textOf(claim),
  step: textOf(step),
})
const readyOf = (data: Fields): ParleyReady => ({
  ...selectionOf(data),
  story: String(data.story),
  edition: typeof data.edition === 'number' ? data.edition : null,
  events: Array.isArray(data.events) ? data.events.map(String) : [],
})

/** The origin that the frame's messages come from: `null` where its sandbox leaves it none. */
const originOf = (iframe: HTMLIFrameElement): string =>
  /(^|\s)allow-same-origin(\s|$)/i.test(iframe.getAttribute('sandbox') ?? 'allow-same-origin')
    ? new URL(iframe.src || location.href).origin
    : 'null'

/** What the script does for all frames. */
interface Told {
  /** Something else is open in the frame. */
  changed(): void
  gone(frame: Connected): void
}

/** Takes over a frame, from now or as soon as it has loaded. */
export function createFrame(iframe: HTMLIFrameElement, place: ParleyOptions['address'], told: Told): Connected {
  const abort = new AbortController()
  const { signal } = abort
  const address = addressFor(place)
  const listeners = { ready: new Set<(ready: ParleyReady) => void>(), select: new Set<(selected: ParleySelected) => void>() }
  /** Wishes from before the frame was ready, the last of each kind. */
  const waiting = new Map<string, ParleyHostMessage>()
  let isReady = false
  let selection: ParleySelection | null = null
  /** What the page's address last named. */
  let named = idOf(address?.read() ?? null)
  let resolve = (_ready: ParleyReady): void => undefined
  const ready = new Promise<ParleyReady>((done) => {
    resolve = done
  })

  const post = (message: ParleyHostMessage, origin: string): void => iframe.contentWindow?.postMessage(message, origin)
  const wish = (message: ParleyHostMessage): void => {
    if (!isReady) waiting.set(message.type, message)
    // A document without an origin has no other address; what is sent are ids.
    else post(message, originOf(iframe) === 'null' ? '*' : originOf(iframe))
  }
  // It says nothing, and may come to a frame that is still empty.
  const hello = (): void => {
    isReady = false
    post({ parley: 1, type: 'hello' }, '*')
  }
  const size = (heightPx: unknown): void => {
    if (typeof heightPx !== 'number' || !(heightPx >= LEAST_PX && heightPx <= GREATEST_PX)) return
    iframe.style.height = `${Math.ceil(heightPx)}px`
  }
  const answer = (answered: ParleyReady): void => {
    isReady = true
    selection = answered
    const wishes = [...waiting.values()]
    waiting.clear()
    for (const message of wishes) wish(message)
    resolve(answered)
    told.changed()
    for (const listener of listeners.ready) listener(answered)
  }
  const follow = (selected: ParleySelected): void => {
    selection = selected
    const id = selected.event && [selected.event, selected.claim].filter(Boolean).join('.')
    if (address && idOf(address.read()) !== id) address.write(id)
    named = id
    told.changed()
    for (const listener of listeners.select) listener(selected)
  }

  const frame: Connected = {
    iframe,
    ready,
    get isReady() {
      return isReady
    },
    get selection() {
      return selection
    },
    select: (event, claim = null) => wish({ parley: 1, type: 'select', event, claim }),
    show: (window) => wish({ parley: 1, type: 'window', window }),
    theme: (theme) => wish({ parley: 1, type: 'theme', theme }),
    on(type: 'ready' | 'select', listener: never) {
      listeners[type].add(listener)
      return () => listeners[type].delete(listener)
    },
    destroy() {
      abort.abort()
      isReady = false
      selection = null
      told.gone(frame)
    },
    hear({ source, origin, data }) {
      if (source === null || source !== iframe.contentWindow || typeof data !== 'object' || data === null) return
      const fields = data as Fields
      if (fields.parley !== 1) return
      // A page in a sandbox leaves its frames no origin: a height is taken by the window that tells it.
      if (fields.type === 'embed-size') size(fields.height)
      // It is told long before the frame has loaded whole.
      if (fields.type === 'embed-size' && !isReady) hello()
      if (origin !== originOf(iframe)) return
      if (fields.type === 'ready') answer(readyOf(fields))
      else if (fields.type === 'selection' && isReady)
        follow({ ...selectionOf(fields), by: fields.by === 'host' ? 'host' : 'reader' })
    },
  }

  if (named) openAt(iframe, named)
  iframe.addEventListener('load', hello, { signal })
  hello()
  addEventListener(
    'popstate',
    () => {
      const id = idOf(address?.read() ?? null)
      // Any step to another hash comes here too.
      if (id !== named) goTo(frame, id)
      named = id
    },
    { signal },
  )
  return frame
}

/** Opens what an id of the form `event` or `event.claim` names, where it is not open. */
export function goTo(frame: Connected, id: string | null): void {
  const [event = null, claim = null] = id?.split('.') ?? []
  if (frame.selection?.event !== event || (claim && frame.selection.claim !== claim)) frame.select(event, claim)
}
