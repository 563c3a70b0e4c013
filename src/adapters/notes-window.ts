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

/** A page of another site's around this one, which does not tell what it forbids. */
function isGuest(host: Window): boolean {
  try {
    return host.parent !== host && host.parent.origin !== host.origin
  } catch {
    return true
  }
}

/** Windows with notes that a page has opened or heard of: they outlast who presents on it, where the page is made anew. */
const opened = new WeakMap<Window, Set<Window>>()

/**
 * The screen's end of the notes: opens their window, tells it by ids what is shown and hears what it asks for. It hears this origin alone,
 * and of it only windows that this one opened; what it sends can be read by this origin alone.
 */
export function createNotesWindow(act: (act: NotesAct) => void, host: Window = window): NotesPort {
  const abort = new AbortController()
  const known = opened.get(host) ?? new Set<Window>()
  opened.set(host, known)
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
      const current = [...known].find(({ closed }) => !closed) ?? host.open(address(), NAME, FEATURES)
      // Of another site's frame the reader cannot allow what its sandbox forbids, and a link there would do no more.
      if (current === null) return capabilities().popups && !isGuest(host) ? 'blocked' : 'forbidden'
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
