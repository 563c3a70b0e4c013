import { findEvent } from '../core/derive'
import { formatterOf } from '../core/format'
import { type Panes, panesOf } from '../core/frame'
import { middleOf } from '../core/geo'
import { clampCamera, projection, type Size, unproject } from '../core/mercator'
import type { Camera, EventId } from '../core/types'
import { selectEvent } from '../state/actions'
import type { AppState } from '../state/state'
import type { Changed } from '../state/store'
import { createCarriers } from './map-carriers'
import { type ControlAction, createControls } from './map-controls'
import { createFoot } from './map-foot'
import { createHint, createMapFrame, watchSize } from './map-frame'
import { bindGestures } from './map-gestures'
import type { MapPorts } from './map-ground'
import { createGrounds } from './map-grounds'
import { createLegend } from './map-legend'
import { createModel, SUBJECT_KEYS } from './map-model'
import { createMotion } from './map-motion'
import { createPopover } from './map-popover'
import { createStage } from './map-stage'
import { createTargets } from './map-targets'
import type { CreateView } from './view'

const PRESENT_SCALE = 1.6
/** A step of a direction button, as a part of the pane. */
const PAN = 0.3
const WAYS: Readonly<Record<'north' | 'south' | 'west' | 'east', readonly [number, number]>> = {
  north: [0, -1],
  south: [0, 1],
  west: [-1, 0],
  east: [1, 0],
}

const isSame = (a: Camera, b: Camera): boolean => a.zoom === b.zoom && a.center[0] === b.center[0] && a.center[1] === b.center[1]

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
    const frame = createMapFrame(root, words, { controls, legend: legend.element, carriers: carriers?.element ?? null })
    const popover = createPopover({ story, words, formatter, choose, lift }, signal)
    const motion = createMotion((next) => show(next))
    const fly = (target: Camera): void => {
      goal = target
      motion.to(camera, target, true)
    }
    const hint = createHint(frame.main.element, words)
    const targets = createTargets({ press, lift: (key) => lift(key === null ? null : stage.firstEvent(key)) }, signal)
    const foot = createFoot(words, ({ mark }) => (mark ? goTo(mark.position) : openCarriers()), signal)
    const stage = createStage({ context, model, frame, legend, targets, foot })
    frame.element.append(foot.element)

    const home = (): Camera => (state.camera ? clampCamera(state.camera, panes.main) : panes.camera)
    let isSimple = false
    const note = (): void => foot.note(!isSimple ? null : ports.basemap.topology() ? words.map.simple : words.map.noGround)
    const grounds = createGrounds(frame.main.ground, ports, () => {
      isSimple = true
      note()
    })

    /** The one place where the map moves, whoever moved it. */
    function show(next: Camera, settled = true): void {
      camera = next
      grounds.setCamera(camera)
      gestures.sync(camera, panes.main)
      stage.layout(state, panes, camera, scale(), settled)
    }
    const scale = (): number => (state.mode === 'present' ? PRESENT_SCALE : 1)

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
          show(next)
          store.set({ camera: next })
        },
        hint,
      },
      signal,
    )

    function act(action: ControlAction): void {
      const target = action === 'reset' ? null : moved(action)
      if (target === null && store.state.camera === null) fly(panes.camera)
      store.set({ camera: target })
    }
    function moved(action: Exclude<ControlAction, 'reset'>): Camera {
      if (action === 'in' || action === 'out') {
        return clampCamera({ ...goal, zoom: goal.zoom + (action === 'in' ? 0.75 : -0.75) }, panes.main)
      }
      const [x, y] = WAYS[action]
      const { widthPx, heightPx } = panes.main
      return clampCamera(
        { center: unproject([widthPx * (0.5 + x * PAN), heightPx * (0.5 + y * PAN)], goal, panes.main), zoom: goal.zoom },
        panes.main,
      )
    }
    const goTo = (center: readonly [number, number]): void =>
      store.set({ camera: clampCamera({ center, zoom: goal.zoom }, panes.main) })

    function openCarriers(): void {
      if (!carriers) return
      carriers.element.open = true
      carriers.element.querySelector('summary')?.focus()
    }

    function press(key: string, button: HTMLButtonElement, byKeyboard: boolean): void {
      const target = stage.target(key)
      if (!target) return
      const [only] = target.events
      if (!only) {
        openCarriers()
        return
      }
      if (target.events.length === 1) {
        choose(only.id)
        return
      }
      const element = button.closest<HTMLElement>('.map-box') ?? frame.main.element
      popover.open(target.title, target.events, stage.inBox(target, panes), { size, element }, button, byKeyboard)
    }

    /** A selected place out of view comes into it, at the same scale. */
    function follow(previous: AppState): void {
      const event = findEvent(story, state, state.selected)
      if (!event?.where || state.selected === previous.selected || stage.shows(event.id)) return
      const geometry = story.places.get(event.where.place)?.geometry
      const center = geometry ? middleOf(geometry) : null
      if (!center) return
      const [x, y] = projection(camera, panes.main)(center)
      if (x > 0 && y > 0 && x < panes.main.widthPx && y < panes.main.heightPx) return
      fly(clampCamera({ center, zoom: goal.zoom }, panes.main))
    }

    /** False in print and wherever the pane is not shown: there is nothing to lay out. */
    const hasRoom = (): boolean => size.widthPx >= 120 && size.heightPx >= 80

    let isSized = false
    function resized(): void {
      if (!hasRoom()) return
      motion.stop()
      const isAway = isSized && !isSame(goal, home())
      isSized = true
      panes = panesOf(story, size)
      frame.divide(panes, foot.element)
      frame.drawStrip(panes, ports.basemap)
      // A line under the map may come or go with a move: the move must outlive it.
      camera = isAway ? clampCamera(goal, panes.main) : home()
      goal = camera
      grounds.resize(panes.main, camera)
      gestures.sync(camera, panes.main)
      stage.measureAgain()
      if (drawn) stage.layout(state, panes, camera, scale(), true)
    }
    watchSize(frame.box, signal, (next) => {
      if (next.widthPx === size.widthPx && next.heightPx === size.heightPx) return
      size = next
      resized()
    })
    const relayout = (): void => {
      if (!hasRoom()) return
      note()
      frame.drawStrip(panes, ports.basemap)
      stage.measureAgain()
      if (drawn) stage.layout(state, panes, camera, scale(), true)
    }
    const unsubscribe = ports.basemap.subscribe(relayout)
    document.fonts?.addEventListener('loadingdone', relayout, { signal })
    if (typeof matchMedia === 'function') {
      matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => grounds.restyle(), { signal })
    }
    if (ports.size) resized()

    function apply(next: AppState, changed: Changed<AppState>): void {
      const previous = state
      state = next
      const redraw = !drawn || changed.has('mode') || SUBJECT_KEYS.some((key) => changed.has(key))
      drawn = true
      if (redraw) {
        popover.hide()
        if (hasRoom()) stage.layout(state, panes, camera, scale(), true)
        carriers?.update(state.instant, state.layers)
      }
      if (changed.has('camera') && !isSame(home(), goal)) fly(home())
      if (changed.has('selected')) {
        popover.hide()
        follow(previous)
      }
      if (changed.has('selected') || changed.has('hovered') || redraw) stage.highlight(state)
      if (changed.has('selected')) popover.select(state.selected)
      if (changed.has('theme')) requestAnimationFrame(() => grounds.restyle())
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
        unsubscribe()
        grounds.destroy()
        frame.element.remove()
      },
    }
  }
