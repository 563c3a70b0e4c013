import { type Box, boxAround, type Candidate, EDGE_PX, type Field, freeSpots, grow, type Polyline, placeLabel } from './labels'
import type { PlacedMark } from './map-marks'
import type { Align, Block, Line, PlacedLine, TextStyle, Typesetter } from './map-text'
import type { Point } from './mercator'

export interface PlaceLabel {
  /** Of its mark. */
  readonly key: string
  /** Where it stands, for the next layout. */
  readonly choice: string
  readonly lines: readonly PlacedLine[]
  /** 0 for the whole text beside its mark; more, the more it lost. */
  readonly level: number
  /** From the mark to a label that found no room beside it; null for the others. */
  readonly leader: Polyline | null
}

interface Choice extends Candidate, Block {
  readonly leader: Polyline | null
}

/** What lies under a point of the pane. */
export interface GroundAt {
  isWater(at: Point): boolean
  isShaded(at: Point): boolean
}

/** From the mark's edge to its label. */
const GAP_PX = 7
/** A label stands apart by no more than this, or nobody would find it. */
const AWAY_PX = 70
/** So many labels may be put at a distance with a leader; a denser map drops the rest. */
const MOST_AWAY = 12

interface Spot {
  readonly name: string
  readonly align: Align
  readonly at: (mark: Point, gap: number, height: number) => Point
}

/** Where a label may stand, best first. */
const SPOTS: readonly Spot[] = [
  { name: 'right', align: 'start', at: ([x, y], gap, height) => [x + gap, y - height / 2] },
  { name: 'left', align: 'end', at: ([x, y], gap, height) => [x - gap, y - height / 2] },
  { name: 'below', align: 'middle', at: ([x, y], gap) => [x, y + gap - 2] },
  { name: 'above', align: 'middle', at: ([x, y], gap, height) => [x, y - gap + 2 - height] },
  { name: 'right-below', align: 'start', at: ([x, y], gap) => [x + gap * 0.6, y + gap * 0.6 - 2] },
  { name: 'right-above', align: 'start', at: ([x, y], gap, height) => [x + gap * 0.6, y - gap * 0.6 + 2 - height] },
  { name: 'left-below', align: 'end', at: ([x, y], gap) => [x - gap * 0.6, y + gap * 0.6 - 2] },
  { name: 'left-above', align: 'end', at: ([x, y], gap, height) => [x - gap * 0.6, y - gap * 0.6 + 2 - height] },
  { name: 'below-start', align: 'start', at: ([x, y], gap) => [x - gap * 0.8, y + gap - 2] },
  { name: 'below-end', align: 'end', at: ([x, y], gap) => [x + gap * 0.8, y + gap - 2] },
]

/** The box of a mark with room for the ring of a selection. */
export const markBox = (mark: PlacedMark, scale: number): Box => boxAround(mark.at, mark.radius + 4 * scale)

/** Texts of a mark's label, fullest first; a name too wide for a narrow strip is broken. */
function variants(mark: PlacedMark, type: Typesetter, widthPx: number, narrow: boolean): readonly (readonly Line[])[] {
  const [titleStyle, secondStyle]: readonly [TextStyle, TextStyle] =
    mark.role === 'port' ? (mark.hollow ? ['date', 'date'] : ['port', 'second']) : ['place', 'second']
  const title: Line = { text: (narrow ? mark.brief : mark.title).value, style: titleStyle }
  const brief: Line = { text: mark.brief.value, style: titleStyle }
  const room = widthPx - 12
  const broken = type.width(title) > room ? type.wrap(title, room) : [title]
  const name = broken.some((line) => type.width(line) > room)
    ? broken.map((line): Line => ({ ...line, style: 'port', strong: true }))
    : broken
  const tells = mark.second !== '' && (!narrow || mark.role === 'planned')
  const second: Line = { text: mark.second, style: secondStyle }
  const full = tells && type.width(second) <= room ? [[...name, second]] : []
  const inTwo = name.length === 1 ? type.wrap(title, type.width(title) * 0.62) : []
  const small = name.map((line): Line => ({ ...line, style: 'port' }))
  const smaller = mark.role === 'area' && narrow ? [] : [name]
  return [...full, ...smaller, ...(inTwo.length > 1 ? [inTwo] : []), [brief], small]
}

/** True for words on land, or half so, and clear of what is shaded: the sea is left to what is told of it. */
function isDry({ x, y, width, height }: Box, { isWater, isShaded }: GroundAt): boolean {
  const samples = [0.05, 0.5, 0.95].map((part): Point => [x + width * part, y + height / 2])
  return samples.some((at) => !isWater(at)) && !samples.some(isShaded)
}

/** A label above or below its mark may slide along it to stay in the pane. */
function slidden(block: Block, mark: PlacedMark, widthPx: number): Block {
  const { x, width } = block.box
  const by = Math.max(EDGE_PX - x, 0) || Math.min(widthPx - EDGE_PX - x - width, 0)
  const stays = x + by < mark.at[0] + mark.radius && x + by + width > mark.at[0] - mark.radius
  if (by === 0 || !stays) return block
  return { lines: block.lines.map((line) => ({ ...line, x: line.x + by })), box: { ...block.box, x: x + by } }
}

function besideChoices(
  mark: PlacedMark,
  lines: readonly Line[],
  type: Typesetter,
  ground: GroundAt,
  widthPx: number,
): readonly Choice[] {
  const gap = mark.radius + GAP_PX * type.scale
  const height = lines.reduce((sum, line) => sum + type.height(line), 0)
  const [right, left, ...others] = SPOTS
  // A ship's sea is shaded on the side it sails to, most often the east: its port is named in the west.
  const spots = mark.role === 'port' && right && left ? [left, right, ...others] : SPOTS
  const choices = spots.map((spot): Choice => {
    const block = slidden(type.block(lines, spot.align, spot.at(mark.at, gap, height)), mark, widthPx)
    return { ...block, key: `${lines.length}-${spot.name}`, leader: null }
  })
  if (mark.role === 'port') return choices
  const dry = choices.filter(({ box }) => isDry(box, ground))
  return [...dry, ...choices.filter((choice) => !dry.includes(choice))]
}

/** A free spot nearby, with a straight leader that meets nothing else. */
function awayChoice(field: Field, mark: PlacedMark, lines: readonly Line[], type: Typesetter): Choice | null {
  const { box } = type.block(lines, 'start', [0, 0])
  const own = field.boxesAt(mark.at)
  for (const spot of freeSpots(field, box.width, box.height, mark.at, { stepPx: 10, withinPx: AWAY_PX, most: 60 })) {
    const end: Point = [
      Math.min(Math.max(mark.at[0], spot.x), spot.x + spot.width),
      mark.at[1] < spot.y ? spot.y : spot.y + spot.height,
    ]
    const leader: Polyline = [mark.at, end]
    if (field.isClear(leader, own)) return { ...type.block(lines, 'start', [spot.x, spot.y]), key: 'away', leader }
  }
  return null
}

/**
 * Labels of the marks, which are in the field already. The second line goes first where room is short; then the label stands
 * apart on a leader; a name is lost only where the pane has no room for it at all.
 */
export function labelMarks(
  field: Field,
  marks: readonly PlacedMark[],
  type: Typesetter,
  narrow: boolean,
  last: ReadonlyMap<string, string>,
  ground: GroundAt,
): readonly PlaceLabel[] {
  let away = 0
  return marks.flatMap((mark) => {
    const texts = variants(mark, type, field.size.widthPx, narrow)
    const beside = firstChoice(field, mark, texts, type, last.get(mark.key), ground)
    const found = beside ?? (away++ < MOST_AWAY ? awayChoice(field, mark, texts.at(narrow ? -1 : 0) ?? [], type) : null)
    if (!found) return []
    if (!beside) field.take(grow(found.box, 1))
    if (found.leader) field.takeLine(found.leader)
    return [
      {
        key: mark.key,
        choice: found.key,
        lines: found.lines,
        leader: found.leader,
        level: found.leader ? 4 : texts.findIndex((lines) => lines.length === found.lines.length),
      },
    ]
  })
}

function firstChoice(
  field: Field,
  mark: PlacedMark,
  texts: readonly (readonly Line[])[],
  type: Typesetter,
  last: string | undefined,
  ground: GroundAt,
): Choice | null {
  for (const lines of texts) {
    const found = placeLabel(field, besideChoices(mark, lines, type, ground, field.size.widthPx), last)
    if (found) return found
  }
  return null
}
