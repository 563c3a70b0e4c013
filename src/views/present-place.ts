/** Where the page was scrolled and what had the focus. */
export interface Kept {
  readonly y: number
  readonly listTop: number
  readonly focused: Element | null
  /** Where to find it again on a page that was made anew: the id of it or of what it is in, where it says the same. */
  readonly part: string | null
}

/** Keeps the place for who comes back to it. */
export interface Keeper {
  readonly kept: Kept | null
  keep(): void
  restore(): void
}

/** `from`: what was kept before the page was made anew. */
export function createKeeper(from: Kept | null): Keeper {
  let kept = from
  const list = (): HTMLElement | null => document.getElementById('events')
  const again = ({ focused, part }: Kept): Element | null => {
    const there = part === null ? null : document.getElementById(part)
    if (focused === null || focused.isConnected || focused.id !== '') return focused?.isConnected ? focused : there
    const all = [...(there?.querySelectorAll(focused.localName) ?? [])]
    return all.find(({ textContent }) => textContent === focused.textContent) ?? null
  }
  return {
    get kept() {
      return kept
    },
    keep() {
      const focused = document.activeElement
      const part = focused?.closest('[id]')?.id ?? null
      kept = { y: window.scrollY, listTop: list()?.scrollTop ?? 0, focused, part }
    },
    restore() {
      if (kept === null) return
      const { y, listTop } = kept
      const focused = again(kept)
      kept = null
      const pane = list()
      if (pane) pane.scrollTop = listTop
      if (window.scrollY !== y) window.scrollTo(0, y)
      if (focused instanceof HTMLElement && focused.isConnected && focused !== document.body)
        focused.focus({ preventScroll: true })
    },
  }
}
