/** Where the page was scrolled and what had the focus, for who comes back to it. */
export interface Keeper {
  keep(): void
  restore(): void
}

export function createKeeper(): Keeper {
  let kept: { readonly y: number; readonly listTop: number; readonly focused: Element | null } | null = null
  const list = (): HTMLElement | null => document.getElementById('events')
  return {
    keep() {
      kept = { y: window.scrollY, listTop: list()?.scrollTop ?? 0, focused: document.activeElement }
    },
    restore() {
      if (kept === null) return
      const { y, listTop, focused } = kept
      kept = null
      const pane = list()
      if (pane) pane.scrollTop = listTop
      if (window.scrollY !== y) window.scrollTo(0, y)
      if (focused instanceof HTMLElement && focused.isConnected && focused !== document.body)
        focused.focus({ preventScroll: true })
    },
  }
}
