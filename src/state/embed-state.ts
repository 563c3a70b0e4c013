import type { Story } from '../core/story-types'
import type { ClaimId, EventId } from '../core/types'
import { encodeQuery } from './query'
import { type AppState, initialState, PARTS, type Part, type Theme } from './state'

/** Where an embed opens: as the story does, as the page stands now, or with the open event. */
export type EmbedStart = 'opening' | 'view' | 'event'

/** What a journalist chooses for an embed. */
export interface EmbedChoices {
  readonly start: EmbedStart
  /** Never empty. */
  readonly parts: ReadonlySet<Part>
  readonly theme: Theme
  /** BCP 47; null for the reader's own. */
  readonly lang: string | null
  /** The frame's height in px; null: that of its content. */
  readonly fixedPx: number | null
  readonly isPinned: boolean
}

function startOf(story: Story, state: AppState, start: EmbedStart): AppState {
  const initial = initialState(story)
  if (start === 'opening') return initial
  if (start === 'event') return { ...initial, layers: state.layers, selected: state.selected, claim: state.claim }
  // What belongs to this reader, or to this visit, stays here.
  return { ...state, dialog: null, mode: 'explore', motion: 'auto', keys: true, api: false, lang: null, theme: 'auto' }
}

/**
 * A query that names its event even where it is the one that the story opens with now: another edition may open with another. The
 * query itself where there is none to name.
 */
export function naming(query: string, event: EventId | null, claim: ClaimId | null = null): string {
  if (event === null || /[?&]event=/.test(query)) return query
  return `${query}${query === '' ? '?' : '&'}event=${[event, claim]
    .filter((id) => id !== null)
    .map(encodeURIComponent)
    .join('.')}`
}

/** The queries, with `?`, of the frame and of the full page that it leads to. */
export function embedQueries(
  story: Story,
  state: AppState,
  choices: EmbedChoices,
): { readonly frame: string; readonly page: string } {
  const { start, parts, theme, lang, fixedPx } = choices
  const page: AppState = { ...startOf(story, state, start), lang, parts: new Set(PARTS), pane: null, resize: 'auto' }
  const frame: AppState = { ...page, theme, parts, resize: fixedPx === null ? 'auto' : 'fixed' }
  const named = start === 'event' ? state.selected : null
  return {
    frame: naming(encodeQuery(story, frame), named, state.claim),
    page: naming(encodeQuery(story, page), named, state.claim),
  }
}
