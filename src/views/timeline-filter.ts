import { fromWall, stepEdge, toWall } from '../core/axis-levels'
import { reach, setBrush } from '../state/actions'
import type { AppState } from '../state/state'
import { h, write } from './dom'
import type { ViewContext } from './view'

const GAP_PX = 4
const MARGIN_PX = 8
const WIDEST_PX = 420

/** Above the button or below it, where there is more room; a pane that is higher than that scrolls. */
function placeBeside(pane: HTMLElement, { top, right, bottom }: DOMRect): void {
  const { clientWidth } = document.documentElement
  const [over, under] = [top, window.innerHeight - bottom].map((room) => room - GAP_PX - MARGIN_PX)
  const isOver = (over ?? 0) >= (under ?? 0)
  const end = Math.max(Math.min(clientWidth - right, clientWidth - WIDEST_PX - MARGIN_PX), MARGIN_PX)
  const places = {
    'inset-block-start': isOver ? 'auto' : `${bottom + GAP_PX}px`,
    'inset-block-end': isOver ? `${window.innerHeight - top + GAP_PX}px` : 'auto',
    'inset-inline-end': `${end}px`,
    'max-block-size': `${Math.round(Math.max(over ?? 0, under ?? 0))}px`,
  }
  for (const [name, value] of Object.entries(places)) pane.style.setProperty(name, value)
}

/** A button with a small pane of its own over the page, which the browser closes on Esc and on a press outside. */
export function createPopover(name: string, id: string, signal: AbortSignal, ...content: readonly (Node | string)[]) {
  const pane = h('div', { class: 'timeline-popover', id, popover: 'auto' }, ...content)
  const button = h('button', { type: 'button', popovertarget: id, 'aria-expanded': 'false' }, name)
  pane.addEventListener(
    'beforetoggle',
    (event) => {
      const box = button.getBoundingClientRect()
      const open = 'newState' in event && event.newState === 'open'
      button.setAttribute('aria-expanded', String(open))
      placeBeside(pane, box)
    },
    { signal },
  )
  return { button, pane }
}

/** The time filter as two typed days: for those who do not drag. */
export function createFilter({ story, store, words }: ViewContext, signal: AbortSignal) {
  const says = words.timeline
  const zone = story.timeZone
  const [least, greatest] = reach(story)
  const dateOf = (instant: number) => new Date(toWall(instant, zone)).toISOString().slice(0, 10)
  const isPlain = (instant: number) => /^\d{4}-/.test(new Date(instant).toISOString())
  const plain = isPlain(least) && isPlain(greatest)
  const limits = { min: plain ? dateOf(least) : null, max: plain ? dateOf(greatest) : null }
  const from = h('input', { type: 'date', ...limits })
  const to = h('input', { type: 'date', ...limits })
  const clear = h('button', { type: 'button', class: 'clear' }, says.clear)
  const { button, pane } = createPopover(
    says.filter,
    'timeline-filter',
    signal,
    h('p', {}, says.brushHint),
    h('div', { class: 'dates' }, h('label', {}, says.from, from), h('label', {}, says.to, to)),
    clear,
  )
  const read = () => {
    const days = [from.value, to.value].filter((text) => text !== '').sort()
    const first = days[0]
    const last = days.at(-1)
    if (first === undefined || last === undefined) return store.set(setBrush(story, null))
    const start = from.value === '' ? least : fromWall(Date.parse(first), zone)
    const end = to.value === '' ? greatest : stepEdge(fromWall(Date.parse(last), zone), zone, 'day', 1) - 1
    store.set(setBrush(story, [start, end]))
  }
  for (const input of [from, to]) input.addEventListener('change', read, { signal })
  clear.addEventListener(
    'click',
    () => {
      store.set(setBrush(story, null))
      pane.hidePopover?.()
      button.focus()
    },
    { signal },
  )
  return {
    button,
    pane,
    draw: ({ brush }: AppState) => {
      from.value = brush && isPlain(brush[0]) ? dateOf(brush[0]) : ''
      to.value = brush && isPlain(brush[1]) ? dateOf(brush[1]) : ''
      clear.hidden = brush === null
      button.classList.toggle('set', brush !== null)
      write(button, brush ? says.filterOn : says.filter)
    },
  }
}
