import { type Connected, createFrame, goTo } from './frame'
import type { ParleyHost } from './types'

/**
 * The script for pages that embed a story. It takes over every `<iframe data-parley>`: its height, and with `api=1` in its address the
 * selection, which elements with `data-parley-event` set and show. Everything else is asked for by `parley.connect`.
 */
const frames = new Set<Connected>()
const LINK = '[data-parley-event]'

/** The frame that an element speaks of: the one with the id that it names, else the first. */
const frameOf = ({ dataset }: HTMLElement): Connected | undefined =>
  [...frames].find(({ iframe }) => !dataset.parleyFrame || iframe.id === dataset.parleyFrame)

/** Tells the eye and the ear which of the page's links is open in the frame. */
function mark(): void {
  for (const link of document.querySelectorAll<HTMLElement>(LINK)) {
    const selection = frameOf(link)?.selection
    const [event, claim] = (link.dataset.parleyEvent ?? '').split('.')
    const isOpen = selection?.event === event && (!claim || selection?.claim === claim)
    if (isOpen) link.setAttribute('aria-current', 'true')
    else link.removeAttribute('aria-current')
  }
}

const parley: ParleyHost = {
  version: 1,
  connect(iframe, { address = iframe.dataset.parleyAddress } = {}) {
    const known = [...frames].find((frame) => frame.iframe === iframe)
    if (known) return known
    const frame = createFrame(iframe, address, {
      changed: mark,
      gone(left) {
        frames.delete(left)
        mark()
      },
    })
    frames.add(frame)
    return frame
  },
}

function press(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>(LINK) : null
  const frame = link && frameOf(link)
  if (!link || !frame?.isReady || event.defaultPrevented) return
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  goTo(frame, link.dataset.parleyEvent || null)
  // A link to a place on this page, such as the frame, goes there too.
  if (!link.getAttribute('href')?.startsWith('#')) event.preventDefault()
}

function start(): void {
  for (const iframe of document.querySelectorAll<HTMLIFrameElement>('iframe[data-parley]')) parley.connect(iframe)
}

// Loaded twice, the first holds.
if (!('parley' in window)) {
  Object.assign(window, { parley })
  addEventListener('message', (event) => {
    for (const frame of frames) frame.hear(event)
  })
  addEventListener('click', press)
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start)
  else start()
}
