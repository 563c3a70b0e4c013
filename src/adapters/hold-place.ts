/** Where focus goes when the control that had it is gone: what the reader has most likely come for. */
const INSTEAD = ['exercise-title', 'quiz-next', 'quiz-stop'] as const

const focusOn = (element: Element | null): boolean => {
  if (!(element instanceof HTMLElement)) return false
  element.focus({ preventScroll: true })
  return document.activeElement === element
}

/** A control that bears the same words, in a part of the page that bears an id. */
function alike({ localName, textContent }: Element, part: string | undefined): Element | null {
  const all = part === undefined ? [] : [...(document.getElementById(part)?.querySelectorAll(localName) ?? [])]
  return all.find((element) => element.textContent === textContent) ?? null
}

/**
 * Remembers where the reader is on a page that is about to be made anew: what has the focus, and how far page and list are scrolled. Gives
 * the function that brings that back once the page stands.
 */
export function holdPlace(): () => void {
  const focused = document.activeElement
  const hadFocus = focused !== null && focused !== document.body
  const part = focused?.closest('[id]')?.id
  const [x, y] = [window.scrollX, window.scrollY]
  const listTop = document.getElementById('events')?.scrollTop ?? 0
  return () => {
    const restore = (): void => {
      window.scrollTo(x, y)
      const list = document.getElementById('events')
      if (list) list.scrollTop = listTop
    }
    restore()
    // After the views that come by promise: none of them waits for more than has been loaded already.
    setTimeout(() => {
      restore()
      if (!hadFocus || document.activeElement !== document.body) return
      const same = focused.id === '' ? alike(focused, part) : document.getElementById(focused.id)
      const tried = [same, ...INSTEAD.map((id) => document.getElementById(id)), document.querySelector('[popovertarget]')]
      tried.some(focusOn)
    })
  }
}
