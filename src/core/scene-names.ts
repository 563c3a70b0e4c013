import { type Box, boxAround, type Candidate, type Field, placeLabel } from './labels'
import type { Block, PlacedLine, TextStyle, Typesetter } from './map-text'
import type { Point, Project } from './mercator'
import type { Position } from './types'

interface Name {
  readonly name: string
  readonly position: Position
  readonly minZoom: number
}

/** Names of the ground, most important first, with the zooms from which they stand. */
export interface Names {
  readonly countries: readonly (Name & { readonly rank: number })[]
  readonly seas: readonly (Name & { readonly angle?: number })[]
  readonly cities: readonly (Name & { readonly population: number })[]
}

export interface GroundName {
  readonly key: string
  readonly line: PlacedLine
  /** Of a city. */
  readonly dot: Point | null
}

interface Choice extends Candidate {
  readonly line: PlacedLine
}

const RADIANS = Math.PI / 180

/** The upright box around a turned one. */
function turned([x, y]: Point, width: number, height: number, angle: number): Box {
  const [sin, cos] = [Math.abs(Math.sin(angle * RADIANS)), Math.abs(Math.cos(angle * RADIANS))]
  return boxAround([x, y], (width * cos + height * sin) / 2, (width * sin + height * cos) / 2)
}

/** The name on its position, else moved a little: a country is large, its name need not sit in the middle. */
const SHIFTS: readonly Point[] = [
  [0, 0],
  [0, 18],
  [0, -18],
  [26, 0],
  [-26, 0],
  [24, 16],
  [-24, 16],
  [24, -16],
  [-24, -16],
]

function spread(text: string, style: TextStyle, at: Point, angle: number, type: Typesetter): readonly Choice[] {
  const line = { text, style }
  const [width, height] = [type.width(line), type.height(line)]
  return SHIFTS.slice(0, angle === 0 ? SHIFTS.length : 1).map(([dx, dy], index) => {
    const middle: Point = [at[0] + dx * type.scale, at[1] + dy * type.scale]
    const { lines } = type.block([line], 'middle', [middle[0], middle[1] - height / 2])
    const box = turned(middle, width + 4, height, angle)
    return { key: String(index), box, line: { ...(lines[0] ?? { ...line, x: 0, y: 0, align: 'middle' }), angle } }
  })
}

/** A long name of a sea stands on two lines where it must: "Atlantic" over "Ocean", both or neither. */
function broken(text: string, at: Point, type: Typesetter): Block | null {
  const end = text.lastIndexOf(' ')
  if (end <= 0) return null
  const lines = [text.slice(0, end), text.slice(end + 1)].map((part) => ({ text: part, style: 'sea' as const }))
  return type.block(lines, 'middle', [at[0], at[1] - type.height({ text, style: 'sea' })])
}

const DOT_PX = 2
/** Never over a dotted line or a circle: a name of the ground can be silent. */
const MARGINS = [8, 3] as const

function cityChoices(name: string, at: Point, type: Typesetter): readonly Choice[] {
  const line = { text: name, style: 'city' as const }
  const height = type.height(line)
  const gap = DOT_PX + 4
  const sides = [
    type.block([line], 'start', [at[0] + gap, at[1] - height / 2]),
    type.block([line], 'end', [at[0] - gap, at[1] - height / 2]),
  ]
  return sides.flatMap(({ box, lines }, index) => (lines[0] ? [{ key: String(index), box, line: lines[0] }] : []))
}

export interface NamesInput {
  readonly names: Names
  readonly zoom: number
  readonly project: Project
  /** Names that the story itself sets: they are not told twice. */
  readonly taken: ReadonlySet<string>
  readonly last: ReadonlyMap<string, string>
}

/** Names of seas, countries and cities where the story leaves room; the rest is silent. */
export function groundNames(
  field: Field,
  input: NamesInput,
  type: Typesetter,
): { placed: readonly GroundName[]; chosen: Map<string, string> } {
  const { names, zoom, project, taken, last } = input
  const placed: GroundName[] = []
  const chosen = new Map<string, string>()
  const here = ([x, y]: Point): boolean => x > 0 && y > 0 && x < field.size.widthPx && y < field.size.heightPx
  const put = (key: string, choices: readonly Choice[], dot: Point | null): boolean => {
    const found = placeLabel(field, choices, last.get(key), MARGINS)
    if (!found) return false
    chosen.set(key, found.key)
    placed.push({ key, line: found.line, dot })
    return true
  }
  const visible = <Any extends Name>(all: readonly Any[]): readonly (readonly [Any, Point])[] =>
    all.flatMap((name) => {
      if (name.minZoom > zoom + 0.01 || taken.has(name.name)) return []
      const at = project(name.position)
      return here(at) ? [[name, at] as const] : []
    })

  for (const [{ name, angle = 0 }, at] of visible(names.seas)) {
    if (put(`sea-${name}`, spread(name, 'sea', at, angle, type), null) || angle !== 0) continue
    const block = broken(name, at, type)
    if (!block || !placeLabel(field, [{ key: 'broken', box: block.box }], undefined, MARGINS)) continue
    for (const [index, line] of block.lines.entries()) placed.push({ key: `sea-${name}-${index}`, line, dot: null })
  }
  for (const [{ name }, at] of visible(names.countries))
    put(`country-${name}`, spread(name.toUpperCase(), 'country', at, 0, type), null)
  for (const [{ name }, at] of visible(names.cities)) {
    if (!field.isFree(boxAround(at, DOT_PX + 1), 4)) continue
    if (put(`city-${name}`, cityChoices(name, at, type), at)) field.take(boxAround(at, DOT_PX + 1))
  }
  return { placed, chosen }
}
