import { findEvent } from '../core/derive'
import type { Panes } from '../core/frame'
import { type Box, boxAround, grow, overlap } from '../core/labels'
import type { Measure } from '../core/map-text'
import type { Point } from '../core/mercator'
import { layoutScene, type Scene, type SceneSubject } from '../core/scene'
import { ICON } from '../core/ship-leader'
import type { Camera, EventId, StoryEvent } from '../core/types'
import type { AppState } from '../state/state'
import type { Foot } from './map-foot'
import type { MapFrame } from './map-frame'
import { type Legend, legendEntries } from './map-legend'
import { createMeasure } from './map-measure'
import { awayFrom, type MapModel } from './map-model'
import type { Target, Targets } from './map-targets'
import type { ViewContext } from './view'

interface StageParts {
  readonly context: ViewContext
  readonly model: MapModel
  readonly frame: MapFrame
  readonly legend: Legend
  readonly targets: Targets
  readonly foot: Foot
}

/** What stands at a target. */
export interface Staged {
  readonly title: string
  readonly events: readonly StoryEvent[]
  readonly at: Point
  readonly pane: 'main' | 'strip'
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

/** Lays both panes out, draws them and keeps buttons, key and foot in step. */
export function createStage({ context, model, frame, legend, targets, foot }: StageParts): Stage {
  const { story } = context
  let measure: Measure | null = null
  let plates: readonly Box[] | null = null
  let chosen: { main: ReadonlyMap<string, string>; strip: ReadonlyMap<string, string> } = { main: new Map(), strip: new Map() }
  let staged = new Map<string, Staged>()

  const measured = (): Measure => {
    measure ??= createMeasure(getComputedStyle(frame.element).getPropertyValue('--sans').trim() || 'sans-serif')
    return measure
  }

  function boxes(): readonly Box[] {
    const pane = frame.main.element.getBoundingClientRect()
    plates ??= frame.plates
      .map((plate) => plate.getBoundingClientRect())
      .filter(({ width, height, top }) => width > 0 && height > 0 && top < pane.bottom)
      .map(({ left, top, width, height }) => grow({ x: left - pane.left, y: top - pane.top, width, height }, PLATE_GAP))
    return plates
  }

  function stripScene(subject: SceneSubject, { strip, narrow }: Panes, main: Scene, scale: number): Scene | null {
    if (!strip) return null
    const cut = frame.strip.element.querySelector('.map-cut')
    const height = narrow || !cut ? 0 : cut.getBoundingClientRect().height
    const { widthPx, heightPx } = strip.size
    const obstacles = height > 0 ? [{ x: 0, y: heightPx - height - 6, width: widthPx, height: height + 6 }] : []
    const without = new Set(main.ships.map((ship) => ship.id))
    return layoutScene(subject, {
      camera: strip.camera,
      size: strip.size,
      narrow,
      scale,
      obstacles,
      without,
      main: false,
      last: chosen.strip,
      settled: true,
    })
  }

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
    const subject = model.subject(state, measured())
    const lay = (obstacles: readonly Box[]): Scene =>
      layoutScene(subject, {
        camera,
        size: panes.main,
        narrow: panes.narrow,
        scale,
        obstacles,
        without: new Set(),
        main: true,
        last: chosen.main,
        settled,
      })
    let main = lay(boxes())
    let strip = stripScene(subject, panes, main, scale)
    const scenes = strip ? [strip, main] : [main]
    if (settled) {
      const reach = subject.tracks.find((track) => track.reach)?.reach
      const knots = reach ? subject.formatter.count(reach.knots) : ''
      const rewritten = legend.update(legendEntries(scenes, model.hasDisputed(camera, panes.main)), knots)
      if (foldLegend(main, lay, panes) || rewritten) {
        plates = null
        main = lay(boxes())
        strip = stripScene(subject, panes, main, scale)
      }
      foot.away(awayFrom(subject, strip ? [strip, main] : [main]))
    }
    chosen = { main: main.chosen, strip: strip?.chosen ?? new Map() }
    frame.main.draw(main, { camera, size: panes.main, scale, isLand: model.isLand })
    if (strip && panes.strip)
      frame.strip.draw(strip, { camera: panes.strip.camera, size: panes.strip.size, scale, isLand: model.isLand })
    stageTargets(subject, main, strip, scale)
    highlight(state)
  }

  function stageTargets(subject: SceneSubject, main: Scene, strip: Scene | null, scale: number): void {
    const all: Target[] = []
    staged = new Map()
    for (const [pane, scene] of [
      ['strip', strip],
      ['main', main],
    ] as const) {
      if (!scene) continue
      const layer = frame[pane].buttons
      const marks = scene.marks.map((mark): Target => {
        staged.set(mark.key, { title: mark.title.value, events: mark.events, at: mark.at, pane })
        return { key: mark.key, name: mark.name, at: mark.at, widthPx: mark.radius * 2, heightPx: mark.radius * 2, layer }
      })
      const ships = scene.ships.map(({ id, at }): Target => {
        const track = subject.tracks.find(({ vessel }) => vessel.id === id)
        const event = findEvent(story, { layers: new Set(story.layers.keys()), known: null }, track?.report?.event ?? null)
        const title = track?.vessel.name.value ?? ''
        staged.set(id, { title, events: event ? [event] : [], at, pane })
        const told = scene.ships.find((ship) => ship.id === id)?.told ?? ''
        return {
          key: id,
          name: subject.words.map.shipName(title, told),
          at,
          widthPx: ICON.width * scale,
          heightPx: ICON.height * scale,
          layer,
        }
      })
      all.push(...[...marks, ...ships].sort((a, b) => a.at[0] - b.at[0]))
    }
    targets.update(all)
  }

  const keysOf = (id: EventId | null, state: AppState): ReadonlySet<string> => {
    const event = findEvent(story, state, id)
    if (!event) return new Set()
    return new Set(
      [...staged]
        .filter(([key, { events }]) => events.some((own) => own.id === event.id) || key === event.vessel)
        .map(([key]) => key),
    )
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
      chosen = { main: new Map(), strip: new Map() }
    },
    target: (key) => staged.get(key) ?? null,
    firstEvent: (key) => staged.get(key)?.events[0]?.id ?? null,
    shows: (id) => [...staged.values()].some(({ events }) => events.some((event) => event.id === id)),
    inBox: ({ at, pane }, panes) =>
      pane === 'strip' || !panes.strip ? at : [at[0] + panes.strip.size.widthPx + panes.strip.gapPx, at[1]],
  }
}
