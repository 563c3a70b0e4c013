const LEAST_PX = 48
/** A swipe goes sideways at least this many times as far as up or down. */
const SIDEWAYS = 2

/** Tells of a swipe of one finger to the left or to the right. Everything that a swipe does, a button does too. */
export function bindSwipe(element: HTMLElement, swiped: (to: 'left' | 'right') => void, signal: AbortSignal): void {
  let start: { readonly id: number; readonly x: number; readonly y: number } | null = null
  element.addEventListener(
    'pointerdown',
    ({ pointerType, isPrimary, pointerId: id, clientX: x, clientY: y }) => {
      // A second finger pinches.
      start = pointerType === 'touch' && isPrimary ? { id, x, y } : null
    },
    { signal },
  )
  element.addEventListener(
    'pointerup',
    ({ pointerId, clientX, clientY }) => {
      if (start?.id !== pointerId) return
      const [x, y] = [clientX - start.x, clientY - start.y]
      start = null
      if (Math.abs(x) >= LEAST_PX && Math.abs(x) >= SIDEWAYS * Math.abs(y)) swiped(x < 0 ? 'left' : 'right')
    },
    { signal },
  )
  // The page scrolls.
  element.addEventListener('pointercancel', () => (start = null), { signal })
}
