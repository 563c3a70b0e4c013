import { isAddition } from '../core/derive'
import type { Formatter } from '../core/format'
import type { Point, Size } from '../core/mercator'
import type { Story } from '../core/story-types'
import type { EventId, StoryEvent } from '../core/types'
import type { Words } from '../core/words/words'
import { bdi, h } from './dom'

export interface Popover {
  /** Lists the events of a place beside its mark. `focus` for a reader who came by keyboard. */
  open(
    title: string,
    events: readonly StoryEvent[],
    at: Point,
    pane: { size: Size; element: HTMLElement },
    opener: HTMLElement,
    focus: boolean,
  ): void
  close(returnFocus: boolean): void
  /** Without a word to the state: for use while it is shown. */
  hide(): void
  select(id: EventId | null): void
  readonly isOpen: boolean
}

interface PopoverContext {
  readonly story: Story
  readonly words: Words
  readonly formatter: Formatter
  choose(id: EventId): void
  lift(id: EventId | null): void
}

const WIDTH_PX = 264

/** A plain list over the map, not modal: it closes on Escape, on a press elsewhere and when the focus leaves it. */
export function createPopover({ story, words, formatter, choose, lift }: PopoverContext, signal: AbortSignal): Popover {
  const title = h('p', { class: 'map-list-title' })
  const list = h('ul')
  const element = h('div', { class: 'map-list', role: 'group', hidden: true }, title, list)
  let opener: HTMLElement | null = null
  let selected: EventId | null = null

  function close(returnFocus: boolean): void {
    if (element.hidden) return
    const back = returnFocus || element.contains(document.activeElement) ? opener : null
    hide()
    lift(null)
    back?.focus()
  }

  function hide(): void {
    element.hidden = true
    opener?.removeAttribute('aria-expanded')
    opener = null
  }

  function row(event: StoryEvent): HTMLElement {
    const plus = isAddition(story, event) ? '+ ' : ''
    const date = h('span', { class: 'map-list-date' }, event.when ? formatter.whenShort(event.when) : '')
    const button = h('button', { type: 'button', 'data-event': event.id }, date, h('span', {}, plus, bdi(event.title)))
    const press = (): void => {
      close(true)
      choose(event.id)
    }
    button.addEventListener('click', press, { signal })
    button.addEventListener('pointerenter', () => lift(event.id), { signal })
    button.addEventListener('focus', () => lift(event.id), { signal })
    return h('li', {}, button)
  }

  function mark(): void {
    for (const button of list.querySelectorAll('button')) {
      if (button.dataset.event === selected) button.setAttribute('aria-current', 'true')
      else button.removeAttribute('aria-current')
    }
  }

  // Wherever the focus is: a press with the mouse leaves it outside, and Esc takes back one thing at a time.
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || element.hidden) return
      event.stopPropagation()
      event.preventDefault()
      close(true)
    },
    { signal, capture: true },
  )
  element.addEventListener(
    'focusout',
    (event) => {
      const next = event.relatedTarget
      if (next instanceof Node && !element.contains(next) && next !== opener) close(false)
    },
    { signal },
  )
  document.addEventListener(
    'pointerdown',
    (event) => {
      const target = event.target
      if (target instanceof Node && !element.contains(target) && !opener?.contains(target)) close(false)
    },
    { signal },
  )

  return {
    get isOpen() {
      return !element.hidden
    },
    open(name, events, [x, y], { size, element: pane }, from, focus) {
      const again = opener === from && !element.hidden
      close(false)
      if (again) return
      opener = from
      from.setAttribute('aria-expanded', 'true')
      title.textContent = words.map.atPlace(name)
      element.setAttribute('aria-label', words.map.atPlace(name))
      list.replaceChildren(...events.map(row))
      mark()
      element.style.setProperty('inline-size', `${Math.min(WIDTH_PX, size.widthPx - 16)}px`)
      element.style.setProperty('left', 'auto')
      pane.append(element)
      element.hidden = false
      // A projector’s sheet makes it wider.
      const width = element.offsetWidth
      const left = x + 20 + width < size.widthPx ? x + 20 : Math.max(8, x - 20 - width)
      element.style.setProperty('left', `${Math.min(left, size.widthPx - width - 8)}px`)
      const below = y < size.heightPx / 2
      element.style.setProperty('top', below ? `${Math.max(8, y - 14)}px` : 'auto')
      element.style.setProperty('bottom', below ? 'auto' : `${Math.max(8, size.heightPx - y - 14)}px`)
      element.style.setProperty('max-block-size', `${Math.max(96, below ? size.heightPx - y : y)}px`)
      if (focus) list.querySelector('button')?.focus()
    },
    close,
    hide,
    select(id) {
      selected = id
      mark()
    },
  }
}
