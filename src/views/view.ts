import type { matchingAnywhereOnMap } from '../core/derive'
import type { Story } from '../core/story-types'
import type { Words } from '../core/words/words'
import type { AppState } from '../state/state'
import type { Changed, Store } from '../state/store'

export type AppStore = Store<AppState>

export interface View {
  /** Shows `state`. Returns early when none of its keys changed; must not set state. */
  update(state: AppState, changed: Changed<AppState>): void
  /** Gives back listeners and DOM; may be called twice. */
  destroy(): void
}

export interface ViewContext {
  readonly story: Story
  readonly store: AppStore
  readonly words: Words
  /** IANA name of the reader's own zone; absent where it is not known. */
  readonly readerZone?: string | null
  /** The page's own, for scripts that come later: theirs would work out the same a second time. */
  readonly matchingAnywhereOnMap?: typeof matchingAnywhereOnMap
}

/** Makes a view inside `root`. The first update, with every key, comes from the caller. */
export type CreateView = (root: HTMLElement, context: ViewContext) => View
