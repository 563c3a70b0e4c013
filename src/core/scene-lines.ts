import { greatCircle } from './great-circle'
import { type Box, boxAround, type Candidate, type Field, type Polyline, placeLabel } from './labels'
import type { PlacedMark } from './map-marks'
import type { Line, PlacedLine, Typesetter } from './map-text'
import type { Point, Project, Size } from './mercator'
import { along, clipLine, lengthOf } from './polyline'
import { balanced } from './ship-block'
import type { PartyId, PlaceId, Position } from './types'

/** A distance that the reader measures: its ends, and what it comes to once both are chosen. */
export interface Route {
  readonly ends: readonly { readonly place: PlaceId; readonly position: Position }[]
  readonly text: string
  /** Lines for a narrow pane. */
  readonly brief: readonly string[]
}

/** The part of a measured way in one pane. */
export interface RouteLine {
  /** The great circle, in as many parts as the pane shows of it. */
  readonly lines: readonly Polyline[]
  /** Rings around the ends in the pane. */
  readonly rings: readonly { readonly at: Point; readonly radius: number }[]
  readonly label: readonly PlacedLine[]
}

/** The part of a relay in one pane, px. */
export interface RelayPart {
  readonly party: PartyId
  readonly lines: readonly Polyline[]
  /** Where a line is cut at the gap between the panes, with its direction in degrees. */
  readonly breaks: readonly { readonly at: Point; readonly angle: number }[]
  /** Empty where it stands in the other pane. */
  readonly text: string
}

export interface RelayLine extends RelayPart {
  readonly label: readonly PlacedLine[]
}

/** From the line to its words. */
const GAP_PX = 7
/** A shorter piece has no words: they would be taken for the name of something else. */
const LEAST_PX = 30
/** Where along the line the words may stand, best first. */
const PARTS = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9] as const
/** A ring is wider than that of a selection, and still leaves the mark's name its place. */
const RING_PX = 5
const BARE_RADIUS = 2

interface Choice extends Candidate {
  readonly lines: readonly PlacedLine[]
}

function choicesAt([x, y]: Point, lines: readonly Line[], type: Typesetter, key: string): readonly Choice[] {
  const height = lines.reduce((sum, line) => sum + type.height(line), 0)
  const gap = GAP_PX * type.scale
  const blocks = [
    type.block(lines, 'middle', [x, y - gap - height]),
    type.block(lines, 'middle', [x, y + gap]),
    type.block(lines, 'start', [x + gap, y - height / 2]),
    type.block(lines, 'end', [x - gap, y - height / 2]),
    type.block(lines, 'start', [x + gap, y + gap / 2]),
    type.block(lines, 'end', [x - gap, y + gap / 2]),
    type.block(lines, 'start', [x + gap, y - gap / 2 - height]),
    type.block(lines, 'end', [x - gap, y - gap / 2 - height]),
  ]
  return blocks.map((block, index) => ({ key: `${key}-${index}`, box: block.box, lines: block.lines }))
}

/** Words beside a line and clear of all that stands: on one line, else on several. Nothing where the pane has no room. */
function besideLine(
  field: Field,
  lines: readonly Polyline[],
  text: string,
  brief: readonly string[],
  type: Typesetter,
): readonly PlacedLine[] {
  const longest = lines.reduce<Polyline>((most, line) => (lengthOf(line) > lengthOf(most) ? line : most), [])
  if (text === '' || lengthOf(longest) < LEAST_PX) return []
  const trial = field.copy()
  for (const line of lines) trial.takeLine(line)
  const line: Line = { text, style: 'told', strong: true }
  const room = Math.min(field.size.widthPx - 16, 230 * type.scale)
  const whole = [room, room * 0.62].map((px) => balanced(line, px, type)).filter((all) => brief.length === 0 || all.length < 3)
  const texts = [...whole, ...(brief.length > 0 ? [brief.map((own): Line => ({ ...line, text: own }))] : [])]
  for (const wrapped of texts) {
    const choices = PARTS.flatMap((part) => choicesAt(along(longest, part), wrapped, type, String(part)))
    const found = placeLabel(trial, choices)
    if (!found) continue
    field.take(found.box)
    return found.lines
  }
  return []
}

/** Kept clear by words that have room elsewhere. */
function takeSoft(field: Field, lines: readonly Polyline[]): void {
  for (const line of lines) {
    const steps = Math.ceil(lengthOf(line) / 8)
    for (let step = 0; step <= steps; step++) field.takeSoft(boxAround(along(line, step / Math.max(steps, 1)), 4))
  }
}

const paneBox = ({ widthPx, heightPx }: Size): Box => ({ x: 0, y: 0, width: widthPx, height: heightPx })

/** The measured way as far as a pane shows it; null where that is nothing. Takes its room in the field. */
export function routeIn(
  field: Field,
  route: Route,
  project: Project,
  marks: readonly PlacedMark[],
  type: Typesetter,
  isTold: boolean,
): RouteLine | null {
  const { size } = field
  const [from, to] = route.ends
  const all = from && to ? greatCircle(from.position, to.position).map((line) => line.map(project)) : []
  const lines = all.flatMap((line) => clipLine(line, paneBox(size)))
  const rings = route.ends.flatMap(({ place, position }) => {
    const at = project(position)
    if (at[0] < 0 || at[1] < 0 || at[0] > size.widthPx || at[1] > size.heightPx) return []
    const mark = marks.find(({ places }) => places.includes(place))
    return [{ at: mark?.at ?? at, radius: (mark?.radius ?? BARE_RADIUS) + RING_PX * type.scale }]
  })
  if (lines.length === 0 && rings.length === 0) return null
  for (const { at, radius } of rings) field.take(boxAround(at, radius))
  const label = besideLine(field, lines, isTold ? '' : route.text, route.brief, type)
  takeSoft(field, lines)
  return { lines, rings, label }
}

/** A relay with its words. Takes its room in the field. */
export function relayIn(field: Field, part: RelayPart, type: Typesetter): RelayLine {
  const label = besideLine(field, part.lines, part.text, [], type)
  takeSoft(field, part.lines)
  return { ...part, label }
}
