import type { Capabilities } from '../core/capabilities'
import type { Shows } from '../core/notes-messages'
import type { PresentAction } from '../state/present'
import type { ViewContext } from './view'

/** What the screen shows, for who reads the notes to it. */
export type Showing = Omit<Shows, 'type'>

/** The second window. */
export interface NotesPort {
  /** Opens it or brings it to the front; else why it cannot be had: pop-ups are blocked, the frame forbids them, the page has no origin. */
  open(): 'open' | 'blocked' | 'forbidden' | 'apart'
  /** The notes' own page. */
  address(): string
  /** Null: nothing is presented any more. */
  tell(showing: Showing | null): void
  end(): void
}

/** What present mode needs from the browser. */
export interface PresentPorts {
  bindKeys(
    context: ViewContext,
    keys: { act(action: PresentAction): void; nudge(dx: number, dy: number): boolean },
    signal: AbortSignal,
  ): void
  readonly fullscreen: {
    isOn(): boolean
    toggle(): Promise<boolean>
    leave(): void
    changed(tell: () => void, signal: AbortSignal): void
  }
  createNotes(context: ViewContext, act: (action: PresentAction) => void): NotesPort
  /** The page in a tab of its own; null where no tab may be opened. */
  newTab(context: ViewContext): string | null
  /** What may be offered here. */
  can(): Capabilities
  /** In another page's frame, which is seldom as large as a screen. */
  readonly isFramed: boolean
  /** True where the reader has just pressed something: then a page may fill the screen. */
  isPressed(): boolean
}
