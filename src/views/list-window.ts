import { h, write } from './dom'
import type { Says } from './list-lines'

/** A story of up to so many events stands in the page whole, so that the browser's find and print have all of it. */
export const MOST_ROWS = 300
/** Of a longer one so many rows at first, about what a pane shows: a step costs the same, and little, at any length. */
export const STRETCH_ROWS = 8
/** Of them before the open event. */
const LEAD_ROWS = 2
/** So many once the reader rests for a moment, which fills a tall screen. */
export const FULL_ROWS = 40
export const REST_MS = 400
/** And so many more when the reader asks. */
export const GROW_ROWS = 60

/** The stretch of `count` rows that is in the page, `[start, end)`. */
export type Stretch = readonly [start: number, end: number]

/** `stretch`, fitted to `count` rows and moved only if it does not hold row `must`. */
export function fitStretch([start, end]: Stretch, count: number, must: number | null): Stretch {
  const inside = must === null || must < 0 || (start <= must && must < end)
  if (inside && start < count) return [start, Math.min(Math.max(end, start + STRETCH_ROWS), count)]
  const first = Math.max(0, Math.min((inside ? 0 : (must ?? 0)) - LEAD_ROWS, count - STRETCH_ROWS))
  return [first, Math.min(first + STRETCH_ROWS, count)]
}

/**
 * Gives what of a stretch is in the page now: it alone at first, and once nothing has been listed for a moment so many rows that a tall
 * screen is full. `relist` lists again.
 */
export function createFill(relist: () => void, signal: AbortSignal): (stretch: Stretch, count: number) => Stretch {
  let timer: ReturnType<typeof setTimeout> | undefined
  let rests = false
  signal.addEventListener('abort', () => clearTimeout(timer))
  return ([start, end], count) => {
    clearTimeout(timer)
    const full = Math.max(end, Math.min(start + FULL_ROWS, count))
    if (rests) return [start, full]
    if (full > end)
      timer = setTimeout(() => {
        rests = true
        relist()
        rests = false
      }, REST_MS)
    return [start, end]
  }
}

/** The buttons before and after a stretch. They keep their place, so that focus stays where it was. */
export function createStretchButtons({ words, format }: Says, grow: (towards: 'earlier' | 'later') => void, signal: AbortSignal) {
  const button = (towards: 'earlier' | 'later') => {
    const element = h('button', { type: 'button', class: 'more-rows text-button', hidden: true })
    element.addEventListener('click', () => grow(towards), { signal })
    return element
  }
  const earlier = button('earlier')
  const later = button('later')
  return {
    earlier,
    later,
    show([start, end]: Stretch, count: number): void {
      const before = Math.min(start, GROW_ROWS)
      const after = Math.min(count - end, GROW_ROWS)
      earlier.hidden = before <= 0
      later.hidden = after <= 0
      write(earlier, words.list.showEarlier(format.count(before)))
      write(later, words.list.showLater(format.count(after)))
    },
  }
}

/** Puts `elements` into `parent` in this order, moving no element that already stands right: focus and scroll stay. */
export function arrange(parent: Element, elements: readonly Element[]): void {
  const wanted = new Set(elements)
  // First, or else all that stays would be moved before what goes.
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove()
  let cursor = parent.firstElementChild
  for (const element of elements) {
    if (element === cursor) cursor = cursor.nextElementSibling
    else parent.insertBefore(element, cursor)
  }
}
