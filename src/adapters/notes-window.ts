import { type NotesAct, readRequest, type ScreenMessage, toMessage } from '../core/notes-messages'
import type { NotesPort } from '../views/present-needs'
import { capabilities } from './capabilities'
import { laterAddress } from './later'
import { siteFolder } from './site-folder'

const NAME = 'parley-notes'
const FEATURES = 'popup,width=960,height=760'

/** True for a window of this origin that this window has opened, by itself or by a link. */
function isOurs(source: MessageEventSource | null): source is Window {
  try {
    return source !== null && 'opener' in source && source.opener === window
  } catch {
    return false
  }
}

/**
 * The screen's end of the notes: opens their window, tells it by ids what is shown and hears what it asks for. It hears this origin alone,
 * and of it only windows that this one opened; what it sends can be read by this origin alone.
 */
export function createNotesWindow(act: (act: NotesAct) => void, host: Window = window): NotesPort {
  const abort = new AbortController()
  const known = new Set<Window>()
  let current: Window | null = null
  let last: ScreenMessage = { type: 'bye' }
  const isApart = host.origin === 'null'
  const send = (message: ScreenMessage): void => {
    for (const notes of known) {
      if (notes.closed) known.delete(notes)
      else notes.postMessage(toMessage(message), host.origin)
    }
  }
  const hear = ({ data, origin, source }: MessageEvent<unknown>): void => {
    if (isApart || origin !== host.origin || source === null) return
    const request = readRequest(data)
    if (request === null) return
    if (request.type === 'hello') {
      // After a reload of this page the window is still ours, but nobody here has seen it yet.
      if (isOurs(source)) known.add(source)
      send(last)
    } else if (known.has(source as Window)) act(request.act)
  }
  host.addEventListener('message', hear, { signal: abort.signal })
  host.addEventListener('pagehide', () => send({ type: 'bye' }), { signal: abort.signal })

  // A page that keeps its edition for good has notes of its own.
  const address = (): string => laterAddress('notes') ?? `${siteFolder()}notes.html`
  return {
    address,
    open() {
      if (isApart) return 'apart'
      // One that is open keeps its timer.
      if (current === null || current.closed) current = host.open(address(), NAME, FEATURES)
      if (current === null) return capabilities().popups ? 'blocked' : 'forbidden'
      known.add(current)
      current.focus()
      return 'open'
    },
    tell(showing) {
      last = showing === null ? { type: 'bye' } : { type: 'shows', ...showing }
      send(last)
    },
    end() {
      send({ type: 'bye' })
      abort.abort()
    },
  }
}
