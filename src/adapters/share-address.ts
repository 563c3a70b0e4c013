import type { Story } from '../core/story-types'
import { encodeQuery } from '../state/query'
import { type AppState, PARTS } from '../state/state'
import { isEmbed } from './frame-host'
import { siteFolder } from './site-folder'
import { addressOf } from './url'

const isOnWeb = (address: string): boolean => /^https?:/i.test(address)

/** The full page in a state, without what concerns frames only. */
export const fullPageAddress = (story: Story, state: AppState): string =>
  siteFolder() + encodeQuery(story, { ...state, parts: new Set(PARTS), pane: null, resize: 'auto', api: false })

/**
 * The address of a state that others can open and cite: of the full page for a frame, of the page itself for one that keeps its edition
 * for good. A page opened from disk has the address of the site it came from; null where it does not know one.
 */
export function citableAddress(story: Story, state: AppState): string | null {
  if (isOnWeb(location.href)) {
    const isPinned = document.documentElement.dataset.pinned !== undefined
    return isEmbed() && !isPinned ? fullPageAddress(story, state) : addressOf(story, state)
  }
  const site = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? ''
  return isOnWeb(site) ? new URL(encodeQuery(story, state) || '?', site).href.replace(/\?$/, '') : null
}
