import { loadLater } from './adapters/later'
import { type Embedded, embeddedStory, fetchStory, hasHash } from './adapters/load'
import { adoptSheet } from './adapters/sheet'
import { allowOwnScripts } from './adapters/trusted-types'
import type { Issue } from './core/issue'
import { storyToJson } from './core/story-json'
import { english as words } from './core/words/words'
import laterCss from './later.css?inline'
import { rootOf } from './mount'
import { showStory } from './mount-kept'
import type { Reader } from './reader'
import { editionLine } from './views/about'
import { showBanner } from './views/banner'
import { drawTimelinePicture } from './views/picture-timeline'

const errorsOf = (issues: readonly Issue[]): readonly Issue[] => issues.filter((issue) => issue.severity === 'error')

/** Shows the server's story in place of the one that came with the page, where it is another; says so, and what is wrong with it. */
async function renew({ story: built, address, hash, isPinned }: Embedded, clear: () => void): Promise<void> {
  if (isPinned) return
  const bytes = await fetchStory(address)
  if (bytes === null || (await hasHash(bytes, hash))) return
  const reader = await loadLater<Reader>('reader', 'parleyReader')
  if (reader === null) return
  const { story, issues } = reader.readStory(bytes)
  const errors = errorsOf(issues)
  const banner = rootOf('banner')
  if (!story) {
    showBanner(banner, words, words.page.unreadableStory(errors[0]?.message ?? ''), errors)
    return
  }
  if (storyToJson(story) === storyToJson(built)) return
  clear()
  showStory(story, address)
  const left = errors.length > 0 ? ` ${words.page.leftOut(errors.length, String(errors.length))}` : ''
  showBanner(banner, words, words.page.newerStory(editionLine(story, words)) + left, errors)
}

/** The story that came with the page first, then the server's. */
function start(): void {
  allowOwnScripts()
  adoptSheet(laterCss)
  const embedded = embeddedStory()
  if (embedded === null) showBanner(rootOf('banner'), words, words.page.noStory)
  else void renew(embedded, showStory(embedded.story, embedded.address))
}

start()
// Lent to the script of the pictures, which need not bring the timeline a second time.
Object.assign(window, { parleyTimeline: drawTimelinePicture })
