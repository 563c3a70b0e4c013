import { findEvent } from '../core/derive'
import type { Panes } from '../core/frame'
import { type Box, boxAround, grow, overlap } from '../core/labels'
import type { Measure } from '../core/map-text'
import { memoKeyed } from '../core/memo'
import type { Point } from '../core/mercator'
import { layoutScene, marksIn, type Scene, type SceneSubject } from '../core/scene'
import { markBox } from '../core/scene-places'
import { type RelayParts, relayParts } from '../core/scene-relay'
import type { Camera, EventId, StoryEvent } from '../core/types'
import type { AppState } from '../state/state'
import type { Foot } from './map-foot'
import type { MapFrame } from './map-frame'
import { type Legend, legendEntries } from './map-legend'
import { createMeasure } from './map-measure'
import { awayFrom, type MapModel } from './map-model'
import { type Staged, stagedIn } from './map-staged'
import type { Targets } from './map-targets'
import type { ViewContext } from './view'

interface StageParts {
  readonly context: ViewContext
  readonly model: MapModel
  readonly frame: MapFrame
  readonly legend: Legend
  readonly targets: Targets
  readonly foot: Foot
}

export interface Stage {
  layout(state: AppState, panes: Panes, camera: Camera, scale: number, settled: boolean): void
  highlight(state: AppState): void
  /** Fonts or sizes changed. */
  measureAgain(): void
  target(key: string): Staged | null
  firstEvent(key: string): EventId | null
  /** True where a mark or a ship of the event is in one of the panes. */
  shows(id: EventId): boolean
  inBox(staged: Staged, panes: Panes): Point
}

/** Words keep off the plates by so much. */
const PLATE_GAP = 4
/** A key that takes more of the pane than this is a button. */
const LEGEND_SHARE = 0.175

const idsOf = memoKeyed((events: readonly StoryEvent[]): ReadonlySet<EventId> => new Set(events.map((event) => event.id)))
/** The keys of the marks that an event stands at. */
const keysAt = (staged: ReadonlyMap<string, Staged>, id: EventId): readonly string[] =>
  [...staged].flatMap(([key, { events }]) => (idsOf(events).has(id) ? [key] : []))

/** Lays both panes out, draws them and keeps buttons, key and foot in step. */
export function createStage({ context, model, frame, legend, targets, foot }: StageParts): Stage {
  const { story } = context
  let measure: Measure | null = null
  let plates: readonly Box[] | null = null
  let chosen: { main: ReadonlyMap<string, string>; strip: ReadonlyMap<string, string> } = { main: new Map(), strip: new Map() }
  let staged = new Map<string, Staged>()

  const measuring = (): Measure => {
    measure ??= createMeasure(getComputedStyle(frame.element).getPropertyValue('--sans').trim() || 'sans-serif')
    return measure
  }

  function boxes(): readonly Box[] {
    // To ask where they are makes the browser lay out all that other views have just changed.
    if (plates) return plates
    const pane = frame.main.element.getBoundingClientRect()
    plates = frame.plates
      .map((plate) => plate.getBoundingClientRect())
      .filter(({ width, height, top }) => width > 0 && height > 0 && top < pane.bottom)
      .map(({ left, top, width, height }) => grow({ x: left - pane.left, y: top - pane.top, width, height }, PLATE_GAP))
    return plates
  }

  function relayOver(subject: SceneSubject, panes: Panes, camera: Camera, scale: number): RelayParts | null {
    if (!subject.relay) return null
    const { main, strip } = panes
    return relayParts(subject.relay, panes, camera, {
      main: marksIn(subject, camera, main, scale).map(({ at }) => at),
      strip: strip ? marksIn(subject, strip.camera, strip.size, scale).map(({ at }) => at) : [],
    })
  }

  /** Labels keep their places from one layout to the next, but not where a line comes to lie over them. */
  let lines = ''
  function forgetPlaces({ relay, route }: SceneSubject): void {
    const key = `${relay?.link.text?.value} ${route?.ends.map(({ place }) => place)}`
    if (key !== lines) chosen = { main: new Map(), strip: new Map() }
    lines = key
  }

  function stripScene(subject: SceneSubject, panes: Panes, main: Scene, scale: number, relay: RelayParts | null): Scene | null {
    const { strip, narrow } = panes
    if (!strip) return null
    const marks = marksIn(subject, strip.camera, strip.size, scale)
    const obstacles = narrow
      ? []
      : frame.placeCut(
          strip.size,
          marks.map((mark) => markBox(mark, scale)),
        )
    const without = new Set(main.ships.map((ship) => ship.id))
    return layoutScene(subject, {
      camera: strip.camera,
      size: strip.size,
      narrow,
      scale,
      obstacles,
      without,
      main: false,
      relay: relay?.strip ?? null,
      isRouteTold: (main.route?.label.length ?? 0) > 0,
      last: chosen.strip,
      settled: true,
    })
  }

  let weighed = ''
  const standing = ({ marks, ships }: Scene): readonly string[] => [...marks.map(({ key }) => key), ...ships.map(({ id }) => id)]

  /** Folds the key where it takes too much of the pane, lies on a mark, or costs a ship or a place its words. */
  function foldLegend(main: Scene, lay: (obstacles: readonly Box[]) => Scene, { main: size, narrow }: Panes): boolean {
    const plate = legend.plate(frame.main.element)
    if (narrow || plate === null) return legend.fold(narrow)
    const small = plate.width * plate.height > LEGEND_SHARE * size.widthPx * size.heightPx
    const hides = main.marks.some((mark) => overlap(plate, boxAround(mark.at, mark.radius + 6)))
    if (small || hides) return legend.fold(true)
    const others = boxes().filter((box) => box.y + box.height < size.heightPx - 4 || box.x > 8)
    return legend.fold(lay([...others, plate]).squeezed > lay(others).squeezed)
  }

  function layout(state: AppState, panes: Panes, camera: Camera, scale: number, settled: boolean): void {
    if (panes.main.widthPx < 40 || panes.main.heightPx < 40) return
    const subject = model.subject(state, measuring())
    const relay = relayOver(subject, panes, camera, scale)
    forgetPlaces(subject)
    const lay = (obstacles: readonly Box[]): Scene =>
      layoutScene(subject, {
        camera,
        size: panes.main,
        narrow: panes.narrow,
        scale,
        obstacles,
        without: new Set(),
        main: true,
        relay: relay?.main ?? null,
        isRouteTold: false,
        last: chosen.main,
        settled,
      })
    let main = lay(boxes())
    let strip = stripScene(subject, panes, main, scale, relay)
    const scenes = strip ? [strip, main] : [main]
    if (settled) {
      const reach = subject.tracks.find((track) => track.reach)?.reach
      const knots = reach ? subject.formatter.count(reach.knots) : ''
      const rewritten = legend.update(legendEntries(scenes, model.hasDisputed(camera, panes.main)), knots)
      // To weigh the key takes two layouts: only where something else has come to stand where it may lie.
      const now = [scale, panes.main.widthPx, panes.main.heightPx, camera.zoom, camera.center, ...standing(main)].join()
      const isWeighed = !rewritten && now === weighed
      weighed = now
      if ((!isWeighed && foldLegend(main, lay, panes)) || rewritten) {
        plates = null
        main = lay(boxes())
        strip = stripScene(subject, panes, main, scale, relay)
      }
      foot.away(awayFrom(subject, strip ? [strip, main] : [main]))
    }
    chosen = { main: main.chosen, strip: strip?.chosen ?? new Map() }
    frame.main.draw(main, { camera, size: panes.main, scale, isLand: model.isLand })
    if (strip && panes.strip)
      frame.strip.draw(strip, { camera: panes.strip.camera, size: panes.strip.size, scale, isLand: model.isLand })
    stageTargets(subject, state, main, strip, scale)
    highlight(state)
  }

  function stageTargets(subject: SceneSubject, state: AppState, main: Scene, strip: Scene | null, scale: number): void {
    const both = [
      ...(strip ? [stagedIn(subject, strip, 'strip', state, scale)] : []),
      stagedIn(subject, main, 'main', state, scale),
    ]
    staged = new Map(both.flatMap((pane) => [...pane.staged]))
    targets.update(both.flatMap((pane) => pane.targets.map((target) => ({ ...target, layer: frame[pane.name].buttons }))))
  }

  const keysOf = (id: EventId | null, state: AppState): ReadonlySet<string> => {
    const event = findEvent(story, state, id)
    if (!event) return new Set()
    const ship = event.vessel !== null && staged.has(event.vessel) ? [event.vessel] : []
    return new Set([...keysAt(staged, event.id), ...ship])
  }

  function highlight(state: AppState): void {
    const [selected, lifted] = [keysOf(state.selected, state), keysOf(state.hovered, state)]
    frame.main.highlight(selected, lifted)
    frame.strip.highlight(selected, lifted)
    targets.select(selected)
  }

  return {
    layout,
    highlight,
    measureAgain: () => {
      measure = null
      plates = null
      weighed = ''
      chosen = { main: new Map(), strip: new Map() }
    },
    target: (key) => staged.get(key) ?? null,
    firstEvent: (key) => staged.get(key)?.events[0]?.id ?? null,
    shows: (id) => keysAt(staged, id).length > 0,
    inBox: ({ at, pane }, panes) =>
      pane === 'strip' || !panes.strip ? at : [at[0] + panes.strip.size.widthPx + panes.strip.gapPx, at[1]],
  }
}
