import { capabilities } from './capabilities'

/** The whole screen for the page, as far as the browser lets it. */
export interface Fullscreen {
  isOn(): boolean
  /** Turns it on or off; false where the browser refuses, as it does in a frame without permission. */
  toggle(): Promise<boolean>
  leave(): void
  /** Told by the browser, which the reader may also ask by its own key. */
  changed(tell: () => void, signal: AbortSignal): void
}

/** The browser's own. Nothing is tried where it says beforehand that it may not be. */
export const createFullscreen = (): Fullscreen => {
  const isOn = (): boolean => document.fullscreenElement !== null && document.fullscreenElement !== undefined
  const leave = async (): Promise<boolean> => {
    if (!isOn()) return true
    await document.exitFullscreen()
    return true
  }
  return {
    isOn,
    async toggle() {
      try {
        if (isOn()) return await leave()
        if (!capabilities().fullscreen) return false
        await document.documentElement.requestFullscreen()
        return true
      } catch {
        return false
      }
    },
    leave: () => void leave().catch(() => undefined),
    changed: (tell, signal) => document.addEventListener('fullscreenchange', tell, { signal }),
  }
}
