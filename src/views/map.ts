import { findEvent, pointOf } from '../core/derive'
import { formatterOf } from '../core/format'
import { homeCamera, isFramed, type Panes, panesOf } from '../core/frame'
import { clampCamera, type Size } from '../core/mercator'
import type { Camera, EventId } from '../core/types'
import { selectEvent } from '../state/actions'
import type { AppState } from '../state/state'
import type { Changed } from '../state/store'
import { areaOf, sameArea } from './map-area'
import { createCarriers } from './map-carriers'
import { type ControlAction, createControls } from './map-controls'
import { createFoot } from './map-foot'
import { createHint, createMapFrame, markScale, watchSize } from './map-frame'
import { bindGestures } from './map-gestures'
import type { MapPorts } from './map-ground'
import { createGrounds } from './map-grounds'
import { createLegend } from './map-legend'
import { createModel, SUBJECT_KEYS } from './map-model'
import { createMotion, createSettler } from './map-motion'
import { bindMoveKeys, isInView, movedBy, sameCamera } from './map-moves'
import { createPopover } from './map-popover'
import { createPress } from './map-press'
import { createScale } from './map-scale'
import { createStage } from './map-stage'
import { createTargets } from './map-targets'
import { createMapTools } from './map-tool-list'
import type { CreateView } from './view'

/** Dragged: they change from picture to picture. */
const LIVE_KEYS: ReadonlySet<keyof AppState> = new Set(['instant', 'brush'])

/** The map: the story's frame, its marks and ships, over a ground that `ports` supply. */
export const createMap =
  (ports: MapPorts): CreateView =>
  (root, context) => {
    const { story, store, words } = context
    const controller = new AbortController()
    const { signal } = controller
    const formatter = formatterOf(story, words)
    const model = createModel(context, ports.basemap)
    // Hiding what has the focus makes the browser say so at once, in the middle of an update.
    let isUpdating = false
    const lift = (id: EventId | null): void => {
      if (!isUpdating) store.set({ hovered: id })
    }
    const choose = (id: EventId): void => store.set(selectEvent(story, store.state, id))

    let state = store.state
    let size: Size = ports.size ?? { widthPx: 0, heightPx: 0 }
    let panes: Panes = panesOf(story, size)
    let camera: Camera = panes.camera
    /** Where a flight ends: what the next button starts from. */
    let goal: Camera = camera
    let drawn = false
    const carriers = story.vessels.size > 0 ? createCarriers({ story, words, formatter }) : null
    const legend = createLegend(words, signal)
    const controls = createControls(words, (action) => act(action), signal)
    const frame = createMapFrame(root, words, { controls, legend: legend.element })
    const popover = createPopover({ story, words, formatter, choose, lift }, signal)
    const motion = createMotion(
      (next, isLast) => show(next, isLast),
      () => state.motion === 'less',
    )
    const fly = (target: Camera): void => {
      goal = target
      motion.to(camera, target)
    }
    const hint = createHint(frame.main.element)
    const targets = createTargets({ press, lift: (key) => lift(key === null ? null : stage.firstEvent(key)) }, signal)
    const scaleBar = createScale(words, formatter)
    const tools = createMapTools(context, formatter, () => areaOf(panes, goal), signal)
    const foot = createFoot(
      words,
      {
        tools: tools.elements,
        relay: tools.relay,
        carriers: carriers?.element ?? null,
        scale: scaleBar.element,
        go: ({ mark }) => (mark ? goTo(mark.position) : openCarriers()),
      },
      signal,
    )
    const stage = createStage({ context, model, frame, legend, targets, foot })
    frame.element.append(foot.element)

    const home = (): Camera => (state.camera ? clampCamera(state.camera, panes.main) : homeCamera(story, state.step, panes))
    let isSimple = false
    const note = (): void => foot.note(!isSimple ? null : ports.basemap.topology() ? words.map.simple : words.map.noGround)
    const grounds = createGrounds(frame.main.ground, ports, () => {
      isSimple = true
      note()
    })

    function draw(settled: boolean): void {
      stage.layout(state, panes, camera, markScale(state), settled)
      scaleBar.update(camera)
      if (settled) tellArea()
    }
    const settler = createSettler(draw)
    /** The one place where the map moves, whoever moved it. */
    function show(next: Camera, settled: boolean): void {
      camera = next
      grounds.setCamera(camera)
      gestures.sync(camera, panes.main)
      draw(settled)
    }

    /** What is in view, told once the map rests: never in the middle of an update, and only where it is another. */
    let isTelling = false
    function tellArea(): void {
      if (isTelling) return
      isTelling = true
      queueMicrotask(() => {
        isTelling = false
        if (!signal.aborted && !motion.isUnderWay) store.set({ area: sameArea(store.state.area, areaOf(panes, camera)) })
      })
    }

    const gestures = bindGestures(
      frame.main.element,
      {
        move: (next) => {
          motion.stop()
          goal = next
          popover.close(false)
          show(next, false)
        },
        end: (next) => {
          goal = next
          show(next, true)
          store.set({ camera: next, area: sameArea(store.state.area, areaOf(panes, next)) })
        },
        hint: hint.move,
      },
      signal,
    )

    function act(action: ControlAction): void {
      const target = action === 'reset' ? null : movedBy(action, goal, panes.main)
      if (target === null && store.state.camera === null) fly(home())
      store.set({ camera: target })
    }
    bindMoveKeys(frame.box, act, signal)
    const goTo = (center: readonly [number, number]): void =>
      store.set({ camera: clampCamera({ center, zoom: goal.zoom }, panes.main) })

    function openCarriers(): void {
      if (!carriers) return
      carriers.element.open = true
      carriers.element.querySelector('summary')?.focus()
    }

    const pressed = createPress({ context, popover, hint, box: frame.box, choose, openCarriers })
    function press(key: string, button: HTMLButtonElement, byKeyboard: boolean): void {
      const target = stage.target(key)
      if (target) pressed({ target, at: stage.inBox(target, panes), size, button, byKeyboard })
    }

    /** A selected place out of view comes into it, at the same scale; not while the view decides what can be selected. */
    function follow(previous: AppState): void {
      const event = findEvent(story, state, state.selected)
      if (!event?.where || state.byMap !== 'off' || state.selected === previous.selected || stage.shows(event.id)) return
      // A step looks where its author says.
      if (state.step !== previous.step) return
      const center = pointOf(story, event)
      if (center && !isInView(center, camera, panes.main)) fly(clampCamera({ center, zoom: goal.zoom }, panes.main))
    }

    /** False in print and wherever the pane is not shown: there is nothing to lay out. */
    const hasRoom = (): boolean => size.widthPx >= 120 && size.heightPx >= 80

    let isSized = false
    function resized(): void {
      if (!hasRoom()) return
      motion.stop()
      const isAway = isSized && !sameCamera(goal, home())
      isSized = true
      panes = panesOf(story, size, isFramed(story, state), markScale(state))
      frame.divide(panes, foot.element)
      // A line under the map may come or go with a move: the move must outlive it.
      camera = isAway ? clampCamera(goal, panes.main) : home()
      goal = camera
      grounds.resize(panes.main, camera)
      if (state.mode === 'present') grounds.restyle()
      gestures.sync(camera, panes.main)
      refresh()
    }
    /** Sizes, fonts or the ground are others. */
    function refresh(): void {
      frame.drawStrip(panes, ports.basemap)
      stage.measureAgain()
      if (drawn) draw(true)
    }
    watchSize(frame.box, signal, (next) => {
      if (next.widthPx === size.widthPx && next.heightPx === size.heightPx) return
      size = next
      resized()
    })
    const relayout = (): void => {
      note()
      if (hasRoom()) refresh()
    }
    const unsubscribe = ports.basemap.subscribe(relayout)
    document.fonts?.addEventListener('loadingdone', relayout, { signal })
    if (typeof matchMedia === 'function')
      matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => grounds.restyle(), { signal })
    if (ports.size) resized()

    function apply(next: AppState, changed: Changed<AppState>): void {
      const previous = state
      state = next
      const ofSubject = SUBJECT_KEYS.filter((key) => changed.has(key))
      const isLive = drawn && ofSubject.length > 0 && ofSubject.every((key) => LIVE_KEYS.has(key))
      const redraw = !drawn || changed.has('mode') || ofSubject.length > 0 || (state.relay && changed.has('selected'))
      drawn = true
      if (hasRoom() && isFramed(story, state) !== isFramed(story, previous)) resized()
      tools.update(state, changed)
      if (redraw) {
        popover.hide()
        if (hasRoom()) settler[isLive ? 'soon' : 'now']()
        carriers?.update(state.instant, state.layers)
      }
      if (tools.isNew(changed)) foot.refresh()
      if ((changed.has('camera') || changed.has('step')) && !sameCamera(home(), goal)) fly(home())
      if (changed.has('selected')) {
        popover.hide()
        follow(previous)
      }
      if (changed.has('selected') || changed.has('hovered') || redraw) stage.highlight(state)
      if (changed.has('selected')) popover.select(state.selected)
      if (changed.has('theme') || changed.has('mode')) requestAnimationFrame(() => grounds.restyle())
    }

    return {
      update(next, changed) {
        isUpdating = true
        apply(next, changed)
        isUpdating = false
      },
      destroy() {
        controller.abort()
        motion.stop()
        settler.stop()
        unsubscribe()
        grounds.destroy()
        frame.element.remove()
      },
    }
  }
