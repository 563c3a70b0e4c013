import { sameInterval } from '../core/interval'
import type { Interval, LaneBy } from '../core/types'
import { goTo, setDomain } from '../state/actions'
import type { AppState } from '../state/state'
import { h } from './dom'
import { createMeasureButton } from './measure-button'
import { createClocks } from './timeline-clocks'
import { createEraList, isEraInView } from './timeline-eras'
import { createFilter, createPopover } from './timeline-filter'
import { panBy, zoomAt } from './timeline-gestures'
import { createKey } from './timeline-key'
import type { ViewContext } from './view'

const LANES: readonly LaneBy[] = ['place', 'party', 'topic']
/** More presets than this are a list to choose from. */
const MOST_BUTTONS = 5

export interface Tools {
  readonly element: HTMLElement
  readonly panes: readonly HTMLElement[]
  draw(state: AppState): void
  /** Lets go of what has no room, least needed first: it stands in the pane of the key. */
  fit(widthPx: number): void
  /** Sees to the one tab stop after a control has come or gone. */
  settle(): void
}

function createLanes({ store, words }: ViewContext, signal: AbortSignal): { element: HTMLElement; draw(state: AppState): void } {
  const select = h(
    'select',
    { 'aria-label': words.timeline.lanes },
    ...LANES.map((by) => h('option', { value: by }, words.timeline.lanesBy[by])),
  )
  select.addEventListener('change', () => store.set({ laneBy: LANES.find((by) => by === select.value) ?? 'place' }), { signal })
  return {
    element: h('span', { class: 'lanes-by' }, select),
    draw: ({ laneBy }) => {
      select.value = laneBy
    },
  }
}

/** A little more than the whole, so that no mark is cut at an end. */
const widened = ([start, end]: Interval): Interval => [start - (end - start) * 0.03, end + (end - start) * 0.03]

/** Chapters of the story and all of it: as buttons, or as a list to choose from where those have no room. */
function createPresets({ story, store, words }: ViewContext, signal: AbortSignal) {
  const says = words.timeline
  const [start, end] = story.extent
  const hasWhole = story.chapters.some(({ window }) => window[0] <= start && end <= window[1])
  const presets: { name: string; lang: string | null; window: Interval }[] = [
    ...story.chapters.map(({ title, window }) => ({ name: title.value, lang: title.lang, window })),
    ...(hasWhole ? [] : [{ name: says.all, lang: null, window: widened(story.extent) }]),
  ]
  const foreign = (lang: string | null) => (lang === document.documentElement.lang ? null : lang)
  const go = (window: Interval) => store.set(goTo(story, store.state, window))
  const buttons = presets.map(({ name, lang, window }) => {
    const button = h('button', { type: 'button', lang: foreign(lang) }, name)
    button.addEventListener('click', () => go(window), { signal })
    return button
  })
  const options = presets.map(({ name, lang }, index) => h('option', { value: index, lang: foreign(lang) }, name))
  const select = h('select', { 'aria-label': says.chapters }, h('option', { value: '' }, says.goTo), ...options)
  select.addEventListener(
    'change',
    () => {
      const preset = presets[Number(select.value)]
      if (select.value !== '' && preset) go(preset.window)
    },
    { signal },
  )
  const row = h('span', { class: 'buttons' }, ...buttons)
  return {
    element: h('span', { class: 'presets', role: 'group', 'aria-label': says.chapters }, row, select),
    shorten: (short: boolean) => {
      row.hidden = short
      select.hidden = !short
    },
    draw: ({ domain }: AppState) => {
      const index = presets.findIndex(({ window }) => sameInterval(domain, setDomain(story, window).domain ?? window))
      select.value = index < 0 ? '' : String(index)
      for (const [position, button] of buttons.entries()) button.setAttribute('aria-pressed', String(position === index))
    },
  }
}

function createZoom({ story, store, words }: ViewContext, signal: AbortSignal): HTMLElement {
  const says = words.timeline
  const show = (domain: Interval) => store.set(setDomain(story, domain))
  const zoom = (factor: number) => () => {
    const { domain } = store.state
    show(zoomAt(domain, (domain[0] + domain[1]) / 2, factor))
  }
  const button = (text: string, label: string, act: () => void) => {
    const made = h('button', { type: 'button', 'aria-label': label, title: label }, text)
    made.addEventListener('click', act, { signal })
    return made
  }
  return h(
    'span',
    { class: 'zoom', role: 'group' },
    button('‹', says.earlier, () => show(panBy(store.state.domain, -0.5))),
    button('−', says.zoomOut, zoom(2)),
    button('+', says.zoomIn, zoom(0.5)),
    button('›', says.later, () => show(panBy(store.state.domain, 0.5))),
  )
}

/** One tab stop; arrows go from control to control. */
function rove(toolbar: HTMLElement, signal: AbortSignal): () => void {
  const controls = () =>
    [...toolbar.querySelectorAll<HTMLElement>('button, select')].filter((control) => !control.closest('[hidden]'))
  const settle = (current?: HTMLElement) => {
    const all = controls()
    const chosen = current ?? all.find((control) => control.tabIndex === 0) ?? all[0]
    for (const control of all) control.tabIndex = control === chosen ? 0 : -1
  }
  toolbar.addEventListener('focusin', (event) => event.target instanceof HTMLElement && settle(event.target), { signal })
  toolbar.addEventListener(
    'keydown',
    (event) => {
      const all = controls()
      const index = event.target instanceof HTMLElement ? all.indexOf(event.target) : -1
      const next = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: all.length - 1 }[event.key]
      if (next === undefined || index < 0) return
      all.at(next % all.length)?.focus()
      event.preventDefault()
    },
    { signal },
  )
  return settle
}

/** The row above the axis: how lanes are arranged, what the marks mean, `play`, where to go, the filter, the clocks. */
export function createTools(context: ViewContext, play: HTMLElement, signal: AbortSignal): Tools {
  const says = context.words.timeline
  const key = createKey(context)
  const lanes = createLanes(context, signal)
  const presets = createPresets(context, signal)
  const filter = createFilter(context, signal)
  const clocks = createClocks(context, signal)
  const eras = createEraList(context, signal)
  const measuring = createMeasureButton(context, signal)
  const zoom = createZoom(context, signal)
  const more = createPopover(says.key, 'timeline-key', signal, ...(eras ? [eras] : []))
  const order = [lanes.element, key.kinds, key.parties, play, presets.element, filter.button, measuring.element, clocks.element]
  const element = h('div', { class: 'tools', role: 'toolbar', 'aria-label': says.tools }, ...order, more.button, zoom)
  const settle = rove(element, signal)
  let drawn: AppState | null = null
  let fitted = 0
  let hasEras = false
  /** The first to go is the first here. */
  const dispensable = [measuring.element, key.parties, clocks.element, key.kinds, lanes.element, filter.button, presets.element]
  const isControl = (part: HTMLElement) => [lanes.element, filter.button, presets.element, measuring.element].includes(part)
  const manyPresets = context.story.chapters.length >= MOST_BUTTONS
  // The reader's own text spacing or size makes the words wider, not the row.
  const grown = typeof ResizeObserver === 'function' ? new ResizeObserver(() => refit()) : null
  for (const part of order) grown?.observe(part)
  signal.addEventListener('abort', () => grown?.disconnect())
  const refit = (): void => {
    const widthPx = fitted
    if (widthPx === 0 || element.scrollWidth <= widthPx + 0.5) return
    fitted = 0
    tools.fit(widthPx)
  }
  const tools: Tools = {
    element,
    panes: [filter.pane, more.pane, clocks.pane],
    draw: (state) => {
      const changed = (...keys: readonly (keyof AppState)[]) => keys.some((name) => drawn?.[name] !== state[name])
      if (changed('layers')) key.draw(state)
      if (changed('laneBy')) lanes.draw(state)
      if (changed('domain')) presets.draw(state)
      if (changed('brush')) filter.draw(state)
      if (changed('measure')) measuring.draw(state)
      if (changed('instant', 'pointed', 'selected', 'domain', 'layers', 'known')) clocks.draw(state)
      // To measure the row costs more than to draw the lanes: only when its words change.
      if (changed('layers') || (drawn?.brush === null) !== (state.brush === null)) fitted = 0
      if (hasEras !== isEraInView(context.story, state.domain)) {
        hasEras = !hasEras
        fitted = 0
      }
      drawn = state
    },
    fit: (widthPx) => {
      if (widthPx === fitted) return
      fitted = widthPx
      for (const [index, part] of order.entries()) {
        // What stands in the row already is not touched: it may hold the focus.
        if (part.parentElement !== element)
          element.insertBefore(part, order[index + 1]?.parentElement === element ? (order[index + 1] ?? null) : more.button)
      }
      more.button.hidden = !hasEras
      more.button.textContent = says.key
      presets.shorten(manyPresets)
      const overflows = () => element.scrollWidth > widthPx + 0.5
      const letGo = (part: HTMLElement) => {
        more.button.hidden = false
        if (isControl(part)) more.button.textContent = says.more
        more.pane.prepend(part)
        for (const control of [part, ...part.querySelectorAll<HTMLElement>('select, button')]) {
          // In the pane each control is a stop of its own.
          if (control.matches('select, button')) control.tabIndex = 0
        }
      }
      if (overflows()) presets.shorten(true)
      for (const part of dispensable) if (overflows()) letGo(part)
      settle()
    },
    settle,
  }
  return tools
}
