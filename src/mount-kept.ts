import { loadLater } from './adapters/later'
import { stateFromAddress, writeAddress } from './adapters/url'
import type { Story } from './core/story-types'
import { english as words } from './core/words/words'
import type { Guide } from './guide'
import { type Mounted, mountStory, rootOf } from './mount'
import { KEPT_KEYS, keepsBack } from './state/kept'
import { decodeQuery } from './state/query'
import { initialState } from './state/state'
import { showBanner } from './views/banner'

/** What stands in the page for machines and for readers without script. */
const TELLING =
  'script[type="application/ld+json"], meta[name="description"], meta[property], meta[name^="twitter:"], link[rel="alternate"], title ~ title, noscript, #lesson'
const PLACES = ['page-header', 'events', 'timeline', 'page-footer', 'shortcuts', 'frame-tabs', 'peek']

/** Takes away all that the page came with and that tells the story. */
function emptyPage(): void {
  // A frame has places of its own, and lacks others.
  for (const id of PLACES) document.getElementById(id)?.replaceChildren()
  for (const element of document.querySelectorAll(TELLING)) element.remove()
}

/**
 * Shows a story; what the state keeps back is left out of it before any view sees it. Where that changes, the page is made anew with the
 * same state. Gives the function that ends it.
 */
export function showStory(story: Story, dataFile: string): () => void {
  let mounted: Mounted | null = null
  let shown = story
  let ended = false

  async function guideFor(): Promise<Guide | null> {
    const guide = await loadLater<Guide>('guide', 'parleyGuide')
    if (guide === null && !ended) giveUp(words.dialog.notLoaded)
    return ended ? null : guide
  }
  /** What is kept back stays back. */
  function giveUp(sentence: string): void {
    mounted?.end()
    emptyPage()
    showBanner(rootOf('banner'), words, sentence)
  }
  function failed(error: unknown): void {
    giveUp(words.page.viewFailed)
    // The developer's copy: the page itself has told the reader.
    throw error
  }
  function follow({ store }: Mounted): void {
    store.subscribe((_, changed) => {
      // A store that tells its listeners cannot be left.
      if (KEPT_KEYS.some((key) => changed.has(key))) queueMicrotask(() => void again().catch(failed))
    })
  }
  async function again(): Promise<void> {
    if (mounted === null || (shown === story && !keepsBack(mounted.store.state))) return
    const guide = await guideFor()
    const state = mounted?.store.state
    if (guide === null || !mounted || !state || guide.keptStory(story, state) === shown) return
    const giveBack = guide.holdPlace()
    mounted.end()
    show(guide, guide.keptStory(story, state), (next) => guide.keptState(next, state))
    giveBack()
  }
  function show(guide: Guide, next: Story, stateOf: (next: Story) => Mounted['store']['state']): void {
    const state = stateOf(next)
    shown = next
    if (shown !== story) emptyPage()
    mounted = mountStory(shown, dataFile, state, (own) => (shown === story ? own : guide.keptWords(own, state)))
    writeAddress(shown, state)
    follow(mounted)
  }

  const asked = decodeQuery(story, location.search)
  if (keepsBack(asked)) {
    emptyPage()
    const begin = async (): Promise<void> => {
      const guide = await guideFor()
      if (guide === null) return
      const kept = guide.keptStory(story, { ...initialState(story), ...asked })
      show(guide, kept, (next) => guide.keptState(next, stateFromAddress(next)))
    }
    void begin().catch(failed)
  } else {
    mounted = mountStory(story, dataFile)
    follow(mounted)
  }
  return () => {
    ended = true
    mounted?.end()
  }
}
