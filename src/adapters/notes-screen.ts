import { type NotesRequest, readScreen, type ScreenMessage, toMessage } from '../core/notes-messages'
import type { Story } from '../core/story-types'

/** The notes' end of the line to the screen. */
export interface Screen {
  /** False where there is none any more. */
  send(request: NotesRequest): boolean
  /** True where a window opened this one and is still there. */
  isThere(): boolean
}

/** Hears the window that opened this one, as far as it is of the same origin, and nobody else. */
export function findScreen(story: Story, hear: (message: ScreenMessage) => void, signal: AbortSignal): Screen {
  const { opener } = window as { opener: Window | null }
  const isThere = (): boolean => opener !== null && !opener.closed && window.origin !== 'null'
  addEventListener(
    'message',
    ({ data, origin, source }) => {
      if (opener === null || source !== opener || origin !== window.origin) return
      const message = readScreen(story, data)
      if (message !== null) hear(message)
    },
    { signal },
  )
  return {
    isThere,
    send(request) {
      if (!isThere()) return false
      opener?.postMessage(toMessage(request), window.origin)
      return true
    },
  }
}
