import type { Panes } from './frame'
import { middleOf } from './geo'
import type { Box, Polyline } from './labels'
import { type Point, projection } from './mercator'
import { clipLine } from './polyline'
import { heldIn, type Relay, relayLegs } from './relay'
import type { RelayPart } from './scene-lines'
import type { Camera } from './types'

/** The parts of a relay in the two panes, each in its own px. */
export interface RelayParts {
  readonly main: RelayPart
  readonly strip: RelayPart | null
}

/** Marks of the panes, which the lines keep clear of, in px of their pane. */
export interface PaneMarks {
  readonly main: readonly Point[]
  readonly strip: readonly Point[]
}

/** The sign of a cut stands so far inside the edge. */
const BREAK_PX = 7

const shifted = (line: Polyline, byPx: number): Polyline => line.map(([x, y]): Point => [x + byPx, y])

/** The boxes of both panes in px of the whole map. */
function boxesOf({ strip, main }: Panes): { readonly strip: Box | null; readonly main: Box } {
  const left = strip ? strip.size.widthPx + strip.gapPx : 0
  const height = main.heightPx
  return {
    strip: strip && { x: 0, y: 0, width: strip.size.widthPx, height },
    main: { x: left, y: 0, width: main.widthPx, height },
  }
}

const contains = (box: Box, [x, y]: Point): boolean =>
  x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height

/** Signs where lines cross the gap: at the strip's right edge and at the main pane's left one. */
function breaksOf(legs: readonly Polyline[], gap: Box): readonly (readonly [Point, Point])[] {
  return legs.flatMap((leg) =>
    clipLine(leg, gap).flatMap((part) => {
      const [first, last] = [part[0], part.at(-1)]
      if (!first || !last) return []
      return [first[0] < last[0] ? ([first, last] as const) : ([last, first] as const)]
    }),
  )
}

/**
 * From seat to seat to seat over both panes and the cut between them: one schematic line a leg. A seat out of view is drawn to the
 * edge of the main pane.
 */
export function relayParts(relay: Relay, panes: Panes, camera: Camera, marks: PaneMarks): RelayParts {
  const { strip, main } = boxesOf(panes)
  const inMain = projection(camera, panes.main)
  const inStrip = panes.strip ? projection(panes.strip.camera, panes.strip.size) : null
  const stops = relay.seats.map(({ geometry }): Point => {
    const position = (geometry && middleOf(geometry)) ?? [0, 0]
    const far = inStrip?.(position)
    if (far && strip && contains(strip, far)) return far
    const [x, y] = inMain(position)
    return heldIn([x + main.x, y], main)
  })
  const whole = { x: 0, y: 0, width: main.x + main.width, height: main.height }
  const legs = relayLegs(stops, [...marks.strip, ...shifted(marks.main, main.x)], whole)
  const gap = strip && { x: strip.width, y: 0, width: main.x - strip.width, height: main.height }
  const cuts = gap ? breaksOf(legs, gap) : []
  const angle = ([[ax, ay], [bx, by]]: readonly [Point, Point]): number => (Math.atan2(by - ay, bx - ax) * 180) / Math.PI
  const part = (box: Box, breaks: RelayPart['breaks'], text: string): RelayPart => ({
    party: relay.mediator,
    lines: legs.flatMap((line) => clipLine(line, box)).map((line) => shifted(line, -box.x)),
    breaks,
    text,
  })
  const text = relay.link.text?.value ?? ''
  return {
    main: part(
      main,
      cuts.map((cut) => ({ at: [BREAK_PX, cut[1][1]], angle: angle(cut) })),
      text,
    ),
    strip:
      strip &&
      part(
        strip,
        cuts.map((cut) => ({ at: [strip.width - BREAK_PX, cut[0][1]], angle: angle(cut) })),
        '',
      ),
  }
}
