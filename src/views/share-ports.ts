import type { CalendarDay } from '../core/calendar-day'
import type { EventId } from '../core/types'
import type { AppState } from '../state/state'
import type { Drawers, Picture } from './picture'

/** What “Download” and “Cite” need of the outside. */
export interface SharePorts extends Drawers {
  /** The address that others can open; null where the page has none, such as a file opened from disk. */
  addressOf(state: AppState): string | null
  /** The address that opens an event; asked only where there is one. */
  linkTo(event: EventId): string
  /** The reader's day. */
  today(): CalendarDay
  /** Puts text on the clipboard, with its look where the browser keeps it; false where it does not let the page copy. */
  copy(text: string, markup?: string): Promise<boolean>
  /** False in a sandbox that keeps files from being saved. */
  readonly canSave: boolean
  /** The full page, for readers of a frame; null where this is it, or where no tab may be opened. */
  readonly fullPage: ((state: AppState) => string) | null
  save(name: string, content: Blob): void
  /** The whole story as one file; null where the site has none. */
  readonly offline: string | null
  /** Files of a drawing; `widthMm`: of the paper it is made for. */
  svg(picture: Picture, widthMm: number | null): Promise<string>
  png(picture: Picture): Promise<Blob | null>
}
