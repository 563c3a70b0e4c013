import {
  linkMessage,
  type Post,
  READY_MESSAGES,
  RESIZER_READY,
  type Resizer,
  readFrameHost,
  readFrameMessage,
  sizeMessages,
} from '../core/frame-messages'
import { capabilities } from './capabilities'
import { leadsAway } from './outward-links'

/** The page around the frame, as far as heights are concerned. */
export interface FrameParent {
  /** Tells it a height in px, in every format. */
  tell(heightPx: number): void
}

/**
 * Speaks with `window.parent` and hears nobody else. `asked`: the parent wants to be told the height, whether or not it changed.
 * What the parent wrote into the address is read now, before the page changes the address.
 */
export function createFrameParent(asked: () => void, signal: AbortSignal): FrameParent {
  let host = readFrameHost(location)
  let resizer: Resizer | null = null
  let owesAnswer = false
  const hear = (event: MessageEvent<unknown>): void => {
    const isParent = event.source === window.parent
    const request = readFrameMessage(host, { data: event.data, origin: event.origin, isParent })
    if (request === null) return
    if (request.type === 'resizer') {
      resizer = request.resizer
      owesAnswer = true
    }
    asked()
  }
  // WordPress may give its secret only when the frame is there.
  const hearHash = (): void => {
    const { wordpress } = readFrameHost(location)
    if (wordpress === null || host.wordpress !== null) return
    host = { ...host, wordpress }
    asked()
  }
  addEventListener('message', hear, { signal })
  addEventListener('hashchange', hearHash, { signal })
  document.addEventListener('click', (event) => openInParent(event, (address) => linkMessage(host, address)), { signal })
  post([{ message: RESIZER_READY, origin: '*' }])
  whenLoaded(() => post([{ message: RESIZER_READY, origin: '*' }, ...READY_MESSAGES]), signal)
  return {
    tell(heightPx) {
      post(sizeMessages(host, { heightPx, widthPx: innerWidth }, resizer, owesAnswer))
      owesAnswer = false
    },
  }
}

function post(posts: readonly Post[]): void {
  for (const { message, origin } of posts) window.parent.postMessage(message, origin)
}

/** At the page's `load`, or now where that was. */
export function whenLoaded(act: () => void, signal: AbortSignal): void {
  if (document.readyState === 'complete') act()
  else addEventListener('load', act, { signal })
}

/** Where the frame may open nothing, WordPress can go to a page of ours itself; elsewhere this says nothing. */
function openInParent(event: MouseEvent, messageFor: (address: string) => Post | null): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
  if (link === null || event.defaultPrevented || capabilities().popups) return
  if (link.host !== location.host || !leadsAway(link.href, location.href)) return
  const message = messageFor(link.href)
  if (message !== null) post([message])
}
