import type { Words } from '../core/words/words'
import { h } from './dom'

export interface DialogOptions {
  /** Of the element; its heading is `ID-title`. */
  readonly id: string
  readonly title: string
  readonly words: Words
  /** The reader has closed it: the place to set state. Not called by `close`. */
  onClose(): void
}

export interface Dialog {
  readonly element: HTMLDialogElement
  /** For the content. The dialog itself scrolls. */
  readonly body: HTMLElement
  /** Shows it over the page, focus on its heading; nothing where it is open. */
  open(): void
  /** Closes it, as state asks; focus goes back to where it came from. Nothing where it is closed. */
  close(): void
  setTitle(title: string): void
  /** Takes it off the page. */
  remove(): void
}

/**
 * A modal dialog, closed: put `element` on the page and call `open`. Esc, its button and a press beside it close it. The page behind
 * keeps its place.
 */
export function createDialog({ id, title, words, onClose }: DialogOptions, signal: AbortSignal): Dialog {
  const heading = h('h2', { id: `${id}-title`, tabindex: -1 }, title)
  const button = h('button', { type: 'button', class: 'dialog-close' }, words.dialog.close)
  const body = h('div', { class: 'dialog-body' })
  const head = h('header', { class: 'dialog-head' }, heading, button)
  const element = h('dialog', { id, class: 'dialog', 'aria-labelledby': heading.id }, head, body)
  let goBack: (() => void) | null = null

  const close = (): void => {
    if (element.open) element.close()
    goBack?.()
    goBack = null
  }
  const closeByReader = (): void => {
    if (goBack === null) return
    close()
    onClose()
  }
  button.addEventListener('click', closeByReader, { signal })
  // Esc, which the browser handles. The event comes late: by then state may have opened it again.
  element.addEventListener('close', () => !element.open && closeByReader(), { signal })
  closeBeside(element, closeByReader, signal)

  return {
    element,
    body,
    open() {
      if (element.open || !element.isConnected) return
      goBack = wayBack()
      // A bar that goes when the page stops scrolling would make the page wider.
      const { documentElement: page } = document
      page.style.scrollbarGutter = window.innerWidth > page.clientWidth ? 'stable' : ''
      // What is inert takes no focus.
      element.inert = isUnattended()
      element.showModal()
      element.scrollTop = 0
      if (element.inert) element.inert = false
      else heading.focus()
    },
    close,
    setTitle(text) {
      if (heading.textContent !== text) heading.textContent = text
    },
    remove() {
      close()
      element.remove()
    },
  }
}

/** True in a frame that the reader is not in: focus would be taken from the page around it, and that page scrolled to here. */
const isUnattended = (): boolean => window.parent !== window && !document.hasFocus()

/** Closes on a press that begins and ends beside the dialog: one that begins in its text marks text. */
function closeBeside(element: HTMLDialogElement, close: () => void, signal: AbortSignal): void {
  let beganBeside = false
  const isBeside = (event: MouseEvent): boolean => {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    const { clientX: x, clientY: y } = event
    return event.target === element && (x < left || x > right || y < top || y > bottom)
  }
  element.addEventListener('pointerdown', (event) => (beganBeside = event.isPrimary && isBeside(event)), { signal })
  element.addEventListener('click', (event) => beganBeside && isBeside(event) && close(), { signal })
}

const CONTROLS = 'button, a[href], select, input, summary, [tabindex]'
/** Of so many controls around the opener focus is tried. */
const MOST_CONTROLS = 100

/** Moves focus if the element can take it: one that is hidden or gone cannot. */
function takesFocus(element: HTMLElement): boolean {
  element.focus({ preventScroll: true })
  return document.activeElement === element
}

/**
 * The function that gives focus back to what has it now: to what bears its id or its words where it was drawn anew, else to the first
 * control of the nearest part of the page that is still there.
 */
function wayBack(): () => void {
  const opener = document.activeElement
  const around: Element[] = []
  for (let at = opener?.parentElement ?? null; at !== null && at !== document.body; at = at.parentElement) around.push(at)
  const again = (element: Element): Element | null =>
    element.isConnected ? element : element.id === '' ? null : document.getElementById(element.id)
  return () => {
    if (!(opener instanceof HTMLElement || opener instanceof SVGElement) || opener === document.body) return
    const same = again(opener)
    if (same instanceof HTMLElement && takesFocus(same)) return
    if (same instanceof SVGElement) return same.focus({ preventScroll: true })
    const { localName, textContent } = opener
    const isLike = (control: Element): boolean => control.localName === localName && control.textContent === textContent
    for (const part of around) {
      const controls = [...(again(part)?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])].slice(0, MOST_CONTROLS)
      const tried = [...controls.filter(isLike), ...controls]
      if (tried.some((control) => control.tabIndex >= 0 && takesFocus(control))) return
    }
  }
}
