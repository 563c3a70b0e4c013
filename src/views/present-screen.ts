import type { PresentWords } from '../core/words/present-words'
import type { Message } from './present-message'
import type { PresentPorts } from './present-needs'

interface ScreenParts {
  readonly message: Message
  /** The page in a tab of its own; null where no tab may be opened. */
  newTab(): string | null
  /** Ends presenting. */
  leave(): void
  refresh(): void
}

export interface PresentScreen {
  /** Presenting begins. `isAsked`: by a press, which browsers want before a page may fill the screen. */
  enter(isAsked: boolean): void
  toggle(): void
  leave(): void
}

/** The whole screen for present mode: on demand, and in another page’s frame at once, where that may be had. */
export function createPresentScreen(
  says: PresentWords,
  { fullscreen, isFramed }: Pick<PresentPorts, 'fullscreen' | 'isFramed'>,
  { message, newTab, leave, refresh }: ScreenParts,
  signal: AbortSignal,
): PresentScreen {
  /** The frame fills the screen because it presents. */
  let isWhole = false
  const sayWithTab = (sentence: string): void => {
    const address = newTab()
    message.say(sentence, address === null ? null : { name: says.newTab, address, isOpener: false })
  }
  const fillFrame = async (): Promise<void> => {
    isWhole = await fullscreen.toggle()
    if (!isWhole && !signal.aborted) sayWithTab(says.framed)
  }
  const toggle = async (): Promise<void> => {
    if (await fullscreen.toggle()) refresh()
    else sayWithTab(says.fullscreenRefused)
  }
  // Esc, which the browser takes for itself, ends both: what is left would be a small frame with large type.
  const changed = (): void => {
    if (isWhole && !fullscreen.isOn()) leave()
    else refresh()
  }
  fullscreen.changed(changed, signal)
  return {
    enter(isAsked) {
      if (!isFramed) return
      if (fullscreen.isOn()) isWhole = true
      else if (isAsked) void fillFrame()
    },
    toggle: () => void toggle(),
    leave() {
      isWhole = false
      fullscreen.leave()
    },
  }
}
