import { wantsLessMotion } from './motion'

/** The pane around `element`, where it scrolls by itself; null where the page scrolls instead. */
function paneOf(element: HTMLElement): HTMLElement | null {
  const pane = element.closest<HTMLElement>('.events-pane')
  return pane && pane.scrollHeight > pane.clientHeight && getComputedStyle(pane).overflowY !== 'visible' ? pane : null
}

/** What of the pane the rows can be seen in: below its head, which stays. */
function frameOf(pane: HTMLElement): { top: number; bottom: number } {
  const { top, bottom } = pane.getBoundingClientRect()
  const head = pane.querySelector('.pane-head')
  return { top: head ? Math.max(top, head.getBoundingClientRect().bottom) : top, bottom }
}

/** Scrolls the pane, never the page, and only as far as needed. Gives where the pane then stands, px; null where the page scrolls. */
export function bringIntoPane(element: HTMLElement, atOnce = false): number | null {
  const pane = paneOf(element)
  if (!pane) return null
  const own = element.getBoundingClientRect()
  const frame = frameOf(pane)
  const over = own.top - frame.top
  const under = Math.min(own.bottom - frame.bottom, over)
  const by = over < 0 ? over : Math.max(under, 0)
  const reduced = atOnce || wantsLessMotion()
  if (by !== 0) pane.scrollBy({ top: by, behavior: reduced ? 'instant' : 'smooth' })
  return pane.scrollTop
}

/** Where the pane around `element` stands, px; null where the page scrolls. */
export const scrolledTo = (element: HTMLElement): number | null => paneOf(element)?.scrollTop ?? null

/** Runs `change` and scrolls so that `element` stays under the pointer that pressed it, whatever folds above it. */
export function keepInPlace(element: HTMLElement, change: () => void): void {
  const before = element.getBoundingClientRect().top
  change()
  const by = element.getBoundingClientRect().top - before
  if (by !== 0) (paneOf(element) ?? document.documentElement).scrollBy({ top: by, behavior: 'instant' })
}

/** Runs `act` when all views are drawn and the browser is about to show them; never where nothing is shown, as in the build. */
export function beforeFrame(act: () => void): void {
  if (typeof requestAnimationFrame === 'function') requestAnimationFrame(act)
}
