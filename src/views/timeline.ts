import { anchor, FILTER_KEYS, matchingEvents } from '../core/derive'
import { type Interval, intersects } from '../core/interval'
import type { EventId } from '../core/types'
import { pressEvent, setDomain } from '../state/actions'
import type { AppState } from '../state/state'
import { h, write } from './dom'
import { createPlayer } from './player'
import { timelineScale } from './present-scale'
import { createBrush } from './timeline-brush'
import { createChart } from './timeline-chart'
import { createEras } from './timeline-eras'
import { createWindowFlight } from './timeline-flight'
import { createGestures, zoomAt } from './timeline-gestures'
import { type Dated, datedOf } from './timeline-items'
import { createListboxKeys } from './timeline-listbox'
import { optionId } from './timeline-marks'
import { createMeasure } from './timeline-measure'
import { createNowLine } from './timeline-now'
import { createOverview } from './timeline-overview'
import { createPointing } from './timeline-pointing'
import { createPress } from './timeline-press'
import { type Scene, sceneOf } from './timeline-scene'
import { createSpanMeasure, marksHelp } from './timeline-span-measure'
import { createTools } from './timeline-tools'
import type { CreateView } from './view'

/** Keys of the state that change the picture; `hovered` only lifts a mark. */
const DRAWN: readonly (keyof AppState)[] = ['domain', 'instant', 'selected', 'laneBy', 'mode', ...FILTER_KEYS]
/** Where nothing has a size, as in tests. */
const FALLBACK_PX = 1200

/** Height of what the page is seen in. A frame that grows with its content gives none: the one would drive the other. */
const screenPx = (isFilled: boolean): number =>
  isFilled || document.documentElement.dataset.embed === undefined ? window.innerHeight : 0

/** The timeline: lanes, marks as far as their time is known, axis, time filter, tools and overview. */
export const createTimeline: CreateView = (root, context) => {
  const { story, store, words } = context
  const controller = new AbortController()
  const { signal } = controller
  const coarse = typeof matchMedia === 'function' && matchMedia('(pointer: coarse)').matches
  const { measure, forget } = createMeasure(getComputedStyle(root).fontFamily || 'sans-serif')
  const open = new Set<string>()
  let active: EventId | null = null
  let scene: Scene | null = null
  /** Of the pane; 0 while it has not been measured. */
  let widthPx = 0

  const plot = () => {
    const left = chart.element.getBoundingClientRect().left + (scene?.plotX ?? 0)
    return { left, widthPx: scene?.plotPx ?? FALLBACK_PX }
  }
  const show = (domain: Interval) => store.set(setDomain(story, domain))
  const brush = createBrush(context, plot, signal)
  const player = createPlayer(context, { toggled: () => tools.settle() }, signal)
  const instantAt = (clientX: number) => {
    const { left, widthPx } = plot()
    const [start, end] = store.state.domain
    return start + ((clientX - left) / widthPx) * (end - start)
  }
  const move = (at: number) => {
    player.moveTo(at)
    // A phone has no room beside the line for day and time: the player tells them.
    if (scene?.narrow) player.open()
  }
  const now = createNowLine(context, { instantAt, move, press: player.open }, measure, coarse, signal)
  const chart = createChart(context, brush, now, createEras(context, measure), createSpanMeasure(context, measure))
  const tools = createTools(context, player.button, signal)
  const overview = createOverview(context, measure, signal)
  const help = h('p', { id: 'timeline-help', hidden: true }, words.timeline.marksHelp)
  const message = h('p', { class: 'empty', hidden: true })
  const shown = [tools.element, ...tools.panes, chart.element, message, overview.element, help]
  const pane = h('div', { class: 'timeline' }, player.element, ...shown)
  if (!root.hasAttribute('aria-labelledby')) root.setAttribute('aria-label', words.timeline.pane)
  root.append(pane)

  const optionsOf = (state: AppState): readonly Dated[] => datedOf(matchingEvents(story, state))

  /** The window that is on the screen. */
  let shownWindow: Interval = store.state.domain
  const flight = createWindowFlight(() => draw(store.state))

  function draw(given: AppState): void {
    const state = flight.over(given)
    shownWindow = state.domain
    widthPx ||= pane.getBoundingClientRect().width || FALLBACK_PX
    const options = optionsOf(state)
    if (active !== null && !options.some((event) => event.id === active)) active = null
    const isPresenting = state.mode === 'present'
    const [heightPx, scale] = [screenPx(isPresenting), isPresenting ? timelineScale() : 1]
    scene = sceneOf({ story, state, words, measure, widthPx, heightPx, scale, coarse, open, active })
    chart.draw({ scene, state, options, active })
    write(help, marksHelp(words, state))
    overview.draw(scene, state)
    tools.draw(state)
    arrange(scene.narrow)
    tools.fit(widthPx)
    message.hidden = options.length > 0
    write(message, scene.lanes.length === 0 ? words.timeline.noEvents : words.timeline.noneInView)
    chart.lift(state.hovered, active)
  }

  function drawMeasure(was: Scene, state: AppState): void {
    chart.measureSpan(was, state)
    tools.draw(state)
    write(help, marksHelp(words, state))
  }

  /** What the now-line changes: no mark is laid out again. */
  function drawNow(was: Scene, state: AppState): void {
    chart.drawNow(was, state)
    overview.draw(was, state)
    tools.draw(state)
  }

  /**
   * On a phone the marks come first and the tools after them, for the eye and for the Tab key alike. The player stands at the outer
   * side of the tools: what was there before it stays where it is.
   */
  function arrange(narrow: boolean): void {
    if (pane.classList.contains('narrow') === narrow) return
    pane.classList.toggle('narrow', narrow)
    pane.insertBefore(tools.element, narrow ? overview.element : chart.element)
    if (narrow) tools.element.after(player.element)
    else tools.element.before(player.element)
  }

  function focus(event: Dated): void {
    active = event.id
    const { domain } = store.state
    const seen = intersects(event.when.extent, domain)
    const half = (domain[1] - domain[0]) / 2
    const at = anchor(event.when)
    const moved = seen ? {} : setDomain(story, [at - half, at + half])
    const folded = scene?.folds.find((fold) => fold.ids.includes(event.id))
    if (folded) open.add(folded.laneId)
    store.set({ ...moved, hovered: event.id })
    draw(store.state)
    // Focus that is told by `aria-activedescendant` does not scroll by itself. A sticky timeline is always on the screen.
    if (getComputedStyle(root).position !== 'sticky')
      document.getElementById(optionId(event.id))?.scrollIntoView({ block: 'nearest' })
  }

  const zoomFrom = (factor: number) => {
    const { domain } = store.state
    const event = optionsOf(store.state).find((option) => option.id === active)
    const middle = (domain[0] + domain[1]) / 2
    show(zoomAt(domain, event && intersects(event.when.extent, domain) ? anchor(event.when) : middle, factor))
  }
  const select = (id: EventId) => {
    active = id
    store.set(pressEvent(story, store.state, id))
  }
  createListboxKeys(
    chart.listbox,
    {
      options: () => optionsOf(store.state),
      active: () => active,
      laneIndex: (event) => scene?.laneIndexOf(event) ?? 0,
      focus,
      select,
      zoom: zoomFrom,
    },
    signal,
  )
  chart.listbox.addEventListener(
    'focus',
    () => {
      if (active !== null) return store.set({ hovered: active })
      const { state } = store
      const options = optionsOf(state)
      const first =
        options.find((event) => event.id === state.selected) ??
        options.find((event) => intersects(event.when.extent, state.domain)) ??
        options[0]
      // A press chooses for itself; only the keyboard needs a place to begin.
      if (first && chart.listbox.matches(':focus-visible')) focus(first)
    },
    { signal },
  )
  chart.listbox.addEventListener('blur', () => store.set({ hovered: null }), { signal })

  const wasDragged = createGestures(chart.plot, { domain: () => store.state.domain, plot, show }, signal)

  const toggleLane = (id: string) => {
    if (!open.delete(id)) open.add(id)
    draw(store.state)
  }
  const zoomTo = (at: number) => show(zoomAt(store.state.domain, at, 0.25))
  const idAt = createPress(
    chart.element,
    { scene: () => scene, coarse, wasDragged, select, toggleLane, zoomTo, instantAt },
    signal,
  )
  const ends = (): [number, number] => {
    const { left, widthPx } = plot()
    return [left, left + widthPx]
  }
  createPointing(chart, { idAt, instantAt, ends, show: (hovered, pointed) => store.set({ hovered, pointed }) }, signal)

  const redraw = () => {
    const now = pane.getBoundingClientRect().width || FALLBACK_PX
    if (!scene || now === widthPx) return
    widthPx = now
    draw(store.state)
  }
  const observer = typeof ResizeObserver === 'function' ? new ResizeObserver(redraw) : null
  observer?.observe(pane)
  // In present mode the height of the screen counts as well.
  addEventListener('resize', () => scene && store.state.mode === 'present' && draw(store.state), { signal })
  document.fonts?.addEventListener(
    'loadingdone',
    () => {
      forget()
      if (scene) draw(store.state)
    },
    { signal },
  )

  return {
    update: (state, changed) => {
      player.update(state, changed)
      if (changed.has('domain') && scene) {
        if (changed.has('step')) flight.go(shownWindow)
        else flight.stop()
      }
      const drawn = DRAWN.filter((key) => changed.has(key) && (key !== 'area' || state.byMap !== 'off'))
      if (drawn.length > 1 || (drawn.length === 1 && (drawn[0] !== 'instant' || !scene))) return draw(state)
      if (scene && drawn.length > 0) drawNow(scene, state)
      if (scene && changed.has('measure')) drawMeasure(scene, state)
      if (changed.has('pointed')) tools.draw(state)
      if (changed.has('hovered')) chart.lift(state.hovered, active)
    },
    destroy: () => {
      controller.abort()
      flight.stop()
      observer?.disconnect()
      pane.remove()
    },
  }
}
