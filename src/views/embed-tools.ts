import type { findEvent, matchingIds } from '../core/derive'
import type { formatterOf } from '../core/format'
import type { Story } from '../core/story-types'
import type { encodeQuery } from '../state/query'
import { type AppState, PARTS } from '../state/state'
import type { editionLine } from './about'

/** What main lends to the views of an embed: it has it already, and their script need not bring it a second time. */
export interface EmbedTools {
  readonly editionLine: typeof editionLine
  readonly encodeQuery: typeof encodeQuery
  readonly findEvent: typeof findEvent
  readonly formatterOf: typeof formatterOf
  readonly matchingIds: typeof matchingIds
}

/** The address of the full page in a state, without what concerns frames only. `site`: the site's folder. */
export const fullPageAddress = ({ encodeQuery }: EmbedTools, site: string, story: Story, state: AppState): string =>
  site + encodeQuery(story, { ...state, parts: new Set(PARTS), pane: null, resize: 'auto', api: false })
