/** Between a dialog and the edges of what a reader sees of the frame. */
const MARGIN_PX = 8
/** As far above what was pressed a dialog begins, until it is known what of the frame can be seen. */
const ABOVE_PX = 120
/** Less is no room to read in: the frame grows, or the reader scrolls. */
const LEAST_PX = 320
/** Where no observer answers, as in a frame out of view, the dialog is shown all the same. */
const PATIENCE_MS = 250

/**
 * A frame that is as high as its content can be much higher than the window, and a dialog in its middle would open out of sight. It
 * opens where the reader is: at the height of what was pressed, and then within what the window shows of the frame.
 */
export function placeDialogs(root: HTMLElement): void {
  const put = (topPx: number, heightPx: number): void => {
    root.style.setProperty('--dialog-top', `${Math.max(Math.round(topPx), MARGIN_PX)}px`)
    root.style.setProperty('--dialog-room', `${Math.round(Math.max(heightPx, LEAST_PX))}px`)
  }
  const reached = ({ target }: Event): void => {
    if (!(target instanceof Element) || root.contains(target) || target === document.documentElement) return
    const { top, height } = target.getBoundingClientRect()
    put(height > 2 * ABOVE_PX ? top : top - ABOVE_PX, 2 * LEAST_PX)
  }
  for (const type of ['pointerdown', 'focusin']) document.addEventListener(type, reached, { capture: true, passive: true })
  put(0, 2 * LEAST_PX)

  const shown = (dialog: HTMLDialogElement): void => {
    const settle = (): void => {
      watch.disconnect()
      clearTimeout(timer)
      dialog.classList.remove('is-unplaced')
    }
    const timer = setTimeout(settle, PATIENCE_MS)
    dialog.classList.add('is-unplaced')
    // Without a root it tells what of the frame can be seen in the window, in a page of another site too.
    const watch = new IntersectionObserver(([entry]) => {
      const seen = entry?.intersectionRect
      if (seen && seen.height > 0) put(seen.top + MARGIN_PX, seen.height - 2 * MARGIN_PX)
      settle()
    })
    watch.observe(document.documentElement)
  }
  const opened = new MutationObserver((records) => {
    for (const { target } of records) if (target instanceof HTMLDialogElement && target.open) shown(target)
  })
  opened.observe(root, { subtree: true, attributes: true, attributeFilter: ['open'] })
}
