import { fromWall, stepEdge, toWall } from '../core/axis-levels'
import { reach, setBrush } from '../state/actions'
import type { AppState } from '../state/state'
import { h } from './dom'
import type { ViewContext } from './view'

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
      pane.style.setProperty('inset-block-end', `${window.innerHeight - box.top + 4}px`)
      pane.style.setProperty('inset-inline-end', `${Math.max(document.documentElement.clientWidth - box.right, 8)}px`)
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
      button.textContent = brush ? says.filterOn : says.filter
    },
  }
}
