import type { Story } from '../core/story-types'
import { selectEvent } from '../state/actions'
import { keptOf } from '../state/kept'
import { decodeQuery, encodeQuery } from '../state/query'
import { type AppState, initialState } from '../state/state'
import type { AppStore } from '../views/view'
import { isEmbed } from './frame-host'

/** What makes an entry of its own in the history; everything else rewrites the present one. */
const STEPS: readonly (keyof AppState)[] = ['selected', 'claim', 'step', 'panel', 'mode', 'compare', 'handout']
/** What the address does not hold. */
const SILENT: readonly (keyof AppState)[] = [
  'hovered',
  'pointed',
  'playing',
  'area',
  'dialog',
  'place',
  'guess',
  'blank',
  'answered',
  'spotlight',
]
const QUIET_MS = 250

/** The state that the page's address asks for, over the story's own. A link to an event without a window shows its time. */
export function stateFromAddress(story: Story): AppState {
  const asked = decodeQuery(story, location.search)
  const state = { ...initialState(story), ...asked }
  return asked.domain ? state : { ...state, ...selectEvent(story, state, state.selected, state.claim) }
}

/** The address of a state on this page, to be shared: without foreign keys, and without the hash, which belongs to hosts. */
export function addressOf(story: Story, state: AppState): string {
  const url = new URL(location.href)
  url.search = encodeQuery(story, state)
  url.hash = ''
  return url.href
}

/** What hosts write into a frame's address, and a frame that is loaded anew needs again: see `frame-messages.ts`. */
const HOST_KEYS = /[?&]((?:childId|host)=[^&]*)/g

/** The address of a state for the page itself: with the hash, and with what its host must find again. */
function ownAddress(story: Story, state: AppState): string {
  const [address = '', query] = addressOf(story, state).split('?')
  const kept = !isEmbed() ? [] : [...location.search.matchAll(HOST_KEYS)].map((match) => match[1])
  const whole = [query, ...kept].filter(Boolean).join('&')
  return address + (whole && `?${whole}`) + location.hash
}

/** Writes the state into the page's address, in the place of what stands there. */
export function writeAddress(story: Story, state: AppState): void {
  history.replaceState(history.state, '', ownAddress(story, state))
}

/**
 * Keeps the address and the state together: back and forward walk through selections and steps. Browsers limit how often an
 * address may change (Safari throws after a hundred times in half a minute), so what moves with the pointer is written once it rests,
 * and events opened in quick succession, as by a key that is held down, leave one entry. Returns the function that ends it.
 */
export function bindAddress(story: Story, store: AppStore): () => void {
  const abort = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  /** A step that has been shown and has no entry yet. */
  let entering: AppState | null = null
  let lastStep = Number.NEGATIVE_INFINITY
  let applying = false
  const enter = (): void => {
    const entered = entering && ownAddress(story, entering)
    entering = null
    if (entered !== null && entered !== location.href) history.pushState(history.state, '', entered)
  }
  const rewrite = (): void => {
    enter()
    const address = ownAddress(story, store.state)
    if (address !== location.href) history.replaceState(history.state, '', address)
  }
  const stop = store.subscribe((state, changed) => {
    if (applying || [...changed].every((key) => SILENT.includes(key))) return
    // What plays by itself leaves one entry, not one for each event; a frame leaves none, because the way back is its host's.
    const isStep = !state.playing && window.parent === window && STEPS.some((key) => changed.has(key))
    clearTimeout(timer)
    timer = setTimeout(rewrite, QUIET_MS)
    if (!isStep) return
    const now = performance.now()
    const isRun = changed.has('selected') && now - lastStep < QUIET_MS
    lastStep = now
    if (!isRun) {
      enter()
      // Browsers lay the page out before they make an entry: after the step has been shown, there is nothing left to lay out.
      requestAnimationFrame(() => setTimeout(enter))
    }
    entering = state
  })
  addEventListener(
    'popstate',
    () => {
      clearTimeout(timer)
      const isAhead = entering !== null
      entering = null
      // The way back from a step without an entry leads to the entry that the browser has just left.
      if (isAhead) return history.forward()
      applying = true
      const { area, place } = store.state
      // What is kept back is told by a press that says so, never by the way back.
      store.set({ ...stateFromAddress(story), ...keptOf(store.state), area, place, hovered: null })
      applying = false
      rewrite()
    },
    { signal: abort.signal },
  )
  return () => {
    clearTimeout(timer)
    enter()
    abort.abort()
    stop()
  }
}
