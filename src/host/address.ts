import type { ParleyAddress } from './types'

/** The form of an event's id, perhaps with a claim's: nothing else goes from the page's address into the frame's. */
const ID = /^[a-z0-9][a-z0-9-]{0,63}(\.[a-z0-9][a-z0-9-]{0,63})?$/

/** An id, or null where the text is none. */
export const idOf = (text: string | null): string | null => (text !== null && ID.test(text) ? text : null)

/** The place in the page's own address that `?name` or `#name` names. Other keys, and a hash that is not ours, stay. */
function ownAddress(place: string): ParleyAddress {
  const part = place[0] === '?' ? 'search' : 'hash'
  const name = place.slice(1)
  const keys = (url: URL) => new URLSearchParams(url[part].slice(1))
  return {
    read: () => keys(new URL(location.href)).get(name),
    write(id) {
      const url = new URL(location.href)
      const now = keys(url)
      if (part === 'hash' && url.hash !== '' && !now.has(name)) return
      if (id === null) now.delete(name)
      else now.set(name, id)
      url[part] = now.toString()
      // Another entry in the history would take the reader's way back away.
      history.replaceState(history.state, '', url)
    },
  }
}

/** What `address` of the options means; null where the page's address stays as it is. */
export const addressFor = (given: string | ParleyAddress | undefined): ParleyAddress | null =>
  typeof given === 'object' ? given : given && /^[?#]./.test(given) ? ownAddress(given) : null

/**
 * Makes a frame open at an event from the first. It is put in its place anew, because another address in a frame that has loaded
 * would be a step in the page's history.
 */
export function openAt(iframe: HTMLIFrameElement, id: string): void {
  const url = new URL(iframe.src)
  if (url.searchParams.get('event') === id) return
  url.searchParams.set('event', id)
  const { parentNode, nextSibling } = iframe
  iframe.remove()
  iframe.src = url.href
  parentNode?.insertBefore(iframe, nextSibling)
}
