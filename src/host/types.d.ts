/**
 * Types of Parley's host script, version 1: `parley-host.js` sets `window.parley`. The messages stand at the end, for pages that talk
 * to the frame without the script.
 */

export type ParleyTheme = 'auto' | 'light' | 'dark'

/** What is open in the frame: ids, never texts. */
export interface ParleySelection {
  readonly event: string | null
  /** A claim of the event. */
  readonly claim: string | null
  /** A step of the guided path. */
  readonly step: string | null
}

export interface ParleyReady extends ParleySelection {
  /** The story's id. */
  readonly story: string
  readonly edition: number | null
  /** What can be selected, in the story's order; at most 10,000. */
  readonly events: readonly string[]
}

export interface ParleySelected extends ParleySelection {
  /** `host`: this page asked for it. */
  readonly by: 'reader' | 'host'
}

export interface ParleyOptions {
  /**
   * Where the page's own address holds the open event: `?name` (its query) or `#name` (its hash), or two functions of yours.
   * The event named there opens as the frame loads, and what the reader opens is written there. Left out: the address stays as it is.
   */
  readonly address?: string | ParleyAddress
}

/** A place for the open event: an id, `event` or `event.claim`. */
export interface ParleyAddress {
  read(): string | null
  write(id: string | null): void
}

/** One frame. Everything but the height needs `api=1` in the frame's address. */
export interface ParleyFrame {
  readonly iframe: HTMLIFrameElement
  /** Resolves when the frame first answers; a frame without `api=1` never does. */
  readonly ready: Promise<ParleyReady>
  /** What is open, as far as the frame has told; null before it is ready. */
  readonly selection: ParleySelection | null
  /** Opens an event, or closes the open one. Before the frame is ready the last wish waits. Unknown ids are ignored. */
  select(event: string | null, claim?: string | null): void
  /** Puts a time in view, such as `2026-02-12/2026-03-09`. */
  show(window: string): void
  theme(theme: ParleyTheme): void
  /** `ready` comes again when the frame loads anew or shows a newer edition. Returns the function that ends it. */
  on(type: 'select', listener: (selected: ParleySelected) => void): () => void
  on(type: 'ready', listener: (ready: ParleyReady) => void): () => void
  /** Lets go of the frame; the frame itself stays. */
  destroy(): void
}

export interface ParleyHost {
  readonly version: 1
  /** Takes over a frame: its height, and what `ParleyFrame` says. A frame that is taken already is given again. */
  connect(iframe: HTMLIFrameElement, options?: ParleyOptions): ParleyFrame
}

declare global {
  interface Window {
    readonly parley: ParleyHost
  }
}

/** Host to frame. `hello` comes first. */
export type ParleyHostMessage =
  | { readonly parley: 1; readonly type: 'hello' }
  | { readonly parley: 1; readonly type: 'select'; readonly event: string | null; readonly claim?: string | null }
  | { readonly parley: 1; readonly type: 'window'; readonly window: string }
  | { readonly parley: 1; readonly type: 'theme'; readonly theme: ParleyTheme }

/** Frame to host: `ready` answers `hello`. */
export type ParleyFrameMessage =
  | ({ readonly parley: 1; readonly type: 'ready' } & ParleyReady)
  | ({ readonly parley: 1; readonly type: 'selection' } & ParleySelected)
