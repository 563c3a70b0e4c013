import {
  type Fit,
  MOST_PX,
  NOTHING_SAID,
  nextFit,
  nextHeight,
  nextLookMs,
  nextRepeat,
  type Said,
  UNKNOWN_FIT,
} from '../core/frame-height'
import { createFrameParent, whenLoaded } from './frame-parent'

/** Where the host asks, no sooner than this after the last look. */
const PACE_MS = 100
/** Observers of size and frames of animation rest in frames out of view; a timer still comes about once a second. */
const POLL_MS = 1000
/** On the root element where the frame keeps the height that the host gave it: the views then scroll inside. Also set by `early.ts`. */
const FIXED = 'fixed-height'

export interface Resizing {
  /** Measures again soon. */
  look(): void
  /** The same where the reader changed what is shown: content that was too high may not be any more. */
  lookAnew(): void
  end(): void
}

/**
 * From now on keeps the host told of the height of `root`, the element that holds the whole page and whose height does not depend on the
 * window's. Says nothing where there is no host, or where the address asks for a fixed height.
 */
export function resizeFrame(root: HTMLElement): Resizing {
  const isFixed = new URLSearchParams(location.search).get('resize') === 'fixed'
  if (isFixed || window.parent === window) return { look: nothing, lookAnew: nothing, end: nothing }
  const abort = new AbortController()
  const follower = createFollower(root, abort.signal)
  watch(root, follower, abort.signal)
  return {
    look: follower.lookSoon,
    lookAnew: follower.lookAnew,
    end: () => abort.abort(),
  }
}

const nothing = (): void => undefined

interface Follower {
  /** The page is there: nothing is measured before. */
  begin(): void
  /** Measures now; tells the host where there is something to tell. */
  look(): void
  lookSoon(): void
  /** The same where what was too high may not be any more. */
  lookAnew(): void
  /** Tells a host that does not follow once more, where it is time. */
  repeat(): void
  /** Whether the reader can see the frame. */
  setShown(isShown: boolean): void
  /** On paper everything is laid out otherwise: nothing is measured and nothing scrolls inside. */
  print(isOn: boolean): void
}

function createFollower(root: HTMLElement, signal: AbortSignal): Follower {
  let said: Said = NOTHING_SAID
  let fit: Fit = UNKNOWN_FIT
  /** The content is higher than any frame may be, as measured at this width in px. */
  let isTall = false
  let tallAtPx = 0
  let isAsked = false
  let isPrinting = false
  let hasBegun = false
  let lookedAt = -Infinity
  let shownSince: number | null = null
  const timer = createTimer(() => look(), signal)
  const parent = createFrameParent(() => {
    isAsked = true
    timer.within(lookedAt + PACE_MS - performance.now())
  }, signal)

  const show = (): void => {
    document.documentElement.classList.toggle(FIXED, (fit.fixed || isTall || said.stopped) && !isPrinting)
  }
  /** In panes the content has the window's height; what it would have without them was told before. */
  const contentPx = (): number => {
    if (isTall) return MOST_PX
    return fit.fixed && said.heightPx !== null ? said.heightPx : root.getBoundingClientRect().height
  }
  /** Tries it without panes. The views arrange themselves a moment after the class has changed: all this is between two pictures. */
  const judgeTall = (): void => {
    const restore = keepScroll(root)
    isTall = false
    show()
    queueMicrotask(() => {
      isTall = root.getBoundingClientRect().height > MOST_PX
      tallAtPx = innerWidth
      show()
      if (isTall) queueMicrotask(restore)
      else look()
    })
  }
  const measure = (now: number): void => {
    if (isTall && !fit.fixed && innerWidth !== tallAtPx) return judgeTall()
    const measured = { contentPx: contentPx(), widthPx: innerWidth, isAsked }
    const { said: next, send, retryMs } = nextHeight(said, now, measured)
    said = next
    if (measured.contentPx > MOST_PX) {
      isTall = true
      tallAtPx = innerWidth
    }
    if (retryMs !== null) timer.within(retryMs)
    if (send === null) return
    isAsked = false
    parent.tell(send)
  }
  const look = (): void => {
    // Nothing is laid out in a frame that is not displayed.
    if (!hasBegun || innerWidth === 0 || isPrinting || matchMedia('print').matches) return
    const now = performance.now()
    lookedAt = now
    measure(now)
    const before = fit
    fit = nextFit(fit, now, { askedPx: said.heightPx, givenPx: innerHeight, shownSince })
    show()
    const lookMs = nextLookMs(fit, now, shownSince)
    if (lookMs !== null) timer.within(lookMs)
    if (before.fixed && !fit.fixed) timer.within(0)
  }
  return {
    begin() {
      hasBegun = true
      look()
    },
    look,
    lookSoon: () => timer.within(0),
    lookAnew() {
      tallAtPx = 0
      timer.within(0)
    },
    repeat() {
      if (fit.offSince === null) return
      const { said: next, send } = nextRepeat(said, performance.now())
      said = next
      if (send !== null) parent.tell(send)
    },
    setShown(isShown) {
      shownSince = isShown ? (shownSince ?? performance.now()) : null
      look()
    },
    print(isOn) {
      isPrinting = isOn
      show()
      look()
    },
  }
}

/** Remembers how far the views have been scrolled; gives what puts them there again. */
function keepScroll(root: HTMLElement): () => void {
  const scrolled = [...root.querySelectorAll('main, main *')].filter((each) => each.scrollTop > 0)
  const tops = scrolled.map((each) => each.scrollTop)
  return () => {
    for (const [index, each] of scrolled.entries()) each.scrollTop = tops[index] ?? 0
  }
}

/** Calls on the follower whenever the height may have changed, and once a second in case that nothing else does. */
function watch(root: HTMLElement, follower: Follower, signal: AbortSignal): void {
  const { look, repeat, print } = follower
  const observer = new ResizeObserver(look)
  const poll = setInterval(() => {
    look()
    repeat()
  }, POLL_MS)
  let isInView = false
  const see = (): void => follower.setShown(isInView && !document.hidden)
  const sight = new IntersectionObserver((entries) => {
    isInView = entries.at(-1)?.isIntersecting ?? isInView
    see()
  })
  sight.observe(root)
  document.addEventListener('visibilitychange', see, { signal })
  signal.addEventListener('abort', () => {
    observer.disconnect()
    sight.disconnect()
    clearInterval(poll)
  })
  addEventListener('resize', look, { signal })
  addEventListener('beforeprint', () => print(true), { signal })
  addEventListener('afterprint', () => print(false), { signal })
  // Not before main has run: the page without script is higher, and the host's text would jump twice.
  const begin = (): void => {
    follower.begin()
    observer.observe(root)
  }
  if (document.readyState === 'complete') begin()
  else document.addEventListener('DOMContentLoaded', begin, { signal })
  whenLoaded(look, signal)
  void document.fonts.ready.then(() => signal.aborted || look())
}

/** One timer: of the times asked for, the soonest counts. */
function createTimer(act: () => void, signal: AbortSignal): { within(ms: number): void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  let due = Infinity
  signal.addEventListener('abort', () => clearTimeout(timer))
  return {
    within(ms) {
      const at = performance.now() + Math.max(ms, 0)
      if (at >= due || signal.aborted) return
      clearTimeout(timer)
      due = at
      timer = setTimeout(
        () => {
          due = Infinity
          act()
        },
        Math.max(ms, 0),
      )
    },
  }
}
