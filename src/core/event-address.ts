import type { EventId } from './types'

/**
 * The address with the event in its query, once. An address leaves out the event that its story opens with; a link that is kept must name
 * it, because the next edition may open with another.
 */
export function namingEvent(address: string, event: EventId): string {
  const [beforeHash = '', hash] = address.split('#')
  const [path = '', query = ''] = beforeHash.split('?')
  const parts = query.split('&').filter(Boolean)
  const named = parts.some((part) => part.startsWith('event=')) ? parts : [`event=${encodeURIComponent(event)}`, ...parts]
  return `${path}?${named.join('&')}${hash === undefined ? '' : `#${hash}`}`
}
